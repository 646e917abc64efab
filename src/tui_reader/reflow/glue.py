"""What belongs together on one line: a number and its unit, a currency and its number, initials and a name."""

import re
from functools import lru_cache

_SCALES = "hundred|thousand|million|lakh|crore|billion|trillion|percent|per cent"
_UNITS = (
    f"{_SCALES}|mn|bn|tn|yuan|dollars?|euros?|pounds?|yen|won|rupees?|rubles?|francs?|cents?|pence|"
    "mm|cm|km|m|ft|yd|mi|inch(?:es)?|foot|feet|yards?|miles?|(?:kilo|centi|milli)?met(?:er|re)s?|"
    "mu|hectares?|ha|acres?|sq|square|cubic|kg|g|mg|t|lbs?|oz|ounces?|(?:kilo)?grams?|kilos?|tons?|tonnes?|"
    "l|ml|(?:milli)?lit(?:er|re)s?|gallons?|barrels?|[kMGT]?Wh?|[kmg]wh?|(?:kilo|mega|giga)?watts?|kilowatt-hours?|volts?|"
    "[kMG]?[Hh]z|[KMGT]B|degrees?|basis|percentage|points?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|"
    r"am|pm|[ap]\.m|AM|PM|nm|mph|kph|knots|times"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_CURRENCY_CODES = "USD|EUR|GBP|CNY|RMB|Rmb|JPY|HKD|INR|CHF|AUD|CAD|Rs"
_SIGNS = "$€£¥￥₹₽₩"
_TITLES = "Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Capt|Lt|Col|Sgt"
_REACH = 12
"""How far before a blank the rules look, in characters: the longest month and its full stop fit."""


_Rule = tuple[re.Pattern[str], re.Pattern[str]]
"""What ends before a blank, and what begins after it, if no line may end there."""


@lru_cache(maxsize=1)
def _suspects() -> re.Pattern[str]:
    """Compile the pattern of every blank that a rule can hold, and few others."""
    return re.compile(
        rf" (?:(?<=[\d.{_SIGNS}] )|(?=[\d{_SIGNS}–—])|(?=[hmbtlcp])(?=(?:{_SCALES})\b)"
        # A look at one letter first saves looking for each word.
        r"|(?<=[nrsec] )(?:(?<=illion )|(?<=[DM][rs] )|(?<=quare |cubic |basis |ntage |grees )|(?<= per )))"
    )


@lru_cache(maxsize=2)
def _rules(*, after_digit: bool) -> tuple[_Rule, ...]:
    """Compile the rules for a blank after a digit, or for the others, when the first line is laid out."""
    anyhow = (("", rf"(?:{_SCALES})\b|[–—] "),)
    pairs: tuple[tuple[str, str], ...]
    if after_digit:
        pairs = (
            ("", rf"(?:{_UNITS}|{_CURRENCY_CODES})\b|[%°]"),
            (r"(?<![\d.,])[0-3]?\d", rf"(?:{_MONTHS})\b"),
            # "6 in of rain", but not "on Dec 29 in the city".
            ("", r"in\b(?! (?:[A-Z]|(?:the|an?|its|his|her|their|this|that|these|those|which|some|all) ))"),
        )
    else:
        pairs = (
            (rf"(?<!\w)(?:{_MONTHS})\.?", r"[0-3]?\d(?!\d)"),
            (rf"(?<!\w)(?:{_CURRENCY_CODES}|[A-Z]{{0,3}}[{_SIGNS}])", r"\d"),
            (r"(?<!\w)(?:[Nn]os?|pp?|[Vv]ol|[Ff]ig|Chapter|Article|Section)\.?", r"\d"),
            (rf"(?<!\w)(?:(?:[A-Z]\.-?){{1,4}}|(?:{_TITLES})\.?)", r"[^\W\d_](?<![a-z])"),
            ("illion", rf"(?:{_UNITS}|{_CURRENCY_CODES})\b"),
            (r"\b(?:square|cubic)", rf"(?:{_UNITS})\b"),
            (r"\b(?:basis|percentage)", r"points?\b"),
            (r"\bdegrees?", r"(?:Celsius|Fahrenheit)\b"),
            (r"\bper", r"cent\b"),
        )
    return tuple((re.compile(rf"(?:{before})\Z"), re.compile(after)) for before, after in anyhow + pairs)


def glue(text: str) -> frozenset[int]:
    """Find the blanks at which no line may end, by their offsets in ``text``; each is a single blank.

    A spaced dash stays with the word before it, as a line that begins with one reads like a list.
    """
    glued = set()
    rules = {after_digit: _rules(after_digit=after_digit) for after_digit in (False, True)}
    for found in _suspects().finditer(text):
        blank = found.start()
        head = text[max(0, blank - _REACH) : blank]
        for before, after in rules[head[-1:].isdigit()]:
            if after.match(text, blank + 1) and before.search(head):
                glued.add(blank)
                break
    return frozenset(glued)
