"""Insets that say what they are: credits and speakers found, captions and callouts cut loose from the body."""

from dataclasses import replace
from itertools import islice

from tui_reader.formats.page.bylines import Byline, byline_strength
from tui_reader.formats.page.credits import boxed_end, credit_start, inner_credit_end, is_credit
from tui_reader.formats.page.echoes import end_of_words, find_echoes
from tui_reader.formats.page.lexicon import called_for
from tui_reader.formats.page.lines import Mark, is_figured, unwrap
from tui_reader.formats.page.names import WORD
from tui_reader.formats.page.notices import CONTRIBUTED
from tui_reader.formats.page.pieces import Piece
from tui_reader.formats.page.speakers import is_speaker, leading_speaker_end, speaker_start
from tui_reader.formats.page.strand import Strand
from tui_reader.formats.page.traits import Start, Stop, Traits, read_start, read_stop, read_traits

_INSET_LETTERS = 700
"""An inset is not longer than this."""
_CALLOUT_WORDS = 28


def dress(pieces: list[Piece]) -> tuple[list[Piece], list[Traits]]:
    """Give pieces their attributions and read the traits of each; fused insets become pieces of their own."""
    loose = _cut_callouts(_cut_captions(_free_bullets(pieces)))
    dressed: list[tuple[Piece, bool, bool]] = []
    for index, piece in enumerate(loose):
        signed = index + 1 < len(loose) and byline_strength(loose[index + 1].text[:200]) >= Byline.PLACED
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
        start = speaker_start(text)
        if start > 0:
            return (
                replace(piece, strand=piece.strand.cut(0, start), attribution=_bare(piece.strand.cut(start))),
                True,
                False,
            )
    start = leading_speaker_end(text)
    if start > 0:
        return (
            replace(piece, strand=piece.strand.cut(start), attribution=_bare(piece.strand.cut(0, start))),
            True,
            False,
        )
    start = credit_start(text)
    if start > 0:
        return (
            replace(piece, strand=piece.strand.cut(0, start), attribution=unwrap(piece.strand.cut(start))[0]),
            False,
            True,
        )
    return piece, False, False


def _bare(strand: Strand) -> Strand:
    """Take the dash off a speaker's name, and emphasis."""
    inner = unwrap(strand)[0]
    return unwrap(inner.cut(len(inner.text) - len(inner.text.lstrip("—–-~― "))))[0]


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
    signs = Byline.LABELLED in {byline_strength(last.text), byline_strength(text)}
    if signs or CONTRIBUTED.search(last.text):
        return False
    quoted = last.text[:1] in "\"“«‘'" or last.text[-1:] in "\"”»’'" or last.mark is Mark.QUOTED
    quoted = quoted or (last.mark is Mark.ITALIC and read_stop(last.text) in {Stop.CLOSED, Stop.SOFT})
    dashed = text[:1] in "—–~―-"
    strange = piece.gap > 0 and not dashed and ("," not in text or read_start(last.text) is Start.LOWER)
    if is_speaker(text) and not strange and (quoted or (piece.gap == 0 and dashed and len(last.text.split()) <= 60)):
        dressed[-1] = (replace(last, attribution=_bare(piece.strand)), True, False)
        return True
    near = piece.gap == 0 or read_stop(last.text) in {Stop.CLOSED, Stop.SOFT}
    if near and is_credit(text, alone=piece.gap > 0) and len(last.text.split()) <= 80 and len(last.text.split()) >= 4:
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
            head = piece.text[:_INSET_LETTERS]
            end = inner_credit_end(head, opened=opened)
            if end < 0 and opened:
                end = boxed_end(head)
        if end > 0:
            loose.append(replace(piece, strand=piece.strand.cut(0, end), fused=True))
            loose.append(replace(piece, strand=piece.strand.cut(end), gap=0, fused=True))
        else:
            loose.append(piece)
    return loose


def _cut_callouts(pieces: list[Piece]) -> list[Piece]:
    """Cut a callout loose that begins with a figure, where body text goes on right behind it."""
    found = [
        index
        for index, piece in enumerate(pieces)
        if index and piece.mark is Mark.PLAIN and is_figured(piece.text) and piece.text.count(" ", 0, 300) > 6
    ]
    echoes = find_echoes([piece.text for piece in pieces], found) if found else {}
    loose: list[Piece] = []
    for index, piece in enumerate(pieces):
        end = _callout_end(piece.text, _open_before(pieces, index), echoes[index]) if index in echoes else -1
        if end > 0:
            loose.append(replace(piece, strand=piece.strand.cut(0, end), fused=True))
            loose.append(replace(piece, strand=piece.strand.cut(end), gap=0, fused=True))
        else:
            loose.append(piece)
    return loose


def _open_before(pieces: list[Piece], index: int) -> str:
    """Give the last words of the body text that one of the two pieces before leaves unfinished; else nothing."""
    for piece in reversed(pieces[max(0, index - 2) : index]):
        text = piece.text
        if piece.mark is not Mark.PLAIN or text.count(" ", 0, 80) < 2 or is_figured(text):
            continue
        told = len(text) > 80 or byline_strength(text) is Byline.NO
        if told and read_stop(text) not in {Stop.CLOSED, Stop.SOFT}:
            return text[-60:]
    return ""


def _callout_end(text: str, before: str, echo: int) -> int:
    """Give where a callout fused to the start of ``text`` ends, or -1.

    It ends where the page's body says the same words no longer, or before the preposition that the unfinished
    sentence in front of it calls for.
    """
    words = list(islice(WORD.finditer(text), _CALLOUT_WORDS + 1))
    counted = [found for found in words if any(c.isalnum() for c in found.group())]
    if 4 <= echo <= _CALLOUT_WORDS + 4:
        end = end_of_words(text, echo)
        rest = text[end:].lstrip()
        sober = text[end - 1] not in ".?!" and len(rest) > 12
        if sober and ((before and rest[:1].isalnum()) or rest[:1] in '"“‘' or read_start(rest) is Start.FUNCTION):
            return end
    last = before.rsplit(maxsplit=1)[-1].lower() if before.strip() else ""
    preposition = called_for(last)
    if not preposition:
        return -1
    for found in counted[3:]:
        if text[found.start() - 2] in ".?!":
            break
        if found.group() == preposition and len(text) - found.start() > 15:
            return found.start()
    return -1
