"""Reads members of a zip archive in memory, within the budget; nothing is ever extracted."""

import io
import zipfile
import zlib

from tui_reader.formats.budget import ARCHIVE_BYTES, ARCHIVE_ENTRIES, MEBIBYTE, MEMBER_BYTES

_ENTRY_MARK = b"PK\x01\x02"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED = 0x1


class BadContainer(ValueError):  # noqa: N818 - a property of the source
    """The archive, or one of its members, cannot be read; the message says why in a few words."""


class Container:
    """An archive's members by name. Sizes that the archive declares are never trusted."""

    def __init__(self, data: bytes) -> None:
        """Open an archive; raise ``BadContainer`` where it is none, damaged, or has too many entries."""
        if data.count(_ENTRY_MARK) > ARCHIVE_ENTRIES:  # before every entry is made an object
            message = f"the archive has more than {ARCHIVE_ENTRIES:,} entries"
            raise BadContainer(message)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAILURES as problem:
            message = "the archive is damaged or is none"
            raise BadContainer(message) from problem
        self._entries = {info.filename: info for info in self._zip.infolist()}
        self._left = ARCHIVE_BYTES

    def read(self, name: str) -> bytes:
        """Give what a member holds; raise ``BadContainer`` where there is none, or it is more than the budget."""
        info = self._member(name)
        most = min(MEMBER_BYTES, self._left)
        data = self._inflated(info, most + 1)
        self._left -= min(len(data), most)
        if len(data) > most:
            message = (
                f"a part is larger than {MEMBER_BYTES // MEBIBYTE} MB"
                if most == MEMBER_BYTES
                else f"its parts are together larger than {ARCHIVE_BYTES // MEBIBYTE} MB"
            )
            raise BadContainer(message)
        return data

    def head(self, name: str, size: int) -> bytes:
        """Give the first bytes of what a member holds; raise ``BadContainer`` where there is none."""
        data = self._inflated(self._member(name), min(size, self._left))
        self._left -= len(data)
        return data

    def _member(self, name: str) -> zipfile.ZipInfo:
        """Give the entry of a member; raise ``BadContainer`` where it is none that can be read."""
        info = self._entries.get(name)
        if info is None:
            message = "a part is missing"
            raise BadContainer(message)
        if info.flag_bits & _ENCRYPTED:
            message = "a part is encrypted"
            raise BadContainer(message)
        if info.compress_type not in _METHODS:
            message = "a part is compressed in an unknown way"
            raise BadContainer(message)
        return info

    def _inflated(self, info: zipfile.ZipInfo, most: int) -> bytes:
        try:
            with self._zip.open(info) as member:
                return member.read(most)
        except _FAILURES as problem:
            message = "a part is damaged"
            raise BadContainer(message) from problem


_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)
