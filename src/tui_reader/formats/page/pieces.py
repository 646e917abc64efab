"""Pieces: lines gathered into what was printed as one, a heading, a paragraph or a part of a column."""

from collections.abc import Iterator
from typing import NamedTuple

from tui_reader.formats.page.bylines import Byline, byline_strength
from tui_reader.formats.page.credits import is_credit
from tui_reader.formats.page.hyphens import Vocabulary, is_broken, sew
from tui_reader.formats.page.lexicon import table
from tui_reader.formats.page.lines import Line, Mark, is_figured, strip_escapes, unwrap
from tui_reader.formats.page.notices import is_note, may_hold_note
from tui_reader.formats.page.speakers import is_speaker
from tui_reader.formats.page.strand import EMPTY, Strand
from tui_reader.text.sentences import ends_sentence, split_sentences

_CALLOUT_LINES = 3
_TAIL = 320
"""In so many letters at a piece's end a contributor credit is looked for."""
_NOTE = 240
"""It is not longer than this."""
_NOTED = 40
"""A piece that may hold one is not shorter than this."""
_HEADLINE_LINES = 2
"""A headline in capitals has no more lines,"""
_HEADLINE_WORDS = 3
"""and not fewer words."""
_UNFINISHED = table("a an the of in on at to for from by with as and or is was are")
"""What no headline ends with."""
_WIDE = 160
"""A line longer than this is a paragraph by itself, not a part of a measure."""


class Piece(NamedTuple):
    """A stretch of the page that belongs together before anything is known of the story."""

    strand: Strand
    mark: Mark = Mark.PLAIN
    level: int = 0
    gap: int = 1
    """Blank lines before it; 0 where it was split off the piece before it."""
    attribution: Strand = EMPTY
    """A photo credit or a speaker that is known to belong to it."""
    spoken: bool = False
    """Its attribution is a speaker."""
    credited: bool = False
    """Its attribution is a photo credit."""
    fused: bool = False
    """It was cut out of a longer piece, not set apart on the page."""

    @property
    def begin(self) -> int:
        """Where on the page the piece begins; a speaker may stand before the quotation."""
        return min(self.strand.begin, self.attribution.begin) if self.attribution else self.strand.begin

    @property
    def text(self) -> str:
        """The piece's own text, without its attribution."""
        return self.strand.text


def gather(lines: list[Line], vocabulary: Vocabulary) -> list[Piece]:
    """Gather lines into pieces; wrapped lines are tied and words broken at their ends mended."""
    pieces: list[Piece] = []
    for chunk in _chunks(lines):
        if len(chunk) == 1 and chunk[0].mark is not Mark.RULE:
            pieces.append(_close(chunk, vocabulary))
            continue
        width = max(len(line.strand.text) for line in chunk)
        margin = min(line.indent for line in chunk)
        group: list[Line] = []
        for index, line in enumerate(chunk):
            told = width if len(chunk) - index > _CALLOUT_LINES else 0
            if group and not (
                _goes_on(group, line, margin=margin, width=width) and not _stops_early(group, line, told)
            ):
                pieces.append(_close(group, vocabulary))
                group = []
            if line.mark is Mark.RULE:
                pieces.append(Piece(line.strand, Mark.RULE, 0, line.gap))
            else:
                group.append(line)
        if group:
            pieces.append(_close(group, vocabulary))
    return pieces


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    """Give the stretches of lines between blank lines."""
    chunk: list[Line] = []
    for line in lines:
        if line.gap and chunk:
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _goes_on(group: list[Line], line: Line, *, margin: int, width: int) -> bool:
    """Tell whether ``line``, right under a group, is printed as part of it.

    ``margin`` is the least indent of the lines around it, ``width`` the length of the longest. Where that is over
    160 letters, they are no measure's lines, but paragraphs, each on a line of its own.
    """
    last = group[-1]
    if line.mark is Mark.RULE or last.mark is Mark.RULE:
        return False
    if line.mark is Mark.LIST:
        return last.mark is Mark.PLAIN and line.indent == last.indent and not _may_stop(last.strand.text)
    if len(group) <= _HEADLINE_LINES and _is_headline_over(group, line):
        return False
    if last.mark in {Mark.HEADING, Mark.UNDERLINED} or line.mark in {Mark.HEADING, Mark.UNDERLINED}:
        return False
    if last.mark is Mark.LIST:
        return line.indent > last.indent or not ends_sentence(last.strand.text)
    if (line.mark is Mark.QUOTED) != (last.mark is Mark.QUOTED):
        return line.mark is Mark.PLAIN and line.strand.text[:1].islower() and not ends_sentence(last.strand.text)
    if Mark.BOLD in {line.mark, last.mark} or Mark.ITALIC in {line.mark, last.mark}:
        return line.mark is last.mark
    text, before = line.strand.text, last.strand.text
    if _stands_alone(text, before) or (len(group) == 1 and _is_signature(before)):
        return False
    if ends_sentence(before) and not text[:1].islower():
        return width <= _WIDE and line.indent <= margin
    return True


def _is_headline_over(group: list[Line], line: Line) -> bool:
    """Tell whether a group is a headline in capitals, as news wires set it, right over the text that begins below."""
    text, last = line.strand.text, group[-1].strand.text
    if not last.isupper() or not text[:1].isupper() or text.isupper():
        return False
    if not all(row.strand.text.isupper() and row.mark is Mark.PLAIN for row in group):
        return False
    words = sum(len(row.strand.text.split()) for row in group)
    return words >= _HEADLINE_WORDS and last[-1].isalnum() and last.split()[-1].lower() not in _UNFINISHED


def _stops_early(group: list[Line], line: Line, width: int) -> bool:
    """Tell whether a callout's last line was ended on purpose: the next word would have had plenty of room on it.

    ``width`` is the measure of the lines around it; 0 where too few lines follow for body text.
    """
    before = group[-1].strand.text
    if not 0 < width <= _WIDE or len(group) > _CALLOUT_LINES or before.count(" ") < 2 or is_broken(before):
        return False
    first = line.strand.text.split(maxsplit=1)[0]
    return is_figured(group[0].strand.text) and len(before) + len(first) + 4 <= width


def _may_stop(text: str) -> bool:
    """Tell whether a list may begin after ``text``: after a sentence, a colon, or a short line."""
    return ends_sentence(text) or text.endswith((":", ";")) or len(text) < 25


def _is_signature(text: str) -> bool:
    """Tell whether a line by itself is a byline or a photo credit, so that nothing under it goes on from it."""
    return byline_strength(text) is Byline.LABELLED or is_credit(text, alone=True)


def _stands_alone(text: str, before: str) -> bool:
    """Tell whether a line is a byline, a credit or a speaker and so belongs to no paragraph."""
    if len(text) > 160 or text[:1].islower():
        return False
    if byline_strength(text) is Byline.LABELLED:
        return True
    finished = ends_sentence(before)
    if finished and (is_credit(text) or (is_note(text) and ends_sentence(text))):
        return True
    return (before.endswith(('"', "”", "’", "'", "»")) or text[:1] in "—–~―") and is_speaker(text)


def _close(group: list[Line], vocabulary: Vocabulary) -> Piece:
    first = group[0]
    if len(group) == 1:
        return Piece(first.strand, first.mark, first.level, first.gap)
    strand = sew([line.strand for line in group], vocabulary)
    if first.mark is not Mark.PLAIN:
        return Piece(strand, first.mark, first.level, first.gap)
    inner, mark = unwrap(strand)
    return Piece(strip_escapes(inner), mark, first.level, first.gap)


def split_tails(pieces: list[Piece]) -> list[Piece]:
    """Set free what is fused to a piece: contributor credits at its end, a caption with its credit at its start."""
    free: list[Piece] = []
    for piece in pieces:
        start = _note_start(piece.text) if piece.mark is Mark.PLAIN and len(piece.text) >= _NOTED else -1
        if start > 0:
            free.append(piece._replace(strand=piece.strand.cut(0, start)))
            free.append(Piece(piece.strand.cut(start), gap=0, fused=True))
        else:
            free.append(piece)
    return free


def _note_start(text: str) -> int:
    """Give where the contributor credit at the end of ``text`` begins; -1 where there is none."""
    floor = max(0, len(text) - _TAIL)
    tail = text[floor:]
    if not may_hold_note(tail):
        return -1
    for sentence in split_sentences(tail)[:0:-1]:
        if len(tail) - sentence.start < _NOTE and is_note(tail[sentence.start :]):
            return floor + sentence.start
    return -1
