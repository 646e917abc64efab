"""English words by how common they are, and the prepositions that some of them call for.

Two tables, read when first asked (about 10 ms), made from the word and word-pair frequencies of symspellpy (MIT,
see ``words.licence.txt``): ``words.txt.gz`` has four lines of words, the commonest first; ``followers.txt.gz`` has a
line for each preposition, which begins it, with the words that it follows in at least half of their uses.
"""

import gzip
from functools import cache
from itertools import chain, repeat
from pathlib import Path


def table(words: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(words.split())


def _read(name: str) -> str:
    return gzip.decompress(Path(__file__).with_name(name).read_bytes()).decode("ascii")


@cache
def _bands() -> dict[str, int]:
    lines = enumerate(_read("words.txt.gz").split("\n"), 1)
    return dict(chain.from_iterable(zip(words.split(), repeat(number)) for number, words in lines))


@cache
def _followers() -> dict[str, str]:
    called: dict[str, str] = {}
    for line in _read("followers.txt.gz").split("\n"):
        preposition, *words = line.split()
        called.update(dict.fromkeys(words, preposition))
    return called


def band(word: str) -> int:
    """Tell how common a word is: 1 (the first 5,000) to 4 (rare), 0 where the table does not have it."""
    return _bands().get(word.lower(), 0)


def called_for(word: str) -> str:
    """Give the preposition that ``word`` calls for ("focuses": "on"); nothing where it calls for none."""
    return _followers().get(word.lower(), "")
