"""Tells when the configuration file has changed: at a key, and where the system tells of changes, at once."""

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from tui_reader.archive.watching import changes

AWHILE = 2.0
"""Seconds between two looks."""


class SettingsWatch:
    """A look at the file now and then."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._seen = self._look()
        self._looked = 0.0
        self._stop = Event()

    def start(self, told: Callable[[], None]) -> None:
        """Call ``told``, in a thread, whenever something changes in the file's folder, until `stop`."""
        folder = self.path.parent if self.path is not None else None
        if folder is not None and folder.is_dir():
            Thread(target=self._wait, args=(folder, told), name="settings", daemon=True).start()

    def stop(self) -> None:
        """Wait no longer."""
        self._stop.set()

    def _wait(self, folder: Path, told: Callable[[], None]) -> None:
        for _ in changes([str(folder)], self._stop):
            if not self._stop.is_set():
                told()

    def changed(self, now: float, *, at_once: bool = False) -> bool:
        """Tell whether the file is another than when last asked; looks at most once in a while, or ``at_once``."""
        if self.path is None or (now - self._looked < AWHILE and not at_once):
            return False
        self._looked = now
        seen = self._look()
        if seen == self._seen:
            return False
        self._seen = seen
        return True

    def _look(self) -> tuple[int, int, int] | None:
        try:
            status = os.stat(self.path) if self.path is not None else None  # noqa: PTH116 - asked at every key
        except OSError:
            return None
        return (status.st_mtime_ns, status.st_size, status.st_ino) if status is not None else None
