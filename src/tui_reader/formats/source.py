"""Reads a file or the standard input: never waits for a device, never takes more than the budget."""

import errno
import os
import select
import stat
import sys
from functools import cache
from pathlib import Path

from tui_reader.formats.budget import FILE_BYTES, MEBIBYTE
from tui_reader.formats.decode import BinaryData, decode
from tui_reader.model import InputProblem
from tui_reader.text.sanitise import safe_line, safe_text

STDIN = "-"
_PIECE = MEBIBYTE
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
_REASONS = {
    errno.ENOENT: "no such file or folder",
    errno.ENOTDIR: "no such file: a part of the path is not a folder",
    errno.EACCES: "may not be read (check its permissions)",
    errno.EPERM: "may not be read (check its permissions)",
    errno.EISDIR: "is a folder, not a file",
    errno.ELOOP: "is a symbolic link that leads in a circle",
    errno.ENAMETOOLONG: "has a name longer than the system allows",
    errno.EIO: "cannot be read: the disk or device reports an error",
    errno.EAGAIN: "has nothing to read at the moment",
    errno.ENXIO: "is a device without anything behind it",
}


def display_name(path: str | os.PathLike[str]) -> str:
    """Give a path as it may be shown: bytes that are no text and controls replaced, on one line."""
    name = os.fsencode(os.fspath(path)).decode("utf-8", "replace")
    return safe_line(name) or "(no name)"


def why(problem: OSError | ValueError) -> str:
    """Give the reason of a failed file operation in words that say what to do."""
    if not isinstance(problem, OSError):
        return "is not a possible file name"
    return _REASONS.get(problem.errno or 0) or f"cannot be read: {safe_line(problem.strerror or 'unknown error')}"


def kind_of(mode: int) -> str:
    """Say why a file of this mode cannot be read as a story; empty for a regular file."""
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISDIR(mode):
        return "is a folder, not a file"
    if stat.S_ISFIFO(mode):
        return "is a named pipe, not a file (to read it, redirect it to the standard input: shanxi-reader - < PIPE)"
    if stat.S_ISSOCK(mode):
        return "is a socket, not a file"
    return "is a device, not a file"


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Give what a regular file, or ``-`` for the standard input, holds.

    Raises ``InputProblem`` where it cannot be read, is no regular file, or holds more than ``FILE_BYTES``.
    """
    if os.fspath(path) == STDIN:
        return _read_stdin()
    name = display_name(path)
    try:
        # Merely opening a device may act on it, so its kind is asked first, and again of what was really opened.
        if reason := kind_of(os.stat(path).st_mode):  # noqa: PTH116 - the path may be any bytes
            raise InputProblem(name, reason)
        descriptor = os.open(path, _FLAGS)
        try:
            status = os.fstat(descriptor)
            if reason := kind_of(status.st_mode):
                raise InputProblem(name, reason)
            if status.st_size > FILE_BYTES:
                raise _too_large(name)
            return _drain(descriptor, name)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as problem:
        raise InputProblem(name, why(problem)) from problem


def read_text(path: str | os.PathLike[str], *, soft_hyphens: bool = False) -> str:
    """Give the text of a file, decoded and cleaned; raise ``InputProblem`` where there is none."""
    return as_text(read_bytes(path), display_name(path), soft_hyphens=soft_hyphens)


def as_text(data: bytes, name: str, *, soft_hyphens: bool = False, declared: str = "") -> str:
    """Decode and clean a source's bytes; raise ``InputProblem`` under its ``name`` where they are no text.

    ``declared`` is the encoding the source names for itself, which is believed where the bytes do not speak against it.
    """
    try:
        return safe_text(decode(data, declared), soft_hyphens=soft_hyphens)
    except BinaryData as problem:
        raise InputProblem(name, str(problem)) from problem


def stem_of(path: str | os.PathLike[str]) -> str:
    """Give the word that story ids begin with: the file's name without its suffix."""
    path = os.fspath(path)
    if path == STDIN:
        return "stdin"
    name = path.rpartition("/")[2]  # a Path takes longer to make than all else about a small file's name
    if name in {"", ".", ".."}:
        return display_name(Path(path).stem or "story")
    dot = name.rfind(".")
    return display_name(name[:dot] if 0 < dot < len(name) - 1 else name)


@cache
def _read_stdin() -> bytes:
    """Read the standard input to its end; asked again, what was read is given again."""
    if sys.__stdin__ is None:
        raise InputProblem(STDIN, "the standard input is closed")
    try:
        if os.isatty(0):
            raise InputProblem(STDIN, "the standard input is a terminal: pipe a story into it, or name a file")
        if stat.S_ISDIR(os.fstat(0).st_mode):
            raise InputProblem(STDIN, "the standard input is a folder, not a file")
        return _drain(0, STDIN)
    except OSError as problem:
        raise InputProblem(STDIN, why(problem)) from problem


def _drain(descriptor: int, name: str) -> bytes:
    """Read to the end, however large the file claims to be (what the kernel makes up claims to be empty)."""
    pieces: list[bytes] = []
    size = 0
    while True:
        try:
            piece = os.read(descriptor, _PIECE)
        except BlockingIOError:
            if name != STDIN:
                raise
            select.select([descriptor], [], [])
            continue
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > FILE_BYTES:
            raise _too_large(name)


def _too_large(name: str) -> InputProblem:
    return InputProblem(name, f"is larger than {FILE_BYTES // MEBIBYTE} MB, the most that is read (split it)")
