"""A page of one article: where its lines stand, and which of them are in view.

The page holds a place, never a scroll row, and lays out only what it shows; so a story of ten megabytes opens as fast
as a small one, and the word on the top line stays there at any size.
"""

from collections.abc import Mapping, Sequence

from textual import events

from tui_reader.model import Article, BlockType, Line, Span
from tui_reader.reflow import Cursor, Flow, Options
from tui_reader.tui.messages import PicturesWanted, PlaceMoved
from tui_reader.tui.widgets import callout
from tui_reader.tui.widgets.drawn import Drawn
from tui_reader.tui.widgets.picture import PictureRooms, Row

MARGIN = 2
"""Cells left free at each side of the measure; the left ones carry the margin's marks."""
OVERLAP = 2
"""Lines of the last page that the next one shows again."""
CAPTION_INDENT = 2
"""Cells by which a caption is indented, and its picture with it."""
TALL = 14
"""Rows of a page on which a callout may take some for its box."""


class Page(Drawn):
    """One article, set to a measure; drawing it is left to others."""

    def __init__(self, *, measure: int, options: Options, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.options = options
        self.preferred_measure = measure
        self.article: Article | None = None
        self.pictures = PictureRooms()
        self.lids: Mapping[int, int] = {}
        """Rows over the text of each callout that may stand in a box, by block."""
        self._flow: Flow | None = None
        self._anchor = 0
        self._top: Cursor | None = None
        self._lines: tuple[Line, ...] | None = None

    # what the screen sets -----------------------------------------------------------------------------------------

    def take(self, article: Article) -> None:
        """Take another article; its place is set next."""
        self.article = article
        self._flow = None
        self.pictures.take({})
        callouts = (each for each in enumerate(article.blocks) if each[1].type is BlockType.CALLOUT)
        self.lids = {index: callout.lid_rows(block.text) for index, block in callouts}

    @property
    def place(self) -> int:
        """The place in the text that stands on the top line."""
        return self._anchor

    @place.setter
    def place(self, offset: int) -> None:
        self._anchor = offset
        self._top = None
        self._changed()

    @property
    def measure(self) -> int:
        """Cells in a line of text, for the room there is."""
        return max(1, min(self.preferred_measure, self.size.width - 2 * MARGIN))

    def set_measure(self, measure: int) -> None:
        """Set the preferred measure; the top line keeps its place."""
        self.preferred_measure = measure
        self.place = self._anchor

    def set_options(self, options: Options) -> None:
        """Set the text in another manner; the top line keeps its place."""
        if options != self.options:
            self.options = options
            self._flow = None
            self.place = self._anchor

    def set_pictures(self, sizes: Mapping[int, tuple[int, int]]) -> None:
        """Leave room for pictures of so many pixels, by the block they stand over; the top line keeps its place."""
        if self.pictures.take(sizes):
            self.place = self._anchor

    def take_picture(self, block: int, size: tuple[int, int], rows: Sequence[Row]) -> None:
        """Show a picture that was drawn for a room of so many columns and rows."""
        self.pictures.put(block, size, rows)
        self.refresh()

    def drop_picture(self, block: int) -> None:
        """Leave no room for a picture that cannot be shown; the top line keeps its place."""
        self.pictures.drop(block)
        self.place = self._anchor

    # moving -------------------------------------------------------------------------------------------------------

    def move_lines(self, rows: int) -> bool:
        """Move by lines; tell whether there was anywhere to go."""
        flow = self.flow
        if flow is None:
            return False
        top = self.top
        moved = flow.move(top, rows)
        if rows > 0:
            last = flow.last(max(1, self.size.height))
            moved = max(top, min(moved, last))
        return self._stand_at(moved)

    def move_page(self, pages: float) -> bool:
        """Move by pages, keeping two lines of the page before; half a page is ``0.5``."""
        height = self.size.height
        rows = max(1, height - OVERLAP) if abs(pages) >= 1 else max(1, int(height * abs(pages)))
        return self.move_lines(rows if pages > 0 else -rows)

    def move_start(self) -> bool:
        """Go to the first line."""
        return self.flow is not None and self._stand_at(self.flow.start)

    def move_end(self) -> bool:
        """Show the last line at the bottom."""
        return self.flow is not None and self._stand_at(max(self.top, self.flow.last(max(1, self.size.height))))

    def move_paragraph(self, step: int) -> bool:
        """Put the next or previous block's first line on top."""
        return self.flow is not None and self._stand_at(self.flow.paragraph(self.top, step))

    @property
    def block_on_top(self) -> int:
        """The block that the top line belongs to."""
        flow = self.flow
        return flow.line(self.top).block if flow is not None else 0

    def move_to_block(self, block: int) -> None:
        """Put a block's first row, or its picture's, on top."""
        if self.flow is not None:
            self._stand_at(self.flow.first_of(block))

    def reveal(self, span: Span) -> None:
        """Move only as far as needed so that a span can be read with some lines around it."""
        if not self.is_comfortable(span):
            self.go_to(span.start)

    def go_to(self, offset: int) -> None:
        """Show the line that holds ``offset`` a third down the pane."""
        flow = self.flow
        if flow is None:
            self._anchor = offset
            return
        self._stand_at(flow.move(flow.cursor_at(offset), -(self.size.height // 3)))

    def is_comfortable(self, span: Span) -> bool:
        """Tell whether a span is on the screen and not at its very edge."""
        lines = self.lines
        edge = 1 if len(lines) > 6 else 0
        inner = (
            lines[edge : len(lines) - edge] if len(lines) == self.size.height else lines[edge if self.place else 0 :]
        )
        return any(line.start <= span.start < line.end for line in inner)

    def _stand_at(self, cursor: Cursor) -> bool:
        flow = self.flow
        if flow is None or cursor == self.top:
            return False
        self._top = cursor
        self._anchor = flow.line(cursor).start
        self._changed()
        return True

    def _changed(self) -> None:
        self._lines = None
        self.refresh()
        if self.article is not None and self.size.height:
            self.post_message(PlaceMoved(self._anchor, self.end))
            self._ask_for_pictures()

    def _ask_for_pictures(self) -> None:
        """Ask for the pictures of this page and the next, as far as they are not drawn."""
        if not self.pictures or (flow := self.flow) is None:
            return
        ahead = flow.window(self.top, 2 * self.size.height)
        blocks = {line.block for line in ahead if line.picture_row >= 0 and line.block not in self.lids}
        if wanted := self.pictures.missing(blocks, self.room_cells, self.size.height):
            self.post_message(PicturesWanted(wanted))

    # layout -------------------------------------------------------------------------------------------------------

    @property
    def flow(self) -> Flow | None:
        """The article's lines at the present measure."""
        if self.article is None or not self.size.width:
            return None
        pictures = self.pictures.rows(self.room_cells, self.size.height) if self.pictures else {}
        lids = self.lids if self.has_boxes else {}
        rooms = {**pictures, **lids} if lids else pictures
        if self._flow is None or self._flow.measure != self.measure or self._flow.rooms != rooms:
            closed = frozenset(lids)
            former = self._flow if self._flow is not None and self._flow.article is self.article else None
            self._flow = (
                former.at(self.measure, rooms=rooms, closed=closed)
                if former
                else Flow(self.article, self.measure, self.options, rooms=rooms, closed=closed)
            )
            self._top = None
            self._lines = None
        return self._flow

    @property
    def has_boxes(self) -> bool:
        """Tell whether callouts stand in boxes: where there is room for them."""
        return bool(self.lids) and self.measure >= callout.NARROWEST and self.size.height >= TALL

    @property
    def room_cells(self) -> int:
        """Cells that a picture may be wide."""
        return self.measure - CAPTION_INDENT

    @property
    def top(self) -> Cursor:
        """The cursor of the top line."""
        flow = self.flow
        if flow is None:
            return Cursor(0, 0)
        if self._top is None:
            self._top = flow.cursor_at(self._anchor)
        return self._top

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines on the screen; fewer than its height at the end of the article."""
        flow = self.flow
        if flow is None:
            return ()
        if self._lines is None:
            self._lines = flow.window(self.top, self.size.height)
        return self._lines

    @property
    def end(self) -> int:
        """Where the last line on the screen ends."""
        return self.lines[-1].end if self.lines else 0

    def on_resize(self, event: events.Resize) -> None:
        """Keep the place on the top line."""
        del event
        self._top = None
        self._changed()
