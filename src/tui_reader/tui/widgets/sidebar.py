"""The sidebar: the stories, three rows each, with byline, reading time and read mark."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events

from tui_reader.text.cells import clip, width
from tui_reader.tui.messages import OpenStory
from tui_reader.tui.widgets.window import ListWindow, fit

_TITLE_ROWS = 2


@dataclass(frozen=True, slots=True)
class StoryRow:
    """What the sidebar says of a story."""

    title: str
    byline: str
    minutes: int
    """Reading time, at least 1."""
    read: bool
    mentions: int = 0
    """Mentions of the entity that is followed; 0 where none is."""


class Sidebar(ListWindow, can_focus=True):
    """A window over the archive's stories."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--title",
        "list--title-read",
        "list--dim",
        "list--count",
        "list--cursor",
        "list--cursor-blurred",
        "list--mark",
    }

    def __init__(self, story_row: Callable[[int], StoryRow]) -> None:
        super().__init__(item_rows=4, id="sidebar")
        self._story_row = story_row
        self._titles: dict[tuple[str, int], list[str]] = {}

    def draw_item(self, number: int, row: int, cells: int) -> list[tuple[str, str]]:
        """Draw two rows of headline, one of byline and time, and a free one."""
        story = self._story_row(number)
        room = max(1, cells - 4)
        mark = ("▌ " if number == self.cursor else "  ", "mark")
        if row < _TITLE_ROWS:
            title = self._title(story.title, room)
            return [mark, (title[row] if row < len(title) else "", "title-read" if story.read else "title")]
        if row == _TITLE_ROWS:
            return [mark, *self._detail(story, room)]
        return []

    def _detail(self, story: StoryRow, room: int) -> list[tuple[str, str]]:
        count = f" {story.mentions}×" if story.mentions else ""
        time = f"{story.minutes} min"
        state = "✓ " if story.read else ""
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

    def on_click(self, event: events.Click) -> None:
        """Open the story under the mouse."""
        number = self.item_at(event.y)
        if number is not None:
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
