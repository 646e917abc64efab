"""Stretches of days or months: "1 January to 31 March 2020", "May 30-June 2", "March to May 2020"."""

import re
from typing import Final

from tui_reader.annotate.figures.calendar import MONTHS
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind

LINKS: Final[frozenset[str]] = frozenset(
    {" to ", ", to ", "-", "–", "—", " - ", " – ", " — ", " until ", " till ", " through ", ", through "}
)
"""What stands between the first day and the last."""
_MOVES: Final[frozenset[str]] = words(
    "moved moves move moving postponed postpone delayed delay delays shifted shift pushed push brought bring changed "
    "change rescheduled reschedule deferred extended extend extends"
)
"""Verbs after which a day is put off to another, and nothing lasts from the one to the other."""
_UNSAID: Final = "XXXX"
_LEAD: Final = 60
_MONTH_BEFORE = re.compile(r"([A-Z][a-z]{2,8})\.?(?: to | through | until |[-–—]| [-–—] )$")
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? $")


def _moved(text: str, start: int) -> bool:
    """Whether a verb before the first day, in its sentence, puts something off."""
    lead = text[max(0, start - _LEAD) : start].rpartition("\n\n")[2].rpartition(". ")[2]
    return not _MOVES.isdisjoint(lead.lower().split())


def days_between(text: str, first: Claim, second: Claim) -> list[Claim] | None:
    """Give the stretch from one day or month to another, the year given to both; None where they make none."""
    low, high = first.value, second.value
    if not isinstance(low, str) or not isinstance(high, str) or first.kind is not FigureKind.DATE:
        return None
    fine = len(low) == len(high) and len(low) in {7, 10} and "T" not in low + high and not high.startswith("-")
    if not fine or "X" in low[4:] + high[4:] or _moved(text, first.start):
        return None
    if low.startswith(_UNSAID):
        low = with_year(low[5:], high)
    elif high.startswith(_UNSAID):
        high = (
            low[:4] + high[4:] if high[5:] > low[5:] else f"{int(low[:4]) + 1}{high[4:]}" if low[:4].isdigit() else high
        )
    if not low.startswith("X") and not low < high:
        return None
    return [second._replace(start=first.start, kind=FigureKind.PERIOD, value=(low, high), approx=first.approx)]


def with_year(low: str, high: str) -> str:
    """Give the first day or month, without its year, that of the last, or the year before where it is later in it."""
    year = high[:4]
    if year.isdigit() and low > high[5:]:
        year = f"{int(year) - 1:04}"
    return f"{year}-{low}"


def month_before_month(text: str, start: int) -> tuple[int, int]:
    """Give the month that opens a stretch whose last month begins at ``start``, and where it begins; else (0, 0)."""
    lead = max(0, start - 16)
    match = _MONTH_BEFORE.search(text, lead, start)
    month = MONTHS.get(match[1], 0) if match is not None else 0
    if match is None or not month or text[match.start() - 1 : match.start()].isalnum() or _moved(text, match.start()):
        return 0, 0
    if _DAY_BEFORE.search(text, max(0, match.start() - 8), match.start()) is not None:
        return 0, 0
    return month, match.start()
