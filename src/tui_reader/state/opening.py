"""Opens the file of the reading state, whatever is found in its place."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tui_reader.state.finding import Finding, Seen, look, set_aside
from tui_reader.state.schema import APPLICATION_ID, VERSION, copy_tables, migrate, probe, version_of
from tui_reader.text.sanitise import safe_line

Connect = Callable[..., sqlite3.Connection]

NAME = "reading-state.db"
OPENING_PATIENCE = 0.5
"""Seconds to wait for a lock when the first page is waiting too."""
_DAMAGE = {
    sqlite3.SQLITE_ERROR,  # a statement of ours does not fit the tables
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_TOOBIG,  # a damaged length
}
_ATTEMPTS = 3
DATABASE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What a database may raise; the second where SQLite's complaint quotes damaged bytes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A database to work with."""

    connection: sqlite3.Connection
    path: Path | None
    """The file that is worked on; None in memory."""
    fresh: bool = False
    """Nothing had been kept there before."""
    notice: str = ""
    """What to tell the reader, one line; empty where all is well."""
    final: bool = False
    """In memory to the end: the file must not be tried again."""


class _MisfitError(Exception):
    """What stands there is damaged or not ours, and must make room."""


class _NewerError(Exception):
    """Ours, written by a version that this one does not know."""


def open_database(
    folder: Path | None, connect: Connect = sqlite3.connect, patience: float = OPENING_PATIENCE
) -> Opened:
    """Open the reading state in a folder, made where it is missing; in memory where that cannot be done.

    Never raises. A damaged or foreign file is set aside under a new name; that of a newer version is not touched. A
    lock is waited for ``patience`` seconds.
    """
    if folder is None:
        return _kept_nowhere("no home folder to keep places, marks and notes in: they last until you quit")
    path, notice, reason = folder / NAME, "", "a damaged file is in the way"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for _ in range(_ATTEMPTS):
            seen = look(path, APPLICATION_ID, VERSION)
            try:
                return Opened(
                    _open(path, seen.finding, connect, patience), path, seen.finding is Finding.NOTHING, notice
                )
            except _MisfitError:
                notice = _aside(path, seen) or notice
    except _NewerError:
        return _kept_nowhere("the reading state is a newer version's and is left alone: this session is not kept")
    except (OSError, ValueError, sqlite3.Error) as error:
        reason = reason_of(error)
    notice = safe_line(f"places, marks and notes cannot be kept ({reason}): they last until you quit")
    return Opened(_copy(path, connect), None, notice=notice)


def make_room(folder: Path) -> str:
    """Set a file aside that turned out to be damaged; give the notice, or nothing where that cannot be done."""
    path = folder / NAME
    try:
        return _aside(path, look(path, APPLICATION_ID, VERSION))
    except OSError:
        return ""


def is_damage(error: BaseException) -> bool:
    """Tell whether an error comes from what stands in the file, rather than from the disk or another instance."""
    return isinstance(error, UnicodeDecodeError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def _aside(path: Path, seen: Seen) -> str:
    name = set_aside(path, seen)
    return safe_line(f"the reading state cannot be read: it was set aside as {name}, a new one begun") if name else ""


def in_memory() -> sqlite3.Connection:
    """Make an empty reading state in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.text_factory = _decoded
    migrate(connection)
    return connection


def reason_of(error: Exception) -> str:
    """Give an error's cause as the operating system or SQLite names it."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def _kept_nowhere(notice: str) -> Opened:
    return Opened(in_memory(), None, fresh=True, notice=notice, final=True)


def _open(path: Path, finding: Finding, connect: Connect, patience: float) -> sqlite3.Connection:
    if finding is Finding.NEWER:
        raise _NewerError
    if finding is Finding.UNUSABLE:
        raise _MisfitError
    connection = connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _prepare(connection)
    except BaseException as error:
        connection.close()
        if is_damage(error):
            raise _MisfitError from error
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Check that a database is ours, whole and writable, and bring it up to date."""
    connection.text_factory = _decoded
    _check_owner(connection)
    migrate(connection)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _MisfitError
    probe(connection)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        with suppress(sqlite3.OperationalError):  # another instance is at it, or the file system cannot: no harm
            connection.execute("PRAGMA journal_mode = wal")
    connection.execute("BEGIN IMMEDIATE")  # tells now, not at the first note, that nothing can be written
    connection.execute("ROLLBACK")


def _check_owner(connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        if application or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise _MisfitError
    elif version_of(connection) > VERSION:
        raise _NewerError


def _copy(path: Path, connect: Connect) -> sqlite3.Connection:
    """Copy what can be read of a file that cannot be written into memory; an empty state where nothing can."""
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        memory = in_memory()
        try:
            source = connect(f"file:{quote(os.fsencode(path))}?{mode}", uri=True, timeout=0.1, isolation_level=None)
            try:
                _check_owner(source)
                probe(source)
                copy_tables(source, memory)
            finally:
                source.close()
        except (sqlite3.Error, ValueError, _MisfitError, _NewerError):
            memory.close()
        else:
            return memory
    return in_memory()


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")
