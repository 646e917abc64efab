"""Joining: ranges, shared units and magnitudes, pairs of which one converts the other."""

import re
from typing import Final

from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.numeral import Number
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
        " to about ",
        " to nearly ",
    }
)
_TWINS: Final[frozenset[str]] = frozenset({" and ", "- and ", "-, ", "- or ", ", ", "-,", ",- ", "-and-"})
_CONVERTS = re.compile(
    r" ?\((?:or |about |around |roughly |nearly |almost |approximately |some |more than |over |less than |up to |= ?|equivalent to |~ ?|≈ ?)?$|,? or (?:about |around |roughly |nearly |approximately |some )?$| / $"
)
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
                    continue
        joined.append(claim)
    return [claim for claim in joined if not claim.bare or claim.stands]


def _merge(text: str, first: Claim, second: Claim, between: str) -> list[Claim] | None:
    """The two claims as one range, or as a pair that shares or converts; None where they are strangers."""
    if first.value_max is None and between in _RANGE and _same(first, second):
        merged = _range(text, first, second, between)
        if merged is not None:
            return [merged]
    if (
        first.bare
        and not second.bare
        and between in _TWINS
        and between != ", "
        and second.dimension not in {"", "date", "rank"}
    ):
        if between == " and " and not second.plain:
            return None
        if between != " and " or first.stands:
            return [_share(first, second), second]
    if (
        second.dimension
        and second.dimension == first.dimension
        and (first.unit != second.unit)
        and second.dimension not in {"count", "date", "rank", "time"}
    ):
        if _CONVERTS.search(between) and (between.strip() in {"/"} or "(" in between or " or " in between):
            return [first, second._replace(conversion_of=first.conversion_of or Span(first.start, first.end))]
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
        return second.kind not in {FigureKind.DATE, FigureKind.ORDINAL}
    return first.kind == second.kind and first.unit == second.unit and not first.per


def _range(text: str, first: Claim, second: Claim, between: str) -> Claim | None:
    """The range from first to second; None where the words around say that it is none."""
    link = between.strip()
    lead = text[max(0, first.start - 30) : first.start].lower().split()
    if link == "and" and not _announced(lead):
        return None
    low, high = first.value, second.value
    if not isinstance(low, int | float) or not isinstance(high, int | float):
        return None
    if link == "or" and (first.bare is False or not 0 < high - low <= max(5, abs(low))):
        return None
    if first.scale == 1 and second.scale > 1 and (first.bare or first.dimension == "money"):
        if abs(first.coefficient) < 1000 and abs(first.coefficient) <= abs(second.coefficient):
            low = _times(low, second.scale)
        elif first.bare:
            return None
    if link == "to" and not first.bare and lead and lead[-1] == "by" and high > 2 * low:
        return None
    if link in {"-", "–", "—"} and not low < high:
        return None
    if first.bare and second.bare and (link in {"-", "–", "—"} and first.plain and second.plain):
        return None
    if low < 0 < high and link in {"-"}:
        return None
    approx = first.approx or second.approx
    return second._replace(
        start=first.start,
        value=min(low, high),
        value_max=max(low, high),
        approx=approx,
        stands=second.stands or first.stands or (bool(lead) and lead[-1] in {"from", "between"}),
    )


def _announced(lead: list[str]) -> bool:
    """Whether "between" stands shortly before."""
    return any(word.strip('("“') == "between" for word in lead[-3:])


def _times(value: Number, scale: int) -> Number:
    """The product without a float's dust."""
    product = value * scale
    if isinstance(product, float):
        product = round(product, 6)
        if product.is_integer():
            return int(product)
    return product


def _share(first: Claim, second: Claim) -> Claim:
    """The first number with the unit of the second."""
    return first._replace(kind=second.kind, unit=second.unit, per=second.per, dimension=second.dimension, bare=False)
