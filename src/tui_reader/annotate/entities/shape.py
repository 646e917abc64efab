"""The shape of names: capitalised words, the normal form that equal names share, the case they are shown in."""

import re
import unicodedata
from functools import lru_cache

from tui_reader.annotate.entities.lexicon import lexicon

UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
APOSTROPHES = "'’ʼ‘`"
HYPHENS = "-‐‑"
TOKEN = re.compile(
    rf"[{UPPER}](?:\.[{UPPER}](?![^\W\d_]))++\.?"
    rf"|[{UPPER}]\.(?=\s?[{UPPER}])"
    rf"|[{UPPER}]\w*+(?:[{APOSTROPHES}](?![sS](?!\w))\w++|[{HYPHENS}]\w++|&\w++|\.(?:com|org|net)\b)*+\+?"
)
"""A capitalised word: dotted initials, an initial before a name, or a word with its inner apostrophes and hyphens."""
PREFIXES = frozenset({"al", "el", "ul", "ad", "as", "ash", "an", "ar", "at", "az", "ed", "es"})
"""Lower-case articles that open an Arabic name."""
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "at", "to", "de", "du", "des", "y", "e", "und", "by", "with"})
"""Words that stay small inside a name."""
LONGEST_NAME = 160
"""Code points beyond which nothing is a name."""
DROPPED = str.maketrans(dict.fromkeys(APOSTROPHES + HYPHENS + '.,“”"()[]*_', "") | {"&": " and ", "/": " "})
VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def normal_form(surface: str) -> str:
    """Give what equal names have in common: case, accents, apostrophes, hyphens, stops and legal endings put aside."""
    form = surface.casefold().translate(DROPPED)
    if not form.isascii():
        form = "".join(mark for mark in unicodedata.normalize("NFKD", form) if not unicodedata.combining(mark))
    words = form.split()
    if len(words) > 1 and words[0] in {"the", "a", "an"}:
        words = words[1:]
    endings = lexicon().company_endings
    while len(words) > 1 and words[-1] in endings:
        words.pop()
    for index in range(len(words) - 2, -1, -1):
        if words[index] in {"al", "el"}:
            words[index : index + 2] = ["al" + words[index + 1]]
        elif words[index].startswith("el") and len(words[index]) > 5 and "-" in surface:
            words[index] = "al" + words[index][2:]
    return " ".join(words)


def is_capitals(surface: str) -> bool:
    """Tell whether a surface of more than an acronym stands in capitals only."""
    return surface.isupper() and sum(map(str.isalpha, surface)) > 1


def shown_word(word: str) -> str:
    """Give one capital word in normal case; acronyms, initials and numerals stay."""
    known = lexicon()
    lower = word.casefold()
    if not word.isupper() or "." in word or len(word) == 1 or any(map(str.isdigit, word)):
        return word
    if len(word) <= 5 and (lower in known.famous or lower in known.acronym_places or lower in known.acronym_other):
        return word
    if (
        len(word) <= 3
        and lower not in known.common
        and lower not in known.east_surnames
        and lower not in known.given_names
    ):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), lower)


@lru_cache(maxsize=16384)
def shown(surface: str) -> str:
    """Give a name as it is shown: capitals in normal case, one blank between words."""
    words = surface.split()
    if len(words) > 1 and not surface.isupper() and any(map(is_loud_name, words)):
        return " ".join(part_case(word) if is_loud_name(word) else word for word in words)
    if not is_capitals(surface) or (len(words) == 1 and len(surface) <= 5 and not is_place_word(surface)):
        return " ".join(words)
    if len(words) > 1:
        return " ".join(
            word.casefold() if at and word.casefold() in SMALL else part_case(word) for at, word in enumerate(words)
        )
    return shown_word(words[0])


def is_loud_name(word: str) -> bool:
    """Tell whether one word of a name stands in capitals though it is someone's name (``YUAN Shenggao``)."""
    known, lower = lexicon(), word.casefold()
    if not word.isupper() or len(word) < 3 or lower in known.famous:
        return False
    return lower in known.given_names or (len(word) > 3 and lower in known.east_surnames)


def is_place_word(word: str) -> bool:
    """Tell whether one word is the name of a well-known place (``IRAN``), so that its capitals are a headline's."""
    known, lower = lexicon(), word.casefold()
    return lower not in known.acronym_places and (
        lower in known.countries
        or lower in known.regions
        or lower in known.cities_strong
        or lower in known.cities_large
    )


def part_case(word: str) -> str:
    """Give a word of a longer name in capitals in normal case: ``LI`` and ``SAN`` are words there, ``BBC`` is none."""
    known, lower = lexicon(), word.casefold()
    if lower in known.famous or lower in known.acronym_places:
        return shown_word(word)
    spoken = len(word) < 4 and not VOWELS.isdisjoint(lower)
    if spoken or lower in known.east_surnames or lower in known.given_names or is_place_word(word):
        return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), lower)
    return shown_word(word)
