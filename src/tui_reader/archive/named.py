"""The names of an archive: its entities, their mentions, and the search for both and for words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from tui_reader.archive.concordance import AROUND, concordance_line
from tui_reader.archive.indexed import IndexedStories
from tui_reader.archive.value import LOADED_NAMES, SMALL_NAMES, SearchResult
from tui_reader.model import Candidate, Entity, EntityHit, Mention, NameMatch, Place

if TYPE_CHECKING:
    from tui_reader.index.catalogue import Catalogue
    from tui_reader.index.names import NameIndex
    from tui_reader.index.value import EntityRow
    from tui_reader.model import TextHit

TEXT_SECONDS = 0.25
"""How long the text is searched at once."""
_REHEARSED = "new"
"""What is searched for before anybody asks."""
TEXT_HITS = 200
"""How many hits in the text one search gives at most."""


class NamedStories(IndexedStories):
    """Stories with their names."""

    def __init__(self, paths: Sequence[str], *, cache: Path | None = None, book: str = "", keep: bool = False) -> None:
        """Take what ``IndexedStories`` takes."""
        super().__init__(paths, cache=cache, book=book, keep=keep)
        self._names: NameIndex | Catalogue | None = None
        self._mentions = lru_cache(maxsize=64)(self._find_mentions)
        self._firsts = lru_cache(maxsize=1024)(self._find_first)

    def refresh(self) -> None:
        """See what was added to the index since."""
        super().refresh()
        self._mentions.cache_clear()
        self._firsts.cache_clear()

    # entities -----------------------------------------------------------------------------------------------------

    def entity_row(self, key: int) -> EntityRow | None:
        """Give an entity's name, kind and counts."""
        return self.store.read.entity(key)

    def candidate(self, key: int) -> Candidate | None:
        """Give an entity with everything it is called."""
        return self.store.read.candidate(key)

    def entity_rows(self, limit: int, after: EntityRow | None = None) -> list[EntityRow]:
        """Give a page of the entities, most mentioned first."""
        return self.store.read.entities(after, limit)

    def entities(self) -> list[Entity]:
        """Give all entities with all their mentions, most mentioned first: for export, it reads every story."""
        found: dict[int, list[Mention]] = {}
        for row in self.rows():
            for entity, mentions in self.store.read.entities_of(row.place):
                found.setdefault(entity.key, []).extend(mentions)
        made = [
            Entity(known.name, known.kind, known.aliases, tuple(mentions))
            for key, mentions in found.items()
            if (known := self.store.read.candidate(key))
        ]
        return sorted(made, key=lambda entity: (-len(entity.mentions), entity.name, entity.kind))

    def mentions_in(self, story: str) -> tuple[tuple[Mention, int], ...]:
        """Give a story's mentions by start, each with its entity's key; none while it was read for its text alone."""
        return self._mentions(story)

    def _find_mentions(self, story: str) -> tuple[tuple[Mention, int], ...]:
        if self.store.read.story(story) is None:  # its file is gone, and it is still being read
            return ()
        rows = [
            (mention, entity.key)
            for entity, mentions in self.store.read.entities_of(self._row_of(story).place)
            for mention in mentions
        ]
        return tuple(sorted(rows, key=lambda row: row[0].start))

    def mention_count(self, key: int, story: str) -> int:
        """Count an entity's mentions in a story."""
        return len(self.spans_in(key, story))

    def spans_in(self, key: int, story: str) -> list[tuple[int, int]]:
        """Give where a story mentions an entity: start and end, ascending."""
        row = self.store.read.story(story)
        return self.store.read.mentions_in(key, row.place) if row is not None else []

    def mentions(self, key: int, after: Place | None = None, limit: int = 50) -> list[tuple[str, int, int]]:
        """Give a page of an entity's mentions in reading order, as (story, start, end)."""
        reader = self.store.read
        rows = (
            reader.mentions(key, (self._row_of(after.article).place, after.offset), limit)
            if after is not None
            else reader.mentions(key, limit=limit)
        )
        return [(row.story, row.start, row.end) for row in rows]

    def next_mention(self, key: int, place: Place, step: int) -> tuple[int | None, str, int, int] | None:
        """Give an entity's next (``step`` 1) or previous (-1) mention from a place; it wraps.

        The answer is (number from 0, story, start, end); the number is None where counting would take long.
        """
        from tui_reader.index.reading import FIRST, LAST

        reader = self.store.read
        row = reader.story(place.article)
        found = reader.next_mention(key, row.place, place.offset, step) if row is not None else None
        if found is None:
            found = reader.next_mention(key, FIRST if step > 0 else LAST, -1, step)
        if found is None:
            return None
        number = reader.mention_number(key, found.place, found.start)
        return (number - 1 if number else None, found.story, found.start, found.end)

    # search -------------------------------------------------------------------------------------------------------

    @property
    def names(self) -> NameIndex | Catalogue:
        """The names, ready to be searched: in memory for a small archive, from the catalogue for a large one."""
        if self._names is None:
            self._names = self._load_names()
        return self._names

    def prepare_search(self) -> None:
        """Make the names ready beside whoever asks: loading what searches a large archive takes longer than a key may.

        Until then they are not loaded: many a reader reads and never searches.
        """
        if self._names is None:
            Thread(target=self._rehearse, name="names", daemon=True).start()

    def _rehearse(self) -> None:
        """Search once, so that all is loaded that the first key would wait for."""
        names = self._load_names()
        names.search(_REHEARSED)
        if self._names is None:
            self._names = names

    def _renew_names(self) -> None:
        """Take in new names; those of a large archive only where somebody has searched."""
        if self._names is not None or self._catalogue_folder is None:
            self._names = self._load_names()

    def _load_names(self) -> NameIndex | Catalogue:
        if self._catalogue_folder is None:
            return self.store.full_index()
        index = self.store.small_index(SMALL_NAMES)
        if index is not None:
            return index
        try:
            return self.store.catalogue(self._catalogue_folder)
        except (OSError, ValueError, ImportError):  # not built yet, or it cannot be: a start of the names is better
            return self.store.first_index(LOADED_NAMES)

    def search(self, query: str, limit: int = 20, *, seconds: float = TEXT_SECONDS) -> SearchResult:
        """Find entities by name, then places in the text, best first; what asks for exact words asks for no name.

        The text is searched for about so many ``seconds``; ``search_on`` goes on where that was too short.
        """
        named = not any(word.startswith(("'", "!", '"')) for word in query.split())
        matches = self.names.search(query, limit) if named else []
        entities = tuple(hit for match in matches if (hit := self._hit(match)))
        most = min(limit * 10, TEXT_HITS)
        texts, following = self._find_text(query, None, most, seconds)
        return SearchResult(query, entities, texts, self._count, more=following is not None, following=following)

    def search_on(self, found: SearchResult, *, seconds: float = TEXT_SECONDS, most: int = TEXT_HITS) -> SearchResult:
        """Look for more places in the text behind those that were found."""
        if found.following is None:
            return found
        texts, following = self._find_text(found.query, found.following, most - len(found.texts), seconds)
        return replace(found, texts=found.texts + texts, more=following is not None, following=following)

    def _find_text(
        self, query: str, after: int | None, most: int, seconds: float
    ) -> tuple[tuple[TextHit, ...], int | None]:
        from tui_reader.index.reading import FIRST

        stories, following = self.store.read.find_text(
            query, FIRST if after is None else after, limit=50, each=50, seconds=seconds
        )
        texts = tuple(hit for _, hits in stories for hit in hits)
        if len(texts) > most and following is None:
            following = stories[-1][0].place
        return texts[:most], following

    @property
    def has_names(self) -> bool:
        """Tell whether names have been found in what is read, or never will be."""
        return self.complete or bool(self.store.read.entities(limit=1))

    def most_mentioned(self, limit: int) -> tuple[EntityHit, ...]:
        """Give the entities that are mentioned most, of those known already."""
        rows = self.store.read.entities(limit=limit)
        known = [candidate for row in rows if (candidate := self.store.read.candidate(row.key))]
        matches = (NameMatch(candidate, 100.0, candidate.name) for candidate in known)
        return tuple(hit for match in matches if (hit := self._hit(match)))

    def _hit(self, match: NameMatch) -> EntityHit | None:
        first = self._firsts(match.candidate.key)
        return EntityHit(match, *first) if first is not None else None

    def _find_first(self, key: int) -> tuple[Place, int] | None:
        """Give an entity's first mention and its end."""
        first = self.store.read.mentions(key, limit=1)
        return (Place(first[0].story, first[0].start), first[0].end) if first else None

    def concordance(self, story: str, start: int, end: int, around: int = AROUND) -> TextHit:
        """Give a stretch of a story with what stands before and after it in its block."""
        return concordance_line(self.article(story), start, end, around)

    def find_entity(self, name: str) -> Candidate | None:
        """Give the entity that a name, an alias or a near miss of one means; None where nothing is near."""
        matches = [match for match in self.names.search(name, 1) if not match.weak]
        return matches[0].candidate if matches else None
