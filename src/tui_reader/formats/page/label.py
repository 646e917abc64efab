"""What each piece of a page is: the likeliest reading of the page as a whole, found by a beam search.

A piece is judged by its traits and by what it does: whether the body before it is unfinished, whether the text
after it goes on in small letters, whether a byline follows. Scores are rough log-odds; higher is likelier.

Most pieces of most pages are whole paragraphs with nothing unfinished before or behind them. Such a piece is body text
in every reading, and after it all readings are one: the search is work only where there is something to weigh.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from tui_reader.formats.page.bylines import Byline
from tui_reader.formats.page.evidence import fit
from tui_reader.formats.page.joins import join
from tui_reader.formats.page.moves import Path, Phase, Place, take
from tui_reader.formats.page.sight import Sight
from tui_reader.formats.page.style import Style
from tui_reader.formats.page.traits import Start, Stop, Traits
from tui_reader.model import BlockType

INSETS = frozenset({BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT})
"""What is set into a story from outside."""
_KINDS = tuple(BlockType)
_BEAM = 16
"""How many readings of the page are kept side by side."""
_MARGIN = 8.0
"""A reading that is so much less likely than the best is given up."""
_NEW = -2.5
"""A join that fits no better than this is none: the text begins anew."""
_WEAK = -9.0
"""A kind that a piece fits no better than this is not tried."""


class Label(NamedTuple):
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
    sights = _look(traits, style)
    paths = [Path(0.0, None, Phase.NOTHING, -1, begins=False, back=None)]
    for index, sight in enumerate(sights):
        fits = _fits(sight)
        best: dict[tuple[BlockType | None, Phase, int], Path] = {}
        for path in paths:
            place = Place(path, index, traits)
            for kind, score in fits:
                step = take(place, kind, score)
                key = step.type, step.phase, step.body
                known = best.get(key)
                if known is None or step.score > known.score:
                    best[key] = step
        paths = _likeliest(best.values())
    return _read_back(max(paths, key=lambda path: path.score + path.end(traits) / 2), sights)


def _look(traits: Sequence[Traits], style: Style) -> list[Sight]:
    """Give each piece with its neighbours."""
    around = (None, *traits, None)
    return [Sight(now, around[index], around[index + 2], style) for index, now in enumerate(traits)]


def _fits(sight: Sight) -> list[tuple[BlockType, float]]:
    """Give the kinds that a piece may be, with how well it fits them."""
    body = BlockType.PARAGRAPH, fit(BlockType.PARAGRAPH, sight)
    if _is_surely_body(sight):
        return [body]
    fits = [(kind, fit(kind, sight)) for kind in _KINDS if kind is not BlockType.PARAGRAPH]
    return [body, *(found for found in fits if found[1] > _WEAK)]


def _is_surely_body(sight: Sight) -> bool:
    """Tell whether a piece is a whole paragraph, and its neighbours give no reason to take it for anything else."""
    before, after = sight.before, sight.following
    if before is not None and (not before.closed or before.contributed):
        return False
    if after is not None and (after.start is Start.LOWER or after.byline is not Byline.NO):
        return False
    return sight.now.plain


def _likeliest(paths: Iterable[Path]) -> list[Path]:
    """Give the readings that are worth going on with, the best first."""
    ranked = sorted(paths, key=attrgetter("score"), reverse=True)[:_BEAM]
    least = ranked[0].score - _MARGIN
    return [path for path in ranked if path.score >= least]


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
