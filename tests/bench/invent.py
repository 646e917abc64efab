# ruff: noqa: SIM905 - lists of words read better as text
"""Invented names and stories in any number, the same for the same seed: what the benchmarks search and index."""

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from tui_reader.model import Article, Block, BlockType

_ONSETS = """
b c ch d f g gr h j k l m n p pr qu r s sh st t tr v w x y z br bl cl dr fl
""".split()
_NUCLEI = """
a e i o u ai ao ei ia ie ou ua
""".split()
_CODAS = ("", "", "", "n", "ng", "r", "s", "l", "t", "m", "nd", "ck")
_SECTORS = """
Energy Steel Bank Motors Railway Port Coal Solar Power Media Insurance Foods Airlines Shipping Chemical Textile
Pharmaceutical Logistics Telecom Mining Water Forest Culture Heritage Science Technology Health Education
""".split()
_BODIES = """
Group Holdings Corporation University Institute Association Ministry Bureau Council Agency Committee Museum
Hospital Company Foundation Union Department Court Commission Academy
""".split()
_SITES = """
River Lake Province County City Mountain Bay Island Valley Harbour Park Station Bridge District
""".split()
_PLAIN = """
the of and to in a that for on with as by at from its has was will said more than new last year this be it which
after into over about would their not are have were been also other first most under market plan output price
trade growth people work report week month region official company government sector public service local
""".split()


class Inventor:
    """Makes words, names and stories; words follow Zipf's law, so that some are common and most are rare."""

    def __init__(self, seed: int = 7, words: int = 60_000) -> None:
        self._random = random.Random(seed)
        made: dict[str, None] = {}
        while len(made) < words:
            made[self._word()] = None
        self._words = list(made)
        self._reach = list(accumulate(1 / (rank + 8) for rank in range(words)))

    def _word(self) -> str:
        pick = self._random.choice
        count = self._random.choices((1, 2, 3, 4), (5, 50, 35, 10))[0]
        return "".join(pick(_ONSETS) + pick(_NUCLEI) + pick(_CODAS) for _ in range(count))

    def word(self) -> str:
        """Give one invented word in lower case."""
        return self._words[bisect(self._reach, self._random.random() * self._reach[-1])]

    def name(self) -> str:
        """Give a name of a person, an organisation or a place."""
        pick = self._random.choice

        def word() -> str:
            return self.word().capitalize()

        shape = self._random.random()
        if shape < 0.40:
            return f"{word()} {word()}"
        if shape < 0.48:
            return f"{word()} {word()} {word()}"
        if shape < 0.53:
            return f"{word()} {word()}-{self.word()}"
        if shape < 0.75:
            return f"{word()} {pick(_SECTORS)} {pick(_BODIES)}"
        if shape < 0.85:
            return f"{word()} {word()} {pick(_BODIES)}"
        if shape < 0.88:
            return f"{pick(_BODIES)} of {word()} {pick(_SECTORS)}"
        return f"{word()} {pick(_SITES)}" if shape < 0.97 else self._word().capitalize() + self.word()

    def names(self, count: int) -> list[str]:
        """Give distinct names."""
        made: dict[str, None] = {}
        while len(made) < count:
            made[self.name()] = None
        return list(made)

    def story(self, number: int, names: list[str], words: int = 130) -> Article:
        """Give a story of about ``words`` words with figures and some of the names in it."""
        paragraphs: list[Block] = [
            Block(BlockType.HEADLINE, f"{self._random.choice(names)} {self.word()} {self.word()}")
        ]
        left = words
        while left > 0:
            sentence = [self._piece(names) for _ in range(min(left, self._random.randint(12, 40)))]
            paragraphs.append(Block(BlockType.PARAGRAPH, f"The {' '.join(sentence)}."))
            left -= len(sentence)
        return Article(f"story-{number}", f"story-{number}.txt", tuple(paragraphs))

    def stories(self, count: int, names: list[str]) -> Iterator[Article]:
        """Give stories one after the other."""
        for number in range(count):
            yield self.story(number, names)

    def _piece(self, names: list[str]) -> str:
        shape = self._random.random()
        if shape < 0.06:
            return names[min(int(self._random.paretovariate(0.5)) - 1, len(names) - 1)]
        if shape < 0.10:
            return f"{self._random.randint(2, 999)} million yuan"
        return self._random.choice(_PLAIN) if shape < 0.75 else self.word()

    def slip(self, text: str, count: int) -> str:
        """Give a name as typed with so many slips of the finger: a letter lost, doubled, wrong or changed places."""
        for _ in range(count):
            place = self._random.randrange(1, len(text) - 1)
            kind = self._random.randrange(4)
            letter = self._random.choice("aeiounrst")
            text = (
                text[:place] + text[place + 1 :],
                text[:place] + letter + text[place:],
                text[:place] + letter + text[place + 1 :],
                text[:place] + text[place + 1] + text[place] + text[place + 2 :],
            )[kind]
        return text
