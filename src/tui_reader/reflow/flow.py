"""An article laid out at one measure, a screenful at a time."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from tui_reader.model.article import ATTRIBUTION_BREAK, Article
from tui_reader.model.line import Line
from tui_reader.reflow.breaking import break_lines
from tui_reader.reflow.justification import gaps
from tui_reader.reflow.options import PLAIN, Options
from tui_reader.reflow.segment import Segments, cut
from tui_reader.reflow.style import is_tight, style_of

QUICK = 8_000_000
"""Code points from which the rows of a text are filled without weighing them: it must open at once."""
_HUGE = 32_768
"""The same for a paragraph: so long a one nobody wrote."""
_KEPT = 20_000
"""Lines that are kept, in whole segments; a screen shows far fewer."""


class Cursor(NamedTuple):
    """A row of a laid-out article; cursors compare in reading order."""

    segment: int
    row: int


class Flow:
    """An article's lines at one measure, laid out where they are asked for and nowhere else.

    Every method costs time in proportion to the rows it passes, never to the article.
    """

    def __init__(
        self,
        article: Article,
        measure: int,
        options: Options = PLAIN,
        *,
        segments: Segments | None = None,
        rooms: Mapping[int, int] | None = None,
        closed: frozenset[int] = frozenset(),
    ) -> None:
        self.article = article
        self.measure = max(1, measure)
        """The longest line, in cells; a single character that is wider still stands over it."""
        self.options = options
        self.rooms: Mapping[int, int] = rooms or {}
        """Rows that are left free over a block, for a picture or a box's lid, by the block's index."""
        self.closed = closed
        """Blocks under which a row is left free, for a box's foot."""
        self._text = article.text
        self._quick = options.quick or len(self._text) > QUICK
        self._segments = segments or cut(article)
        self._lines: OrderedDict[int, tuple[Line, ...]] = OrderedDict()
        self._kept = 0

    def at(
        self,
        measure: int,
        options: Options | None = None,
        *,
        rooms: Mapping[int, int] | None = None,
        closed: frozenset[int] | None = None,
    ) -> "Flow":
        """Give the same article at another measure, or with other free rows; its segments are not worked out again."""
        return Flow(
            self.article,
            measure,
            options or self.options,
            segments=self._segments,
            rooms=self.rooms if rooms is None else rooms,
            closed=self.closed if closed is None else closed,
        )

    @property
    def start(self) -> Cursor:
        """The first row."""
        return Cursor(0, 0)

    @property
    def end(self) -> Cursor:
        """The last row."""
        last = max(0, len(self._segments.starts) - 1)
        return Cursor(last, max(0, len(self._segment(last)) - 1))

    def line(self, cursor: Cursor) -> Line:
        """Give the line on a row."""
        return self._segment(cursor.segment)[cursor.row]

    def cursor_at(self, offset: int) -> Cursor:
        """Give the row on which a code point stands; one in a blank line's break stands on the blank line."""
        if offset <= 0:
            return self.start
        segment = self._segments.at(offset)
        row = bisect_right(self._segment(segment), offset, key=attrgetter("start")) - 1
        return Cursor(segment, max(0, row))

    def move(self, cursor: Cursor, rows: int) -> Cursor:
        """Go down so many rows, or up where they are negative, and stop at the article's first or last."""
        segment, row = cursor.segment, cursor.row + rows
        while row < 0:
            if segment == 0:
                return self.start
            segment -= 1
            row += len(self._segment(segment))
        while row >= (length := len(self._segment(segment))):
            if segment + 1 >= len(self._segments.starts):
                return self.end
            segment += 1
            row -= length
        return Cursor(segment, row)

    def window(self, cursor: Cursor, height: int) -> tuple[Line, ...]:
        """Give the lines of ``height`` rows from a cursor on; fewer where the article ends."""
        lines: list[Line] = []
        segment, row = cursor
        while len(lines) < height and segment < len(self._segments.starts):
            lines += self._segment(segment)[row : row + height - len(lines)]
            segment, row = segment + 1, 0
        return tuple(lines)

    def lines(self) -> Iterator[Line]:
        """Give all lines from the first to the last, laying out as they are asked for."""
        for index in range(max(1, len(self._segments.starts))):
            yield from self._segment(index)

    def last(self, height: int) -> Cursor:
        """Give the row to show on top so that the last row stands at the bottom of ``height`` rows."""
        return self.move(self.end, 1 - max(1, height))

    def first_of(self, block: int) -> Cursor:
        """Give a block's first row, which is its picture's where it has one."""
        return Cursor(self._segments.at(self.article.starts[block]), 0)

    def paragraph(self, cursor: Cursor, direction: int) -> Cursor:
        """Go to the first row of the next block, or, with a negative direction, of this one, then the one before."""
        block = self._block(cursor.segment)
        starts = self.article.starts
        if direction > 0:
            return self.first_of(block + 1) if block + 1 < len(starts) else self.end
        first = self.first_of(block) if starts else self.start
        return first if first < cursor or block == 0 else self.first_of(block - 1)

    def gaps(self, line: Line) -> dict[int, int]:
        """Give the cells to add after each blank of a justified line, by offset; empty where the text is ragged."""
        if not self.options.justify or line.attribution or line.start == line.end:
            return {}
        style = style_of(self.article.blocks[line.block], self.measure)
        return {} if style.balance else gaps(self._text, line, self.measure - style.margin)

    def _block(self, segment: int) -> int:
        return self._segments.blocks[segment] if self._segments.blocks else 0

    def _segment(self, index: int) -> tuple[Line, ...]:
        """Lay a segment out, or give its lines where they are kept."""
        lines = self._lines.get(index)
        if lines is None:
            lines = self._lines[index] = self._lay_out(index)
            self._kept += len(lines)
            while self._kept > _KEPT and len(self._lines) > 1:
                self._kept -= len(self._lines.popitem(last=False)[1])
        else:
            self._lines.move_to_end(index)
        return lines

    def _lay_out(self, index: int) -> tuple[Line, ...]:
        """Break a segment's text, then its attribution, and close a block with a blank line."""
        starts = self._segments.starts
        if not starts:
            return (Line(0, 0, 0),)
        number = self._block(index)
        block = self.article.blocks[number]
        stop = self.article.starts[number] + len(block.content)
        closing = index + 1 == len(starts) or self._block(index + 1) != number
        begin, end = starts[index], stop if closing else starts[index + 1]
        parting = self.article.attribution_span(number).start if block.attribution else stop + len(ATTRIBUTION_BREAK)
        style = style_of(block, self.measure)
        measure = self.measure - style.indent - style.margin
        lines: list[Line] = []
        if begin == self.article.starts[number]:
            # They stand in the break before the block, and so move no word of it.
            before = max(0, begin - 1)
            room = range(self.rooms.get(number, 0))
            lines = [Line(number, before, before, style.indent, picture_row=row) for row in room]
        if begin < parting:
            hang = style.hang if begin == self.article.starts[number] else 0
            # A piece that ends with a line feed ends there: the next piece is the next line.
            until = min(end - (not closing and self._text[end - 1] == "\n"), parting - len(ATTRIBUTION_BREAK))
            language = "" if style.balance else self.options.language
            rows = break_lines(
                self._text,
                begin,
                until,
                measure,
                language=language,
                balance=style.balance,
                hang=hang,
                quick=self._quick or len(block.text) > _HUGE,
            )
            words = [Line(number, row.start, row.end, style.indent, row.hyphen) for row in rows]
            if hang:
                words[0] = words[0]._replace(indent=style.indent - hang)
            lines += words
        if block.attribution and end > parting:
            rows = break_lines(self._text, max(begin, parting), end, measure)
            lines += [Line(number, row.start, row.end, style.indent, attribution=True) for row in rows]
        if closing and number in self.closed:
            lines.append(Line(number, stop, stop, style.indent, picture_row=self.rooms.get(number, 0)))
        if closing and self._parted_from_next(number):
            lines.append(Line(number, stop + 1, stop + 1))
        return tuple(lines)

    def _parted_from_next(self, number: int) -> bool:
        """Tell whether a blank line follows a block: none after the last, none between items of one list."""
        blocks = self.article.blocks
        return number + 1 < len(blocks) and not is_tight(blocks[number], blocks[number + 1])
