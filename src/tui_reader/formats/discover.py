"""Finds the story files in a folder, of any size and however it is knotted."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui_reader.formats.registry import suffixes
from tui_reader.formats.source import display_name, kind_of, why

_DIGITS = re.compile(r"([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that looked like a story or a folder of stories, and could not be read."""

    source: str
    """Its path, cleaned for display."""
    why: str
    """The reason, in one line."""
    partly: bool = False
    """It was read, but not all of it as it was meant; ``why`` says what not."""

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.source}: {self.why}" if self.partly else f"{self.source}: skipped: {self.why}"


@dataclass(frozen=True, slots=True)
class _Listing:
    """What one folder holds, each part in natural order."""

    files: list[str]
    folders: list[str]
    skipped: list[Skipped]


def discover(folder: Path) -> Iterator[Path | Skipped]:
    """Give the story files under a folder: in natural order, each folder's files before its subfolders'.

    Hidden and backup names are left out; every file and folder is met once, whatever links lead to it. What cannot be
    read is given as ``Skipped`` in its place. Holds the names of a folder at a time, so that any number is fine.
    """
    known = suffixes()
    seen: set[tuple[int, int]] = set()
    pending = [str(folder)]
    while pending:
        here = pending.pop()
        try:
            status = os.stat(here)  # noqa: PTH116 - the path may be any bytes
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            listing = _list(here, status.st_dev, known, seen)
        except OSError as problem:
            yield Skipped(display_name(here), why(problem))
            continue
        yield from listing.skipped
        for name in listing.files:
            yield Path(here, name)
        pending.extend(os.path.join(here, name) for name in reversed(listing.folders))  # noqa: PTH118 - as above


def natural_order(name: str) -> tuple[tuple[int, int, str], ...]:
    """Give a sort key under which ``page 9`` stands before ``page 10``, capitals beside small letters."""
    return tuple(
        (0, int(part), part) if part[:1].isascii() and part.isdigit() else (1, 0, part)
        for part in _DIGITS.split(name.casefold())
        if part
    )


def _list(folder: str, device: int, known: frozenset[str], seen: set[tuple[int, int]]) -> _Listing:
    listing = _Listing([], [], [])
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith((".", "#", "~")) or name.endswith("~"):
                continue
            is_story = os.path.splitext(name)[1].lower() in known  # noqa: PTH122 - names by the hundred thousand
            try:
                if not is_story and not entry.is_symlink() and not entry.is_dir(follow_symlinks=False):
                    continue
                _place(entry, listing, device, seen, is_story=is_story)
            except OSError as problem:
                if is_story:
                    listing.skipped.append(Skipped(display_name(entry.path), why(problem)))
    # by stem first: a page's later stories, river-2.md, stand after river.md
    listing.files.sort(key=lambda name: (natural_order(os.path.splitext(name)[0]), name))  # noqa: PTH122 - a bare name
    listing.folders.sort(key=natural_order)
    listing.skipped.sort(key=lambda skipped: natural_order(skipped.source))
    return listing


def _place(
    entry: os.DirEntry[str], listing: _Listing, device: int, seen: set[tuple[int, int]], *, is_story: bool
) -> None:
    """Put an entry where it belongs. Only links and odd entries cost a call to the system."""
    if entry.is_dir(follow_symlinks=False):
        listing.folders.append(entry.name)
        return
    if entry.is_file(follow_symlinks=False):
        identity = (device, entry.inode())
    else:
        status = entry.stat()
        if stat.S_ISDIR(status.st_mode):
            listing.folders.append(entry.name)
            return
        if not is_story:
            return
        if reason := kind_of(status.st_mode):
            listing.skipped.append(Skipped(display_name(entry.path), reason))
            return
        identity = (status.st_dev, status.st_ino)
    if identity not in seen:
        seen.add(identity)
        listing.files.append(entry.name)
