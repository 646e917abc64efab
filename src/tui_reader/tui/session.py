"""What any app of ours owes its terminal, whatever it shows: leaving in order, failing in one line, a steady cursor."""

import asyncio
import sys
import threading
from contextlib import suppress
from typing import Any, ClassVar, Final

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from tui_reader.text.sanitise import safe_text
from tui_reader.tui.lifecycle import Departure, Restoration, has_job_control
from tui_reader.tui.painter import Stretch

LONGEST_COPY: Final = 100_000
"""Characters that go to the clipboard; terminals take about as much."""


class TerminalApp(App[None], inherit_bindings=False):
    """An app on a real terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt('ctrl+c', 'quit')", show=False, priority=True),
        Binding("ctrl+z", "interrupt('ctrl+z', 'suspend_process')", show=False, priority=True),
    ]

    departure: Departure | None = None
    """Who answers signals; None where the app runs in a test."""
    restoration: Restoration | None = None
    """What brings the terminal back; None as above."""

    def get_driver_class(self) -> type[Driver]:
        """Talk to the terminal in our own way, whatever the environment says."""
        from tui_reader.tui.driver import TerminalDriver

        return TerminalDriver

    @property
    def fault(self) -> BaseException | None:
        """What the app ended of, other than somebody's wish."""
        return self._exception

    def live(self, departure: Departure, restoration: Restoration, *, mouse: bool) -> None:
        """Run until the person leaves, a signal comes or the terminal goes; give the terminal back whatever happens."""
        self.departure, self.restoration = departure, restoration
        departure.leave, departure.restore = self.leave_soon, restoration.restore
        threading.excepthook = self._thread_failed
        try:
            departure.watch()
            self.run(mouse=mouse)
        finally:
            restoration.restore()
            threading.excepthook = threading.__excepthook__

    def on_mount(self) -> None:
        """Take keys once there is something for them to act on; those typed before wait in the terminal."""
        self.screen.call_after_refresh(self._hear)

    def _hear(self) -> None:
        from tui_reader.tui.driver import TerminalDriver

        if isinstance(self._driver, TerminalDriver):
            self._driver.hear()

    # leaving ------------------------------------------------------------------------------------------------------

    def leave_soon(self, code: int) -> None:
        """Leave with an exit code as soon as the loop turns. May be called from a signal or any thread."""
        from tui_reader.tui.driver import TerminalDriver

        if isinstance(self._driver, TerminalDriver):
            self._driver.shut()
        loop = self._loop
        if loop is None or not loop.is_running():
            raise SystemExit(code)
        loop.call_soon_threadsafe(self._leave, code)

    def _leave(self, code: int) -> None:
        with self._context():
            with suppress(Exception):  # the screen may not be there yet, or no more
                self.keep()
            self.exit(return_code=code)

    def keep(self) -> None:
        """Keep everything that is precious."""

    async def action_interrupt(self, key: str, otherwise: str) -> None:
        """Do what the screen has bound to a key, even while a line is typed; or else what the key does everywhere."""
        for command in getattr(self.screen, "commands", ()):
            if key in command.keys:
                self.screen.call_later(self.screen.run_action, command.name)
                return
        await self.run_action(otherwise)

    def action_suspend_process(self) -> None:
        """Go to the background, where there is a shell that can bring us back."""
        if has_job_control():
            super().action_suspend_process()

    # painting -----------------------------------------------------------------------------------------------------

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Bring to the terminal what has changed, in one piece."""
        from tui_reader.tui.driver import TerminalDriver

        driver = self._driver
        if not isinstance(renderable, LayoutUpdate | ChopsUpdate) or not isinstance(driver, TerminalDriver):
            super()._display(screen, renderable)
            return
        if self._running and not self._closed and not self._batch_count:
            try:
                driver.paint(renderable, self.console, self.screen.outer_size.clamp_offset(self.cursor_position))
            except Exception as error:  # noqa: BLE001 - as Textual does: whatever it is, the app ends in order
                self._handle_exception(error)
        self.post_display_hook()

    def show_rows(self, rows: dict[int, list[Stretch | None]]) -> bool:
        """Bring some rows to the terminal, each as pieces from left to right; False where there is no terminal."""
        from tui_reader.tui.driver import TerminalDriver

        driver = self._driver
        if not isinstance(driver, TerminalDriver) or not self._running or self._closed or self._batch_count:
            return False
        driver.paint_rows(rows, self.console, self.screen.outer_size.clamp_offset(self.cursor_position))
        return True

    # failing ------------------------------------------------------------------------------------------------------

    def on_load(self) -> None:
        """Hear of what fails in nobody's hands."""
        if not self.is_headless:
            asyncio.get_running_loop().set_exception_handler(self._loop_failed)

    def _loop_failed(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        del loop
        error = context.get("exception")
        if isinstance(error, Exception) and not self._exit:
            self._handle_exception(error)

    def _thread_failed(self, args: threading.ExceptHookArgs) -> None:
        error, loop = args.exc_value, self._loop
        if isinstance(error, Exception) and loop is not None and not self._exit:
            with suppress(RuntimeError):  # the loop ended by itself
                loop.call_soon_threadsafe(self._handle_exception, error)

    def _handle_exception(self, error: Exception) -> None:
        """End, and leave it to `read` to say why."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """End for a reason that came without an exception of its own."""
        if self.is_headless:
            super().panic(*renderables)
            return
        error = sys.exc_info()[1]
        self._handle_exception(error if isinstance(error, Exception) else RuntimeError("panic"))

    def _print_error_renderables(self) -> None:
        """Print nothing: the reason is told in one line."""
        if self.is_headless:
            super()._print_error_renderables()
        self._exit_renderables.clear()

    # quiet --------------------------------------------------------------------------------------------------------

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep the cursor of a line from blinking, which would paint twice a second for ever."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = False

    def copy_to_clipboard(self, text: str) -> None:
        """Copy text, with nothing in it that acts where it is pasted."""
        super().copy_to_clipboard(safe_text(text[:LONGEST_COPY]))

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer alone: nobody would give it back where the reader is killed."""
