"""Giving back what is not used any more while nobody waits: looking through everything takes longer than a key may."""

import asyncio
import gc
from time import monotonic
from typing import Final

_PAUSE: Final = 0.08
"""Seconds without a painted frame after which what is new is looked through: between two keys of somebody typing."""
_MANY: Final = 2000
"""New objects for which that is worth while."""
_QUIET: Final = 1.0
"""Seconds after which nobody is taken to be typing, and everything is looked through."""
_OFTEN: Final = (200_000, 10, 1000)
"""When what is new, newer and old is looked through all the same, by the objects that came: where it is never quiet."""


def leave_alone() -> None:
    """Leave what there is alone from here on, and look through what comes."""
    gc.freeze()
    gc.set_threshold(*_OFTEN)
    gc.enable()


class Tidying:
    """Looks for what can be given back when the screen has stood still for a moment."""

    def __init__(self) -> None:
        self._painted = 0.0
        self._waiting = False
        self._pause = _PAUSE

    def put_off(self) -> None:
        """Wait until the screen has stood still from now on."""
        self._painted, self._pause = monotonic(), _PAUSE
        if not self._waiting:
            self._waiting = True
            asyncio.get_running_loop().call_later(_PAUSE, self._look)

    def _look(self) -> None:
        left = self._painted + self._pause - monotonic()
        if left <= 0 and self._pause == _QUIET:
            self._waiting = False
            gc.collect()
            return
        if left <= 0:
            if gc.get_count()[0] > _MANY:
                gc.collect(0)
            self._pause, left = _QUIET, _QUIET - _PAUSE
        asyncio.get_running_loop().call_later(left, self._look)
