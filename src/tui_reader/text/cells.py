"""How many cells text takes in a terminal, and where it may be cut.

The count is the one the drawing library makes, so that what is laid out is what is drawn; wcwidth supplies the tables
of Unicode and is loaded only when a text holds something beyond plain letters and ideographs.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

_LATIN = "\t\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf"
"""Letters and signs of English news and its neighbours: one cell each, and no neighbour joins or widens them."""
_NARROW = (
    "\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u2070\u2071\u2074-\u208e\u2100-\u214f\u2190-\u2319\u2500-\u25fc\u2713"
)
"""Further characters of that kind."""
WIDE = (
    "\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uff01-\uff60\uffe0-\uffe6"
)
"""Characters of two cells that no plain neighbour joins, for patterns: ideographs, kana and their punctuation."""
_BEYOND_LATIN = re.compile(f"[^{_LATIN}]")
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"


@lru_cache(maxsize=1)
def _intricate() -> re.Pattern[str]:
    """Compile the pattern of what needs Unicode's tables, when a text first goes beyond Latin: it takes 3 ms."""
    return re.compile(f"[^{_LATIN}{_NARROW}{WIDE}]")


@lru_cache(maxsize=1)
def _wide() -> re.Pattern[str]:
    """Compile the pattern of wide characters, for the same reason."""
    return re.compile(f"[{WIDE}]")


def width(text: str) -> int:
    """Count the cells that ``text`` takes; a tab takes one, a line break none."""
    if not _BEYOND_LATIN.search(text):
        return len(text)
    if not _intricate().search(text):
        return len(text) + len(_wide().findall(text))
    return _intricate_width(text)


def columns(text: str) -> list[int]:
    """Give the cell at which each code point stands, and last the width; for text that ``is_intricate`` denies."""
    return list(accumulate(map(_character_width, text), initial=0))


def most_columns(text: str) -> list[int]:
    """Give the cell at which each code point stands at the furthest, and last the most that the text can take.

    For any text, without looking at which characters join: quick, and never less than is drawn.
    """
    return list(accumulate(map(_most_width, text), initial=0))


def is_narrow(text: str) -> bool:
    """Tell whether every character takes one cell and stands alone, so that offsets are cells."""
    return not _BEYOND_LATIN.search(text) or not (_intricate().search(text) or _wide().search(text))


def holds_wide(text: str) -> bool:
    """Tell whether an ideograph or its like stands in a text."""
    return _wide().search(text) is not None


def is_intricate(text: str) -> bool:
    """Tell whether a grapheme may hold more than one character."""
    return _BEYOND_LATIN.search(text) is not None and _intricate().search(text) is not None


def graphemes(text: str) -> Iterator[str]:
    """Give what a reader takes for single characters, one by one; joined they are ``text``."""
    if not is_intricate(text):
        return iter(text)
    from wcwidth import iter_graphemes  # loading its tables takes longer than laying out a plain story

    return iter(iter_graphemes(text))


def boundary_before(text: str, offset: int) -> int:
    """Give the last place at or before ``offset`` that splits no grapheme; 0 where there is none."""
    if offset >= len(text):
        return len(text)
    if offset <= 0:
        return 0
    around = text[max(0, offset - 1) : offset + 1]
    if not is_intricate(around):
        return offset
    from wcwidth import grapheme_boundary_before

    # The grapheme that holds the character at `offset` begins at the boundary looked for.
    return int(grapheme_boundary_before(text, offset + 1))


def clip(text: str, cells: int) -> str:
    """Give the longest beginning of ``text`` that fits into ``cells`` and splits no grapheme."""
    if is_narrow(text):
        return text[: max(0, cells)]
    used = taken = 0
    for grapheme in graphemes(text):
        used += width(grapheme)
        if used > cells:
            break
        taken += len(grapheme)
    return text[:taken]


def _intricate_width(text: str) -> int:
    """Count character by character: a joiner swallows what follows it, an emoji sign widens what it follows."""
    total, widened = 0, ""
    characters = iter(text)
    for character in characters:
        if character == _JOINER:
            next(characters, "")
        elif character == _EMOJI_STYLE:
            total += bool(widened) and _widens(widened)
            widened = ""
        elif cells := _character_width(character):
            total, widened = total + cells, character
    return total


@lru_cache(maxsize=8192)
def _character_width(character: str) -> int:
    """Count one character's cells: skin tones take none and half a flag takes one, as they are drawn in pairs."""
    if not is_intricate(character):
        return width(character)
    if "\U0001f1e6" <= character <= "\U0001f1ff":
        return 1
    if "\U0001f3fb" <= character <= "\U0001f3ff":
        return 0
    from wcwidth import wcwidth

    return max(0, int(wcwidth(character)))


@lru_cache(maxsize=8192)
def _most_width(character: str) -> int:
    """Count one character's cells, and for the emoji sign the one that it may add."""
    return 1 if character == _EMOJI_STYLE else _character_width(character)


@lru_cache(maxsize=512)
def _widens(character: str) -> bool:
    """Tell whether the emoji sign makes a narrow character wide."""
    from wcwidth import wcswidth, wcwidth

    return int(wcwidth(character)) == 1 and int(wcswidth(character + _EMOJI_STYLE)) == 2
