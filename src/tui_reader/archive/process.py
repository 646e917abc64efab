"""Building an index in a process of its own, so that reading never waits: ``shanxi-reader index``, run and followed."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from threading import Event

from tui_reader.archive.value import IndexProblem, Progress


def follow(paths: Sequence[str], stop: Event) -> Iterator[Progress]:
    """Run the building process, and give its progress as it comes; ends it where ``stop`` is set.

    The process may be ended at any moment: the next one goes on where it stopped. Raises ``IndexProblem`` where it
    fails by itself.
    """
    argv = [sys.executable, "-m", "tui_reader", "index", "--json", "--", *paths]
    with subprocess.Popen(  # noqa: S603 - our own program
        argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None  # noqa: S101 - asked for above
        assert process.stderr is not None  # noqa: S101 - asked for above
        try:
            for line in process.stdout:
                row = json.loads(line)
                yield Progress(**row)
                if stop.is_set():
                    return
            if process.wait() not in (0, None):
                said = process.stderr.read().decode("utf-8", "replace").strip().splitlines()
                reason = said[-1] if said else f"building it ended with {process.returncode}"
                raise IndexProblem(reason)
        finally:
            process.terminate()
