"""Numerals as they are printed: digits, number words, fractions and the magnitude that follows them."""

import re
from enum import Enum
from typing import Final, NamedTuple

from tui_reader.annotate.figures.vocabulary import listed

Number = int | float

SMALL: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS: Final[dict[str, int]] = {
    word: 20 + 10 * i for i, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"))
}
SCALES: Final[dict[str, int]] = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "mln": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "bln": 10**9,
    "bn": 10**9,
    "trn": 10**12,
    "trln": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "lac": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "dozen": 12,
}
"""Magnitudes that mean a magnitude wherever they follow a number."""

LETTER_SCALES: Final[dict[str, int]] = {
    "k": 10**3,
    "K": 10**3,
    "m": 10**6,
    "M": 10**6,
    "mm": 10**6,
    "MM": 10**6,
    "Mil": 10**6,
    "MIL": 10**6,
    "Bil": 10**9,
    "mil": 10**6,
    "b": 10**9,
    "B": 10**9,
    "bil": 10**9,
    "Bn": 10**9,
    "BN": 10**9,
    "Mn": 10**6,
    "MN": 10**6,
    "t": 10**12,
    "T": 10**12,
    "tn": 10**12,
    "tr": 10**12,
    "cr": 10**7,
    "Cr": 10**7,
}
"""Magnitudes that mean one only beside money or a counted noun: elsewhere they are metres, bytes or tonnes."""

PARTS: Final[dict[str, tuple[int, int]]] = {
    "half": (1, 2),
    "halves": (1, 2),
    "third": (1, 3),
    "thirds": (1, 3),
    "quarter": (1, 4),
    "quarters": (1, 4),
    "fourths": (1, 4),
    "fifth": (1, 5),
    "fifths": (1, 5),
    "sixth": (1, 6),
    "sixths": (1, 6),
    "seventh": (1, 7),
    "sevenths": (1, 7),
    "eighth": (1, 8),
    "eighths": (1, 8),
    "ninths": (1, 9),
    "tenth": (1, 10),
    "tenths": (1, 10),
    "hundredths": (1, 100),
    "thousandths": (1, 1000),
}
"""Names of parts: numerator and denominator of one of them."""

GLYPHS: Final[dict[str, tuple[int, int]]] = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64, 100, 128, 1000})
"""Denominators of fractions; "9/11" and "24/7" are no fractions."""

MAX_DIGITS: Final = 24
"""Longer runs of digits are serial numbers, not claims."""

_DIGITS = re.compile(
    r"(?:\d{1,3}(?:[,\u00a0\u2009\u202f]\d{2,3}){0,6}[,\u00a0\u2009\u202f]\d{3}(?!\d)|\d++)(?:\.\d++)?+|\.\d++"
)
_SPACED = re.compile(
    r"[1-9]\d{0,2}(?: \d{3}){1,3}(?![\d-]|,\d| (?:percent|per cent|%|million|billion))(?:[.,]\d{1,2}(?!\d))?"
)
"""Thousands parted by spaces, as much of the world writes them; the caller looks at the words before."""
_DOTTED = re.compile(
    r"[1-9]\d{0,2}(?:\.\d{3}){2}(?:(?:\.\d{3}){0,2}(?= ?(?:€|euros?(?![a-z])))|(?= ?(?:[€$£]|[a-z]{3,})))"
)
"""Thousands parted by points, as much of Europe writes them: two points at least, before a thing or a currency."""
_AMOUNT_AFTER = (
    r"(?= ?(?:%|percent|per cent|pct|million|billion|trillion|bn|mln|points?|marks|yen|francs|pence|euros?)(?![a-z]))"
)
_LOOSE = re.compile(rf",(\d{{1,2}}){_AMOUNT_AFTER}| \. (\d{{1,4}}){_AMOUNT_AFTER}| , 000(?!\d)")
"""A decimal comma ("1,5 million"), and the points and commas of texts whose tokens are set apart ("4 . 8 %")."""
_APART = re.compile(r" \. (\d{1,4})(?=\D)")
"""The decimals of an amount whose point is set apart: "$ 3 . 45 a share"."""
_TORN = re.compile(r",\d{1,2}(?![\d,])")
"""What after digits may be a decimal or the next number of a list: no safe reading."""
_MONEY_SIGNS: Final = frozenset("$€£¥")
_SUM = re.compile(r" (\d{1,3})(?: (thousand|lakh))?(?![\w,.]*\d)(?= [a-z])")
_FRACTION = re.compile(r"(?:[ \u00a0-]?([½⅓⅔¼¾⅕⅛⅜⅝⅞])|[ -](\d{1,2})[/⁄](\d{1,3})(?![\d/⁄]))")
_QUARTERED = re.compile(r"-([1-7])/([248])(?![\d/])")
"""Parts of a cent after a price, as grain is traded: "$4.85-1/4"."""
_SLASH = re.compile(r"[/⁄](\d{1,3})(?![\d/⁄.,]\d|\d)")
_POWER = re.compile(r" ?[×x\u00d7] ?10(?:(?:\^|(?=[-−]))([-−]?\d{1,2})(?!\d)|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))")
_SUPERSCRIPT = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_NO_MARKS = str.maketrans("", "", ", \u00a0\u2009\u202f")
_SCALE_WORD = re.compile(r"(?:[ \u00a0\n]|-)?([A-Za-z]{2,11})(?![A-Za-z])")
_WORD = re.compile(r"(?:[ \u00a0\n]| - |-)(and[ \n])?([A-Za-z]{3,11})(?![A-Za-z])")
_AND_PART = re.compile(r"[ -]and[ -](?:(?:a|one)[ -])?(half|quarter|third|three[ -]quarters?)(?![A-Za-z])")


class Sort(Enum):
    """What a numeral says."""

    NUMBER = 1
    """How many or how much: "12", "twelve", "half"."""
    ORDINAL = 2
    """Which one: "twelfth", "12th"."""
    VAGUE = 3
    """A plural magnitude: "dozens"."""
    MULTIPLE = 4
    """A verb that multiplies: "doubled"."""


class Numeral(NamedTuple):
    """One number in the text."""

    start: int
    end: int
    value: Number
    coefficient: Number
    """The number before its magnitude: 3.2 in "3.2 billion"."""
    scale: int
    """The magnitude, 1 where there is none."""
    digits: bool
    """Written in digits, not in words."""
    plain: bool
    """An integer of digits with no separator, point, fraction or magnitude."""
    part: bool = False
    """A fraction in words ("two-thirds", "half")."""
    sort: Sort = Sort.NUMBER


def ratio(numerator: int, denominator: int) -> Number:
    """Give the exact quotient: an int where it is whole, a float elsewhere."""
    return numerator // denominator if numerator % denominator == 0 else numerator / denominator


def read_scale(text: str, end: int) -> tuple[int, int]:
    """Give the magnitude words after a number that ends at ``end``: their product and where they end."""
    scale = 1
    for _ in range(2):
        match = _SCALE_WORD.match(text, end)
        if match is None:
            break
        word = match[1]
        factor = SCALES.get(word.lower())
        if factor is None or (scale > 1 and factor <= scale and factor != SCALES["crore"]):
            break
        scale *= factor
        end = match.end()
    return scale, end


def read_digits(text: str, start: int, *, spaced: bool = False) -> Numeral | None:
    """Give the number in digits that begins at ``start``; None where it is too long to be a claim.

    With ``spaced``, spaces may part its thousands.
    """
    if text[start] in GLYPHS:
        numerator, denominator = GLYPHS[text[start]]
        return _scaled(text, start, start + 1, numerator, denominator, plain=False)
    match = _DOTTED.match(text, start) if text[start + 1 : start + 4].count(".") else None
    if match is not None:
        return _scaled(text, start, match.end(), int(match[0].replace(".", "")), 1, plain=False)
    if spaced:
        match = _SPACED.match(text, start)
    match = match or _DIGITS.match(text, start)
    if match is None or match.end() - start > MAX_DIGITS:
        return None
    end = match.end()
    whole, _, decimals = match[0].partition(".")
    plain = not decimals and whole.isascii() and whole.isdigit()
    if not plain:
        whole = whole.translate(_NO_MARKS)
    numerator, denominator = int((whole + decimals) or "0"), 10 ** len(decimals)
    follower = text[end : end + 1]
    beyond = text[end + 1 : end + 2]
    if plain and follower and follower in ", " and (beyond.isdigit() or beyond in ".,"):
        loose = _LOOSE.match(text, end)
        if loose is None and text[max(0, start - 2) : start].strip() in _MONEY_SIGNS:
            apart = _APART.match(text, end)
            if apart is not None:
                numerator, denominator = int(whole + apart[1]), 10 ** len(apart[1])
                return _scaled(text, start, apart.end(), numerator, denominator, plain=False)
        if loose is not None and end - start < 4:
            decimals = loose[1] or loose[2] or ""
            numerator = int(whole + (decimals or "000"))
            return _scaled(text, start, loose.end(), numerator, 10 ** len(decimals), plain=False)
        if follower == "," and _TORN.match(text, end):
            return None
    if follower in {"/", "⁄"}:
        slash = _SLASH.match(text, end)
        if slash is not None and plain and 0 < numerator < int(slash[1]) and int(slash[1]) in _DENOMINATORS:
            return _scaled(text, start, slash.end(), numerator, int(slash[1]), plain=False)
    elif not decimals and (follower in GLYPHS or beyond in GLYPHS or (beyond.isdigit() and follower in " -")):
        fraction = _FRACTION.match(text, end)
        if fraction is not None:
            top, bottom = GLYPHS[fraction[1]] if fraction[1] else (int(fraction[2]), int(fraction[3]))
            if 0 < top < bottom:
                return _scaled(text, start, fraction.end(), numerator * bottom + top, bottom, plain=False)
    if follower == "-" and len(decimals) == 2:
        part = _QUARTERED.match(text, end)
        if part is not None:
            top, bottom = int(part[1]), int(part[2])
            return _scaled(text, start, part.end(), numerator * bottom + top, 100 * bottom, plain=False)
    if follower and (follower in "×x" or (follower == " " and beyond and beyond in "×x")):
        power = _POWER.match(text, end)
        if power is not None:
            exponent = int((power[1] or power[2]).translate(_SUPERSCRIPT).replace("−", "-"))
            value = (
                float(f"{numerator / denominator!r}e{exponent}") if "e" not in repr(numerator / denominator) else None
            )
            if value is not None:
                return Numeral(start, power.end(), value, value, 1, digits=True, plain=False)
    return _scaled(text, start, end, numerator, denominator, plain=plain)


def _scaled(text: str, start: int, end: int, numerator: int, denominator: int, *, plain: bool) -> Numeral:
    """Give the numeral with the magnitude that follows it."""
    scale, stop = read_scale(text, end)
    if stop == end and text[end + 1 : end + 4] == "and":
        both = _AND_PART.match(text, end)
        if both is not None:
            numerator, denominator = _add_part(both[1], numerator, denominator)
            scale, stop = read_scale(text, both.end())
            plain = False
    coefficient = ratio(numerator, denominator)
    value = ratio(numerator * scale, denominator)
    more = _SUM.match(text, stop) if scale >= 1000 and isinstance(value, int) else None
    if more is not None and int(more[1]) * SCALES.get(more[2] or "", 1) < scale and (more[2] or len(more[1]) == 3):
        value, stop = value + int(more[1]) * SCALES.get(more[2] or "", 1), more.end()
    return Numeral(start, stop, value, coefficient, scale, digits=True, plain=plain and scale == 1)


def _add_part(part: str, numerator: int, denominator: int) -> tuple[int, int]:
    """Give the sum of a number and the part named after "and"."""
    top, bottom = PARTS.get(part, (3, 4))
    return numerator * bottom + top * denominator, denominator * bottom


def read_words(text: str, start: int, end: int) -> Numeral | None:
    """Give the number in words whose first word stands at ``start``..``end``; None where the word alone is none."""
    word = text[start:end].lower()
    if word in PARTS:
        return _read_part(text, start, end, word)
    first = SMALL.get(word) or TENS.get(word) or SCALES.get(word)
    if first is None and word != "zero":
        return None
    last = first or 0
    total, group, scale = (last, 0, last) if last > 100 else (0, last, last if word in SCALES else 1)
    lowest = 10**18
    while True:
        match = _WORD.match(text, end)
        if match is None:
            break
        word = match[2].lower()
        if text[end : end + 3] == " - " and not (word in SMALL and last in range(20, 91, 10)):
            break
        if word in SMALL and last in range(20, 91, 10) and SMALL[word] in range(1, 10) and not match[1]:
            group += SMALL[word]
            last = SMALL[word]
        elif (word in SMALL or word in TENS) and (last == 100 or last > 900) and SMALL.get(word, 1) != 0:
            last = SMALL.get(word) or TENS[word]
            group += last
        elif word in SCALES and not match[1] and group and (1 if last < 100 else last) < SCALES[word] < lowest:
            last = SCALES[word]
            if last == 100:
                group *= 100
            else:
                total, group, scale, lowest = total + group * last, 0, last, last
            if last == SCALES["dozen"]:
                end = match.end()
                break
        else:
            break
        end = match.end()
    both = _AND_PART.match(text, end)
    if both is not None and total == 0:
        top, bottom = _add_part(both[1], group, 1)
        factor, end = read_scale(text, both.end())
        return Numeral(start, end, ratio(top * factor, bottom), ratio(top, bottom), factor, digits=False, plain=False)
    if total == 0:
        part = _read_parts_of(text, start, end, group)
        if part is not None:
            return part
    value = total + group
    return Numeral(start, end, value, ratio(value, scale), scale, digits=False, plain=False)


_PARTS_AFTER = re.compile(
    r"[ -](half|thirds?|quarters?|fourths|fifths?|sixths?|sevenths?|eighths?|ninths|tenths?|hundredths"
    r"|thousandths)(?![A-Za-z-])"
)
_OF_SCALE = re.compile(r"[ -](?:(?:of )?an?[ -])?(hundred|thousand|million|billion|trillion|dozen)(?![A-Za-z])")


def _read_parts_of(text: str, start: int, end: int, count: int) -> Numeral | None:
    """Read "two-thirds", "three quarters billion": a count of parts."""
    match = _PARTS_AFTER.match(text, end)
    if match is None or not 0 < count < 10 or (count == 1) == match[1].endswith("s"):
        return None
    top, bottom = PARTS[match[1]]
    return _part(text, start, match.end(), count * top, bottom)


def _read_part(text: str, start: int, end: int, word: str) -> Numeral | None:
    """Read "half", "half a million", "a quarter of a million"; the caller knows whether the part alone is a claim."""
    top, bottom = PARTS[word]
    if word.endswith("s") and word != "halves":
        return None
    return _part(text, start, end, top, bottom)


def _part(text: str, start: int, end: int, top: int, bottom: int) -> Numeral:
    """Read a part with the magnitude it is a part of."""
    match = _OF_SCALE.match(text, end)
    if match is None:
        return Numeral(start, end, ratio(top, bottom), ratio(top, bottom), 1, digits=False, plain=False, part=True)
    scale = SCALES[match[1].lower()]
    return Numeral(start, match.end(), ratio(top * scale, bottom), ratio(top, bottom), scale, digits=False, plain=False)
