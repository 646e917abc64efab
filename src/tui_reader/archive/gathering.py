"""A ledger's rows, taken in a moment at a time: an archive of any size never keeps a key waiting."""

from __future__ import annotations

import time
from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

from tui_reader.archive.ledger import Entries, Entry, Listed, Order, Scales, all_listed, listed, order_key, wanted

if TYPE_CHECKING:
    from tui_reader.archive.archive import Archive

_KEY = itemgetter(0)
_GROWTH = 1.5
"""An order other than the printed one is worked out anew when there are so many times as many rows."""


class Gathering:
    """The figures of a story, or of the archive from that story on and then from its first."""

    def __init__(self, archive: Archive, story: str, *, everywhere: bool) -> None:
        self.complete = False
        """Every figure has been looked at."""
        self._entries = Entries(archive)
        self._all: list[Listed] = []
        self._first = archive.order_of(story) if everywhere else 0
        self._coming: Iterator[list[Listed]]
        self._coming = all_listed(archive, self._first) if everywhere else iter([listed(archive, story)])
        self.arrange("", Order.PAGE)

    @property
    def total(self) -> int:
        """How many figures have been taken in, whether they answer or not."""
        return len(self._all)

    @property
    def ahead(self) -> int:
        """How many rows, in the printed order, stand before the story that was begun with."""
        return len(self._earlier)

    def entry(self, row: Listed) -> Entry:
        """Give a row with its words."""
        return self._entries.entry(row)

    def arrange(self, typed: str, order: Order) -> None:
        """Keep what answers to ``typed``, in an order: looked through anew by ``work``."""
        self._wanted, self._order = wanted(typed), order
        self._looked_at = 0
        self._earlier: list[Listed] = []
        self._later: list[Listed] = []
        self._keyed: list[tuple[tuple[object, ...], Listed]] = []
        self.scales = Scales()
        self._ordered: list[Listed] = []
        self.complete = False

    def work(self, seconds: float = 60.0) -> bool:
        """Take in and look through figures for so long, or until there are no more; tell whether there are."""
        until = time.perf_counter() + seconds
        while not self.complete and time.perf_counter() < until:
            if self._looked_at < len(self._all):
                self._look_at(self._all[self._looked_at])
            elif (coming := next(self._coming, None)) is not None:
                self._all += coming
            else:
                self.complete = True
        return not self.complete

    @property
    def rows(self) -> list[Listed]:
        """The figures that answer, in order, as far as they have been looked at: a list that stays as it is."""
        if self._order is Order.PAGE:
            return [*self._earlier, *self._later]
        if self.complete or len(self._keyed) > len(self._ordered) * _GROWTH:
            self._keyed.sort(key=_KEY)
            self._ordered = [row for _, row in self._keyed]
        return self._ordered

    def _look_at(self, row: Listed) -> None:
        self._looked_at += 1
        if not self._wanted.admits(row, self.entry):
            return
        self.scales.meet(row)
        if self._order is not Order.PAGE:
            self._keyed.append((order_key(row, self._order), row))
        else:
            (self._later if row.order >= self._first else self._earlier).append(row)
