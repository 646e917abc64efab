"""Names of people as papers print them."""

import re

from tui_reader.formats.page.lexicon import table

PARTICLES = table("de da do dos del della der den di du el al bin ibn la le van von of the y e ter ten")
"""Small words inside names."""
WORD = re.compile(r"\S+")
"""A word between blanks."""
_TIES = frozenset({"and", "&", "|", "/", "·", "•", "+", ","})


def is_name(word: str) -> bool:
    """Tell whether a word may be part of a person's name as printed: capitalised, an initial, or all capitals."""
    bare = word.strip(",.;:*_()|/&·")
    return bool(bare) and bare[0].isupper() and (bare.isalpha() or all(c.isalpha() or c in "'’.-" for c in bare))


def leading_names(words: list[str]) -> int:
    """Count the words at the start that make up names; a comma or bar ends them where no name follows."""
    count = run = 0
    for index, word in enumerate(words):
        if is_name(word):
            run += 1
            if run > 5:
                return 0
            count = index + 1
            if word.endswith((",", "|", ";")):
                run = 0
        elif word.lower() in _TIES and run:
            run = 0
        elif not (word.lower() in PARTICLES and word.lower() not in {"the", "of"} and run):
            break
    return count
