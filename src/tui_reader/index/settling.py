"""Settling identity: which keys are one entity, worked out again for as few keys as a change can bear on.

Keys that share no group, not even by way of others, cannot be the same entity. So from each key that changed the keys
in reach are gathered; the resolver sees their evidence alone, and gives for them what it would give for all.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping

from tui_reader.index.value import Identity, Resolver
from tui_reader.index.writing import transaction

_MOST_KEYS = 20_000
"""A web of groups wider than this is cut; no name's identity hangs on so many others."""
_ENOUGH_KEYS = 500
"""Webs are resolved together until so many keys are gathered."""


def settle(connection: sqlite3.Connection, resolver: Resolver) -> Iterator[int]:
    """Settle all that is due, step by step; each step is a transaction and gives the number of keys it settled.

    May be broken off after any step, by anyone, and goes on with the next call.
    """
    while True:
        with transaction(connection):
            gathered = _gather(connection)
            if not gathered:
                return
            evidence = {key: counts for key, counts in gathered.values() if counts is not None}
            _enter(connection, gathered, resolver(evidence))
        yield len(gathered)


_Gathered = dict[int, tuple[str, dict[str, int] | None]]
"""Keys by id with their evidence; nothing where no story holds the key any more."""


def _gather(connection: sqlite3.Connection) -> _Gathered:
    """Gather whole webs of keys around those that are due: id to key and evidence."""
    gathered: _Gathered = {}
    tokens: set[str] = set()
    for (due,) in connection.execute("SELECT name FROM unsettled LIMIT ?", (_ENOUGH_KEYS,)).fetchall():
        frontier = [due]
        while frontier and len(gathered) < _MOST_KEYS:
            identity = frontier.pop()
            if identity in gathered:
                continue
            row = connection.execute("SELECT key, evidence FROM names WHERE id = ?", (identity,)).fetchone()
            if row is None:
                gathered[identity] = ("", None)
                continue
            counts: dict[str, int] = json.loads(row[1])
            evidence = {what: count for what, count in counts.items() if what[:1] != "@"}
            gathered[identity] = (row[0], evidence if counts else None)
            for token in {what[1:] for what in counts if what[:1] == "@"} - tokens:
                tokens.add(token)
                rows = connection.execute("SELECT name FROM groups WHERE token = ?", (token,))
                frontier.extend(name for (name,) in rows)
        if len(gathered) >= _ENOUGH_KEYS:
            break
    return gathered


def _enter(connection: sqlite3.Connection, gathered: _Gathered, found: Mapping[str, Identity]) -> None:
    """Enter the identities; entities whose keys changed are counted again."""
    run = connection.execute
    ids = {key: identity for identity, (key, _) in gathered.items()}
    recount: set[int] = set()
    for identity, (key, counts) in gathered.items():
        row = run("SELECT root, reason, name, kind FROM names WHERE id = ?", (identity,)).fetchone()
        if row is None:
            pass
        elif counts is None:
            run("DELETE FROM names WHERE id = ?", (identity,))
            recount.add(row[0])
        else:
            settled = found.get(key) or Identity(key, row[2], row[3])
            root = ids.get(settled.root, identity)
            if row != (root, settled.reason, settled.name, settled.kind):
                run(
                    "UPDATE names SET root = ?, reason = ?, name = ?, kind = ? WHERE id = ?",
                    (root, settled.reason, settled.name, settled.kind, identity),
                )
            if root != row[0]:
                recount |= {root, row[0], identity}
        run("DELETE FROM unsettled WHERE name = ?", (identity,))
    for root in recount:
        run(
            "UPDATE names SET (mentions, stories) = (SELECT count(*), count(DISTINCT story) FROM mentions "
            "WHERE name IN (SELECT id FROM names AS member WHERE member.root = ?1)) WHERE id = ?1",
            (root,),
        )
