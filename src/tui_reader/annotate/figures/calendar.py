"""Dates to the day and to the minute. Values are ISO 8601 with X for the unsaid."""

import re
from typing import Final

from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind

_MONTH_NAMES: Final = (
    "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
    "September Sept Sep", "October Oct", "November Nov", "December Dec",
)  # fmt: skip
MONTHS: Final[dict[str, int]] = {
    form: i + 1 for i, names in enumerate(_MONTH_NAMES) for name in names.split() for form in (name, name.upper())
}
_SMALL_MONTHS: Final[dict[str, int]] = {
    form.lower(): month for form, month in MONTHS.items() if form.title() not in {"March", "May", "Mar", "Jan", "Dec"}
} | {"jan": 1, "dec": 12}
"""Months written small, as on old wires; not those that are verbs too."""
WEEKDAYS: Final[frozenset[str]] = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
_YEAR_AFTER = re.compile(
    r"(?:,? (?:of |in )?(?:the year )?|-)(1\d{3}|20\d{2}|21\d{2})(?![\d%]|,\d|\.\d|-(?:year|strong))"
)
_MORE_DAYS = re.compile(
    r"(?:st|nd|rd|th)?(?:, \d{1,2}(?=[ ,])){0,4}"
    r"(?:(?: ?[-–—] ?| to | through |,? and | & | or )(\d{1,2})(?:st|nd|rd|th)?)"
    r"(?![\d%$€£,.]{0,9}\d|[%A-Za-z:-]| (?:percent|per cent|million|billion|[a-z]{2,30}s\b|people|of ))"
)
_SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])")
_DAY_MONTH = re.compile(r"(?:st|nd|rd|th)?(?: of|-)?[ -]([A-Z][A-Za-z]{2,8})(\.?)(?![A-Za-z])")
_DAYS_MONTH = re.compile(
    r"(?:st|nd|rd|th)?(?: ?[-–—] ?| to | and | & | or )(\d{1,2})(?:st|nd|rd|th)?"
    r"(?: of)? ([A-Z][A-Za-z]{2,8})(\.?)(?![A-Za-z])"
)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d./-]\d|\d)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?[ \u00a0]?([apAP])(?:\. ?[mM]\.|\.?[mM](?![A-Za-z]))")
_HOURS = re.compile(
    r"(\d{1,2})[:.]([0-5]\d)(?!\d)"
    r"(?: ?(?:hours )?(GMT|UTC|BST|CET|EST|EDT|ET|PT|PST|PDT|JST|IST|CST|local time|hours|o'clock))?"
)


def _month(word: str) -> int:
    """Give the number of a month as printed, 0 for any other word."""
    word = word.lstrip("(\"“'‘[")
    bare = word[:-1] if word.endswith(".") and len(word) <= 5 and word != "May." else word
    return MONTHS.get(bare, 0) or _SMALL_MONTHS.get(bare, 0)


def dated(site: Site, start: int, end: int, value: str | tuple[str, str], kind: FigureKind = FigureKind.DATE) -> Claim:
    """Give the claim of a date."""
    approx = site.around() if start == site.start else ""
    return Claim(start, end, kind, value, approx=approx, dimension="date", spelled=True, plain=site.number.plain)


def valid_day(day: int, month: int = 1) -> bool:
    """Whether a month can have such a day; without a month, whether any has."""
    return 1 <= day <= _DAYS[month - 1]


_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_before(site: Site, *, comma: bool = False) -> tuple[int, int]:
    """Give the month right before the number and where it begins; (0, 0) where there is none.

    With ``comma`` one may stand between the two: "January, 2005".
    """
    left = site.left
    if not left or site.before not in {" ", "\u00a0"}:
        return 0, 0
    last = left[-1].removesuffix(",") if comma else left[-1]
    month = _month(last)
    if not month and ("-" in last or "/" in last):
        last = last.replace("/", "-").rpartition("-")[2]
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
    if not number.digits:
        return _read_spelled_day(site)
    if not number.plain or number.end - number.start > 2:
        return None
    day = int(number.value)
    month, start = month_before(site)
    if not month and site.last() == "march" and site.last(2) in _BEFORE_A_DAY:
        month, start = 3, text.rfind("march", 0, site.start)
    if month and valid_day(day, month):
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
    if not valid_day(day) or site.gap not in {" ", "-", "", " of"}:
        return None
    if site.before.isalnum() or (site.before and site.before in "-/"):
        return None
    return _read_day_first(site, day)


_BEFORE_A_DAY: Final[frozenset[str]] = words("on of by until since from to dated in before after") | {""}


def _read_spelled_day(site: Site) -> Claim | None:
    """Read "April nine": wires spell days below ten as they spell all numbers."""
    number = site.number
    if number.scale != 1 or number.part or not isinstance(number.value, int) or not 1 < number.value < 10:
        return None
    if site.text[number.start : number.end].isdigit() or " " in site.text[number.start : number.end]:
        return None
    month, start = month_before(site)
    if not month or (site.key and site.key not in _AFTER_A_DAY):
        return None
    return _with_year(site, _weekday_before(site.text, start), number.end, month, number.value)


_AFTER_A_DAY: Final[frozenset[str]] = words("by and to at in on as for from with was is were will said after before")


def _read_day_first(site: Site, day: int) -> Claim | None:
    """Read "15 March", "3 to 7 May"."""
    text, end = site.text, site.number.end
    if text[end : end + 1] not in _DAY_LINKS:
        return None
    last = 0
    match = _DAY_MONTH.match(text, end)
    if match is not None and match[1] in MONTHS:
        name, stop = match[1], _month_end(match, 1)
    else:
        match = _DAYS_MONTH.match(text, end)
        if match is None or match[2] not in MONTHS or not day < int(match[1]):
            return None
        last, name, stop = int(match[1]), match[2], _month_end(match, 2)
    month = MONTHS[name]
    if not valid_day(max(day, last), month):
        return None
    if name in {"March", "May"} and text[stop : stop + 2].strip()[:1].islower() and not site.last():
        return None
    return _with_year(site, _weekday_before(text, site.start), stop, month, day, last=last)


_DAY_LINKS: Final = frozenset(" -–—sntr")
_WHOLE_MONTHS: Final[frozenset[str]] = words(
    "january february march april may june july august september october november december"
)


def _month_end(match: re.Match[str], group: int) -> int:
    """Where a month ends: with the point of an abbreviation, without that of a sentence."""
    return match.end(group) + (len(match[group + 1]) if match[group].lower() not in _WHOLE_MONTHS else 0)


def zero_led(site: Site) -> bool:
    """Whether digits that begin with a nought are the day of a month beside them: "Jan 07", "05 March"."""
    if site.number.end - site.number.start != 2 or not int(site.number.value):
        return False
    match = _DAY_MONTH.match(site.text, site.number.end)
    return bool(month_before(site)[0] or (match is not None and match[1] in MONTHS))


def numeric(text: str, start: int) -> re.Match[str] | None:
    """Match a date all in digits at ``start``: "28/05/2021", "11/2018"; None where its parts cannot be one."""
    match = _NUMERIC.match(text, start)
    if match is None:
        return _MONTH_YEAR.match(text, start)
    first, second = int(match[1]), int(match[3])
    months = len(_DAYS)
    possible = 1 <= min(first, second) <= months and max(first, second) <= max(_DAYS)
    # two digits of a year prove a date only after strokes, beside a day that is no month
    short = len(match[4]) == 2 and (match[2] != "/" or max(first, second) <= months)
    return match if possible and not short else None


_MONTH_YEAR = re.compile(r"(0[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/])")


def read_numeric(site: Site) -> Claim | None:
    """Read a date all in digits; where day and month could be either, only its year is known."""
    if not site.after or site.after not in "/.-":
        return None
    match = numeric(site.text, site.number.start)
    if match is None or site.negative or site.sign:
        return None
    if match.re is _MONTH_YEAR:
        return dated(site, site.start, match.end(), f"{match[2]}-{match[1]}")
    first, second = int(match[1]), int(match[3])
    year = match[4] if len(match[4]) > 2 else f"XX{match[4]}"
    if max(first, second) <= len(_DAYS) and first != second:
        return dated(site, site.start, match.end(), year)
    month, day = (first, second) if first <= len(_DAYS) else (second, first)
    return dated(site, site.start, match.end(), f"{year}-{month:02}-{day:02}") if valid_day(day, month) else None


def _with_year(site: Site, start: int, end: int, month: int, day: int, *, last: int = 0) -> Claim:
    """Give the claim of a day, or of days, with the year that follows."""
    match = _YEAR_AFTER.match(site.text, end)
    year = "XXXX"
    if match is not None:
        year, end = match[1], match.end()
    first = f"{year}-{month:02}-{day:02}"
    if last:
        return dated(site, start, end, (first, f"{year}-{month:02}-{last:02}"), FigureKind.DATE)
    return dated(site, start, end, first)


def read_clock(site: Site) -> Claim | None:
    """Read "6 pm", "10.45pm", "15:00 GMT": a time of day, which is no date."""
    text, start = site.text, site.number.start
    if site.key in ZONES and site.gap == " ":
        return _read_hundreds(site)
    if (site.after != ":" and site.key not in {"am", "pm", "a", "p"}) or not site.number.digits:
        return None
    if site.before == ":" or site.before.isalnum():
        return None
    match = _CLOCK.match(text, start)
    if match is not None and int(match[1]) <= 12:
        hour = int(match[1]) % 12 + (12 if match[3] in "pP" else 0)
        return dated(site, start, match.end(), f"XXXX-XX-XXT{hour:02}:{match[2] or '00'}", FigureKind.OTHER)
    if site.after == ":":
        hours = _HOURS.match(text, start)
        if (
            hours is not None
            and int(hours[1]) < 24
            and (hours[3] or (":" in hours[0] and site.last() in {"at", "by", "around", "until", "from"}))
        ):
            return dated(site, start, hours.end(), f"XXXX-XX-XXT{int(hours[1]):02}:{hours[2]}", FigureKind.OTHER)
    return None


ZONES: Final[frozenset[str]] = words("gmt utc bst cet est edt ist jst hrs hours local")
_HUNDREDS = re.compile(
    r"([01]\d|2[0-3])([0-5]\d) (?:GMT|UTC|BST|CET|EST|EDT|IST|JST|hrs|(hours)|local (?:time|hours))(?!\w)",
    re.IGNORECASE,
)
_BEFORE_AN_HOUR: Final[frozenset[str]] = words("at by from until till before after since around about to")


CLOCK_KEYS: Final = ZONES | {"", "am", "pm", "a", "p"}
"""The words after the first number of an hour."""


def _read_hundreds(site: Site) -> Claim | None:
    """Read "1300 GMT", "0910 hrs": hours and minutes in four digits."""
    match = _HUNDREDS.match(site.text, site.number.start)
    if match is None or site.before.isalnum() or not site.number.plain:
        return None
    if match[3] and site.last() not in _BEFORE_AN_HOUR:
        return None
    return dated(site, site.start, match.end(), f"XXXX-XX-XXT{match[1]}:{match[2]}", FigureKind.OTHER)


def read_day_of_month(site: Site, rank: int, end: int) -> Claim | None:
    """Read "March 5th", "the 5th of March": an ordinal that is a day."""
    text = site.text
    month, start = month_before(site)
    if month and valid_day(rank, month) and not _NAME_AFTER.match(text, end):
        more = _MORE_DAYS.match(text, end)
        last = int(more[1]) if more is not None and rank < int(more[1]) <= 31 else 0
        end = more.end() if more is not None and last else end
        return _with_year(site, _weekday_before(text, start), end, month, rank, last=last)
    match = _OF_MONTH.match(text, end)
    if match is not None and match[1] in MONTHS and valid_day(rank, MONTHS[match[1]]):
        return _with_year(site, _weekday_before(text, site.start), match.end(), MONTHS[match[1]], rank)
    if text[site.start].isdigit() and rank <= 31 and site.last() == "the" and _day_alone(site):
        return dated(site, site.start, end, f"XXXX-XX-{rank:02}")
    return None


def _day_alone(site: Site) -> bool:
    """Whether "the 5th" is a day: "on the 5th, ", "by the 12th of"; not "on the 5th floor"."""
    before = site.last(2).rstrip(",")
    follows = not site.key or (site.gap == " " and site.key in _AFTER_A_DAY)
    return follows and site.after not in {"-", "/"} and (before in _BEFORE_THE_DAY or before in WEEKDAYS)


_BEFORE_THE_DAY: Final[frozenset[str]] = words("on by until since from before after")


_NAME_AFTER = re.compile(r" [A-Z][a-z]")
"""A name goes on after the day: "the May Fourth Movement"."""
_OF_MONTH = re.compile(r"(?: of)? ([A-Z][A-Za-z]{2,8})(?![A-Za-z])")
