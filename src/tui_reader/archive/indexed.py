"""The stories of an archive as its index has them: rows, texts, figures, and where each came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from tui_reader.archive.sources import STDIN, Source, check, full_path, sources
from tui_reader.formats.discover import Skipped
from tui_reader.model import Article, Figure

if TYPE_CHECKING:
    from tui_reader.index.store import Store
    from tui_reader.index.value import StoryRow
    from tui_reader.state import StoryKey

SMALL_SOURCES, SMALL_BYTES = 64, 8_000_000
"""An archive up to this size is indexed in memory: that is done before a reader has read a line."""
STORE, CATALOGUE = "stories.sqlite", "names"
"""What an index folder holds."""
_PAGE = 64


class IndexedStories:
    """The stories behind some paths. Opening them reads nothing but the paths themselves."""

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
        self._count = 0
        self._refreshed: tuple[int, int] | None = None
        """Which state of the index was seen last."""
        self._rows = lru_cache(maxsize=64)(self._page)
        self._dated = lru_cache(maxsize=64)(self._page_by_date)
        self._orders = lru_cache(maxsize=1024)(self._find_order)
        self._articles = lru_cache(maxsize=64)(self._find_article)
        self._alive: WeakValueDictionary[tuple[str, bytes], Article] = WeakValueDictionary()
        """The stories that somebody holds: a giant that is being read is not loaded anew beside itself."""
        self._figures = lru_cache(maxsize=16)(self._find_figures)
        self._known = lru_cache(maxsize=1024)(self._identify)
        self._borders = lru_cache(maxsize=8)(self._find_borders)
        self._met: dict[str, StoryKey] = {}

    @cached_property
    def edition(self) -> bytes:
        """What index and reading state know this archive by: the full paths it was opened on."""
        return b"\n".join(full_path(path) for path in self.paths)

    # the index ----------------------------------------------------------------------------------------------------

    @cached_property
    def index_folder(self) -> Path | None:
        """The folder of the index on disk; None for a small archive, and where there is no place to keep it.

        Where an index is there it is used, and nobody looks how large the archive is: that would take as long as there
        are files.
        """
        if self._cache is None or STDIN in self.paths:
            return None
        from hashlib import blake2b

        folder = self._cache / "index" / blake2b(self.edition, digest_size=12).hexdigest()
        return folder if (folder / STORE).exists() or (self._keep and not self._is_small()) else None

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

    def refresh(self) -> None:
        """See what was added to the index since."""
        self._refreshed = self.store.read.version()
        self._count = self.store.read.count()
        for cache in (self._rows, self._dated, self._orders, self._articles, self._figures, self._known, self._borders):
            cache.cache_clear()

    @property
    def is_current(self) -> bool:
        """Tell whether nothing was added to the index since the last refresh."""
        return self._refreshed == self.store.read.version()

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

    def by_date(self, position: int) -> int:
        """Give the place of a story, from 0, by its position where the latest come first and the undated last."""
        places = self._dated(position // _PAGE)
        if not 0 <= position % _PAGE < len(places):
            raise IndexError(position)
        return places[position % _PAGE]

    def position_by_date(self, order: int) -> int:
        """Give the position of the story at a place, both from 0, where the latest come first and the undated last."""
        return self.store.read.number_by_date(self.row(order)) - 1

    def _page_by_date(self, page: int) -> list[int]:
        reader = self.store.read
        place = reader.dated(page * _PAGE + 1)
        first = reader.story_at(place) if place is not None else None
        if first is None:
            return []
        rows = [first, *reader.stories_by_date((first.date, first.place), _PAGE - 1)]
        return [reader.number(row.place) - 1 for row in rows]

    def rows(self) -> Iterator[StoryRow]:
        """Give what a list shows of every story, in order."""
        after: int | None = None
        while page := self.store.read.stories(after, _PAGE) if after is not None else self.store.read.stories():
            yield from page
            after = page[-1].place

    def borders(self, parts: int) -> tuple[int, ...]:
        """Give the places in the index that cut the archive into so many equal parts, its two ends among them."""
        return self._borders(parts)

    def _find_borders(self, parts: int) -> tuple[int, ...]:
        firsts = (self.row(part * self._count // parts).place for part in range(parts))
        return (*firsts, self.row(self._count - 1).place + 1)

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
        place = self._row_of(story).place
        likeness = self.store.read.likeness(place)
        article = self._alive.get(likeness)
        if article is None:
            article = self._alive[likeness] = self.store.read.article(place)
        return article

    def origin(self, story: str) -> tuple[bytes, int]:
        """Give the full path of a story's source, and the story's number there, from 1."""
        return self.store.read.origin(self._row_of(story).place)

    def known(self, story: str) -> StoryKey:
        """Give what the reading state knows a story by."""
        try:
            self._met[story] = self._known(story)
        except KeyError:  # its file is gone, and it is still being read
            if story not in self._met:
                raise
        return self._met[story]

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
        if self.store.read.story(story) is None:  # its file is gone, and it is still being read
            return ()
        return self.store.read.figures(self._row_of(story).place)

    def read_out(self, story: str, figure: Figure) -> str:
        """Say what a figure is worth, as the status line reads it out."""
        from tui_reader.archive.figures import read_out

        return read_out(self.article(story), figure, self.figures(story))
