"""How a story goes on: what each kind of block means where the reading of the page has come to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from tui_reader.formats.page.joins import join
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.traits import Traits
from tui_reader.model import BlockType


class Phase(IntEnum):
    """How far a story has come."""

    NOTHING = 0
    HEADED = 1
    SIGNED = 2
    BODY = 3
    CREDITED = 4


@dataclass(slots=True)
class Path:
    """One reading of the page, as far as it has come; the readings before it hang on ``back``."""

    score: float
    type: BlockType | None
    """What the last piece was taken for; ``None`` before the first."""
    phase: Phase
    body: int
    """The last piece of body text in this story, or -1."""
    begins: bool
    """The last piece begins a story."""
    back: "Path | None"

    def end(self, traits: Sequence[Traits]) -> float:
        """Judge a story's end here: a body that stops inside a sentence, or no body at all, is a bad one."""
        if self.phase in {Phase.HEADED, Phase.SIGNED}:
            return -4.0
        return join(traits[self.body], None) if self.body >= 0 else 0.0


class Place(NamedTuple):
    """Where a reading stands, about to take the piece with the number ``piece``."""

    path: Path
    piece: int
    traits: Sequence[Traits]


Move = tuple[float, Phase, int, bool]
"""The score of taking a piece for a kind; then the phase, the last body text, and whether a story begins with it."""


Mover = Callable[[Place], Move]
"""Takes the next piece for a block of its kind."""


def mover(kind: BlockType) -> Mover:
    """Give what takes a piece for a block of ``kind``."""
    return _MOVES[kind]


def _stay(place: Place, score: float) -> Move:
    path = place.path
    return score, path.phase, path.body, path.type is None


def _headline(place: Place) -> Move:
    path = place.path
    if path.type is BlockType.KICKER:
        return 1.5, Phase.HEADED, -1, False
    if path.phase is Phase.NOTHING:
        return 0.5 if place.piece == 0 else 0.0, Phase.HEADED, -1, path.type is None
    if path.phase is Phase.CREDITED:
        return 2.0, Phase.HEADED, -1, True
    marked = place.traits[place.piece].mark in {Mark.HEADING, Mark.UNDERLINED}
    return path.end(place.traits) - (0.0 if marked else 0.5), Phase.HEADED, -1, True


def _kicker(place: Place) -> Move:
    path = place.path
    if path.phase is Phase.CREDITED:
        return 2.0, Phase.NOTHING, -1, True
    if path.phase is Phase.NOTHING:
        return -6.0 if path.type is BlockType.KICKER else 0.0, Phase.NOTHING, -1, path.type is None
    return path.end(place.traits), Phase.NOTHING, -1, True


def _standfirst(place: Place) -> Move:
    path = place.path
    if path.phase is Phase.HEADED and path.type is BlockType.HEADLINE:
        return 0.0, Phase.HEADED, -1, False
    told = path.back is not None and path.back.type is BlockType.STANDFIRST
    if path.phase is Phase.SIGNED and path.type is BlockType.BYLINE and not told:
        return -2.0, Phase.SIGNED, -1, False
    return _stay(place, -8.0)


def _byline(place: Place) -> Move:
    path = place.path
    if path.phase is Phase.HEADED:
        near = {BlockType.HEADLINE: 3.0, BlockType.STANDFIRST: 3.5}
        return near.get(path.type, 1.0) if path.type else 1.0, Phase.SIGNED, -1, False
    if path.type is None:
        return -2.0, Phase.SIGNED, -1, True
    return _stay(place, -7.0)


def _paragraph(place: Place) -> Move:
    path, piece, traits = place
    if path.type is BlockType.KICKER:
        return -6.0, Phase.BODY, piece, False
    score = join(traits[path.body] if path.body >= 0 else None, traits[piece])
    if path.phase is Phase.CREDITED:
        score -= 4.0
    return score, Phase.BODY, piece, path.type is None


def _crosshead(place: Place) -> Move:
    path = place.path
    if path.phase is Phase.BODY and path.body >= 0:
        return _stay(place, join(place.traits[path.body], None))
    return _stay(place, -1.0 if path.phase is Phase.NOTHING else -4.0)


def _credit(place: Place) -> Move:
    path = place.path
    if path.phase is Phase.BODY:
        return 0.5, Phase.CREDITED, path.body, False
    return _stay(place, 0.0 if path.phase is Phase.CREDITED else -2.0)


def _inset(place: Place) -> Move:
    path = place.path
    if path.type is BlockType.KICKER:
        return _stay(place, -5.0)
    return _stay(place, _EARLY.get(path.phase, 0.0))


_EARLY = {Phase.NOTHING: -4.0, Phase.HEADED: -1.5}
"""An inset seldom stands before the body, and hardly before the headline."""
_MOVES: dict[BlockType, Mover] = {
    **dict.fromkeys(BlockType, _inset),
    BlockType.HEADLINE: _headline,
    BlockType.KICKER: _kicker,
    BlockType.STANDFIRST: _standfirst,
    BlockType.BYLINE: _byline,
    BlockType.PARAGRAPH: _paragraph,
    BlockType.CROSSHEAD: _crosshead,
    BlockType.CREDIT: _credit,
}
