"""The reader is as trustworthy with its terminal as a pager is, under every condition of the table."""

import shlex
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.tui.terminal_conditions import CONDITIONS, Condition
from tests.tui.terminal_inputs import INPUTS, Input
from tests.tui.terminal_reader import PATCHED, READER, Reader, modes_left_on

EDITION = Path(__file__).parents[2] / "articles"
_UNBLOCK = f"{sys.executable} -c 'import os; os.set_blocking(0, False)'"


def named(rows: Sequence[Condition | Input]) -> list[str]:
    """Give each row its name for pytest."""
    return [row.name for row in rows]


def started(condition: Condition, home: Path) -> Reader:
    """Start the reader as a condition wants it."""
    argv: list[str] = list(READER)
    if condition.patch:
        argv = [sys.executable, "-c", PATCHED.format(patch=condition.patch)]
    paths: list[str] = []
    if condition.line:
        program, story = shlex.join(argv), shlex.quote(str(min(EDITION.glob("*.md"))))
        line = condition.line.replace("{reader}", program).replace("{story}", story).replace("{unblock}", _UNBLOCK)
        argv = ["bash", "-c", line]
    columns, rows = condition.size
    return Reader(home, *paths, argv=argv, columns=columns, rows=rows, env=condition.env)


def check(condition: Condition, home: Path) -> None:
    """Run one condition from start to end."""
    with started(condition, home) as reader:
        if condition.ready:
            reader.ready() if condition.size == (80, 24) else reader.painted()
        condition.act(reader)


def sent(reader: Reader, row: Input) -> None:
    """Send one row's bytes; the reader answers keys afterwards, and nothing foreign was painted."""
    reader.press(*row.before)
    reader.send(row.data)
    reader.wait(row.pause)
    reader.press(*row.after)
    assert reader.answers(), (row.name, reader.session.exit_code, reader.session.text)


def test_table_is_long_enough() -> None:
    """There are at least a hundred conditions, no two of one name."""
    names = named(CONDITIONS) + named(INPUTS)
    assert len(set(names)) == len(names) >= 100


@pytest.mark.parametrize(
    "condition", [row for row in CONDITIONS if row.quick], ids=named([r for r in CONDITIONS if r.quick])
)
def test_condition(condition: Condition, tmp_path: Path) -> None:
    """The reader leaves in time, with the right code, and the terminal is as it was."""
    check(condition, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("condition", CONDITIONS, ids=named(CONDITIONS))
def test_every_condition(condition: Condition, tmp_path: Path) -> None:
    """The same for the whole table, the slow ones among them."""
    check(condition, tmp_path)


def test_inputs_in_one_session(tmp_path: Path) -> None:
    """Whatever a terminal sends that is no key, the reader goes on as if nothing were."""
    with Reader(tmp_path) as reader:
        reader.ready()
        for row in INPUTS:
            if not (row.slow or row.before or row.pause > 0.2):
                reader.send(row.data)
                reader.wait(0.06)
        reader.wait(0.7)
        assert reader.answers(), reader.session.text
        reader.quit()


@pytest.mark.soak
@pytest.mark.parametrize("row", INPUTS, ids=named(INPUTS))
def test_every_input(row: Input, tmp_path: Path) -> None:
    """The same for each input in a session of its own, floods among them; time and memory stay bounded."""
    with Reader(tmp_path) as reader:
        reader.ready()
        memory, started_at = reader.memory(), time.perf_counter()
        sent(reader, row)
        assert time.perf_counter() - started_at < 12
        assert reader.memory() - memory < 60_000_000
        reader.quit()


@pytest.fixture
def job(tmp_path: Path) -> Iterator[Reader]:
    """Give a reader that an interactive shell runs as a job."""
    env = {"PS1": "ready-for-more ", "PS2": "", "ENV": None, "INPUTRC": "/dev/null"}
    with Reader(tmp_path, argv=["bash", "--norc", "--noprofile", "--noediting", "-i"], env=env) as shell:
        assert shell.session.wait_for_text("ready-for-more", 10) is not None
        yield shell


def test_stop_key(job: Reader) -> None:
    """The stop key gives the terminal back to the shell, and the shell brings the same page again."""
    job.send(shlex.join(READER) + "\r")
    job.ready()
    page = job.session.text
    job.session.press("ctrl+z")
    assert job.session.wait_for_text("Stopped", 5) is not None, job.session.text
    job.send("echo here$((40+2))\r")
    assert job.session.wait_for_text("here42", 5) is not None, job.session.text
    job.send("fg\r")
    assert job.session.wait_for(lambda screen: screen.text == page, 5) is not None, job.session.text
    assert job.answers()
    job.session.press("q")
    job.wait(0.5)
    assert modes_left_on(job.session.raw) == set()
    job.send("exit\r")
    assert job.session.wait_exit(5) is not None


def test_no_mouse(tmp_path: Path) -> None:
    """Who switched the mouse off keeps it for his terminal."""
    config = tmp_path / ".config" / "shanxi-reader"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("mouse = false\n")
    with Reader(tmp_path) as reader:
        reader.ready().quit()
        assert b"\x1b[?1000h" not in reader.session.raw
