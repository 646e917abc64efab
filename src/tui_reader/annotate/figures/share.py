"""Shares: odds, fractions in words, halves."""

import re
from typing import Final

from tui_reader.annotate.figures import approximator, noun
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.numeral import SCALES, SMALL, TENS
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.unit import TIMES
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind


def read_odds(site: Site) -> Claim | None:
    """Read "one in three", "two out of five": a part of a whole."""
    number, text = site.number, site.text
    if (
        site.key not in {"in", "out"}
        or site.gap != " "
        or not isinstance(number.value, int)
        or not 0 < number.value < 10
    ):
        return None
    match = _ODDS.match(text, number.end)
    if match is None:
        return None
    whole = int(match[2].replace(",", "")) if match[2] else _WHOLES[match[3].removeprefix("a ")]
    if whole <= number.value or (match[1] is None and number.digits and not _are_odds(site, whole)):
        return None
    follower = _FOLLOWER.match(text, match.end())
    if follower is not None and follower[1] in TIMES:
        return None
    return Claim(
        site.start,
        match.end(),
        FigureKind.COUNT,
        number.value / whole,
        unit="fraction",
        approx=site.hedge(),
        spelled=True,
    )


_ODDS = re.compile(
    r" (?:in|(out of))(?: every)? (?:(\d{1,3}(?:,\d{3}){0,2}|\d{1,6})(?![\d.,%]{0,9}\d|[%A-Za-z-])"
    r"|(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a )?(?:hundred|thousand|million))"
    r"(?![A-Za-z-]))"
)
_WHOLES: Final[dict[str, int]] = {**SMALL, **TENS, **SCALES}
_FOLLOWER = re.compile(r" ([a-z]{3,10})")


def _are_odds(site: Site, whole: int) -> bool:
    """Whether "2 in 5" in digits is a part of a whole: a round whole, and no year, no month, no run of games."""
    if site.number.value == 1:
        return not 1900 < whole < 2100
    last = site.last()
    follower = _FOLLOWER.match(site.text, site.number.end + 4 + len(str(whole)))
    if follower is not None and (follower[1] in _GAMES or not noun.plural(follower[1])):
        return False
    said = follower is not None or bool(site.hedge()) or last in {"every", "roughly", "only", "just"}
    return said and whole in _ROUND


_ROUND: Final[frozenset[int]] = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000})
_GAMES: Final[frozenset[str]] = words(
    "games matches starts attempts innings tests outings weeks appearances trips tries visits meetings races rounds "
    "seasons plays drives"
)


_HALVED: Final[frozenset[str]] = words("of the its their his her our")
"""What a half is of: "half of them", "half the votes"."""
_NO_HALF: Final[frozenset[str]] = words("first second other the latter early later better this last top bottom")
"""Words that make of a half a stretch of something: "the first half of"."""


def is_share(site: Site) -> bool:
    """Whether "a third" is a part of a whole: "a third of them", "more than a third voted", "a quarter were"."""
    if site.last() not in {"a", "one"}:
        return False
    key = site.key
    if key == "of" or (key in _SHARES_DO and site.gap == " "):
        return True
    if site.last(2) == "by":
        return not key or key in noun.STOPS
    return bool(approximator.before(site.left[:-1])) and key not in _TIMES_OVER


_SHARES_DO: Final[frozenset[str]] = words("were are have say do")
"""Verbs that a share of people or things is the subject of."""
_TIMES_OVER: Final[frozenset[str]] = words(
    "party person time term world man woman country year month day week child wife point attempt state term"
)
"""Nouns that "a third" only ranks."""


def read_part(site: Site) -> Claim | None:
    """Read a fraction: "two-thirds of", "half of the class", "nearly half"."""
    number = site.number
    word = site.text[number.start : number.end].lower()
    approx = site.hedge()
    if word == "half" and site.last() == "a" and site.last(2) == "and":
        return _read_and_a_half(site)
    if site.key in {"point", "points"} and site.gap in {" ", "-"}:
        return Claim(
            site.start, site.word_end, FigureKind.COUNT, number.value, unit="point", approx=approx, dimension="count",
            coefficient=number.value, spelled=True,
        )  # fmt: skip
    if word.endswith("quarters") and site.last() in {"first", "last", "past", "next", "previous", "latest", "all"}:
        several = round(number.value * 4)
        return Claim(
            site.start, number.end, FigureKind.PERIOD, several, unit="quarter", coefficient=several, spelled=True
        )
    if " " in word or "-" in word:
        tells = True
    elif word == "half":
        tells = bool(approx) or (site.key in _HALVED and site.last() not in _NO_HALF)
        if site.key == "of" and site.text.startswith((" it ", " that"), site.word_end):
            tells = bool(approx)
    else:
        tells = is_share(site)
    if not tells:
        return None
    start = site.start
    if site.last() in {"a", "one"} and "-" not in word and " " not in word:
        start = site.text.rfind(site.left[-1], 0, site.start)
        approx = approximator.before(site.left[:-1])
    return Claim(
        start,
        number.end,
        FigureKind.COUNT,
        number.value,
        unit="fraction",
        approx=approx,
        coefficient=number.value,
        spelled=True,
    )


_ONE_AND = re.compile(
    r"(?<![A-Za-z])(?:an?|one) (second|minute|hour|day|week|month|year|decade|century|mile) and a $", re.IGNORECASE
)


def _read_and_a_half(site: Site) -> Claim | None:
    """Read "a year and a half"."""
    begin = max(0, site.number.start - 24)
    match = _ONE_AND.search(site.text[begin : site.number.start])
    if match is None:
        return None
    start, unit = begin + match.start(), match[1].lower()
    approx = approximator.before(site.text[max(0, start - 40) : start].split())
    kind, dimension = (FigureKind.QUANTITY, "length") if unit == "mile" else (FigureKind.PERIOD, "time")
    return Claim(
        start, site.number.end, kind, 1.5, unit=unit, approx=approx, coefficient=1.5, dimension=dimension, spelled=True
    )
