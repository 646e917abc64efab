"""The page as it came, at the place where the reader is."""

from bisect import bisect_right
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui_reader.model import Article, Block, BlockType
from tui_reader.reflow import Options
from tui_reader.tui.widgets.pane import ReadingPane
from tui_reader.tui.widgets.status import StatusLine

_WIDEST = 100


def raw_offset(article: Article, offset: int) -> int:
    """Give where a place of the repaired text stands in the page as it came."""
    origins = article.origins
    if not origins:
        return offset
    number = max(0, bisect_right(origins, offset, key=lambda origin: origin.start) - 1)
    origin = origins[number]
    return origin.raw_start + max(0, min(offset - origin.start, origin.length))


class ScanScreen(Screen[None], inherit_bindings=False):
    """One story's source text, untouched but for what could act on a terminal."""

    AUTO_FOCUS: ClassVar[str | None] = "#pane"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v,escape,q", "close", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,pagedown,f", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("g,home", "start", show=False),
        Binding("G,end", "end", show=False),
        Binding("ctrl+c,Q", "app.quit", show=False),
    ]

    def __init__(self, article: Article, offset: int) -> None:
        super().__init__()
        self._article = article
        self._raw = Article(article.id, article.source, (Block(BlockType.PARAGRAPH, article.raw),))
        self._offset = raw_offset(article, offset)

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield ReadingPane(measure=_WIDEST, options=Options())
        yield StatusLine()

    def on_mount(self) -> None:
        """Show the place."""
        self.query_one(ReadingPane).show(self._raw, self._offset)
        repairs = len(self._article.repairs)
        self.query_one(StatusLine).say(f"the page as it came · {repairs} repairs in this story · v goes back")

    def action_move(self, rows: int) -> None:
        """Move by lines."""
        self.query_one(ReadingPane).move_lines(rows)

    def action_page(self, pages: int) -> None:
        """Move by pages."""
        self.query_one(ReadingPane).move_page(pages)

    def action_start(self) -> None:
        """Go to the first line."""
        self.query_one(ReadingPane).move_start()

    def action_end(self) -> None:
        """Go to the last line."""
        self.query_one(ReadingPane).move_end()

    def action_close(self) -> None:
        """Go back to the repaired story."""
        self.dismiss(None)
