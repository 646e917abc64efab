"""Periods and ages: numbers of units of time."""

import re
from typing import Final

from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.unit import TIMES
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind

_OLD = re.compile(r"[ -](?:old(?:er|s)?(?![A-Za-z])|of age(?![A-Za-z]))")
_AGO = re.compile(r" (?:ago|earlier|later|from now)(?![A-Za-z])")
_YEAR_OLD = re.compile(r"(?:[ -]?yo|[ -]?y/o|[ -]?y\.o\.|[- ]years?-olds?|[- ]years? olds?)(?![A-Za-z])")
_AND_A_HALF = re.compile(r" and a half(?![A-Za-z])")
_ADJECTIVE = re.compile(
    r"[ -](?:long |full |straight |consecutive |successive |whole |more |previous |additional |further |calendar "
    r"|extra |solid |short |last |past |working |business |other |trading |academic )?"
    r"([a-z]{3,10}(?:s['’]|['’]s?)?)(?![A-Za-z])"
)
_AGE_WORDS: Final[frozenset[str]] = frozenset({"aged", "age", "ages"})
_AGE_BOUNDS: Final[frozenset[str]] = frozenset(
    {"between", "from", "about", "around", "over", "under", "nearly", "above"}
)
_ROLE = re.compile(r"[A-Z][\w'’.-]*[,)]?$")


def read(site: Site) -> Claim | None:
    """Read a number of units of time: a period, or an age where "old" or "of age" follows."""
    number, text, key = site.number, site.text, site.key
    if not key:
        return None
    unit = TIMES.get(key)
    end = site.word_end
    if key in {"s", "h"} and site.gap == "":
        return _read_letter(site)
    if key in {"yo", "y", "y/o"}:
        match = _YEAR_OLD.match(text, number.end)
        if match is not None:
            return _claim(site, FigureKind.AGE, "year", match.end())
        return None
    if unit is None:
        if key not in _ADJECTIVES or site.gap not in {" ", "-"}:
            return None
        match = _ADJECTIVE.match(text, number.end)
        unit = TIMES.get(match[1]) if match is not None else None
        if match is None or unit is None:
            return None
        if match[1] == unit and number.value != 1 and site.gap != "-":
            return None
        end = match.end()
    elif unit == "second" and (site.gap == "-" and key == "second" and not number.digits and number.value == 1):
        return None
    elif text[end : end + 1] in {"'", "’"} and text[end + 1 : end + 2] != "s":
        end += 1
    if key in {"min", "sec", "hr"} and not number.digits:
        return None
    if _is_one(site) and key in _TALES and site.last() not in _SPANS and _OLD.match(text, end) is None:
        return None
    half = _AND_A_HALF.match(text, end)
    value = number.value
    if half is not None:
        value, end = value + 0.5, half.end()
    old = _OLD.match(text, end)
    if old is not None:
        return _claim(site, FigureKind.AGE, unit, old.end(), value)
    if site.last() in _AGE_WORDS or (site.last() == "of" and site.last(2) == "age"):
        return _claim(site, FigureKind.AGE, unit, end, value)
    if site.word[0].isupper() and (site.gap == "-" or (not site.word.isupper() and number.digits is False)):
        return None
    ago = _AGO.match(text, end)
    return _claim(site, FigureKind.PERIOD, unit, ago.end() if ago is not None and ago[0] == " ago" else end, value)


def _read_letter(site: Site) -> Claim | None:
    """Read "9.58s", "24h": seconds and hours by their letters, which other things bear too."""
    number = site.number
    after = site.text[site.word_end : site.word_end + 1]
    if not number.digits or after.isalnum() or after in "'’/-":
        return None
    if site.word == "s" and not number.plain and isinstance(number.value, float):
        return _claim(site, FigureKind.PERIOD, "second", site.word_end)
    return _claim(site, FigureKind.PERIOD, "hour", site.word_end) if site.word == "h" else None


_KIN: Final[frozenset[str]] = words(
    "husband, wife, son, daughter, father, mother, brother, sister, grandfather, grandmother, grandson, granddaughter, "
    "uncle, aunt, cousin, widow, boy, girl, man, woman, friend, partner, fiancee, boyfriend, girlfriend, twins, "
    "patient, victim, suspect, driver, actor, actress, singer, farmer, teacher, engineer, striker, midfielder, "
    "defender, goalkeeper, student, pensioner, defendant, accused, gunman, attacker, passenger, pilot, officer, "
    "worker, villager, resident, mother-of-two, father-of-two, millionaire, widower,"
)
"""Words after which a number between commas is an age."""
_TALES: Final[frozenset[str]] = words("day night week month year second minute hour")
_SPANS: Final[frozenset[str]] = words(
    "in for within least just only about nearly over than of after under every exactly to by last past next another "
    "almost some per around"
)
"""Words after which "one day" is a length of time and not the opening of a tale."""


def _is_one(site: Site) -> bool:
    """Whether the number is the word "one" before a space."""
    return site.number.value == 1 and not site.number.digits and site.gap == " "


_ADJECTIVES: Final[frozenset[str]] = words(
    "long full straight consecutive successive whole more previous additional further calendar extra solid short last "
    "past working business other trading academic"
)


KEYS: Final = _ADJECTIVES | set(TIMES) | {"s", "h", "yo", "y", "y/o"}
"""The words after a number that begin what makes a length of time of it."""


def _claim(site: Site, kind: FigureKind, unit: str, end: int, value: float | None = None) -> Claim:
    """Give the claim of a length of time."""
    number = site.number
    return Claim(
        site.start, end, kind, number.value if value is None else value, unit=unit, approx=site.hedge(),
        coefficient=number.coefficient, scale=number.scale, dimension="time", plain=number.plain, spelled=True,
    )  # fmt: skip


def read_age(site: Site) -> Claim | None:
    """Read an age that stands alone: ", 66,", "aged 66", "at the age of 21", "(45)" is too vague to be one."""
    number, text = site.number, site.text
    if number.scale != 1 or not 0 < number.value < 125 or not isinstance(number.value, int):
        return None
    last = site.last()
    bound = last in _AGE_BOUNDS and site.last(2) == "aged"
    if bound or last in _AGE_WORDS or (last == "of" and site.last(2) == "age" and site.gap != "-"):
        if site.key and site.key in TIMES:
            return None
        if not bound and (last in {"age", "ages"} or last == "of"):
            start = site.start
            if last == "age":
                start = text.rfind(site.left[-1].lstrip("("), 0, site.start)
            unit = "age"
            return _bare_age(site, start, unit)
        return _bare_age(site, site.start, "year")
    if not number.plain or number.end - number.start > 3:
        return None
    if _of_person(site):
        return _bare_age(site, site.start, "year")
    after = text[number.end : number.end + 1]
    left = site.left
    if (
        site.before == " "
        and left
        and left[-1].endswith(",")
        and after in {",", ".", ";"}
        and number.value >= 1
        and (_ROLE.match(left[-1]) or left[-1] in _KIN)
        and left[-1] != ","
    ):
        return _age_in_commas(site, after)
    return None


_PERSONS: Final[frozenset[str]] = frozenset({"he", "she", "who", "i", "he'll", "she'll"})
_BEING: Final[frozenset[str]] = frozenset({"is", "was", "turned", "turns", "am", "turning"})
_AFTER_AGE: Final[frozenset[str]] = frozenset(
    {"when", "by", "at", "and", "this", "next", "last", "on", "in", "but", "now", "then"}
)


def _of_person(site: Site) -> bool:
    """Whether a number says how old a person is: "she was 12 when", "he will be 35 by"."""
    if site.key and site.key not in _AFTER_AGE:
        return False
    last = site.last()
    if last in {"he's", "she's", "i'm", "he’s", "she’s", "i’m", "turned", "turns"}:
        return True
    if last == "be" and site.last(2) == "will":
        return site.last(3) in _PERSONS
    return last in _BEING and (site.last(2) in _PERSONS or (site.last(2) == "age" and last in {"is", "was"}))


def _age_in_commas(site: Site, after: str) -> Claim | None:
    """Read "Li, 66, said": after a name, between commas; not a list of numbers, not a date."""
    text, end = site.text, site.number.end
    if after == "," and text[end + 1 : end + 2].isdigit():
        return None
    word = site.left[-1].rstrip(",")
    if (
        word.rstrip(".").capitalize()
        in {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"}
        or len(word) < 2
    ):
        return None
    if after == "." and not (len(text) <= end + 1 or text[end + 1] in '\n "”'):
        return None
    return _bare_age(site, site.start, "year")


def _bare_age(site: Site, start: int, unit: str) -> Claim:
    """Give the claim of an age without a unit in print."""
    number = site.number
    return Claim(
        start, number.end, FigureKind.AGE, number.value, unit=unit, approx=site.hedge() if start == site.start else "",
        coefficient=number.value, dimension="time", plain=number.plain, spelled=True,
    )  # fmt: skip
