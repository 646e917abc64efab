"""Writing to the store: sources with their stories come in, change and go, batch by batch, each batch a transaction.

Everything that adds up over stories (counts, evidence, forms) is added when a story comes and taken away when it goes,
by the same code with the sign turned; so what is stored does not depend on the order in which stories came.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tui_reader.index.codec import StoredName, pack_article, pack_figure, pack_names, unpack_article, unpack_names
from tui_reader.index.value import Delivery, Filing, Named
from tui_reader.index.words import word_feed

SOURCE_STEP = 1 << 24
"""Distance between the places of two sources."""
STRETCH_BITS = 34
"""A stretch of places holds up to 1,024 sources."""


WIDEST_GROUP = 1000
"""A group of more keys than this ties nobody; when one grows past it or shrinks, all in it are settled anew."""
_TIERS = (8, 64, 512)


def tier(mentions: int) -> int:
    """Tell how often a form is named: 0 seldom, up to 3 very often; changes of tier alone are listed anew."""
    return sum(mentions >= least for least in _TIERS)


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


@dataclass(slots=True)
class _Change:
    """What a batch does to one key."""

    root: int
    """The entity it belongs to, as last settled."""
    stories: int = 0
    evidence: Counter[str] = field(default_factory=Counter)
    groups: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    """Mentions by surface."""
    shown: Counter[str] = field(default_factory=Counter)
    """Stories by the name they show."""


class Batch:
    """The changes of one transaction, gathered story by story and entered key by key at its end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, int] = {}
        self._changes: dict[int, _Change] = {}
        self._totals: dict[int, tuple[int, int]] = {}

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
        run = self._connection
        for identity, change in self._changes.items():
            _enter(run, identity, change)
        run.executemany(
            "UPDATE names SET mentions = mentions + ?, stories = stories + ? WHERE id = ?",
            ((mentions, stories, root) for root, (mentions, stories) in self._totals.items()),
        )
        run.executemany("INSERT OR IGNORE INTO unsettled VALUES (?)", ((identity,) for identity in self._changes))

    def _add_story(self, place: int, filing: Filing) -> None:
        run, article = self._connection.execute, filing.article
        stored = [_stored(named) for named in filing.names]
        shown = (_own_id(self._connection, article.id), article.title, article.byline, article.source)
        counts = (article.words, len(filing.figures), len(stored))
        run("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (place, *shown, *counts))
        run(
            "INSERT INTO bodies VALUES (?, ?, ?)", (place, pack_article(article), pack_names(stored) if stored else b"")
        )
        run("INSERT INTO words (rowid, text, compounds) VALUES (?, ?, ?)", (place, *word_feed(article.text)))
        self._connection.executemany(
            "INSERT OR IGNORE INTO figures VALUES (?, ?, ?, ?, ?)",
            ((place, figure.start, figure.end, figure.kind, pack_figure(figure)) for figure in filing.figures),
        )
        _count_story(self._connection, place, 1)
        self._add_up(stored, article.text, 1)
        self._connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, ?)",
            ((self._ids[name.key], place, start, end - start) for name in stored for start, end, _, _ in name.mentions),
        )

    def _remove_story(self, place: int) -> None:
        run = self._connection.execute
        packed, names = run("SELECT article, names FROM bodies WHERE place = ?", (place,)).fetchone()
        text = unpack_article(packed).text
        stored = unpack_names(names) if names else ()
        self._add_up(stored, text, -1)
        self._connection.executemany(
            "DELETE FROM mentions WHERE name = ? AND story = ?", ((self._ids[name.key], place) for name in stored)
        )
        run("INSERT INTO words (words, rowid, text, compounds) VALUES ('delete', ?, ?, ?)", (place, *word_feed(text)))
        run("DELETE FROM stories WHERE place = ?", (place,))
        run("DELETE FROM bodies WHERE place = ?", (place,))
        run("DELETE FROM figures WHERE story = ?", (place,))
        _count_story(self._connection, place, -1)

    def _add_up(self, names: Iterable[StoredName], text: str, sign: int) -> None:
        """Enter a story's names into what the batch changes."""
        roots: Counter[int] = Counter()
        for name in names:
            change = self._change(name)
            roots[change.root] += len(name.mentions)
            change.stories += sign
            change.shown[name.name] += sign
            for what, count in name.evidence.items():
                change.evidence[what] += sign * count
            for token in name.groups:
                change.evidence[f"@{token}"] += sign
                change.groups.add(token)
            for start, end, _, _ in name.mentions:
                change.forms[" ".join(text[start:end].split())] += sign
        for root, mentions in roots.items():
            total = self._totals.get(root, (0, 0))
            self._totals[root] = (total[0] + sign * mentions, total[1] + sign)

    def _change(self, name: StoredName) -> _Change:
        """Give a key's change, its row made where the key is new; until identity is settled it stands for itself."""
        identity = self._ids.get(name.key)
        if identity is not None:
            return self._changes[identity]
        row = self._connection.execute("SELECT id, root FROM names WHERE key = ?", (name.key,)).fetchone()
        if row is None:
            cursor = self._connection.execute(
                "INSERT INTO names (key, root, reason, name, kind, mentions, stories, evidence) "
                "VALUES (?, 0, '', ?, ?, 0, 0, '{}')",
                (name.key, name.name, name.kind),
            )
            row = (cursor.lastrowid, cursor.lastrowid)
            self._connection.execute("UPDATE names SET root = id WHERE id = ?", row[:1])
        self._ids[name.key] = int(row[0])
        change = self._changes[int(row[0])] = _Change(int(row[1]))
        return change


def write(connection: sqlite3.Connection, deliveries: Sequence[Delivery]) -> None:
    """Store sources with their stories in one transaction; what was known of the same sources is replaced."""
    with transaction(connection):
        batch = Batch(connection)
        for delivery in deliveries:
            batch.deliver(delivery)
        batch.finish()


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


def _enter(connection: sqlite3.Connection, identity: int, change: _Change) -> None:
    """Enter what a batch changed of one key; whoever shares a group that it left has to be settled again."""
    run = connection.execute
    evidence = Counter[str](json.loads(run("SELECT evidence FROM names WHERE id = ?", (identity,)).fetchone()[0]))
    for what, count in change.evidence.items():
        evidence[what] += count
    packed = json.dumps({what: count for what, count in sorted(evidence.items()) if count}, ensure_ascii=False)
    run("UPDATE names SET evidence = ? WHERE id = ?", (packed, identity))
    for token in change.groups:
        if evidence[f"@{token}"] > 0:
            moved = run("INSERT OR IGNORE INTO groups VALUES (?, ?)", (token, identity)).rowcount
            turned = moved and _width(connection, token) == WIDEST_GROUP + 1
        else:
            run("DELETE FROM groups WHERE token = ? AND name = ?", (token, identity))
            turned = True
        if turned:
            run("INSERT OR IGNORE INTO unsettled SELECT name FROM groups WHERE token = ?", (token,))
    for written in change.forms.keys() | change.shown.keys():
        counts = (change.forms[written], change.shown[written])
        row = run(
            "SELECT id, mentions, stories FROM forms WHERE name = ? AND written = ?", (identity, written)
        ).fetchone()
        if row is None:
            cursor = run(
                "INSERT INTO forms (name, written, mentions, stories) VALUES (?, ?, ?, ?)", (identity, written, *counts)
            )
            run("INSERT OR IGNORE INTO unlisted VALUES (?)", (cursor.lastrowid,))
        elif row[1] + counts[0] or row[2] + counts[1]:
            if tier(row[1]) != tier(row[1] + counts[0]):
                run("INSERT OR IGNORE INTO unlisted VALUES (?)", row[:1])
            run(
                "UPDATE forms SET mentions = ?, stories = ? WHERE id = ?",
                (row[1] + counts[0], row[2] + counts[1], row[0]),
            )
        else:
            run("DELETE FROM forms WHERE id = ?", row[:1])
            run("INSERT OR IGNORE INTO unlisted VALUES (?)", row[:1])


def _width(connection: sqlite3.Connection, token: str) -> int:
    """Count a group's keys, as far as one more than matters."""
    counted = "SELECT count(*) FROM (SELECT 1 FROM groups WHERE token = ? LIMIT ?)"
    return int(connection.execute(counted, (token, WIDEST_GROUP + 2)).fetchone()[0])
