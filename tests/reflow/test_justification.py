"""Blanks widened to an even right edge."""

from tui_reader.model import Line
from tui_reader.reflow.justification import gaps

TEXT = "rain fell on hills and on\nthe river rose"


def test_the_cells_missing_are_spread_evenly() -> None:
    """No blank grows by two cells more than another."""
    line = Line(0, 0, 18)
    added = gaps(TEXT, line, 25)
    assert sum(added.values()) == 25 - 18
    assert set(added) <= {4, 9, 12}
    assert max(added.values()) - min(added.values()) <= 1


def test_an_indent_counts() -> None:
    """The right edge is the measure's, wherever the line begins."""
    assert sum(gaps(TEXT, Line(0, 0, 18, indent=2), 25).values()) == 5


def test_a_drawn_hyphen_counts() -> None:
    """It takes the last cell."""
    assert sum(gaps(TEXT, Line(0, 0, 16, hyphen=True), 19).values()) == 2


def test_what_ends_a_paragraph_stays_ragged() -> None:
    """Its last line, the line before a line feed, and the text's end."""
    assert gaps(TEXT, Line(0, 0, 25), 27) == {}
    assert gaps(TEXT, Line(0, 26, 40), 16) == {}


def test_a_line_with_few_blanks_is_not_torn_apart() -> None:
    """Holes are worse than an uneven edge."""
    assert gaps(TEXT, Line(0, 0, 9), 18) == {}
    assert gaps(TEXT, Line(0, 0, 4), 5) == {}


def test_an_indent_of_blanks_is_not_widened() -> None:
    """Verse keeps its steps."""
    text = "   rain fell on the hills"
    assert set(gaps(text, Line(0, 0, 15), 17)) <= {7, 12}
