"""Text to lay out: prose with the word lengths of English news."""

import random

import pytest

_WORDS = (
    "a a an the the the of of to to in in and and for on by at with from that as is was its it he they were has had be are "
    "this will said one also than over into area plan city river farm trade local north years since until about after "
    "which their under group other first water power steel grain roads train built fruit county growth export market "
    "people season harvest workers company village station project million percent several between industry province "
    "railway according factories equipment companies production government investment development agriculture "
    "manufacturing international semiconductor infrastructure high-speed well-known"
).split()
_FIGURES = (
    "31.5 million",
    "10 percent",
    "$4.2 billion",
    "6 km",
    "Dec 29",
    "500 yuan",
    "1,200 hectares",
    "in 2021",
    "12 months",
    "8 meters",
)


class Prose:
    """Paragraphs of invented words in the mixture of lengths that news has; the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)

    def paragraph(self, words: int) -> str:
        """Give so many words, with figures, commas and full stops among them."""
        given: list[str] = []
        while len(given) < words:
            word = self._random.choice(_FIGURES if self._random.random() < 0.04 else _WORDS)
            given += [word + self._random.choice((",", ".") + ("",) * 14)] if " " not in word else word.split()
        return " ".join(given[:words]).rstrip(",.") + "."

    def story(self, words: int) -> tuple[str, ...]:
        """Give paragraphs of the lengths news has, so many words together."""
        paragraphs: list[str] = []
        while words > 0:
            length = min(words, self._random.randint(25, 75))
            paragraphs.append(self.paragraph(length))
            words -= length
        return tuple(paragraphs)


@pytest.fixture
def prose() -> Prose:
    """Give a fresh source of paragraphs."""
    return Prose()
