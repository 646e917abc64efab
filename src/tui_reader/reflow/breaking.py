"""One stretch of text broken into rows of at most a measure."""

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tui_reader.reflow import opportunity
from tui_reader.reflow.fit import fit
from tui_reader.reflow.hyphenation import syllables
from tui_reader.text import cells


@dataclass(frozen=True, slots=True)
class Options:
    """How a reader wants the text set."""

    justify: bool = False
    """Widen the blanks of full lines so that the right edge is even."""
    language: str = ""
    """Hyphenate by the rules of this language (``en_US``); empty leaves words whole."""


class Row(NamedTuple):
    """One broken line, in code points of the text it was broken from."""

    start: int
    end: int
    """End of what is drawn; blanks at the break are left out."""
    hyphen: bool = False
    """A hyphen is drawn after it."""


def break_lines(
    text: str, start: int, end: int, measure: int, *, language: str = "", balance: bool = False, hang: int = 0
) -> list[Row]:
    """Break ``text[start:end]`` into rows of at most ``measure`` cells; at least one row, even of nothing.

    ``hang`` lets the first row be that many cells longer than the others; ``balance`` makes them of one length, as in a
    headline. A line feed ends a row. Only a single character wider than the measure stands over it.
    """
    measure = max(1, measure)
    rows: list[Row] = []
    while (feed := text.find("\n", start, end)) >= 0:
        rows += _break_stretch(text, start, feed, measure, language, hang, balance=balance)
        start, hang = feed + 1, 0
    rows += _break_stretch(text, start, end, measure, language, hang, balance=balance)
    return rows


def _break_stretch(
    text: str, start: int, end: int, measure: int, language: str, hang: int, *, balance: bool
) -> list[Row]:
    """Break a stretch without line feeds."""
    words = text[start:end].rstrip(opportunity.BLANKS)
    lead = len(words) - len(words.lstrip(opportunity.BLANKS))
    # Blanks at the start of a line are an indent, as in verse or code, but never fill it.
    if lead * 2 >= measure:
        start, words = start + lead, words[lead:]
    if not words:
        return [Row(start, start)]
    narrow = cells.is_narrow(words)
    if len(words) <= measure and narrow:
        return [Row(start, start + len(words))]
    found = opportunity.find(words)
    begins, ends = [0, *found.begins], [0, *found.ends]
    hyphens = syllables(words, language, ends) if language else []
    if hyphens:
        begins, ends = sorted([*begins, *hyphens]), sorted([*ends, *hyphens])
    at_begins, at_ends = (begins, ends) if narrow else _columns(words, begins, ends)
    if max(map(int.__sub__, at_ends[1:], at_begins)) > measure:
        begins, ends = _cut(words, begins, ends, found.glued, measure)
        at_begins, at_ends = (begins, ends) if narrow else _columns(words, begins, ends)
    faults = None
    hyphened = frozenset(hyphens)
    if hyphens:
        at_ends = [column + (place in hyphened) for column, place in zip(at_ends, ends, strict=True)]
        if max(map(int.__sub__, at_ends[1:], at_begins)) > measure:
            return _break_stretch(text, start, end, measure, "", hang, balance=balance)
        faults = [measure * measure // 32 if place in hyphened else 0 for place in ends]
    if hang:
        at_begins = [at_begins[0] + hang, *at_begins[1:]]
    rows, begin = [], 0
    for index in fit(at_begins, at_ends, measure, faults, balance=balance):
        rows.append(Row(start + begins[begin], start + ends[index], ends[index] in hyphened))
        begin = index
    return rows


def _columns(text: str, begins: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
    """Turn offsets into cells from the stretch's beginning."""
    at_begins, at_ends, column, before = [], [], 0, 0
    for begin, end in zip(begins, ends, strict=True):
        column += cells.width(text[before:end])
        at_ends.append(column)
        column += cells.width(text[end:begin])
        at_begins.append(column)
        before = begin
    return at_begins, at_ends


def _cut(
    text: str, begins: list[int], ends: list[int], glued: frozenset[int], measure: int
) -> tuple[list[int], list[int]]:
    """Let words that are longer than the line part: at the blanks that hold them, else between any two graphemes."""
    pieces: list[tuple[int, int]] = []
    for begin, end in zip(begins, ends[1:], strict=False):
        if end - begin <= measure and cells.width(text[begin:end]) <= measure:
            pieces.append((begin, end))
            continue
        for blank in sorted(place for place in glued if begin < place < end):
            pieces += _chop(text, begin, blank, measure)
            begin = blank + 1  # noqa: PLW2901 # the rest of the words that belonged together
        pieces += _chop(text, begin, end, measure)
    return [begin for begin, _ in pieces] + [len(text)], [0] + [end for _, end in pieces]


def _chop(text: str, start: int, end: int, measure: int) -> list[tuple[int, int]]:
    """Cut one word into pieces that fill the measure."""
    if cells.is_narrow(text[start:end]):
        places = [*range(start, end, measure), end]
        return list(pairwise(places))
    pieces, place, room = [], start, measure
    for grapheme in cells.graphemes(text[start:end]):
        size = cells.width(grapheme)
        if size > room and place > start:
            pieces.append((start, place))
            start, room = place, measure
        place, room = place + len(grapheme), room - size
    pieces.append((start, place))
    return pieces
