"""The stories behind some paths, with everything found in them, served from an index.

A small archive is indexed in memory while the first story is being read; a large one has its index in the cache folder,
filled by a process of its own. Stages are imported where they are first needed: the first page waits for none.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.archive.named import NamedStories
from tui_reader.archive.sources import STDIN, Source, full_path, shown, sources
from tui_reader.archive.value import IndexProblem, Progress
from tui_reader.formats.discover import Skipped
from tui_reader.model import Article, InputProblem

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from threading import Event


NEAR = 200
"""How many sources are read before the first frame, at most, to open the story that was open last."""


class Archive(NamedStories):
    """Everything a front end may ask for, and the ways of bringing the sources in."""

    _named_at = 0
    """Stories that there were when the names were last taken in for searching: again when there are twice as many."""

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
            if articles[0].cut:
                self.skipped.append(Skipped(articles[0].source, articles[0].cut, partly=True))
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
        """Bring the index up to date, step by step; ``executor`` reads the sources in processes of its own.

        Raises ``IndexProblem`` where the index cannot be written any further; what was written stays.
        """
        from tui_reader.archive.building import Builder
        from tui_reader.index.store import FAULTS

        builder = Builder(self.store, self.paths, book=self.book, executor=executor)
        try:
            for progress in builder.steps(self._catalogue_folder):
                if progress.done:
                    self.skipped = [*builder.skipped, *self._problems()]
                    self.complete = True
                yield progress
        except FAULTS as problem:
            raise IndexProblem(str(problem)) from problem

    def _read_steadily(self) -> Iterator[Progress]:
        """Bring the index up to date; where the disk does not let it, in memory."""
        try:
            yield from self.read_on()
        except IndexProblem as problem:
            if not self.store.kept:
                raise
            self._leave_disk(problem.reason)
            yield from self.read_on()

    def _leave_disk(self, reason: str) -> None:
        """Go on in memory; a file that turns out to be damaged is set aside, so that the next start makes it anew."""
        from tui_reader.index.store import Store

        left = self.store
        with contextlib.suppress(OSError):
            if not left.is_sound():
                left.set_aside()
        fresh = Store(None)
        fresh.notice = f"the index {reason}; it is kept in memory for this session"
        self.__dict__["store"], self._names = fresh, None

    def grow(self, stop: Event) -> Iterator[Progress]:
        """Bring the index up to date beside a reader, and again whenever files change, until ``stop`` is set.

        A large archive's index is built in a process of its own. Nothing of it shows before ``refresh``; the names that
        can be searched are renewed at each end, and whenever the stories have doubled.
        """
        from tui_reader.archive.watching import changes

        read = 0
        for progress in self._grow_once(stop):
            read = progress.read
            yield progress
        # reading takes its time: what changed meanwhile was looked at too early
        for _ in changes(self.paths, stop, missed=read > 0):
            yield from self._grow_once(stop)

    def settle_anew(self, stop: Event) -> None:
        """Settle the names of an index on disk by the aliases as they are now; ``refresh`` shows it.

        Raises ``IndexProblem`` where the process that does it fails.
        """
        for _ in self._grow_once(stop):
            pass

    def _grow_once(self, stop: Event) -> Iterator[Progress]:
        in_memory = self.index_folder is None or not self.store.kept
        self._named_at = 0
        for progress in self._read_steadily() if in_memory else self._follow(stop):
            if progress.done or progress.stories >= 2 * self._named_at:
                self._named_at = progress.stories
                self._renew_names()
            if progress.done:
                self.complete = True
                self.skipped = self.skipped or self._problems()
            yield progress
            if stop.is_set():
                return

    def _follow(self, stop: Event) -> Iterator[Progress]:
        """Let a process of its own bring the index up to date; where it cannot, do it here and in memory."""
        from tui_reader.archive.process import follow

        try:
            yield from follow(self.paths, stop)
        except IndexProblem as problem:
            self._leave_disk(problem.reason)
            yield from self.read_on()

    def read_all(self) -> Archive:
        """Bring the index up to date; raise ``InputProblem`` where there is nothing to read."""
        for _ in self._read_steadily():
            pass
        self.refresh()
        named = {source.full: source for source in map(_named, self.paths) if source is not None}
        for path, reason in self.store.read.problems():
            if path in named and not self.store.read.stories_of(path, 1):
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
        return [
            Skipped(shown(os.fsdecode(path)), reason, partly=bool(self.store.read.stories_of(path, 1)))
            for path, reason in self.store.read.problems()
        ]

    def adopt(self, fresh: Archive) -> None:
        """Serve what another archive of the same paths has found: with other aliases, say."""
        self.__dict__["store"], self.book, self.skipped = fresh.store, fresh.book, fresh.skipped
        self.refresh()
        self._names = self._load_names()


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
