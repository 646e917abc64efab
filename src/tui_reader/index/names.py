"""Names held in memory and found by how they are typed: the search of a small archive.

Distinct words, joins and acronyms are indexed; the words a query may mean are found over the vocabulary at once, the
few names that hold them are then compared by ``cost``.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tui_reader.index.cost import Form, Query, edits
from tui_reader.index.ranking import Ranking, nearest
from tui_reader.model import Candidate, NameMatch

_MOST_COMPARED = 1200
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
        """Give the forms worth comparing: most words of the query met first, then the cheapest."""
        met: dict[int, float] = defaultdict(float)
        for asked in set(query.words):
            prices: dict[int, float] = {}
            for word in self._like(asked):
                price = query.word(asked, word)
                if price is not None:
                    for number in self._holding[word]:
                        prices[number] = min(price, prices.get(number, price))
            for number, price in prices.items():
                met[number] += 2.0 - price
        if len(query.words) > 1:
            for word in self._like(query.joined):
                price = query.word(query.joined, word)
                if price is not None:
                    for number in self._holding[word]:
                        met[number] += len(query.words) * (2.0 - price)
        else:
            for number in self._acronyms.get(query.joined, ()):
                met[number] += 2.0
        return nlargest(_MOST_COMPARED, met, key=met.__getitem__)

    def _like(self, asked: str) -> set[str]:
        """Give the words that ``asked`` may be: its continuations, its misspellings, what holds it."""
        found = set(self._starting(asked))
        allowed = edits(len(asked))
        if allowed:
            near = process.extract(
                asked, self._vocabulary, scorer=OSA.distance, score_cutoff=allowed, limit=None, processor=None
            )
            found.update(word for word, _, _ in near)
            for end in range(len(asked) - 1, len(asked) + 2):
                heads = process.extract(
                    asked, self._heads_of(end), scorer=OSA.distance, score_cutoff=allowed, limit=None
                )
                for head, _, _ in heads:
                    found.update(self._starting(head))
        if len(asked) >= 4:
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
