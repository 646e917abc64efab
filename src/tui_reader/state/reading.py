"""What the front end may ask of the reading state, and tell it."""

import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tui_reader.model import Span
from tui_reader.state.place import Remembered, find_again, remember
from tui_reader.state.rows import find_story, keep_story
from tui_reader.state.story import StoryKey
from tui_reader.text.sanitise import safe_line, safe_text

if TYPE_CHECKING:
    import sqlite3

    from tui_reader.state.store import Store

Choice = bool | int | float | str
"""What a key may choose: a width, a theme's name, whether the sidebar shows."""

QUERIES_KEPT = 1000
QUERY_LENGTH = 1000
NOTE_LENGTH = 100_000
EVERY_ARCHIVE = b""
"""The archive of capital marks, which are the same everywhere."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A letter set on a place."""

    letter: str
    source: bytes
    """The file of its story."""
    number: int
    """Which story of that file, from 1."""
    place: Remembered
    """To be found in the story's text by `find_again`."""


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's words on a span of a story."""

    id: int
    source: bytes
    """The file of its story."""
    number: int
    """Which story of that file, from 1."""
    span: Span
    """Where it stands now; where it last stood if it is lost."""
    quote: str
    """The span's text when the note was made."""
    text: str
    created: str
    """ISO 8601, UTC."""
    lost: bool = False
    """The words it stood on are no longer in the story."""


class ReadingState:
    """The reader's places, marks, notes and choices. Nothing here raises for the disk's sake; see ``notices``."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    @classmethod
    def open(
        cls,
        folder: Path | None,
        *,
        connect: "Callable[..., sqlite3.Connection] | None" = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> Self:
        """Open what is kept in a folder (made where it is missing); with None, for this session only.

        ``connect`` and ``clock`` stand in for SQLite's and the system's in tests of faults.
        """
        import sqlite3

        from tui_reader.state.store import Store

        return cls(Store(folder, connect or sqlite3.connect, clock))

    @property
    def notices(self) -> tuple[str, ...]:
        """What the reader should be told about what is not kept, one line each; grows while he reads."""
        return tuple(self._store.notices)

    def flush(self) -> bool:
        """Bring the places that are waiting to disk; tell whether all is there. For when the reader rests."""
        return self._store.flush()

    def close(self) -> bool:
        """Keep everything and let go of the file; tell whether all is on disk."""
        return self._store.close()

    def place(self, story: StoryKey, text: str) -> int | None:
        """Give where the reader stopped in a story, as an offset into its present text; None where he never was.

        Where the words around the place are gone, the old offset, within the text.
        """
        row = self._store.read(lambda db: _story_place(db, story), None)
        if row is None:
            return None
        digest, remembered = row
        if story.digest and digest == story.digest:
            return min(max(remembered.offset, 0), len(text))
        found = find_again(text, remembered)
        return min(max(remembered.offset, 0), len(text)) if found is None else found

    def keep_place(self, story: StoryKey, offset: int, text: str) -> None:
        """Take down where the reader is. Cheap; on disk within a second of further calls, at `flush` and `close`."""
        at = remember(text, offset)

        def write(db: "sqlite3.Connection") -> None:
            db.execute(
                "UPDATE story SET place = ?, place_before = ?, place_after = ?, changed = ? WHERE id = ?",
                (at.offset, at.before, at.after, time.time_ns(), keep_story(db, story)),
            )

        self._store.later(("place", story), write)

    def is_read(self, story: StoryKey) -> bool:
        """Tell whether the reader has been through a story."""

        def query(db: "sqlite3.Connection") -> bool:
            row = find_story(db, story)
            return row is not None and bool(db.execute("SELECT read FROM story WHERE id = ?", (row.id,)).fetchone()[0])

        return self._store.read(query, default=False)

    def set_read(self, story: StoryKey, *, read: bool = True) -> bool:
        """Mark a story as read or unread; true when that is on disk."""

        def write(db: "sqlite3.Connection") -> None:
            db.execute("UPDATE story SET read = ? WHERE id = ?", (read, keep_story(db, story)))

        return self._store.now(("read", story), write, durable=False)

    def read_among(self, stories: Sequence[tuple[bytes, int]]) -> frozenset[tuple[bytes, int]]:
        """Tell which stories are marked read, by source and number: for a list whose texts are not at hand."""

        def query(db: "sqlite3.Connection") -> frozenset[tuple[bytes, int]]:
            statement = "SELECT 1 FROM story WHERE source = ? AND number = ? AND read LIMIT 1"
            return frozenset(story for story in stories if db.execute(statement, story).fetchone())

        return self._store.read(query, frozenset())

    def set_mark(self, archive: bytes, letter: str, story: StoryKey, offset: int, text: str) -> bool:
        """Set a letter on a place; true when that is on disk. A capital is the same mark in every archive."""
        at = remember(text, offset)
        scope = EVERY_ARCHIVE if letter.isupper() else archive

        def write(db: "sqlite3.Connection") -> None:
            db.execute(
                "REPLACE INTO mark VALUES (?, ?, ?, ?, ?, ?)",
                (scope, letter, keep_story(db, story), at.offset, at.before, at.after),
            )

        return self._store.now(("mark", scope, letter), write)

    def remove_mark(self, archive: bytes, letter: str) -> bool:
        """Take a letter away; true when that is on disk."""
        scope = EVERY_ARCHIVE if letter.isupper() else archive
        statement = "DELETE FROM mark WHERE archive = ? AND letter = ?"
        return self._store.now(("mark", scope, letter), lambda db: db.execute(statement, (scope, letter)))

    def marks(self, archive: bytes) -> tuple[Mark, ...]:
        """Give an archive's marks and those of every archive, by letter."""
        statement = (
            "SELECT letter, source, number, mark.place, mark.place_before, mark.place_after"
            " FROM mark JOIN story ON story.id = story WHERE archive IN (?, ?) ORDER BY letter"
        )

        def query(db: "sqlite3.Connection") -> tuple[Mark, ...]:
            rows = db.execute(statement, (archive, EVERY_ARCHIVE))
            return tuple(Mark(letter, source, number, Remembered(*at)) for letter, source, number, *at in rows)

        return self._store.read(query, ())

    def add_note(self, story: StoryKey, span: Span, words: str, text: str) -> Note:
        """Put a note on a span of a story's text. It is on disk unless ``notices`` says otherwise."""
        at = remember(text, span.start)
        note = Note(
            int.from_bytes(os.urandom(7), "big"),
            story.source,
            story.number,
            Span(at.offset, max(at.offset, min(span.end, len(text)))),
            text[at.offset : span.end][:NOTE_LENGTH],
            safe_text(words)[:NOTE_LENGTH],
            time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        )
        length = note.span.end - note.span.start

        def write(db: "sqlite3.Connection") -> None:
            db.execute(
                "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    note.id, keep_story(db, story), at.offset, at.before, at.after,
                    length, note.quote, note.text, note.created,
                ),
            )  # fmt: skip

        self._store.now(("note", note.id), write)
        return note

    def change_note(self, note: int, words: str) -> bool:
        """Give a note other words; true when that is on disk."""
        values = (safe_text(words)[:NOTE_LENGTH], note)
        return self._store.now(
            ("note words", note), lambda db: db.execute("UPDATE note SET text = ? WHERE id = ?", values)
        )

    def remove_note(self, note: int) -> bool:
        """Take a note away; true when that is on disk."""
        return self._store.now(("note words", note), lambda db: db.execute("DELETE FROM note WHERE id = ?", (note,)))

    def notes(self, story: StoryKey, text: str) -> tuple[Note, ...]:
        """Give a story's notes, found again in its present text, in reading order."""
        from tui_reader.state.notes import notes_of

        return self._store.read(lambda db: notes_of(db, story, text), ())

    def all_notes(self, limit: int = 1000, after: int = 0) -> tuple[Note, ...]:
        """Give notes of all stories as they were kept, by id, for export; go on with the last id as ``after``."""
        from tui_reader.state.notes import notes_after

        return self._store.read(lambda db: notes_after(db, after, limit), ())

    def keep_query(self, query: str) -> None:
        """Put a query at the head of the history."""
        query = safe_line(query)[:QUERY_LENGTH]
        asked = time.time_ns()

        def write(db: "sqlite3.Connection") -> None:
            db.execute("REPLACE INTO query (text, asked) VALUES (?, ?)", (query, asked))
            kept = "SELECT asked FROM query ORDER BY asked DESC LIMIT 1 OFFSET ?"
            db.execute(f"DELETE FROM query WHERE asked < ({kept})", (QUERIES_KEPT - 1,))  # noqa: S608 - our own text

        if query:
            self._store.now(("query", query), write, durable=False)

    def history(self, limit: int = 100) -> tuple[str, ...]:
        """Give the queries asked before, the newest first, each once."""
        statement = "SELECT text FROM query ORDER BY asked DESC LIMIT ?"
        return self._store.read(lambda db: tuple(text for (text,) in db.execute(statement, (limit,))), ())

    def keep_last(self, archive: bytes, story: StoryKey) -> None:
        """Take down which story of an archive is open."""
        statement = "REPLACE INTO last_story (archive, story) VALUES (?, ?)"
        self._store.later(("last", archive), lambda db: db.execute(statement, (archive, keep_story(db, story))))

    def last(self, archive: bytes) -> tuple[bytes, int] | None:
        """Give the source and number of the story last open in an archive; None where none was."""
        statement = "SELECT source, number FROM last_story JOIN story ON story.id = story WHERE archive = ?"
        found: tuple[bytes, int] | None = self._store.read(
            lambda db: db.execute(statement, (archive,)).fetchone(), None
        )
        return found

    def choose(self, name: str, value: Choice) -> None:
        """Keep what a key has chosen, such as the measure, for the next time."""
        statement, values = "REPLACE INTO choice (name, value) VALUES (?, ?)", (name, json.dumps(value))
        self._store.later(("choice", name), lambda db: db.execute(statement, values))

    def choices(self) -> dict[str, Choice]:
        """Give everything that keys have chosen, by name; a value has the type it was given."""
        statement = "SELECT name, value FROM choice"
        rows: list[tuple[str, str]] = self._store.read(lambda db: db.execute(statement).fetchall(), [])
        found = ((name, _choice(value)) for name, value in rows)
        return {name: value for name, value in found if value is not None}


def _choice(value: str) -> Choice | None:
    """Read a choice; None where the file was tampered with."""
    try:
        choice = json.loads(value)
    except (TypeError, ValueError, RecursionError):
        return None
    if isinstance(choice, str):
        return safe_line(choice)
    return choice if isinstance(choice, bool | int | float) else None


def _story_place(db: "sqlite3.Connection", story: StoryKey) -> tuple[bytes, Remembered] | None:
    row = find_story(db, story)
    if row is None:
        return None
    statement = "SELECT place, place_before, place_after FROM story WHERE id = ? AND place IS NOT NULL"
    at = db.execute(statement, (row.id,)).fetchone()
    return (row.digest, Remembered(*at)) if at else None
