import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.state.session import FILE, STORY, TEXT, filled, set_aside, works
from tui_reader.model import Span
from tui_reader.state import ReadingState


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
    with closing(ReadingState.open(tmp_path)) as later:
        assert later.place(STORY, TEXT) in {77, 120}


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
    with closing(ReadingState.open(tmp_path)) as later:
        assert later.place(STORY, TEXT) == 77


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
