"""How far a query is from a name: per word first, then over the whole form. Pure functions, no index.

Costs are small numbers, 0 for the same word; a query is answered only while its cost stays under a bound that grows
with its words. Nothing here depends on how many names there are.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import OSA

from tui_reader.text.normalise import fold

MISSING = 2.0
"""Cost of a query word that the form does not hold."""
_MISSING_SMALL = 0.3
"""Cost of a small word that the form does not hold: ``the``, ``Mr``."""
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "de", "in", "on", "at", "to", "la", "a", "an"))
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sir", "prof"))
_CAPITALS = re.compile(r"[A-Z](?=[a-z])|(?<=[a-z])[A-Z]|[A-Z]+(?![a-z])")
_LONGEST_JOIN = 40
_MOST_WORDS = 16
"""Words of a query that are read; no name has more."""
_ACRONYM_LENGTHS = range(2, 7)


def edits(length: int) -> int:
    """Give how many slips of the finger a word of this many letters may hold."""
    return 0 if length < 3 else 1 if length < 6 else 2


def word_cost(query: str, word: str) -> float | None:
    """Give the cost of reading ``query`` as ``word``, both folded; nothing when it cannot be meant."""
    if query == word:
        return 0.0
    asked, length = len(query), len(word)
    if word.startswith(query):
        return 0.10 + 0.02 * min(10, length - asked)
    prices = [0.6] if asked >= 4 and query in word else []
    allowed = edits(asked)
    elsewhere = word[:1] != query[0]
    if allowed and abs(length - asked) <= allowed:
        distance = OSA.distance(query, word, score_cutoff=allowed)
        if distance <= allowed:
            prices.append(0.25 + 0.45 * distance + 0.25 * elsewhere)
    if allowed and length > asked:
        distance = min(
            OSA.distance(query, word[: asked - 1], score_cutoff=allowed),
            OSA.distance(query, word[:asked], score_cutoff=allowed),
            OSA.distance(query, word[: asked + 1], score_cutoff=allowed),
        )
        if distance <= allowed:
            prices.append(0.5 + 0.5 * distance + 0.35 * (elsewhere or asked < 5))
    return min(prices, default=None)


@dataclass(frozen=True, slots=True)
class Form:
    """One way a candidate is written, ready to be compared."""

    owner: int
    """Position or number of the candidate it belongs to."""
    written: str
    words: tuple[str, ...]
    """The folded words."""
    joins: tuple[str, ...]
    """Neighbouring words run together, pairs first, the whole last."""
    acronyms: frozenset[str]
    weight: int
    """How often the candidate is named."""

    @classmethod
    def of(cls, owner: int, written: str, weight: int) -> "Form":
        """Prepare a form."""
        words = tuple(fold(written).split())
        pairs = [first + second for first, second in pairwise(words)]
        if len(words) > 2 and sum(map(len, words)) <= _LONGEST_JOIN:
            pairs.append("".join(words))
        capitals = "".join(_CAPITALS.findall(written)).lower()
        initials = "".join(word[0] for word in words if word not in _SMALL_WORDS)
        acronyms = frozenset(letters for letters in (capitals, initials) if len(letters) in _ACRONYM_LENGTHS)
        return cls(owner, written, words, tuple(pairs), acronyms if len(words) > 1 else frozenset(), weight)


def _bound(words: int) -> float:
    """Give what so many words may cost."""
    return 0.55 + 0.75 * words


@dataclass(frozen=True, slots=True)
class Query:
    """A folded query with what its words were found to cost so far."""

    words: tuple[str, ...]
    telling: frozenset[str]
    """The words that tell one name from another; all, where there are only small ones."""
    joined: str
    """All letters run together."""
    bound: float
    """What an answer may cost at most."""
    memo: dict[str, dict[str, float | None]] = field(default_factory=dict)
    complete: set[str] = field(default_factory=set)
    """Words whose memo holds all that they can be."""

    @classmethod
    def of(cls, text: str) -> "Query":
        """Fold a query as typed."""
        words = tuple(fold(text).split()[:_MOST_WORDS])
        telling = [word for word in words if word not in _SMALL_WORDS and word not in _TITLES] or words
        bound = _bound(len(telling)) + _MISSING_SMALL * (len(words) - len(telling))
        return cls(words, frozenset(telling), "".join(words), bound)

    def word(self, query: str, word: str) -> float | None:
        """Give ``word_cost``, worked out once per pair."""
        known = self.memo.get(query)
        if known is None:
            known = self.memo[query] = {}
        if query in self.complete:
            return known.get(word)
        if word not in known:
            known[word] = word_cost(query, word)
        return known[word]

    def find(self, query: str, words: Iterable[str]) -> dict[str, float]:
        """Give what ``query`` costs as each of the ``words`` it can be; no word outside of these will be asked for."""
        prices = {word: price for word in words if (price := word_cost(query, word)) is not None}
        self.memo[query] = dict(prices)
        self.complete.add(query)
        return prices


@dataclass(frozen=True, slots=True)
class Met:
    """How a form meets a query."""

    cost: float
    """What speaks against it."""
    liking: float
    """What makes one of two equal forms the likelier: order, frequency. Never turns a no into a yes."""

    @property
    def rank(self) -> float:
        """Lower comes first."""
        return self.cost - self.liking


def meet(query: Query, form: Form) -> Met | None:
    """Compare a query with a form; nothing when not even one word is met."""
    best = by_words(query, form)
    joined = by_letters(query, form)
    if joined is not None and (best is None or joined < best):
        best = joined
    if best is None:
        return None
    liking = 0.03 * min(8, form.weight.bit_length())
    text = " ".join(form.words)
    asked = " ".join(query.words)
    if text == asked:
        liking += 0.35
    elif text.startswith(asked):
        liking += 0.15
    elif text.startswith(query.words[0][:3]):
        liking += 0.05
    if len(query.words) > 1 and query.word(query.words[0], form.words[0]) is not None:
        liking += 0.08
    if len(form.words) == len(query.words):
        liking += 0.08
    return Met(best, liking)


def align(query: Query, form: Form) -> tuple[int, ...]:
    """Let each word of the query take its cheapest word of the form, each word of the form once; -1 where none is met.

    Of equally cheap words the one after the last taken is chosen, so that a name written in order reads in order.
    """
    taken: list[int] = []
    last = -1
    for asked in query.words:
        choice, cheapest = -1, MISSING
        for index, word in enumerate(form.words):
            price = query.word(asked, word)
            if price is None or index in taken:
                continue
            if price < cheapest or (price == cheapest and choice <= last < index):
                choice, cheapest = index, price
        taken.append(choice)
        last = choice if choice >= 0 else last
    return tuple(taken)


def by_words(query: Query, form: Form) -> float | None:
    """Add up what the words cost, with small terms for words left over and for another order."""
    taken = align(query, form)
    met = [index for index in taken if index >= 0]
    if not met:
        return None
    cost, missing = 0.0, 0
    for asked, index in zip(query.words, taken, strict=True):
        if index >= 0:
            cost += query.word(asked, form.words[index]) or 0.0
        elif asked in query.telling:
            cost += MISSING
            missing += 1
        else:
            cost += _MISSING_SMALL
    if missing > (len(query.telling) >= 3):
        return None
    left_over = max(0, min(6, len(form.words) - len(query.words)))
    return cost + 0.04 * left_over + (0.0 if met == sorted(met) else 0.08)


def by_letters(query: Query, form: Form) -> float | None:
    """Read the query with its letters run together: ``newyork``, ``jin neng`` for ``Jinneng``, ``WHO``.

    It is one word then, and may cost no more than one.
    """
    joined = query.joined
    prices: list[float] = []
    if len(query.words) == 1 and joined in form.acronyms:
        prices.append(0.12)
    extra = 0.04 * min(6, max(0, len(form.words) - 2))
    whole = len(form.joins) - 1
    for index, word in enumerate(form.joins):
        price = query.word(joined, word)
        if price is not None:
            prices.append(price + 0.1 + (0.0 if index == whole else extra))
    if len(query.words) > 1 and len(form.words) == 1:
        price = query.word(joined, form.words[0])
        if price is not None:
            prices.append(price + 0.1)
    best = min(prices, default=None)
    return best if best is not None and best <= _bound(1) else None
