"""What moves while it is read, what may not be read, and queries as long as a book."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.pty_session import PtySession
from tests.hostile.runner import run_all
from tests.index.fault_sweep import in_child
from tui_reader.archive.archive import Archive
from tui_reader.formats.source import read_bytes
from tui_reader.model import InputProblem

STORY = "# River rises\n\nThe river rose at Wuhan, said Li Ming, who runs the Wuhan Water Board.\n"
MEBIBYTE = 1 << 20


def grow(path: Path) -> None:
    """Append to a file."""
    with path.open("ab") as file:
        file.write(b"word " * 1000)


MOVES: dict[str, Callable[[Path], object]] = {
    "grows": grow,
    "shrinks": lambda path: os.truncate(path, 100),
    "is emptied": lambda path: os.truncate(path, 0),
    "is removed": Path.unlink,
    "is another": lambda path: path.rename(path.with_suffix(".old")),
    "may not be read any more": lambda path: path.chmod(0),
}


@pytest.mark.parametrize("name", MOVES)
def test_a_file_that_moves_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """What was read up to then is read, whatever happens to the file between two pieces, and reading ends."""
    path = tmp_path / "river.md"
    path.write_bytes(STORY.encode() + b"word " * MEBIBYTE)
    plain = os.read

    def read(descriptor: int, size: int) -> bytes:
        data = plain(descriptor, size)
        if len(data) == size and path.exists():
            MOVES[name](path)
        return data

    monkeypatch.setattr("tui_reader.formats.source.os.read", read)
    assert read_bytes(path).startswith(STORY.encode())


def test_a_file_that_never_ends_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that grows as fast as it is read is given up at the limit."""
    path = tmp_path / "river.md"
    path.write_bytes(STORY.encode())
    monkeypatch.setattr("tui_reader.formats.source.os.read", lambda _, size: b"x" * size)
    with pytest.raises(InputProblem, match="larger than"):
        read_bytes(path)


@pytest.mark.parametrize("name", MOVES)
def test_an_archive_that_moves_while_it_is_indexed(tmp_path: Path, name: str) -> None:
    """The stories that did not move are all there; the one that did is there as it was or is, or is told of."""
    for number in range(30):
        (tmp_path / f"{number:02}.md").write_text(STORY.replace("River", f"River {number}"))
    archive = Archive([str(tmp_path)])
    archive.read_first(None)
    MOVES[name](tmp_path / "00.md")
    MOVES[name](tmp_path / "20.md")
    archive.read_all()
    titles = {row.title for row in archive.rows()}
    assert {f"River {number} rises" for number in range(30) if number not in {0, 20}} <= titles
    assert len(archive.search("wuhan").entities) > 0


def test_what_may_not_be_read(tmp_path: Path) -> None:
    """A folder or a file without leave is named once, and everything else is read."""
    (tmp_path / "open.md").write_text(STORY)
    (tmp_path / "shut.md").write_text(STORY)
    for name in ("shut", "half"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "in.md").write_text(STORY)
    (tmp_path / "shut.md").chmod(0)
    (tmp_path / "shut").chmod(0)
    (tmp_path / "half").chmod(0o444)  # its names may be read, its files not

    def start() -> dict[str, object]:
        if os.getuid() == 0:
            os.setuid(65534)
        archive = Archive([str(tmp_path)])
        archive.read_all()
        straight = Archive([str(tmp_path)])
        read = [article.source for article in straight.stream()]
        told = [[str(each) for each in one.skipped] for one in (archive, straight)]
        return {"stories": [len(archive), len(read)], "told": told}

    parents = [tmp_path, *tmp_path.parents][:4]
    modes = {path: path.stat().st_mode for path in parents}
    try:
        for path in parents:
            path.chmod(0o755)
        code, found = in_child(start)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
        for name in ("shut", "half"):
            (tmp_path / name).chmod(0o755)
    assert code == 0, found["fault"]
    assert found["stories"] == [1, 1]
    for told in found["told"]:
        for name in ("shut.md", "/shut", "half"):
            assert any(name in line and "may not be read" in line for line in told), told
        assert len(told) == len(set(told))


QUERIES = {
    "letters": "x" * MEBIBYTE,
    "words": "river " * (MEBIBYTE // 6),
    "quotes": '"' * MEBIBYTE,
    "marks": "!'\"" * (MEBIBYTE // 3),
    "stars": "a* OR " * (MEBIBYTE // 6),
    "wide": "太原" * (MEBIBYTE // 2),
    "marks above": "e\u0301" * (MEBIBYTE // 2),
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_as_long_as_a_book(tmp_path: Path, name: str) -> None:
    """A million letters from a file are answered in time and memory, found or not."""
    (tmp_path / "river.md").write_text(STORY)
    (tmp_path / "queries").write_text(QUERIES[name], encoding="utf-8")
    words = [b"search", b"--queries", os.fsencode(tmp_path / "queries"), os.fsencode(tmp_path / "river.md")]
    (result,) = run_all([words], tmp_path)
    assert result.code == 0, result.err[-500:]
    assert b"Traceback" not in result.err
    assert result.seconds < 3
    assert result.mebibytes < 200


def test_a_query_as_long_as_an_argument_may_be(tmp_path: Path) -> None:
    """The longest argument that the system takes is a query like any other."""
    (tmp_path / "river.md").write_text(STORY)
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", "search", "river " * 20_000, str(tmp_path / "river.md")],
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )
    assert done.returncode in {0, 1}, done.stderr[-500:]
    assert b"Traceback" not in done.stderr


def test_a_query_pasted_into_the_bar(tmp_path: Path) -> None:
    """A megabyte pasted into the open bar is taken up to a limit, and the reader answers on."""
    (tmp_path / "river.md").write_text(STORY)
    places: dict[str, str | None] = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"))
    argv = [sys.executable, "-m", "tui_reader", str(tmp_path / "river.md")]
    with PtySession(argv, env=places | {"HOME": str(tmp_path)}) as session:
        assert session.wait_for_text("River rises") is not None
        session.press("/")
        session.wait_quiet(0.3)
        session.send(b"\x1b[200~" + b"river " * (MEBIBYTE // 6) + b"\x1b[201~")
        session.wait_quiet(0.5)
        for _ in range(3):
            session.press("escape")
            session.wait_quiet(0.2)
        session.press("q")
        assert session.wait_exit(20) == 0
