"""Strands keep track of where their letters stood."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.page.strand import Strand, slice_page, tie

PAGE = "The river rose by a foot in the night, and the boats stayed at the pier until noon."
SPANS = st.tuples(st.integers(0, len(PAGE)), st.integers(0, len(PAGE))).map(sorted)


def _true(strand: Strand) -> bool:
    return all(strand.text[run.start :][: run.length] == PAGE[run.page :][: run.length] for run in strand.runs)


@given(st.lists(SPANS, max_size=6), SPANS)
def test_tying_and_cutting_keep_the_places(spans: list[list[int]], cut: list[int]) -> None:
    """However strands are tied and cut, each run stands letter for letter on the page."""
    whole = tie(slice_page(PAGE, *span) for span in spans)
    assert _true(whole)
    part = whole.cut(*cut)
    assert _true(part)
    assert part.text == whole.text[cut[0] : cut[1]].strip()


def test_neighbours_grow_together() -> None:
    """Two stretches that touch on the page are one run again."""
    assert len(tie([slice_page(PAGE, 0, 3), slice_page(PAGE, 3, 3), slice_page(PAGE, 4, 9)]).runs) == 2
    halves = tie([slice_page(PAGE, 0, 6), slice_page(PAGE, 6, 9)], "")
    assert len(halves.runs) == 1
