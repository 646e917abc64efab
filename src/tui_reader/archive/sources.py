"""The files behind some paths, in the archive's order, and how each looked when it was met."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.formats.discover import Skipped, discover
from tui_reader.formats.registry import suffixes
from tui_reader.model import InputProblem
from tui_reader.text.sanitise import safe_line

if TYPE_CHECKING:
    from tui_reader.index.value import Stamp

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or the standard input, that stories are read from."""

    path: str
    """As it is to be opened."""
    full: bytes
    """The full path as the system has it: what the index and the reading state know the source by."""
    named: bool
    """Named on the command line, so that failing to read it is an error and not a skip."""

    def stamp(self) -> Stamp:
        """Tell how the file looks now; a file that cannot be looked at has no size."""
        from tui_reader.index.value import Stamp  # not loaded where nothing is indexed

        try:
            status = os.stat(self.path) if self.path != STDIN else None  # noqa: PTH116 - the path may be any bytes
        except OSError:
            status = None
        return Stamp(self.full, status.st_size, status.st_mtime_ns) if status else Stamp(self.full, -1, 0)


def check(paths: Sequence[str]) -> None:
    """Raise ``InputProblem`` where a path does not exist."""
    for path in paths:
        if path != STDIN and not os.path.lexists(path):
            raise InputProblem(shown(path), "no such file or folder")


def sources(paths: Sequence[str]) -> Iterator[Source | Skipped]:
    """Give the files behind the paths, each once, and what had to be skipped."""
    met: set[bytes] = set()
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            found: Iterator[Source | Skipped] = iter((Source(path, full_path(path), named=True),))
        else:
            found = _in_folder(path)
        for each in found:
            if isinstance(each, Source):
                if each.full in met:
                    continue
                met.add(each.full)
            yield each


def count_roughly(paths: Sequence[str]) -> int:
    """Count the files behind the paths by their names alone: quick, and mostly right."""
    known = suffixes()
    files = 0
    for path in paths:
        if path == STDIN or not Path(path).is_dir():
            files += 1
            continue
        for _, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith((".", "#", "~"))]
            files += sum(
                os.path.splitext(name)[1].lower() in known  # noqa: PTH122 - files by the hundred thousand
                for name in names
                if not name.startswith((".", "#", "~"))
            )
    return files


def _in_folder(folder: str) -> Iterator[Source | Skipped]:
    """Give what lies in a folder. Links are followed once a folder, and for each file that is one itself."""
    last, real = "", b""
    for each in discover(Path(folder)):
        if isinstance(each, Skipped):
            yield each
            continue
        path = os.fspath(each)
        here, _, name = path.rpartition(os.sep)
        if here != last:
            last, real = here, full_path(here or os.sep)
        is_link = not here or os.path.islink(path)  # noqa: PTH114 - files by the hundred thousand
        yield Source(path, full_path(path) if is_link else os.path.join(real, os.fsencode(name)), named=False)  # noqa: PTH118 - as above


def full_path(path: str | Path) -> bytes:
    """Give the full path, links followed, as the system has it."""
    return b"-" if path == STDIN else os.path.realpath(os.fsencode(path))


def shown(path: str) -> str:
    """Give a path as it may be shown on a terminal."""
    return safe_line(os.fsencode(path).decode("utf-8", "replace"))
