"""Screens that are painted as soon as a key has been worked through.

Textual paints at the ticks of a timer, so an answer that is ready after two milliseconds waits for up to sixteen more,
and one that is ready in two steps is painted twice. Here painting waits until nothing is left to be done.
"""

import asyncio
from time import monotonic
from typing import Any, ClassVar, Final, TypeVar

from textual.containers import Horizontal, Vertical
from textual.screen import Screen

Result = TypeVar("Result")
_LONGEST: Final = 1 / 60
"""Seconds that painting waits for what is still to be done: while keys come without a pause, it goes on."""


class Brush:
    """Stands in a screen where Textual has its timer: ``resume`` asks for a frame, ``pause`` takes that back."""

    def __init__(self, screen: "PaintedScreen[Any]") -> None:
        self._screen = screen
        self._due: float | None = None
        self._waiting = False

    def resume(self) -> None:
        """Paint as soon as nothing else is to be done."""
        if self._due is None:
            self._due = monotonic() + _LONGEST
        if not self._waiting:
            self._waiting = True
            asyncio.get_running_loop().call_soon(self._look)

    def pause(self) -> None:
        """Paint nothing now: it is being done, or the screen is not shown."""
        self._due = None

    def _look(self) -> None:
        """Paint, unless messages still wait: then look again in the loop's next turn."""
        self._waiting = False
        if self._due is None:
            return
        if self._screen.is_busy and monotonic() < self._due:
            self._waiting = True
            asyncio.get_running_loop().call_soon(self._look)
            return
        self._due = None
        self._screen.paint_now()


class PaintedScreen(Screen[Result]):
    """A screen of ours."""

    BLANK: ClassVar[bool] = True
    """What is drawn is drawn by what stands on it."""
    _brush: Brush | None = None

    @property
    def _update_timer(self) -> Brush:  # type: ignore[override]  # what Textual asks of its timer, a brush does
        """What Textual paints with."""
        if self._brush is None:
            self._brush = Brush(self)
        return self._brush

    @property
    def is_busy(self) -> bool:
        """Tell whether messages wait that may change what is to be painted."""
        return any(
            pump.message_queue_size for pump in (self.app, self, *self._compositor.visible_widgets) if pump.is_running
        )

    def paint_now(self) -> None:
        """Paint what has changed."""
        app = self.app
        if not self.is_running or app._exit:  # noqa: SLF001 - as Textual's own timer asks
            return
        with self._context():
            try:
                self._on_timer_update()
            except Exception as error:  # noqa: BLE001 - as above
                app._handle_exception(error)  # noqa: SLF001 - as above


class Row(Horizontal):
    """Widgets side by side, and nothing of its own."""

    BLANK: ClassVar[bool] = True


class Column(Vertical):
    """Widgets one below the other, and nothing of its own."""

    BLANK: ClassVar[bool] = True
