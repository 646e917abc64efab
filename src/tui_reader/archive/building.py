"""Bringing an index up to date with the files: in batches, each of which may be the last; what is done stays done."""

import contextlib
import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import blake2b
from time import perf_counter
from typing import TYPE_CHECKING

from tui_reader.archive.filing import deliver, digest_of
from tui_reader.archive.sources import STDIN, Source, count_roughly, sources
from tui_reader.archive.value import SMALL_NAMES, Progress
from tui_reader.formats.discover import Skipped
from tui_reader.formats.source import read_bytes
from tui_reader.index.value import Delivery, Stamp
from tui_reader.model import InputProblem

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.index.store import Store

FIRST_BATCH, BATCH = 25, 500
"""Sources a transaction, at first and at most."""
_BATCH_BYTES = 2_000_000
"""A transaction ends with the source that brings it over so much, however few its sources are."""
_LOOKED = 2000
"""Sources that are looked at between two steps where nothing is due."""
_VERSIONS, _ALIASES, _RENAMED = "versions", "aliases", "renamed up to"
_NICE = 10
_CHUNK = 10
"""Sources handed to a process at a time."""
_GROWTH = 4
"""So many times the stories, and names are settled anew while an archive is read."""
_RENAMED_AT_ONCE = 200
"""Stories whose names are found anew in one transaction."""


@dataclass(frozen=True, slots=True)
class _Due:
    """Sources that have to be read, and how many were looked at to find them."""

    sources: list[tuple[Source, Stamp, bytes]]
    """Each with its stamp and the path of the source it follows."""
    looked: int


class Builder:
    """One pass over the files of an archive."""

    def __init__(
        self, store: "Store", paths: Sequence[str], *, book: str = "", executor: Executor | None = None
    ) -> None:
        self._store = store
        self._paths = paths
        self._book = book
        self._executor = executor
        self._met: set[bytes] = set()
        self.skipped: list[Skipped] = []
        """What lay in the folders and could not be looked at."""

    def steps(self, catalogue: "Path | None" = None) -> Iterator[Progress]:
        """Do it, a batch at a time; ``catalogue`` is the folder for the names of a large archive.

        Names are settled whenever the archive has grown fourfold, and at the end: what is there can be searched early,
        and the cost a story does not grow.
        """
        if self._store.kept:
            self._store.make_room()
        self._keep_versions()
        looked, read, settled = 0, 0, FIRST_BATCH
        began, total = perf_counter(), count_roughly(self._paths)
        yield Progress(0, self._store.read.count(), total=total)
        yield from self._rename(total)
        for due in self._batches():
            looked, read = due.looked, read + len(due.sources)
            if due.sources:
                self._store.write(self._deliver(due.sources))
            if read >= settled:
                self._settle(catalogue)
                settled = _GROWTH * read
            spent = max(0.001, perf_counter() - began)
            left = spent * max(0, total - looked) / looked
            stories = self._store.read.count()
            yield Progress(looked, stories, read, rate=read / spent, total=max(total, looked), left=left)
        self._forget()
        self._settle(catalogue)
        names = self._store.read.entity_count()
        yield Progress(looked, self._store.read.count(), read, names, total=looked, done=True)

    def _batches(self) -> Iterator[_Due]:
        """Look at every file, and give those to be read in batches; the last may be empty."""
        due: list[tuple[Source, Stamp, bytes]] = []
        previous, looked, told, size, most = b"", 0, 0, 0, FIRST_BATCH
        for source in self._found():
            stamp = source.stamp()
            looked += 1
            self._met.add(source.full)
            if not self._unchanged(source, stamp):
                due.append((source, stamp, previous))
                size += max(0, stamp.size)
            previous = source.full
            if len(due) >= most or size >= _BATCH_BYTES or looked - told >= _LOOKED:
                yield _Due(due, looked)
                most = min(2 * most, BATCH) if due else most
                due, told, size = [], looked, 0
        if looked:
            yield _Due(due, looked)

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

    def _deliver(self, due: Sequence[tuple[Source, Stamp, bytes]]) -> list[Delivery]:
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

    def _forget(self) -> None:
        """Take out the files that are gone."""
        after = b""
        while stamps := self._store.read.stamps(after):
            gone = [stamp.path for stamp in stamps if stamp.path not in self._met]
            if gone:
                self._store.forget(gone)
            after = stamps[-1].path

    def _keep_versions(self) -> None:
        """Read all again where the annotators have changed: what they would find today is not what is stored."""
        from tui_reader.annotate import entities, figures

        now = f"figures {figures.VERSION}, entities {entities.VERSION}"
        if self._store.fact(_VERSIONS) != now:
            self._store.outdate()
            self._store.note(_VERSIONS, now)

    def _rename(self, total: int) -> Iterator[Progress]:
        """Find the names of all stories anew where the user's aliases have changed: from the index, without a file."""
        from tui_reader.archive.filing import names_in

        book = blake2b(self._book.encode()).hexdigest()
        if self._store.fact(_ALIASES) in {"", book}:
            self._store.note(_ALIASES, book)
            return
        self._store.note(_ALIASES, "changing")
        done, _, begun = self._store.fact(_RENAMED).partition(" ")
        place: int | None = int(done) if begun == book else -1
        while place is not None:
            place = self._store.rename(lambda article: names_in(article, self._book), place, _RENAMED_AT_ONCE)
            self._store.note(_RENAMED, f"{place} {book}" if place is not None else "")
            yield Progress(0, self._store.read.count(), total=total)
        self._store.note(_ALIASES, book)


def settle_in() -> None:
    """Let a process do nothing but build: whoever reads comes first, and few objects are looked at for being rubbish.

    What is built of one batch goes with it, so that looking through all of it again and again takes time for nothing.
    """
    os.nice(_NICE)
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _one(task: tuple[Source, Stamp, bytes, str]) -> Delivery:
    return deliver(*task)


def _digest(source: Source) -> bytes:
    """Hash a file's content; a file that cannot be read has no hash."""
    try:
        return digest_of(read_bytes(source.path))
    except InputProblem:
        return b""
