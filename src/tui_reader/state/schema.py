"""The tables of the reading state, as ordered migrations: what was once released is never changed, only added to."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x73687872
"""Marks the file as ours."""


def _typed(name: str, kind: str, *, optional: bool = False) -> str:
    """Declare a column that holds one type only, and whose check finds damage that left the page readable."""
    kinds = f"'{kind}', 'null'" if optional else f"'{kind}'"
    return f"{name} {kind.upper()} CHECK (typeof({name}) IN ({kinds}))"


MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"""CREATE TABLE story (
            id INTEGER PRIMARY KEY,
            {_typed("source", "blob")},
            {_typed("number", "integer")},
            {_typed("digest", "blob")},
            {_typed("sketch", "blob")},
            {_typed("place", "integer", optional=True)},
            {_typed("place_before", "text", optional=True)},
            {_typed("place_after", "text", optional=True)},
            read INTEGER NOT NULL DEFAULT 0,
            {_typed("changed", "integer")}
        )""",
        "CREATE INDEX story_source ON story (source, number)",
        "CREATE INDEX story_digest ON story (digest)",
        f"""CREATE TABLE mark (
            {_typed("archive", "blob")},
            {_typed("letter", "text")},
            story INTEGER NOT NULL REFERENCES story,
            {_typed("place", "integer")},
            {_typed("place_before", "text")},
            {_typed("place_after", "text")},
            PRIMARY KEY (archive, letter)
        ) WITHOUT ROWID""",
        f"""CREATE TABLE note (
            id INTEGER PRIMARY KEY,
            story INTEGER NOT NULL REFERENCES story,
            {_typed("start", "integer")},
            {_typed("start_before", "text")},
            {_typed("start_after", "text")},
            {_typed("length", "integer")},
            {_typed("quote", "text")},
            {_typed("text", "text")},
            {_typed("created", "text")}
        )""",
        "CREATE INDEX note_story ON note (story, start)",
        f"CREATE TABLE query ({_typed('text', 'text')} PRIMARY KEY, asked INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE INDEX query_asked ON query (asked)",
        "CREATE TABLE last_story (archive BLOB PRIMARY KEY, story INTEGER NOT NULL REFERENCES story) WITHOUT ROWID",
        f"CREATE TABLE choice ({_typed('name', 'text')} PRIMARY KEY, {_typed('value', 'text')}) WITHOUT ROWID",
    ),
)
VERSION = len(MIGRATIONS)
"""The version this program writes; ``user_version`` holds it in the file."""

_COLUMNS = {
    "story": ("id", "source", "number", "digest", "sketch", "place", "place_before", "place_after", "read", "changed"),
    "mark": ("archive", "letter", "story", "place", "place_before", "place_after"),
    "note": ("id", "story", "start", "start_before", "start_after", "length", "quote", "text", "created"),
    "query": ("text", "asked"),
    "last_story": ("archive", "story"),
    "choice": ("name", "value"),
}
"""Every table with its columns, as of `VERSION`."""


def migrate(connection: "sqlite3.Connection") -> None:
    """Bring a database up to `VERSION`, in one transaction; of two at once, the second finds the work done."""
    if version_of(connection) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for migration in MIGRATIONS[version_of(connection) :]:
                for statement in migration:
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def probe(connection: "sqlite3.Connection") -> None:
    """Raise sqlite3.OperationalError where a table or column is missing."""
    for table, columns in _COLUMNS.items():
        connection.execute(f"SELECT {', '.join(columns)} FROM {table} LIMIT 0")  # noqa: S608 - our own names


def copy_tables(source: "sqlite3.Connection", target: "sqlite3.Connection") -> None:
    """Copy everything that can be read into a database that holds nothing yet; raises the last error, if any.

    By rows rather than pages: SQLite's own backup waits for a lock without end.
    """
    failed = None
    for table, columns in _COLUMNS.items():
        names, values = ", ".join(columns), ", ".join("?" * len(columns))
        insert = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({values})"  # noqa: S608 - our own names
        try:
            for row in source.execute(f"SELECT {names} FROM {table}"):  # noqa: S608 - our own names
                target.execute(insert, row)
        except (target.Error, UnicodeDecodeError) as error:
            failed = error
    if failed:
        raise failed


def version_of(connection: "sqlite3.Connection") -> int:
    """Give the version that a database was written by."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version
