"""How well a piece fits each part of a story, and how well two pieces of body text fit together."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.phrases import Byline
from tui_reader.formats.page.traits import Start, Stop, Traits
from tui_reader.model import BlockType

_NEVER = -99.0
_TOLD = 6.0
"""How well a piece fits the kind that it names itself."""
_SHORT_IN_COLUMNS = 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """A paper's house style as this page shows it: which look its headlines and crossheads have."""

    headlines: Counter[str] = field(default_factory=Counter)
    """Looks of pieces that a byline follows, or that plainly head a story."""
    crossheads: Counter[str] = field(default_factory=Counter)
    columns: float = 0.0
    """Which share of the page's longer pieces begins or stops inside a sentence, as columns do; 0 to 1."""
    top: int = 1
    """The highest level of marked headings on the page."""


def read_style(traits: Sequence[Traits]) -> Style:
    """Read from a page what its headlines look like: the pieces that a byline follows within two pieces."""
    long = [now for now in traits if now.mark is Mark.PLAIN and now.words >= 15 and not now.credited and not now.spoken]
    cut = sum(now.start is Start.LOWER or not now.closed for now in long)
    top = min((now.level for now in traits if now.mark is Mark.HEADING), default=1)
    style = Style(columns=cut / len(long) if long else 0.0, top=top)
    rows = [now for now in traits if now.mark is not Mark.LIST]
    near: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for index, now in enumerate(rows):
        heads = [head for head in rows[max(0, index - 2) : index] if _may_head(head)]
        if (
            now.byline < Byline.PLACED
            or not heads
            or (now.byline is Byline.PLACED and heads[-1] is not rows[index - 1])
        ):
            continue
        if len(heads) == 2 and heads[0].words <= 3 < heads[1].words:
            heads = heads[1:]
        near.update({head.form for head in heads})
        words.update({head.form: head.words for head in heads})
        if heads[-1].mark in {Mark.HEADING, Mark.UNDERLINED}:
            style.headlines[heads[-1].form] += 1
    if near and not style.headlines:
        best = max(near, key=lambda form: (near[form], -words[form]))
        style.headlines[best] = near[best]
    return style


def _may_head(now: Traits) -> bool:
    return now.words <= 30 and now.stop is not Stop.BROKEN and now.byline < Byline.PLACED and not now.credited


def join(before: Traits | None, after: Traits | None) -> float:
    """Judge how well ``after`` goes on from the body text ``before``; ``None`` is the story's start or end."""
    if after is None:
        return (
            0.5
            if before is None or before.stop in {Stop.CLOSED, Stop.SOFT}
            else -4.5
            if before.stop is not Stop.OPEN
            else -3.0
        )
    if before is None:
        return {Start.LOWER: -3.5, Start.FIGURE: -0.3}.get(after.start, 0.5)
    return _JOINS[before.stop].get(after.start, 0.0)


_JOINS: dict[Stop, dict[Start, float]] = {
    Stop.BROKEN: {
        Start.LOWER: 5.0,
        Start.NAME: -1.5,
        Start.WORD: -2.5,
        Start.FUNCTION: -4.0,
        Start.FIGURE: -2.0,
        Start.QUOTE: -4.0,
    },
    Stop.OPEN: {
        Start.LOWER: 4.0,
        Start.NAME: -0.5,
        Start.WORD: -2.0,
        Start.FUNCTION: -3.5,
        Start.FIGURE: 0.0,
        Start.QUOTE: -1.5,
    },
    Stop.HUNGRY: {
        Start.LOWER: 4.5,
        Start.NAME: 1.5,
        Start.WORD: -1.5,
        Start.FUNCTION: -2.5,
        Start.FIGURE: 1.5,
        Start.QUOTE: 0.5,
    },
    Stop.SOFT: {
        Start.LOWER: 3.0,
        Start.NAME: 0.5,
        Start.WORD: 0.7,
        Start.FUNCTION: 0.8,
        Start.FIGURE: 0.0,
        Start.QUOTE: 0.5,
        Start.OTHER: 0.2,
    },
    Stop.CLOSED: {
        Start.LOWER: -5.0,
        Start.NAME: 0.5,
        Start.FUNCTION: 0.8,
        Start.FIGURE: 0.0,
        Start.QUOTE: 0.5,
        Start.OTHER: 0.2,
    },
}


def fit(kind: BlockType, now: Traits, following: Traits | None, style: Style) -> float:
    """Judge how well a piece by its own traits is a block of ``kind``."""
    if now.mark is Mark.RULE:
        return 0.0 if kind is BlockType.CROSSHEAD else _NEVER
    if now.mark is Mark.LIST:
        return {BlockType.LIST_ITEM: 2.0, BlockType.STANDFIRST: 0.0, BlockType.PARAGRAPH: -3.0}.get(kind, _NEVER)
    if now.told:
        return _TOLD if now.told is kind else _NEVER if kind is not BlockType.PARAGRAPH else -_TOLD
    return _FITS[kind](now, following, style)


def _paragraph(now: Traits, following: Traits | None, style: Style) -> float:
    score = 3.0 if now.words >= 40 else 1.5 if now.words >= 15 else 0.5
    if now.words < 40 and not now.closed:
        score -= 1.0 + (40 - now.words) / 12
    marks = {
        Mark.HEADING: -9.0,
        Mark.UNDERLINED: -8.0,
        Mark.BOLD: -3.0,
        Mark.ITALIC: -2.0,
        Mark.BRACKETED: -2.0,
        Mark.QUOTED: -2.5,
    }
    score += marks.get(now.mark, 0.0)
    score -= 6.0 * now.credited + 6.0 * now.spoken + 7.0 * now.contributed + 4.0 * now.furniture
    score -= {Byline.LABELLED: 7.0, Byline.PLACED: 2.5, Byline.NAMES: 2.0}.get(now.byline, 0.0)
    score -= 2.0 * (now.capitals and now.words <= 20) + 3.0 * now.repeated + 2.0 * now.cued
    if following is not None and following.byline is Byline.LABELLED:
        score -= 1.0
    if now.words < 30 and now.closed and style.columns > 0.4:
        score -= _SHORT_IN_COLUMNS
    return score


def _headline(now: Traits, following: Traits | None, style: Style) -> float:
    if now.words > 30 or now.stop is Stop.BROKEN or now.credited or now.spoken or now.contributed or now.furniture:
        return _NEVER
    marked = now.mark in {Mark.HEADING, Mark.UNDERLINED}
    if marked:
        score = 6.0
        if now.mark is Mark.HEADING and now.level > style.top and style.headlines[now.form] <= 0:
            score = 1.0 if now.level > style.top + 1 else min(5.0, 0.7 + 0.6 * now.words)
    else:
        score = {Mark.BOLD: 1.5, Mark.PLAIN: -2.5, Mark.ITALIC: -3.0, Mark.BRACKETED: -3.0}.get(now.mark, -5.0)
        score += 2.0 * now.capitals + 0.5 * now.titled
        score -= 3.0 * (now.closed) + 2.0 * (now.start is Start.LOWER) + 1.5 * (now.stop is Stop.HUNGRY)
        score -= max(0, now.words - 16) / 2 + 1.5 * now.figured + 1.5 * now.repeated + 3.0 * now.cued
        score -= {Byline.LABELLED: 6.0, Byline.PLACED: 2.0, Byline.NAMES: 0.5}.get(now.byline, 0.0)
        score -= 1.5 * (now.words < 3) + 5.0 * (following is None) + 1.5 * _tops(now, following)
    if now.words <= 4 and following is not None and following.words > 25 and sum(style.headlines.values()) > 1:
        score -= 1.0 if marked else 3.0
    if style.headlines[now.form] > 0:
        score += 1.0 if now.form == "plain" else 2.5
    elif not marked and any(count > 0 for count in style.headlines.values()):
        score -= 1.5 if (now.form == "plain-capitals" and style.headlines["plain"]) else 3.5
    return score


def _kicker(now: Traits, following: Traits | None, style: Style) -> float:
    if now.words > 6 or now.closed or following is None or now.credited or now.spoken or now.contributed:
        return _NEVER
    if following.words > 30 or following.mark is Mark.RULE or now.start in {Start.LOWER, Start.QUOTE}:
        return _NEVER
    score = (
        -2.5 + 1.0 * now.capitals + (1.0 if now.mark is not Mark.PLAIN else 0.0) - 2.0 * (now.byline is Byline.LABELLED)
    )
    headed = following.mark in {Mark.HEADING, Mark.UNDERLINED} or following.told is BlockType.HEADLINE
    score += 2.0 * headed + (1.0 if style.headlines[following.form] > 0 else 0.0)
    score += 1.5 * _tops(now, following) - 2.0 * (following.words > 14)
    return score - 4.0 * (style.headlines[now.form] > 0 and now.form != following.form)


def _tops(now: Traits, following: Traits | None) -> bool:
    """Tell whether a few words stand over something as long as a headline."""
    if following is None or now.words > 3 or now.mark in {Mark.HEADING, Mark.UNDERLINED}:
        return False
    return 4 <= following.words <= 20 and not following.closed and following.byline < Byline.PLACED


def _standfirst(now: Traits, following: Traits | None, style: Style) -> float:
    if (
        now.words < 4
        or now.words > 70
        or now.credited
        or now.spoken
        or now.contributed
        or now.mark in {Mark.HEADING, Mark.UNDERLINED}
    ):
        return _NEVER
    score = -2.0 + {Mark.ITALIC: 3.0, Mark.BOLD: 2.0, Mark.BRACKETED: 0.0}.get(now.mark, 0.0)
    score -= {Byline.LABELLED: 7.0, Byline.PLACED: 2.0}.get(now.byline, 0.0) + 1.0 * (now.words > 45)
    score += 1.0 * (now.stop is Stop.OPEN) - 2.0 * (now.start is Start.LOWER) - 4.0 * (now.stop is Stop.BROKEN)
    return score


def _byline(now: Traits, following: Traits | None, style: Style) -> float:
    score = {Byline.LABELLED: 5.0, Byline.PLACED: 2.0, Byline.NAMES: -0.5}.get(now.byline, _NEVER)
    return score - 6.0 * (now.mark in {Mark.HEADING, Mark.UNDERLINED}) - 4.0 * now.contributed


def _crosshead(now: Traits, following: Traits | None, style: Style) -> float:
    if now.words > 12 or now.credited or now.spoken or now.contributed or now.stop is Stop.BROKEN:
        return _NEVER
    if now.mark in {Mark.HEADING, Mark.UNDERLINED}:
        return (
            1.0
            if now.level <= style.top or style.headlines[now.form] > 0
            else 3.0
            if now.level == style.top + 1
            else 4.0
        )
    score = -2.5 + {Mark.BOLD: 2.0, Mark.ITALIC: 0.5}.get(now.mark, 0.0) + 1.0 * now.capitals
    score -= 3.0 * (now.closed) + 3.0 * (now.start is Start.LOWER) + 3.0 * (now.byline is Byline.LABELLED)
    score -= max(0, now.words - 6) / 2 + 1.0 * (now.start is Start.FIGURE) + 2.0 * now.repeated + 4.0 * now.furniture
    return score - (2.0 if following is None else 0.0)


def _caption(now: Traits, following: Traits | None, style: Style) -> float:
    if now.words > 90 or now.mark in {Mark.HEADING, Mark.UNDERLINED} or now.contributed or now.spoken:
        return _NEVER
    score = (5.0 if now.credited else -2.5) + 3.0 * now.cued
    score -= (
        4.0 * (now.start is Start.LOWER)
        + 2.0 * now.repeated
        + 1.0 * (now.quoted and not now.credited)
        + 3.0 * (now.figured and not now.credited and now.stop is Stop.OPEN)
    )
    score -= 3.0 * (now.stop in {Stop.BROKEN, Stop.HUNGRY}) + 1.5 * (now.words < 5) + 2.0 * (now.words > 50)
    score -= {Byline.LABELLED: 6.0, Byline.PLACED: 2.0, Byline.NAMES: 0.0}.get(now.byline, 0.0)
    return score - 4.0 * now.furniture + {Mark.ITALIC: 1.5, Mark.BRACKETED: 0.5, Mark.BOLD: -1.0}.get(now.mark, 0.0)


def _pullquote(now: Traits, following: Traits | None, style: Style) -> float:
    if (
        now.words > 80
        or now.words < 3
        or now.contributed
        or now.credited
        or now.mark in {Mark.HEADING, Mark.UNDERLINED}
    ):
        return _NEVER
    score = -6.0 + 9.0 * now.spoken + 2.5 * now.quoted + 4.0 * now.repeated
    score += {Mark.QUOTED: 4.5, Mark.BOLD: 1.5, Mark.ITALIC: 1.5, Mark.BRACKETED: 0.5}.get(now.mark, 0.0)
    score += 1.0 * (now.start is Start.QUOTE) - 4.0 * (now.figured and not now.spoken)
    score -= 5.0 * (now.start is Start.QUOTE and not now.quoted)
    return score - 4.0 * (now.start is Start.LOWER and not now.spoken) - 6.0 * (now.byline is Byline.LABELLED)


def _callout(now: Traits, following: Traits | None, style: Style) -> float:
    if now.words > 34 or now.words < 2 or now.contributed or now.credited or now.spoken or now.mark is Mark.UNDERLINED:
        return _NEVER
    score = -0.5 if now.figured else -5.5 if now.mark is Mark.QUOTED else -4.0
    score += 1.0 * (now.stop is Stop.OPEN) - 1.0 * (now.closed) - 3.0 * (now.stop is Stop.BROKEN)
    score += (
        4.0 * now.repeated - 2.0 * (now.start is Start.LOWER) + 1.0 * now.fused - 3.0 * (now.quoted and not now.figured)
    )
    score += {Mark.BOLD: 1.5, Mark.BRACKETED: 2.0, Mark.QUOTED: 1.5, Mark.ITALIC: 1.0, Mark.HEADING: -1.0}.get(
        now.mark, 0.0
    )
    return score - 5.0 * (now.byline is Byline.LABELLED) - 3.0 * now.furniture


def _credit(now: Traits, following: Traits | None, style: Style) -> float:
    return 6.0 if now.contributed else _NEVER


def _boilerplate(now: Traits, following: Traits | None, style: Style) -> float:
    return 4.0 if now.furniture else _NEVER


def _list_item(now: Traits, following: Traits | None, style: Style) -> float:
    return _NEVER


_FITS: dict[BlockType, Callable[[Traits, Traits | None, Style], float]] = {
    BlockType.PARAGRAPH: _paragraph,
    BlockType.HEADLINE: _headline,
    BlockType.KICKER: _kicker,
    BlockType.STANDFIRST: _standfirst,
    BlockType.BYLINE: _byline,
    BlockType.CROSSHEAD: _crosshead,
    BlockType.CAPTION: _caption,
    BlockType.PULLQUOTE: _pullquote,
    BlockType.CALLOUT: _callout,
    BlockType.CREDIT: _credit,
    BlockType.BOILERPLATE: _boilerplate,
    BlockType.LIST_ITEM: _list_item,
}
