"""Reads notes back."""

import sqlite3

from tui_reader.model import Span
from tui_reader.state.place import Remembered, find_again
from tui_reader.state.reading import Note
from tui_reader.state.rows import find_story
from tui_reader.state.story import StoryKey

_SELECT = (
    "SELECT note.id, source, number, start, start_before, start_after, length, quote, text, created"
    " FROM note JOIN story ON story.id = story WHERE "
)
_Row = tuple[int, bytes, int, int, str, str, int, str, str, str]


def notes_of(connection: sqlite3.Connection, story: StoryKey, text: str) -> tuple[Note, ...]:
    """Give a story's notes where they stand in its present text."""
    row = find_story(connection, story)
    if row is None:
        return ()
    rows: list[_Row] = connection.execute(f"{_SELECT} story = ? ORDER BY start, note.id", (row.id,)).fetchall()
    return tuple(sorted((_placed(note, text) for note in rows), key=lambda note: (note.span, note.id)))


def notes_after(connection: sqlite3.Connection, after: int, limit: int) -> tuple[Note, ...]:
    """Give at most ``limit`` notes of all stories with ids over ``after``, as they were kept."""
    rows = connection.execute(f"{_SELECT} note.id > ? ORDER BY note.id LIMIT ?", (after, limit))
    return tuple(
        Note(id_, source, number, Span(start, start + length), quote, text, created)
        for id_, source, number, start, _, _, length, quote, text, created in rows
    )


def _placed(row: _Row, text: str) -> Note:
    id_, source, number, start, before, after, length, quote, words, created = row
    found = find_again(text, Remembered(start, before, after))
    if found is None:
        end = min(start + length, len(text))
        return Note(id_, source, number, Span(min(start, end), end), quote, words, created, lost=True)
    if text.startswith(quote, found):
        return Note(id_, source, number, Span(found, found + len(quote)), quote, words, created)
    last = find_again(text, Remembered(found + len(quote), quote[-80:], ""))
    end = last if last is not None and found < last <= found + 2 * length + 80 else min(found + length, len(text))
    return Note(id_, source, number, Span(found, end), quote, words, created)
