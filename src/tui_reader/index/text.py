"""Text search inside one article: literal words and phrases, folded, in time bounded by the text alone.

Plain words in a row are a phrase, ``"words in quotes"`` as well; ``'word`` asks for the whole word, ``!word`` for
stories without it. The last word of a phrase may go on ("rail" finds "railway"), for it is being typed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

from tui_reader.model import Article, Span, TextHit
from tui_reader.text.normalise import FoldedText, join, part

_TOKEN = re.compile(r"""(!?)(?:"([^"]*)"?|('?)(\S+))""")
_MOST_TERMS = 8
_MOST_WORDS = 16
_LONGEST = 200
"""Letters of a query that are read."""
_CONTEXT = 60
"""Code points of text to either side of a hit."""
SEARCHED = 16_000_000
"""Code points of a story that are searched for words."""
_STRETCH = 1 << 16
"""Code points that are folded at once, at least: whoever wants the first hits of a long story gets them at once."""
_UNSPACED = "\u2e80"
"""From this code point on scripts write no blanks between words."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is asked for, in both readings."""

    parted: tuple[str, ...]
    joined: tuple[str, ...]
    exact: bool = False
    """The last word is whole."""


@dataclass(frozen=True, slots=True)
class TextQuery:
    """A query over text: a story answers when it holds every term of ``terms`` and none of ``without``."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()

    @classmethod
    def of(cls, query: str) -> "TextQuery":
        """Read a query as typed; whatever is typed is a query, if only an empty one."""
        terms: list[Term] = []
        without: list[Term] = []
        plain: list[str] = []
        for found in _TOKEN.finditer(query[:_LONGEST]):
            bang, quoted, quote, word = found.groups()
            if not bang and not quote and quoted is None:
                plain.append(word)
                continue
            _append(terms, " ".join(plain), exact=False)
            plain.clear()
            _append(without if bang else terms, word if quoted is None else quoted, exact=bool(quote or bang or quoted))
        _append(terms, " ".join(plain), exact=False)
        return cls(tuple(terms[:_MOST_TERMS]), tuple(without[:_MOST_TERMS]))

    def loosened(self) -> "TextQuery":
        """Give the query that asks for the words of its phrases one by one, for when no story holds the phrase."""
        words = [
            Term((word,), (word,), exact=term.exact or index < len(term.parted) - 1)
            for term in self.terms
            for index, word in enumerate(term.parted)
        ]
        return TextQuery(tuple(words[:_MOST_TERMS]), self.without)


def _append(terms: list[Term], text: str, *, exact: bool) -> None:
    parted = tuple(part(text).text.split()[:_MOST_WORDS])
    if parted:
        terms.append(Term(parted, tuple(join(text).text.split()[:_MOST_WORDS]), exact=exact))


class FoldedArticle:
    """An article made ready for search: folded once, as far as it is looked into, searched as often as one types."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = list(_stretches(start for start in article.starts if start < SEARCHED))
        self._readings: dict[int, tuple[FoldedText, FoldedText | None]] = {}

    def find(self, query: TextQuery) -> Iterator[TextHit]:
        """Give every place of the query's terms in reading order; nothing when the story does not answer it."""
        if any(self._holds(term) for term in query.without):
            return
        if len(query.terms) > 1 and not all(self._holds(term) for term in query.terms):
            return
        end = 0
        for span in merge(*(self.spans(term) for term in query.terms)):
            if span.start >= end:
                end = span.end
                yield self._hit(span)

    def spans(self, term: Term) -> Iterator[Span]:
        """Give the places of one term, in order; places found by both readings come twice."""
        for index, start in enumerate(self._starts):
            parted, joined = self._fold(index)
            places = _places(parted, term.parted, exact=term.exact)
            if joined is not None:
                places = merge(places, _places(joined, term.joined, exact=term.exact))
            for span in places:
                found = Span(start + span.start, start + span.end)
                if self._article.block_at(found.start) == self._article.block_at(found.end - 1):
                    yield found

    def _fold(self, index: int) -> tuple[FoldedText, FoldedText | None]:
        """Fold a stretch of blocks when it is first looked into; the second reading only where it differs."""
        if index not in self._readings:
            end = self._starts[index + 1] if index + 1 < len(self._starts) else SEARCHED
            text = self._article.text[self._starts[index] : end]
            parted, joined = part(text), join(text)
            self._readings[index] = (parted, joined if joined.cuts != parted.cuts else None)
        return self._readings[index]

    def _holds(self, term: Term) -> bool:
        return next(self.spans(term), None) is not None

    def _hit(self, span: Span) -> TextHit:
        text = self._article.text
        block = self._article.block_at(span.start)
        first = self._article.starts[block]
        last = first + len(self._article.blocks[block].content)
        left = text[max(first, span.start - _CONTEXT) : span.start]
        right = text[span.end : min(last, span.end + _CONTEXT)]
        if span.start - _CONTEXT > first:
            left = left.partition(" ")[2] or left
        if span.end + _CONTEXT < last:
            right = right.rpartition(" ")[0] or right
        return TextHit(self._article.id, span.start, span.end, _line(left), text[span.start : span.end], _line(right))


def _stretches(starts: Iterable[int]) -> Iterator[int]:
    """Give where stretches of some blocks begin: so much is folded at once."""
    last = -_STRETCH
    for start in starts:
        if start - last >= _STRETCH:
            last = start
            yield start


def find_text(query: str, article: Article) -> Iterator[TextHit]:
    """Search one article for a query as typed."""
    asked = TextQuery.of(query)
    return FoldedArticle(article).find(asked) if asked.terms else iter(())


def _line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")


def _places(folded: FoldedText, words: tuple[str, ...], *, exact: bool) -> Iterator[Span]:
    """Give the places of a phrase: its words in a row with only blanks between.

    Each word of the text is tried once, for at most the length of the phrase: linear, whatever is asked.
    """
    text = folded.text
    lead = "" if words[0][0] >= _UNSPACED else " "
    place = 0 if text.startswith(words[0]) else text.find(lead + words[0])
    while place >= 0:
        start = place + (text[place] == " ")
        end = _end(text, start, words, exact=exact)
        if end:
            yield Span(folded.origin(start), folded.origin(end))
        place = text.find(lead + words[0], end or start + 1)


def _end(text: str, place: int, words: tuple[str, ...], *, exact: bool) -> int:
    """Give where a phrase that starts at ``place`` ends, or 0 when it does not stand there."""
    for index, word in enumerate(words):
        if index:
            while place < len(text) and text[place] == " ":
                place += 1
        if not text.startswith(word, place):
            return 0
        place += len(word)
        last = index == len(words) - 1
        if (not last or exact) and not _parts(text, place, word[-1]):
            return 0
    if not exact and words[-1][-1] < _UNSPACED:
        while place < len(text) and text[place] != " ":
            place += 1
    return place


def _parts(text: str, place: int, letter: str) -> bool:
    """Tell whether a word may start or end at ``place``, next to ``letter`` of its own."""
    if letter >= _UNSPACED:
        return True
    return place in (0, len(text)) or text[place - 1] == " " or text[place] == " "
