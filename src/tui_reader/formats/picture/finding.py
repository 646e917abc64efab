"""Finds a story's pictures: files in its own folder, or members of its book, and nothing else on the machine."""

import os
import posixpath
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from tui_reader.formats.budget import PICTURE_BYTES
from tui_reader.formats.picture.header import HEAD_BYTES, dimensions
from tui_reader.formats.source import read_bytes
from tui_reader.model import InputProblem
from tui_reader.text.address import has_scheme

if TYPE_CHECKING:
    from tui_reader.formats.markup.container import Container

_BOOKS = (b".epub",)
_FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC | os.O_NOFOLLOW
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC | os.O_NOFOLLOW
_DEEPEST = 20


class NoPicture(ValueError):  # noqa: N818 - a property of the source
    """There is no picture to show; the message says why in a few words."""


def sizes(source: bytes, references: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Give the width and height in pixels of a source's pictures, of those that can be shown.

    ``source`` is the full path of the story's file. Reads the head of each file and decodes nothing.
    """
    found: dict[str, tuple[int, int]] = {}
    try:
        book = _book(source)
    except (InputProblem, ValueError):
        return {}
    for reference in dict.fromkeys(references):
        with suppress(OSError, ValueError):
            path = _inside(reference)
            head = book.head(path, HEAD_BYTES) if book else _read(source, path, HEAD_BYTES, whole=False)
            size = dimensions(head)
            if size is not None:
                found[reference] = size
    return found


def picture_bytes(source: bytes, reference: str) -> bytes:
    """Give a picture's file whole; raise ``NoPicture`` where it may not or cannot be read."""
    path = _inside(reference)
    try:
        book = _book(source)
        return book.read(path) if book else _read(source, path, PICTURE_BYTES, whole=True)
    except (InputProblem, OSError, ValueError) as problem:
        raise NoPicture(str(problem)) from problem


def _book(source: bytes) -> "Container | None":
    """Open a source that holds its pictures itself; None where they lie beside it."""
    if not source.lower().endswith(_BOOKS):
        return None
    from tui_reader.formats.markup.container import Container  # takes longer to load than a folder to look through

    return Container(read_bytes(os.fsdecode(source)))


def _inside(reference: str) -> str:
    """Give the path that a reference means; raise ``NoPicture`` where it leads out of the folder or the book."""
    path = posixpath.normpath(reference)
    if (
        not reference
        or has_scheme(reference)
        or "\0" in reference
        or path.startswith(("/", "../"))
        or path in {".", ".."}
    ):
        message = "it does not lie beside the story"
        raise NoPicture(message)
    return path


def _read(source: bytes, path: str, most: int, *, whole: bool) -> bytes:
    """Read a regular file below the story's folder, step by step, so that no link can lead anywhere else."""
    if source == b"-":
        message = "the standard input has no folder"
        raise NoPicture(message)
    *folders, name = path.split("/")
    if len(folders) > _DEEPEST:
        message = "it lies too deep"
        raise NoPicture(message)
    descriptor = os.open(os.path.dirname(source), _FOLDER & ~os.O_NOFOLLOW)  # noqa: PTH120 - bytes
    try:
        for folder in folders:
            below = os.open(folder, _FOLDER, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = below
        # Merely opening a device may act on it, so its kind is asked first, and again of what was really opened.
        _check(os.stat(name, dir_fd=descriptor, follow_symlinks=False))
        file = os.open(name, _FILE, dir_fd=descriptor)
    finally:
        os.close(descriptor)
    with os.fdopen(file, "rb") as opened:
        _check(os.fstat(file))
        data = opened.read(most + whole)
    if len(data) > most:
        message = "it is too large"
        raise NoPicture(message)
    return data


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        message = "it is no regular file"
        raise NoPicture(message)
