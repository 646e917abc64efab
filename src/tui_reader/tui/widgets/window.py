"""A window over a long list: only the rows in view are asked for and drawn."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from tui_reader.text.cells import clip, width
from tui_reader.tui.looks import looks
from tui_reader.tui.widgets.drawn import Drawn, row

__all__ = ["ListWindow", "fit", "row"]


def fit(text: str, cells: int) -> str:
    """Give a text cut or padded to exactly so many cells; a cut shows as an ellipsis."""
    if width(text) > cells:
        text = clip(text, max(0, cells - 1)) + ("…" if cells > 0 else "")
    return text + " " * max(0, cells - width(text))


class ListWindow(Drawn):
    """A list with a cursor, of items of a fixed height, drawn by lines."""

    def __init__(self, *, item_rows: int, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.item_rows = item_rows
        self.count = 0
        self.cursor = 0
        self._first = 0
        self._styles: dict[str, Style] = {}

    # what the screen sets -----------------------------------------------------------------------------------------

    def set_count(self, count: int, cursor: int | None = None) -> None:
        """Take the number of items, and perhaps a new cursor."""
        self.count = count
        if cursor is not None:
            self.cursor = cursor
        self._keep_in_view()
        self.refresh()

    def move_to(self, cursor: int) -> bool:
        """Put the cursor on an item; tell whether it moved."""
        cursor = max(0, min(cursor, self.count - 1))
        moved = cursor != self.cursor
        self.cursor = cursor
        self._keep_in_view()
        self.refresh()
        return moved

    @property
    def page(self) -> int:
        """How many items are in view."""
        return max(1, self.size.height // self.item_rows)

    @property
    def first(self) -> int:
        """The item in the first row."""
        return self._first

    def show_from(self, first: int) -> None:
        """Show the list from an item on, as it once stood."""
        self._first = max(0, min(first, self.count - self.page))
        self.refresh()

    def _keep_in_view(self) -> None:
        if not self.size.height:  # hidden: it comes back as it was
            return
        if self.cursor < self._first:
            self._first = self.cursor
        elif self.cursor >= self._first + self.page:
            self._first = self.cursor - self.page + 1
        self._first = max(0, min(self._first, self.count - self.page))

    # drawing ------------------------------------------------------------------------------------------------------

    def draw_item(self, number: int, row: int, cells: int) -> list[tuple[str, str]]:
        """Give one row of an item as (text, component name) pairs; the widget pads it."""
        raise NotImplementedError

    def style_of(self, name: str) -> Style:
        """Give a component's style; ``name`` without its prefix."""
        found = self._styles.get(name)
        if found is None:
            found = self._styles[name] = looks(self.app).get(f"list--{name}", Style.null())
        return found

    def notify_style_update(self) -> None:
        """Forget the styles of the former theme."""
        super().notify_style_update()
        self._styles.clear()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in view."""
        del event
        self._keep_in_view()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        cells = self.size.width
        number = self._first + y // self.item_rows
        if number >= self.count:
            return self.row_of((), cells)
        chosen = number == self.cursor
        focused = chosen and (self.has_focus or not self.can_focus)
        name = ("cursor" if focused else "cursor-blurred") if chosen else ""
        return self.row_of(self.draw_item(number, y % self.item_rows, cells), cells, name)

    def row_of(self, parts: Iterable[tuple[str, str]], cells: int, ground: str = "") -> Strip:
        """Give a row of (text, component name) pairs, on a ground that a component names; the same for the same."""
        parts = tuple(parts)
        key = (parts, cells, ground)
        found = self.kept(key)
        if found is None:
            under = self.rich_style + self.style_of(ground) if ground else self.rich_style
            drawn = (Segment(text, under + self.style_of(name)) for text, name in parts)
            found = self.keep(key, row(drawn, cells, under))
        return found

    def item_at(self, y: int) -> int | None:
        """Give the number of the item drawn at a row, or None."""
        number = self._first + y // self.item_rows
        return number if number < self.count else None

    def scroll_items(self, items: int) -> None:
        """Move the window without the cursor, as a mouse wheel does."""
        self._first = max(0, min(self._first + items, self.count - self.page))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the window down."""
        event.stop()
        self.scroll_items(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the window up."""
        event.stop()
        self.scroll_items(-1)
