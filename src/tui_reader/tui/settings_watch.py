"""Tells whether the configuration file has changed, when it is asked: nothing runs while nobody types."""

import os
from pathlib import Path

AWHILE = 2.0
"""Seconds between two looks."""


class SettingsWatch:
    """A look at the file now and then."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._seen = self._look()
        self._looked = 0.0

    def changed(self, now: float) -> bool:
        """Tell whether the file is another since it was last asked for, at most once in a while."""
        if self.path is None or now - self._looked < AWHILE:
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
