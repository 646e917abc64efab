"""Where words may be hyphenated; the patterns are loaded only when the reader asks for hyphens."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

HYPHEN_FAULT = 60
"""What a hyphen costs among the lines' costs: it must save a line from ending eight cells early."""
_LONG_WORD = re.compile(r"(?<![\w'’.@/-])[^\W\d_]{6,40}(?![\w@/-])")


def syllables(text: str, language: str, *, taken: Sequence[int]) -> list[int]:
    """Give the offsets in ``text`` at which a hyphen may end a line, those ``taken`` already left out.

    Words with a capital stay whole, as a hyphenated name is hard to recognise; at least two letters stay before the
    hyphen and three after it.
    """
    places_of = _patterns(language)
    occupied = frozenset(taken)
    places: list[int] = []
    for found in _LONG_WORD.finditer(text):
        word = found[0]
        if word.islower():
            places += [found.start() + place for place in places_of(word) if 2 <= place <= len(word) - 3]
    return [place for place in places if place not in occupied]


@lru_cache(maxsize=4)
def _patterns(language: str) -> Callable[[str], Sequence[int]]:
    """Load a language's patterns; a language that has none hyphenates nothing."""
    from pyphen import Pyphen, language_fallback  # type: ignore[import-untyped]  # takes 80 ms

    known = language_fallback(language)
    return lru_cache(maxsize=8192)(Pyphen(lang=known).positions) if known else _no_places


def _no_places(_word: str) -> Sequence[int]:
    return ()
