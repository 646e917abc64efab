"""What belongs together on one line: a number and its unit, a currency and its number, initials and a name."""

import re
from functools import lru_cache

_SCALES = "hundred|thousand|million|billion|trillion|percent|per cent"
_UNITS = (
    f"{_SCALES}|mn|bn|tn|yuan|dollars?|euros?|pounds?|yen|won|rupees?|rubles?|francs?|cents?|pence|"
    "mm|cm|km|m|in|ft|yd|mi|inch(?:es)?|foot|feet|yards?|miles?|(?:kilo|centi|milli)?met(?:er|re)s?|"
    "mu|hectares?|ha|acres?|sq|square|cubic|kg|g|mg|t|lbs?|oz|ounces?|(?:kilo)?grams?|kilos?|tons?|tonnes?|"
    "l|ml|(?:milli)?lit(?:er|re)s?|gallons?|barrels?|[kMGT]?Wh?|[kmg]wh?|(?:kilo|mega|giga)?watts?|kilowatt-hours?|volts?|"
    "[kMG]?[Hh]z|[KMGT]B|degrees?|points?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|"
    r"am|pm|[ap]\.m|AM|PM|nm|mph|kph|knots|times"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_BEFORE_NUMBER = (
    f"{_MONTHS}|[Nn]os?|pp?|[Vv]ol|[Ff]ig|Chapter|Article|Section|[A-Z]{{0,3}}[$€£¥￥₹₽₩]|"
    "USD|EUR|GBP|CNY|RMB|JPY|HKD|INR|CHF|AUD|CAD|Rs|Rmb"
)
_TITLES = "Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Capt|Lt|Col|Sgt"
_REACH = 12
"""How far before a blank the rules look, in characters: the longest month and its full stop fit."""


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], ...]:
    """Compile the rules once, when the first line is laid out."""
    return (
        re.compile(rf" (?:(?<=[\d.$€£¥] )|(?=[\d$€£¥–—])|(?<=illion )|(?<=[DM][rs] )|(?=(?:{_SCALES})\b))"),
        re.compile(rf"(?:{_UNITS}|{_MONTHS})\b|[%°]"),
        re.compile(
            rf"(?:(?:\d|illion)|(?<!\w)(?:{_BEFORE_NUMBER})\.?|(?<!\w)(?:(?:[A-Z]\.-?){{1,4}}|(?:{_TITLES})\.?))\Z"
        ),
        re.compile(rf"(?:{_SCALES})\b"),
    )


def glue(text: str) -> frozenset[int]:
    """Find the blanks at which no line may end, by their offsets in ``text``; each is a single blank.

    A spaced dash stays with the word before it, as a line that begins with one reads like a list.
    """
    suspect, unit, head, scale = _rules()
    glued = set()
    for found in suspect.finditer(text):
        blank = found.start()
        following = text[blank + 1 : blank + 2]
        if following in "–—" or scale.match(text, blank + 1):
            glued.add(blank)
            continue
        before = head.search(text[max(0, blank - _REACH) : blank])
        if not before:
            continue
        last = text[blank - 1]
        if last.isdigit() or before[0] == "illion":
            together = unit.match(text, blank + 1) is not None
        elif before[0][0].isupper() and following.isupper():
            together = True
        else:
            together = following.isdigit()
        if together:
            glued.add(blank)
    return frozenset(glued)
