import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.model import Span
from tui_reader.state import ReadingState, identify

TEXT = "The river rose by four metres in the night. " * 30
STORY = identify(b"/news/river.md", 1, TEXT)
FILE = "reading-state.db"


def filled(folder: Path) -> Path:
    """Leave a session's state behind and give its file."""
    state = ReadingState.open(folder)
    state.keep_place(STORY, 120, TEXT)
    state.set_mark(b"/news", "a", STORY, 5, TEXT)
    state.add_note(STORY, Span(4, 9), "which one?", TEXT)
    assert state.close()
    assert state.notices == ()
    return folder / FILE


def set_aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("reading-state.set-aside-*.db"))


def works(state: ReadingState) -> bool:
    state.keep_place(STORY, 77, TEXT)
    state.set_mark(b"/news", "b", STORY, 9, TEXT)
    return state.place(STORY, TEXT) == 77 and [mark.letter for mark in state.marks(b"/news")][-1] == "b"


def overwrite(at: int, data: bytes) -> Callable[[Path], object]:
    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(at)
            file.write(data)

    return damage


def foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.commit()
    connection.close()


def foreign_by_id(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 42")
    connection.commit()
    connection.close()


def without_a_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE note")
    connection.commit()
    connection.close()


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe_in_its_place(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def log_alone(path: Path) -> None:
    path.unlink()
    path.with_name(f"{FILE}-wal").write_bytes(b"left over" * 1000)


def another_type(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = on")
    connection.execute("UPDATE story SET place = 'here', place_before = x'ff'")
    connection.commit()
    connection.close()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(os.urandom(50_000)),
    "text": lambda path: path.write_text("dear diary"),
    "header": overwrite(0, b"\0" * 16),
    "page": overwrite(4096 * 2, b"\xff" * 4096),
    "every page but the first": overwrite(4096, b"\xa5" * 4096 * 10),
    "schema": overwrite(100, b"\x99" * 500),
    "half a page": lambda path: os.truncate(path, 2048),
    "one page": lambda path: os.truncate(path, 4096),
    "most pages": lambda path: os.truncate(path, path.stat().st_size - 4096),
    "odd size": lambda path: os.truncate(path, path.stat().st_size - 1000),
    "ten bytes": lambda path: os.truncate(path, 10),
    "another program's": foreign,
    "another program's id": foreign_by_id,
    "a table is missing": without_a_table,
    "a value of another type": another_type,
    "a complaint that cannot be decoded": overwrite(4096 - 300, b"\xce" * 8),
    "a folder": folder_in_its_place,
    "a pipe": pipe_in_its_place,
    "a log without its database": log_alone,
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_cannot_be_read_is_set_aside(tmp_path: Path, name: str) -> None:
    """A damaged or foreign file is kept byte for byte under a new name, told once, and the next session is whole."""
    path = filled(tmp_path)
    DAMAGES[name](path)
    content = path.read_bytes() if path.is_file() else None
    state = ReadingState.open(tmp_path)
    (notice,) = state.notices
    assert "set aside" in notice
    assert notice.isprintable()
    assert works(state)
    assert state.close()
    if content is not None:
        (kept,) = set_aside(tmp_path)
        assert kept.read_bytes() == content
        assert kept.name in notice
    again = ReadingState.open(tmp_path)
    assert again.notices == ()
    assert again.place(STORY, TEXT) == 77
    again.close()


def scrambled(data: bytes, seed: int) -> bytes:
    """Overwrite stretches of a file with noise or zeros, and sometimes cut it."""
    chance, damaged = random.Random(seed), bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 50))):
        at, length = chance.randrange(len(data)), chance.choice((1, 1, 4, 64, 4096))
        stretch = len(damaged[at : at + length])
        damaged[at : at + length] = chance.randbytes(stretch) if chance.random() < 0.7 else bytes(stretch)
    return bytes(damaged[: chance.randrange(len(data))] if chance.random() < 0.15 else damaged)


def starts_on(folder: Path, data: bytes) -> None:
    """Show that a session on damaged data is whole, and that data found damaged are not overwritten."""
    path = folder / FILE
    path.write_bytes(data)
    state = ReadingState.open(folder)
    state.notes(STORY, TEXT)
    state.marks(b"/news")
    state.choices()
    state.history()
    state.last(b"/news")
    assert works(state)
    state.close()
    newer = any("newer" in notice for notice in state.notices)
    assert len(state.notices) <= 1
    assert newer or not any("cannot be kept" in notice for notice in state.notices)
    if state.notices:
        kept = path if newer else set_aside(folder)[0]
        assert kept.read_bytes() == data
    for file in folder.iterdir():
        file.unlink()


@pytest.mark.parametrize(
    "first", [0, 50, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(100, 5000, 50))]
)
def test_any_damage_is_survived(tmp_path: Path, first: int) -> None:
    """Noise, zeros and cuts anywhere in the file."""
    data = filled(tmp_path).read_bytes()
    for seed in range(first, first + 50):
        starts_on(tmp_path, scrambled(data, seed))


def test_nothing_set_aside_is_overwritten(tmp_path: Path) -> None:
    for number in range(1, 4):
        (tmp_path / FILE).write_bytes(b"damage %d" % number)
        ReadingState.open(tmp_path).close()
    assert [path.read_bytes() for path in set_aside(tmp_path)] == [b"damage 1", b"damage 2", b"damage 3"]


def test_an_empty_file_is_a_beginning(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    state = ReadingState.open(tmp_path)
    assert state.notices == ()
    assert works(state)
    assert state.close()


def test_the_log_moves_with_its_database(tmp_path: Path) -> None:
    """A write-ahead log left behind would be played into the new file."""
    path = filled(tmp_path)
    path.with_name(f"{FILE}-wal").write_bytes(b"log")
    path.write_bytes(b"damage")
    ReadingState.open(tmp_path).close()
    (kept,) = set_aside(tmp_path)
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"log"


def test_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    path = filled(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    state = ReadingState.open(tmp_path)
    assert len(state.notices) == 1
    assert "newer" in state.notices[0]
    assert works(state)
    assert not state.close()
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_without_a_home_the_session_is_whole() -> None:
    state = ReadingState.open(None)
    assert len(state.notices) == 1
    assert works(state)
    assert not state.close()


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("mine")
    state = ReadingState.open(tmp_path / "state")
    assert len(state.notices) == 1
    assert works(state)
    assert not state.close()
    assert (tmp_path / "state").read_text() == "mine"


def refusing(pattern: str, error: sqlite3.Error, allowed: int = 0) -> Callable[..., sqlite3.Connection]:
    """Make a stand-in for sqlite3.connect whose files refuse statements that begin so, after some."""
    left = [allowed]

    class Refusing(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            if sql.startswith(pattern):
                left[0] -= 1
                if left[0] < 0:
                    raise error
            return super().execute(sql, *parameters)  # type: ignore[arg-type]

    return lambda path, **options: sqlite3.connect(path, factory=Refusing, **options)


def coded(message: str, code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = code
    return error


REFUSALS = {
    "read-only": coded("attempt to write a readonly database", sqlite3.SQLITE_READONLY),
    "full": coded("database or disk is full", sqlite3.SQLITE_FULL),
    "broken": coded("disk I/O error", sqlite3.SQLITE_IOERR),
    "locked": coded("database is locked", sqlite3.SQLITE_BUSY),
    "no file": coded("unable to open database file", sqlite3.SQLITE_CANTOPEN),
}


@pytest.mark.parametrize("name", REFUSALS)
@pytest.mark.parametrize("allowed", [0, 1, 2])
def test_a_disk_that_refuses_to_write(tmp_path: Path, name: str, allowed: int) -> None:
    """From the start or later on: what was kept is still known, the session is whole, told once, nothing is lost."""
    path = filled(tmp_path)
    before = path.read_bytes()
    state = ReadingState.open(tmp_path, connect=refusing("BEGIN", REFUSALS[name], allowed))
    assert state.place(STORY, TEXT) == 120
    assert works(state)
    assert [note.text for note in state.notes(STORY, TEXT)] == ["which one?"]
    assert not state.set_read(STORY)
    assert state.is_read(STORY)
    assert len(state.notices) == 1
    assert not state.close()
    assert set_aside(tmp_path) == []
    if allowed < 2:
        assert path.read_bytes() == before
    assert ReadingState.open(tmp_path).place(STORY, TEXT) in {77, 120}


def test_a_disk_that_recovers_gets_everything(tmp_path: Path) -> None:
    """What was kept in memory only comes to disk when it takes writes again, at the latest at the end."""
    filled(tmp_path)
    now = [0.0]
    refused = [False]

    class Sometimes(sqlite3.Connection):
        def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
            if refused[0] and sql == "COMMIT":
                raise REFUSALS["full"]
            return super().execute(sql, *parameters)  # type: ignore[arg-type]

    def connect(path: str, **options: object) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=Sometimes, **options)  # type: ignore[call-overload,no-any-return]

    state = ReadingState.open(tmp_path, connect=connect, clock=lambda: now[0])
    refused[0] = True
    note = state.add_note(STORY, Span(10, 14), "higher than ever", TEXT)
    assert not state.set_read(STORY)
    refused[0] = False
    assert not state.set_mark(b"/news", "c", STORY, 3, TEXT)
    now[0] += 31
    assert state.set_mark(b"/news", "d", STORY, 3, TEXT)
    assert len(state.notices) == 2
    other = ReadingState.open(tmp_path)
    assert note in other.notes(STORY, TEXT)
    assert [mark.letter for mark in other.marks(b"/news")] == ["a", "c", "d"]
    assert other.is_read(STORY)
    other.close()
    state.close()


def test_a_file_that_is_taken_away_comes_back_whole(tmp_path: Path) -> None:
    """Whoever clears the folder while the reader runs does not cost him his notes."""
    filled(tmp_path)
    state = ReadingState.open(tmp_path)
    for file in tmp_path.iterdir():
        file.unlink()
    assert state.set_mark(b"/news", "z", STORY, 3, TEXT)
    state.close()
    again = ReadingState.open(tmp_path)
    assert [mark.letter for mark in again.marks(b"/news")] == ["a", "z"]
    assert again.place(STORY, TEXT) == 120
    again.close()


def test_damage_that_shows_later(tmp_path: Path) -> None:
    """What the check at the start did not see is set aside when it is met, and what can be read is carried over."""
    data = filled(tmp_path)
    state = ReadingState.open(tmp_path)
    connection = sqlite3.connect(data)
    connection.execute("PRAGMA writable_schema = on")
    connection.execute("DELETE FROM sqlite_master WHERE name = 'mark'")
    connection.execute("PRAGMA schema_version = 99")
    connection.commit()
    connection.close()
    assert state.set_mark(b"/news", "k", STORY, 3, TEXT)
    (notice,) = state.notices
    assert set_aside(tmp_path)[0].name in notice
    assert state.close()
    state = ReadingState.open(tmp_path)
    assert state.place(STORY, TEXT) == 120
    assert [mark.letter for mark in state.marks(b"/news")] == ["k"]
    assert len(state.notes(STORY, TEXT)) == 1
    state.close()


def test_a_lock_that_is_never_given_up(tmp_path: Path) -> None:
    """Another program that holds the file costs a short wait once, not the session."""
    filled(tmp_path)
    holder = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    started = time.monotonic()
    state = ReadingState.open(tmp_path)
    assert time.monotonic() - started < 1.5
    assert state.place(STORY, TEXT) == 120
    assert works(state)
    holder.execute("ROLLBACK")
    holder.close()
    assert state.close()
    assert ReadingState.open(tmp_path).place(STORY, TEXT) == 77


@pytest.mark.parametrize("limit", [0, 1000, 5000, 30_000, 60_000])
def test_a_disk_that_is_full(tmp_path: Path, limit: int) -> None:
    """The limit of a process's files, at several sizes, stands for a full disk."""
    code = (
        "import sys, signal, resource; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from tui_reader.state import ReadingState, identify\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "state = ReadingState.open(Path(sys.argv[1]))\n"
        "for number in range(200):\n"
        "    text = f'Ferry {number} crossed the strait. ' * 30\n"
        "    story = identify(b'/f/%d' % number, 1, text)\n"
        "    state.keep_place(story, 100, text)\n"
        "    state.set_mark(b'/f', 'm', story, 5, text)\n"
        "    assert state.place(story, text) == 100\n"
        "assert len(state.notices) == 1, state.notices\n"
        "assert not state.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    state = ReadingState.open(tmp_path)
    assert state.notices == ()
    assert works(state)
    state.close()
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != limit


def test_a_folder_that_takes_no_files() -> None:
    """A read-only home: what is there is known, and one notice says that nothing new is kept."""
    code = (
        "import os, sys; from pathlib import Path\n"
        "import tui_reader.state.store, tui_reader.state.notes\n"
        "from tui_reader.state import ReadingState, identify\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "state = ReadingState.open(Path(sys.argv[1]))\n"
        "text = 'The river rose by four metres in the night. ' * 30\n"
        "story = identify(b'/news/river.md', 1, text)\n"
        "print(len(state.notices), state.place(story, text), state.set_read(story), state.is_read(story))\n"
        "state.close()\n"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        filled(folder).chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=False)
        folder.chmod(0o755)
    assert done.stdout == "1 120 False True\n", done.stderr
