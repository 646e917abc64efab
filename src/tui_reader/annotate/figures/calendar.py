"""Dates: days, months with a year, years, decades, centuries, quarters, the clock.

Values are ISO 8601 with X for the unsaid; a century is its first two digits.
"""

import re
from typing import Final

from tui_reader.annotate.figures import unit
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.noun import IRREGULAR, STOPS, plural
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.unit import TIMES
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind

_MONTH_NAMES: Final = (
    "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
    "September Sept Sep", "October Oct", "November Nov", "December Dec",
)  # fmt: skip
MONTHS: Final[dict[str, int]] = {
    form: i + 1 for i, names in enumerate(_MONTH_NAMES) for name in names.split() for form in (name, name.upper())
}
WEEKDAYS: Final[frozenset[str]] = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
_YEAR_AFTER = re.compile(r",? (?:of |in )?(?:the year )?(1\d{3}|20\d{2}|21\d{2})(?![\d%]|,\d|\.\d|-(?:year|strong))")
_MORE_DAYS = re.compile(
    r"(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| to | through | and | & )(\d{1,2})(?:st|nd|rd|th)?)"
    r"(?![\d%$€£,.]{0,9}\d|[%A-Za-z:-]| (?:percent|per cent|million|billion|[a-z]{2,30}s\b|people|of ))"
)
_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_DAY_MONTH = re.compile(r"(?:st|nd|rd|th)?(?: of|-)?[ -]([A-Z][A-Za-z]{2,8})\.?(?![A-Za-z])")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?[ \u00a0]?([apAP])(?:\. ?[mM]\.|\.?[mM](?![A-Za-z]))")
_HOURS = re.compile(
    r"(\d{1,2})[:.]([0-5]\d)(?!\d)"
    r"(?: ?(?:hours )?(GMT|UTC|BST|CET|EST|EDT|ET|PT|PST|PDT|JST|IST|CST|local time|hours|o'clock))?"
)
_YEAR_RANGE = re.compile(r"[-–—/](\d{4}|\d{2})(?![\d%]|[.,]\d|[A-Za-z]|-\d)")
_QUARTER_BEFORE = re.compile(r"\bQ([1-4])[ -]?$")
_DECADE = re.compile(r"['’]?s(?![A-Za-z])")
_TO_YEAR = re.compile(r" and (1\d{3}|20\d{2})(?![\d%]|,\d|\.\d)")
_YEAR_CUES: Final[frozenset[str]] = words(
    "in since by of during from until till to before after early late mid between and through around circa year years "
    "fiscal the summer autumn fall winter spring season back as a an class its their his her our for december january "
    "february march april may june july august september october november until’ throughout up on per this mid- "
    "budget financial calendar ending ended"
)
_COUNT_CUES: Final[frozenset[str]] = words(
    "than least about nearly almost some over around approximately roughly estimated exceeded another killed only "
    "total just those these has have employs employ"
)
_HARD_CUES: Final[frozenset[str]] = words(
    "in since by during until till before after early late mid year fiscal between through from of"
)


def _month(word: str) -> int:
    """Give the number of a month as printed, 0 for any other word."""
    word = word.lstrip("(\"“'‘[")
    return MONTHS.get(word, 0) or (
        MONTHS.get(word[:-1], 0) if word.endswith(".") and len(word) <= 5 and word != "May." else 0
    )


def _dated(site: Site, start: int, end: int, value: str | tuple[str, str], kind: FigureKind = FigureKind.DATE) -> Claim:
    """Give the claim of a date."""
    return Claim(start, end, kind, value, approx="", dimension="date", spelled=True, plain=site.number.plain)


def _valid(day: int) -> bool:
    """Whether a number can be the day of a month."""
    return 1 <= day <= 31


def _month_before(site: Site) -> tuple[int, int]:
    """Give the month right before the number and where it begins; (0, 0) where there is none."""
    left = site.left
    if not left or site.before not in {" ", "\u00a0"}:
        return 0, 0
    last = left[-1]
    month = _month(last)
    if not month and last in {"the", "of"} and len(left) > 1:
        last = left[-2]
        month = _month(last) if left[-1] == "of" or not last.endswith(".") else 0
    if not month:
        return 0, 0
    word = last.lstrip("(\"“'‘[")
    at = site.text.rfind(word, max(0, site.start - 20), site.start)
    return month, at


def _weekday_before(text: str, start: int) -> int:
    """Where a weekday before a date begins, or the date's own start."""
    if start < 4 or text[start - 1] != " ":
        return start
    end = start - 1
    if text[end - 1] in ",.":
        end -= 1
        if text[end - 1] == ".":
            end -= 1
    begin = end
    while begin > 0 and end - begin < 10 and text[begin - 1].isalpha():
        begin -= 1
    return begin if text[begin:end].lower() in WEEKDAYS and text[begin].isupper() else start


def read_day(site: Site) -> Claim | None:
    """Read "March 15", "15 March", with weekday, year and further days."""
    number, text = site.number, site.text
    if not number.plain or number.end - number.start > 2:
        return None
    day = int(number.value)
    month, start = _month_before(site)
    if month and _valid(day):
        end = number.end
        if (
            site.word
            and site.gap in {" ", "-"}
            and site.key in {"percent", "million", "billion", "per", "people", "years"}
        ):
            return None
        suffix = _SUFFIX.match(text, end)
        more = _MORE_DAYS.match(text, end)
        if suffix is not None:
            end = suffix.end()
        last = 0
        if more is not None and day < int(more[1]) <= 31:
            last, end = int(more[1]), more.end()
        elif text[end : end + 1].isalnum() or (text[end : end + 1] in ".,:" and text[end + 1 : end + 2].isdigit()):
            return None
        start = _weekday_before(text, start)
        return _with_year(site, start, end, month, day, last=last)
    if not _valid(day) or site.gap not in {" ", "-", "", " of"}:
        return None
    if number.end < len(text) and text[number.end] in " -sntr":
        match = _DAY_MONTH.match(text, number.end)
        if match is not None and match[1] in MONTHS and not (site.before.isalnum() or site.before in "-/"):
            if (
                match[1] in {"March", "May"}
                and text[match.end() : match.end() + 2].strip()[:1].islower()
                and not site.last()
            ):
                return None
            return _with_year(site, _weekday_before(text, site.start), match.end(), MONTHS[match[1]], day)
    return None


def _with_year(site: Site, start: int, end: int, month: int, day: int, *, last: int = 0) -> Claim:
    """Give the claim of a day, or of days, with the year that follows."""
    match = _YEAR_AFTER.match(site.text, end)
    year = "XXXX"
    if match is not None:
        year, end = match[1], match.end()
    first = f"{year}-{month:02}-{day:02}"
    if last:
        return _dated(site, start, end, (first, f"{year}-{month:02}-{last:02}"), FigureKind.DATE)
    return _dated(site, start, end, first)


def read_clock(site: Site) -> Claim | None:
    """Read "6 pm", "10.45pm", "15:00 GMT"."""
    text, start = site.text, site.number.start
    if (site.after != ":" and site.key not in {"am", "pm", "a", "p"}) or not site.number.digits:
        return None
    if site.before == ":" or site.before.isalnum():
        return None
    match = _CLOCK.match(text, start)
    if match is not None and int(match[1]) <= 12:
        hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
        return _dated(site, start, match.end(), f"XXXX-XX-XXT{hour:02}:{match[2] or '00'}")
    if site.after == ":":
        hours = _HOURS.match(text, start)
        if (
            hours is not None
            and int(hours[1]) < 24
            and (hours[3] or (":" in hours[0] and site.last() in {"at", "by", "around", "until", "from"}))
        ):
            return _dated(site, start, hours.end(), f"XXXX-XX-XXT{int(hours[1]):02}:{hours[2]}")
    return None


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
        if iso is not None and 1 <= int(iso[2]) <= 12 and _valid(int(iso[3])):
            return _dated(site, start, iso.end(), iso[0])
    quarter = _QUARTER_BEFORE.search(text[max(0, start - 4) : start])
    if quarter is not None:
        return _dated(site, start - len(quarter[0]), end, f"{year}-Q{quarter[1]}", FigureKind.PERIOD)
    month, at = _month_before(site)
    if month:
        if text[end : end + 1] in {"%", "-"} and text[end + 1 : end + 5].isdigit():
            month = 0
        else:
            return _dated(site, at, end, f"{year}-{month:02}")
    if site.before and (site.before.isalnum() or site.before in "@#_&=") and not text.startswith("FY", start - 2):
        return None
    if after and after in "-–—/":
        span = _YEAR_RANGE.match(text, end)
        if span is not None:
            last = int(span[1]) if len(span[1]) == 4 else year // 100 * 100 + int(span[1])
            if len(span[1]) == 2 and last < year and int(span[1]) <= 12:
                if year % 100 < 90 and after == "-" and int(span[1]):
                    return _dated(site, start, span.end(), f"{year}-{span[1]}")
                last += 100
            if year < last < year + 400 and (len(span[1]) == 4 or last - year < 100):
                return _dated(site, start, span.end(), (str(year), str(last)), FigureKind.PERIOD)
            if last != year:
                return None
    decade = _DECADE.match(text, end) if year % 10 == 0 else None
    if decade is not None and (after == "s" or (after in {"'", "’"} and site.last() == "the")):
        last = year + (99 if year % 100 == 0 and year < 2000 else 9)
        return _dated(site, start, decade.end(), (str(year), str(last)), FigureKind.PERIOD)
    if after.isalnum() or (after and after in "%$€£") or (after == ":" and text[end + 1 : end + 2].isdigit()):
        return None
    if not _is_year(site, year):
        return None
    if site.last() == "between":
        both = _TO_YEAR.match(text, end)
        if both is not None and int(both[1]) > year:
            return _dated(site, start, both.end(), (str(year), both[1]), FigureKind.PERIOD)
    return _dated(site, start, end, str(year))


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
    if last in _COUNT_CUES and not (last in {"around", "about", "over", "some"} and not (key and plural(key))):
        return recent and not (key and key not in STOPS)
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
    return last in {"in", "since", "around", "circa", "between", "until"} and (not key or key in STOPS)


def read_decade(site: Site) -> Claim | None:
    """Read "the '90s", and "in her 60s" as an age; the century is not guessed."""
    number = site.number
    if not number.plain or number.value % 10 or number.end - number.start != 2 or site.key != "s" or site.gap:
        return None
    decade = int(number.value)
    last = site.last().rstrip("'’‘")
    end = site.word_end
    if last in {"his", "her", "their", "my", "your", "our"} or site.last(2) in {"his", "her", "their"}:
        claim = _dated(site, site.start, end, "", FigureKind.AGE)
        return claim._replace(value=decade, value_max=decade + 9, unit="year", dimension="time")
    said = decade >= 60 and (last in {"the", "early", "late", "mid", "and"} or site.before == "-")
    if site.before in {"'", "’", "‘"} or said:
        return _dated(site, site.start, end, (f"XX{decade:02}", f"XX{decade + 9:02}"), FigureKind.PERIOD)
    return None


_ORDINAL_PERIODS: Final[frozenset[str]] = frozenset({"century", "quarter", "centuries", "day"})


def read_ordinal(site: Site, rank: int) -> Claim | None:
    """Read "19th century", "third quarter": an ordinal that names a period."""
    key = site.key
    if key not in _ORDINAL_PERIODS or site.gap not in {" ", "-"}:
        return None
    end = site.word_end
    if key == "century" and rank <= 30:
        return _dated(site, site.start, end, f"{rank - 1:02}", FigureKind.PERIOD)
    if key == "quarter" and 1 <= rank <= 4:
        year = "XXXX"
        match = _QUARTER_YEAR.match(site.text, end)
        if match is not None:
            year, end = match[1], match.end()
        return _dated(site, site.start, end, f"{year}-Q{rank}", FigureKind.PERIOD)
    return None


_QUARTER_YEAR = re.compile(r" (?:of |in )?(?:fiscal )?((?:19|20)\d\d)(?!\d)")


def read_day_of_month(site: Site, rank: int, end: int) -> Claim | None:
    """Read "March 5th", "the 5th of March": an ordinal that is a day."""
    text = site.text
    month, start = _month_before(site)
    if month and _valid(rank):
        return _with_year(site, _weekday_before(text, start), end, month, rank)
    match = _OF_MONTH.match(text, end)
    if match is not None and match[1] in MONTHS and _valid(rank):
        return _with_year(site, site.start, match.end(), MONTHS[match[1]], rank)
    return None


_OF_MONTH = re.compile(r"(?: of)? ([A-Z][A-Za-z]{2,8})(?![A-Za-z])")
