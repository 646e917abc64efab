"""Writing to the store: sources with their stories come in, change and go, batch by batch, each batch a transaction.

Everything that adds up over stories (counts, evidence, forms) is added when a story comes and taken away when it goes,
by the same code with the sign turned; so what is stored does not depend on the order in which stories came.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from tui_reader.index.codec import StoredName, pack_article, pack_figure, pack_names, unpack_article, unpack_names
from tui_reader.index.entering import Change, enter
from tui_reader.index.value import Delivery, Filing, Named
from tui_reader.index.words import word_feed

SOURCE_STEP = 1 << 24
"""Distance between the places of two sources."""
_MOST_KNOWN = 200_000
"""Words that are remembered between batches."""
STRETCH_BITS = 34
"""A stretch of places holds up to 1,024 sources."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


class Batch:
    """The changes of one transaction, gathered story by story and entered key by key at its end."""

    def __init__(self, connection: sqlite3.Connection, known: AbstractSet[str] = frozenset()) -> None:
        self._connection = connection
        self._known = known
        self._changes: dict[str, Change] = {}
        self._free_id = int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM names").fetchone()[0])
        self._totals: dict[int, tuple[int, int]] = {}
        self.words: dict[str, int] = {}
        """Words that may be new, with the first place they stand in."""

    def deliver(self, delivery: Delivery) -> None:
        """Store a source with its stories, in place of what was known of it."""
        place = self.clear(delivery.stamp.path)
        if place is None:
            place = free_place(self._connection, delivery.after)
        stamp = delivery.stamp
        self._connection.execute(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)",
            (place, stamp.path, stamp.size, stamp.modified, stamp.digest, len(delivery.filings), delivery.problem),
        )
        for number, filing in enumerate(delivery.filings):
            self._add_story(place + number, filing)

    def clear(self, path: bytes) -> int | None:
        """Take a source with its stories away; give its place, or nothing where it is not known."""
        row = self._connection.execute("SELECT place, stories FROM sources WHERE path = ?", (path,)).fetchone()
        if row is None:
            return None
        place, stories = int(row[0]), int(row[1])
        for number in range(place, place + stories):
            self._remove_story(number)
        self._connection.execute("DELETE FROM sources WHERE place = ?", (place,))
        return place

    def finish(self) -> None:
        """Enter what the batch changed of the keys and of the entities they belong to."""
        enter(self._connection, self._changes.values())
        self._connection.executemany(
            "UPDATE names SET mentions = mentions + ?, stories = stories + ? WHERE id = ?",
            ((mentions, stories, root) for root, (mentions, stories) in self._totals.items()),
        )
        self._connection.executemany("INSERT OR IGNORE INTO vocabulary VALUES (?, ?)", sorted(self.words.items()))

    def _add_story(self, place: int, filing: Filing) -> None:
        run, article = self._connection.execute, filing.article
        stored = [_stored(named) for named in filing.names]
        shown = (_own_id(self._connection, article.id), article.title, article.byline, article.source)
        counts = (article.words, len(filing.figures), len(stored))
        run("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (place, *shown, *counts))
        run(
            "INSERT INTO bodies VALUES (?, ?, ?)", (place, pack_article(article), pack_names(stored) if stored else b"")
        )
        self._feed(place, article.text, 1)
        self._connection.executemany(
            "INSERT OR IGNORE INTO figures VALUES (?, ?, ?, ?, ?)",
            ((place, figure.start, figure.end, figure.kind, pack_figure(figure)) for figure in filing.figures),
        )
        _count_story(self._connection, place, 1)
        self._add_up(stored, article.text, 1)
        self._connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, ?)",
            (
                (self._changes[name.key].id, place, start, end - start)
                for name in stored
                for start, end, _, _ in name.mentions
            ),
        )

    def _remove_story(self, place: int) -> None:
        run = self._connection.execute
        packed, names = run("SELECT article, names FROM bodies WHERE place = ?", (place,)).fetchone()
        text = unpack_article(packed).text
        stored = unpack_names(names) if names else ()
        self._add_up(stored, text, -1)
        self._connection.executemany(
            "DELETE FROM mentions WHERE name = ? AND story = ?",
            ((self._changes[name.key].id, place) for name in stored),
        )
        self._feed(place, text, -1)
        run("DELETE FROM stories WHERE place = ?", (place,))
        run("DELETE FROM bodies WHERE place = ?", (place,))
        run("DELETE FROM figures WHERE story = ?", (place,))
        _count_story(self._connection, place, -1)

    def _feed(self, place: int, text: str, sign: int) -> None:
        """Enter a story's words, or take them out: FTS5 asks for what it was given."""
        feed = word_feed(text)
        if sign < 0:
            self._connection.execute(
                "INSERT INTO words (words, rowid, text, compounds) VALUES ('delete', ?, ?, ?)", (place, *feed)
            )
            return
        self._connection.execute("INSERT INTO words (rowid, text, compounds) VALUES (?, ?, ?)", (place, *feed))
        for word in {*feed[0].split(), *feed[1].split()} - self._known:
            self.words.setdefault(word, place)

    def _add_up(self, names: Iterable[StoredName], text: str, sign: int) -> None:
        """Enter a story's names into what the batch changes."""
        roots: Counter[int] = Counter()
        for name in names:
            change = self._change(name)
            roots[change.root] += len(name.mentions)
            change.shown[name.name] += sign
            for what, count in name.evidence.items():
                change.evidence[what] += sign * count
            for token in name.groups:
                change.evidence[f"@{token}"] += sign
            for start, end, _, _ in name.mentions:
                change.forms[" ".join(text[start:end].split())] += sign
        for root, mentions in roots.items():
            total = self._totals.get(root, (0, 0))
            self._totals[root] = (total[0] + sign * mentions, total[1] + sign)

    def _change(self, name: StoredName) -> Change:
        """Give a key's change; a new key stands for itself until identity is settled."""
        change = self._changes.get(name.key)
        if change is None:
            row = self._connection.execute("SELECT id, root, evidence FROM names WHERE key = ?", (name.key,)).fetchone()
            if row is None:
                change = Change(self._free_id, name.key, name.name, name.kind, self._free_id, None)
                self._free_id += 1
            else:
                change = Change(row[0], name.key, name.name, name.kind, row[1], json.loads(row[2]))
            self._changes[name.key] = change
        return change


def write(connection: sqlite3.Connection, deliveries: Sequence[Delivery], known: set[str]) -> None:
    """Store sources with their stories in one transaction; what was known of the same sources is replaced.

    ``known`` are words that stand in the vocabulary; they are not entered again, and new ones are added to it.
    """
    with transaction(connection):
        batch = Batch(connection, known)
        for delivery in deliveries:
            batch.deliver(delivery)
        batch.finish()
    if len(known) > _MOST_KNOWN:
        known.clear()
    known.update(batch.words)


def forget(connection: sqlite3.Connection, paths: Iterable[bytes]) -> None:
    """Take sources and their stories away in one transaction."""
    with transaction(connection):
        batch = Batch(connection)
        for path in paths:
            batch.clear(path)
        batch.finish()


def free_place(connection: sqlite3.Connection, after: bytes | None) -> int:
    """Give a place behind a source, or behind all; where no room is left between two, behind all."""
    if after is not None:
        before = connection.execute("SELECT place, stories FROM sources WHERE path = ?", (after,)).fetchone()
        following = (
            before
            and connection.execute(
                "SELECT place FROM sources WHERE place > ? ORDER BY place LIMIT 1", before[:1]
            ).fetchone()
        )
        if following:
            middle = int((before[0] + following[0]) // 2)
            if middle >= before[0] + max(before[1], 1):
                return middle
    last = connection.execute("SELECT place FROM sources ORDER BY place DESC LIMIT 1").fetchone()
    return int(last[0] + SOURCE_STEP) if last else SOURCE_STEP


def _stored(named: Named) -> StoredName:
    mentions = {mention.start: (mention.start, mention.end, mention.role, mention.reason) for mention in named.mentions}
    return StoredName(
        named.key,
        named.name,
        named.kind,
        tuple(mentions.values()),
        dict(named.evidence),
        tuple(dict.fromkeys(named.groups)),
    )


def _own_id(connection: sqlite3.Connection, wanted: str) -> str:
    """Keep ids apart where two files have the same stem."""
    name, number = wanted, 1
    while connection.execute("SELECT 1 FROM stories WHERE id = ?", (name,)).fetchone():
        number += 1
        name = f"{wanted}~{number}"
    return name


def _count_story(connection: sqlite3.Connection, place: int, sign: int) -> None:
    connection.execute(
        "INSERT INTO stretches VALUES (?, ?) ON CONFLICT (stretch) DO UPDATE SET stories = stories + excluded.stories",
        (place >> STRETCH_BITS, sign),
    )
