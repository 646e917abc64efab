"""Entering what a batch of stories changes of the keys: their evidence, their groups, the forms they are written in."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui_reader.index.codec import to_json

WIDEST_GROUP = 1000
"""A group of more keys than this ties nobody; when one grows past it or shrinks, all in it are settled anew."""
_TIERS = (8, 64, 512)


def tier(mentions: int) -> int:
    """Tell how often a form is named: 0 seldom, up to 3 very often; changes of tier alone are listed anew."""
    return sum(mentions >= least for least in _TIERS)


@dataclass(slots=True)
class Change:
    """What a batch does to one key."""

    id: int
    key: str
    name: str
    kind: str
    root: int
    """The entity it belongs to, as last settled."""
    known: dict[str, int] | None
    """Its evidence so far; nothing where the key is new."""
    evidence: dict[str, int] = field(default_factory=dict)
    """What is added; groups count as evidence too, as ``@group``."""
    forms: dict[str, int] = field(default_factory=dict)
    """Mentions by surface."""
    shown: dict[str, int] = field(default_factory=dict)
    """Stories by the name they show."""


def enter(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Enter all changes of a batch; every key touched is due to be settled."""
    fresh: list[tuple[int, str, int, str, str, str]] = []
    packed: list[tuple[str, int]] = []
    gained: list[tuple[str, int]] = []
    lost: list[tuple[str, int]] = []
    for change in changes:
        before = change.known or {}
        after = dict(before)
        for what, count in change.evidence.items():
            after[what] = after.get(what, 0) + count
        kept = to_json({what: count for what, count in after.items() if count})
        if change.known is None:
            fresh.append((change.id, change.key, change.id, change.name, change.kind, kept))
        else:
            packed.append((kept, change.id))
        tokens = [what for what in change.evidence if what[:1] == "@"]
        gained.extend((what[1:], change.id) for what in tokens if after[what] > 0 and what not in before)
        lost.extend((what[1:], change.id) for what in tokens if after[what] <= 0 and what in before)
        _enter_forms(connection, change)
    many = connection.executemany
    many("INSERT INTO names VALUES (?, ?, ?, '', ?, ?, 0, 0, ?)", fresh)
    many("UPDATE names SET evidence = ? WHERE id = ?", packed)
    many("INSERT INTO unsettled VALUES (?) ON CONFLICT DO NOTHING", ((row[0],) for row in fresh))
    many("INSERT INTO unsettled VALUES (?) ON CONFLICT DO NOTHING", ((row[1],) for row in packed))
    _enter_groups(connection, gained, lost)


def _enter_groups(connection: sqlite3.Connection, gained: list[tuple[str, int]], lost: list[tuple[str, int]]) -> None:
    """Enter who joined and left which group; a group that someone left, or that is too wide now, is settled anew."""
    connection.executemany("INSERT INTO groups VALUES (?, ?)", sorted(gained))
    connection.executemany("DELETE FROM groups WHERE token = ? AND name = ?", lost)
    anew = {token for token, _ in lost}
    for token, joined in Counter(token for token, _ in gained).items():
        counted = "SELECT count(*) FROM (SELECT 1 FROM groups WHERE token = ? LIMIT ?)"
        width = connection.execute(counted, (token, WIDEST_GROUP + joined + 1)).fetchone()[0]
        if WIDEST_GROUP < width <= WIDEST_GROUP + joined:
            anew.add(token)
    connection.executemany(
        "INSERT INTO unsettled SELECT name FROM groups WHERE token = ? ON CONFLICT DO NOTHING",
        ((token,) for token in anew),
    )


def _enter_forms(connection: sqlite3.Connection, change: Change) -> None:
    """Enter how a key was written; forms that are new, gone or more often named wait for the catalogue."""
    run = connection.execute
    for written in change.forms.keys() | change.shown.keys():
        mentions, stories = change.forms.get(written, 0), change.shown.get(written, 0)
        row = None
        if change.known is not None:
            known = "SELECT id, mentions, stories FROM forms WHERE name = ? AND written = ?"
            row = run(known, (change.id, written)).fetchone()
        if row is None:
            made = "INSERT INTO forms (name, written, mentions, stories) VALUES (?, ?, ?, ?)"
            form, listed = run(made, (change.id, written, mentions, stories)).lastrowid, False
        else:
            form, listed = row[0], tier(row[1]) == tier(row[1] + mentions)
            mentions, stories = row[1] + mentions, row[2] + stories
            if mentions or stories:
                run("UPDATE forms SET mentions = ?, stories = ? WHERE id = ?", (mentions, stories, form))
            else:
                run("DELETE FROM forms WHERE id = ?", (form,))
                listed = False
        if not listed:
            run("INSERT OR IGNORE INTO unlisted VALUES (?)", (form,))
