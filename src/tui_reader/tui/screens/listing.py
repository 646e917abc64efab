"""Which stories the list shows, and in which order: positions in the list against places in the archive."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Arrangement(StrEnum):
    """What the list of stories is sorted by."""

    PAGE = "page order"
    TITLE = "title"
    DATE = "date"
    UNREAD = "unread first"
    MENTIONS = "mentions"


@dataclass(frozen=True, slots=True)
class Order:
    """An order of all stories, both ways."""

    place: Callable[[int], int]
    """Gives the place of the story at a position."""
    position: Callable[[int], int]
    """Gives the position of the story at a place."""


class Listing:
    """The stories listed. A place is a story's number in the archive, a position its number in the list, both from 0.

    As long as nothing is sorted or left out, it holds nothing, however large the archive is.
    """

    def __init__(self) -> None:
        self.arrangement = Arrangement.PAGE
        self.typed = ""
        """What titles, bylines and files must hold to be listed."""
        self.kept: frozenset[str] | None = None
        """The stories that may be listed at all, by id; None for every one."""
        self.kept_for = ""
        """What the stories are kept for, as the list's head says it."""
        self.total = 0
        """Stories in the archive."""
        self._places: Sequence[int] | None = None
        self._positions: dict[int, int] = {}
        self._order: Order | None = None

    @property
    def plain(self) -> bool:
        """Tell whether every story is listed in the archive's order."""
        return self.arrangement is Arrangement.PAGE and not self.narrowed

    @property
    def narrowed(self) -> bool:
        """Tell whether stories are left out."""
        return bool(self.typed) or self.kept is not None

    @property
    def sorted_by(self) -> str:
        """Say how the stories are sorted; nothing in page order."""
        if self.arrangement is Arrangement.PAGE:
            return ""
        return self.arrangement if self.arrangement is Arrangement.UNREAD else f"by {self.arrangement}"

    def set_places(self, places: Sequence[int] | None) -> None:
        """Take what is listed, as places in the archive; None lists everything in order."""
        self._order = None
        self._places = places
        self._positions = {} if places is None else {place: position for position, place in enumerate(places)}

    def set_order(self, order: "Order") -> None:
        """Take an order of everything that somebody else keeps."""
        self.set_places(None)
        self._order = order

    @property
    def whole_by_date(self) -> bool:
        """Tell whether every story is listed, by date."""
        return self.arrangement is Arrangement.DATE and not self.typed and self.kept is None

    def __len__(self) -> int:
        """Count the stories listed."""
        return self.total if self._places is None else len(self._places)

    def place(self, position: int) -> int:
        """Give the place of a listed story."""
        if self._order is not None:
            return self._order.place(position)
        return position if self._places is None else self._places[position]

    def position(self, place: int) -> int | None:
        """Give where a story stands in the list; None where it is not listed."""
        if self._order is not None:
            return self._order.position(place)
        return place if self._places is None else self._positions.get(place)

    def beside(self, place: int, step: int) -> int | None:
        """Give the position so many steps from a story, within the list; None where nothing is listed.

        From a story that is not listed, the first step leads to its neighbour in the archive's order.
        """
        if not len(self):
            return None
        here = self.position(place)
        if here is None:
            assert self._places is not None  # noqa: S101 - everything is listed where nothing was set
            after = bisect_left(sorted(self._places), place)
            neighbours = sorted(self._places)
            near = neighbours[min(after, len(neighbours) - 1)] if step > 0 else neighbours[max(after - 1, 0)]
            here = self._positions[near] - (1 if step > 0 else -1)
        return max(0, min(here + step, len(self) - 1))

    @property
    def said(self) -> str:
        """Say in a few words how the list differs from the archive; nothing where it does not."""
        parts = [f"{len(self):,} of {self.total:,}"] if self.narrowed else []
        parts += [f"“{self.typed}”"] if self.typed else []
        parts += [self.kept_for] if self.kept is not None else []
        return " · ".join([*parts, self.sorted_by] if self.sorted_by else parts)
