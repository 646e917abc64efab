import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.state.crash_sweep import complaints

ROOT = Path(__file__).parents[2]
MODES = ("exit", "torn", "io", "full")


def swept(folder: Path, mode: str, every: int) -> dict[str, object]:
    command: list[str | Path] = [sys.executable, "-m", "tests.state.crash_sweep", folder / "state", mode, str(every)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


@pytest.mark.parametrize("mode", MODES)
def test_what_was_acknowledged_is_there(tmp_path: Path, mode: str) -> None:
    """A session that ends, tears a write or meets a refusing disk at any file operation loses nothing it promised."""
    result = swept(tmp_path, mode, 23)
    assert result["faults"] == []
    assert int(str(result["points"])) >= 10


@pytest.mark.soak
@pytest.mark.parametrize("mode", MODES)
def test_at_every_operation(tmp_path: Path, mode: str) -> None:
    """The same, at every single file operation of a session, on a new file and on one with a history."""
    assert swept(tmp_path, mode, 1)["faults"] == []


def killed_after(folder: Path, seconds: float) -> list[str]:
    """Start a session that never ends, kill it from outside, and give what it acknowledged but lost."""
    code = (
        "import sys; from pathlib import Path; from tests.state.crash_sweep import read_along\n"
        "while True: read_along(Path(sys.argv[1]), 1)"
    )
    command: list[str | Path] = [sys.executable, "-c", code, folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as reader:
        assert reader.stdout
        first = reader.stdout.readline()
        try:
            reader.wait(seconds)
        except subprocess.TimeoutExpired:
            reader.kill()
        lines = [first, *reader.stdout.read().splitlines()]
    acknowledged = {}
    for line in lines:
        name, value = json.loads(line)
        acknowledged[name] = value
    # A session that comes after another moves the places back to its own beginning.
    kept = {name: value for name, value in acknowledged.items() if not name.startswith("place")}
    return complaints(folder, kept)


@pytest.mark.parametrize("seconds", [0.0, 0.004, 0.011, 0.027, 0.05])
def test_kill_from_outside(tmp_path: Path, seconds: float) -> None:
    """``kill -9`` takes nothing that was acknowledged, whenever it comes."""
    assert killed_after(tmp_path / "state", seconds) == []
