"""Makes the file operations of SQLite fail, tear or end the process, at the one that is asked for.

SQLite offers its system calls for replacement (``sqlite3_vfs.xSetSystemCall``); this takes the writing ones over, in
the very library that Python's sqlite3 module uses.
"""

import _sqlite3
import ctypes
import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

_POINTERS_BEFORE = 12
"""Entries of sqlite3_vfs between pAppData and xCurrentTimeInt64, both left out."""


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("functions", ctypes.c_void_p * _POINTERS_BEFORE),
        ("time", ctypes.c_void_p),
        ("set_call", ctypes.c_void_p),
        ("get_call", ctypes.c_void_p),
        ("next_call", ctypes.c_void_p),
    )


_WRITE = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64, use_errno=True
)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int64, use_errno=True)
_UNLINK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, use_errno=True)
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_int, use_errno=True)


class FaultySystem:
    """The system calls of SQLite, counted; from the moment it is made, for the whole process.

    ``mode`` says what happens at operation ``point`` (from 1): ``exit`` ends the process before it, ``torn`` after half
    a write, ``io`` fails it once, ``full`` fails it and all that follow for want of space.
    """

    def __init__(self, mode: str = "", point: int = 0) -> None:
        self.mode, self.point, self.count = mode, point, 0
        vfs = _vfs()
        self._set = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(vfs.set_call)
        self._get = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(vfs.get_call)
        self._vfs = ctypes.addressof(vfs)
        self._kept: list[object] = [vfs]
        self._replace("pwrite64", _WRITE) or self._replace("pwrite", _WRITE)
        self._replace("ftruncate", _TRUNCATE)
        self._replace("unlink", _UNLINK)
        self._replace("open", _OPEN)

    def _replace(self, name: str, signature: Any) -> bool:
        address = self._get(self._vfs, name.encode())
        if not address:
            return False
        original = signature(address)

        def call(*arguments: Any) -> int:
            return self._call(original, name, arguments)

        replacement = signature(call)
        self._kept += [original, replacement]
        self._set(self._vfs, name.encode(), ctypes.cast(replacement, ctypes.c_void_p))
        return True

    def _call(self, original: Callable[..., int], name: str, arguments: tuple[Any, ...]) -> int:
        self.count += 1
        here = self.count == self.point
        if here and self.mode == "torn" and name.startswith("pwrite"):
            descriptor, data, size, offset = arguments
            original(descriptor, data, size // 2, offset)
        if here and self.mode in {"exit", "torn"}:
            os._exit(9)
        refused = (here and self.mode == "io") or (self.mode == "full" and self.count >= self.point)
        if refused and name != "unlink":
            ctypes.set_errno(errno.EIO if self.mode == "io" else errno.ENOSPC)
            return -1
        return original(*arguments)


def _vfs() -> _Vfs:
    for path in (getattr(_sqlite3, "__file__", None), *_mapped(), None):  # None: the interpreter itself
        try:
            find = ctypes.CDLL(path).sqlite3_vfs_find
        except (OSError, AttributeError):
            continue
        find.restype = ctypes.POINTER(_Vfs)
        vfs: _Vfs = find(None).contents
        return vfs
    msg = "the SQLite library of this Python does not show its functions"
    raise LookupError(msg)


def _mapped() -> list[str]:
    maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    return sorted(set(re.findall(r"(/\S*libsqlite3\S*)", maps)))
