"""A few lines to write a note in."""

from collections.abc import Callable

from textual import events
from textual.markup import escape
from textual.strip import Strip
from textual.widgets import TextArea

from tui_reader.text.sanitise import safe_text
from tui_reader.tui.widgets.drawn import row

LONGEST = 10_000
"""Letters in a note that is typed; more are not taken."""
_NEW_LINE = {"ctrl+j", "alt+enter", "shift+enter"}


class NoteEditor(TextArea):
    """The note being written; Enter keeps it, Esc leaves it."""

    def __init__(self, keep: Callable[[str], None], leave: Callable[[str], None]) -> None:
        """Take whom to give the words to keep, and whom the words that were left."""
        super().__init__(
            id="note", soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False, theme="css"
        )
        self._keep = keep
        self._leave = leave

    def begin(self, about: str, words: str) -> None:
        """Show the words so far of a note about something."""
        self.border_title = escape(about)
        self.text = words
        self.move_cursor(self.document.end)

    def render_line(self, y: int) -> Strip:
        """Draw a row of the text as all our rows are drawn."""
        return row(super().render_line(y), self.size.width, self.rich_style)

    async def _on_key(self, event: events.Key) -> None:
        """Take the editor's own keys before those that edit."""
        if event.key in ("enter", "escape") or event.key in _NEW_LINE:
            event.stop()
            event.prevent_default()
            if event.key == "enter":
                self._keep(self.text)
            elif event.key == "escape":
                self._leave(self.text)
            else:
                self.insert("\n")
        elif event.is_printable and len(self.text) >= LONGEST:
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a pasted text without what acts and what does not fit."""
        event.stop()
        event.prevent_default()
        room = max(0, LONGEST - len(self.text))
        self.insert(safe_text(event.text[: LONGEST * 2])[:room])
