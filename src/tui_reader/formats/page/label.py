"""What each piece of a page is: the likeliest reading of the page as a whole, found by a beam search.

A piece is judged by its traits and by what it does: whether the body before it is unfinished, whether the text
after it goes on in small letters, whether a byline follows. Scores are rough log-odds; higher is likelier.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.formats.page.evidence import fit
from tui_reader.formats.page.joins import join
from tui_reader.formats.page.moves import Path, Phase, Place, take
from tui_reader.formats.page.sight import Sight
from tui_reader.formats.page.style import Style
from tui_reader.formats.page.traits import Start, Stop, Traits
from tui_reader.model import BlockType

INSETS = frozenset({BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT})
"""What is set into a story from outside."""
_BEAM = 16
"""How many readings of the page are kept side by side."""
_NEW = -2.5
"""A join that fits no better than this is none: the text begins anew."""
_WEAK = -9.0
"""A kind that a piece fits no better than this is not tried."""


@dataclass(frozen=True, slots=True)
class Label:
    """What one piece was taken for."""

    type: BlockType
    begins: bool
    """A new story begins with it."""
    joins: int
    """For body text: the piece that it goes on from, -1 where it begins a paragraph of its own."""
    confidence: float
    """How sure the join, or the lifting of an inset, is; 0 to 1."""


def label(traits: Sequence[Traits], style: Style) -> list[Label]:
    """Label every piece of a page; the cost is linear in the pieces."""
    sights: list[Sight] = []
    paths = [Path(0.0, None, Phase.NOTHING, -1, begins=False, back=None)]
    for index, now in enumerate(traits):
        following = traits[index + 1] if index + 1 < len(traits) else None
        sight = Sight(now, following, style)
        sights.append(sight)
        fits = [(kind, fit(kind, sight)) for kind in BlockType]
        fits = [(kind, score) for kind, score in fits if score > _WEAK or kind is BlockType.PARAGRAPH]
        best: dict[tuple[BlockType | None, Phase, int], Path] = {}
        for path in paths:
            place = Place(path, index, traits)
            for kind, score in fits:
                step = take(place, kind, score)
                known = best.get(step.key)
                if known is None or step.score > known.score:
                    best[step.key] = step
        paths = sorted(best.values(), key=lambda path: -path.score)[:_BEAM]
    return _read_back(max(paths, key=lambda path: path.score + path.end(traits) / 2), sights)


def _read_back(path: Path, sights: Sequence[Sight]) -> list[Label]:
    """Follow a reading back to its first piece."""
    labels = []
    index = len(sights)
    while path.back is not None and path.type is not None:
        index -= 1
        now = sights[index].now
        before = path.back.body if path.type is BlockType.PARAGRAPH and not path.begins else -1
        joined = before >= 0 and _goes_on(sights[before].now, now)
        if joined:
            sure = _sureness(join(sights[before].now, now))
        else:
            sure = _sureness(fit(path.type, sights[index])) if path.type in INSETS else 1.0
        labels.append(Label(path.type, path.begins, before if joined else -1, sure))
        path = path.back
    return labels[::-1]


def _goes_on(before: Traits, after: Traits) -> bool:
    """Tell whether body text goes on from an unfinished sentence; a plain new beginning never does."""
    if before.closed:
        return before.stop is Stop.SOFT and after.start is Start.LOWER
    return join(before, after) > _NEW


def _sureness(score: float) -> float:
    """Turn a score into a confidence."""
    return max(0.3, min(0.97, 0.65 + score / 12))
