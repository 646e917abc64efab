"""The sidebar: the stories, three rows each, with byline, reading time and read mark, under a head of one row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui_reader.text.cells import clip, width
from tui_reader.text.sanitise import safe_typing
from tui_reader.tui.messages import OpenStory, WidenStories
from tui_reader.tui.widgets.window import ListWindow, fit

_TITLE_ROWS = 2
_NOTHING = "no such story · Esc lists all"
_LONGEST = 80
"""Letters that narrow the list; more are not taken."""


class FilterLeft(Protocol):
    """Who is told that nothing narrows the list any more."""

    def __call__(self, *, accepted: bool) -> None:
        """Take note of it; ``accepted`` where the chosen story is to be opened."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What the sidebar says of a story."""

    title: str
    byline: str
    minutes: int
    """Reading time; 0 for a story without words."""
    read: bool
    mentions: int = 0
    """Mentions of the entity that is followed; 0 where none is."""
    group: str = ""
    """The file or folder it belongs to; empty where the list has no groups."""


class Sidebar(ListWindow, can_focus=True):
    """A window over the archive's stories."""

    def __init__(self, story_row: Callable[[int], StoryRow]) -> None:
        super().__init__(item_rows=4, id="sidebar")
        self._story_row = story_row
        self._stories: dict[int, StoryRow] = {}
        """What is said of the stories while they are drawn."""
        self._titles: dict[tuple[str, int], list[str]] = {}
        self._head = ""
        self._narrow: Callable[[str], None] | None = None
        self._left: FilterLeft | None = None
        self.typed = ""
        """What narrows the list."""
        self._pulled = False

    # what the screen sets -----------------------------------------------------------------------------------------

    def set_head(self, text: str) -> None:
        """Say over the list how it differs from the archive."""
        if text != self._head:
            self._head = text
            self.refresh()

    def type_filter(self, narrow: Callable[[str], None], left: "FilterLeft") -> None:
        """Take letters to narrow the list by, until Enter or Esc; ``left`` is told which."""
        self._narrow, self._left = narrow, left
        self.refresh()

    @property
    def typing(self) -> bool:
        """Tell whether letters narrow the list."""
        return self._narrow is not None

    # drawing ------------------------------------------------------------------------------------------------------

    @property
    def _above(self) -> int:
        """Rows above the list: none where rows are few and there is nothing to say."""
        return 1 if self.size.height > 14 or self.typing or self._head else 0

    @property
    def page(self) -> int:
        """How many stories are in view."""
        return max(1, (self.size.height - self._above) // self.item_rows)

    def item_at(self, y: int) -> int | None:
        """Give the number of the story drawn at a row, or None."""
        return super().item_at(y - self._above) if y >= self._above else None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows; each story is asked for once."""
        try:
            return super().render_lines(crop)
        finally:
            self._stories.clear()

    def _story(self, number: int) -> StoryRow:
        if number not in self._stories:
            self._stories[number] = self._story_row(number)
        return self._stories[number]

    def render_line(self, y: int) -> Strip:
        """Draw the head, or a row of a story."""
        if not self.count and y == self._above + 1:
            return self.row_of([("  ", ""), (_NOTHING, "dim")], self.size.width)
        if y >= self._above:
            return super().render_line(y - self._above)
        cells = self.size.width
        if self.typing:
            parts = [("  filter ", "dim"), (f"{self.typed}▏", "typed")]
        elif self._head:
            parts = [("  ", ""), (fit(self._head, max(0, cells - 3)), "group")]
        else:
            group = self._story(self._first).group if self.count else ""
            parts = [("  ", ""), (fit(group, max(0, cells - 3)), "group")]
        return self.row_of(parts, cells)

    def draw_item(self, number: int, row: int, cells: int) -> list[tuple[str, str]]:
        """Draw a headline's one or two rows, one of byline and time, and a last one that may name the next group."""
        story = self._story(number)
        room = max(1, cells - 4)
        mark = ("▌ " if number == self.cursor else "  ", "mark")
        title = self._title(story.title, room)
        if row < len(title):
            return [mark, (title[row], "title-read" if story.read else "title")]
        if row == len(title):
            return [mark, *self._detail(story, room)]
        if row < self.item_rows - 1:
            return []
        following = self._story(number + 1).group if story.group and number + 1 < self.count else ""
        return [("  ", ""), (fit(following, room), "group")] if following != story.group else []

    def _detail(self, story: StoryRow, room: int) -> list[tuple[str, str]]:
        count = f" {story.mentions}×" if story.mentions else ""
        time = f"{story.minutes} min" if story.minutes else "empty"
        state = "✓ " if story.read and story.minutes else ""
        byline = f" · {story.byline}" if story.byline else ""
        text = fit(f"{state}{time}{byline}", room - width(count))
        return [(text, "dim"), (count, "count")]

    def _title(self, title: str, room: int) -> list[str]:
        key = (title, room)
        if key not in self._titles:
            if len(self._titles) > 500:
                self._titles.clear()
            self._titles[key] = _two_rows(title, room)
        return self._titles[key]

    # keys and mouse -----------------------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        """Take letters while the list is narrowed by typing."""
        narrow = self._narrow
        if narrow is None:
            return
        before = self.typed
        if event.key in ("enter", "escape", "tab"):
            self._narrow = None
            self.typed = "" if event.key == "escape" else self.typed
            self.refresh()
        elif event.key in ("backspace", "ctrl+h"):
            self.typed = self.typed[:-1]
        elif event.key == "ctrl+u":
            self.typed = ""
        elif event.character and event.is_printable:
            self.typed = safe_typing(self.typed + event.character)[:_LONGEST]
        else:
            return
        event.stop()
        event.prevent_default()
        if self.typed != before:
            narrow(self.typed)
            self.refresh()
        if self._narrow is None and self._left is not None:
            self._left(accepted=event.key == "enter")

    def _on_paste(self, event: events.Paste) -> None:
        """Narrow by a pasted text as by a typed one."""
        if self._narrow is not None:
            event.stop()
            self.typed = safe_typing(self.typed + event.text[: _LONGEST * 4])[:_LONGEST]
            self._narrow(self.typed)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the right edge."""
        if event.x >= self.size.width - 1:
            self._pulled = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull the right edge."""
        if self._pulled:
            self.post_message(WidenStories(event.x + 1))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the right edge."""
        del event
        if self._pulled:
            self._pulled = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Open the story under the mouse."""
        number = self.item_at(event.y)
        if number is not None and event.x < self.size.width - 1:
            self.post_message(OpenStory(number, read_on=False))


def _two_rows(title: str, room: int) -> list[str]:
    """Set a headline in two rows, cut with an ellipsis where it is longer."""
    rows: list[str] = []
    words = title.split()
    while words and len(rows) < _TITLE_ROWS:
        line = words.pop(0)
        while words and width(line) + 1 + width(words[0]) <= room:
            line += f" {words.pop(0)}"
        if width(line) > room:
            line = clip(line, room - 1) + "…"
        rows.append(line)
    if words:
        rows[-1] = fit(f"{rows[-1]} {words[0]}", room).rstrip()
        if not rows[-1].endswith("…"):
            rows[-1] = clip(rows[-1], room - 1) + "…"
    return rows
