"""Small pictures made of characters: what is cut fits, and is cut between words."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Span, TextHit
from tui_reader.text.cells import width
from tui_reader.tui.widgets.strip import beginning, ending, keyword_line, within

WORDS = st.text("abcö漢 ", max_size=60)


@given(WORDS, st.integers(0, 70))
def test_a_cut_fits_and_shows(text: str, cells: int) -> None:
    """An end and a beginning take no more than their cells, and an ellipsis stands where words were left out."""
    for cut, whole in ((ending(text, cells), text.endswith), (beginning(text, cells), text.startswith)):
        assert width(cut) <= cells
        assert whole(cut.strip("…"))
        assert cut == text or cells == 0 or "…" in cut


def test_no_word_is_cut_where_there_is_room() -> None:
    """What stands beside an ellipsis is a whole word; only a word longer than the room is parted."""
    assert ending("ships wait at the locks", 12) == "…the locks"
    assert beginning("ships wait at the locks", 12) == "ships wait…"
    assert ending("ships wait at locks", 6) == "…locks"
    assert beginning("lighthouses", 6) == "light…"


@given(WORDS, WORDS, WORDS, st.integers(1, 70))
def test_context_fills_its_cells(left: str, surface: str, right: str, cells: int) -> None:
    """A stretch with its context takes exactly its cells, the stretch whole where there is room for it."""
    parts = within(left + surface + right, Span(len(left), len(left) + len(surface)), cells, "name")
    assert sum(width(text) for text, _ in parts) == cells or width(surface) > cells
    assert width(surface) > cells or parts[1] == (surface, "name")
    line = keyword_line(TextHit("story", 0, len(surface), left, surface, right), cells)
    assert sum(width(text) for text, _ in line) <= cells
