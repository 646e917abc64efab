"""The concordance: every mention of what is followed on a line of its own, the keyword centred."""

from bisect import bisect_left
from functools import lru_cache
from typing import ClassVar

from tui_reader.archive.study import MOST_LINES
from tui_reader.model import Place, Span, TextHit
from tui_reader.text.cells import width
from tui_reader.tui.screens.panels import PanelActions
from tui_reader.tui.screens.study import Study
from tui_reader.tui.screens.trail import EntityTrail, Trail
from tui_reader.tui.widgets.strip import Parts, keyword_line
from tui_reader.tui.widgets.window import fit

_STORY_SHARE = 0.26
"""Part of a line that names the story, where there is room."""
_AROUND = 160
"""Code points at each side of the keyword: a wide screen's half."""
_ROOMY = 76
"""Cells from which a line names its story."""


class Concordance(Study):
    """Keyword in context, previewed in the text while moving."""

    desk: PanelActions
    answers: ClassVar[tuple[str, ...]] = ("panel_keep", "panel_card")

    def __init__(self, desk: PanelActions, trail: Trail, begin: Place) -> None:
        super().__init__(desk)
        self._take(trail)
        self.cursor = self._line_at(begin)

    def _take(self, trail: Trail) -> None:
        self.trail = trail
        self._hits = self.desk.stops_of(trail)
        self._hit = lru_cache(maxsize=256)(self._line)
        self._places: list[tuple[int, int]] | None = None
        self._stories = len({story for story, _, _ in self._hits})

    def _line_at(self, place: Place) -> int:
        """Give the first line at or after a place; the first of all where there is none."""
        if self._places is None:
            orders = {story: self.desk.archive.order_of(story) for story, _, _ in self._hits}
            self._places = [(orders[story], start) for story, start, _ in self._hits]
        number = bisect_left(self._places, (self.desk.archive.order_of(place.article), place.offset))
        return number if number < len(self._hits) else 0

    def _line(self, number: int) -> TextHit:
        return self.desk.archive.concordance(*self._hits[number], _AROUND)

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What is followed."""
        return self.trail.label

    @property
    def said(self) -> str:
        """How many lines and stories there are."""
        total = f"{self.trail.total:,} mention{'' if self.trail.total == 1 else 's'}"
        if len(self._hits) < self.trail.total and len(self._hits) >= MOST_LINES:
            total = f"the first {len(self._hits):,} of {total}"
        return f"{total} · {self._stories:,} stor{'y' if self._stories == 1 else 'ies'}"

    @property
    def empty(self) -> str:
        """Say that there is nothing left."""
        return f"nothing is mentioned here any more · {self.desk.key('panel_close')} goes back"

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._hits)

    def row(self, number: int, cells: int) -> Parts:
        """Draw a line, with its story where there is room."""
        hit = self._hit(number)
        if cells < _ROOMY:
            return keyword_line(hit, cells)
        named = min(36, int(cells * _STORY_SHARE))
        title = fit(self.desk.archive.article(hit.article).title, named)
        return [*keyword_line(hit, cells - named - 2), ("  ", ""), (title, "story")]

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Name the story below, where the lines have no room for it."""
        if cells >= _ROOMY or self.desk.size.height < 16:
            return []
        title = self.desk.archive.article(self._hits[number][0]).title
        count = f" {number + 1:,}/{len(self._hits):,}"
        return [[(fit(title, max(1, cells - width(count))), ""), (count, "")]]

    # what the keys do ---------------------------------------------------------------------------------------------

    def preview(self, number: int) -> None:
        """Show the mention in the text."""
        story, start, end = self._hits[number]
        self.desk.show_preview(story, Span(start, end), self.trail)
        archive = self.desk.archive
        self.desk.say(f"{number + 1:,}/{self.trail.total:,} · {archive.article(story).title}")

    def accept(self, number: int) -> None:
        """Go to the mention."""
        story, start, end = self._hits[number]
        self.desk.go_from_study(Place(story, start), Span(start, end), self.trail)

    def renew(self) -> None:
        """Keep the cursor on the current mention; take what is followed now, where it is something else."""
        desk = self.desk
        panel, trail, current = desk.panel, desk.trail, desk.current
        if trail is not None and (trail.label, trail.total) != (self.trail.label, self.trail.total):
            self._take(trail)
        number = self._line_at(Place(desk.article.id, current.start if current else desk.pane.place))
        panel.show(number if current is not None else None)

    def panel_card(self) -> None:
        """Open the card of the entity."""
        if isinstance(self.trail, EntityTrail):
            self.desk.open_card(self.trail.key)
