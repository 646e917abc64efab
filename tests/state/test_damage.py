import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.state.session import FILE, STORY, TEXT, filled, set_aside, works
from tui_reader.state import ReadingState


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
