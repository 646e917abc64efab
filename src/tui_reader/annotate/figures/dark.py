"""What stays dark: numbers that are parts of names, codes, versions, scores and addresses."""

import re
from typing import Final

from tui_reader.annotate.figures import noun, quarter
from tui_reader.annotate.figures.approximator import OPENERS
from tui_reader.annotate.figures.calendar import MONTHS, WEEKDAYS, ZONES, month_before, numeric, zero_led
from tui_reader.annotate.figures.currency import CODES
from tui_reader.annotate.figures.site import WORDS_BEFORE_DASH, Site
from tui_reader.annotate.figures.vocabulary import words

_RUN = re.compile(r"[\d.,/:_-]*[\d]")
_SENTENCE_ENDS: Final = ".!?:\"”'’)—–-|"
_GENERIC: Final[frozenset[str]] = words(
    "article room route page chapter section flight level phase group no. line channel day week game unit figure "
    "table highway exit gate building floor part step stage type class grade category volume vol. act rule resolution "
    "bus lot version season episode model round terminal runway reactor psalm verse item question paragraph clause "
    "form interstate number appendix platform track patch build firmware issn isbn doi serial pin zip"
)
"""Nouns after which a number is their name: "Room 101"."""
_NOT_NAMES: Final[frozenset[str]] = WEEKDAYS | words(
    "the a an in on at to for from by with of about over some nearly almost around only just all those these more "
    "another between since until after before under up his her their our its my your there they he she we it and but "
    "or last first when while as if that this no i each out approximately roughly least estimated said has have had "
    "is was are were total than"
)
"""Words that may be capitalised before a number without naming it."""
_PEOPLES: Final[frozenset[str]] = words(
    "us u uk eu un democrats republicans tories conservatives muslims christians jews catholics arabs serbs turks "
    "kurds swedes danes poles finns scots brits greeks czechs slovaks croats sikhs hindus buddhists olympics nobel "
    "oscar hong new south north saudi sri"
)
_PEOPLE_ENDINGS: Final = ("an", "ans", "ese", "ish", "ch", "eek", "ic", "i", "is")


def skip(text: str, end: int) -> int:
    """Give the end of the run of digits and marks that goes on at ``end``."""
    match = _RUN.match(text, end)
    return match.end() if match is not None else end


def dark_from(site: Site) -> int:
    """Where to look on after digits that are no figure: parts of codes, versions, addresses; 0 for a figure."""
    if site.sign:
        return skip(site.text, site.number.end) if site.before and site.before in "=?&#%@_" else 0
    text, number = site.text, site.number
    end, before = number.end, site.before
    if before:
        if before in "QH" and number.plain and end - number.start == 1:
            # "Q3": of a business year, or part of a name, as its form says
            return 0 if quarter.read(site) is not None else skip(text, end)
        if before.isalnum() or before in "_@#&=%\\^":
            fiscal = (
                number.plain and end - number.start == 4 and text[max(0, site.start - 3) : site.start].strip() == "FY"
            )
            return 0 if fiscal else skip(text, end)
        previous = text[site.start - 2 : site.start - 1] if site.start > 1 else ""
        if previous and not previous.isspace():
            if before == "." and site.last() in {"c.", "ca."}:
                return 0
            if before in "./:" or (before == "+" and previous.isdigit()):
                return skip(text, end)
            if before == "-" and _after_dash(site, previous):
                return skip(text, end)
    if number.plain and text[number.start] == "0" and end - number.start > 1:
        if (
            text[end : end + 1] in {":", "/"}
            or site.key in ZONES
            or zero_led(site)
            or numeric(text, number.start) is not None
        ):
            return 0
        return skip(text, end)
    if number.plain and end - number.start < 3 and text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit():
        return skip(text, end) if numeric(text, number.start) is None else 0
    if not number.plain and text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():
        return skip(text, end) if numeric(text, number.start) is None else 0
    return 0


def _after_dash(site: Site, previous: str) -> bool:
    """Whether the dash before the digits ties them to a name or code."""
    if previous.isdigit():
        return site.text[site.number.start] == "0" and site.number.end - site.number.start > 1
    word = site.last().rstrip("-").rpartition("-")[2]
    return previous.isalnum() and word not in WORDS_BEFORE_DASH and _MEASURED.fullmatch(word) is None


_MEASURED = re.compile(r"\d[\d.,]*[a-z]{1,3}")
"""The lower end of a range that bears its own unit: "10km-15km", "2m-3m"."""


def after_name(site: Site) -> bool:
    """Whether the number follows a name or a noun that it numbers: "Apollo 11", "Article 23", "Room 101"."""
    left = site.left
    if not left or site.before not in {" ", "\u00a0", "-"}:
        return False
    last = left[-1]
    if last.lower() in _GENERIC:
        return site.number.scale == 1
    word = last.lstrip(OPENERS)
    if not word[:1].isupper() and not (len(word) > 1 and word[1:2].isupper()):
        return False
    if word[-1] in ",.;:!?)\"”'’" or word.endswith(("'s", "’s")) or word.lower() in _NOT_NAMES or word in MONTHS:
        return False
    counted = site.number.value > 20 and site.gap == " " and site.word[:1].islower()
    return not (counted and site.last(2) in {"in", "at", "since", "on"})


def named(site: Site, start: int) -> bool:
    """Whether the number word at ``start`` is part of a name: "Three Gorges", "Big Ten", "Five-Year Plan"."""
    text, before = site.text, site.before
    if before == "-" and len(site.last()) > 1 and site.last().endswith("-"):
        head = site.last()[:-1].rpartition("-")[2]
        if (head not in WORDS_BEFORE_DASH and not head[-1:].isdigit()) or text[start].isupper():
            return True
    if before and before in "_@#/":
        return True
    if not text[start].isupper() or text[start + 1].isupper() or month_before(site)[0]:
        return False
    if site.gap == "-":
        return site.word[:1].isupper()
    capital = site.gap == " " and site.word[:1].isupper()
    last = site.left[-1] if site.left else ""
    if last and last[-1] not in _SENTENCE_ENDS:
        return capital or last[:1].isupper() or last == "the"
    return capital and not _people(site.key) and site.word not in CODES and not _counts(site)


def _counts(site: Site) -> bool:
    """Whether a capital that opens a sentence counts lower-case things: "Two DNA tests", unlike "Three Gorges"."""
    counted = noun.read(site.text, site.number.end)
    if counted is None or noun.plural(site.key):
        return False
    head = site.text[site.number.end : counted.core].rpartition(" ")[2]
    return head.islower()


def _people(word: str) -> bool:
    """Whether a capitalised word is an adjective or name of a people, after which counted nouns follow."""
    return word.endswith(_PEOPLE_ENDINGS) or word in _PEOPLES


def spaceable(text: str, start: int) -> bool:
    """Whether digits at ``start`` may be parted by spaces: not a day after its month, not a number in a name."""
    if start and text[start - 1] in "$€£¥":
        return True
    word = text[max(0, start - 16) : start].split()[-1:]
    return not word or not (word[0][:1].isupper() or word[0][-1:].isdigit() or text[start - 1] in ".,-/:+")
