"""How a story goes on: what each kind of block means where the reading of the page has come to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

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

    @property
    def key(self) -> tuple[BlockType | None, Phase, int]:
        """Give all that what follows can depend on."""
        return self.type, self.phase, self.body

    def end(self, traits: Sequence[Traits]) -> float:
        """Judge a story's end here: a body that stops inside a sentence, or no body at all, is a bad one."""
        if self.phase in {Phase.HEADED, Phase.SIGNED}:
            return -4.0
        return join(traits[self.body], None) if self.body >= 0 else 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reading stands, about to take the piece ``index``."""

    path: Path
    index: int
    traits: Sequence[Traits]


@dataclass(frozen=True, slots=True)
class _Move:
    score: float
    phase: Phase
    body: int
    begins: bool = False


def take(place: Place, kind: BlockType, score: float) -> Path:
    """Take the next piece for a block of ``kind``, which by itself it fits with ``score``."""
    move = _MOVES.get(kind, _inset)(place)
    return Path(place.path.score + score + move.score, kind, move.phase, move.body, move.begins, place.path)


def _stay(place: Place, score: float) -> _Move:
    path = place.path
    return _Move(score, path.phase, path.body, begins=path.type is None)


def _headline(place: Place) -> _Move:
    path = place.path
    if path.type is BlockType.KICKER:
        return _Move(1.5, Phase.HEADED, -1)
    if path.phase is Phase.NOTHING:
        return _Move(0.5 if place.index == 0 else 0.0, Phase.HEADED, -1, begins=path.type is None)
    if path.phase is Phase.CREDITED:
        return _Move(2.0, Phase.HEADED, -1, begins=True)
    marked = place.traits[place.index].mark in {Mark.HEADING, Mark.UNDERLINED}
    return _Move(path.end(place.traits) - (0.0 if marked else 0.5), Phase.HEADED, -1, begins=True)


def _kicker(place: Place) -> _Move:
    path = place.path
    if path.phase is Phase.CREDITED:
        return _Move(2.0, Phase.NOTHING, -1, begins=True)
    if path.phase is Phase.NOTHING:
        return _Move(-6.0 if path.type is BlockType.KICKER else 0.0, Phase.NOTHING, -1, begins=path.type is None)
    return _Move(path.end(place.traits), Phase.NOTHING, -1, begins=True)


def _standfirst(place: Place) -> _Move:
    path = place.path
    if path.phase is Phase.HEADED and path.type is BlockType.HEADLINE:
        return _Move(0.0, Phase.HEADED, -1)
    told = path.back is not None and path.back.type is BlockType.STANDFIRST
    if path.phase is Phase.SIGNED and path.type is BlockType.BYLINE and not told:
        return _Move(-2.0, Phase.SIGNED, -1)
    return _stay(place, -8.0)


def _byline(place: Place) -> _Move:
    path = place.path
    if path.phase is Phase.HEADED:
        near = {BlockType.HEADLINE: 3.0, BlockType.STANDFIRST: 3.5}
        return _Move(near.get(path.type, 1.0) if path.type else 1.0, Phase.SIGNED, -1)
    if path.type is None:
        return _Move(-2.0, Phase.SIGNED, -1, begins=True)
    return _stay(place, -7.0)


def _paragraph(place: Place) -> _Move:
    path, traits = place.path, place.traits
    if path.type is BlockType.KICKER:
        return _Move(-6.0, Phase.BODY, place.index)
    score = join(traits[path.body] if path.body >= 0 else None, traits[place.index])
    if path.phase is Phase.CREDITED:
        score -= 4.0
    return _Move(score, Phase.BODY, place.index, begins=path.type is None)


def _crosshead(place: Place) -> _Move:
    path = place.path
    if path.phase is Phase.BODY and path.body >= 0:
        return _stay(place, join(place.traits[path.body], None))
    return _stay(place, -1.0 if path.phase is Phase.NOTHING else -4.0)


def _credit(place: Place) -> _Move:
    path = place.path
    if path.phase is Phase.BODY:
        return _Move(0.5, Phase.CREDITED, path.body)
    return _stay(place, 0.0 if path.phase is Phase.CREDITED else -2.0)


def _inset(place: Place) -> _Move:
    path = place.path
    if path.type is BlockType.KICKER:
        return _stay(place, -5.0)
    return _stay(place, _EARLY.get(path.phase, 0.0))


_EARLY = {Phase.NOTHING: -4.0, Phase.HEADED: -1.5}
"""An inset seldom stands before the body, and hardly before the headline."""
_MOVES: dict[BlockType, Callable[[Place], _Move]] = {
    BlockType.HEADLINE: _headline,
    BlockType.KICKER: _kicker,
    BlockType.STANDFIRST: _standfirst,
    BlockType.BYLINE: _byline,
    BlockType.PARAGRAPH: _paragraph,
    BlockType.CROSSHEAD: _crosshead,
    BlockType.CREDIT: _credit,
}
