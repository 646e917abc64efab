"""Quarters, halves and centuries: numbered parts of a year or an era.

A century is its first two digits, a quarter a Q and its number.
"""

import re
from typing import Final

from tui_reader.annotate.figures.calendar import dated
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.noun import STOPS
from tui_reader.annotate.figures.site import Site
from tui_reader.model.figure import FigureKind

_CAR = re.compile(r" (?:SUV|EV|[Cc]rossover|[Hh]atchback|[Ss]portback|road|bus|form)(?![A-Za-z])")
"""What a "Q3" that is no quarter is: a car, a road."""
_QUARTERS_YEAR = re.compile(r"(?: (?:of |in )?(?:fiscal |FY ?)?|[-/ ]?FY ?|[-/])((?:19|20)\d\d)(?![\d%]|,\d)")


def read(site: Site) -> Claim | None:
    """Read "Q3 2022", "Q1", "1Q 2011", "H1 2020": a quarter or half of a business year."""
    number, text, start, end = site.number, site.text, site.number.start, site.number.end
    if end - start != 1 or not number.plain or not 1 <= number.value <= 4:
        return None
    letter = ""
    if site.before and site.before in "QH" and not text[max(0, start - 2) : start - 1].isalnum():
        letter, start = site.before, start - 1
    elif site.gap == "" and site.word in {"Q", "H"}:
        letter, end = site.word, site.word_end
    if not letter or (letter == "H" and number.value > 2) or text[end : end + 1].isalnum():
        return None
    match = _QUARTERS_YEAR.match(text, end)
    if match is not None:
        return dated(site, start, match.end(), f"{match[1]}-{letter}{number.value}", FigureKind.PERIOD)
    after = text[end : end + 2]
    lead = text[max(0, start - 16) : start].split()[-1:]
    called = bool(lead) and lead[0][:1].isupper() and lead[0][-1:] not in ".,;:" and lead[0].lower() not in STOPS
    if letter == "H" or called or after[:1] == "-" or _CAR.match(text, end) is not None:
        return None
    return dated(site, start, end, f"XXXX-Q{number.value}", FigureKind.PERIOD)


_HOUSE = re.compile(r" (?:Fox|Studios|Pictures|Television|Fund|Insurance|Records)(?![A-Za-z])")
"""What makes of a century the name of a firm."""
_ORDINAL_PERIODS: Final[frozenset[str]] = frozenset({"century", "quarter", "centuries", "quarters", "half"})


def read_ordinal(site: Site, rank: int) -> Claim | None:
    """Read "19th century", "third quarter": an ordinal that names a period."""
    key = site.key
    if key not in _ORDINAL_PERIODS or site.gap not in {" ", "-"}:
        return None
    end = site.word_end
    if key in {"century", "centuries"} and rank <= 30:
        if site.word[0].isupper() and _HOUSE.match(site.text, end) is not None:
            return None
        before = _BEFORE_OUR_ERA.match(site.text, end)
        if before is not None:
            years = (f"{1 - rank * 100:05}", f"{100 - rank * 100:05}")
            return dated(site, site.start, before.end(), years, FigureKind.PERIOD)
        return dated(site, site.start, end, f"{rank - 1:02}", FigureKind.PERIOD)
    match = _QUARTER_YEAR.match(site.text, end)
    if key == "half":
        if match is None or rank > 2:
            return None
        return dated(site, site.start, match.end(), f"{match[1]}-H{rank}", FigureKind.PERIOD)
    if key in {"quarter", "quarters"} and 1 <= rank <= 4:
        year = "XXXX"
        if match is not None:
            year, end = match[1], match.end()
        return dated(site, site.start, end, f"{year}-Q{rank}", FigureKind.PERIOD)
    return None


_BEFORE_OUR_ERA = re.compile(r" (?:BCE?(?![A-Za-z])|B\.C\.(?:E\.)?)")

_QUARTER_YEAR = re.compile(r" (?:of |in )?(?:fiscal )?((?:19|20)\d\d)(?!\d)")
