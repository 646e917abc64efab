"""The store: one index file, opened for reading and writing.

The search of names, with rapidfuzz, is loaded when it is first asked for: the first page does not wait for it.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tui_reader.index.reading import Reader
from tui_reader.index.schema import is_sound, open_database, set_aside
from tui_reader.index.settling import settle
from tui_reader.index.value import Delivery, Named, Resolver
from tui_reader.index.writing import forget, rename, write
from tui_reader.model import Article

FAULTS: tuple[type[Exception], ...] = (sqlite3.Error,)
"""What reading or writing an index may raise where its file is damaged, or its disk full or failing."""

if TYPE_CHECKING:
    from tui_reader.index.catalogue import Catalogue
    from tui_reader.index.names import NameIndex


class Store:
    """An index with everything in it. One process writes at a time; any number read meanwhile."""

    def __init__(self, path: Path | None, *, building: bool = False) -> None:
        """Open or make the index at ``path``; with ``None``, and where the file cannot be used, in memory.

        ``building`` makes room for the work at once.
        """
        self.path = path
        """The file; nothing where it is kept in memory from the start."""
        opened = open_database(path)
        self._connection = opened.connection
        if building:
            self.make_room()
        self._known_words: set[str] = set()
        self.notice = opened.notice
        """What the reader should be told about the file; empty where all is well."""
        self.kept = opened.kept
        """The index outlives this session."""
        self.read = Reader(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def is_sound(self) -> bool:
        """Read the whole file and tell whether it can be relied on."""
        return is_sound(self._connection)

    def set_aside(self) -> None:
        """Take the file out of use, so that the next start makes it anew."""
        if self.path is not None and self.kept:
            set_aside(self.path)

    def make_room(self) -> None:
        """Take 64 MB for pages at work: for the process that fills an index."""
        self._connection.execute("PRAGMA cache_size = -65536")
        self._connection.execute("PRAGMA wal_autocheckpoint = 8000")

    def write(self, deliveries: Sequence[Delivery]) -> None:
        """Store sources with their stories; all or nothing. About a hundred stories make a good batch."""
        write(self._connection, deliveries, self._known_words)

    def rename(self, find: Callable[[Article], Sequence[Named]], after: int, limit: int) -> int | None:
        """Take the names of so many stories behind a place as they are found today, and let identity be settled anew.

        Gives the last story's place, or nothing where there are no more. What is settled of the names is due then.
        """
        return rename(self._connection, find, [row.place for row in self.read.stories(after, limit)])

    def forget(self, paths: Iterable[bytes]) -> None:
        """Take sources with their stories out; all or nothing."""
        forget(self._connection, paths)

    def outdate(self) -> None:
        """Take every source for changed, so that it is read again; what is stored stays until then."""
        self._connection.execute("UPDATE sources SET size = -2, digest = x''")

    def settle(self, resolver: Resolver) -> Iterator[int]:
        """Settle which names are one entity, step by step; may be broken off after any step."""
        return settle(self._connection, resolver)

    def small_index(self, most: int = 3000) -> "NameIndex | None":
        """Give all names of a small archive in memory; nothing where there are more than ``most`` entities."""
        from tui_reader.index.names import NameIndex

        rows = self.read.entities(limit=most + 1)
        if len(rows) > most:
            return None
        return NameIndex(candidate for row in rows if (candidate := self.read.candidate(row.key)))

    def first_index(self, most: int) -> "NameIndex":
        """Give the names of the entities mentioned most, in memory."""
        from tui_reader.index.names import NameIndex

        rows = self.read.entities(limit=most)
        return NameIndex(candidate for row in rows if (candidate := self.read.candidate(row.key)))

    def full_index(self) -> "NameIndex":
        """Give all names in memory, however many: where there is no folder for a catalogue."""
        return self.first_index(1 << 31)

    def catalogue(self, folder: Path, *, building: bool = False) -> "Catalogue":
        """Open the catalogue of names in ``folder``; see ``Catalogue`` for what may go wrong."""
        from tui_reader.index.catalogue import Catalogue

        return Catalogue(folder, self._connection, building=building)

    def fact(self, name: str) -> str:
        """Give a fact about the index (an annotator's version, say), or an empty string."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Keep a fact about the index; what is known already changes nothing in it."""
        if self.fact(name) != value:
            self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
