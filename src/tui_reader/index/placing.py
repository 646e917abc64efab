"""Places: where sources stand in the archive's order. A source's stories count on from its place.

Places have gaps, so that later files fit between; small ones, since what is stored of a word is how far the places of
its stories lie apart.
"""

import sqlite3
from collections import Counter

SOURCE_STEP = 1 << 8
"""Distance between the places of two sources of few stories, as they come."""
FIRST_PLACE = 1 << 30
"""Place of the first source that comes; later ones may stand before it."""
STRETCH_BITS = 18
"""A stretch of places holds about 1,024 sources of few stories."""


class Places:
    """Gives places out, for the time of one transaction, and keeps count of the stories in each stretch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._many = connection.executemany
        last = self._run("SELECT place, stories FROM sources ORDER BY place DESC LIMIT 1").fetchone()
        self._end = _end(*last) if last else FIRST_PLACE
        """Behind all sources."""
        self._known: dict[bytes, tuple[int, int]] = {}
        self._counts: Counter[int] = Counter()

    def took(self, path: bytes, place: int, stories: int) -> None:
        """Note that a source of so many stories stands at a place."""
        self._known[path] = (place, stories)
        self._end = max(self._end, _end(place, stories))
        self._counts[place >> STRETCH_BITS] += stories

    def left(self, path: bytes, place: int, stories: int) -> None:
        """Note that a source is gone from its place."""
        self._known.pop(path, None)
        self._counts[place >> STRETCH_BITS] -= stories

    def finish(self) -> None:
        """Enter the counts."""
        self._many(
            "INSERT INTO stretches VALUES (?, ?) "
            "ON CONFLICT (stretch) DO UPDATE SET stories = stories + excluded.stories",
            self._counts.items(),
        )

    def reuse(self, former: tuple[int, int] | None, stories: int) -> int | None:
        """Give the place a source had, or nothing where it had none, or has too many stories for it now."""
        if former is None:
            return None
        place, before = former
        following = self._next(place) if stories > before else None
        return place if following is None or place + stories <= following else None

    def find(self, after: bytes | None, stories: int, following: int) -> int:
        """Give a place behind a source (``b""``: before all; None: behind all) for so many stories.

        Where so many other sources may be ``following`` at once, they share the room. Where no room is left between
        two sources, it is a place behind all.
        """
        if after is None:
            return self._end
        before = self._standing(after)
        if before is None:
            return self._end
        low = before[0] + max(before[1], 1)
        high = self._next(before[0])
        if high is None:
            return self._end
        if not after:
            low = max(high - (following + 1) * (SOURCE_STEP + stories), 0)
        room = high - low
        if room < max(stories, 1):
            return self._end
        return int(low + min(room // (following + 2), room - max(stories, 1)))

    def _standing(self, path: bytes) -> tuple[int, int] | None:
        if not path:
            return (-1, 0)
        known = self._known.get(path)
        if known is None:
            known = self._run("SELECT place, stories FROM sources WHERE path = ?", (path,)).fetchone()
        return known

    def _next(self, place: int) -> int | None:
        """Give the place of the next source, or nothing behind the last."""
        row = self._run("SELECT place FROM sources WHERE place > ? ORDER BY place LIMIT 1", (place,)).fetchone()
        return int(row[0]) if row else None


def _end(place: int, stories: int) -> int:
    """Give where a source may stand behind one, with room between."""
    return ((place + stories + SOURCE_STEP // 2) // SOURCE_STEP + 1) * SOURCE_STEP
