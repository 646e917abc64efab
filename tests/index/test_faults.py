"""Indexing while the process ends, the power fails, or the disk is full or broken."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.index.fault_sweep import complaints, content, in_child, index, write_stories

ROOT = Path(__file__).parents[2]


def swept(folder: Path, mode: str, points: int, stories: int, *, update: bool = False) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.index.fault_sweep", str(folder / "sweep"), mode, str(points), str(stories)]
    done = subprocess.run(
        [*command, *(["update"] if update else [])], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize(
    ("mode", "points", "stories", "update"),
    [
        ("exit", 5, 120, False),
        ("torn", 4, 120, False),
        ("full", 4, 120, False),
        ("io", 4, 120, False),
        ("torn", 3, 120, True),
        pytest.param("exit", 60, 2000, False, marks=pytest.mark.soak),
        pytest.param("torn", 60, 2000, False, marks=pytest.mark.soak),
        pytest.param("exit", 10, 2000, True, marks=pytest.mark.soak),
        pytest.param("torn", 10, 2000, True, marks=pytest.mark.soak),
        pytest.param("full", 20, 1000, False, marks=pytest.mark.soak),
        pytest.param("io", 20, 1000, False, marks=pytest.mark.soak),
        pytest.param("full", 8, 1000, True, marks=pytest.mark.soak),
    ],
)
def test_a_fault_at_any_operation(tmp_path: Path, mode: str, points: int, stories: int, update: bool) -> None:
    """The next start makes the index whole; a refusing disk does not keep the session from being whole in memory."""
    result = swept(tmp_path, mode, points, stories, update=update)
    assert result["faults"] == []
    assert int(str(result["points"])) >= points - 1


@pytest.mark.parametrize("times", [3, pytest.param(40, marks=pytest.mark.soak)])
def test_killed_from_outside(tmp_path: Path, times: int) -> None:
    """``kill -9`` of the indexing process, with its helpers, at swept moments: what is there is whole or resumed."""
    stories = tmp_path / "stories"
    write_stories(stories, 400)
    expected = str(in_child(lambda: {"content": content(index(stories, tmp_path / "none"))})[1]["content"])
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "tui_reader", "index", "--json", str(stories)]
    for number in range(times):
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, start_new_session=True) as process:
            try:
                process.wait(0.2 + 1.6 * number / times)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
        if number % 4 == 2:
            assert complaints(stories, tmp_path / ".cache" / "shanxi-reader", expected) == []
            for path in (tmp_path / ".cache" / "shanxi-reader" / "index").rglob("stories.sqlite*"):
                path.unlink()
    assert complaints(stories, tmp_path / ".cache" / "shanxi-reader", expected) == []
