"""Keeps the reading state on disk as long as the disk allows, in memory after that; nobody above sees SQL errors."""

import sqlite3
import threading
import time
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tui_reader.state.finding import identity_of
from tui_reader.state.opening import DATABASE_ERRORS, Connect, in_memory, is_damage, make_room, open_database, reason_of
from tui_reader.state.schema import copy_tables
from tui_reader.text.sanitise import safe_line

Write = Callable[[sqlite3.Connection], object]
"""Statements that bring one change about; run again on another copy they come to the same."""
Answer = TypeVar("Answer")

PATIENCE = 3.0
"""Seconds to wait for another instance's lock when a mark or note is kept."""
SHORT_PATIENCE = 0.2
"""Seconds to wait when only places are kept."""
SAVE_EVERY = 1.0
"""Seconds between two savings of places while they change."""
RETRY_EVERY = 30.0
"""Seconds between two attempts to get back to a disk that refused."""
RETRY_PATIENCE = 0.05
"""Seconds to wait for a lock in such an attempt, while the reader waits for the page."""


class Store:
    """One database, on disk or in memory, with the changes that are not on disk yet. May be used from any thread."""

    def __init__(
        self,
        folder: Path | None,
        connect: Connect = sqlite3.connect,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._lock = threading.RLock()
        self._folder, self._connect, self._clock = folder, connect, clock
        self._waiting: dict[Hashable, Write] = {}
        """Changes to be made."""
        self._unkept: dict[Hashable, Write] = {}
        """Changes made in memory only."""
        self.notices: list[str] = []
        """What the reader should be told, one line each, oldest first."""
        opened = open_database(folder, connect)
        self._connection, self._path, self._final = opened.connection, opened.path, opened.final
        self._identity = identity_of(self._path) if self._path else None
        self._open = True
        self._saved_at = self._tried_at = clock()
        self._notice(opened.notice)

    def later(self, key: Hashable, write: Write) -> None:
        """Take a change that may be lost if the program is killed within a second; it replaces the last of its key."""
        with self._lock:
            self._waiting.pop(key, None)
            self._waiting[key] = write
            if self._clock() - self._saved_at >= SAVE_EVERY:
                self._save(SHORT_PATIENCE, durable=False)

    def now(self, key: Hashable, write: Write, *, durable: bool = True) -> bool:
        """Make a change that is on disk when this returns true; false where it lasts only until the reader quits.

        If not ``durable``, it outlives the program's end, but perhaps not the machine's.
        """
        with self._lock:
            self._waiting.pop(key, None)
            self._waiting[key] = write
            return self._save(PATIENCE, durable=durable)

    def flush(self) -> bool:
        """Bring what is waiting to disk; tell whether it is there."""
        with self._lock:
            return self._save(SHORT_PATIENCE, durable=False)

    def read(self, query: Callable[[sqlite3.Connection], Answer], default: Answer) -> Answer:
        """Ask for what is kept, all changes so far among it; the default where nothing can be read."""
        with self._lock:
            if self._waiting:
                self._save(SHORT_PATIENCE, durable=False)
            for _ in range(2):
                try:
                    return query(self._connection)
                except DATABASE_ERRORS as error:
                    if not self._open or self._path is None:
                        break
                    self._fail(error)
            return default

    def close(self) -> bool:
        """Keep everything, if need be in a last attempt, and let go of the file; tell whether all is on disk."""
        with self._lock:
            if not self._open:
                return not self._unkept
            kept = self._save(PATIENCE, durable=True) or self._return_to_disk("", PATIENCE)
            self._open = False
            with suppress(*DATABASE_ERRORS):
                self._connection.close()
            return kept

    def _save(self, patience: float, *, durable: bool) -> bool:
        """Make the waiting changes; tell whether they are on disk."""
        if not self._open:
            return False
        self._saved_at = self._clock()
        if self._path is not None and identity_of(self._path) != self._identity:
            self._leave_disk()
            return self._return_to_disk("the reading state was taken away: it was written anew")
        if self._path is not None and self._waiting:
            try:
                self._connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
                self._connection.execute(f"PRAGMA synchronous = {'full' if durable else 'normal'}")
                _make(self._connection, self._waiting.values())
            except DATABASE_ERRORS as error:
                self._fail(error)
            else:
                self._waiting.clear()
        if self._path is not None:
            return True
        self._change_memory()
        return self._clock() - self._tried_at >= RETRY_EVERY and self._return_to_disk()

    def _fail(self, error: Exception) -> None:
        """Go on in memory after an error, or in a new file if the old one turned out to be damaged."""
        self._leave_disk()
        notice = make_room(self._folder) if self._folder and is_damage(error) else ""
        if not notice or not self._return_to_disk(notice):
            self._notice(f"places, marks and notes cannot be kept now ({reason_of(error)}): they last until you quit")

    def _leave_disk(self) -> None:
        """Go on in memory, with a copy of what can be read."""
        memory = in_memory()
        with suppress(*DATABASE_ERRORS):
            copy_tables(self._connection, memory)
        with suppress(*DATABASE_ERRORS):
            self._connection.close()
        self._connection, self._path, self._identity = memory, None, None
        self._tried_at = self._clock()
        self._change_memory()

    def _change_memory(self) -> None:
        """Make the waiting changes in memory, and remember them for the disk."""
        for key, write in self._waiting.items():
            self._unkept.pop(key, None)
            self._unkept[key] = write
        with suppress(*DATABASE_ERRORS):
            _make(self._connection, self._waiting.values())
        self._waiting.clear()

    def _return_to_disk(
        self, notice: str = "places, marks and notes are kept again", patience: float = RETRY_PATIENCE
    ) -> bool:
        """Try to bring everything to disk that was kept in memory only, and say so."""
        if self._final:
            return False
        self._tried_at = self._clock()
        opened = open_database(self._folder, self._connect, patience)
        self._final = opened.final
        if opened.path is not None:
            memory = self._connection
            try:
                whole = [lambda disk: copy_tables(memory, disk)] if opened.fresh else []
                _make(opened.connection, [*whole, *self._unkept.values()])
            except DATABASE_ERRORS:
                pass
            else:
                memory.close()
                self._unkept.clear()
                self._connection, self._path, self._identity = opened.connection, opened.path, identity_of(opened.path)
                self._notice(opened.notice or notice)
                return True
        opened.connection.close()
        return False

    def _notice(self, notice: str) -> None:
        if notice and notice not in self.notices:
            self.notices.append(safe_line(notice))


def _make(connection: sqlite3.Connection, writes: Iterable[Write]) -> None:
    """Make changes in one transaction: all or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for write in writes:
            write(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with suppress(*DATABASE_ERRORS):
                connection.execute("ROLLBACK")
        raise
