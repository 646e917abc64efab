"""Percentages, percentage points and basis points."""

import re
from typing import Final

from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.numeral import SCALES, SMALL, TENS
from tui_reader.annotate.figures.site import Site
from tui_reader.model.figure import FigureKind

_POINTS = re.compile(r"[ -](?:basis[ -])?points?(?![A-Za-z])")
_CENT = re.compile(r"[ -]?cents?(?![A-Za-z])")
_WORDS = frozenset({"%", "percent", "percents", "pct", "pc", "percentage", "percentages", "per", "pct."})
_POINT_UNITS = {
    "pp": "percentage point",
    "ppt": "percentage point",
    "ppts": "percentage point",
    "bps": "basis point",
    "bp": "basis point",
}
KEYS: Final = _WORDS | set(_POINT_UNITS) | {"basis", "a", "of"}
"""The words after a number that begin what makes a percentage of it."""
_HALF_A = re.compile(r" (?:of )?(?:an?|one) (?:percent|per cent|pct)(?:age point)?(?![A-Za-z])")


def read(site: Site) -> Claim | None:
    """Read a percentage after the number: sign, word, abbreviation, points."""
    key, number, text = site.key, site.number, site.text
    if not key:
        return None
    unit, end = "percent", site.word_end
    if key in _WORDS:
        if key == "per":
            cent = _CENT.match(text, end)
            if cent is None:
                return None
            end = cent.end()
        elif key == "pc" and site.gap == "-":
            return None
        points = _POINTS.match(text, end)
        if points is not None:
            unit, end = "percentage point", points.end()
    elif key == "basis":
        points = _POINTS.match(text, end)
        if points is None:
            return None
        unit, end = "basis point", points.end()
    elif key in _POINT_UNITS and number.digits:
        unit = _POINT_UNITS[key]
    elif key in {"a", "of"} and 0 < number.value < 1:
        half = _HALF_A.match(text, number.end)
        if half is None:
            return None
        unit, end = ("percentage point" if half[0].endswith("point") else "percent"), half.end()
    else:
        return None
    value = -number.value if site.negative else number.value
    return Claim(
        site.start, end, FigureKind.PERCENT, value, unit=unit, approx=site.hedge(), coefficient=number.coefficient,
        scale=number.scale, dimension=unit, plain=number.plain, spelled=True,
    )  # fmt: skip


_BEFORE_PERCENT = frozenset({*SMALL, *TENS, *SCALES, "a", "half"})
_PERCENT_BEFORE = frozenset({"percent", "percentage", "cent", "percents", "percentages", "cents"})


def read_before(site: Site) -> Claim | None:
    """Read "percent of 10": the word stands before the number, and nothing follows it."""
    number = site.number
    if site.key or not number.digits or number.scale != 1 or site.last() != "of" or site.last(2) not in _PERCENT_BEFORE:
        return None
    lead = site.text[max(0, site.start - 18) : site.start].lower()
    at = max(lead.rfind("per cent"), lead.rfind("percent"))
    if at < 0:
        return None
    start = site.start - len(lead) + at
    previous = site.text[max(0, start - 16) : start].split()[-1:]
    if previous and (previous[0][-1].isdigit() or previous[0].lower() in _BEFORE_PERCENT or previous[0][-1] in "%)"):
        return None
    return Claim(
        start, number.end, FigureKind.PERCENT, number.value, unit="percent", coefficient=number.value, spelled=True
    )
