"""The reading pane: draws the lines of one article from a place in its text.

The pane holds a place, never a scroll row, and lays out only what it shows; so a story of ten megabytes opens as fast
as a small one, and the word on the top line stays there at any size.
"""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.model import Article, BlockType, Figure, Line, Span
from tui_reader.reflow import Cursor, Flow, Options
from tui_reader.text.cells import width
from tui_reader.tui.looks import looks
from tui_reader.tui.messages import FollowName, PicturesWanted, PlaceMoved
from tui_reader.tui.widgets.drawn import Drawn
from tui_reader.tui.widgets.line_style import Lit, pieces, widened
from tui_reader.tui.widgets.picture import PictureRooms, Row

MARGIN = 2
"""Cells left free at each side of the measure; the left ones carry the margin's marks."""
OVERLAP = 2
"""Lines of the last page that the next one shows again."""
CAPTION_INDENT = 2
"""Cells by which a caption is indented, and its picture with it."""
INSETS = {BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT}
_BOLD = Style(bold=True)
"""Of each row's last cell, so that a screen that is copied line by line names its colours anew on each."""
_RULES = {BlockType.CAPTION: "│ ", BlockType.PULLQUOTE: "┃ ", BlockType.CALLOUT: "│ "}


class ReadingPane(Drawn, can_focus=True):
    """One article, set to a measure."""

    def __init__(self, *, measure: int, options: Options) -> None:
        super().__init__(id="pane")
        self.options = options
        self.preferred_measure = measure
        self.article: Article | None = None
        self.notes: dict[int, str] = {}
        """Words drawn after a block that the text does not hold, by block index (the reading time)."""
        self.doubtful: Sequence[Span] = ()
        """Stretches whose repair is uncertain; their lines carry a quiet mark."""
        self.signs: Sequence[tuple[int, str]] = ()
        """Where notes and marks stand, as (offset, sign); their lines carry the sign in the margin."""
        self._flow: Flow | None = None
        self._anchor = 0
        self._top: Cursor | None = None
        self._lines: tuple[Line, ...] | None = None
        self._lit = Lit()
        self._styles: dict[str, Style] = {}
        self._drawn: dict[tuple[Line, bool, bool], Strip] = {}
        self._drawn_of: tuple[object, ...] = ()
        self._hover: Span | None = None
        self.pictures = PictureRooms()

    # what the screen sets -----------------------------------------------------------------------------------------

    def show(self, article: Article, offset: int = 0, figures: Sequence[Figure] = ()) -> None:
        """Draw an article with the line that holds ``offset`` on top."""
        if article is not self.article:
            self.article = article
            self._flow = None
            self.notes = {}
            self.doubtful = ()
            self.signs = ()
            self.pictures.take({})
        self._lit = Lit(figures=tuple(figures))
        self.place = offset

    def light(self, mentions: Sequence[Span] = (), current: Span | None = None) -> None:
        """Light the mentions of what is followed, the current one more."""
        lit = Lit(self._lit.figures, tuple(mentions), current, self._lit.figure)
        if lit != self._lit or self._hover is not None:
            self._lit, self._hover = lit, None
            self.refresh()

    def light_figures(self, figures: Sequence[Figure], current: Span | None = None) -> None:
        """Light the figures, and the current one more."""
        lit = Lit(tuple(figures), self._lit.mentions, self._lit.current, current)
        if lit != self._lit:
            self._lit = lit
            self.refresh()

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
        blocks = {line.block for line in ahead if line.picture_row >= 0}
        if wanted := self.pictures.missing(blocks, self._room_cells, self.size.height):
            self.post_message(PicturesWanted(wanted))

    # layout -------------------------------------------------------------------------------------------------------

    @property
    def flow(self) -> Flow | None:
        """The article's lines at the present measure."""
        if self.article is None or not self.size.width:
            return None
        rooms = self.pictures.rows(self._room_cells, self.size.height) if self.pictures else {}
        if self._flow is None or self._flow.measure != self.measure or self._flow.rooms != rooms:
            former = self._flow if self._flow is not None and self._flow.article is self.article else None
            self._flow = (
                former.at(self.measure, rooms=rooms)
                if former
                else Flow(self.article, self.measure, self.options, rooms=rooms)
            )
            self._top = None
            self._lines = None
        return self._flow

    @property
    def _room_cells(self) -> int:
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

    # drawing ------------------------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Forget the styles of the former theme."""
        super().notify_style_update()
        self._styles.clear()
        self._drawn.clear()

    def style_of(self, name: str) -> Style:
        """Give a component's style; ``name`` without its prefix."""
        found = self._styles.get(name)
        if found is None:
            found = self._styles[name] = looks(self.app)[f"pane--{name}"]
        return found

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take what there is."""
        del viewport
        return container.width

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows; those that stood here before need not be drawn again."""
        self._forget_stale()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        cells, lines = self.size.width, self.lines
        article = self.article
        if article is None or y >= len(lines) or cells < MARGIN * 2 + 1:
            return self._free_row(cells)
        line = lines[y]
        inside = line.start < line.end or (0 < y < len(lines) - 1 and lines[y + 1].block == line.block)
        gauge = self._on_gauge(y)
        strip = self._drawn.get((line, inside, gauge))
        if strip is None:
            ground = self.rich_style
            edge = Segment("▐", ground + self.style_of("gauge") + _BOLD) if gauge else Segment(" ", ground + _BOLD)
            segments = [*self._draw(article, line, cells, inside=inside), edge]
            strip = self._drawn[line, inside, gauge] = Strip(segments).crop_extend(0, cells, ground)
        return strip

    def _forget_stale(self) -> None:
        """Keep what is drawn only as long as everything it was drawn of is the same."""
        drawn_of = (
            *(self.article, self._flow, self._lit, self._hover, self.signs, self.doubtful, self.notes, self.rich_style),
            *(self.text_selection, self.size.width, self.pictures.version),
        )
        if len(self._drawn) > 1000 or any(
            new is not old and new != old for new, old in zip(drawn_of, self._drawn_of, strict=False)
        ):
            self._drawn.clear()
        self._drawn_of = drawn_of

    def _draw(self, article: Article, line: Line, cells: int, *, inside: bool) -> list[Segment]:
        """Draw a line but for the gauge; as few pieces as its styles allow, since each costs bytes on the way."""
        ground = self.rich_style
        left = max(MARGIN, (cells - self.measure) // 2)
        sign = self._margin(line)[-left:]
        used = left
        if line.picture_row >= 0:
            return self._draw_picture(line, left, cells)
        rule = self._rule(line, inside=inside)
        # The blanks at the left have a style of their own: where a screen is pictured run by run, they would go with
        # the text and be lost.
        lead = " " * (left - width(sign))
        blank = ground + self.style_of("gauge" if sign else "margin")
        segments = [Segment(lead if sign or rule.strip() else lead + rule, blank)]
        if sign or rule.strip():
            segments.append(Segment(sign, ground + self.style_of("margin")))
            segments.append(Segment(rule, ground + self.style_of("rule")))
        used += len(rule)
        gaps = self._flow.gaps(line) if self._flow is not None and self.options.justify else {}
        for start, end, style in pieces(article, line, self._lit_with_selection(), self.style_of):
            for first, last, extra in widened(start, end, gaps):
                text = article.text[first:last].replace("\n", " ").replace("\t", " ") + " " * extra
                used += width(text)
                segments.append(Segment(text, ground + style + Style.from_meta({"offset": (first, 0)})))
        used += line.hyphen
        note = self.notes.get(line.block, "")
        if note and line.start < line.end >= article.span(line.block).end and used + width(note) < left + self.measure:
            segments.append(Segment(note, ground + self.style_of("dim")))
            used += width(note)
        segments.append(Segment("-" * line.hyphen + " " * max(0, cells - 1 - used), ground))
        return segments

    def _draw_picture(self, line: Line, left: int, cells: int) -> list[Segment]:
        """Draw a row of a picture, or the room that waits for it."""
        ground = self.rich_style
        drawn = self.pictures.row(line.block, line.picture_row, self._room_cells, self.size.height)
        lead = left + min(CAPTION_INDENT, line.indent)
        used = lead + sum(segment.cell_length for segment in drawn)
        # the blanks have styles of their own, as they have before and behind words
        before = Segment(" " * lead, ground + self.style_of("margin"))
        return [before, *drawn, Segment(" " * max(0, cells - 1 - used), ground)]

    def _lit_with_selection(self) -> Lit:
        selection = self.text_selection
        if selection is None:
            return self._lit.with_hover(self._hover)
        span = self._selected(selection)
        return self._lit.with_selection(span, self.screen.get_component_rich_style("screen--selection"))

    def _margin(self, line: Line) -> str:
        """Give what stands before a line: a doubtful repair, a mark's letter, a note's dagger."""
        if line.start == line.end:
            return ""
        span = Span(line.start, line.end)
        doubt = "⌇" if any(doubt.overlaps(span) for doubt in self.doubtful) else ""
        signs = "".join(sign for offset, sign in self.signs if line.start <= offset < line.end)
        return f"{doubt}{signs} " if doubt or signs else ""

    def _rule(self, line: Line, *, inside: bool) -> str:
        """Give what stands in a line's indent: the rule beside an inset, where there is room for it."""
        assert self.article is not None  # noqa: S101 - render_line has looked
        rule = _RULES.get(self.article.blocks[line.block].type, "") if inside else ""
        return (rule if len(rule) <= line.indent else "").ljust(line.indent)

    def _on_gauge(self, y: int) -> bool:
        """Tell whether the thin gauge at the right, which shows how far in the story this page stands, is in a row."""
        assert self.article is not None  # noqa: S101 - render_line has looked
        height, total = self.size.height, max(1, len(self.article.text))
        if self._anchor == 0 and self.end >= total:
            return False
        top = int(self._anchor * height / total)
        bottom = max(top + 1, -(-self.end * height // total))
        return top <= y < bottom

    # mouse --------------------------------------------------------------------------------------------------------

    @property
    def allow_select(self) -> bool:
        """Text can be selected with the mouse."""
        return True

    def _selected(self, selection: Selection) -> Span:
        length = len(self.article.text) if self.article else 0
        return Span(selection.start.x if selection.start else 0, selection.end.x if selection.end else length)

    @property
    def selected_span(self) -> Span | None:
        """What is selected with the mouse; None where nothing is."""
        selection = self.text_selection
        span = self._selected(selection) if selection is not None else None
        return span if span is not None and span.start < span.end else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the selected text as it stands in the story, without the line breaks of the screen."""
        if self.article is None:
            return None
        span = self._selected(selection)
        return self.article.text[span.start : span.end], "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        del selection
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move down three lines."""
        event.stop()
        self.move_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move up three lines."""
        event.stop()
        self.move_lines(-3)

    def on_click(self, event: events.Click) -> None:
        """Follow the name under the mouse."""
        offset = event.style.meta.get("offset")
        if offset is not None and self.text_selection is None:
            self.post_message(FollowName(offset[0]))
