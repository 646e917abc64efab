"""The keys overlay: every command of the table with its keys, narrowed as you type."""

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.text.cells import width
from tui_reader.tui.commands import Command, key_labels
from tui_reader.tui.looks import looks
from tui_reader.tui.widgets.window import fit

_KEY_CELLS = 22


class KeyTable(Widget):
    """The commands in groups, each with its keys."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._rows: list[tuple[str, str]] = []
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Keep the commands whose words or keys hold what was typed."""
        wanted = typed.casefold().split()
        kept = [
            command
            for command in self._commands
            if all(word in f"{command.title} {command.group}".casefold() for word in wanted) or typed in command.keys
        ]
        self._rows = []
        for group, commands in groupby(kept, key=lambda command: command.group):
            self._rows += [("", str(group)), *((key_labels(command), command.title) for command in commands), ("", "")]
        if not self._rows:
            self._rows = [("", f"no command is called “{typed}”")]
        self.styles.height = len(self._rows)
        self.refresh(layout=True)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        cells, ground = self.size.width, self.rich_style
        if y >= len(self._rows):
            return Strip([Segment(" " * cells, ground)], cells)
        keys, title = self._rows[y]
        if not keys:
            style = ground + looks(self.app)["keys--group"]
            return Strip([Segment(fit(title, cells), style)], cells)
        room = min(_KEY_CELLS, max(8, cells // 3))
        key_style = ground + looks(self.app)["keys--key"]
        text = fit(f"  {keys}", max(room, width(keys) + 3))
        return Strip([Segment(text, key_style), Segment(title, ground)]).crop_extend(0, cells, ground)


class KeysScreen(ModalScreen[None], inherit_bindings=False):
    """All keys; typing narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False, priority=True),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("ctrl+c", "app.quit", show=False),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Lay out the table."""
        with VerticalScroll(id="keys"):
            yield KeyTable(self._commands)

    def on_mount(self) -> None:
        """Say how to narrow and close."""
        self._title()

    def _title(self) -> None:
        box = self.query_one("#keys", VerticalScroll)
        box.border_title = Content(f"Keys: {self._typed}" if self._typed else "Keys")
        box.border_subtitle = "type to narrow · Esc closes"

    def on_key(self, event: events.Key) -> None:
        """Narrow by what is typed."""
        if event.key in ("backspace", "ctrl+h"):
            self._typed = self._typed[:-1]
        elif not self._typed and event.character in ("?", "q"):
            self.action_close()
            return
        elif event.character and event.is_printable and len(self._typed) < 40:
            self._typed += event.character
        else:
            return
        event.stop()
        self.query_one(KeyTable).narrow(self._typed)
        self._title()

    def action_scroll(self, rows: int) -> None:
        """Scroll the table."""
        self.query_one("#keys", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_close(self) -> None:
        """Go back to the page."""
        self.dismiss(None)
