"""A study panel: a head, a list of which only the rows in view are drawn, and a few rows about the chosen one."""

from collections.abc import Callable, Mapping
from typing import Protocol

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tui_reader.reflow import break_lines
from tui_reader.text.cells import width
from tui_reader.text.sanitise import safe_typing
from tui_reader.tui.widgets.strip import Parts
from tui_reader.tui.widgets.window import ListWindow, fit, row

LONGEST = 80
"""Letters that narrow a list; more are not taken."""
_PASSED = frozenset("?c:")
"""Letters that a panel without a filter leaves to the reader."""


class Sheet(Protocol):
    """What a panel shows. It is asked for the rows in view alone, whenever they are drawn."""

    @property
    def title(self) -> str:
        """What the panel is about, in its head."""

    @property
    def said(self) -> str:
        """How much there is, at the head's right."""

    @property
    def count(self) -> int:
        """How many rows there are."""

    @property
    def empty(self) -> str:
        """What to do where there are none."""

    def columns(self, cells: int) -> Parts:
        """Give the heads of the columns, or nothing."""

    def row(self, number: int, cells: int) -> Parts:
        """Give a row of the list."""

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Give the rows below the list, about the chosen one; always as many."""

    def can_choose(self, number: int) -> bool:
        """Tell whether the cursor may stand on a row."""


class Panel(ListWindow, can_focus=True):
    """One list beside or above the text. Every key is answered in its own message, as in the search bar."""

    def __init__(
        self, sheet: Sheet, chosen: Callable[[], None], narrow: Callable[[str], None], accept: Callable[[], None]
    ) -> None:
        """Take what to show, whom to tell of the chosen row, of what is typed, and of a row that is clicked twice."""
        super().__init__(item_rows=1, id="panel")
        self.sheet = sheet
        self.typed = ""
        """What was typed to narrow the list."""
        self._chosen = chosen
        self._narrow = narrow
        self._accept = accept
        self._narrows = False
        self.keys: Mapping[str, Callable[[], None]] = {}
        """What the panel's own keys do, by key or by letter."""

    # what the screen sets -----------------------------------------------------------------------------------------

    def use(
        self, sheet: Sheet, keys: Mapping[str, Callable[[], None]], *, narrows: bool, typed: str, cursor: int
    ) -> None:
        """Take what to show, what the keys do, and whether letters narrow the list."""
        self.sheet, self.keys, self._narrows, self.typed = sheet, keys, narrows, typed
        self._first = 0
        self.show(cursor)

    def show(self, cursor: int | None = None) -> None:
        """Draw the sheet, whose rows may be others by now; the cursor stands on ``cursor``."""
        self.count = self.sheet.count
        wanted = self.cursor if cursor is None else cursor
        self.set_count(self.count, self._nearest(max(0, min(wanted, self.count - 1)), 1))

    def shift(self, rows: int) -> None:
        """Take in so many rows that have come before the first one; what is in view stays."""
        self._first += rows
        self.show(self.cursor + rows)

    def step(self, rows: int) -> None:
        """Move the cursor, past what cannot be chosen, and tell the screen."""
        if not self.count:
            return
        wanted = max(0, min(self.cursor + rows, self.count - 1))
        if self.move_to(self._nearest(wanted, 1 if rows > 0 else -1)):
            self._chosen()

    def step_page(self, pages: int) -> None:
        """Move by what is in view."""
        self.step(pages * max(1, self.page - 1))

    def _nearest(self, number: int, step: int) -> int:
        """Give the nearest row that can be chosen: on from ``number`` in the step's direction, else the other way."""
        for way in (step, -step):
            at = number
            while 0 <= at < self.count:
                if self.sheet.can_choose(at):
                    return at
                at += way
        return number

    def _keep_in_view(self) -> None:
        super()._keep_in_view()
        if self.cursor == self._nearest(0, 1):
            self._first = 0  # the heads above the first row that can be chosen

    # drawing ------------------------------------------------------------------------------------------------------

    @property
    def _above(self) -> int:
        """Rows above the list."""
        return 1 + bool(self.size.height > 4 and self.sheet.columns(self._room))

    @property
    def _below(self) -> int:
        """Rows below the list."""
        notes = self.sheet.notes(self.cursor, self._room) if self.count else []
        return len(notes) if self.size.height >= len(notes) + self._above + 3 else 0

    @property
    def _room(self) -> int:
        return max(1, self.size.width - 3)

    @property
    def page(self) -> int:
        """How many rows of the list are in view."""
        return max(1, self.size.height - self._above - self._below)

    def render_line(self, y: int) -> Strip:
        """Draw one row of head, list or notes."""
        if y == 0:
            return self._head()
        if y < self._above:
            return self._plain(self.sheet.columns(self._room), "columns")
        if y >= self.size.height - self._below:
            notes = self.sheet.notes(self.cursor, self._room)
            return self._plain(notes[y - (self.size.height - self._below)], "note")
        if not self.count and y > self._above:
            return self._nothing(y - self._above - 1)
        return super().render_line(y - self._above)

    def draw_item(self, number: int, row: int, cells: int) -> Parts:
        """Draw a row of the list, with the cursor's mark."""
        del row
        mark = "▌" if number == self.cursor else " "
        return [(mark, "mark"), *self.sheet.row(number, cells - 3)]

    def _plain(self, parts: Parts, ground_name: str = "") -> Strip:
        ground = self.rich_style + self.style_of(ground_name)
        drawn = [Segment(text, ground + self.style_of(name)) for text, name in parts]
        return row([Segment(" ", ground), *drawn], self.size.width, ground)

    def _nothing(self, y: int) -> Strip:
        """Draw a row of what to do where there are no rows."""
        text = self.sheet.empty
        rows = break_lines(text, 0, len(text), self._room)
        return self._plain([(text[rows[y].start : rows[y].end], "dim")] if y < len(rows) else [])

    def _head(self) -> Strip:
        cells, ground = self.size.width, self.rich_style + self.style_of("head")
        title, said = f" {self.sheet.title}", f" {self.sheet.said} "
        while said.strip() and width(title) + width(said) > cells:
            said = f" {said.strip().rpartition(' · ')[0]} "
        room = max(1, cells - width(said) - 1)
        dim, bold = ground + self.style_of("dim"), ground + self.style_of("typed")
        segments = [Segment(fit(title, min(room, width(title))), bold)]
        left = room - width(title)
        if self._narrows and left > 6:
            typed = f"  / {self.typed}▏ ctrl+u clears" if self.typed else "  type to narrow"
            segments.append(Segment(fit(typed, left), bold if self.typed else dim))
        else:
            segments.append(Segment(" " * max(0, left), ground))
        return row([*segments, Segment(said, dim)], cells, ground)

    def item_at(self, y: int) -> int | None:
        """Give the number of the row of the list drawn at a row of the panel, or None."""
        inside = self._above <= y < self.size.height - self._below
        return super().item_at(y - self._above) if inside else None

    # keys and mouse -----------------------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        """Take the panel's keys, and letters where they narrow the list."""
        act = self.keys.get(event.key) or self.keys.get(event.character or "")
        if act is not None and not (self.typed and event.is_printable and self._narrows):
            event.stop()
            event.prevent_default()
            act()
        elif self._narrows and self._edited(event):
            event.stop()
            event.prevent_default()
            self._narrow(self.typed)
        elif event.is_printable and event.character not in _PASSED:
            event.stop()
            event.prevent_default()

    def _edited(self, event: events.Key) -> bool:
        """Change what is typed by a key; tell whether it did."""
        before = self.typed
        if event.key in ("backspace", "ctrl+h"):
            self.typed = before[:-1]
        elif event.key in ("ctrl+w", "ctrl+u"):
            self.typed = before.rstrip().rpartition(" ")[0] if event.key == "ctrl+w" else ""
        elif event.character and event.is_printable and not (event.character == "?" and not before):
            self.typed = safe_typing(before + event.character)[:LONGEST]
        else:
            return False
        return True

    def _on_paste(self, event: events.Paste) -> None:
        """Narrow by a pasted text as by a typed one."""
        event.stop()
        if self._narrows:
            self.typed = safe_typing(self.typed + event.text[: LONGEST * 4])[:LONGEST]
            self._narrow(self.typed)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; a second click goes there."""
        number = self.item_at(event.y)
        if number is None or not self.sheet.can_choose(number):
            return
        if number == self.cursor:
            self._accept()
        else:
            self.step(number - self.cursor)
