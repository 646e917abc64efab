"""Ranking: from compared forms to the list a reader sees, one line an entity."""

import re
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from tui_reader.index.cost import Form, Met, Query, align, by_letters, by_words, meet
from tui_reader.model import Candidate, NameMatch, Span
from tui_reader.text.normalise import name

_MOST_WEAK = 3
_WEAK_LIKENESS = 60.0
"""Under this share of common letters (0 to 100) a name is not even called near."""
_WORD = re.compile(r"[^ ]+")


Lookup = Callable[[int], Candidate | None]
"""Gives a form's owner with everything it is called; nothing where it has gone meanwhile."""


class Ranking:
    """Collects forms and keeps the best of each owner."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._best: dict[int, tuple[float, int, Met, Form]] = {}

    def add(self, form: Form) -> None:
        """Compare one form."""
        met = meet(self._query, form)
        if met is None or met.cost > self._query.bound:
            return
        known = self._best.get(form.owner)
        if known is None or (met.rank, len(form.written)) < known[:2]:
            self._best[form.owner] = (met.rank, len(form.written), met, form)

    def best(self, limit: int, lookup: Lookup) -> list[NameMatch]:
        """Give the best owners first."""
        ranked = sorted(self._best.values(), key=lambda entry: (entry[0], entry[1], entry[3].written, entry[3].owner))
        return [
            NameMatch(candidate, score(self._query, met), form.written, highlight(self._query, form))
            for _, _, met, form in ranked[:limit]
            if (candidate := lookup(form.owner))
        ]


def score(query: Query, met: Met) -> float:
    """Turn a cost into 0 to 100: 100 for the same words, 50 at the bound."""
    return round(100.0 - 50.0 * min(1.0, met.cost / query.bound), 1)


def nearest(query: Query, forms: Sequence[Form], lookup: Lookup) -> list[NameMatch]:
    """Give what looks most like a query that nothing answers: weak, a few at most, often none."""
    texts = [" ".join(form.words) for form in forms]
    asked = " ".join(query.words)
    found = process.extract(asked, texts, scorer=fuzz.ratio, score_cutoff=_WEAK_LIKENESS, limit=4 * _MOST_WEAK)
    weak: dict[int, NameMatch] = {}
    for _, likeness, index in found:
        form = forms[index]
        if form.owner not in weak and (candidate := lookup(form.owner)):
            weak[form.owner] = NameMatch(candidate, round(likeness / 2, 1), form.written, weak=True)
    return list(weak.values())[:_MOST_WEAK]


def highlight(query: Query, form: Form) -> tuple[Span, ...]:
    """Give the stretches of a form that the query met: what was typed of a word, or a misspelt word whole."""
    folded = name(form.written)
    places = [(found.start(), found.group()) for found in _WORD.finditer(folded.text)]
    taken = align(query, form)
    spans: list[Span] = []
    words, letters = by_words(query, form), by_letters(query, form)
    if letters is not None and (words is None or letters < words) and (joined := _joined(query, form)):
        for index in joined:
            start, word = places[index]
            whole = query.joined not in form.acronyms or len(query.words) > 1
            spans.append(Span(folded.origin(start), folded.origin(start + (len(word) if whole else 1))))
        return tuple(spans)
    for asked, index in zip(query.words, taken, strict=True):
        if index < 0:
            continue
        start, word = places[index]
        within = word.find(asked)
        end = start + len(word) if within < 0 else start + within + len(asked)
        spans.append(Span(folded.origin(start + max(0, within)), folded.origin(end)))
    return tuple(sorted(spans))


def _joined(query: Query, form: Form) -> range | None:
    """Give the words of a form that the query's letters, run together, make up."""
    if len(query.words) == 1 and query.joined in form.acronyms:
        return range(len(form.words))
    prices = [
        (price, index) for index, word in enumerate(form.joins) if (price := query.word(query.joined, word)) is not None
    ]
    if prices:
        index = min(prices)[1]
        return range(index, index + 2) if index < len(form.words) - 1 else range(len(form.words))
    return range(1) if len(form.words) == 1 and len(query.words) > 1 else None
