"""Filling rows one after the other, for text too long to weigh every break: each takes all the words it can.

What is broken so is no paragraph that anyone wrote; it must open at once, and its right edge is nobody's concern.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from tui_reader.reflow import opportunity
from tui_reader.text import cells

_ODD_BLANK = re.compile(f"[{opportunity.BLANKS[1:]}]")
_LOOKED_BACK = 8
"""Characters before a row's end that are looked through for a break between ideographs."""
_GRAPHEME = 64
"""Characters of a grapheme that are looked at; a longer one parts."""


def fill(text: str, measure: int) -> Iterator[tuple[int, int]]:
    """Give the rows of a stretch (no line breaks, no blanks at its end) as start and end, in code points."""
    flat = _ODD_BLANK.sub(" ", text)
    if cells.is_narrow(text):
        yield from _narrow(flat, measure)
    else:
        yield from _broad(text, flat, measure)


def _narrow(flat: str, measure: int) -> Iterator[tuple[int, int]]:
    """Fill rows of characters of one cell each."""
    start, stop = 0, len(flat)
    while stop - start > measure:
        end = flat.rfind(" ", start + 1, start + measure + 1)
        if end < 0:
            end = start + measure
        yield start, end
        start = _after_blanks(flat, end)
    yield start, stop


def _broad(text: str, flat: str, measure: int) -> Iterator[tuple[int, int]]:
    """Fill rows of any characters."""
    columns = cells.most_columns(text)
    start, stop = 0, len(text)
    while columns[stop] - columns[start] > measure:
        reach = max(start + 1, bisect_right(columns, columns[start] + measure, start) - 1)
        end = _end(text, flat, start, reach)
        yield start, end
        start = _after_blanks(flat, end)
    yield start, stop


def _end(text: str, flat: str, start: int, reach: int) -> int:
    """Choose where a row ends that may go on to ``reach``: between ideographs, at a blank, else between graphemes."""
    blank = flat.rfind(" ", start + 1, reach + 1)
    for place in range(reach, max(start, blank, reach - _LOOKED_BACK), -1):
        if opportunity.is_between_ideographs(text, place) and _border(text, place) == place:
            return place
    if blank > 0 and _border(text, blank) == blank and _border(text, blank + 1) == blank + 1:
        return blank
    border = _border(text, reach)
    return border if border > start else reach


def _border(text: str, place: int) -> int:
    """Give the last place at or before ``place`` that splits no grapheme."""
    first = max(0, place - _GRAPHEME)
    return first + cells.boundary_before(text[first : place + 2], place - first)


def _after_blanks(flat: str, place: int) -> int:
    while flat.startswith(" ", place):
        place += 1
    return place
