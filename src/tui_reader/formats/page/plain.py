"""Text in which nothing is broken: closed paragraphs, no bylines, no insets. It comes through as it stands.

The rest of page repair weighs what each piece may be; a text without a cut sentence, a byline or a credit gives it
nothing to weigh, and guessing would part what belongs together.
"""

from collections.abc import Sequence

from tui_reader.formats.page.bylines import Byline, byline_strength
from tui_reader.formats.page.credits import is_credit
from tui_reader.formats.page.label import Label
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.notices import is_note
from tui_reader.formats.page.pieces import Piece
from tui_reader.formats.page.traits import Stop, read_stop
from tui_reader.model import BlockType

_HEADING_WORDS = 8
"""A line of so few words may stand open without being cut."""
_HEADLINE_WORDS = 22
"""So many may stand over a text."""
_LONG = 400
"""Characters of a piece that is body text whatever it begins with."""


def label_plain(pieces: Sequence[Piece]) -> list[Label] | None:
    """Label the pieces of a text in which nothing is broken; None where anything may be."""
    stops = []
    for index, piece in enumerate(pieces):
        text = piece.text
        stop = read_stop(text)
        if not _is_whole(piece, text, stop, first=index == 0):
            return None
        stops.append(stop)
    kinds = [_kind(index, pieces, stops) for index in range(len(pieces))]
    return [Label(kind, begins=index == 0, joins=-1, confidence=1.0) for index, kind in enumerate(kinds)]


def _is_whole(piece: Piece, text: str, stop: Stop, *, first: bool) -> bool:
    """Tell whether a piece is a whole paragraph or a heading of its own, and nothing that a page would set apart."""
    if piece.mark is not Mark.PLAIN or piece.attribution:
        return False
    if len(text) <= _LONG:
        if byline_strength(text) is not Byline.NO or is_credit(text):
            return False
        if is_note(text):
            return False
    if stop in {Stop.CLOSED, Stop.SOFT} or text.endswith((":", ";")):
        return True
    return stop is Stop.OPEN and text.count(" ") < (_HEADLINE_WORDS if first else _HEADING_WORDS)


def _kind(index: int, pieces: Sequence[Piece], stops: Sequence[Stop]) -> BlockType:
    """Take a line that stands open over a closed one for a heading."""
    if stops[index] is not Stop.OPEN or index + 1 == len(pieces) or stops[index + 1] is Stop.OPEN:
        return BlockType.PARAGRAPH
    return BlockType.CROSSHEAD if index else BlockType.HEADLINE
