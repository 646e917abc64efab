"""Bringing an index up to date with the files: in batches, each of which may be the last; what is done stays done."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from hashlib import blake2b
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from tui_reader.archive.filing import deliver
from tui_reader.archive.sources import STDIN, Source, sources
from tui_reader.archive.value import SMALL_NAMES, Progress
from tui_reader.formats.discover import Skipped
from tui_reader.index.value import Delivery, Stamp

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.index.store import Store

BATCH = 100
"""Sources a transaction."""
_VERSIONS = "versions"
_CHUNK = 10
"""Sources handed to a process at a time."""


class Builder:
    """One pass over the files of an archive."""

    def __init__(
        self, store: "Store", paths: Sequence[str], *, book: str = "", executor: Executor | None = None
    ) -> None:
        self._store = store
        self._paths = paths
        self._book = book
        self._executor = executor
        self.skipped: list[Skipped] = []
        """What lay in the folders and could not be looked at."""

    def steps(self, catalogue: "Path | None" = None) -> Iterator[Progress]:
        """Do it, a batch at a time; ``catalogue`` is the folder for the names of a large archive.

        Names are settled whenever the archive has doubled, and at the end: what is there can be searched early, and the
        cost a story does not grow.
        """
        self._keep_versions()
        looked, read, settled = 0, 0, BATCH
        began = perf_counter()
        met: set[bytes] = set()
        previous: bytes | None = None
        for batch in _batches(self._found(), BATCH):
            due: list[tuple[Source, Stamp, bytes | None]] = []
            for source in batch:
                stamp = source.stamp()
                met.add(source.full)
                if not self._unchanged(source, stamp):
                    due.append((source, stamp, previous))
                previous = source.full
            looked, read = looked + len(batch), read + len(due)
            if due:
                self._store.write(self._deliver(due))
            if read >= settled:
                self._settle(catalogue)
                settled = 2 * read
            yield Progress(looked, self._store.read.count(), read, rate=read / max(0.001, perf_counter() - began))
        self._forget(met)
        self._settle(catalogue)
        yield Progress(looked, self._store.read.count(), read, self._store.read.entity_count(), done=True)

    def _found(self) -> Iterator[Source]:
        for each in sources(self._paths):
            if isinstance(each, Source):
                yield each
            else:
                self.skipped.append(each)

    def _unchanged(self, source: Source, stamp: Stamp) -> bool:
        known = self._store.read.stamp(source.full)
        if known is None or source.path == STDIN or known.size != stamp.size:
            return False
        return known.modified == stamp.modified or (bool(known.digest) and known.digest == _digest(source))

    def _deliver(self, due: Sequence[tuple[Source, Stamp, bytes | None]]) -> list[Delivery]:
        tasks = [(source, stamp, after, self._book) for source, stamp, after in due]
        if self._executor is None or len(tasks) < _CHUNK:
            return [_one(task) for task in tasks]
        return list(self._executor.map(_one, tasks, chunksize=_CHUNK))

    def _settle(self, catalogue: "Path | None") -> None:
        from tui_reader.archive.identity import read_book, resolver

        for _ in self._store.settle(resolver(read_book(self._book))):
            pass
        if catalogue is not None and self._store.read.entities(limit=SMALL_NAMES + 1)[SMALL_NAMES:]:
            # without it the names are searched in memory
            with contextlib.suppress(OSError, ValueError, ImportError):
                for _ in self._store.catalogue(catalogue, building=True).list_due():
                    pass

    def _forget(self, met: set[bytes]) -> None:
        """Take out the files that are gone."""
        after = b""
        while stamps := self._store.read.stamps(after):
            self._store.forget([stamp.path for stamp in stamps if stamp.path not in met])
            after = stamps[-1].path

    def _keep_versions(self) -> None:
        """Read all again where formats or annotators have changed: what they would find today is not what is stored."""
        from tui_reader import formats
        from tui_reader.annotate import entities, figures

        book = blake2b(self._book.encode()).hexdigest()
        now = f"formats {formats.VERSION}, figures {figures.VERSION}, entities {entities.VERSION}, aliases {book}"
        if self._store.fact(_VERSIONS) != now:
            self._store.outdate()
            self._store.note(_VERSIONS, now)


def _one(task: tuple[Source, Stamp, bytes | None, str]) -> Delivery:
    source, stamp, after, book = task
    named = Stamp(stamp.path, stamp.size, stamp.modified, _digest(source))
    return deliver(source, named, after, book)


def _digest(source: Source) -> bytes:
    """Hash a file's content; a file that cannot be read has no hash."""
    if source.path == STDIN:
        return b""
    from tui_reader.formats.source import read_bytes
    from tui_reader.model import InputProblem

    try:
        return blake2b(read_bytes(source.path), digest_size=16).digest()
    except InputProblem:
        return b""


def _batches(items: Iterable[Source], size: int) -> Iterator[list[Source]]:
    each = iter(items)
    while batch := list(islice(each, size)):
        yield batch
