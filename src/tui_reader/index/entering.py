"""Entering what a batch of stories changes of the keys: their evidence, their groups, the forms they are written in."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui_reader.index.codec import to_json

WIDEST_GROUP = 1000
"""A group of more keys than this ties nobody; when one grows past it or shrinks, all in it are settled anew."""
_TIERS = (8, 64, 512)
_KNOWN_FORMS = (
    "SELECT forms.id, name, written, mentions, stories FROM json_each(?) CROSS JOIN forms ON name = json_each.value"
)


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
    """What is added."""
    groups: dict[str, int] = field(default_factory=dict)
    """Stories by the groups they put it into; in the store they are evidence too, as ``@group``."""
    forms: dict[str, int] = field(default_factory=dict)
    """Mentions by surface."""
    shown: dict[str, int] = field(default_factory=dict)
    """Stories by the name they show."""


def enter(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Enter all changes of a batch; every key touched is due to be settled."""
    changes = list(changes)
    fresh: list[tuple[int, str, int, str, str, str]] = []
    packed: list[tuple[str, int]] = []
    gained: list[tuple[str, int]] = []
    lost: list[tuple[str, int]] = []
    for change in changes:
        before = change.known or {}
        after = dict(before)
        for what, count in change.evidence.items():
            after[what] = after.get(what, 0) + count
        for token, count in change.groups.items():
            what = f"@{token}"
            after[what] = after.get(what, 0) + count
            if after[what] > 0 and what not in before:
                gained.append((token, change.id))
            elif after[what] <= 0 and what in before:
                lost.append((token, change.id))
        kept = to_json({what: count for what, count in after.items() if count} if 0 in after.values() else after)
        if change.known is None:
            fresh.append((change.id, change.key, change.id, change.name, change.kind, kept))
        else:
            packed.append((kept, change.id))
    many = connection.executemany
    many("INSERT INTO names VALUES (?, ?, ?, '', ?, ?, 0, 0, ?)", fresh)
    many("UPDATE names SET evidence = ? WHERE id = ?", packed)
    many("INSERT INTO unsettled VALUES (?) ON CONFLICT DO NOTHING", ((row[0],) for row in fresh))
    many("INSERT INTO unsettled VALUES (?) ON CONFLICT DO NOTHING", ((row[1],) for row in packed))
    _enter_forms(connection, changes)
    _enter_groups(connection, gained, lost)


def _enter_groups(connection: sqlite3.Connection, gained: list[tuple[str, int]], lost: list[tuple[str, int]]) -> None:
    """Enter who joined and left which group; a group that someone left, or that is too wide now, is settled anew."""
    connection.executemany("INSERT INTO groups VALUES (?, ?)", sorted(gained))
    connection.executemany("DELETE FROM groups WHERE token = ? AND name = ?", lost)
    anew = {token for token, _ in lost}
    joined = Counter(token for token, _ in gained)
    counted = (
        "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM groups WHERE token = value LIMIT ?)) FROM json_each(?)"
    )
    most = WIDEST_GROUP + max(joined.values(), default=0) + 1
    for token, width in connection.execute(counted, (most, to_json(list(joined)))):
        if WIDEST_GROUP < width <= WIDEST_GROUP + joined[token]:
            anew.add(token)
    connection.executemany(
        "INSERT INTO unsettled SELECT name FROM groups WHERE token = ? ON CONFLICT DO NOTHING",
        ((token,) for token in anew),
    )


def _enter_forms(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Enter how keys were written; forms that are new, gone or more often named wait for the catalogue."""
    forms: dict[tuple[int, str], tuple[int, int]] = {}
    for change in changes:
        for written in change.forms.keys() | change.shown.keys():
            forms[change.id, written] = (change.forms.get(written, 0), change.shown.get(written, 0))
    asked = to_json(sorted({name for name, _ in forms}))
    free = int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM forms").fetchone()[0])
    counted: list[tuple[int, int, int]] = []
    gone: list[tuple[int]] = []
    unlisted: list[tuple[int]] = []
    for form, name, written, mentions, stories in connection.execute(_KNOWN_FORMS, (asked,)):
        more = forms.pop((name, written), None)
        if more is None:
            continue
        if mentions + more[0] or stories + more[1]:
            counted.append((mentions + more[0], stories + more[1], form))
        else:
            gone.append((form,))
        if tier(mentions) != tier(mentions + more[0]):
            unlisted.append((form,))
    fresh = [(form, *known, *counts) for form, (known, counts) in enumerate(forms.items(), free)]
    many = connection.executemany
    many("UPDATE forms SET mentions = ?, stories = ? WHERE id = ?", counted)
    many("DELETE FROM forms WHERE id = ?", gone)
    many("INSERT INTO forms VALUES (?, ?, ?, ?, ?)", fresh)
    many("INSERT OR IGNORE INTO unlisted VALUES (?)", [*unlisted, *gone, *((row[0],) for row in fresh)])
