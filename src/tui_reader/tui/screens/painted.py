"""Screens that are painted as soon as a key has been worked through.

Textual paints at the ticks of a timer, so an answer that is ready after two milliseconds waits for up to sixteen more,
and one that is ready in two steps is painted twice. Here painting waits until nothing is left to be done.
"""

import asyncio
from itertools import combinations
from time import monotonic
from typing import Any, ClassVar, Final, TypeVar

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from tui_reader.tui.painter import Stretch
from tui_reader.tui.session import TerminalApp
from tui_reader.tui.tidying import Tidying

Result = TypeVar("Result")
_LONGEST: Final = 1 / 60
"""Seconds that painting waits for what is still to be done: while keys come without a pause, it goes on."""


class Brush:
    """Stands in a screen where Textual has its timer: ``resume`` asks for a frame, ``pause`` takes that back."""

    def __init__(self, screen: "PaintedScreen[Any]") -> None:
        self._screen = screen
        self._due: float | None = None
        self._waiting = False
        self._tidying = Tidying()

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
        self._tidying.put_off()


class PaintedScreen(Screen[Result]):
    """A screen of ours."""

    BLANK: ClassVar[bool] = True
    """What is drawn is drawn by what stands on it."""
    _brush: Brush | None = None
    _looked_at: object = None
    _shown: dict[Widget, Region] | None = None

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
                if not self._paint_widgets():
                    self._on_timer_update()
            except Exception as error:  # noqa: BLE001 - as above
                app._handle_exception(error)  # noqa: SLF001 - as above

    def _paint_widgets(self) -> bool:
        """Paint the widgets that changed, where none lies over another and nothing else is due; tell whether it did.

        Textual would compose the whole screen for it.
        """
        app, dirty = self.app, self._dirty_widgets
        due = self._layout_required or self._scroll_required or self._repaint_required or self._recompose_required
        if due or not dirty or self._callbacks or not self.is_current or not isinstance(app, TerminalApp):
            return False
        shown = self._apart()
        if shown is None or not all(widget in shown for widget in dirty):
            return False
        rows: dict[int, list[Stretch | None]] = {}
        for widget in sorted(dirty, key=lambda widget: shown[widget].x):
            x, y, width, height = shown[widget]
            for number, strip in enumerate(widget.render_lines(Region(0, 0, width, height)), y):
                rows.setdefault(number, []).append((x, x + width, strip))
        if not app.show_rows(dict(sorted(rows.items()))):
            return False
        for widget in dirty:
            widget._exchange_repaint_regions()  # noqa: SLF001 - as the compositor does
        dirty.clear()
        return True

    def _apart(self) -> dict[Widget, Region] | None:
        """Give where the widgets stand that draw something; None where one lies over another, or out of view."""
        visible = self._compositor.visible_widgets
        if visible is not self._looked_at:
            self._looked_at = visible
            regions = {widget: places for widget, places in visible.items() if not widget.BLANK}
            areas = sum(region.area for region, _ in regions.values())
            whole = all(clip.contains_region(region) for region, clip in regions.values())
            # without a gap and without an overlap the areas add up to the screen's, and each pair is checked
            apart = (
                whole
                and areas <= self.size.area
                and not any(one.overlaps(other) for (one, _), (other, _) in combinations(regions.values(), 2))
            )
            self._shown = {widget: region for widget, (region, _) in regions.items()} if apart else None
        return self._shown


class Row(Horizontal):
    """Widgets side by side, and nothing of its own."""

    BLANK: ClassVar[bool] = True


class Column(Vertical):
    """Widgets one below the other, and nothing of its own."""

    BLANK: ClassVar[bool] = True
