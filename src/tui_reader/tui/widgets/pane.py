"""The reading pane: draws the lines of one article from a place in its text."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.strip import Strip

from tui_reader.model import Article, BlockType, Figure, Line, Span
from tui_reader.reflow import Options, lead
from tui_reader.text.cells import clip, width
from tui_reader.tui.looks import looks
from tui_reader.tui.messages import FollowName, NamePointedAt
from tui_reader.tui.widgets import callout
from tui_reader.tui.widgets.line_style import Lit, pieces, widened
from tui_reader.tui.widgets.page import CAPTION_INDENT, MARGIN, Page

INSETS = {BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT}
_BOLD = Style(bold=True)
"""Of each row's last cell, so that a screen that is copied line by line names its colours anew on each."""
_QUOTED = "┃ "
_RULES = {BlockType.CAPTION: "│ ", BlockType.PULLQUOTE: _QUOTED, BlockType.CALLOUT: "│ "}


class ReadingPane(Page, can_focus=True):
    """One article, set to a measure, and everything that is lit in it."""

    def __init__(self, *, measure: int, options: Options) -> None:
        super().__init__(measure=measure, options=options, id="pane")
        self.notes: dict[int, str] = {}
        """Words drawn after a block that the text does not hold, by block index (the reading time)."""
        self.doubtful: Sequence[Span] = ()
        """Stretches whose repair is uncertain; their lines carry a quiet mark."""
        self.signs: Sequence[tuple[int, str]] = ()
        """Where notes and marks stand, as (offset, sign); their lines carry the sign in the margin."""
        self._lit = Lit()
        self._styles: dict[str, Style] = {}
        self._drawn: dict[tuple[Line, bool, bool], Strip] = {}
        self._drawn_of: tuple[object, ...] = ()
        self._hover: Span | None = None
        self._pointed_at: int | None = None

    # what the screen sets -----------------------------------------------------------------------------------------

    def show(self, article: Article, offset: int = 0, figures: Sequence[Figure] = ()) -> None:
        """Draw an article with the line that holds ``offset`` on top."""
        if article is not self.article:
            self.take(article)
            self.notes = {}
            self.doubtful = ()
            self.signs = ()
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
        boxed = self.has_boxes and line.block in self.lids and (line.start < line.end or line.picture_row >= 0)
        if line.picture_row >= 0:
            return self._draw_box(line, left, cells) if boxed else self._draw_picture(line, left, cells)
        rule = self._rule(line, inside=inside)
        # The blanks at the left have a style of their own: where a screen is pictured run by run, they would go with
        # the text and be lost.
        room = " " * (left - width(sign))
        blank = ground + self.style_of("gauge" if sign else "margin")
        segments = [Segment(room if sign or rule.strip() else room + rule, blank)]
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
        tail = "-" * line.hyphen
        if boxed and used < left + self.measure:
            if tail:
                segments.append(Segment(tail, ground))
            segments.append(Segment(" " * (left + self.measure - 1 - used), ground + self.style_of("margin")))
            segments.append(Segment("│", ground + self.style_of("rule")))
            tail, used = "", left + self.measure
        segments.append(Segment(tail + " " * max(0, cells - 1 - used), ground))
        return segments

    def _draw_box(self, line: Line, left: int, cells: int) -> list[Segment]:
        """Draw a row of a callout's box: its lid, its figure in large digits, its foot."""
        assert self.article is not None  # noqa: S101 - render_line has looked
        ground, measure, rows = self.rich_style, self.measure, self.lids[line.block]
        rule = ground + self.style_of("rule")
        blank = ground + self.style_of("margin")
        before, after = Segment(" " * left, blank), Segment(" " * max(0, cells - 1 - left - measure), ground)
        if line.picture_row in {0, rows}:
            return [before, Segment((callout.foot if line.picture_row else callout.lid)(measure), rule), after]
        drawn = clip(callout.large(self.article.blocks[line.block].text)[line.picture_row - 1], measure - 4)
        digits = drawn.strip()
        indent = drawn.find(digits)
        number = Segment(digits, ground + self.style_of("headline"))
        filled = Segment(" " * (measure - 3 - indent - len(digits)), blank)
        return [
            before,
            Segment("│", rule),
            Segment(" " * (1 + indent), blank),
            number,
            filled,
            Segment("│", rule),
            after,
        ]

    def _draw_picture(self, line: Line, left: int, cells: int) -> list[Segment]:
        """Draw a row of a picture, or the room that waits for it."""
        ground = self.rich_style
        drawn = self.pictures.row(line.block, line.picture_row, self.room_cells, self.size.height)
        indent = left + min(CAPTION_INDENT, line.indent)
        used = indent + sum(segment.cell_length for segment in drawn)
        # the blanks have styles of their own, as they have before and behind words
        before = Segment(" " * indent, ground + self.style_of("margin"))
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
        if not rule:
            return lead(self.article, line)
        if rule == _QUOTED and line.attribution and line.start == self.article.attribution_span(line.block).start:
            rule = f"{_QUOTED}— "
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

    def point_at(self, span: Span | None) -> None:
        """Underline the name that a click would follow."""
        if span != self._hover:
            self._hover = span
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Ask which name is under the mouse, when it has come to another place."""
        self._pointed(None if event.button else self._offset_at(event))

    def on_leave(self, event: events.Leave) -> None:
        """Underline no name when the mouse has left."""
        del event
        self._pointed(None)

    def _pointed(self, offset: int | None) -> None:
        if offset != self._pointed_at:
            self._pointed_at = offset
            self.post_message(NamePointedAt(offset))

    def on_click(self, event: events.Click) -> None:
        """Follow the name under the mouse."""
        offset = self._offset_at(event)
        if offset is not None and self.text_selection is None:
            self.post_message(FollowName(offset))

    def _offset_at(self, event: events.MouseEvent) -> int | None:
        """Give where in the text the mouse is; None beside it."""
        if event.style.meta.get("offset") is None:
            return None
        widget, offset = self.screen.get_widget_and_offset_at(event.screen_x, event.screen_y)
        return offset.x if widget is self and offset is not None else None
