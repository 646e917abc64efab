"""Years, and what is made of them: months of a year, spans, eras. Values are ISO 8601 with X for the unsaid."""

import re
from typing import Final

from tui_reader.annotate.figures import unit
from tui_reader.annotate.figures.approximator import OPENERS
from tui_reader.annotate.figures.calendar import dated, month_before, valid_day
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.day_range import month_before_month, with_year
from tui_reader.annotate.figures.noun import IRREGULAR, STOPS, plural
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.unit import TIMES
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_YEAR_RANGE = re.compile(r"[-–—/](\d{4}|\d{2})(?![\d%]|[.,]\d|[A-Za-z]|-\d)")
_DECADE = re.compile(r"['’]?s(?![A-Za-z])")
_TO_YEAR = re.compile(r" and (1\d{3}|20\d{2})(?![\d%]|,\d|\.\d)")
_YEAR_CUES: Final[frozenset[str]] = words(
    "in since by of during from until till to before after early late mid between and through around about "
    "circa c. ca. year years fiscal the summer autumn fall winter spring season back as a an class its their "
    "his her our for december january february march april may june july august september october november "
    "until’ throughout up on per this mid- budget financial calendar ending ended"
)
_NUMBERS_THINGS: Final[frozenset[str]] = words(
    "issn isbn doi flight room route highway section article bus model form serial code pin zip ext extension line "
    "page gate no. order train"
)
"""Words after which four digits are the name of a thing."""
_COUNT_CUES: Final[frozenset[str]] = words(
    "than least about nearly almost some over around approximately roughly estimated exceeded another killed only "
    "total just those these has have employs employ"
)
_HARD_CUES: Final[frozenset[str]] = words(
    "in since by during until till before after early late mid year fiscal between through from of"
)


def read_year(site: Site) -> Claim | None:
    """Read a year, a decade, a span of years, or a full ISO date."""
    number, text = site.number, site.text
    if not number.plain or number.end - number.start != 4:
        return None
    year = int(number.value)
    if not 1000 <= year < 2200:
        return None
    start, end = site.start, number.end
    after = site.after
    if after == "-":
        iso = _ISO.match(text, number.start)
        if iso is not None and 1 <= int(iso[2]) <= 12 and valid_day(int(iso[3]), int(iso[2])):
            return dated(site, start, iso.end(), iso[0])
    month, at = month_before(site, comma=True)
    if month and site.left[-1].endswith(",") and plural(site.key) and site.gap == " ":
        month = 0
    if month:
        if text[end : end + 1] in {"%", "-"} and text[end + 1 : end + 5].isdigit():
            month = 0
        else:
            first, begin = month_before_month(text, at)
            if first and first != month:
                high = f"{year}-{month:02}"
                return dated(site, begin, end, (with_year(f"{first:02}", high), high), FigureKind.PERIOD)
            return dated(site, at, end, f"{year}-{month:02}")
    if site.before and (site.before.isalnum() or site.before in "@#_&=") and not text.startswith("FY", start - 2):
        return None
    if after and after in "-–—/" and site.last() not in _NUMBERS_THINGS:
        span = _YEAR_RANGE.match(text, end)
        if span is not None:
            last = int(span[1]) if len(span[1]) == 4 else year // 100 * 100 + int(span[1])
            if len(span[1]) == 2 and last < year and int(span[1]) <= 12:
                if year % 100 < 90 and after == "-" and int(span[1]):
                    return dated(site, start, span.end(), f"{year}-{span[1]}")
                last += 100
            if year < last < year + 400 and (len(span[1]) == 4 or last - year < 100):
                return dated(site, start, span.end(), (str(year), str(last)), FigureKind.PERIOD)
            if last != year:
                return None
    decade = _DECADE.match(text, end) if year % 10 == 0 else None
    if decade is not None and (after == "s" or (after in {"'", "’"} and site.last() == "the")):
        last = year + (99 if year % 100 == 0 and year < 2000 else 9)
        return dated(site, start, decade.end(), (str(year), str(last)), FigureKind.PERIOD)
    if after.isalnum() or (after and after in "%$€£") or (after == ":" and text[end + 1 : end + 2].isdigit()):
        return None
    if site.last() in _NUMBERS_THINGS or not _is_year(site, year):
        return None
    if site.last() == "between":
        both = _TO_YEAR.match(text, end)
        if both is not None and int(both[1]) > year:
            return dated(site, start, both.end(), (str(year), both[1]), FigureKind.PERIOD)
    return dated(site, start, end, str(year))


def _is_year(site: Site, year: int) -> bool:
    """Whether four digits are a year and not a count."""
    last = site.last().rstrip(",;:")
    key, gap = site.key, site.gap
    if gap == "-" and key:
        return (
            key not in TIMES
            and not plural(key)
            and key not in {"strong", "square", "foot", "meter", "metre", "mile", "acre", "seat", "member"}
        )
    recent = 1900 <= year < 2060
    if last in _COUNT_CUES and not (last in {"around", "about", "over"} and not (key and plural(key))):
        return recent and not (key and key not in STOPS)
    if last == "over" and year % 100 == 0 and not key:
        return False
    if key in TIMES:
        return recent and TIMES[key] == key and not site.text.startswith((" old", "-old"), site.word_end)
    if (
        gap == " "
        and last not in _HARD_CUES
        and (key in unit.LEADS or key in unit.NAMES or site.word in unit.ABBREVIATIONS)
    ):
        return False
    if key in {
        "people",
        "men",
        "women",
        "children",
        "residents",
        "miles",
        "yards",
        "students",
        "workers",
        "employees",
        "jobs",
    }:
        return last in {"in", "since", "by"} and False
    if recent:
        return not (year % 100 == 0 and key and plural(key) and key not in IRREGULAR and last not in _HARD_CUES)
    if 1500 <= year < 2200:
        return last in _YEAR_CUES and not (
            key and plural(key) and last not in {"in", "since", "until", "before", "after"}
        )
    if last not in {"in", "since", "around", "circa", "between", "until", "about", "c.", "ca."}:
        return False
    named = site.word[:1].isupper() and last in {"in", "since", "until"} and not key.endswith(_OF_A_PEOPLE)
    return not key or key in STOPS or named


_OF_A_PEOPLE: Final = ("an", "ese", "ish", "ch", "ic")
"""Endings of adjectives of peoples, after which a number before them counts."""
_ERA = re.compile(r" ?(BC|BCE|B\.C\.E?\.?|AD|CE|A\.D\.)(?![A-Za-z])")


_BEFORE_SHORT_YEAR: Final[frozenset[str]] = words(
    "the of in since from by until late early class summer spring winter autumn fall back"
)


def read_era(site: Site) -> Claim | None:
    """Read "500 BC", "79 AD", and "'68" with its century unsaid."""
    number, text = site.number, site.text
    if (not number.plain or number.end - number.start > 4) and site.key not in {"bc", "bce", "b"}:
        return None
    if not isinstance(number.value, int):
        return None
    if site.key in {"bc", "bce", "ad", "ce", "b", "a"}:
        era = _ERA.match(text, number.end)
        if era is not None:
            before = era[1].startswith("B")
            year = 1 - number.value if before else number.value
            return dated(site, site.start, era.end(), f"{year:05}" if year < 0 else f"{year:04}")
    if site.before == " " and text[site.start - 2] in "D." and site.last() in {"ad", "a.d."}:
        start = text.rfind(site.left[-1].lstrip(OPENERS), 0, site.start)
        return dated(site, start, number.end, f"{number.value:04}")
    loose = site.gap != "" or not site.after.isalnum()
    short = number.end - number.start == 2 and loose and text[max(0, site.start - 2) : site.start] in {" '", " ’"}
    if short and (site.last() or site.last(2)) in _BEFORE_SHORT_YEAR:
        return dated(site, site.start, number.end, f"XX{number.value:02}")
    return None
