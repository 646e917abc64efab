"""Insets that say what they are: credits and speakers found, captions and callouts cut loose from the body."""

from dataclasses import replace

from tui_reader.formats.page import phrases
from tui_reader.formats.page.echoes import find_echoes
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.pieces import Piece
from tui_reader.formats.page.strand import Strand
from tui_reader.formats.page.traits import Start, Stop, Traits, is_figured, read_start, read_stop, read_traits

_INSET_LETTERS = 700
"""An inset is not longer than this."""
_CALLOUT_WORDS = 28


def dress(pieces: list[Piece]) -> tuple[list[Piece], list[Traits]]:
    """Give pieces their attributions and read the traits of each; fused insets become pieces of their own."""
    loose = _cut_callouts(_cut_captions(_free_bullets(pieces)))
    dressed: list[tuple[Piece, bool, bool]] = []
    for index, piece in enumerate(loose):
        signed = index + 1 < len(loose) and phrases.byline_strength(loose[index + 1].text[:200]) >= phrases.Byline.PLACED
        if dressed and piece.gap <= 5 and not signed and _attach(dressed, piece):
            continue
        dressed.append(_dress_one(piece))
    texts = [piece.text for piece, _, _ in dressed]
    echoes = find_echoes(texts, [index for index, text in enumerate(texts) if len(text) <= _INSET_LETTERS])
    traits = []
    for index, (piece, spoken, credited) in enumerate(dressed):
        echo = echoes.get(index, 0)
        enough = echo >= 4 and echo * 10 >= 7 * len(piece.text.split())
        traits.append(read_traits(piece, spoken=spoken, credited=credited, repeated=enough))
    return [piece for piece, _, _ in dressed], traits


def _free_bullets(pieces: list[Piece]) -> list[Piece]:
    """Take single bulleted pieces with a figure for what they are, callouts: a list has more than one item."""
    free = []
    for index, piece in enumerate(pieces):
        near = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
        lone = piece.mark is Mark.LIST and not any(other.mark is Mark.LIST for other in near)
        free.append(replace(piece, mark=Mark.QUOTED) if lone and is_figured(piece.text) else piece)
    return free


def _is_inset_like(piece: Piece) -> bool:
    return piece.mark not in {Mark.HEADING, Mark.UNDERLINED, Mark.RULE} and len(piece.text) <= _INSET_LETTERS


def _dress_one(piece: Piece) -> tuple[Piece, bool, bool]:
    if not _is_inset_like(piece) or piece.mark is Mark.LIST:
        return piece, False, False
    text = piece.text
    if any(mark in text for mark in "\"”’'»—–"):
        start = phrases.speaker_start(text)
        if start > 0:
            return replace(piece, strand=piece.strand.cut(0, start), attribution=piece.strand.cut(start)), True, False
    start = phrases.leading_speaker_end(text)
    if start > 0:
        return replace(piece, strand=piece.strand.cut(start), attribution=piece.strand.cut(0, start)), True, False
    start = phrases.credit_start(text)
    if start > 0:
        return replace(piece, strand=piece.strand.cut(0, start), attribution=piece.strand.cut(start)), False, True
    return piece, False, False


def _attach(dressed: list[tuple[Piece, bool, bool]], piece: Piece) -> bool:
    """Give a piece that is all speaker or all photo credit to the piece before it, where that may have one."""
    last, spoken, credited = dressed[-1]
    text = piece.text
    if (
        spoken
        or credited
        or len(text) > 200
        or not _is_inset_like(last)
        or piece.mark in {Mark.HEADING, Mark.UNDERLINED, Mark.RULE}
    ):
        return False
    if phrases.byline_strength(last.text) is phrases.Byline.LABELLED or phrases.CONTRIBUTED.search(last.text):
        return False
    quoted = last.text[:1] in '"“«‘' or last.text[-1:] in '"”»’' or last.mark is Mark.QUOTED
    dashed = text[:1] in "—–~―-"
    alone = piece.gap > 0 and not dashed and ("," not in text or read_start(last.text) is Start.LOWER)
    if phrases.is_speaker(text) and not (alone and len(text.split()) > 4) and (quoted or (text[:1] in "—–~―" and len(last.text.split()) <= 60)):
        dressed[-1] = (replace(last, attribution=piece.strand), True, False)
        return True
    if phrases.is_credit(text, alone=True) and len(last.text.split()) <= 80 and len(last.text.split()) >= 4:
        dressed[-1] = (replace(last, attribution=piece.strand), False, True)
        return True
    return False


def _cut_captions(pieces: list[Piece]) -> list[Piece]:
    """Cut a caption with its credit loose from the body text that goes on right behind it."""
    loose: list[Piece] = []
    for piece in pieces:
        end = -1
        if piece.mark is Mark.PLAIN:
            opened = bool(loose) and read_stop(loose[-1].text) not in {Stop.CLOSED, Stop.SOFT}
            end = phrases.inner_credit_end(piece.text[:_INSET_LETTERS], opened=opened)
        if end > 0:
            loose.append(replace(piece, strand=piece.strand.cut(0, end), fused=True))
            loose.append(replace(piece, strand=piece.strand.cut(end), gap=0, fused=True))
        else:
            loose.append(piece)
    return loose


def _cut_callouts(pieces: list[Piece]) -> list[Piece]:
    """Cut a callout loose that begins with a figure, where the sentence before it goes on behind it."""
    found = [
        index
        for index, piece in enumerate(pieces)
        if index
        and piece.mark is Mark.PLAIN
        and read_start(piece.text) is Start.FIGURE
        and _open_before(pieces, index)
        and len(piece.text.split(maxsplit=12)) > 8
    ]
    echoes = find_echoes([piece.text for piece in pieces], found) if found else {}
    ends = {index: _callout_end(pieces[index].text, echo) for index, echo in echoes.items()}
    loose: list[Piece] = []
    for index, piece in enumerate(pieces):
        end = ends.get(index, -1)
        if end > 0:
            loose.append(replace(piece, strand=piece.strand.cut(0, end), fused=True))
            loose.append(replace(piece, strand=piece.strand.cut(end), gap=0, fused=True))
        else:
            loose.append(piece)
    return loose


def _open_before(pieces: list[Piece], index: int) -> bool:
    """Tell whether one of the two pieces before stops inside a sentence."""
    return any(
        len(piece.text) > 60 and piece.mark is Mark.PLAIN and read_stop(piece.text) not in {Stop.CLOSED, Stop.SOFT}
        for piece in pieces[max(0, index - 2) : index]
    )


def _callout_end(text: str, echo: int) -> int:
    """Give where a callout fused to the start of ``text`` ends, or -1."""
    if not 4 <= echo <= _CALLOUT_WORDS:
        return -1
    words = 0
    for found in phrases.WORD.finditer(text):
        if any(c.isalnum() for c in found.group()):
            words += 1
        if words == echo:
            rest = text[found.end() :].strip()
            return found.end() if rest[:1].isalnum() and len(rest) > 30 and found.group()[-1] not in ".?!" else -1
    return -1


def strands_of(piece: Piece) -> tuple[Strand, ...]:
    """Give the piece's strands, its attribution's last."""
    return (piece.strand, piece.attribution) if piece.attribution else (piece.strand,)
