"""Money: signs, codes, names, local magnitudes, minor units."""

import re
from typing import Final

from tui_reader.annotate.figures import currency, noun
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.numeral import LETTER_SCALES, SCALES, Number
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.vocabulary import listed, words
from tui_reader.model.figure import FigureKind

_LETTERS = re.compile(r"[ \u00a0]?([A-Za-z]{1,3})(?![A-Za-z0-9])")
_TRAILING = re.compile(
    r"[ \u00a0](?:(US|U\.S\.|CAD|AUD|USD|Cdn|Canadian|Australian|NZ|HK)(?![A-Za-z])(?! (?:and|or) )"
    r"|(?:in )?(sterling)(?![A-Za-z]))"
)
_NAME = re.compile(
    r"(?:[ \u00a0]| - |-|\n(?!\n))?([A-Za-z][A-Za-z.]{0,14}|[€£$¥￥₹₩₽₺₫₭₡₱₪฿¢元])"
    r"(?:[ -]([A-Za-z]{2,14}))?(?:[ -]([A-Za-z]{3,14}))?"
)
_MILLIONS = re.compile(r"[ \u00a0]?([MTBk])(USD|EUR|GBP|SEK|NOK|DKK|CHF|AUD|CAD|JPY|INR|ZAR|PLN)(?![A-Za-z])")
_TAIL = re.compile(r" (?:and )?(\d{1,2}) (?:cents?|pence)(?![a-z])")
_AND_CENTS = re.compile(
    r" (?:and )?((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|\d{1,2})"
    r"( cents?| pence| mao| jiao)?(?: five)?(?![\w-]|[.,]\d| [a-z%])"
)
_MASS: Final[frozenset[str]] = words(
    "weigh weighs weighed weighing weight heavy heavier lost lose losing gained gain lift lifted carry carrying baby "
    "fish meat beef pork rice sugar salt flour coffee cotton copper grain wheat explosives cocaine heroin cannabis "
    "marijuana dropping shed lifting body overweight lighter thrust potatoes chicken cheese butter bag load cargo "
    "bomb dynamite tnt"
)
_PENCE = re.compile(r" (?:and )?(?:\d{1,2}|[a-z]{3,9}(?:[- ][a-z]{3,5})?) (?:pence|p)(?![a-z])")
_OF_WHAT = re.compile(r" of ([a-z]{3,14})")
_MONEY_OF: Final[frozenset[str]] = words(
    "debt debts aid funding investment investments savings cash public taxpayer taxpayers government damage revenue "
    "profit profits sales budget cuts losses their his her the its our your new extra additional money assets loans "
    "spending state european private foreign business work contracts orders compensation tax taxes income lottery "
    "annual unpaid equity shares goods property damages fines fees grants support credit capital"
)
"""What pounds of money are of: debt; pounds of weight are of matter."""
_PAID: Final[frozenset[str]] = words(
    "pay pays paid paying cost costs costing price priced worth fine fined received receive receives earn earns "
    "earned spend spent raise raised fund bill ticket tickets salary wage wages income profit profits loss losses "
    "sales revenue deal grant prize bid offer fee fees rent tax budget savings save saved london british britain uk "
    "debt loan bonus cash money investment invested sterling sold bought buy selling charge charged pension insurance"
)


def read_signed(site: Site) -> Claim | None:
    """Money with its sign, code or letters before the number."""
    if not site.sign:
        return None
    number = site.number
    end, scale = number.end, number.scale
    trailing = ""
    if scale == 1:
        letters = _LETTERS.match(site.text, end)
        if (
            letters is not None
            and letters[1] in LETTER_SCALES
            and (letters[0] == letters[1] or letters[1] not in {"t", "T", "K"})
        ):
            spaced_word = letters[0] != letters[1] and letters[1] not in {"m", "b", "M", "B", "tn", "mil", "bil", "k"}
            if not spaced_word:
                scale, end = LETTER_SCALES[letters[1]], letters.end()
    value = _times(number.value if number.scale != 1 else number.coefficient, scale if number.scale == 1 else 1)
    if site.text[end : end + 1].isalpha() and not _TRAILING_CODE.match(site.text, end):
        if site.sign != "GBP" or not isinstance(value, float) or letters_after(site.text, end) != "p":
            return None
        end += 1
    unit = site.sign
    high = _TO_SCALE.match(site.text, number.end) if scale == 1 and not site.negative else None
    if high is not None:
        claim = _signed_range(site, high)
        if claim is not None:
            return claim
    if scale > 1 and not site.negative and site.text[end : end + 1] in {"-", "–", " "}:
        again = _TO_SCALE.match(site.text, end)
        if again is not None and _same_scale(again, scale):
            top = float(again[1].replace(",", ""))
            if top > number.coefficient:
                return _money(site, value, unit, again.end(), scale)._replace(value_max=_times(top, scale))
    match = _TRAILING.match(site.text, end) if end < len(site.text) else None
    if match is not None and unit == "USD" and match[1]:
        trailing = match[1]
        unit = currency.DOLLARS.get(
            trailing.lower(), {"Cdn": "CAD", "Canadian": "CAD", "Australian": "AUD"}.get(trailing, "USD")
        )
        end = match.end()
    elif match is not None and unit == "GBP" and match[2]:
        end = match.end()
    tail = _TAIL.match(site.text, end) if scale == 1 and isinstance(value, int) else None
    if tail is not None:
        value, end = value + int(tail[1]) / 100, tail.end()
    if site.negative:
        value = -value
    return _money(site, value, unit, end, scale)


def letters_after(text: str, end: int) -> str:
    """Give the run of letters and digits at ``end``, up to two of them."""
    return "".join(char for char in text[end : end + 2] if char.isalnum())


def _signed_range(site: Site, high: re.Match[str]) -> Claim | None:
    """Read "£4-5m", "$1 to 2 million": the sign once, the magnitude once."""
    scale = LETTER_SCALES.get(high[2]) or SCALES.get(high[2].lower())
    low = site.number.coefficient
    top = float(high[1].replace(",", ""))
    if scale is None or not low < top or (low >= 1000 and high[2].lower() not in _INDIAN):
        return None
    claim = _money(site, _times(low, scale), site.sign, high.end(), scale)
    return claim._replace(value_max=_times(top, scale))


def _same_scale(high: re.Match[str], scale: int) -> bool:
    """Whether the upper end of a range bears the magnitude of the lower: "£3bn-4bn", "$5m to 6m"."""
    glued = high[0].endswith(high[1] + high[2]) or not high[0].startswith(" to ")
    return glued and scale in {LETTER_SCALES.get(high[2], 0), SCALES.get(high[2].lower(), 0)}


_INDIAN: Final[frozenset[str]] = words("lakh lakhs crore crores")
"""Magnitudes that thousands stand before: "Rs 4,000-5,000 crore"."""
_TRAILING_CODE = re.compile(r"(?:US|USD|CAD|AUD|NZD|HKD|EUR|GBP)(?![A-Za-z])")
"""Codes that may follow at once; any other letters could be a magnitude, and none may be lost."""
_TO_SCALE = re.compile(r"(?: ?[-–—] ?| to )(\d{1,3}(?:,\d{3})?(?:\.\d{1,3})?)[ \u00a0-]?([A-Za-z]{1,8})(?![A-Za-z0-9])")


def _times(value: Number, scale: int) -> Number:
    """Give the product without a float's dust."""
    if scale == 1 or isinstance(value, int):
        return value * scale
    product = round(value * scale, 6)
    return int(product) if product.is_integer() else product


def _money(site: Site, value: Number, unit: str, end: int, scale: int) -> Claim:
    """Give the claim of an amount that ends at ``end``, with its rate."""
    approx = site.hedge() or _compass(site)
    per, stop = noun.rate(site.text, end)
    if not per and site.text[end : end + 1] == "+":
        per, stop = noun.rate(site.text, end + 1)
        approx, stop = ("+", stop) if per else (approx, end)
    return Claim(
        site.start,
        stop,
        FigureKind.MONEY,
        value,
        unit=unit,
        per=per,
        approx=approx,
        coefficient=site.number.coefficient,
        scale=scale,
        dimension="money",
        plain=site.number.plain,
        spelled=True,
    )


def _compass(site: Site) -> str:
    """Give "north of", "south of" before money: more or less than."""
    return " ".join(site.left[-2:]) if site.last() == "of" and site.last(2) in {"north", "south"} else ""


def read_named(site: Site) -> Claim | None:
    """Money with the currency's name, code or sign after the number."""
    number, text = site.number, site.text
    if site.after == "/" and not number.plain and number.digits:
        return _read_quote(site)
    if not site.word:
        return None
    end, scale, value = number.end, number.scale, number.value
    if scale == 1 and site.gap == "" and site.word in LETTER_SCALES and number.digits:
        scale, end = LETTER_SCALES[site.word], site.word_end
        value = _times(value, scale)
    elif site.word[0] in "MTBk" and len(site.word) == 4 and site.word[1:].isupper():
        joined = _MILLIONS.match(text, end)
        if joined is not None:
            scale = LETTER_SCALES[joined[1]]
            return _money(site, _times(value, scale), joined[2], joined.end(), scale)
    found = _find_name(text, end, number.scale if scale == number.scale else scale)
    if found is None or (site.word == "Cent" and number.value != 1):
        # one coin with a capital after a larger number is a name, as of the singer
        return None
    unit, stop, name = found
    if name == "pound":
        unit = _pound(site, scale, text[end : end + 1])
        if not unit:
            return None
    if unit == "DEM" and name == "mark" and not _is_coin(site, scale, stop):
        return None
    if name in {"p", "c", "kn", "real", "won", "rand", "mark", "dong", "kip"} and not number.digits and scale == 1:
        return None
    if scale == 1 and unit in {"USD", "GBP", "EUR", "CNY"} and text.startswith((" and ", " "), stop):
        value, stop = _with_minor(text, stop, value)
    if site.negative:
        value = -value
    return _money(site, value, unit, stop, scale)


def _read_quote(site: Site) -> Claim | None:
    """Read "151.50/60 yen", "404.50/405.00 dlrs": a bid and an asking price, the second often by its last digits."""
    text, number = site.text, site.number
    match = _ASKED.match(text, number.end)
    bid = text[number.start : number.end].replace(",", "").replace(" ", "")
    if match is None or _DECIMAL.fullmatch(bid) is None:
        return None
    asked, found = match[1], _find_name(text, match.end(), 1)
    if found is None:
        return None
    high = float(asked if "." in asked else bid[: -len(asked)] + asked)
    if not number.value < high < 2 * number.value:
        return None
    return _money(site, number.value, found[0], found[1], 1)._replace(value_max=high)


_DECIMAL = re.compile(r"\d+\.\d+")
_ASKED = re.compile(r"/(\d{2,4}(?:\.\d{1,4})?)(?![\d/])")


def _is_coin(site: Site, scale: int, end: int) -> bool:
    """Whether a mark is German money and not a grade or a level passed: "the 35,000 mark"."""
    if site.word.lower() == "mark":
        return scale == 1 and site.gap == "-" and site.text.startswith(_COINED, end)
    return scale > 1 or not site.number.plain or site.number.value >= 100


_COINED: Final = (" note", " bill", " coin", " fine", " fee", " deposit")


def _with_minor(text: str, end: int, value: Number) -> tuple[Number, int]:
    """Give the amount with the cents that follow the name: "thirteen dollars and forty-five cents"."""
    match = _AND_CENTS.match(text, end)
    if match is None:
        return value, end
    digits = match[1]
    if digits.isdigit():
        cents = int(digits)
    else:
        from_words = _CENT_WORDS.get(digits.replace("-", " "))
        if from_words is None:
            return value, end
        cents = from_words
    if match[2] and match[2].strip() in {"mao", "jiao"}:
        cents *= 10
        cents += 5 if match[0].endswith(" five") else 0
    elif match[0].endswith(" five") and not digits.endswith("five"):
        return value, end
    return round(value + cents / 100, 2), match.end()


def _words_below_hundred() -> dict[str, int]:
    """List number words to 99."""
    ones = listed("one two three four five six seven eight nine")
    teens = listed("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
    words = {word: i + 1 for i, word in enumerate(ones)} | {word: i + 10 for i, word in enumerate(teens)}
    for i, ten in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety")):
        words[ten] = 20 + 10 * i
        words |= {f"{ten} {one}": 21 + 10 * i + j for j, one in enumerate(ones)}
    return words


_CENT_WORDS: Final = _words_below_hundred()


def _find_name(text: str, end: int, scale: int) -> tuple[str, int, str] | None:
    """Give the currency named after a number: its unit, where the name ends, the plain name."""
    match = _NAME.match(text, end)
    if match is None:
        return None
    first = match[1].rstrip(".") if match[1].count(".") == 1 else match[1]
    stop = match.start(1) + len(first)
    if text[stop : stop + 1].isdigit() and match.start(1) != end:
        return None
    if first in currency.SIGNS or first == "¢":
        return ("cent" if first == "¢" else currency.SIGNS[first]), stop, first
    if text[stop : stop + 1] == "$" and first.lower() in currency.DOLLARS:
        return currency.DOLLARS[first.lower()], stop + 1, first
    glued = match.start(1) == end
    if first in currency.CODES:
        return first, stop, first
    if first in {"p", "c"} and (glued or first == "p"):
        return _minor_letter(text, stop, first)
    low = first.lower().rstrip(".") if first.lower() != "u.s." else "u.s."
    if low in currency.LOWER_CODES:
        return currency.LOWER_CODES[low], stop, low
    if glued:
        return None
    if low == "of" and scale >= 10**3 and match[2] and match[2].lower() in {"dollars", "yuan", "euros"}:
        return currency.NAMES[match[2].lower()], match.end(2), match[2].lower()
    if low in currency.OF_ONE_LAND and match[2]:
        code = currency.NAMES.get(match[2].lower())
        if code is not None and code.isupper():
            return code, match.end(2), match[2].lower()
    if low in currency.QUALIFIERS and match[2]:
        second = match[2].lower()
        base = currency.BASE.get(second, second)
        if match[3]:
            third = currency.BASE.get(match[3].lower(), match[3].lower())
            code = currency.DOUBLE_QUALIFIED.get((low, second), {}).get(third)
            if code is not None:
                return code, match.end(3), third
        code = currency.QUALIFIED.get((low, base))
        if code is not None:
            return ("cent" if base == "cent" else code), match.end(2), base if base != "pound" else "qualified"
    if low in {"pound", "pounds"}:
        if match[2] and match[2].lower() == "sterling":
            return "GBP", match.end(2), "sterling"
        return "GBP", match.start(1) + len(low), "pound"
    if low not in currency.NAMES and low.endswith("s"):
        low = low[:-1]
    if low in currency.NAMES:
        return currency.NAMES[low], stop, currency.BASE.get(low, low)
    return None


_RESOLUTIONS: Final = frozenset({"360", "480", "720", "1080", "1440", "2160"})
"""Lines of a picture, not pence."""


def _minor_letter(text: str, end: int, letter: str) -> tuple[str, int, str] | None:
    """Read "50p", "11c": the letter alone; not "14.7C/", not the initial of a name."""
    if letter == "p" and text[end - 5 : end - 1].strip() in _RESOLUTIONS:
        return None
    after = text[end : end + 1]
    if after and (after.isalnum() or after in "'’" or (letter == "c" and text.startswith(". ", end))):
        return None
    return ("penny" if letter == "p" else "cent"), end, letter


def _pound(site: Site, scale: int, gap: str) -> str:
    """Whether pounds are money; empty where they are weight."""
    of = _OF_WHAT.match(site.text, site.word_end)
    if scale >= 10**6:
        return "" if of is not None and of[1] not in _MONEY_OF and site.key == "pounds" else "GBP"
    start = site.number.start
    window = site.text[max(0, start - 90) : start].lower()
    cut = max(window.rfind("\n\n"), window.rfind(". "))
    words = set(window[cut + 1 :].replace(",", " ").split())
    if words & _MASS:
        return ""
    if _PENCE.match(site.text, site.word_end):
        return "GBP"
    after = site.text[site.word_end : site.word_end + 4]
    if after == " of " or gap == "-":
        return "" if after == " of " else ("GBP" if words & _PAID else "")
    return "GBP" if words & _PAID else ""
