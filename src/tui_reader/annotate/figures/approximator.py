"""Approximators and bounds: the words around a number that say how exact it is.

A degree before one ("just over", "well over", "slightly more than") is left out, so that equal bounds are equal words;
``printed`` puts it back for a reader's eye.
"""

import re
from typing import Final

from tui_reader.annotate.figures.vocabulary import words as word_set

_PHRASES: Final = """
about|around|roughly|approximately|approx|approx.|nearly|almost|some|circa|ca.|c.|near|nearing|approaching|barely
close to|an estimated|estimated|est.|just about|somewhere around|something like|in the region of
in the neighborhood of|in the neighbourhood of|on the order of|in the order of|of the order of
more or less|not quite|perhaps|maybe|plus or minus|give or take|neared|approached
more than|over|above|at least|no less than|no fewer than|not less than|not fewer than|upward of|upwards of|greater than
in excess of|at the very least
better than|a minimum of|minimum of|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|surpasses|surpass
topping|topped
higher than|larger than|bigger than|longer than|older than|tops|starting at
less than|fewer than|under|below|up to|at most|no more than|not more than|as much as|as many as
lower than|smaller than|shorter than|younger than|short of|no longer than|no larger than|no bigger than
a maximum of|maximum of|as little as|as few as|as low as|as high as
"""

PHRASES: Final[frozenset[str]] = frozenset(
    phrase for line in _PHRASES.strip().splitlines() for phrase in line.split("|")
)
LASTS: Final[frozenset[str]] = frozenset(phrase.rpartition(" ")[2] for phrase in PHRASES)
_LONG_LASTS: Final[frozenset[str]] = frozenset(phrase.rpartition(" ")[2] for phrase in PHRASES if " " in phrase)
GLYPHS: Final[frozenset[str]] = frozenset("~≈><≥≤∼〜±")
OPENERS: Final = "(\"“'‘[«"
GLUED: Final[frozenset[str]] = frozenset({"sub-", "+/-", "c.", "ca."})
"""Approximators that are tied to their number: "sub-2%", "c.5,000"."""
AROUND: Final[frozenset[str]] = frozenset({"about", "around", "circa", "ca.", "c.", "approximately", "roughly"})
"""Approximators of dates and hours."""
_DEGREES: Final[frozenset[str]] = word_set(
    "just well slightly little bit far much even somewhat only way considerably significantly substantially marginally "
    "fractionally a"
)
_LITTLE: Final[frozenset[str]] = frozenset({"little", "bit"})
"""Degrees that need their article: "a little over"."""
_NOT_A_BOUND: Final[frozenset[str]] = word_set("handed handing hands turned took take taken taking ran run running")
_MORE_OF_IT: Final[frozenset[str]] = word_set("another additional further extra added")
"""Words that may stand between an approximator and its number: "at least another 12"."""
_WITHOUT_THAN: Final[frozenset[str]] = frozenset({"over", "above", "under", "below"})
_LONGEST: Final = 4
AFTER = re.compile(
    r" or (?:so|more|less|fewer|thereabouts|above|over|older|younger|higher|longer|lower)(?![A-Za-z])(?! than )"
    r"| and (?:older|younger)(?![A-Za-z])| and (?:above|over|up|under)(?![A-Za-z ])|\+(?!\w)"
)
"""Approximators that follow the number or its unit."""


def before(words: list[str]) -> str:
    """Give the approximator that the words before a number end with, as printed; empty where there is none."""
    if not words:
        return ""
    last = words[-1].lower()
    if last in _MORE_OF_IT and len(words) > 1:
        words = words[:-1]
        if last != "another" and words[-1].lower() in {"a", "an"}:
            words.pop()
        if not words:
            return ""
        last = words[-1].lower()
    if last == "than" and len(words) > 1 and words[-2].lower() in _WITHOUT_THAN:
        # "over than 40", as English is often written far from England
        return words[-2].lstrip(OPENERS)
    if last not in LASTS:
        last = last.lstrip(OPENERS)
        return words[-1].lstrip(OPENERS) if last in PHRASES else ""
    if last in _LONG_LASTS:
        for length in range(min(_LONGEST, len(words)), 1, -1):
            phrase = " ".join(words[-length:]).lstrip(OPENERS)
            if phrase.lower() in PHRASES:
                return phrase
    if words[-1] == "C.":
        return ""
    if last not in PHRASES or (last == "over" and len(words) > 1 and words[-2].lower() in _NOT_A_BOUND):
        return ""
    return words[-1]


def printed(text: str, start: int, approx: str) -> str:
    """Give the approximator of the number at ``start`` with the degree before it: "just over" for "over"."""
    lead = text[max(0, start - 64) : start].rstrip()
    if not lead.endswith(f" {approx}"):
        return approx
    words = lead[: -len(approx)].split()
    first = len(words)
    while first and words[first - 1].lower() in _DEGREES:
        first -= 1
    degree = words[first:]
    while degree and (degree[0].lower() in _LITTLE or degree == ["a"]):
        degree = degree[1:]
    return " ".join([*degree, approx])
