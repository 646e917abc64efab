"""Widgets that draw their own rows: nothing of Textual's boxes comes between them and the screen.

Textual works out borders, padding, opacity and a ground for every row of every widget, and for a page of rows that
takes longer than all of ours. A widget here has a ground, perhaps free rows on top, and rows.
"""

from collections.abc import Hashable, Iterable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

_EDGE = Style(bold=True)
_MOST_KEPT = 2000
"""Rows that are kept drawn."""


def row(segments: Iterable[Segment], cells: int, ground: Style) -> Strip:
    """Give a row of exactly so many cells.

    Its last cell is a bold blank: a screen that is copied line by line (as tmux does) then names its colours anew on
    each line, and a pasted part of it keeps them.
    """
    drawn = Strip(segments).crop_extend(0, max(0, cells - 1), ground)
    return Strip([*drawn, Segment(" ", ground + _EDGE)], cells) if cells > 0 else drawn


class Drawn(Widget):
    """A widget whose ``render_line`` gives whole rows, and the same strip for the same row."""

    _ground: Style | None = None
    _behind: Color | None = None
    _fitted: Size | None = None
    _drawn_rows: tuple[object, list[Strip]] | None = None
    _kept: dict[Hashable, Strip] | None = None

    @property
    def rich_style(self) -> Style:
        """The colours of the widget's ground and letters, worked out once for a look of the page."""
        if self._ground is None:
            self._ground = super().rich_style
        return self._ground

    def notify_style_update(self) -> None:
        """Forget how the widget looked."""
        super().notify_style_update()
        self._ground = self._behind = self._kept = self._drawn_rows = None

    def kept(self, key: Hashable) -> Strip | None:
        """Give a row that was drawn before, by all it was drawn of; None where there is none."""
        return self._kept.get(key) if self._kept is not None else None

    def keep(self, key: Hashable, strip: Strip) -> Strip:
        """Keep a row for as long as the widget looks the same."""
        if self._kept is None or len(self._kept) > _MOST_KEPT:
            self._kept = {}
        self._kept[key] = strip
        return strip

    @property
    def size(self) -> Size:
        """The room for rows; asked for again and again while they are drawn, it stays the same for so long."""
        return self._fitted if self._fitted is not None else super().size

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows, free ones on top where the style sheet asks for them."""
        drawn_for = (crop, self.has_focus)
        if self._drawn_rows is not None and self._drawn_rows[0] == drawn_for:
            return self._drawn_rows[1]
        width, free = self.region.width, self.styles.padding.top
        self._fitted = super().size
        try:
            strips = [self.render_line(y - free) if y >= free else self._free_row(width) for y in crop.line_range]
        finally:
            self._fitted = None
        filters = self.get_line_filters()
        if filters:
            strips = [self._filtered(strip, filters) for strip in strips]
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        self._drawn_rows = (drawn_for, strips)
        return strips

    def _set_dirty(self, *regions: Region) -> None:
        """Draw anew at the next occasion; until then the rows are as they were."""
        self._drawn_rows = None
        super()._set_dirty(*regions)

    def _free_row(self, width: int) -> Strip:
        key = ("free", width)
        return self.kept(key) or self.keep(key, row((), width, self.rich_style))

    def _filtered(self, strip: Strip, filters: Iterable[LineFilter]) -> Strip:
        if self._behind is None:
            self._behind = self.background_colors[1]
        for each in filters:
            if not (isinstance(each, ANSIToTruecolor) and all(map(_is_true, strip))):
                strip = strip.apply_filter(each, self._behind)
        return strip


def _is_true(segment: Segment) -> bool:
    """Tell whether a stretch names its colours in full, and none of them is to be dimmed."""
    style = segment.style
    if style is None:
        return True
    colour, ground = style.color, style.bgcolor
    return not (
        style.dim or (colour is not None and colour.triplet is None) or (ground is not None and ground.triplet is None)
    )
