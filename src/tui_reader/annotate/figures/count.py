"""Counts, vague amounts and numbers that stand alone."""

import re
from typing import Final

from tui_reader.annotate.figures import approximator, noun, share
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.currency import NAMES
from tui_reader.annotate.figures.numeral import LETTER_SCALES, SCALES, SMALL, TENS
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.unit import TIMES
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import FigureKind

_HYPHENED = re.compile(r"-([A-Za-z]{2,20})(?![A-Za-z]|-(?:to|on|in|a|and)(?![A-Za-z]))((?:-[A-Za-z]{1,12}){0,3})")
_NOT_COUNTED: Final[frozenset[str]] = words(
    "time way off sixth third thirds fourth fifth half quarter quarters on to of dimensional liner dish size in for by "
    "and or nil all something under over par upmanship offs eighth ninths tenths tenth"
)
"""What a dash ties to a number that counts nothing: "two-way", "one-off"."""
_DISCOURSE: Final[frozenset[str]] = words(
    "example thing day reason point time morning evening night afternoon more such last final other another step "
    "side part hand-in exception kind sort man's moment place look word year month week source answer must can could "
    "bit big major key possible good great of or is was who that which person option problem question another’s"
)
_TIMES_AS = re.compile(r"[ -]times?(?![A-Za-z])")
_NO_BEFORE: Final[frozenset[str]] = words(
    "no any each every another this that some which the than with at as only number every- not anyone"
)


def read(site: Site) -> Claim | None:
    """Read a number with the noun that it counts."""
    number, text = site.number, site.text
    if number.part and number.scale == 1:
        return share.read_part(site)
    if number.value == 1 and number.scale == 1:
        return _read_one(site)
    if site.gap == "-":
        return _read_hyphened(site)
    if number.value == 0 and site.before == "-" and not number.digits:
        return None
    end, scale = number.end, number.scale
    value = number.value
    if number.digits and site.gap == "" and site.word in LETTER_SCALES and scale == 1:
        factor = LETTER_SCALES[site.word]
        counted = noun.read(text, site.word_end)
        if counted is None and text.startswith(("-", "–"), site.word_end):
            top = _TOP.match(text, site.word_end + 1)
            if top is not None and top[1] == site.word:
                value = number.value * factor if isinstance(number.value, int) else _whole(number.value * factor)
                return _bare(site, value, site.word_end, factor, site.hedge())._replace(stands=False)
        if counted is None and not (site.word in {"M", "bn", "k", "K"} and not number.plain):
            return None
        end, scale = site.word_end, factor
        value = number.value * factor if isinstance(number.value, int) else _whole(number.value * factor)
    elif site.word and site.gap == "" and number.digits:
        return _read_multiplied(site)
    elif site.key == "point" and not isinstance(value, int):
        return _claim(site, value, "point", site.word_end, approx=site.hedge(), scale=scale)
    elif site.last() == "of" and site.last(2) == "factor":
        return _factor(site)
    approx = site.hedge()
    joined = site.key in {"or", "and"}
    more = approximator.AFTER.match(text, end) if joined or text[end : end + 1] == "+" else None
    if more is not None:
        counted = noun.read(text, more.end())
        approx = approx or more[0].strip()
        if counted is not None and counted.unit in NAMES:
            per, stop = noun.rate(text, counted.end)
            claim = _claim(site, value, NAMES[counted.unit], stop, per=per, approx=approx, scale=scale)
            return claim._replace(kind=FigureKind.MONEY, dimension="money")
    elif joined:
        return _bare(site, value, end, scale, approx)
    elif site.key == "fold" and number.digits:
        return _claim(site, value, "time", site.word_end, approx=approx, scale=scale)._replace(kind=FigureKind.OTHER)
    elif site.key in {"times", "time"}:
        per, stop = noun.rate(text, site.word_end)
        return _claim(site, value, "time", stop, per=per, approx=approx, scale=scale)
    else:
        counted = noun.read(text, end)
    if counted is None:
        return _bare(site, value, end, scale, approx)
    per, stop = noun.rate(text, counted.end)
    if not per and counted.end != counted.core:
        per, _ = noun.rate(text, counted.core)
    repeated = value == 2 and not number.digits and site.last() in {"the", "these", "those", "both"}
    return _claim(site, value, counted.unit, stop, per=per, approx=approx, scale=scale)._replace(weak=repeated)


def _factor(site: Site) -> Claim:
    """Give "a factor of three": so many times."""
    start = site.text.lower().rfind("factor", max(0, site.start - _FACTOR), site.start)
    claim = _claim(site, site.number.value, "time", site.number.end, approx="", scale=site.number.scale)
    return claim._replace(start=start, kind=FigureKind.OTHER)


_FACTOR: Final = 20
"""How far before its number a factor stands at most, its white space with it."""


_TOP = re.compile(r"\d{1,3}(?:\.\d{1,2})?([A-Za-z]{1,3})(?![A-Za-z])")
"""The upper end of a range with its letter: "2m-3m"."""


def _read_multiplied(site: Site) -> Claim | None:
    """Read "2.3x": so many times; not the sides of a thing, nor a model."""
    text, end = site.text, site.word_end
    if site.word != "x" or site.number.value > _MOST_TIMES or text[end : end + 1].isalnum():
        return None
    if text[end : end + 1] in {" ", "-"} and text[end + 1 : end + 2].isdigit():
        return None
    return _claim(site, site.number.value, "time", end, approx=site.hedge(), scale=1)


_MOST_TIMES: Final = 1000


def _whole(value: float) -> int | float:
    """Read an int where the float is whole but for dust."""
    rounded = round(value, 3)
    return int(rounded) if rounded.is_integer() else rounded


def _claim(site: Site, value: float, unit: str, end: int, *, per: str = "", approx: str, scale: int) -> Claim:
    """Give the claim of a count."""
    return Claim(
        site.start, end, FigureKind.COUNT, -value if site.negative else value, unit=unit, per=per, approx=approx,
        coefficient=site.number.coefficient, scale=scale, dimension="count", plain=site.number.plain, spelled=True,
    )  # fmt: skip


def _bare(site: Site, value: float, end: int, scale: int, approx: str) -> Claim:
    """Read a number without a noun: kept for ranges and lists, shown only when it says enough alone."""
    number = site.number
    tells = scale > 1 or (number.digits and not number.plain) or bool(approx)
    if not number.digits:
        tells = (
            scale > 12
            or (scale == 12 and value > 12)
            or bool(approx)
            or (site.key == "of" and site.text.startswith(_WHOLE, site.word_end))
        )
    tells = tells or (site.negative and site.text.startswith(_MINUS, site.start))
    tells = tells or (site.gap == " " and site.key in _HARMED and number.value > 1)
    lone = not number.digits and site.text[number.start : number.end].lower() in SCALES
    tells = tells and not lone and (number.digits or number.value != 0)
    per, end = noun.rate(site.text, end) if tells else ("", end)
    kind = FigureKind.COUNT if isinstance(value, int) and number.value != 0 else FigureKind.OTHER
    return Claim(
        site.start, end, kind, -value if site.negative else value, approx=approx, coefficient=number.coefficient,
        scale=scale, bare=True, stands=tells, plain=number.plain, per=per,
    )  # fmt: skip


def _read_hyphened(site: Site) -> Claim | None:
    """Read "six-cylinder", "11-member": a number tied to its noun."""
    text, number = site.text, site.number
    if text.startswith(_HANGING, number.end):
        return _bare(site, number.value, number.end, number.scale, site.hedge())._replace(stands=False)
    match = _HYPHENED.match(text, number.end)
    if match is None:
        return None if number.plain else _bare(site, number.value, number.end, number.scale, "")
    word = match[1].lower()
    if word == "fold":
        return _claim(site, number.value, "time", match.end(1), approx=site.hedge(), scale=number.scale)._replace(
            kind=FigureKind.OTHER
        )
    if word == "strong":
        return _claim(site, number.value, "", match.end(1), approx=site.hedge(), scale=number.scale)
    if word in {"odd", "plus"}:
        counted = noun.read(text, match.end(1))
        unit, end = (counted.unit, counted.end) if counted is not None else ("", match.end(1))
        claim = _claim(site, number.value, unit, end, approx=site.hedge() or word, scale=number.scale)
        if text.startswith("-year-old", end):
            return claim._replace(end=end + 9, kind=FigureKind.AGE, unit="year", dimension="time")
        return claim._replace(kind=FigureKind.PERIOD, dimension="time") if unit in TIMES else claim
    if (
        word in _NOT_COUNTED
        or word in SMALL
        or word in TENS
        or (word.endswith(_NOT_NOUNS) and word not in _NOUNS_LIKE_VERBS)
        or match[1][0].isupper()
        or number.value == 1
    ):
        return None
    return _claim(site, number.value, noun.singular(word), match.end(1), approx=site.hedge(), scale=number.scale)


_HANGING: Final = ("-to-", "-or-", "-and-", "-by-", "-, ", "- and ", "- or ", "- to ")
"""What ties a number to the next one, whose noun it shares."""
_NOUNS_LIKE_VERBS: Final[frozenset[str]] = words(
    "bed speed seed shed feed breed ring wing spring string king building listing family ceiling painting hearing"
)
_NOT_NOUNS: Final = ("ed", "ly", "ing", "ish")


def _read_one(site: Site) -> Claim | None:
    """Read "one proposal": only where it counts, not where it stands for a person or opens a tale."""
    if site.before == "-":
        return _bare(site, 1, site.number.end, 1, "")._replace(stands=False)
    if site.number.digits or site.gap != " " or not site.key or site.last() in _NO_BEFORE:
        if site.number.digits and site.gap == " " and site.key and site.last() not in _NO_BEFORE:
            counted = noun.read(site.text, site.number.end, one=True)
            if counted is not None and site.key not in _DISCOURSE and not site.word[0].isupper():
                return _claim(site, 1, counted.unit, counted.end, approx=site.hedge(), scale=1)
        return _bare(site, 1, site.number.end, 1, "")._replace(stands=False)
    if site.key == "hand" and site.last() == "on":
        return _bare(site, 1, site.number.end, 1, "")._replace(stands=False)
    if site.key in _DISCOURSE or site.key in noun.STOPS or site.word[0].isupper():
        return _bare(site, 1, site.number.end, 1, "")._replace(stands=False)
    counted = noun.read(site.text, site.number.end, one=True)
    if counted is None:
        return _bare(site, 1, site.number.end, 1, "")._replace(stands=False)
    per, end = noun.rate(site.text, counted.end)
    return _claim(site, 1, counted.unit, end, per=per, approx=site.hedge(), scale=1)


_MINUS: Final = ("minus ", "Minus ")
_HARMED: Final[frozenset[str]] = words(
    "killed injured hurt arrested detained rescued displaced evacuated hospitalised hospitalized"
)
"""Participles that count people without naming them: "3 killed"."""
_WHOLE: Final = (" the ", " its ", " their ", " his ", " her ", " those ")
"""What follows "of" where a number is a part of a known set: "seven of the ten"."""


VAGUE_SCALES: Final[dict[str, int]] = {
    "dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12, "lakhs": 10**5, "crores": 10**7,
}  # fmt: skip
_OF_MONEY = re.compile(r" of (?:US |U\.S\. )?([a-z]{3,9})(?![A-Za-z])")
_OF_VAGUE = re.compile(r" of (thousands|millions|billions|trillions)(?![A-Za-z])")


def read_vague(site: Site) -> Claim | None:
    """Read "dozens of", "tens of thousands of": found, ranged by its magnitude, and weak."""
    text, start, end = site.text, site.start, site.number.end
    word = text[start:end].lower()
    scale = VAGUE_SCALES.get(word)
    if scale is None:
        return None
    more = _OF_VAGUE.match(text, end)
    if more is not None:
        scale *= VAGUE_SCALES[more[1]]
        end = more.end()
    if not text.startswith((" of ", " more"), end) and more is None:
        return None
    unit, kind = "", FigureKind.COUNT
    money = _OF_MONEY.match(text, end)
    if money is not None and money[1] in NAMES:
        return Claim(start, money.end(), FigureKind.MONEY, scale, value_max=scale * 10, unit=NAMES[money[1]], weak=True)
    counted = noun.read(text, end + 3 if text.startswith(" of ", end) else end)
    if counted is not None:
        unit, end = counted.unit, counted.core
        if unit in {"mile", "kilometre", "metre", "acre", "hectare", "tonne", "ton"}:
            kind = FigureKind.QUANTITY
        elif unit in {"year", "day", "hour", "month", "week", "minute"}:
            kind = FigureKind.PERIOD
    elif word in {"scores", "tens"} and more is None:
        return None
    return Claim(start, end, kind, scale, value_max=scale * 10, unit=unit, weak=True, spelled=True)


FOLDS: Final[dict[str, int]] = {
    f"{word}fold": value for word, value in (SMALL | TENS | {"hundred": 100, "thousand": 1000}).items() if value > 1
}
"""Multiples in one word: "fivefold"."""


def read_multiple(site: Site) -> Claim:
    """Read "doubled", "halved": a multiple in a verb, found and weak; "fivefold", which is as exact as "5-fold"."""
    number = site.number
    return Claim(
        number.start,
        number.end,
        FigureKind.OTHER,
        number.value,
        unit="time",
        approx=site.hedge(),
        weak=site.text[number.start : number.end].lower() not in FOLDS,
        spelled=True,
    )
