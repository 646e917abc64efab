"""How well a piece fits the parts of a story, each judged by its own traits; scores are rough log-odds."""

from collections.abc import Callable

from tui_reader.formats.page import heads
from tui_reader.formats.page.bylines import Byline
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.sight import NEVER, Sight
from tui_reader.formats.page.traits import Start, Stop
from tui_reader.model import BlockType

_TOLD = 6.0
"""How well a piece fits the kind that it names itself."""
_HEADINGS = frozenset({Mark.HEADING, Mark.UNDERLINED})
_MARKED_BODY = {
    Mark.HEADING: -9.0,
    Mark.UNDERLINED: -8.0,
    Mark.BOLD: -3.0,
    Mark.ITALIC: -2.0,
    Mark.BRACKETED: -2.0,
    Mark.QUOTED: -2.5,
}
"""What a piece's mark says of its being body text."""
_SIGNED_BODY = {Byline.LABELLED: 7.0, Byline.PLACED: 2.5, Byline.NAMES: 2.0}
_SIGNED_CAPTION = {Byline.LABELLED: 6.0, Byline.PLACED: 2.0}
_MARKED_CAPTION = {Mark.ITALIC: 1.5, Mark.BRACKETED: 0.5, Mark.BOLD: -1.0}
_MARKED_QUOTE = {Mark.QUOTED: 4.5, Mark.BOLD: 1.5, Mark.ITALIC: 1.5, Mark.BRACKETED: 0.5}
_MARKED_CALLOUT = {Mark.BOLD: 1.5, Mark.BRACKETED: 2.0, Mark.QUOTED: 1.5, Mark.ITALIC: 1.0, Mark.HEADING: -1.0}
_LIST_FITS = {BlockType.LIST_ITEM: 2.0, BlockType.STANDFIRST: 0.0, BlockType.PARAGRAPH: -3.0}


def fit(kind: BlockType, sight: Sight) -> float:
    """Judge how well a piece is a block of ``kind``; higher is likelier."""
    now = sight.now
    if now.mark is Mark.LIST:
        return _LIST_FITS.get(kind, NEVER)
    if now.told:
        return _TOLD if now.told is kind else -_TOLD if kind is BlockType.PARAGRAPH else NEVER
    return _FITS[kind](sight)


def _paragraph(sight: Sight) -> float:
    now, following, style = sight.now, sight.following, sight.style
    score = 3.0 if now.words >= 40 else 1.5 if now.words >= 15 else 0.5
    if now.words < 40 and not now.closed:
        score -= 1.0 + (40 - now.words) / 12
    score += _MARKED_BODY.get(now.mark, 0.0) - _SIGNED_BODY.get(now.byline, 0.0)
    score -= 6.0 * now.credited + 6.0 * now.spoken + 7.0 * now.contributed + 4.0 * now.furniture
    score -= 2.0 * (now.capitals and now.words <= 20) + 3.0 * now.repeated + 2.0 * now.cued
    if following is not None and following.byline is Byline.LABELLED:
        score -= 1.0
    if now.words < 30 and now.closed and style.columns > 0.4:
        score -= 1.0
    return score


def _caption(sight: Sight) -> float:
    now = sight.now
    if now.words > 90 or now.mark in _HEADINGS or now.contributed or now.spoken:
        return NEVER
    score = (5.0 if now.credited else -2.5) + 3.0 * now.cued
    score -= (
        4.0 * (now.start is Start.LOWER)
        + 2.0 * now.repeated
        + 1.0 * (now.quoted and not now.credited)
        + 3.0 * (now.figured and not now.credited and now.stop is Stop.OPEN)
    )
    score -= 3.0 * (now.stop in {Stop.BROKEN, Stop.HUNGRY}) + 1.5 * (now.words < 5) + 2.0 * (now.words > 50)
    score -= _SIGNED_CAPTION.get(now.byline, 0.0)
    return score - 4.0 * now.furniture + _MARKED_CAPTION.get(now.mark, 0.0)


def _pullquote(sight: Sight) -> float:
    now = sight.now
    if now.words > 80 or now.words < 3 or now.contributed or now.credited or now.mark in _HEADINGS:
        return NEVER
    score = -6.0 + 9.0 * now.spoken + 2.5 * now.quoted + 4.0 * now.repeated
    score += _MARKED_QUOTE.get(now.mark, 0.0)
    score += 1.0 * (now.start is Start.QUOTE) - 4.0 * (now.figured and not now.spoken)
    score -= 5.0 * (now.start is Start.QUOTE and not now.quoted)
    return score - 4.0 * (now.start is Start.LOWER and not now.spoken) - 6.0 * (now.byline is Byline.LABELLED)


def _callout(sight: Sight) -> float:
    now = sight.now
    if now.words > 34 or now.words < 2 or now.contributed or now.credited or now.spoken or now.mark is Mark.UNDERLINED:
        return NEVER
    score = -0.5 if now.figured else -5.5 if now.mark is Mark.QUOTED else -4.0
    score += 1.0 * (now.stop is Stop.OPEN) - 1.0 * (now.closed) - 3.0 * (now.stop is Stop.BROKEN)
    score += (
        4.0 * now.repeated - 2.0 * (now.start is Start.LOWER) + 1.0 * now.fused - 3.0 * (now.quoted and not now.figured)
    )
    score += _MARKED_CALLOUT.get(now.mark, 0.0)
    return score - 5.0 * (now.byline is Byline.LABELLED) - 3.0 * now.furniture


def _credit(sight: Sight) -> float:
    now = sight.now
    return 6.0 if now.contributed else NEVER


def _boilerplate(sight: Sight) -> float:
    now = sight.now
    return 4.0 if now.furniture else NEVER


_FITS: dict[BlockType, Callable[[Sight], float]] = {
    BlockType.PARAGRAPH: _paragraph,
    BlockType.HEADLINE: heads.fit_headline,
    BlockType.KICKER: heads.fit_kicker,
    BlockType.STANDFIRST: heads.fit_standfirst,
    BlockType.BYLINE: heads.fit_byline,
    BlockType.CROSSHEAD: heads.fit_crosshead,
    BlockType.CAPTION: _caption,
    BlockType.PULLQUOTE: _pullquote,
    BlockType.CALLOUT: _callout,
    BlockType.CREDIT: _credit,
    BlockType.BOILERPLATE: _boilerplate,
    BlockType.LIST_ITEM: lambda _: NEVER,
}
