"""What each piece of a page is: the likeliest reading of the page as a whole, found by a beam search.

A piece is judged by its traits and by what it does: whether the body before it is unfinished, whether the text
after it goes on in small letters, whether a byline follows. Scores are rough log-odds; higher is likelier.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui_reader.formats.page.evidence import fit
from tui_reader.formats.page.joins import join
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.sight import Sight
from tui_reader.formats.page.style import Style
from tui_reader.formats.page.traits import Start, Stop, Traits
from tui_reader.model import BlockType

_BEAM = 16
_WEAK = -9.0
"""A label that fits no better than this is not tried."""


@dataclass(frozen=True, slots=True)
class Label:
    """What one piece was taken for."""

    type: BlockType
    begins: bool
    """A new story begins with it."""
    joins: int
    """For body text: the piece that it goes on from, -1 where it begins a paragraph of its own."""
    confidence: float


class _Phase:
    NOTHING, HEADED, SIGNED, BODY, CREDITED = range(5)


@dataclass(slots=True)
class _Path:
    score: float
    type: BlockType | None
    phase: int
    body: int
    """The last piece of body text in this story, or -1."""
    begins: bool
    back: "_Path | None"

    @property
    def key(self) -> tuple[BlockType | None, int, int]:
        return self.type, self.phase, self.body


def label(traits: Sequence[Traits], style: Style) -> list[Label]:
    """Label every piece of a page."""
    paths = [_Path(0.0, None, _Phase.NOTHING, -1, False, None)]
    for index, now in enumerate(traits):
        following = traits[index + 1] if index + 1 < len(traits) else None
        sight = Sight(now, following, style)
        fits = [(kind, fit(kind, sight)) for kind in _KINDS]
        fits = [(kind, score) for kind, score in fits if score > _WEAK or kind is BlockType.PARAGRAPH]
        best: dict[tuple[BlockType | None, int, int], _Path] = {}
        for path in paths:
            for kind, score in fits:
                step = _step(path, kind, index, traits, score)
                known = best.get(step.key)
                if known is None or step.score > known.score:
                    best[step.key] = step
        paths = sorted(best.values(), key=lambda path: -path.score)[:_BEAM]
    return _read_back(max(paths, key=lambda path: path.score + _close(path, traits, last=True)), traits)


_KINDS = (
    BlockType.PARAGRAPH,
    BlockType.HEADLINE,
    BlockType.KICKER,
    BlockType.STANDFIRST,
    BlockType.BYLINE,
    BlockType.CROSSHEAD,
    BlockType.CAPTION,
    BlockType.PULLQUOTE,
    BlockType.CALLOUT,
    BlockType.CREDIT,
    BlockType.BOILERPLATE,
    BlockType.LIST_ITEM,
)


def _step(path: _Path, kind: BlockType, index: int, traits: Sequence[Traits], score: float) -> _Path:
    move = _MOVES.get(kind, _inset)
    bonus, phase, body, begins = move(path, index, traits)
    return _Path(path.score + score + bonus, kind, phase, body, begins, path)


def _close(path: _Path, traits: Sequence[Traits], *, last: bool) -> float:
    """Judge a story's end: a body that stops inside a sentence, or no body at all, is a bad one."""
    if path.phase in {_Phase.HEADED, _Phase.SIGNED}:
        return -4.0
    if path.body < 0:
        return 0.0
    return join(traits[path.body], None) * (0.5 if last else 1.0)


def _headline(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    now = traits[index]
    if path.type is BlockType.KICKER:
        return 1.5, _Phase.HEADED, -1, False
    if path.phase is _Phase.NOTHING:
        return (0.5 if index == 0 else 0.0), _Phase.HEADED, -1, True
    marked = now.mark in {Mark.HEADING, Mark.UNDERLINED}
    if path.phase is _Phase.CREDITED:
        return 2.0, _Phase.HEADED, -1, True
    return _close(path, traits, last=False) - (0.0 if marked else 0.5), _Phase.HEADED, -1, True


def _kicker(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    if path.phase is _Phase.CREDITED:
        return 2.0, _Phase.NOTHING, -1, True
    ended = _close(path, traits, last=False) if path.phase is not _Phase.NOTHING else 0.0
    return ended - (6.0 if path.type is BlockType.KICKER else 0.0), _Phase.NOTHING, -1, True


def _standfirst(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    if path.phase is _Phase.HEADED and path.type is BlockType.HEADLINE:
        return 0.0, _Phase.HEADED, -1, False
    if (
        path.phase is _Phase.SIGNED
        and path.type is BlockType.BYLINE
        and path.back
        and path.back.type is not BlockType.STANDFIRST
    ):
        return -2.0, _Phase.SIGNED, -1, False
    return -8.0, path.phase, path.body, False


def _byline(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    if path.phase is _Phase.HEADED:
        if path.type is BlockType.HEADLINE:
            return 3.0, _Phase.SIGNED, -1, False
        return (3.5 if path.type is BlockType.STANDFIRST else 1.0), _Phase.SIGNED, -1, False
    if path.phase is _Phase.NOTHING and path.type is None:
        return -2.0, _Phase.SIGNED, -1, True
    return -7.0, path.phase, path.body, False


def _paragraph(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    begins = path.phase is _Phase.NOTHING and path.type is None
    if path.type is BlockType.KICKER:
        return -6.0, _Phase.BODY, index, False
    bonus = join(traits[path.body] if path.body >= 0 else None, traits[index])
    if path.phase is _Phase.CREDITED:
        bonus -= 4.0
    return bonus, _Phase.BODY, index, begins


def _crosshead(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    if path.phase is _Phase.BODY and path.body >= 0:
        between = join(traits[path.body], None)
        return between, path.phase, path.body, False
    return (-4.0 if path.phase is not _Phase.NOTHING else -1.0), path.phase, path.body, path.type is None


def _credit(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    if path.phase is _Phase.BODY:
        return 0.5, _Phase.CREDITED, path.body, False
    return (0.0 if path.phase is _Phase.CREDITED else -2.0), path.phase, path.body, path.type is None


def _inset(path: _Path, index: int, traits: Sequence[Traits]) -> tuple[float, int, int, bool]:
    if path.type is BlockType.KICKER:
        return -5.0, path.phase, path.body, False
    early = -1.5 if path.phase in {_Phase.NOTHING, _Phase.HEADED} else 0.0
    return early, path.phase, path.body, path.type is None


_Move = Callable[[_Path, int, Sequence[Traits]], tuple[float, int, int, bool]]
_MOVES: dict[BlockType, _Move] = {
    BlockType.HEADLINE: _headline,
    BlockType.KICKER: _kicker,
    BlockType.STANDFIRST: _standfirst,
    BlockType.BYLINE: _byline,
    BlockType.PARAGRAPH: _paragraph,
    BlockType.CROSSHEAD: _crosshead,
    BlockType.CREDIT: _credit,
}


def _read_back(path: _Path, traits: Sequence[Traits]) -> list[Label]:
    steps: list[_Path] = []
    current: _Path | None = path
    while current is not None and current.type is not None:
        steps.append(current)
        current = current.back
    steps.reverse()
    labels = []
    for index, step in enumerate(steps):
        assert step.type is not None and step.back is not None
        before = step.back.body
        joins, sure = -1, 1.0
        if step.type is BlockType.PARAGRAPH and before >= 0 and not step.begins:
            score = join(traits[before], traits[index])
            if not traits[before].closed or (traits[before].stop is Stop.SOFT and traits[index].start is Start.LOWER):
                joins, sure = before, _sure(score)
        labels.append(Label(step.type, step.begins, joins, sure))
    return labels


def _sure(score: float) -> float:
    """Turn a join's score into a confidence."""
    return max(0.3, min(0.97, 0.65 + score / 12))
