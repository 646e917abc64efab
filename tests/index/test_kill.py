"""An index whose maker is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.index.filing import many, resolver
from tests.index.kill_me import STORIES
from tests.index.test_store import content
from tui_reader.index.store import Store


def test_killed_at_any_moment_it_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """After ``kill -9``, again and again, no batch is lost or doubled, and the end is that of an undisturbed run."""
    path = tmp_path / "index.db"
    command = [sys.executable, "-m", "tests.index.kill_me", str(path)]
    for dots in (1, 2, 5, 3, 1):
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as process:
            assert process.stdout is not None
            process.stdout.read(dots)
            os.kill(process.pid, signal.SIGKILL)
        with Store(path) as store:
            assert store.notice == ""
            assert store.read.count() % 50 == 0
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[2])
    with Store(path) as store, Store(None) as undisturbed:
        undisturbed.write(many(STORIES))
        list(undisturbed.settle(resolver))
        assert content(store) == content(undisturbed)
        assert store.catalogue(tmp_path / "names").search("ward7a")[0].candidate.name == "Ward7A"
