"""Approximators and bounds: the words around a number that say how exact it is."""

import re
from typing import Final

_PHRASES: Final = """
about|around|roughly|approximately|approx|approx.|nearly|almost|some|circa|ca.|near|nearing|approaching|barely
close to|an estimated|estimated|just about|somewhere around|something like|in the region of|in the neighborhood of
more or less
more than|over|above|at least|no less than|no fewer than|not less than|not fewer than|upward of|upwards of|greater than
in excess of|just over|just above|well over|well above|slightly more than|a little over|little more than|far more than
even more than
better than|a minimum of|minimum of|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|surpasses|surpass
topping|topped
higher than|larger than|bigger than|longer than|older than|well more than|much more than|tops|slightly over|starting at
less than|fewer than|under|below|up to|at most|no more than|not more than|as much as|as many as|just under|just below
well under
well below|slightly less than|a little less than|lower than|smaller than|shorter than|younger than
little less than|short of
a maximum of|maximum of|slightly under|far less than|much less than|as little as|as few as|as low as|as high as
"""

PHRASES: Final[frozenset[str]] = frozenset(
    phrase for line in _PHRASES.strip().splitlines() for phrase in line.split("|")
)
LASTS: Final[frozenset[str]] = frozenset(phrase.rpartition(" ")[2] for phrase in PHRASES)
GLYPHS: Final[frozenset[str]] = frozenset("~≈><≥≤∼〜")
_OPENERS: Final = "(\"“'‘[«"
_NOT_A_BOUND: Final[frozenset[str]] = frozenset(
    {"handed", "handing", "hands", "turned", "took", "take", "taken", "taking"}
)
AFTER = re.compile(
    r" or (?:so|more|less|fewer|thereabouts|above|over)(?![A-Za-z])| and (?:above|over|up)(?![A-Za-z ])|\+(?!\w)"
)
"""Approximators that follow the number or its unit."""


def before(words: list[str]) -> str:
    """Give the approximator that the words before a number end with, as printed; empty where there is none."""
    if not words or words[-1].lstrip(_OPENERS).lower() not in LASTS:
        return ""
    for length in range(min(5, len(words)), 0, -1):
        taken = [word.lstrip(_OPENERS) if i == 0 else word for i, word in enumerate(words[-length:])]
        phrase = " ".join(taken)
        if phrase.lower() in PHRASES:
            if length == 1 and len(words) > 1 and phrase == "over" and words[-2].lower() in _NOT_A_BOUND:
                return ""
            return phrase
    return ""
