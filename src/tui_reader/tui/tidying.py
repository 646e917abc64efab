"""Giving back what is not used any more while nobody waits: looking through everything takes longer than a key may."""

import asyncio
import gc
from time import monotonic
from typing import Final

_QUIET: Final = 1.0
"""Seconds without a painted frame after which nobody is taken to be typing."""
_OFTEN: Final = (20_000, 10, 1000)
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

    def put_off(self) -> None:
        """Wait until the screen has stood still from now on."""
        self._painted = monotonic()
        if not self._waiting:
            self._waiting = True
            asyncio.get_running_loop().call_later(_QUIET, self._look)

    def _look(self) -> None:
        left = self._painted + _QUIET - monotonic()
        if left > 0:
            asyncio.get_running_loop().call_later(left, self._look)
            return
        self._waiting = False
        gc.collect()
