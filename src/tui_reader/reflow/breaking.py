"""One stretch of text broken into rows of at most a measure."""

from collections.abc import Iterator
from operator import sub
from typing import NamedTuple

from tui_reader.reflow import opportunity
from tui_reader.reflow.filling import fill
from tui_reader.reflow.fit import fit
from tui_reader.reflow.hyphenation import HYPHEN_FAULT, syllables
from tui_reader.text import cells

_ADDRESS_MARKS = "/?&=_."
"""After these a web address may part; the longer half of a line is looked through for one."""


class Row(NamedTuple):
    """One broken line, in code points of the text it was broken from."""

    start: int
    end: int
    """End of what is drawn; blanks at the break are left out."""
    hyphen: bool = False
    """A hyphen is drawn after it."""


def break_lines(
    text: str,
    start: int,
    end: int,
    measure: int,
    *,
    language: str = "",
    balance: bool = False,
    hang: int = 0,
    quick: bool = False,
) -> list[Row]:
    """Break ``text[start:end]`` into rows of at most ``measure`` cells; at least one row, even of nothing.

    A line feed ends a row, a tab is a blank. ``language`` hyphenates by that language's patterns; ``balance`` makes the
    rows of one length, as in a headline; ``hang`` lets the first row be so many cells longer than the others; ``quick``
    only fills one row after the other. Only a single character wider than the measure stands over it.
    """
    if quick:
        return list(_fill(text, start, end, max(1, measure)))
    rows: list[Row] = []
    while (feed := text.find("\n", start, end)) >= 0:
        rows += _break_stretch(text, start, feed, max(1, measure), language=language, balance=balance, hang=hang)
        start, hang = feed + 1, 0
    rows += _break_stretch(text, start, end, max(1, measure), language=language, balance=balance, hang=hang)
    return rows


def _fill(text: str, start: int, end: int, measure: int) -> Iterator[Row]:
    """Fill the rows of a text one after the other."""
    for stretch in text[start:end].split("\n"):
        for begin, stop in fill(stretch.rstrip(opportunity.BLANKS), measure):
            yield Row(start + begin, start + stop)
        start += len(stretch) + 1


def _break_stretch(
    text: str, start: int, end: int, measure: int, *, language: str, balance: bool, hang: int
) -> list[Row]:
    """Break a stretch without line feeds."""
    words = text[start:end].rstrip(opportunity.BLANKS)
    lead = len(words) - len(words.lstrip(opportunity.BLANKS))
    # Blanks at the start of a line are an indent, as in verse or code, but never fill it.
    if lead * 2 >= measure and cells.boundary_before(words, lead) == lead:
        start, words = start + lead, words[lead:]
    if not words:
        return [Row(start, start)]
    narrow = cells.is_narrow(words)
    if len(words) <= measure and narrow:
        return [Row(start, start + len(words))]
    found = opportunity.find(words)
    begins, ends = [0, *found.begins], [0, *found.ends]
    hyphens = frozenset(syllables(words, language, taken=ends)) if language else frozenset()
    if hyphens:
        begins, ends = sorted([*begins, *hyphens]), sorted([*ends, *hyphens])
    at_begins, at_ends = (begins, ends) if narrow else _columns(words, begins, ends)
    if max(map(sub, at_ends[1:], at_begins)) > measure:
        begins, ends = _part(words, begins, ends, found.glued, measure)
        at_begins, at_ends = (begins, ends) if narrow else _columns(words, begins, ends)
    faults = None
    if hyphens:
        at_ends = [column + (place in hyphens) for column, place in zip(at_ends, ends, strict=True)]
        if max(map(sub, at_ends[1:], at_begins)) > measure:
            return _break_stretch(text, start, end, measure, language="", balance=balance, hang=hang)
        faults = [HYPHEN_FAULT * (place in hyphens) for place in ends]
    if hang:
        at_begins = [at_begins[0] + hang, *at_begins[1:]]
    rows, begin = [], 0
    for index in fit(at_begins, at_ends, measure, faults=faults, balance=balance):
        rows.append(Row(start + begins[begin], start + ends[index], ends[index] in hyphens))
        begin = index
    return rows


def _columns(text: str, begins: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
    """Turn offsets into cells from the stretch's beginning."""
    if not cells.is_intricate(text):
        columns = cells.columns(text)
        return [columns[begin] for begin in begins], [columns[end] for end in ends]
    # Joiners reach over blanks: counted word by word, a line is never found shorter than it is drawn alone.
    at_begins, at_ends, column, before = [], [], 0, 0
    for begin, end in zip(begins, ends, strict=True):
        column += cells.width(text[before:end])
        at_ends.append(column)
        column += cells.width(text[end:begin])
        at_begins.append(column)
        before = begin
    return at_begins, at_ends


def _part(
    text: str, begins: list[int], ends: list[int], glued: frozenset[int], measure: int
) -> tuple[list[int], list[int]]:
    """Let what is longer than the line part: at as few as may be of the blanks that hold it, else between graphemes."""
    pieces: list[tuple[int, int]] = []
    for begin, end in zip(begins, ends[1:], strict=False):
        if cells.width(text[begin:end]) <= measure:
            pieces.append((begin, end))
            continue
        word, fitting = begin, begin
        for stop in [*sorted(place for place in glued if begin < place < end), end]:
            if fitting > word and cells.width(text[word:stop]) > measure:
                pieces += _chop(text, word, fitting, measure)
                word = fitting + 1
            fitting = stop
        pieces += _chop(text, word, end, measure)
    return [*(begin for begin, _ in pieces), len(text)], [0, *(end for _, end in pieces)]


def _chop(text: str, start: int, end: int, measure: int) -> list[tuple[int, int]]:
    """Cut one word into pieces that fill the measure, an address after one of its marks."""
    pieces: list[tuple[int, int]] = []
    if cells.is_narrow(text[start:end]):
        while end - start > measure:
            middle = start + measure // 2
            marked = max(text.rfind(mark, middle, start + measure) for mark in _ADDRESS_MARKS) + 1
            pieces.append((start, marked or start + measure))
            start = pieces[-1][1]
        return [*pieces, (start, end)]
    place, room = start, measure
    for grapheme in cells.graphemes(text[start:end]):
        size = cells.width(grapheme)
        if size > room and place > start:
            pieces.append((start, place))
            start, room = place, measure
        place, room = place + len(grapheme), room - size
    pieces.append((start, place))
    return pieces
