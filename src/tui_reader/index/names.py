"""Names held in memory and found by how they are typed: the search of a small archive.

Distinct words, joins and acronyms are indexed; the words a query may mean are found over the vocabulary at once, the
few names that hold them are then compared by ``cost``.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui_reader.index.cost import Form, Query, edits
from tui_reader.index.ranking import Ranking, nearest
from tui_reader.model import Candidate, NameMatch

_MOST_COMPARED = 200
_SHORTEST_MISSPELT_HEAD = 5
"""A single word of fewer letters is never met by a misspelt head: it would mean anything."""
_LAST = "\U0010ffff"


class NameIndex:
    """All names of an archive of up to some ten thousand names; a million are searched by ``index.catalogue``."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._candidates = list(candidates)
        self._forms: list[Form] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        self._acronyms: dict[str, list[int]] = defaultdict(list)
        for owner, candidate in enumerate(self._candidates):
            for written in dict.fromkeys((candidate.name, *candidate.aliases)):
                self._add(Form.of(owner, written, candidate.mention_count))
        self._vocabulary = sorted(self._holding)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._vocabulary:
            self._by_length[len(word)].append(word)
        self._liking = [
            0.03 * min(8, form.weight.bit_length()) - 0.01 * min(9, len(form.words)) for form in self._forms
        ]
        self._heads: dict[int, list[str]] = {}
        self._letters = "\n".join(self._vocabulary)

    def __len__(self) -> int:
        """Give the number of candidates."""
        return len(self._candidates)

    def search(self, query: str, limit: int = 20) -> list[NameMatch]:
        """Give what the query may mean, best first; when nothing fits, up to three weak near misses."""
        asked = Query.of(query)
        if not asked.words:
            return []
        ranking = Ranking(asked)
        for number in self._gather(asked):
            ranking.add(self._forms[number])
        return ranking.best(limit, self._candidates.__getitem__) or nearest(
            asked, self._forms, self._candidates.__getitem__
        )

    def _add(self, form: Form) -> None:
        number = len(self._forms)
        self._forms.append(form)
        for word in {*form.words, *form.joins}:
            self._holding[word].append(number)
        for letters in form.acronyms:
            self._acronyms[letters].append(number)

    def _gather(self, query: Query) -> list[int]:
        """Give the forms worth comparing: most words of the query met first, then the cheapest and most often named."""
        met: dict[int, float] = {}
        for asked in dict.fromkeys(query.words):
            prices: dict[int, float] = {}
            for word, price in query.find(asked, self._like(asked, alone=len(query.words) == 1)).items():
                for number in self._holding[word]:
                    if price < prices.get(number, 9.0):
                        prices[number] = price
            for number, price in prices.items():
                met[number] = met.get(number, 0.0) + 2.0 - price
        if len(query.words) > 1:
            weight = len(query.words)
            for word, price in query.find(query.joined, self._like(query.joined, alone=True)).items():
                for number in self._holding[word]:
                    met[number] = met.get(number, 0.0) + weight * (2.0 - price)
        else:
            for number in self._acronyms.get(query.joined, ()):
                met[number] = met.get(number, 0.0) + 2.0
        if len(met) <= _MOST_COMPARED:
            return list(met)
        return nlargest(_MOST_COMPARED, met, key=lambda number: met[number] + self._liking[number])

    def _like(self, asked: str, *, alone: bool) -> set[str]:
        """Give the words that ``asked`` may be: its continuations, its misspellings, what holds it."""
        found = set(self._starting(asked))
        length, allowed = len(asked), edits(len(asked))
        if allowed:
            for near in range(length - allowed, length + allowed + 1):
                found.update(_near(asked, self._by_length.get(near, ()), allowed))
            if length >= _SHORTEST_MISSPELT_HEAD or not alone:
                for end in range(length - 1, length + 2):
                    for head in _near(asked, self._heads_of(end), allowed):
                        found.update(self._starting(head))
        if length >= 4:
            found.update(self._containing(asked))
        return found

    def _starting(self, head: str) -> list[str]:
        start = bisect_left(self._vocabulary, head)
        return self._vocabulary[start : bisect_left(self._vocabulary, head + _LAST)]

    def _heads_of(self, length: int) -> list[str]:
        if length not in self._heads:
            self._heads[length] = list(dict.fromkeys(word[:length] for word in self._vocabulary if len(word) > length))
        return self._heads[length]

    def _containing(self, asked: str) -> list[str]:
        found = []
        place = self._letters.find(asked)
        while place >= 0:
            end = self._letters.find("\n", place)
            end = len(self._letters) if end < 0 else end
            found.append(self._letters[self._letters.rfind("\n", 0, place) + 1 : end])
            place = self._letters.find(asked, end)
        return found


def _near(asked: str, words: Sequence[str], allowed: int) -> Iterator[str]:
    """Give the words at most so many edits away."""
    for word, _, _ in process.extract(asked, words, scorer=OSA.distance, score_cutoff=allowed, limit=None):
        yield word


def _liking(form: Form) -> float:
    """Prefer the often named and the short among forms that are met alike."""
    return 0.03 * min(8, form.weight.bit_length()) - 0.01 * min(9, len(form.words))
