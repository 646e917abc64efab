"""Filling rows one after the other, for text too long to weigh every break: each takes all the words it can.

What is broken so is no paragraph that anyone wrote; it must open at once, and its right edge is nobody's concern.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from tui_reader.reflow import opportunity
from tui_reader.text import cells

_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_FLAG_LETTERS = "\U0001f1e6", "\U0001f1ff"
_ODD_BLANK = re.compile(f"[{opportunity.BLANKS[1:]}]")
_LOOKED_BACK = 8
"""Characters before a row's end that are looked through for a break between ideographs."""
_GRAPHEME = 12
"""Characters before a row's end that are looked through for the end of a grapheme; a longer one parts."""


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
    looked_back = _LOOKED_BACK if cells.holds_wide(text) else 0
    start, stop = 0, len(text)
    while columns[stop] - columns[start] > measure:
        reach = max(start + 1, bisect_right(columns, columns[start] + measure, start) - 1)
        blank = flat.rfind(" ", start + 1, reach + 1)
        end = _end(text, columns, reach, max(start, blank, reach - looked_back))
        if not end:
            end = blank if blank > 0 and _is_border(text, columns, blank + 1) else _inside(text, columns, start, reach)
        yield start, end
        start = _after_blanks(flat, end)
    yield start, stop


def _end(text: str, columns: list[int], reach: int, lowest: int) -> int:
    """Choose where a row ends beside an ideograph, after ``lowest`` and up to ``reach``; 0 where none stands there."""
    for place in range(reach, lowest, -1):
        if opportunity.is_between_ideographs(text, place) and _is_border(text, columns, place):
            return place
    return 0


def _inside(text: str, columns: list[int], start: int, reach: int) -> int:
    """Choose where a word is parted: between graphemes."""
    for place in range(reach, max(start, reach - _GRAPHEME), -1):
        if _is_border(text, columns, place):
            return place
    return reach


def _is_border(text: str, columns: list[int], place: int) -> bool:
    """Tell whether a place splits no grapheme, as far as its two neighbours tell."""
    if place >= len(text):
        return True
    after, before = text[place], text[place - 1]
    if columns[place + 1] == columns[place] or after == _EMOJI_STYLE or before == _JOINER:
        return False
    first, last = _FLAG_LETTERS
    return not (first <= after <= last and first <= before <= last and _flag_letters(text, place) % 2)


def _flag_letters(text: str, place: int) -> int:
    """Count the letters of flags right before a place, as far back as a row goes."""
    first, last = _FLAG_LETTERS
    count = 0
    while count < _GRAPHEME and count < place and first <= text[place - count - 1] <= last:
        count += 1
    return count


def _after_blanks(flat: str, place: int) -> int:
    while flat.startswith(" ", place):
        place += 1
    return place
