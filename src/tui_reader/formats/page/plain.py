"""Text that is no newspaper page: whole paragraphs, a list of sentences, notes. It comes through as it stands.

The rest of page repair weighs what each piece may be. A text without a cut sentence, a byline or a credit gives it
nothing to weigh, and so does one in which these are as rare as chance makes them: guessing would part what belongs
together, and join what does not.
"""

from collections.abc import Sequence

from tui_reader.formats.page.bylines import Byline, byline_strength
from tui_reader.formats.page.credits import is_credit
from tui_reader.formats.page.label import Label
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.notices import is_note
from tui_reader.formats.page.pieces import Piece
from tui_reader.formats.page.traits import CLOSED, Start, Stop, Traits, read_stop
from tui_reader.model import BlockType

_HEADING_WORDS = 8
"""A line of so few words may stand open without being cut."""
_HEADLINE_WORDS = 22
"""So many may stand over a text."""
_LONG = 400
"""Characters of a piece that is body text whatever it begins with."""
_BODY_WORDS = 40
"""A piece of so many is body text."""
_RARE = 20
"""A page has more than one sign of its making in so many pieces."""
_REACH = 4
"""A cut sentence goes on not later than so many pieces after it broke off."""
_HEADINGS = frozenset({Mark.HEADING, Mark.UNDERLINED})
_UNMARKED = frozenset({Mark.PLAIN, Mark.LIST})


def is_whole(pieces: Sequence[Piece]) -> bool:
    """Tell whether a text is made of whole paragraphs and headings, with nothing that a page would set apart."""
    return all(_is_whole(piece, first=index == 0) for index, piece in enumerate(pieces))


def is_page(traits: Sequence[Traits]) -> bool:
    """Tell whether a text shows how it was printed: headings, heads with bylines, or enough other signs for its length.

    The signs are bylines, credits, speakers, emphasis, broken words, and sentences that break off and go on in small
    letters; not, where more sentences break off and do not go on: these only lack their full stops.
    """
    signs = 0
    for index, now in enumerate(traits):
        if now.mark in _HEADINGS or (
            now.byline >= Byline.PLACED and any(map(_may_head, traits[max(0, index - 2) : index]))
        ):
            return True
        signs += _is_set_apart(now) or now.stop is Stop.BROKEN
    ends = [_goes_on(traits, index) for index in range(len(traits)) if _breaks_off(traits, index)]
    cut = sum(ends)
    signs += cut if 2 * cut >= len(ends) else 0
    return signs > 0 and len(traits) <= signs * _RARE


def label_plain(pieces: Sequence[Piece]) -> list[Label]:
    """Label the pieces of a text that is no page: one story, in which short open lines are headings."""
    kinds = [_kind(index, pieces) for index in range(len(pieces))]
    return [Label(kind, begins=index == 0, joins=-1, confidence=1.0) for index, kind in enumerate(kinds)]


def _is_whole(piece: Piece, *, first: bool) -> bool:
    """Tell whether a piece is a whole paragraph or a heading of its own, and nothing that a page would set apart."""
    text = piece.text
    if piece.mark is not Mark.PLAIN or piece.attribution:
        return False
    if len(text) <= _LONG and (byline_strength(text) is not Byline.NO or is_credit(text) or is_note(text)):
        return False
    stop = read_stop(text)
    if stop in CLOSED or text.endswith((":", ";")):
        return True
    return stop is Stop.OPEN and text.count(" ") < (_HEADLINE_WORDS if first else _HEADING_WORDS)


def _may_head(now: Traits) -> bool:
    """Tell whether a piece over a byline is what a headline is: short, without a full stop."""
    return now.words <= _HEADLINE_WORDS and not now.closed and now.byline is Byline.NO


def _is_set_apart(now: Traits) -> bool:
    return now.byline >= Byline.PLACED or now.spoken or now.credited or now.contributed or now.mark not in _UNMARKED


def _breaks_off(traits: Sequence[Traits], index: int) -> bool:
    """Tell whether a piece stops inside a sentence; what stands over a long text may be its headline."""
    now = traits[index]
    if now.closed or now.words <= _HEADING_WORDS or _is_set_apart(now):
        return False
    return now.words > _HEADLINE_WORDS or not any(after.words >= _BODY_WORDS for after in traits[index + 1 : index + 2])


def _goes_on(traits: Sequence[Traits], index: int) -> bool:
    """Tell whether one of the next pieces begins in small letters."""
    near = traits[index + 1 : index + 1 + _REACH]
    return any(after.start is Start.LOWER and after.mark is Mark.PLAIN for after in near)


def _kind(index: int, pieces: Sequence[Piece]) -> BlockType:
    """Take a short line that stands open over a closed one for a heading."""
    piece = pieces[index]
    if piece.mark is Mark.LIST:
        return BlockType.LIST_ITEM
    most = _HEADING_WORDS if index else _HEADLINE_WORDS
    last = index + 1 == len(pieces)
    if last or piece.text.count(" ") >= most or read_stop(piece.text) is not Stop.OPEN:
        return BlockType.PARAGRAPH
    if read_stop(pieces[index + 1].text) is Stop.OPEN:
        return BlockType.PARAGRAPH
    return BlockType.CROSSHEAD if index else BlockType.HEADLINE
