"""The stories behind some paths, with everything found in them, served from an index.

A small archive is indexed in memory while the first story is being read; a large one has its index in the cache folder,
filled by a process of its own. Stages are imported where they are first needed: the first page waits for none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.archive.concordance import concordance_line
from tui_reader.archive.sources import STDIN, Source, check, full_path, shown, sources
from tui_reader.archive.value import SMALL_NAMES, Progress, SearchResult
from tui_reader.formats.discover import Skipped
from tui_reader.model import Article, Candidate, Entity, EntityHit, Figure, InputProblem, Mention, NameMatch, Place

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from threading import Event

    from tui_reader.index.catalogue import Catalogue
    from tui_reader.index.names import NameIndex
    from tui_reader.index.store import Store
    from tui_reader.index.value import EntityRow, StoryRow
    from tui_reader.model import TextHit
    from tui_reader.state import StoryKey

NEAR = 200
"""How many sources are read before the first frame, at most, to open the story that was open last."""
SMALL_SOURCES, SMALL_BYTES = 64, 8_000_000
"""An archive up to this size is indexed in memory: that is done before a reader has read a line."""
TEXT_HITS = 200
"""How many hits in the text one search gives at most."""
STORE, CATALOGUE = "stories.sqlite", "names"
"""What an index folder holds."""
_PAGE = 64


class Archive:
    """The stories behind some paths. Opening it reads nothing but the paths themselves."""

    def __init__(self, paths: Sequence[str], *, cache: Path | None = None, book: str = "", keep: bool = False) -> None:
        """Take files, folders, or ``-`` for the standard input.

        ``cache`` is the folder for a large archive's index, which is made where ``keep`` says so and else only used
        where it is there; ``book`` is the text of the user's aliases. Raises ``InputProblem`` where a path does not
        exist.
        """
        check(paths)
        self.paths = tuple(paths)
        self.book = book
        self.complete = False
        """Every source has been read and every name settled."""
        self.skipped: list[Skipped] = []
        self._cache = cache
        self._keep = keep
        self._names: NameIndex | Catalogue | None = None
        self._count = 0
        self._rows = lru_cache(maxsize=64)(self._page)
        self._orders = lru_cache(maxsize=1024)(self._find_order)
        self._articles = lru_cache(maxsize=64)(self._find_article)
        self._mentions = lru_cache(maxsize=64)(self._find_mentions)
        self._figures = lru_cache(maxsize=16)(self._find_figures)
        self._known = lru_cache(maxsize=1024)(self._identify)

    @cached_property
    def edition(self) -> bytes:
        """What index and reading state know this archive by: the full paths it was opened on."""
        return b"\n".join(full_path(path) for path in self.paths)

    # reading the sources ------------------------------------------------------------------------------------------

    def stream(self) -> Iterator[Article]:
        """Give every story in order, straight from its source and unindexed.

        Raises ``InputProblem`` where a named source cannot be read, or where there is no story at all; what a folder
        holds and cannot be read goes to ``skipped``.
        """
        from tui_reader.formats import read_articles

        met: set[str] = set()
        for source in sources(self.paths):
            if isinstance(source, Skipped):
                self.skipped.append(source)
                continue
            try:
                articles = read_articles(source.path)
            except InputProblem as problem:
                if source.named:
                    raise
                self.skipped.append(Skipped(problem.source, problem.reason))
                continue
            for article in articles:
                yield _with_own_id(article, met)
        if not met:
            raise self.emptiness()

    def read_first(self, last: tuple[bytes, int] | None) -> None:
        """Make the first story readable, and the one that was open last, where that is not far.

        Raises ``InputProblem`` where there is nothing to read.
        """
        from tui_reader.archive.filing import deliver_bare

        if self.store.read.count() == 0:
            previous: bytes | None = None
            for number, source in enumerate(sources(self.paths)):
                if isinstance(source, Skipped):
                    self.skipped.append(source)
                    continue
                try:
                    self.store.write([deliver_bare(source, previous)])
                except InputProblem as problem:
                    if source.named:
                        raise
                    self.skipped.append(Skipped(problem.source, problem.reason))
                    continue
                previous = source.full
                if self.store.read.count() and (number >= NEAR or last is None or self.story_from(*last)):
                    break
        self.refresh()
        if not self._count:
            raise self.emptiness()

    def read_on(self, executor: Executor | None = None) -> Iterator[Progress]:
        """Bring the index up to date, step by step; ``executor`` reads the sources in processes of its own."""
        from tui_reader.archive.building import Builder

        builder = Builder(self.store, self.paths, book=self.book, executor=executor)
        for progress in builder.steps(self._catalogue_folder):
            if progress.done:
                self.skipped = [*builder.skipped, *self._problems()]
                self.complete = True
            yield progress

    def grow(self, stop: Event) -> Iterator[Progress]:
        """Bring the index up to date beside a reader: a large archive's in a process of its own.

        Nothing of it shows before ``refresh``; the names that can be searched are renewed at the end.
        """
        folder = self.index_folder
        if folder is None or not self.store.kept:
            steps = self.read_on()
        else:
            from tui_reader.archive.process import follow

            steps = follow(self.paths, stop)
        for progress in steps:
            if progress.done:
                self.complete = True
                self._names = self._load_names()
            yield progress
            if stop.is_set():
                return

    def read_all(self) -> Archive:
        """Bring the index up to date; raise ``InputProblem`` where there is nothing to read."""
        for _ in self.read_on():
            pass
        self.refresh()
        named = {source.full: source for source in map(_named, self.paths) if source is not None}
        for path, reason in self.store.read.problems():
            if path in named:
                raise InputProblem(shown(named[path].path), reason)
        if not self._count:
            raise self.emptiness()
        return self

    def emptiness(self) -> InputProblem:
        """Say why there is nothing to read, and what to do."""
        where = shown(self.paths[0]) if self.paths else "."
        if self.skipped:
            return InputProblem(where, f"no story could be read: {self.skipped[0].source}: {self.skipped[0].why}")
        if self.paths and Path(self.paths[0]).is_dir():
            return InputProblem(where, "no stories in this folder (looked for .txt, .md, .html and .epub files)")
        return InputProblem(where, "the file holds no text to read")

    def _problems(self) -> list[Skipped]:
        return [Skipped(shown(os.fsdecode(path)), reason) for path, reason in self.store.read.problems()]

    # the index ----------------------------------------------------------------------------------------------------

    @cached_property
    def index_folder(self) -> Path | None:
        """The folder of the index on disk; None for a small archive, and where there is no place to keep it."""
        if self._cache is None or STDIN in self.paths or self._is_small():
            return None
        from hashlib import blake2b

        folder = self._cache / "index" / blake2b(self.edition, digest_size=12).hexdigest()
        return folder if self._keep or (folder / STORE).exists() else None

    def _is_small(self) -> bool:
        size = 0
        for number, source in enumerate(islice(sources(self.paths), SMALL_SOURCES + 1)):
            size += max(0, source.stamp().size) if isinstance(source, Source) else 0
            if number >= SMALL_SOURCES or size > SMALL_BYTES:
                return False
        return True

    @cached_property
    def store(self) -> Store:
        """The index."""
        from tui_reader.index.store import Store

        folder = self.index_folder
        return Store(folder / STORE if folder is not None else None)

    @property
    def notice(self) -> str:
        """What the reader should be told about the index; empty where all is well."""
        return self.store.notice

    @property
    def _catalogue_folder(self) -> Path | None:
        return self.index_folder / CATALOGUE if self.index_folder is not None and self.store.kept else None

    def adopt(self, fresh: Archive) -> None:
        """Serve what another archive of the same paths has found: with other aliases, say."""
        self.__dict__["store"], self.book, self.skipped = fresh.store, fresh.book, fresh.skipped
        self.refresh()
        self._names = self._load_names()

    def refresh(self) -> None:
        """See what was added to the index since."""
        self._count = self.store.read.count()
        for cache in (self._rows, self._orders, self._articles, self._mentions, self._figures, self._known):
            cache.cache_clear()

    # stories ------------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        """Count the stories that can be read, as of the last refresh."""
        return self._count

    def row(self, order: int) -> StoryRow:
        """Give what a list shows of a story, by its place in the archive from 0; raise ``IndexError`` beyond."""
        rows = self._rows(order // _PAGE)
        if not 0 <= order % _PAGE < len(rows):
            raise IndexError(order)
        return rows[order % _PAGE]

    def _page(self, page: int) -> list[StoryRow]:
        first = self.store.read.numbered(page * _PAGE + 1)
        return [first, *self.store.read.stories(first.place, _PAGE - 1)] if first else []

    def rows(self) -> Iterator[StoryRow]:
        """Give what a list shows of every story, in order."""
        after: int | None = None
        while page := self.store.read.stories(after, _PAGE) if after is not None else self.store.read.stories():
            yield from page
            after = page[-1].place

    def _row_of(self, story: str) -> StoryRow:
        row = self.store.read.story(story)
        if row is None:
            raise KeyError(story)
        return row

    def order_of(self, story: str) -> int:
        """Give a story's place in the archive, from 0; raise ``KeyError`` where there is none."""
        return self._orders(story)

    def _find_order(self, story: str) -> int:
        return self.store.read.number(self._row_of(story).place) - 1

    def article(self, story: str) -> Article:
        """Give a story by its id; raise ``KeyError`` where there is none."""
        return self._articles(story)

    def _find_article(self, story: str) -> Article:
        return self.store.read.article(self._row_of(story).place)

    def origin(self, story: str) -> tuple[bytes, int]:
        """Give the full path of a story's source, and the story's number there, from 1."""
        return self.store.read.origin(self._row_of(story).place)

    def known(self, story: str) -> StoryKey:
        """Give what the reading state knows a story by."""
        return self._known(story)

    def _identify(self, story: str) -> StoryKey:
        from tui_reader.state import identify

        return identify(*self.origin(story), self.article(story).text)

    def story_from(self, source: bytes, number: int) -> str | None:
        """Give the id of a source's story by its number there; None where it is not read (yet)."""
        rows = self.store.read.stories_of(source, number)
        return rows[number - 1].id if 0 < number <= len(rows) else None

    # figures ------------------------------------------------------------------------------------------------------

    def figures(self, story: str) -> tuple[Figure, ...]:
        """Give a story's figures by start; none while it has only been read for its text."""
        return self._figures(story)

    def _find_figures(self, story: str) -> tuple[Figure, ...]:
        return self.store.read.figures(self._row_of(story).place)

    def read_out(self, story: str, figure: Figure) -> str:
        """Say what a figure is worth, as the status line reads it out."""
        from tui_reader.archive.figures import read_out

        return read_out(self.article(story), figure, self.figures(story))

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
        rows = [
            (mention, entity.key)
            for entity, mentions in self.store.read.entities_of(self._row_of(story).place)
            for mention in mentions
        ]
        return tuple(sorted(rows, key=lambda row: row[0].start))

    def mention_count(self, key: int, story: str) -> int:
        """Count an entity's mentions in a story."""
        return len(self.store.read.mentions_in(key, self._row_of(story).place))

    def spans_in(self, key: int, story: str) -> list[tuple[int, int]]:
        """Give where a story mentions an entity: start and end, ascending."""
        return self.store.read.mentions_in(key, self._row_of(story).place)

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
        found = reader.next_mention(key, self._row_of(place.article).place, place.offset, step)
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

    def _load_names(self) -> NameIndex | Catalogue:
        if self._catalogue_folder is None:
            return self.store.full_index()
        return self.store.small_index(SMALL_NAMES) or self.store.catalogue(self._catalogue_folder)

    def search(self, query: str, limit: int = 20) -> SearchResult:
        """Find entities by name, then places in the text, best first."""
        matches = self.names.search(query, limit)
        entities = tuple(hit for match in matches if (hit := self._hit(match)))
        stories, _ = self.store.read.find_text(query, limit=50, each=50)
        texts = (hit for _, hits in stories for hit in hits)
        return SearchResult(query, entities, tuple(islice(texts, min(limit * 10, TEXT_HITS))), self._count)

    def most_mentioned(self, limit: int) -> tuple[EntityHit, ...]:
        """Give the entities that are mentioned most, of those known already."""
        rows = self.store.read.entities(limit=limit)
        known = [candidate for row in rows if (candidate := self.store.read.candidate(row.key))]
        matches = (NameMatch(candidate, 100.0, candidate.name) for candidate in known)
        return tuple(hit for match in matches if (hit := self._hit(match)))

    def _hit(self, match: NameMatch) -> EntityHit | None:
        first = self.store.read.mentions(match.candidate.key, limit=1)
        return EntityHit(match, Place(first[0].story, first[0].start), first[0].end) if first else None

    def concordance(self, story: str, start: int, end: int) -> TextHit:
        """Give a stretch of a story with what stands before and after it in its block."""
        return concordance_line(self.article(story), start, end)

    def find_entity(self, name: str) -> Candidate | None:
        """Give the entity that a name, an alias or a near miss of one means; None where nothing is near."""
        matches = [match for match in self.names.search(name, 1) if not match.weak]
        return matches[0].candidate if matches else None


def _named(path: str) -> Source | None:
    """Give a path that names a file, and not a folder, as a source."""
    return None if path != STDIN and Path(path).is_dir() else Source(path, full_path(path), named=True)


def _with_own_id(article: Article, met: set[str]) -> Article:
    """Keep ids apart where two files of an archive have the same stem."""
    from dataclasses import replace

    name, number = article.id, 1
    while name in met:
        number += 1
        name = f"{article.id}~{number}"
    met.add(name)
    return article if name == article.id else replace(article, id=name)
