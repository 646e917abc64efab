"""Reading from the store. Every query is bounded: it takes a limit and goes on after a key, and none counts a table."""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from heapq import nsmallest
from itertools import islice, pairwise
from time import monotonic

from tui_reader.index.codec import Body, mentions_of
from tui_reader.index.placing import SOURCE_STEP, STRETCH_BITS
from tui_reader.index.query import SQL
from tui_reader.index.text import FoldedArticle, TextQuery
from tui_reader.index.value import EntityRow, MentionRow, Stamp, StoryRow
from tui_reader.index.words import match_expression
from tui_reader.model import Article, Candidate, EntityKind, Figure, Mention, TextHit

FIRST, LAST = -1, 1 << 62
"""Places before and behind all stories."""
LAST_LETTER = "\U0010ffff"
_WINDOW = 4096 * SOURCE_STEP
"""Places that are searched at first; each further stretch is four times as wide, so that no step takes very long."""
_MOST_READY = 64
"""Stories that are kept folded: what one page of hits shows, so that the next key finds them ready."""
_FEW, _MOST_SPREAD = 200, 1000
"""Up to so many mentions are looked at one by one; of more, so many are counted at most in a stretch."""
_MOST_BEGUN = 2000
"""Words of the vocabulary that are looked at to complete one begun."""
_MOST_COMPLETED = 40
"""Words that one begun is taken to be: those that came first, which are the most common."""


class Reader:
    """What may be asked of a store; holds the connection and a few stories made ready for search."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._connection = connection
        self._ready: dict[int, FoldedArticle] = {}
        self._seen = (0, 0)

    # stories ----------------------------------------------------------------------------------------------------------

    def version(self) -> tuple[int, int]:
        """Give what changes whenever anybody writes to the index; it means nothing to another connection."""
        return self._run("PRAGMA data_version").fetchone()[0], self._connection.total_changes

    def count(self) -> int:
        """Count the stories."""
        return int(sum(stories for _, stories in self._run(SQL["stretches"])))

    def stories(self, after: int = FIRST, limit: int = 50) -> list[StoryRow]:
        """Give the stories behind a place, in order."""
        return [StoryRow(*row) for row in self._run(SQL["stories after"], (after, limit))]

    def stories_before(self, before: int = LAST, limit: int = 50) -> list[StoryRow]:
        """Give the stories before a place, nearest first."""
        return [StoryRow(*row) for row in self._run(SQL["stories before"], (before, limit))]

    def story(self, story: str) -> StoryRow | None:
        """Give a story's row by its id."""
        row = self._run(SQL["story"], (story,)).fetchone()
        return StoryRow(*row) if row else None

    def story_at(self, place: int) -> StoryRow | None:
        """Give a story's row by its place."""
        row = self._run(SQL["story at"], (place,)).fetchone()
        return StoryRow(*row) if row else None

    def number(self, place: int) -> int:
        """Give a story's number in the archive, from 1."""
        source = self._run(SQL["source at"], (place,)).fetchone()[1]
        stretch = source >> STRETCH_BITS
        before = sum(stories for number, stories in self._run(SQL["stretches"]) if number < stretch)
        beside = self._run(SQL["sources in stretch"], (stretch << STRETCH_BITS, source))
        return int(before + sum(stories for _, stories in beside) + place - source + 1)

    def numbered(self, number: int) -> StoryRow | None:
        """Give the story with a number, from 1."""
        left = number - 1
        for stretch, stories in self._run(SQL["stretches"]).fetchall() if left >= 0 else ():
            if left < stories:
                bounds = (stretch << STRETCH_BITS, (stretch + 1) << STRETCH_BITS)
                for place, held in self._run(SQL["sources in stretch"], bounds):
                    if left < held:
                        return self.story_at(place + left)
                    left -= held
            left -= stories
        return None

    def stories_by_date(self, after: tuple[str, int] | None = None, limit: int = 50) -> list[StoryRow]:
        """Give the stories behind a date and place, latest first, in order where dates are equal, undated last."""
        rows: list[tuple[object, ...]] = []
        if after is not None:
            rows = self._run(SQL["stories of date"], (*after, limit)).fetchall()
        date = after[0] if after is not None else LAST_LETTER
        if len(rows) < limit:
            rows += self._run(SQL["stories of earlier dates"], (date, limit - len(rows))).fetchall()
        return [StoryRow(*row) for row in rows]  # type: ignore[arg-type]

    def dated(self, number: int) -> int | None:
        """Give the place of the story with a number, from 1, where they are numbered by date, latest first."""
        left = number - 1
        days = [day for day in self._run(SQL["days"]) if day[1]]
        if len(days) == 1:
            row = self.numbered(number)
            return row.place if row else None
        for date, stories in days if left >= 0 else ():
            if left < stories:
                row = self._run(SQL["date at"], (date, left)).fetchone()
                return int(row[0]) if row else None
            left -= stories
        return None

    def number_by_date(self, row: StoryRow) -> int:
        """Give a story's number, from 1, where they are numbered by date, latest first."""
        days = [day for day in self._run(SQL["days"]) if day[1]]
        if len(days) == 1:
            return self.number(row.place)
        before = sum(stories for date, stories in days if date > row.date)
        return int(before + self._run(SQL["date before"], (row.date, row.place)).fetchone()[0] + 1)

    def article(self, place: int) -> Article:
        """Give a story whole; raise ``KeyError`` where there is none."""
        name, body = self._body(place)
        return body.article(name)

    def likeness(self, place: int) -> tuple[str, bytes]:
        """Give what tells whether a story is still the same, its id and a hash; ``KeyError`` where there is none."""
        row = self._run(SQL["body"], (place,)).fetchone()
        if row is None:
            raise KeyError(place)
        return row[0], blake2b(row[1], digest_size=16).digest()

    def _body(self, place: int) -> tuple[str, Body]:
        row = self._run(SQL["body"], (place,)).fetchone()
        if row is None:
            raise KeyError(place)
        return row[0], Body(row[1])

    # sources ----------------------------------------------------------------------------------------------------------

    def stamp(self, path: bytes) -> Stamp | None:
        """Give how a source looked when it was read, or nothing where it never was."""
        row = self._run(SQL["stamp"], (path,)).fetchone()
        return Stamp(*row[:4]) if row else None

    def stories_of(self, path: bytes, limit: int = 1000) -> list[StoryRow]:
        """Give the stories of one source."""
        row = self._run(SQL["stamp"], (path,)).fetchone()
        found = self._run(SQL["stories of source"], (row[4], row[4] + row[5], limit)) if row else ()
        return [StoryRow(*story) for story in found]

    def stamps(self, after: bytes = b"", limit: int = 1000) -> list[Stamp]:
        """Give the sources behind a path, by path: to see which of them are gone."""
        return [Stamp(*row) for row in self._run(SQL["stamps"], (after, limit))]

    def origin(self, place: int) -> tuple[bytes, int]:
        """Give the path of a story's source and the story's number there, from 1; raise ``KeyError`` where none is."""
        row = self._run(SQL["source at"], (place,)).fetchone()
        if row is None:
            raise KeyError(place)
        return row[0], place - row[1] + 1

    def problems(self) -> Iterator[tuple[bytes, str]]:
        """Give the sources that could not be read, each with the reason, in the archive's order."""
        after = FIRST
        while rows := self._run(SQL["problems"], (after, 1000)).fetchall():
            yield from ((path, problem) for path, problem, _ in rows)
            after = rows[-1][2]

    # figures ----------------------------------------------------------------------------------------------------------

    def figures(self, place: int) -> tuple[Figure, ...]:
        """Give a story's figures by start."""
        return self._body(place)[1].figures() if self.story_at(place) else ()

    def next_figure(self, place: int, start: int, step: int = 1) -> tuple[int, Figure] | None:
        """Give the next (``step`` 1) or previous (-1) figure in the archive with its story's place, or nothing."""
        here = [figure for figure in self.figures(place) if (figure.start - start) * step > 0]
        if not here:
            row = self._run(SQL["figures after" if step > 0 else "figures before"], (place,)).fetchone()
            if row is None:
                return None
            place = row[0]
            here = list(self.figures(place))
        return place, here[0 if step > 0 else -1]

    # entities and mentions --------------------------------------------------------------------------------------------

    def entity(self, key: int) -> EntityRow | None:
        """Give an entity, or nothing where identity has changed and it is another's name now."""
        row = self._run(SQL["entity"], (key,)).fetchone()
        return EntityRow(row[0], row[1], EntityKind(row[2]), row[3], row[4]) if row else None

    def entities(self, after: EntityRow | None = None, limit: int = 50) -> list[EntityRow]:
        """Give the entities behind one, most mentioned first."""
        bounds = (after.mentions, after.key) if after else (LAST, 0)
        found = self._run(SQL["entities"], (*bounds, limit))
        return [
            EntityRow(key, name, EntityKind(kind), mentions, stories) for key, name, kind, mentions, stories in found
        ]

    def entity_count(self) -> int:
        """Count the entities; reads the whole list of them, so not for every key pressed."""
        return int(self._run(SQL["entity count"]).fetchone()[0])

    def entities_of(self, place: int) -> list[tuple[EntityRow, tuple[Mention, ...]]]:
        """Give a story's entities with their mentions there, by first mention."""
        row = self.story_at(place)
        if row is None or not row.names:
            return []
        story, body = self._body(place)
        article = body.article(story)
        found: dict[int, list[tuple[Mention, str]]] = {}
        for name in body.names():
            root = self._run(SQL["root"], name[:1]).fetchone()
            if root:
                found.setdefault(root[0], []).extend((mention, root[1]) for mention in mentions_of(name, article))
        rows = [
            (entity, tuple(sorted(_reasoned(entity.name, mentions), key=lambda mention: mention.start)))
            for key, mentions in found.items()
            if (entity := self.entity(key))
        ]
        return sorted(rows, key=lambda row: row[1][0].start)

    def candidate(self, key: int) -> Candidate | None:
        """Give an entity with everything it is called."""
        entity = self.entity(key)
        if entity is None:
            return None
        written: dict[str, int] = {}
        for (member,) in self._run(SQL["members"], (key,)).fetchall():
            for form, mentions in self._run(SQL["forms"], (member,)):
                written[form] = written.get(form, 0) + mentions
        aliases = sorted((form for form in written if form != entity.name), key=lambda form: (-written[form], form))
        return Candidate(key, entity.name, entity.kind, tuple(aliases), entity.stories, entity.mentions)

    def next_mention(self, key: int, place: int, start: int, step: int = 1) -> MentionRow | None:
        """Give an entity's next (``step`` 1) or previous (-1) mention in the archive, or nothing at its end."""
        query = SQL["mention after" if step > 0 else "mention before"]
        rows = [row for member in self._members(key) for row in self._run(query, (member, place, start, 1))]
        return self._mention(min(rows) if step > 0 else max(rows)) if rows else None

    def mentions(self, key: int, after: tuple[int, int] = (FIRST, -1), limit: int = 50) -> list[MentionRow]:
        """Give a page of an entity's mentions behind a story's place and an offset, in reading order."""
        rows = [
            row for member in self._members(key) for row in self._run(SQL["mention after"], (member, *after, limit))
        ]
        return [mention for row in sorted(rows)[:limit] if (mention := self._mention(row))]

    def mentions_in(self, key: int, place: int) -> list[tuple[int, int]]:
        """Give where a story mentions an entity: start and end, ascending."""
        rows = [row for member in self._members(key) for row in self._run(SQL["mentions in story"], (member, place))]
        return [(start, start + length) for _, start, length in sorted(rows)]

    def stories_naming(self, key: int, after: int = FIRST, limit: int = 50) -> list[tuple[StoryRow, int]]:
        """Give a page of the stories that mention an entity, in order, each with how often it does."""
        counts: dict[int, int] = {}
        for member in self._members(key):
            for place, count in self._run(SQL["stories naming"], (member, after, limit)):
                counts[place] = counts.get(place, 0) + count
        return [(row, counts[place]) for place in sorted(counts)[:limit] if (row := self.story_at(place))]

    def mention_number(self, key: int, place: int, start: int, most: int = 10_000) -> int | None:
        """Give the number of a mention among the entity's, from 1; nothing where counting would take long."""
        counts = [self._run(SQL["mentions up to"], (m, place, start, most)).fetchone()[0] for m in self._members(key)]
        return None if any(count >= most for count in counts) else sum(counts)

    def spread(self, key: int, borders: Sequence[int]) -> list[int]:
        """Count an entity's mentions between places of stories; of one with very many, up to a thousand each."""
        counts = [0] * (len(borders) - 1)
        for member in self._members(key):
            found = self._run(SQL["stories of mentions"], (member, _FEW + 1)).fetchall()
            if len(found) <= _FEW:
                for (place,) in found:
                    counts[max(0, min(bisect_right(borders, place) - 1, len(counts) - 1))] += 1
                continue
            for number, (low, high) in enumerate(pairwise(borders)):
                counts[number] += self._run(SQL["mentions between"], (member, low, high, _MOST_SPREAD)).fetchone()[0]
        return counts

    def _members(self, key: int) -> list[int]:
        return [member for (member,) in self._run(SQL["members"], (key,)).fetchall()]

    def _mention(self, row: Sequence[int]) -> MentionRow | None:
        story = self.story_at(row[0])
        return MentionRow(row[0], story.id, row[1], row[1] + row[2]) if story else None

    # text -------------------------------------------------------------------------------------------------------------

    def find_text(
        self,
        query: str,
        after: int = FIRST,
        limit: int = 50,
        each: int = 50,
        *,
        seconds: float = 0.25,
        loose: bool = False,
    ) -> tuple[list[tuple[StoryRow, list[TextHit]]], int | None]:
        """Give a page of the stories that hold what is asked, in order, each with its hits (``each`` at most).

        Also gives the place to go on from; nothing where there are no more. The page ends with ``limit`` hits, or when
        about so many ``seconds`` have passed; it may be empty and yet not the last. ``loose`` asks for the words of
        phrases one by one.
        """
        asked = TextQuery.of(query).loosened() if loose else TextQuery.of(query)
        found: list[tuple[StoryRow, list[TextHit]]] = []
        expression = match_expression(asked, self._complete)
        last = self._run(SQL["last place"]).fetchone()[0] if expression else None
        low, width, hits, until = after, _WINDOW, 0, monotonic() + seconds
        while last is not None and low < last:
            high = min(low + width, last)
            for (place,) in self._run(SQL["stories holding"], (expression, low, high)):
                story = self.story_at(place)
                places = list(islice(self._folded(place).find(asked), each)) if story else []
                if story and places:
                    found.append((story, places))
                    hits += len(places)
                if hits >= limit or monotonic() > until:
                    return found, place if place < last else None
            low, width = high, width * 4
            if monotonic() > until and low < last:
                return found, low
        return found, None

    def _folded(self, place: int) -> FoldedArticle:
        """Give a story made ready for search; the last ones stay ready until the index changes."""
        now = self.version()
        if now != self._seen:
            self._seen = now
            self._ready.clear()
        folded = self._ready.pop(place, None) or FoldedArticle(self.article(place))
        self._ready[place] = folded
        while len(self._ready) > _MOST_READY:
            del self._ready[next(iter(self._ready))]
        return folded

    def _complete(self, head: str) -> list[str]:
        """Give the words that one begun may become, those that came first, and itself."""
        rows = self._run(SQL["words begun"], (head, head + LAST_LETTER, _MOST_BEGUN)).fetchall()
        common = nsmallest(_MOST_COMPLETED, rows, key=lambda row: int(row[1]))
        return [head, *(word for word, _ in common)]


def _reasoned(name: str, mentions: Sequence[tuple[Mention, str]]) -> Iterator[Mention]:
    """Give mentions with why each means the entity of that name: what its story says, else what all stories say."""
    for mention, reason in mentions:
        if reason and not mention.reason and mention.text != name:
            yield replace(mention, reason=reason)
        else:
            yield mention
