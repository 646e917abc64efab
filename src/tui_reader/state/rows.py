"""Finds and keeps the row of a story."""

import os
import time
from typing import TYPE_CHECKING, NamedTuple

from tui_reader.state.story import StoryKey, alike

if TYPE_CHECKING:
    import sqlite3

STANDARD_INPUT = b"-"
_SIBLINGS = 500
"""How many stories of one source are compared with one whose number and text have both changed."""


class StoryRow(NamedTuple):
    """What identifies a kept story."""

    id: int
    source: bytes
    number: int
    digest: bytes
    sketch: bytes

    def matches(self, key: StoryKey) -> bool:
        """Tell whether nothing has changed since."""
        return (self.source, self.number, self.digest, self.sketch) == (key.source, key.number, key.digest, key.sketch)


_SELECT = "SELECT id, source, number, digest, sketch FROM story WHERE "


def find_story(connection: "sqlite3.Connection", key: StoryKey) -> StoryRow | None:
    """Find a story that was kept before, though its text was edited, its number or even its file's name changed.

    A story that merely took another's place in a file is not mistaken for it.
    """
    numbered = _rows(connection, "source = ? AND number = ? ORDER BY changed DESC", key.source, key.number)
    for row in numbered:
        if row.digest == key.digest and row.sketch == key.sketch:
            return row
    if key.digest:
        for row in _rows(connection, "source = ? AND digest = ?", key.source, key.digest):
            return row
    for row in numbered:
        if alike(row.sketch, key.sketch):
            return row
    if not key.digest:
        return None
    where = f"source = ? AND digest <> x'' ORDER BY abs(number - ?) LIMIT {_SIBLINGS}"
    for row in _rows(connection, where, key.source, key.number):
        if alike(row.sketch, key.sketch):
            return row
    for row in _rows(connection, "digest = ? ORDER BY changed DESC LIMIT 10", key.digest):
        if row.source == key.source == STANDARD_INPUT or _moved(row.source, key.source):
            return row
    return None


def keep_story(connection: "sqlite3.Connection", key: StoryKey) -> int:
    """Give the id of a story's row, made or brought up to date as needed."""
    row = find_story(connection, key)
    values = (key.source, key.number, key.digest, key.sketch, time.time_ns())
    if row is None:
        cursor = connection.execute(
            "INSERT INTO story (source, number, digest, sketch, changed) VALUES (?, ?, ?, ?, ?)", values
        )
        return int(cursor.lastrowid or 0)
    if not row.matches(key):
        connection.execute(
            "UPDATE story SET source = ?, number = ?, digest = ?, sketch = ?, changed = ? WHERE id = ?",
            (*values, row.id),
        )
    return row.id


def _moved(old: bytes, new: bytes) -> bool:
    """Tell whether a file was renamed rather than copied."""
    return os.path.lexists(new) and not os.path.lexists(old)


def _rows(connection: "sqlite3.Connection", where: str, *values: bytes | int) -> list[StoryRow]:
    return [StoryRow(*row) for row in connection.execute(_SELECT + where, values)]
