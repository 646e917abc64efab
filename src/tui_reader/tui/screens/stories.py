"""The list of stories at work: sorted, narrowed, grouped by their files, and as wide as the reader wants it."""

from asyncio import sleep
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import PurePath
from typing import Any

from textual.worker import Worker

from tui_reader.model import Place
from tui_reader.text.normalise import fold
from tui_reader.tui.choices import choose
from tui_reader.tui.commands import FILTER_HINTS
from tui_reader.tui.screens.listing import Arrangement, Listing, Order
from tui_reader.tui.screens.motion import MotionActions
from tui_reader.tui.screens.trail import EntityTrail
from tui_reader.tui.widgets.sidebar import StoryRow

_SLICE = 500
"""Stories looked at between two keys."""
_NARROWEST, _WIDEST = 16, 80
_STEP = 4
"""Cells by which the list grows and shrinks."""


class StoryListActions(MotionActions):
    """What the list shows, in place of the whole archive in its order."""

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - the screen's own
        self.listing = Listing()
        self._folded: list[str] = []
        """What a story is filtered by, for each place; filled when the filter is first used."""
        self._finding: Worker[None] | None = None
        """The work that tells which stories are listed."""
        self._opening = False
        """The chosen story is to be opened once that is known."""
        super().__init__(*arguments)

    # what the sidebar shows ---------------------------------------------------------------------------------------

    def show_stories(self) -> None:
        """Take the archive's size and the open story into the list."""
        listing = self.listing
        grown = listing.total != len(self.archive)
        listing.total = len(self.archive)
        position = listing.position(self.order)
        if position is None and self.sidebar.typing:
            position = 0  # the first that answers is what Enter opens
        self.sidebar.set_count(len(listing), -1 if position is None else position)
        self.sidebar.set_head(listing.said)
        if grown and not listing.plain:
            self.list_stories()

    def story_row(self, order: int) -> StoryRow:
        """Say what the list shows at a position."""
        place = self.listing.place(order)
        row = super().story_row(place)
        return replace(row, group=self._group(place)) if self.listing.plain else row

    def listed(self, position: int) -> str:
        """Give the id of the story at a position of the list."""
        return self.archive.row(self.listing.place(position)).id

    def _group(self, place: int) -> str:
        """Give what a story belongs to: its file where that holds several, else its folder; nothing if all belong."""
        last = len(self.archive) - 1
        name = self._file_or_folder(place)
        return name if self._file_or_folder(0) != self._file_or_folder(last) else ""

    def _file_or_folder(self, place: int) -> str:
        source, last = self.archive.row(place).source, len(self.archive) - 1
        beside = (near for near in (place - 1, place + 1) if 0 <= near <= last)
        if any(self.archive.row(near).source == source for near in beside):
            return _file(source)
        return _folder(source)

    # moving in it -------------------------------------------------------------------------------------------------

    def _move(self, items: int) -> None:
        target = self.listing.beside(self.order, items)
        if target is not None and self.listing.place(target) != self.order:
            self.open_story(self.listed(target))
            self.say("")

    def _move_to(self, position: int) -> None:
        if len(self.listing):
            self.open_story(self.listed(min(position, len(self.listing) - 1)))
            self.say("")

    def place_in_list(self) -> str:
        """Say which story of the list this is; of the archive, where it is not listed."""
        listing = self.listing
        position = listing.position(self.order)
        if listing.plain or position is None:
            return super().place_in_list()
        return f"story {position + 1:,}/{len(listing):,} {'listed' if listing.narrowed else listing.sorted_by}"

    def story_beside(self, step: int) -> str:
        """Give the title of the story before or after the open one in the list; nothing where there is none."""
        target = self.listing.beside(self.order, step)
        if target is None or self.listing.place(target) == self.order:
            return ""
        return self.archive.row(self.listing.place(target)).title

    # sorting and narrowing ----------------------------------------------------------------------------------------

    def action_sort_stories(self) -> None:
        """Sort the list by what comes next."""
        every = list(Arrangement)
        chosen = every[(every.index(self.listing.arrangement) + 1) % len(every)]
        if chosen is Arrangement.MENTIONS and self.trail is None:
            chosen = Arrangement.PAGE
        self.set_arrangement(chosen)
        self.say(f"stories {self.listing.sorted_by or 'in page order'}")

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Sort the list."""
        self.listing.arrangement = arrangement
        self.state.choose("sort", arrangement.name)
        self.list_stories()

    def action_filter_stories(self) -> None:
        """Narrow the list by typing."""
        self.action_to_sidebar()
        self.sidebar.type_filter(self.narrow_stories, self._filtered)
        self.show_hints(FILTER_HINTS)

    def narrow_stories(self, typed: str) -> None:
        """Keep the stories whose title, byline or file hold all that was typed."""
        self.listing.typed = typed.strip()
        self.list_stories()

    def _filtered(self, *, accepted: bool) -> None:
        """Leave the filter: open the story that was chosen in it, once it is worked out which ones are listed."""
        self.show_hints()
        self._opening = accepted
        finding = self._finding
        if finding is None or finding.is_finished:
            self._open_filtered()

    def _open_filtered(self) -> None:
        if not self._opening:
            return
        self._opening = False
        if len(self.listing):
            if self.listing.position(self.order) is None:
                self.open_story(self.listed(max(0, self.sidebar.cursor)))
            self.action_to_text()

    @property
    def listing_only(self) -> bool:
        """Tell whether only the stories that mention a name are listed."""
        return self.listing.kept is not None

    def keep_stories(self, stories: Iterable[str] | None, why: str = "") -> None:
        """Keep some stories only, by id, or every one again."""
        self.listing.kept = None if stories is None else frozenset(stories)
        self.listing.kept_for = why
        self.list_stories()

    def list_all(self) -> bool:
        """List every story again, in whatever order; tell whether some were left out."""
        narrowed = self.listing.narrowed
        if narrowed:
            self.sidebar.typed = self.listing.typed = ""
            self.keep_stories(None)
        return narrowed

    def list_stories(self) -> None:
        """Work out what is listed; what takes long is done between the keys."""
        if self.listing.plain:
            self.workers.cancel_group(self, "stories")
            self.listing.set_places(None)
            self.show_stories()
            self.show_place()
        elif self.listing.whole_by_date:
            self.workers.cancel_group(self, "stories")
            self.listing.set_order(Order(self.archive.by_date, self.archive.position_by_date))
            self.show_stories()
            self.show_place()
        else:
            self._finding = self.run_worker(self._find_stories(), group="stories", exclusive=True)

    async def _find_stories(self) -> None:
        listing = self.listing
        places = await self._left()
        if listing.arrangement is not Arrangement.PAGE:
            keys = await self._sort_keys(places)
            await sleep(0)
            places = [places[number] for number in sorted(range(len(places)), key=keys.__getitem__)]
            await sleep(0)
        listing.set_places(places)
        self.show_stories()
        self.show_place()
        self._open_filtered()

    async def _left(self) -> list[int]:
        listing, total = self.listing, len(self.archive)
        places: Iterable[int] = range(total)
        if listing.kept is not None:
            places = sorted(self.archive.order_of(story) for story in listing.kept)
        if listing.typed:
            if len(self._folded) != total:
                self._folded = [
                    fold(f"{row.title}\n{row.byline}\n{row.source}") async for row in _gently(self.archive.rows())
                ]
            wanted = fold(listing.typed).split()
            folded = self._folded
            places = [
                place
                async for place in _gently(places)
                if place < len(folded) and all(word in folded[place] for word in wanted)
            ]
            await sleep(0)
        return list(places)

    async def _sort_keys(self, places: list[int]) -> list[Any]:
        rows = self.archive.row
        key: Callable[[int], Any]
        match self.listing.arrangement:
            case Arrangement.TITLE:
                key = lambda place: fold(rows(place).title)  # noqa: E731 - a table of keys
            case Arrangement.DATE:
                key = lambda place: _latest_first(rows(place).date)  # noqa: E731 - as above
            case Arrangement.UNREAD:
                key = lambda place: self.is_read(rows(place).id)  # noqa: E731 - as above
            case _:
                counts = await self._mentions_by_story()
                key = lambda place: -counts[rows(place).id]  # noqa: E731 - as above
        return [key(place) async for place in _gently(places)]

    async def _mentions_by_story(self) -> Counter[str]:
        trail = self.trail
        if not isinstance(trail, EntityTrail):
            return Counter({row.id: trail.count(row.id) async for row in _gently(self.archive.rows())} if trail else {})
        counts: Counter[str] = Counter()
        after: Place | None = None
        while page := self.archive.mentions(trail.key, after, _SLICE):
            counts.update(story for story, _, _ in page)
            after = Place(page[-1][0], page[-1][1])
            await sleep(0)
        return counts

    # its width ----------------------------------------------------------------------------------------------------

    def action_wider(self) -> None:
        """Set longer lines, or widen the list of stories where the keys go to it."""
        self.set_sidebar_width(self.sidebar.size.width + _STEP) if self.in_sidebar else super().action_wider()

    def action_narrower(self) -> None:
        """Set shorter lines, or narrow the list of stories where the keys go to it."""
        self.set_sidebar_width(self.sidebar.size.width - _STEP) if self.in_sidebar else super().action_narrower()

    def action_preferred_measure(self) -> None:
        """Set the preferred length of lines, or width of the list."""
        if self.in_sidebar:
            self.set_sidebar_width(self.settings.sidebar_width)
        else:
            super().action_preferred_measure()

    def set_sidebar_width(self, cells: int) -> None:
        """Make the list of stories so wide, and remember it."""
        cells = max(_NARROWEST, min(cells, _WIDEST, self.size.width - 30 if self.size.width > 60 else self.size.width))
        self.sidebar.styles.width = cells
        choose(self.state, self.settings, "sidebar_width", cells)
        self.say(f"{cells} cells for the list of stories")


@lru_cache(maxsize=1024)
def _file(source: str) -> str:
    return PurePath(source).stem


@lru_cache(maxsize=1024)
def _folder(source: str) -> str:
    return PurePath(source).parent.name


async def _gently(items: Iterable[Any]) -> Any:  # noqa: ANN401 - gives what it is given
    """Give items one by one, letting keys be answered now and then."""
    each = iter(items)
    while slice_ := list(islice(each, _SLICE)):
        for item in slice_:
            yield item
        await sleep(0)


def _latest_first(date: str) -> tuple[int, ...]:
    """Give a key by which later dates come first and stories without one last."""
    digits = "".join(character for character in date if character.isdigit())[:8]
    return (-int(digits.ljust(8, "0")),) if digits else (1,)
