"""Looks at the file of the reading state from outside, and moves what does not fit out of the way."""

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database; they belong to one file only and move with it."""
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
AWAIT_OTHER = 0.02
"""Seconds given to another instance that is setting the file aside."""


class Finding(Enum):
    """What stands where the file should be, as far as its first bytes tell."""

    NOTHING = auto()
    OURS = auto()
    UNUSABLE = auto()
    NEWER = auto()


@dataclass(frozen=True, slots=True)
class Seen:
    """A look at the file."""

    finding: Finding
    identity: tuple[int, int] | None
    """Device and inode; None where there was no file."""


def look(path: Path, application_id: int, version: int) -> Seen:
    """Tell what stands at a path from its first bytes, so that SQLite never touches what is not ours."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except FileNotFoundError:
        return Seen(Finding.UNUSABLE if _size(path, "-wal") else Finding.NOTHING, None)
    try:
        status = os.fstat(descriptor)
        regular = stat.S_ISREG(status.st_mode)
        header = os.read(descriptor, _HEADER) if regular else b""
    finally:
        os.close(descriptor)
    finding = _judge(header, path, application_id, version) if regular else Finding.UNUSABLE
    if finding is Finding.OURS and _cut_short(header, path):
        finding = Finding.UNUSABLE
    return Seen(finding, (status.st_dev, status.st_ino))


def identity_of(path: Path) -> tuple[int, int] | None:
    """Give the device and inode of what stands at a path, by which it is known not to have been replaced."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def set_aside(path: Path, seen: Seen) -> str:
    """Rename a file and its companions to names not taken; give the file's new name.

    Empty where another instance was quicker. Raises OSError where it cannot be done.
    """
    with _alone(path.parent) as alone:
        if not alone:
            time.sleep(AWAIT_OTHER)
            return ""
        if identity_of(path) != seen.identity:
            return ""
        name = _free_name(path)
        # The companions first: left behind, they would be played into the new database.
        for suffix in (*COMPANIONS, ""):
            if os.path.lexists(f"{path}{suffix}"):
                Path(f"{path}{suffix}").rename(f"{path.with_name(name)}{suffix}")
    return name


def _judge(header: bytes, path: Path, application_id: int, version: int) -> Finding:
    if not header:
        # A write-ahead log without its database must not be played into a new one.
        return Finding.UNUSABLE if _size(path, "-wal") else Finding.NOTHING
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        # With a journal beside it the file was cut off while it was made, which SQLite puts right.
        return Finding.OURS if _size(path, "-journal") else Finding.UNUSABLE
    application = int.from_bytes(header[68:72], "big")
    if application == application_id and int.from_bytes(header[60:64], "big") > version:
        return Finding.NEWER
    return Finding.OURS if application in (0, application_id) else Finding.UNUSABLE


def _cut_short(header: bytes, path: Path) -> bool:
    """Tell whether pages are missing at the end, which SQLite would read as empty.

    While there is a log or journal the header may run ahead of the pages, and they are put right from there.
    """
    page, count = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
    if _size(path, "-wal") or _size(path, "-journal"):
        return False
    return _size(path, "") < (65536 if page == 1 else page) * count


def _size(path: Path, suffix: str) -> int:
    try:
        return Path(f"{path}{suffix}").stat().st_size
    except OSError:
        return 0


def _free_name(path: Path) -> str:
    number = 1
    while True:
        name = f"{path.stem}.set-aside-{number}{path.suffix}"
        if not any(os.path.lexists(f"{path.with_name(name)}{suffix}") for suffix in (*COMPANIONS, "")):
            return name
        number += 1


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Hold the folder against other instances that set aside; false where one holds it now."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            alone = True
        except BlockingIOError:
            alone = False
        yield alone
    finally:
        os.close(descriptor)
