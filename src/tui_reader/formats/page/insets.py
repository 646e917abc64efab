"""Insets that say what they are: credits and speakers found, captions and callouts cut loose from the body."""

from itertools import islice

from tui_reader.formats.page.bylines import Byline, byline_strength
from tui_reader.formats.page.credits import boxed_end, credit_start, inner_credit_end, is_credit, may_hold_credit
from tui_reader.formats.page.echoes import Folds, end_of_words, find_echoes
from tui_reader.formats.page.lexicon import called_for
from tui_reader.formats.page.lines import Mark, is_figured, unwrap
from tui_reader.formats.page.names import WORD
from tui_reader.formats.page.notices import is_note
from tui_reader.formats.page.pieces import Piece
from tui_reader.formats.page.speakers import is_speaker, leading_speaker_end, speaker_start
from tui_reader.formats.page.strand import Strand
from tui_reader.formats.page.traits import CLOSED, Start, Traits, read_start, read_stop, read_traits

_INSET_LETTERS = 700
"""An inset is not longer than this."""
_CALLOUT_WORDS = 28
_SET_APART = frozenset({Mark.HEADING, Mark.UNDERLINED, Mark.RULE})


def dress(pieces: list[Piece]) -> tuple[list[Piece], list[Traits]]:
    """Give pieces their attributions and read the traits of each; fused insets become pieces of their own."""
    folds = Folds()
    loose = _cut_callouts(_cut_captions(_free_bullets(pieces)), folds)
    dressed: list[Piece] = []
    for index, piece in enumerate(loose):
        signed = _sign(dressed[-1], piece) if dressed else None
        if signed and not (index + 1 < len(loose) and byline_strength(loose[index + 1].text[:200]) >= Byline.PLACED):
            dressed[-1] = signed
        else:
            dressed.append(_dress_one(piece))
    texts = [piece.text for piece in dressed]
    short = [index for index, text in enumerate(texts) if len(text) <= _INSET_LETTERS]
    echoes = find_echoes([folds[text] for text in texts], short)
    traits = []
    for index, piece in enumerate(dressed):
        echo = echoes.get(index, 0)
        traits.append(read_traits(piece, repeated=echo >= 4 and echo * 10 >= 7 * len(piece.text.split())))
    return dressed, traits


def _free_bullets(pieces: list[Piece]) -> list[Piece]:
    """Take single bulleted pieces with a figure for what they are, callouts: a list has more than one item."""
    free = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.mark is Mark.LIST and is_figured(piece.text):
            near = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
            if not any(other.mark is Mark.LIST for other in near):
                free[index] = piece._replace(mark=Mark.QUOTED)
    return free


def _is_inset_like(piece: Piece) -> bool:
    return piece.mark not in _SET_APART and len(piece.text) <= _INSET_LETTERS


def _dress_one(piece: Piece) -> Piece:
    """Part a piece from the speaker or the photo credit that it names itself."""
    if not _is_inset_like(piece) or piece.mark is Mark.LIST:
        return piece
    text, strand = piece.text, piece.strand
    start = speaker_start(text)
    if start > 0:
        return piece._replace(strand=strand.cut(0, start), attribution=_bare(strand.cut(start)), spoken=True)
    start = leading_speaker_end(text)
    if start > 0:
        return piece._replace(strand=strand.cut(start), attribution=_bare(strand.cut(0, start)), spoken=True)
    start = credit_start(text)
    if start > 0:
        return piece._replace(strand=strand.cut(0, start), attribution=unwrap(strand.cut(start))[0], credited=True)
    return piece


def _bare(strand: Strand) -> Strand:
    """Take the dash off a speaker's name, and emphasis."""
    inner = unwrap(strand)[0]
    return unwrap(inner.cut(len(inner.text) - len(inner.text.lstrip("—–-~― "))))[0]


def _sign(last: Piece, piece: Piece) -> Piece | None:
    """Give ``last`` with ``piece`` for its attribution, where that is all speaker or all photo credit; else None."""
    text = piece.text
    if len(text) > 200 or piece.gap > 5 or piece.mark in _SET_APART:
        return None
    if last.spoken or last.credited or not _is_inset_like(last):
        return None
    if _may_be_spoken(last, piece) and is_speaker(text):
        signed = last._replace(attribution=_bare(piece.strand), spoken=True)
    elif is_credit(text, alone=piece.gap > 0) and _may_be_credited(last, piece):
        signed = last._replace(attribution=piece.strand, credited=True)
    else:
        return None
    told = Byline.LABELLED in {byline_strength(last.text), byline_strength(text)} or is_note(last.text)
    return None if told else signed


def _may_be_spoken(last: Piece, piece: Piece) -> bool:
    """Tell whether ``last`` is a quotation whose speaker may stand right behind it."""
    text, said = piece.text, last.text
    dashed = text[0] in "—–~―-"
    quoted = said[0] in "\"“«‘'" or said[-1] in "\"”»’'" or last.mark is Mark.QUOTED
    quoted = quoted or (last.mark is Mark.ITALIC and read_stop(said) in CLOSED)
    if piece.gap > 0:
        return quoted and (dashed or ("," in text and read_start(said) is not Start.LOWER))
    return quoted or (dashed and len(said.split()) <= 60)


def _may_be_credited(last: Piece, piece: Piece) -> bool:
    """Tell whether ``last`` is a caption whose credit may stand right behind it."""
    return (piece.gap == 0 or read_stop(last.text) in CLOSED) and 4 <= len(last.text.split()) <= 80


def _cut_captions(pieces: list[Piece]) -> list[Piece]:
    """Cut a caption with its credit loose from the body text that goes on right behind it."""
    loose: list[Piece] = []
    for piece in pieces:
        end = -1
        head = piece.text[:_INSET_LETTERS]
        if piece.mark is Mark.PLAIN and may_hold_credit(head):
            opened = bool(loose) and read_stop(loose[-1].text) not in CLOSED
            end = inner_credit_end(head, opened=opened)
            if end < 0 and opened:
                end = boxed_end(head)
        if end > 0:
            loose.append(piece._replace(strand=piece.strand.cut(0, end), fused=True))
            loose.append(piece._replace(strand=piece.strand.cut(end), gap=0, fused=True))
        else:
            loose.append(piece)
    return loose


def _cut_callouts(pieces: list[Piece], folds: Folds) -> list[Piece]:
    """Cut a callout loose that begins with a figure, where body text goes on right behind it."""
    found = [
        index
        for index, piece in enumerate(pieces)
        if index and piece.mark is Mark.PLAIN and is_figured(piece.text) and piece.text.count(" ", 0, 300) > 6
    ]
    echoes = find_echoes([folds[piece.text] for piece in pieces], found) if found else {}
    loose: list[Piece] = []
    for index, piece in enumerate(pieces):
        end = _callout_end(piece.text, _open_before(pieces, index), echoes[index]) if index in echoes else -1
        if end > 0:
            loose.append(piece._replace(strand=piece.strand.cut(0, end), fused=True))
            loose.append(piece._replace(strand=piece.strand.cut(end), gap=0, fused=True))
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
        if told and read_stop(text) not in CLOSED:
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
