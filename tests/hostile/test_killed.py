"""The whole reader ends by ``kill -9`` while it indexes and saves: what it said is kept, is kept."""

import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.pty_session import PtySession
from tests.index.fault_sweep import complaints, content, in_child, index, write_stories
from tui_reader.archive.archive import Archive
from tui_reader.state import ReadingState

STORIES = 400
LETTERS = "abcdefghijkl"


def open_reader(stories: Path, home: Path) -> PtySession:
    """Start the reader with a home of its own."""
    places: dict[str, str | None] = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"))
    argv = [sys.executable, "-m", "tui_reader", str(stories)]
    return PtySession(argv, columns=100, env=places | {"HOME": str(home)})


def mark_and_die(stories: Path, home: Path, letters: str, seconds: float) -> str:
    """Set marks until so much time has passed, end the reader by force, and give the marks that it said were set."""
    said = ""
    with open_reader(stories, home) as session:
        assert session.wait_for(lambda screen: any(line.strip() for line in screen.lines)) is not None
        until = time.monotonic() + seconds
        for letter in letters:
            session.press("space", "m", letter)
            left = until - time.monotonic()
            if left <= 0 or session.wait_for_text(f"marked {letter}", left) is None:
                break
            said += letter
        session.wait_quiet(10, max(0.0, until - time.monotonic()))
        session.signal(signal.SIGKILL)
        assert session.wait_exit() is not None
    return said


def marks(stories: Path, home: Path) -> str:
    """Give the letters of the marks that are kept, after seeing that the database is whole."""
    folder = home / ".local" / "state" / "shanxi-reader"
    for path in folder.glob("*.sqlite"):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with closing(ReadingState.open(folder)) as state:
        assert state.notices == ()
        return "".join(mark.letter for mark in state.marks(Archive([str(stories)]).edition))


@pytest.mark.parametrize("times", [2, pytest.param(24, marks=pytest.mark.soak)])
def test_killed_at_any_moment(tmp_path: Path, times: int) -> None:
    """No mark that was acknowledged is lost, both databases are whole, and the next start goes on."""
    stories, cache = tmp_path / "stories", tmp_path / ".cache" / "shanxi-reader"
    write_stories(stories, STORIES)
    expected = str(in_child(lambda: {"content": content(index(stories, tmp_path / "none"))})[1]["content"])
    kept = ""
    for number in range(times):
        letters = LETTERS[number % len(LETTERS) :] + LETTERS[: number % len(LETTERS)]
        kept += mark_and_die(stories, tmp_path, letters, 0.3 + 2.4 * number / times)
        assert set(kept) <= set(marks(stories, tmp_path))
        if number % 4 == 1:  # the others go on where the one before was stopped
            assert complaints(stories, cache, expected) == []
            for path in (cache / "index").rglob("stories.sqlite*"):
                path.unlink()
    assert complaints(stories, cache, expected) == []
    with open_reader(stories, tmp_path) as session:
        assert session.wait_for_text("River rises") is not None
        session.wait_quiet(0.2)
        session.press("q")
        assert session.wait_exit() == 0
