"""English words by how common they are, and the prepositions that some of them call for.

Two tables, read when first asked (about 5 ms), made from the word and word-pair frequencies of symspellpy (MIT,
see ``words.licence.txt``). ``words.txt.gz`` has a line for the words that begin with the same three letters: the
letters, then the words in four parts, the commonest first, each part behind a bar. ``followers.txt.gz`` has a line for
each preposition, which begins it, with the words that it follows in at least half of their uses.
"""

import zlib
from functools import cache
from pathlib import Path

_GZIP = 31
"""What tells zlib that its input has a header of gzip's."""
_LETTERS = 3


def table(words: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(words.split())


def _read(name: str) -> str:
    return zlib.decompress(Path(__file__).with_name(name).read_bytes(), _GZIP).decode("ascii")


@cache
def _bands() -> dict[str, str]:
    """Give the lines by their first letters; a page asks for too few words to make each of the table's its own."""
    return {line.partition("|")[0]: line for line in _read("words.txt.gz").split("\n")}


@cache
def _followers() -> dict[str, str]:
    called: dict[str, str] = {}
    for line in _read("followers.txt.gz").split("\n"):
        preposition, *words = line.split()
        called.update(dict.fromkeys(words, preposition))
    return called


def band(word: str) -> int:
    """Tell how common a word is: 1 (the first 5,000) to 4 (rare), 0 where the table does not have it."""
    word = word.lower()
    line = _bands().get(word[:_LETTERS], "")
    place = line.find(f" {word} ")
    return line.count("|", 0, place) if place > 0 else 0


def called_for(word: str) -> str:
    """Give the preposition that ``word`` calls for ("focuses": "on"); nothing where it calls for none."""
    return _followers().get(word.lower(), "")
