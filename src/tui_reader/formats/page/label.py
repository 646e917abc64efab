"""What each piece of a page is: the likeliest reading of the page as a whole, found by a beam search.

A piece is judged by its traits and by what it does: whether the body before it is unfinished, whether the text
after it goes on in small letters, whether a byline follows. Scores are rough log-odds; higher is likelier.

Most pieces of most pages are whole paragraphs with nothing unfinished before or behind them. Such a piece is body text
in every reading, and after it all readings are one: the search is work only where there is something to weigh.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from tui_reader.formats.page.bylines import Byline
from tui_reader.formats.page.evidence import fit
from tui_reader.formats.page.joins import join
from tui_reader.formats.page.moves import Mover, Path, Phase, Place, mover
from tui_reader.formats.page.sight import Sight
from tui_reader.formats.page.style import Style
from tui_reader.formats.page.traits import Start, Stop, Traits
from tui_reader.model import BlockType

INSETS = frozenset({BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT})
"""What is set into a story from outside."""
_BODY = ((BlockType.PARAGRAPH, 0.0, mover(BlockType.PARAGRAPH)),)
"""What a piece can be that is surely body text: in every reading the same, so that its score does not matter."""
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
    paths = [Path(0.0, None, Phase.NOTHING, -1, begins=False, back=None)]
    for index in range(len(traits)):
        sure = _is_surely_body(traits, index)
        if sure and len(paths) == 1:
            # what is the same in every reading need not be weighed
            paths = [Path(0.0, BlockType.PARAGRAPH, Phase.BODY, index, begins=paths[0].type is None, back=paths[0])]
            continue
        fits = _BODY if sure else _fits(_look(traits, index, style))
        best: dict[tuple[BlockType, Phase, int], Path] = {}
        for path in paths:
            place = Place(path, index, traits)
            for kind, score, take in fits:
                moved, phase, body, begins = take(place)
                total = path.score + score + moved
                known = best.get((kind, phase, body))
                if known is None or total > known.score:
                    best[kind, phase, body] = Path(total, kind, phase, body, begins, path)
        paths = _likeliest(list(best.values()))
    return _read_back(max(paths, key=lambda path: path.score + path.end(traits) / 2), traits, style)


def _is_surely_body(traits: Sequence[Traits], index: int) -> bool:
    """Tell whether a piece is a whole paragraph, and its neighbours give no reason to take it for anything else."""
    if index:
        before = traits[index - 1]
        if not before.closed or before.contributed:
            return False
    if index + 1 < len(traits):
        after = traits[index + 1]
        if after.start is Start.LOWER or after.byline is not Byline.NO:
            return False
    return traits[index].plain


def _look(traits: Sequence[Traits], index: int, style: Style) -> Sight:
    """See a piece in its place."""
    return Sight(traits[index], traits[index + 1] if index + 1 < len(traits) else None, style)


def _fits(sight: Sight) -> list[tuple[BlockType, float, Mover]]:
    """Give the kinds that a piece may be, with how well it fits them, and how each is taken."""
    fits = [(kind, fit(kind, sight)) for kind in BlockType]
    return [(kind, score, mover(kind)) for kind, score in fits if score > _WEAK or kind is BlockType.PARAGRAPH]


def _likeliest(paths: list[Path]) -> list[Path]:
    """Give the readings that are worth going on with, the best first."""
    if len(paths) == 1:
        return paths
    ranked = sorted(paths, key=attrgetter("score"), reverse=True)[:_BEAM]
    least = ranked[0].score - _MARGIN
    return [path for path in ranked if path.score >= least]


def _read_back(path: Path, traits: Sequence[Traits], style: Style) -> list[Label]:
    """Follow a reading back to its first piece."""
    labels = []
    index = len(traits)
    while path.back is not None and path.type is not None:
        index -= 1
        before = path.back.body if path.type is BlockType.PARAGRAPH and not path.begins else -1
        joined = before >= 0 and _goes_on(traits[before], traits[index])
        if joined:
            sure = _sureness(join(traits[before], traits[index]))
        else:
            sure = _sureness(fit(path.type, _look(traits, index, style))) if path.type in INSETS else 1.0
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
