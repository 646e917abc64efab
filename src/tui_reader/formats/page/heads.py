"""How well a piece fits the heads of a story: kicker, headline, standfirst, byline, crosshead."""

from tui_reader.formats.page.bylines import Byline
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.sight import NEVER, Sight
from tui_reader.formats.page.traits import Start, Stop, Traits
from tui_reader.model import BlockType

_HEADINGS = frozenset({Mark.HEADING, Mark.UNDERLINED})
_MARKED_HEADLINE = {Mark.BOLD: 1.5, Mark.PLAIN: -2.5, Mark.ITALIC: -3.0, Mark.BRACKETED: -3.0}
"""What a piece's mark says of its being a headline."""
_SIGNED_HEADLINE = {Byline.LABELLED: 6.0, Byline.PLACED: 2.0, Byline.NAMES: 0.5}
_MARKED_STANDFIRST = {Mark.ITALIC: 3.0, Mark.BOLD: 2.0}
_SIGNED_STANDFIRST = {Byline.LABELLED: 7.0, Byline.PLACED: 2.0}
_MARKED_CROSSHEAD = {Mark.BOLD: 2.0, Mark.ITALIC: 0.5}
_BYLINES = {Byline.LABELLED: 5.0, Byline.PLACED: 2.0, Byline.NAMES: -0.5}


def fit_headline(sight: Sight) -> float:
    """Judge how well a piece is a headline."""
    now, following, style = sight.now, sight.following, sight.style
    if now.words > 30 or now.stop is Stop.BROKEN or now.credited or now.spoken or now.contributed or now.furniture:
        return NEVER
    marked = now.mark in _HEADINGS
    if marked:
        score = 6.0
        if now.mark is Mark.HEADING and now.level > style.top and style.headlines[now.form] <= 0:
            score = 1.0 if now.level > style.top + 1 else min(5.0, 0.7 + 0.6 * now.words)
    else:
        score = _MARKED_HEADLINE.get(now.mark, -5.0)
        score += 2.0 * now.capitals + 0.5 * now.titled
        score -= 3.0 * (now.closed) + 2.0 * (now.start is Start.LOWER) + 1.5 * (now.stop is Stop.HUNGRY)
        score -= max(0, now.words - 16) / 2 + 1.5 * now.figured + 1.5 * now.repeated + 3.0 * now.cued
        score -= _SIGNED_HEADLINE.get(now.byline, 0.0)
        score -= 1.5 * (now.words < 3) + 5.0 * (following is None) + 2.5 * _tops(now, following)
    if now.words <= 4 and following is not None and following.words > 25 and sum(style.headlines.values()) > 1:
        score -= 1.0 if marked else 3.0
    if style.headlines[now.form] > 0:
        score += 1.0 if now.form == "plain" else 2.5
    elif not marked and style.known:
        score -= 1.5 if (now.form == "plain-capitals" and style.headlines["plain"]) else 3.5
    return score


def fit_kicker(sight: Sight) -> float:
    """Judge how well a piece is a kicker: a few words over a headline."""
    now, following, style = sight.now, sight.following, sight.style
    if now.words > 6 or now.closed or following is None or now.credited or now.spoken or now.contributed:
        return NEVER
    if following.words > 30 or following.mark is Mark.RULE or now.start in {Start.LOWER, Start.QUOTE}:
        return NEVER
    score = (
        -2.5 + 1.0 * now.capitals + (1.0 if now.mark is not Mark.PLAIN else 0.0) - 2.0 * (now.byline is Byline.LABELLED)
    )
    headed = following.mark in _HEADINGS or following.told is BlockType.HEADLINE
    score += 2.0 * headed + (1.0 if style.headlines[following.form] > 0 else 0.0)
    score += 1.5 * _tops(now, following) - 2.0 * (following.words > 14)
    return score - 4.0 * (style.headlines[now.form] > 0 and now.form != following.form)


def _tops(now: Traits, following: Traits | None) -> bool:
    """Tell whether a few words stand over something as long as a headline."""
    if following is None or now.words > 3 or now.mark in _HEADINGS:
        return False
    return 4 <= following.words <= 20 and not following.closed and following.byline < Byline.PLACED


def fit_standfirst(sight: Sight) -> float:
    """Judge how well a piece is a standfirst."""
    now = sight.now
    if now.words < 4 or now.words > 70 or now.credited or now.spoken or now.contributed or now.mark in _HEADINGS:
        return NEVER
    score = -2.0 + _MARKED_STANDFIRST.get(now.mark, 0.0)
    score -= _SIGNED_STANDFIRST.get(now.byline, 0.0) + 1.0 * (now.words > 45)
    score += 1.0 * (now.stop is Stop.OPEN) - 2.0 * (now.start is Start.LOWER) - 4.0 * (now.stop is Stop.BROKEN)
    return score


def fit_byline(sight: Sight) -> float:
    """Judge how well a piece is a byline."""
    now = sight.now
    score = _BYLINES.get(now.byline, NEVER)
    return score - 6.0 * (now.mark in _HEADINGS) - 4.0 * now.contributed


def fit_crosshead(sight: Sight) -> float:
    """Judge how well a piece is a crosshead."""
    now, following, style = sight.now, sight.following, sight.style
    if now.words > 12 or now.credited or now.spoken or now.contributed or now.stop is Stop.BROKEN:
        return NEVER
    if now.mark in _HEADINGS:
        return (
            1.0
            if now.level <= style.top or style.headlines[now.form] > 0
            else 3.0
            if now.level == style.top + 1
            else 4.0
        )
    score = -2.5 + _MARKED_CROSSHEAD.get(now.mark, 0.0) + 1.0 * now.capitals
    score -= 3.0 * (now.closed) + 3.0 * (now.start is Start.LOWER) + 3.0 * (now.byline is Byline.LABELLED)
    score -= max(0, now.words - 6) / 2 + 1.0 * (now.start is Start.FIGURE) + 2.0 * now.repeated + 4.0 * now.furniture
    return score - (2.0 if following is None else 0.0)
