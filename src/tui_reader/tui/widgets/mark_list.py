"""The marks, listed while a letter is waited for."""

from collections.abc import Callable
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tui_reader.text.cells import width
from tui_reader.tui.widgets.window import ListWindow, fit, row

MOST_ROWS = 8
"""Marks shown at once."""
_TITLE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class MarkRow:
    """What the list says of a mark."""

    letter: str
    title: str
    """The story's, or the name of its file where the story is not in this archive."""
    words: str
    """How the text goes on at the mark."""


class MarkList(ListWindow, can_focus=True):
    """The marks by letter; every key is its answer."""

    def __init__(self, answer: Callable[[str], None], forget: Callable[[str], None]) -> None:
        """Take whom to tell the letter that was typed (empty: none), and whom a letter to forget."""
        super().__init__(item_rows=1, id="marks")
        self._answer = answer
        self._forget = forget
        self._asked = ""
        self.rows: tuple[MarkRow, ...] = ()

    def ask(self, question: str, rows: tuple[MarkRow, ...]) -> None:
        """Show the marks and wait for a letter."""
        self._asked = question
        self.rows = rows
        self.styles.height = 1 + min(MOST_ROWS, len(rows))
        self._first = 0
        self.set_count(len(rows), 0 if rows else -1)

    # drawing ------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """How many marks are in view."""
        return max(1, self.size.height - 1)

    def item_at(self, y: int) -> int | None:
        """Give the number of the mark drawn at a row, or None."""
        return super().item_at(y - 1) if y else None

    def render_line(self, y: int) -> Strip:
        """Draw the question, or a mark."""
        if y:
            return super().render_line(y - 1)
        cells, ground = self.size.width, self.rich_style + self.style_of("head")
        helped = "↑ ↓ Enter choose · Del forgets " if self.rows else ""
        room = max(0, cells - 2 - width(helped)) if width(helped) + width(self._asked) + 4 <= cells else cells - 2
        parts = [(" ", "count"), (fit(self._asked, room), "title")]
        parts += [(f" {helped}", "dim")] if room < cells - 2 else []
        return row((Segment(text, ground + self.style_of(name)) for text, name in parts), cells, ground)

    def draw_item(self, number: int, row: int, cells: int) -> list[tuple[str, str]]:
        """Draw a mark: its letter, its story, its words."""
        del row
        mark = self.rows[number]
        room = max(1, cells - 6)
        named = min(40, int(room * _TITLE_SHARE)) if room > 40 else room
        cursor = "▌" if number == self.cursor else " "
        parts = [(cursor, "mark"), (f" {mark.letter}  ", "count"), (fit(mark.title, named), "title")]
        return [*parts, (fit(f"  {mark.words}", room - named), "dim")] if room > named else parts

    # keys and mouse -----------------------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        """Take whatever is typed: a letter answers, anything else leaves."""
        event.stop()
        event.prevent_default()
        if event.key in ("down", "up"):
            self.move_to(self.cursor + (1 if event.key == "down" else -1))
        elif event.key in ("pagedown", "pageup"):
            self.move_to(self.cursor + (self.page if event.key == "pagedown" else -self.page))
        elif event.key == "enter" and self.rows:
            self._answer(self.rows[self.cursor].letter)
        elif event.key == "delete" and self.rows:
            self._forget(self.rows[self.cursor].letter)
        elif event.character and event.is_printable:
            self._answer(event.character)
        else:
            self._answer("")

    def on_click(self, event: events.Click) -> None:
        """Choose the mark under the mouse."""
        event.stop()
        number = self.item_at(event.y)
        if number is not None:
            self._answer(self.rows[number].letter)

    def on_blur(self) -> None:
        """Leave when the keys go elsewhere."""
        if self.display:
            self._answer("")
