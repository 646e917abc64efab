"""Joining: ranges, shared units and magnitudes, pairs of which one converts the other."""

import re
from typing import Final

from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.currency import MINOR
from tui_reader.annotate.figures.day_range import LINKS, days_between
from tui_reader.annotate.figures.numeral import Number
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind
from tui_reader.model.span import Span

_RANGE: Final[frozenset[str]] = frozenset(
    {
        "-",
        "–",
        "—",
        " - ",
        " – ",
        " to ",
        "-to-",
        " or ",
        " and ",
        " to-",
        "‑",
        " to as much as ",
        " to as many as ",
        " through ",
        "- to ",
        "-or-",
        "~",
        *(f" to {hedge} " for hedge in ("about", "nearly", "more than", "over", "around", "almost", "roughly", "some")),
    }
)
_HANGING: Final[frozenset[str]] = frozenset({"- and ", "-, ", "- or ", "-and-", "- to "})
"""What stands between numbers that share the noun of the last: "four-, five- and six-cylinder"."""
_BY: Final[frozenset[str]] = frozenset({" by ", "-by-", " x ", "x", " × ", "×"})
"""What stands between the sides of a thing, which share their unit."""
_LISTS: Final[frozenset[str]] = frozenset({" and ", " or ", ", and ", ", or "})
_LISTED: Final[frozenset[str]] = frozenset(
    {"length", "area", "volume", "mass", "percent", "percentage point", "power", "energy", "temperature"}
)
"""What a bare number tied to a measure shares: "five and 40 mm", "10, 20 and 30 percent"."""
_PART_OF: Final[frozenset[str]] = frozenset({" of the ", " of its ", " of a ", " of their ", " out of "})
_CONVERTS = re.compile(
    r" ?\( ?(?:or |about |around |roughly |nearly |almost |approximately |some |more than |over |less than |up to |= ?"
    r"|equivalent to |~ ?|≈ ?)?$|,? or (?:about |around |roughly |nearly |approximately |some )?$| / $"
)
_FURTHER: Final[frozenset[str]] = frozenset({", ", "; ", " / ", "/", " or ", " and ", ", or "})
"""What parts a second conversion from the first: "(€28m; $32m)"."""
_LOOK: Final = 24


def join(text: str, claims: list[Claim]) -> list[Claim]:
    """Claims with ranges joined, units shared and conversions tied; bare numbers that say too little are gone."""
    joined: list[Claim] = []
    for claim in claims:
        if joined and claim.start - joined[-1].end <= _LOOK:
            between = text[joined[-1].end : claim.start]
            if "\n\n" not in between:
                merged = _merge(text, joined[-1], claim, between)
                if merged is not None:
                    joined[-1:] = merged
                    _share_list(text, joined)
                    continue
        joined.append(claim)
    _carry_currency(text, joined)
    return [claim for claim in joined if (not claim.bare or claim.stands) and not _scored(text, claim)]


def _scored(text: str, claim: Claim) -> bool:
    """Whether a count is the second half of a score or a type: "3-2 wins", "787-9 seats"."""
    start = claim.start
    return (
        claim.dimension == "count"
        and claim.plain
        and start > 1
        and text[start - 1] in "-–"
        and text[start - 2].isdigit()
        and claim.value_max is None
    )


_CARRY: Final = 120
_CARRIED = re.compile(r"(?:from|against|versus|vs\.?|than|with|to) $")


def _carry_currency(text: str, claims: list[Claim]) -> None:
    """Give a large bare number the currency that its sentence speaks of: "1.2 bn yen, up from 0.9 bn"."""
    money: Claim | None = None
    for at, claim in enumerate(claims):
        if claim.dimension == "money" and claim.scale >= 10**6:
            money = claim
        elif money is not None and claim.bare and claim.scale >= 10**6:
            between = text[money.end : claim.start]
            if len(between) < _CARRY and _CARRIED.search(between) and ". " not in between and "\n\n" not in between:
                claims[at] = claim._replace(
                    kind=FigureKind.MONEY, unit=money.unit, per=money.per, dimension="money", bare=False
                )


def _share_list(text: str, joined: list[Claim]) -> None:
    """Hand the unit of the last claim back along a list of hanging numbers."""
    at = len(joined) - 2
    measured = joined[-1].dimension in _LISTED
    while at >= 1 and joined[at - 1].bare:
        between = text[joined[at - 1].end : joined[at].start]
        if between not in _HANGING and not (measured and between == ", " and joined[at - 1].plain):
            break
        joined[at - 1] = _share(joined[at - 1], joined[at])
        at -= 1


def _merge(text: str, first: Claim, second: Claim, between: str) -> list[Claim] | None:
    """Give the two claims as one range, or as a pair that shares or converts; None where they are strangers."""
    if between == " to " and first.bare and second.dimension == "money" and _level(text, first, second):
        return [_share(first, second), second]
    if first.value_max is None and between in _RANGE and _same(first, second):
        merged = _range(text, first, second, between)
        if merged is not None:
            return [merged]
    if first.bare and second.dimension == "date" and between.strip() in {"-", "–", "to"}:
        return _hours(first, second)
    if first.dimension == second.dimension == "date":
        return days_between(text, first, second) if between in LINKS else None
    if first.bare and not second.bare:
        product = _product(text, first, second) if between in _TIMES else None
        if product is not None:
            return [product]
        shares = between in _HANGING and second.dimension not in {"", "date", "rank"}
        part_of = between in _PART_OF and first.scale > 1 and second.dimension == "money"
        sides = between in _BY and (second.dimension == "length" or second.unit == "pixel")
        listed = between in _LISTS and second.dimension in _LISTED and first.plain and second.scale == 1
        return [_share(first, second), second] if shares or part_of or sides or listed else None
    if second.bare and not first.bare and first.dimension not in {"", "date", "rank", "count"}:
        return _share_back(text, first, second, between)
    same = second.dimension and second.dimension == first.dimension and second.dimension not in _UNCONVERTED
    further = first.conversion_of is not None and between in _FURTHER
    if same and _convertible(first, second, between) and (further or _CONVERTS.search(between)):
        original = first.conversion_of or Span(first.start, first.end)
        return [first, second._replace(conversion_of=original, approx=second.approx or first.approx)]
    return None


_TIMES: Final[frozenset[str]] = _BY - {" by ", "-by-"}
_RACES = re.compile(r" (?:mixed |medley |freestyle |sprint )?(?:relay|medley|freestyle|squad)(?![a-z])")
_MULTIPLIED: Final[frozenset[str]] = frozenset({"money", "mass", "volume", "power"})


def _product(text: str, first: Claim, second: Claim) -> Claim | None:
    """Give so many times one amount: "6 x 330ml", "the 4 x 100m relay"; lengths elsewhere are sides."""
    relay = second.dimension == "length" and _RACES.match(text, second.end) is not None
    if not (relay or second.dimension in _MULTIPLIED) or second.value_max is not None or second.scale > 1:
        return None
    if not isinstance(first.value, int) or not isinstance(second.value, int | float) or not first.plain:
        return None
    return second._replace(start=first.start, value=_times(second.value, first.value), approx=first.approx)


def _level(text: str, first: Claim, second: Claim) -> bool:
    """Whether a bare number is a change and the money after it the level reached: "rose 5 to 339 pence"."""
    lead = text[max(0, first.start - 30) : first.start].lower().split()[-1:]
    values = isinstance(first.value, int | float) and isinstance(second.value, int | float)
    return values and lead != [] and lead[0] in _CHANGES and second.coefficient > _STEP * abs(first.coefficient)


_STEP: Final = 4
"""How many times a change the level is at least, for the two not to be a range."""


def _years(first: Claim, second: Claim) -> list[Claim] | None:
    """Give the years from the bare first to a second before our era."""
    last = str(second.value)
    if not first.plain or not isinstance(first.value, int) or not 1 - first.value < int(last):
        return None
    return [second._replace(start=first.start, kind=FigureKind.PERIOD, value=(f"{1 - first.value:05}", last))]


def _convertible(first: Claim, second: Claim, between: str) -> bool:
    """Whether a figure may give another anew: not an amount and its part for each share, "$1 mln or 12 cts a share"."""
    if first.unit == second.unit:
        return False
    rated = "or" in between and second.per != first.per
    return not rated and (first.unit in MINOR) == (second.unit in MINOR)


def _hours(first: Claim, second: Claim) -> list[Claim] | None:
    """Read "5 to 7 pm" as one stretch of hours, "500-300 BC" as one of years."""
    if isinstance(second.value, str) and second.value.startswith("-"):
        return _years(first, second)
    if (
        not isinstance(second.value, str)
        or "T" not in second.value
        or not first.plain
        or not isinstance(first.value, int)
    ):
        return None
    date, _, clock = second.value.partition("T")
    last = int(clock[:2])
    begin = first.value + 12 if last > 12 and first.value + 12 < last else first.value
    if not 0 < first.value <= 12 or begin >= last:
        return None
    return [second._replace(start=first.start, value=(f"{date}T{begin:02}:00", second.value))]


_UNCONVERTED: Final[frozenset[str]] = frozenset({"count", "date", "rank", "time"})
_AGAINST: Final[frozenset[str]] = frozenset(
    {" vs ", " vs. ", " versus ", " against ", " compared with ", " compared to "}
)


def _share_back(text: str, first: Claim, second: Claim, between: str) -> list[Claim] | None:
    """Give the unit of the first for a bare second: "7.50 marks vs 7.50", "aged 18-34", "from 208 pounds to 193"."""
    link = between.strip()
    low, high = first.value, second.value
    if (
        not isinstance(low, int | float)
        or not isinstance(high, int | float)
        or first.weak
        or first.value_max is not None
    ):
        return None
    shared = second._replace(kind=first.kind, unit=first.unit, per=first.per, dimension=first.dimension, bare=False)
    if between in _AGAINST and first.kind is not FigureKind.AGE:
        return [first, shared] if second.stands or second.scale == first.scale else None
    ages = first.kind is FigureKind.AGE and link in {"-", "–", "to", "and"}
    open_range = first.dimension == "money" and link in {"-", "–"} and second.scale == first.scale
    fall = link == "to" and text[max(0, first.start - 5) : first.start] == "from " and second.scale == first.scale
    if (ages and low < high) or (open_range and low < high) or (fall and first.kind is not FigureKind.AGE):
        return [shared._replace(start=first.start, value=min(low, high), value_max=max(low, high), approx=first.approx)]
    return None


def _same(first: Claim, second: Claim) -> bool:
    """Whether two claims may be the ends of one range."""
    if second.bare and not first.bare:
        return False
    numbers = (
        isinstance(first.value, int | float) and isinstance(second.value, int | float) and second.value_max is None
    )
    if not numbers or first.weak or second.weak or first.kind == FigureKind.ORDINAL:
        return False
    if first.bare:
        return second.dimension != "date" and second.kind is not FigureKind.ORDINAL
    return first.kind == second.kind and first.unit == second.unit


def _range(text: str, first: Claim, second: Claim, between: str) -> Claim | None:
    """Give the range from first to second; None where the words around say that it is none."""
    link = between.strip()
    lead = text[max(0, first.start - 30) : first.start].lower().split()
    if link == "and" and not _announced(lead):
        return None
    low, high = first.value, second.value
    if not isinstance(low, int | float) or not isinstance(high, int | float):
        return None
    if first.per not in {"", second.per} and lead[-1:] != ["from"]:
        return None
    lacks = first.scale == 1 and second.scale > 1 and (first.bare or first.dimension == "money")
    shares = lacks and abs(first.coefficient) < 1000 and abs(first.coefficient) <= abs(second.coefficient)
    if link == "to" and first.bare == second.bare and lead and lead[-1] in _CHANGES and not shares:
        return None
    if first.bare and second.bare and not low < high and lead[-1:] != ["from"]:
        return None
    if shares:
        low = _times(low, second.scale)
    if link == "or" and (first.bare is False or not 0 < high - low <= max(5, abs(low))):
        return None
    if lacks and first.bare and not shares:
        return None
    if first.bare and first.plain and first.scale == second.scale == 1 and high >= 1000 and high % 1000 == 0:
        low = _thousands(low, high)
    if link == "to" and not first.bare and lead and lead[-1] == "by" and high > 2 * low:
        return None
    if link in {"-", "–", "—"} and not low < high:
        return None
    if first.bare and second.bare and (link in {"-", "–", "—"} and first.plain and second.plain):
        return None
    if low < 0 < high and link == "-":
        return None
    approx = first.approx or second.approx
    return second._replace(
        start=first.start,
        value=min(low, high),
        value_max=max(low, high),
        per=second.per or first.per,
        approx=approx,
        stands=second.stands or first.stands or (bool(lead) and lead[-1] in {"from", "between"}),
    )


_CHANGES: Final[frozenset[str]] = words(
    "rose fell up down gained lost dropped climbed slipped added eased jumped firmed slid sank surged advanced "
    "declined tumbled rallied plunged soared increased decreased grew shrank cut raised"
)
"""Words after which "X to Y" is a change and the level it reached, not a range."""


def _thousands(low: Number, high: Number) -> Number:
    """Read the 25 of "between 25 and 35,000" as thousands where both are then of a size."""
    return low * 1000 if 0.3 * high <= low * 1000 < high else low


def _announced(lead: list[str]) -> bool:
    """Whether "between" stands shortly before."""
    return any(word.strip('("“') == "between" for word in lead[-3:])


def _times(value: Number, scale: int) -> Number:
    """Give the product without a float's dust."""
    product = value * scale
    if isinstance(product, float):
        product = round(product, 6)
        if product.is_integer():
            return int(product)
    return product


def _share(first: Claim, second: Claim) -> Claim:
    """Give the first number with the unit of the second."""
    return first._replace(kind=second.kind, unit=second.unit, per=second.per, dimension=second.dimension, bare=False)
