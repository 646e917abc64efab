"""Writing to the store: sources with their stories come in, change and go, batch by batch, each batch a transaction.

Everything that adds up over stories (counts, evidence, forms) is added when a story comes and taken away when it goes,
by the same code with the sign turned; so what is stored does not depend on the order in which stories came.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager

from tui_reader.index.codec import Body, NameRow, name_row, pack_body, spans_of, to_json
from tui_reader.index.entering import Change, enter
from tui_reader.index.placing import Places
from tui_reader.index.value import Delivery, Filing, Named
from tui_reader.index.words import word_feed
from tui_reader.model import Article, Figure

_MOST_KNOWN = 200_000
"""Words that are remembered between batches."""
_KNOWN_KEYS = (
    "SELECT names.id, names.key, names.name, names.kind, names.root, names.evidence FROM json_each(?) CROSS JOIN names"
)


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
    """The changes of one transaction: gathered story by story, entered table by table at its end."""

    def __init__(self, connection: sqlite3.Connection, known: AbstractSet[str] = frozenset()) -> None:
        self._connection = connection
        self._known = known
        self._places = Places(connection)
        self._changes: dict[int, Change] = {}
        self._by_key: dict[str, Change] = {}
        self._free_id = int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM names").fetchone()[0])
        self._totals: dict[int, tuple[int, int]] = {}
        self._dates: Counter[str] = Counter()
        self._filings: list[tuple[int, Filing]] = []
        self._delivered: set[bytes] = set()
        self.words: dict[str, int] = {}
        """Words that may be new, with the first place they stand in."""

    def take_up(self, keys: Iterable[str]) -> None:
        """Take up what the store knows of some keys, all at once: one by one takes several times as long."""
        rows = self._connection.execute(f"{_KNOWN_KEYS} ON names.key = json_each.value", (to_json(list(keys)),))
        self._changed(rows)

    def rename(self, place: int, found: Sequence[Named]) -> None:
        """Take a story's names as they are found today."""
        run, many = self._connection.execute, self._connection.executemany
        body = Body(run("SELECT body FROM bodies WHERE place = ?", (place,)).fetchone()[0])
        article, former = body.article(""), body.names()
        self._take_up_numbers(name[0] for name in former if name[0] not in self._changes)
        self._add_up(former, article.text, place, -1)
        many("DELETE FROM mentions WHERE name = ? AND story = ?", ((name[0], place) for name in former))
        names = [name_row(self._number(named), named) for named in found]
        many("INSERT INTO mentions VALUES (?, ?, ?, ?)", self._add_up(names, article.text, place, 1))
        run("UPDATE bodies SET body = ? WHERE place = ?", (pack_body(article, body.figures(), names), place))
        run("UPDATE stories SET names = ? WHERE place = ?", (len(names), place))

    def _take_up_numbers(self, numbers: Iterable[int]) -> None:
        rows = self._connection.execute(f"{_KNOWN_KEYS} ON names.id = json_each.value", (to_json(list(numbers)),))
        self._changed(rows)

    def _changed(self, rows: Iterable[tuple[int, str, str, str, int, str]]) -> None:
        for identity, key, name, kind, root, evidence in rows:
            change = Change(identity, key, name, kind, root, json.loads(evidence))
            self._by_key[key] = self._changes[identity] = change

    def deliver(self, delivery: Delivery, following: int = 0) -> None:
        """Store a source with its stories, in place of what was known of it; so many more may come right behind it."""
        stamp, filings = delivery.stamp, delivery.filings
        if stamp.path in self._delivered:
            self._flush()
        place = self._places.reuse(self.clear(stamp.path), len(filings))
        if place is None:
            place = self._places.find(delivery.after, len(filings), following)
        self._connection.execute(
            "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)",
            (place, stamp.path, stamp.size, stamp.modified, stamp.digest, len(filings), delivery.problem),
        )
        self._places.took(stamp.path, place, len(filings))
        self._delivered.add(stamp.path)
        self._filings.extend(enumerate(filings, place))

    def clear(self, path: bytes) -> tuple[int, int] | None:
        """Take a source with its stories away; give its place and their number, or nothing where it is not known."""
        row = self._connection.execute("SELECT place, stories FROM sources WHERE path = ?", (path,)).fetchone()
        if row is None:
            return None
        place, stories = int(row[0]), int(row[1])
        for number in range(place, place + stories):
            self._remove_story(number)
        self._connection.execute("DELETE FROM sources WHERE place = ?", (place,))
        self._places.left(path, place, stories)
        return place, stories

    def finish(self) -> None:
        """Enter what the batch gathered."""
        self._flush()
        self._places.finish()
        enter(self._connection, self._changes.values())
        many = self._connection.executemany
        many(
            "UPDATE names SET mentions = mentions + ?, stories = stories + ? WHERE id = ?",
            ((mentions, stories, root) for root, (mentions, stories) in self._totals.items()),
        )
        many(
            "INSERT INTO days VALUES (?, ?) ON CONFLICT (date) DO UPDATE SET stories = stories + excluded.stories",
            self._dates.items(),
        )
        many("INSERT OR IGNORE INTO vocabulary VALUES (?, ?)", sorted(self.words.items()))

    def _flush(self) -> None:
        """Enter the stories themselves: step by step for all of them, which takes half as long as one by one."""
        filings = self._filings
        stored = [[name_row(self._number(named), named) for named in filing.names] for _, filing in filings]
        figures = [_figures(filing) for _, filing in filings]
        mentions: list[tuple[int, int, int, int]] = []
        for (place, filing), names in zip(filings, stored, strict=True):
            mentions += self._add_up(names, filing.article.text, place, 1)
        self._dates.update(filing.article.date for _, filing in filings)
        feeds = [(place, *word_feed(filing.article.text)) for place, filing in filings]
        self._note_words(feeds)
        bodies = [
            (place, pack_body(filing.article, found, names))
            for (place, filing), found, names in zip(filings, figures, stored, strict=True)
        ]
        many = self._connection.executemany
        many("INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self._rows(figures))
        many("INSERT INTO bodies VALUES (?, ?)", bodies)
        many("INSERT INTO words (rowid, text, compounds) VALUES (?, ?, ?)", feeds)
        many("INSERT INTO mentions VALUES (?, ?, ?, ?)", sorted(mentions))
        filings.clear()
        self._delivered.clear()

    def _rows(
        self, figures: Sequence[Collection[Figure]]
    ) -> Iterator[tuple[int, str, str, str, str, int, int, int, str]]:
        """Give what a list shows of each story; ids are kept apart where two files have the same stem."""
        wanted = to_json([filing.article.id for _, filing in self._filings])
        asked = "SELECT stories.id FROM json_each(?) CROSS JOIN stories ON stories.id = json_each.value"
        taken = {name for (name,) in self._connection.execute(asked, (wanted,))}
        for (place, filing), found in zip(self._filings, figures, strict=True):
            article = filing.article
            own, number = article.id, 1
            while own in taken or (number > 1 and self._is_taken(own)):
                number += 1
                own = f"{article.id}~{number}"
            taken.add(own)
            counts = (article.words, len(found), len(filing.names))
            yield (place, own, article.title, article.byline, article.source, *counts, article.date)

    def _is_taken(self, name: str) -> bool:
        return self._connection.execute("SELECT 1 FROM stories WHERE id = ?", (name,)).fetchone() is not None

    def _note_words(self, feeds: Iterable[tuple[int, str, str]]) -> None:
        known, words = self._known, self.words
        for place, text, compounds in feeds:
            fresh = set(text.split()).union(compounds.split()).difference(known)
            words.update(dict.fromkeys(fresh.difference(words), place))

    def _remove_story(self, place: int) -> None:
        run = self._connection.execute
        date = run("SELECT date FROM stories WHERE place = ?", (place,)).fetchone()[0]
        body = Body(run("SELECT body FROM bodies WHERE place = ?", (place,)).fetchone()[0])
        text, stored = body.article("").text, body.names()
        self._take_up_numbers(name[0] for name in stored if name[0] not in self._changes)
        self._add_up(stored, text, place, -1)
        self._dates[date] -= 1
        self._connection.executemany(
            "DELETE FROM mentions WHERE name = ? AND story = ?", ((name[0], place) for name in stored)
        )
        # FTS5 asks for what it was given
        run("INSERT INTO words (words, rowid, text, compounds) VALUES ('delete', ?, ?, ?)", (place, *word_feed(text)))
        run("DELETE FROM stories WHERE place = ?", (place,))
        run("DELETE FROM bodies WHERE place = ?", (place,))

    def _add_up(self, names: Iterable[NameRow], text: str, place: int, sign: int) -> list[tuple[int, int, int, int]]:
        """Enter a story's names into what the batch changes; give the mentions: key's number, place, start, length."""
        roots: dict[int, int] = {}
        mentions: list[tuple[int, int, int, int]] = []
        for name in names:
            identity, shown, _, counted, groups = name
            change = self._changes[identity]
            change.shown[shown] = change.shown.get(shown, 0) + sign
            evidence, joined, forms = change.evidence, change.groups, change.forms
            for what, count in counted.items():
                evidence[what] = evidence.get(what, 0) + sign * count
            for token in groups:
                joined[token] = joined.get(token, 0) + sign
            spans = spans_of(name)
            for start, length in spans:
                form = text[start : start + length]
                if not form.isalpha():
                    form = " ".join(form.split())
                forms[form] = forms.get(form, 0) + sign
                mentions.append((identity, place, start, length))
            roots[change.root] = roots.get(change.root, 0) + len(spans)
        for root, count in roots.items():
            total = self._totals.get(root, (0, 0))
            self._totals[root] = (total[0] + sign * count, total[1] + sign)
        return mentions

    def _number(self, named: Named) -> int:
        """Give the number of a name's key; a new key stands for itself until identity is settled."""
        change = self._by_key.get(named.key)
        if change is None:
            change = Change(self._free_id, named.key, named.name, named.kind, self._free_id, None)
            self._free_id += 1
            self._by_key[named.key] = self._changes[change.id] = change
        return change.id


def write(connection: sqlite3.Connection, deliveries: Sequence[Delivery], known: set[str]) -> None:
    """Store sources with their stories in one transaction; what was known of the same sources is replaced.

    ``known`` are words that stand in the vocabulary; they are not entered again, and new ones are added to it.
    """
    chained = [0] * len(deliveries)
    for number in range(len(deliveries) - 2, -1, -1):
        if deliveries[number + 1].after == deliveries[number].stamp.path:
            chained[number] = chained[number + 1] + 1
    with transaction(connection):
        batch = Batch(connection, known)
        batch.take_up({named.key for delivery in deliveries for filing in delivery.filings for named in filing.names})
        for delivery, following in zip(deliveries, chained, strict=True):
            batch.deliver(delivery, following)
        batch.finish()
    if len(known) > _MOST_KNOWN:
        known.clear()
    known.update(batch.words)


def rename(
    connection: sqlite3.Connection, find: Callable[[Article], Sequence[Named]], places: Sequence[int]
) -> int | None:
    """Take the names of some stories as they are found today, in one transaction; give the last place, if any.

    With the last of them every key is due to be settled: what the resolver thinks of them has changed.
    """
    asked = "SELECT id, body FROM stories CROSS JOIN bodies USING (place) WHERE stories.place = ?"
    found = [find(Body(body).article(name)) for place in places for name, body in connection.execute(asked, (place,))]
    with transaction(connection):
        if not places:
            connection.execute("INSERT INTO unsettled SELECT id FROM names WHERE true ON CONFLICT DO NOTHING")
            return None
        batch = Batch(connection)
        batch.take_up({named.key for names in found for named in names})
        for place, names in zip(places, found, strict=True):
            batch.rename(place, names)
        batch.finish()
    return places[-1]


def forget(connection: sqlite3.Connection, paths: Iterable[bytes]) -> None:
    """Take sources and their stories away in one transaction."""
    with transaction(connection):
        batch = Batch(connection)
        for path in paths:
            batch.clear(path)
        batch.finish()


def _figures(filing: Filing) -> Collection[Figure]:
    """Give a story's figures, one for each place."""
    return {figure.start: figure for figure in filing.figures}.values()
