"""The store's tables, and the rules for opening the file they live in."""

import contextlib
import os
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

APPLICATION = 0x53686178
"""Marks the file as ours (``application_id``)."""
BUSY_MILLISECONDS = 3000

LAYOUT = 2
"""Changes whenever the tables do. An index of an earlier layout is dropped and built anew: the files hold all of it."""
TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- place: with gaps, so that later files fit between; a source's stories count on from its place
CREATE TABLE sources (
    place INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    digest BLOB NOT NULL, stories INTEGER NOT NULL, problem TEXT NOT NULL
);
CREATE INDEX sources_with_problem ON sources (place) WHERE problem <> '';
CREATE TABLE stories (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, byline TEXT NOT NULL,
    source TEXT NOT NULL, words INTEGER NOT NULL, figures INTEGER NOT NULL, names INTEGER NOT NULL, date TEXT NOT NULL
);
CREATE INDEX stories_by_date ON stories (date DESC, place);
CREATE INDEX stories_with_figures ON stories (place) WHERE figures > 0;
CREATE TABLE bodies (place INTEGER PRIMARY KEY, body BLOB NOT NULL);
-- how many stories the sources in each stretch of places hold, and how many are of each date: what numbers a story
-- without counting all before it
CREATE TABLE stretches (stretch INTEGER PRIMARY KEY, stories INTEGER NOT NULL);
CREATE TABLE days (date TEXT PRIMARY KEY, stories INTEGER NOT NULL) WITHOUT ROWID;

-- one row a key; rows with the same root are one entity, whose name, kind and counts stand in the root's row
CREATE TABLE names (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, root INTEGER NOT NULL, reason TEXT NOT NULL,
    name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL, stories INTEGER NOT NULL,
    evidence TEXT NOT NULL
);
CREATE INDEX names_by_root ON names (root, id);
CREATE INDEX names_by_mentions ON names (mentions DESC, id) WHERE root = id AND mentions > 0;
CREATE TABLE groups (token TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (token, name)) WITHOUT ROWID;
CREATE TABLE forms (
    id INTEGER PRIMARY KEY, name INTEGER NOT NULL, written TEXT NOT NULL, mentions INTEGER NOT NULL,
    stories INTEGER NOT NULL, UNIQUE (name, written)
);
CREATE TABLE mentions (
    name INTEGER NOT NULL, story INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
    PRIMARY KEY (name, story, start)
) WITHOUT ROWID;
-- work that is due: keys whose identity may have changed, forms that the name search has not seen
CREATE TABLE unsettled (name INTEGER PRIMARY KEY);
CREATE TABLE unlisted (form INTEGER PRIMARY KEY);

-- what a word begun may become; first: place of the story that brought it, so common words have low numbers
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, first INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    text, compounds, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0"
);
-- fewer merges while building; a search reads a few more pieces
INSERT INTO words (words, rank) VALUES ('automerge', 8);
"""


_TABLE = re.compile(r"CREATE (?:VIRTUAL )?TABLE (\w+)")


class EarlierLayoutError(sqlite3.DatabaseError):
    """The index was made by an earlier version of the reader."""


class LaterLayoutError(sqlite3.DatabaseError):
    """The index was made by a later version of the reader, which will want it again."""


class _Connection(sqlite3.Connection):
    """Lets go of its file with its last reference: an archive hands its store on, and nobody owns its end."""

    def __del__(self) -> None:
        with contextlib.suppress(sqlite3.ProgrammingError):  # a file that could not be opened
            self.close()


@dataclass(frozen=True, slots=True)
class Opened:
    """A database that is ready, and what the reader should be told about it."""

    connection: sqlite3.Connection
    notice: str = ""
    """One line for the reader; empty where all is well."""
    kept: bool = True
    """The index outlives this session."""


def open_database(path: Path | None) -> Opened:
    """Open or make the index; a file that cannot be used is set aside, and without a place to write memory serves.

    Never raises for the state of the file or its folder. ``None`` asks for memory from the start.
    """
    if path is None:
        return Opened(_prepare(":memory:"), kept=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Opened(_prepare(path))
    except EarlierLayoutError:
        return _replaced(path, "the index was made by an earlier version and is built anew")
    except LaterLayoutError:
        return _in_memory("the index was made by a later version and is left alone")
    except sqlite3.OperationalError as problem:
        if "locked" in str(problem) or "busy" in str(problem):
            return _in_memory(f"the index is in use by another program ({problem})")
        if not path.exists() or not _is_writable(path):
            return _in_memory(f"the index cannot be written ({problem})")
    except sqlite3.DatabaseError:
        pass
    except OSError as problem:
        return _in_memory(f"the index cannot be written ({problem.strerror})")
    return _replaced(path, "the index was damaged and is built anew; the old one is kept as .damaged", keep=True)


def _replaced(path: Path, notice: str, *, keep: bool = False) -> Opened:
    """Begin an empty index in place of the file, which is set aside or dropped."""
    try:
        if keep:
            set_aside(path)
        else:
            _drop_log(path)
            path.unlink(missing_ok=True)
        return Opened(_prepare(path), notice=notice)
    except (OSError, sqlite3.Error) as problem:
        return _in_memory(f"the index cannot be used and not be replaced ({problem})")


def set_aside(path: Path) -> None:
    """Rename a file that cannot be relied on; one that was set aside before is not overwritten unless it is ours."""
    aside, number = path.with_name(path.name + ".damaged"), 1
    while aside.exists() and (aside.is_dir() or not _is_ours(aside)):
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{number}")
    _drop_log(path)  # first: it would be taken for a part of the new file
    path.replace(aside)


def _drop_log(path: Path) -> None:
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    """Tell by its head whether a file was an index once."""
    with path.open("rb") as file:
        head = file.read(72)
    return head.startswith(b"SQLite format 3") and head[68:72] == APPLICATION.to_bytes(4, "big")


def is_sound(connection: sqlite3.Connection) -> bool:
    """Read a whole database and tell whether it can be relied on."""
    try:
        return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0]) == "ok"
    except sqlite3.Error:
        return False


def _in_memory(reason: str) -> Opened:
    return Opened(_prepare(":memory:"), notice=f"{reason}; it is kept in memory for this session", kept=False)


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _prepare(path: Path | str) -> sqlite3.Connection:
    """Connect, check and migrate; raise ``sqlite3.DatabaseError`` where the file is damaged, foreign or newer."""
    connection = sqlite3.connect(
        path, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False, factory=_Connection
    )
    try:
        version = _known_version(connection)
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        if version:
            _check(connection)
        else:
            _lay_out(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _known_version(connection: sqlite3.Connection) -> int:
    """Give the file's layout, 0 where it is empty; refuse what is not ours."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    mark = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if mark == APPLICATION and version > LAYOUT:
        raise LaterLayoutError
    if version > LAYOUT or (tables and mark != APPLICATION):
        message = "a file of another program"
        raise sqlite3.DatabaseError(message)
    if 0 < version < LAYOUT:
        raise EarlierLayoutError
    return version


def _check(connection: sqlite3.Connection) -> None:
    """Check a small file whole; of a large one its tables' roots, since more would take as long as reading it all."""
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if not present.issuperset(_TABLE.findall(TABLES)):
        message = "a table is missing"
        raise sqlite3.DatabaseError(message)
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    if pages <= 4096:
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        return
    for table in present:
        if not table.startswith("words"):
            connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone()  # noqa: S608 - our own tables' names


def _lay_out(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty file in one transaction; another process may have done it meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {LAYOUT}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
