"""Quantities with a unit of measure."""

import re
from typing import Final

from tui_reader.annotate.figures import noun, unit
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.currency import NAMES
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.vocabulary import listed, words
from tui_reader.model.figure import FigureKind

_MORE = re.compile(
    r"[ -]([A-Za-z°]{1,11})(?![A-Za-z])(?:[ -]([A-Za-z]{1,11})(?![A-Za-z]))?(?:[ -]([A-Za-z]{1,11})(?![A-Za-z]))?"
)
_SHORTENED = re.compile(r"\. ?([A-Za-z]{1,10})(?![A-Za-z])")
"""The second word after "sq." and its like."""
_BRACKETED = re.compile(r" ?[\[<]([A-Za-zμµ°/²³23]{1,6})[\]>]")
_INCH_MARK = re.compile(r" ?\"(?= (?:long|wide|tall|thick|deep|high|in diameter|x \d|by \d))")
_FEET_INCHES = re.compile(
    r"(?:,? and|,|\.)?[ -](?:(\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"[ -]?(?:inches|inch|in)(?![A-Za-z])|(\d|1[01])(?=[.,;)](?!\d)|$| tall))"
)
_FOOT_AND = re.compile(r"-(\d{1,2})(?![\d-])")
_PRIMES = re.compile(r"['′](\d{1,2})(?:\"|″|'')")
_SHAPE = re.compile(r"-(?:long|wide|tall|high|deep|thick|square)(?![A-Za-z])")
_BEFORE_DEGREES: Final[frozenset[str]] = words(
    "to of at above below around about hit hits reached reach reaching and nearly is was over near exceed exceeded "
    "exceeding between under than from by or up topped touched feels minus only just a low high as 1.5 for well"
)
"""Words after which a number with a glued C or F is a temperature and not a form or a type."""
_ONES: Final = {
    word: i for i, word in enumerate(listed("zero one two three four five six seven eight nine ten eleven"))
}


def _unit_after(site: Site) -> tuple[unit.Unit, int] | None:
    """Give the unit that follows the number, and where it ends."""
    word, key, text, gap = site.word, site.key, site.text, site.gap
    if not key:
        return None
    if "/" in word and word not in unit.ABBREVIATIONS:
        quotient = _quotient(word)
        return (quotient, site.word_end) if quotient is not None else None
    if key in unit.LEADS:
        short = _SHORTENED.match(text, site.word_end) if key in {"sq", "cu", "fl"} else None
        named = unit.NAMES.get(f"{key} {short[1].lower()}") if short is not None else None
        if short is not None and named is not None:
            return named, short.end()
        more = _MORE.match(text, site.word_end)
        if more is not None:
            names = unit.NAMES
            for count in (3, 2, 1):
                if more[count]:
                    found = names.get(" ".join([key, *(more[i].lower() for i in range(1, count + 1))]))
                    if found is not None:
                        return found, more.end(count)
    if word in unit.ABBREVIATIONS and (site.number.digits or len(word) > 1):
        if gap == " " and word in unit.SPACED_DARK:
            closed = ").,;" if word == "bar" else ")"
            if site.word_end < len(text) and text[site.word_end] not in closed:
                return None
        if word == "mb" and site.number.value < _LEAST_PRESSURE:
            return unit.ABBREVIATIONS["MB"], site.word_end
        if not _clear(site, word):
            return None
        return unit.ABBREVIATIONS[word], site.word_end
    found = unit.NAMES.get(key)
    if found is not None and (gap or site.number.digits):
        return found, site.word_end + (1 if key == "deg" and text.startswith(".", site.word_end) else 0)
    return None


_LEAST_PRESSURE: Final = 800
"""Millibars of the deepest storms; fewer "mb" are megabytes."""


def _quotient(word: str) -> unit.Unit | None:
    """Give the unit of "A/cm2" or "centimetres/millisecond": one unit over another."""
    over, _, under = word.partition("/")
    top = (
        unit.ABBREVIATIONS.get(over) or unit.NAMES.get(over.lower()) or (unit.NAMES["ampere"] if over == "A" else None)
    )
    if top is None:
        return None
    low = under.lower()
    bottom = unit.ABBREVIATIONS.get(under) or unit.NAMES.get(low)
    per = bottom.name if bottom is not None else unit.TIMES.get(low) or unit.SHORT_TIMES.get(under)
    return unit.Unit(top.name, top.dimension, per) if per else None


def _clear(site: Site, word: str) -> bool:
    """Whether a short abbreviation is a unit here and not a letter of something else."""
    text, end = site.text, site.word_end
    after = text[end : end + 1]
    if word in {"C", "F", "W", "V", "L", "N", "h", "l", "g", "t", "m", "ha", "PS", "HP", "bar"}:
        if (after in {"/", "&", "'", "’"} and not text[end + 1 : end + 2].isdigit()) or (
            after == "." and text[end + 1 : end + 2].isalpha()
        ):
            return False
        if word in {"C", "F"}:
            if after in {" ", "-"} and site.gap == " " and text[end + 1 : end + 2].isupper():
                return False
            if site.gap == "" and site.last() not in _BEFORE_DEGREES and not site.negative and site.number.plain:
                return False
    if after != "-":
        return True
    if text[end + 1 : end + 2].isdigit():
        again = _AGAIN.match(text, end)
        return again is not None and text.startswith(word, again.end())
    return not text[end + 1 : end + 2].isupper()


_AGAIN = re.compile(r"[-–]\d[\d.,]{0,9}")
"""The upper end of a range, whose unit is to be the same: "10km-15km"."""


def _inches(site: Site) -> int | None:
    """Where "in" ends when it is inches and not the preposition: "4-in chip", "6 in. The"."""
    if site.key != "in" or not site.number.digits:
        return None
    end, text = site.word_end, site.text
    after = text[end : end + 1]
    if site.gap == "-":
        return end if after != "-" else None
    if after == ".":
        return end
    if site.gap == " " and after in {")", ",", ";", "]"} and (after != "," or site.number.scale == 1):
        return end
    if site.gap == "" and not after.isalnum():
        return end
    return None


def read(site: Site) -> Claim | None:
    """Read a number with its unit of measure, glued, spaced or hyphenated."""
    number, text = site.number, site.text
    inches = _inches(site)
    if inches is not None:
        return _claim(site, unit.NAMES["inch"], inches)
    found = _unit_after(site)
    if found is None:
        stone = _STONE.match(text, number.end) if site.key in {"st", "stone"} else None
        if stone is not None:
            return _read_stone(site, stone)
        if number.digits and text[number.end : number.end + 2].lstrip(" ")[:1] in {"[", "<", '"', "'"}:
            return _read_marks(site)
        near = text[max(0, site.start - 2) : site.start - 1]
        if near == "e" and site.last().rstrip("-") == "magnitude" and number.digits and number.value <= _STRONGEST:
            return _claim(site, unit.NAMES["magnitude"], number.end)
        if key_of_pound(site):
            return _claim(site, unit.NAMES["lb"], site.word_end)
        return None
    measured, end = found
    if measured.name == "foot":
        more = _FEET_INCHES.match(text, end)
        short = _FOOT_AND.match(text, end) if site.gap == "-" else None
        if short is not None and int(short[1]) < 12:
            return _claim(site, measured, short.end())._replace(value=number.value + int(short[1]) / 12)
        if more is not None:
            inches_more = more[1] or more[2]
            inch = float(inches_more) if inches_more[0].isdigit() else _ONES[inches_more]
            value = number.value + inch / 12
            return _claim(site, measured, more.end())._replace(value=value)
    if measured.name in {"kilometre", "metre"} and site.word == "m" and site.gap == "" and _people_follow(text, end):
        return None
    if (
        measured.name in {"litre", "gram"}
        and number.plain
        and site.gap == ""
        and site.word in {"l", "L"}
        and number.value > 999
    ):
        return None
    return _claim(site, measured, end)


_STONE = re.compile(
    r"(?: ?st(?=,? \d{1,2} ?(?:lbs?|pounds)(?![A-Za-z]))"
    r"|[ -]stone(?=[.,;:)!?]|$| (?:and|in|to|over|or|\d{1,2} ?(?:lbs?|pounds))(?![a-z])))"
    r"(?:,? (\d{1,2}) ?(?:lbs?|pounds)(?![A-Za-z]))?"
)
_POUNDS_TO_A_STONE: Final = 14


def _read_stone(site: Site, match: re.Match[str]) -> Claim:
    """Read "14 stone", "3st 4lb": the British weight of a body, which stone as a matter is not."""
    pounds = int(match[1] or 0)
    value = site.number.value + pounds / _POUNDS_TO_A_STONE if pounds else site.number.value
    return _claim(site, unit.Unit("stone", "mass"), match.end())._replace(value=value)


_STRONGEST: Final = 10
"""Magnitude that no earthquake reaches."""
_OF_A = re.compile(r" (?:of )?(an?) (?:US |U\.S\. )?([a-z]{3,10})(?: ([a-z]{3,6}))?(?![A-Za-z])")


def read_part(site: Site) -> Claim | None:
    """Read "half a mile", "a quarter of an hour", "1/16 of a pint": a part of one unit."""
    number = site.number
    if (
        number.scale != 1
        or not 0 < number.value < 1
        or (number.digits and site.text[number.start : number.end].count("."))
    ):
        return None
    match = _OF_A.match(site.text, number.end)
    if match is None:
        return None
    time = unit.TIMES.get(match[2])
    if time is not None:
        old = site.text.startswith((" old", "-old"), match.end(2))
        end, kind = (match.end(2) + 4, FigureKind.AGE) if old else (match.end(2), FigureKind.PERIOD)
        return _claim(site, unit.Unit(time, "time"), end)._replace(kind=kind)
    both = unit.NAMES.get(f"{match[2]} {match[3]}") if match[3] else None
    single = unit.NAMES.get(match[2])
    if both is not None:
        return _claim(site, both, match.end(3))
    if single is not None:
        return _claim(site, single, match.end(2))
    money = NAMES.get(match[2])
    return _claim(site, unit.Unit(money, "money"), match.end(2))._replace(kind=FigureKind.MONEY) if money else None


def _people_follow(text: str, end: int) -> bool:
    """Whether a counted noun follows, so that a glued m is a million."""
    again = _AGAIN.match(text, end)
    stop = again.end() + 1 if again is not None else end
    if text.startswith((" of them", " of whom"), stop):
        return True
    follower = _FOLLOWING.match(text, stop)
    return follower is not None and follower[1] in _BY_THE_MILLION


_FOLLOWING = re.compile(r" (?:more |new |extra |daily |monthly |active |other )?([a-z]{4,12})(?![A-Za-z])")
_BY_THE_MILLION: Final[frozenset[str]] = words(
    "people users customers viewers jobs homes households copies shares passengers subscribers consumers workers doses "
    "vehicles cars units downloads visitors tourists children women followers fans views voters votes residents "
    "members patients students pupils pensioners families taxpayers babies barrels tonnes tons litres gallons bottles "
    "bags boxes packs items products parcels packages letters emails messages tweets posts photos videos songs games "
    "tickets records books trees animals chickens pigs cattle birds phones handsets devices computers tablets "
    "accounts cards transactions transfers orders payments deaths cases infections tests refugees migrants inhabitants "
    "readers listeners players speakers euros dollars pounds yuan"
)
"""Nouns that are counted in millions and never stand along a length."""


def key_of_pound(site: Site) -> bool:
    """Pounds that no form of money has claimed are weight."""
    return site.key in {"pound", "pounds", "pounder"} and site.gap != ""


def _read_marks(site: Site) -> Claim | None:
    """Units in brackets, primes and inch marks: "20 [kg]", "10 " long", "5'11"."""
    text, end = site.text, site.number.end
    bracketed = _BRACKETED.match(text, end)
    if bracketed is not None and bracketed[1] in unit.ABBREVIATIONS:
        return _claim(site, unit.ABBREVIATIONS[bracketed[1]], bracketed.end())
    mark = _INCH_MARK.match(text, end)
    if mark is not None:
        return _claim(site, unit.NAMES["inch"], mark.end())
    primes = _PRIMES.match(text, end)
    if primes is not None and site.number.plain and int(primes[1]) < 12:
        return _claim(site, unit.NAMES["foot"], primes.end())._replace(value=site.number.value + int(primes[1]) / 12)
    return None


_SPEEDS: Final[dict[tuple[str, str], str]] = {
    ("kilometre", "hour"): "kilometre per hour",
    ("mile", "hour"): "mile per hour",
    ("metre", "second"): "metre per second",
    ("foot", "second"): "foot per second",
    ("mile", "gallon"): "mile per gallon",
}
"""Rates that have a name of their own."""


def _below_zero(site: Site, measured: unit.Unit, end: int) -> bool:
    """Whether a temperature is said to lie below zero."""
    return measured.dimension == "temperature" and site.text.startswith(" below zero", end)


def _claim(site: Site, measured: unit.Unit, end: int) -> Claim:
    """Give the claim of a quantity, with its rate and the word that says which way it runs."""
    number = site.number
    shape = _SHAPE.match(site.text, end)
    if shape is not None:
        end = shape.end()
    per, end = (measured.per, end) if measured.per else noun.rate(site.text, end)
    value = -number.value if site.negative or _below_zero(site, measured, end) else number.value
    name = _SPEEDS.get((measured.name, per))
    if name is not None:
        measured, per = unit.Unit(name, "speed"), ""
    return Claim(
        site.start, end, FigureKind.QUANTITY, value, unit=measured.name, per=per, approx=site.hedge(),
        coefficient=number.coefficient, scale=number.scale, dimension=measured.dimension, plain=number.plain,
        spelled=True,
    )  # fmt: skip
