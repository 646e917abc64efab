"""The last page, painted before anything else is loaded."""

import re
import sys
from pathlib import Path

import pytest

from tests.bench.pty_session import PtySession
from tests.tui.reader import write_stories
from tui_reader import first_frame

_READER = str(Path(sys.executable).parent / "shanxi-reader")


def open_reader(folder: Path, home: Path, *, columns: int = 100, rows: int = 30) -> PtySession:
    """Start the reader with a home of its own."""
    env: dict[str, str | None] = {"HOME": str(home), "XDG_CACHE_HOME": None, "XDG_STATE_HOME": None}
    env["XDG_CONFIG_HOME"] = None
    return PtySession([_READER, str(folder)], columns=columns, rows=rows, env=env)


def leave(session: PtySession) -> None:
    """Quit, and see that it was in order."""
    session.wait_for_text("quit")
    session.wait_quiet(0.3)
    session.press("q")
    assert session.wait_exit() == 0


def test_the_kept_frame_is_the_first_the_app_draws(tmp_path: Path) -> None:
    """The next start paints at once what the app then draws: nothing jumps; typed-ahead keys act and are not shown."""
    folder = write_stories(tmp_path / "stories")
    with open_reader(folder, tmp_path) as session:
        session.wait_for_text(" names in ")
        session.wait_quiet(0.3)
        session.press("space")
        session.wait_quiet(0.3)
        leave(session)
    with open_reader(folder, tmp_path) as session:
        while first_frame.ENTER.encode() not in session.raw and session.pump(5):
            pass
        session.wait_for_text("story 1/")
        painted = [line for line in session.screen.lines if line.strip()]
        session.wait_for_text(" names in ")
        session.wait_quiet(0.5)
        drawn = [line for line in session.screen.lines if line.strip()]
        assert painted[1:-2] == drawn[1:-2]
        leave(session)


def test_keys_typed_ahead_are_neither_lost_nor_shown(tmp_path: Path) -> None:
    """A key pressed while the app is being loaded acts once it is there."""
    folder = write_stories(tmp_path / "stories")
    with open_reader(folder, tmp_path) as session:
        leave(session)
    with open_reader(folder, tmp_path) as session:
        while first_frame.ENTER.encode() not in session.raw and session.pump(5):
            pass
        session.press("J")
        assert session.wait_for_text("story 2/4") is not None
        leave(session)


def test_another_terminal_or_another_file_has_no_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame is shown for the same paths, size, kind of terminal and files only, and only whole."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "page.txt"
    path.write_text("one", encoding="utf-8")
    first_frame.keep([str(path)], 3, ["abc", "def"])
    (kept,) = (tmp_path / "cache" / "shanxi-reader" / "frames").iterdir()
    whole = kept.read_bytes()
    header, _, body = whole.partition(b"\n")
    assert header == first_frame._header([str(path)], 3, 2, body)
    assert header != first_frame._header([str(path)], 4, 2, body)
    assert header != first_frame._header([str(path)], 3, 2, body[:-1])
    monkeypatch.setenv("TERM", "other")
    assert header != first_frame._header([str(path)], 3, 2, body)
    monkeypatch.undo()
    path.write_text("three", encoding="utf-8")
    assert header != first_frame._header([str(path)], 3, 2, body)


def test_without_a_terminal_nothing_is_painted(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A pipe gets no frame."""
    assert first_frame.paint([str(tmp_path)]) is False
    assert capfdbinary.readouterr().out == b""


@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (80, 24), (60, 20)])
def test_the_very_first_page_stands_where_the_app_draws_it(tmp_path: Path, columns: int, rows: int) -> None:
    """Without a kept frame the story's text is drawn before the app is loaded, and does not move when it comes."""
    folder = write_stories(tmp_path / "stories")
    with open_reader(folder, tmp_path, columns=columns, rows=rows) as session:
        while first_frame.ENTER.encode() not in session.raw and session.pump(5):
            pass
        session.wait_for_text("counts its ships")
        while session.pump(0.02):  # the rest of the same write
            pass
        drawn = session.screen.lines[2 : rows - 2]
        session.wait_for_text("story 1/4")
        session.wait_quiet(0.5)
        beside = 32 if columns >= 90 else 0
        after = [line[beside : columns - 1] for line in session.screen.lines[2 : rows - 2]]
        assert [re.sub(r" · \d min", "", line).rstrip() for line in after] == [
            line[beside : columns - 1].rstrip() for line in drawn
        ]
        leave(session)
