"""What is being followed: an entity's mentions, or a query's hits in the text, across all stories."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from tui_reader.archive import Archive
from tui_reader.model import Place, Span, TextHit


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on a trail."""

    number: int | None
    """From 0, in reading order; None where there are too many to count."""
    article: str
    span: Span


class Trail(Protocol):
    """Something that can be walked with ``n`` and ``N``."""

    @property
    def label(self) -> str:
        """What is followed, as the status line calls it."""

    @property
    def total(self) -> int:
        """How many stops there are."""

    def step(self, place: Place, step: int) -> Stop | None:
        """Give the next (1) or previous (-1) stop from a place; it wraps. None where there are no stops (any more)."""

    def spans(self, story: str) -> Sequence[Span]:
        """Give the stops in one story, by start."""

    def count(self, story: str) -> int:
        """Give the number of stops in one story."""


class EntityTrail:
    """The mentions of one entity."""

    def __init__(self, archive: Archive, key: int) -> None:
        self._archive = archive
        self.key = key
        row = archive.entity_row(key)
        self.label = row.name if row else ""
        self.total = row.mentions if row else 0

    def step(self, place: Place, step: int) -> Stop | None:
        """Give the next or previous mention."""
        found = self._archive.next_mention(self.key, place, step)
        if found is None:
            return None
        number, story, start, end = found
        return Stop(number, story, Span(start, end))

    def spans(self, story: str) -> Sequence[Span]:
        """Give the mentions in one story."""
        return [Span(start, end) for start, end in self._archive.spans_in(self.key, story)]

    def count(self, story: str) -> int:
        """Count the mentions in one story."""
        return self._archive.mention_count(self.key, story)


class TextTrail:
    """The places in the text that answer a query."""

    def __init__(self, archive: Archive, query: str, hits: Sequence[TextHit]) -> None:
        self._archive = archive
        self.label = f"“{query}”"
        self.hits = tuple(hits)
        self.total = len(self.hits)

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [(self._archive.order_of(hit.article), hit.start) for hit in self.hits]

    @cached_property
    def _by_story(self) -> Mapping[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for hit in self.hits:
            found.setdefault(hit.article, []).append(Span(hit.start, hit.end))
        return found

    def step(self, place: Place, step: int) -> Stop | None:
        """Give the next or previous hit."""
        if not self.hits:
            return None
        here = (self._archive.order_of(place.article), place.offset)
        number = bisect_right(self._places, here) if step > 0 else bisect_left(self._places, here) - 1
        number %= self.total
        hit = self.hits[number]
        return Stop(number, hit.article, Span(hit.start, hit.end))

    def spans(self, story: str) -> Sequence[Span]:
        """Give the hits in one story."""
        return self._by_story.get(story, [])

    def count(self, story: str) -> int:
        """Count the hits in one story."""
        return len(self.spans(story))
