"""Settling identity: which keys are one entity, worked out again for as few keys as a change can bear on.

Keys that share no group, not even by way of others, cannot be the same entity. So from each key that changed the keys
in reach are gathered; the resolver sees their evidence alone, and gives for them what it would give for all. A group of
very many keys ties nobody: whoever shares only that stays apart.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping

from tui_reader.index.entering import WIDEST_GROUP
from tui_reader.index.value import Identity, Resolver
from tui_reader.index.writing import transaction

_MOST_DUE = 500
"""Keys that are taken up in one step."""


def settle(connection: sqlite3.Connection, resolver: Resolver) -> Iterator[int]:
    """Settle all that is due, step by step; each step is a transaction and gives the number of keys it settled.

    May be broken off after any step, by anyone, and goes on with the next call.
    """
    while True:
        settled: set[int] = set()
        wide: set[str] = set()
        with transaction(connection):
            for (due,) in connection.execute("SELECT name FROM unsettled LIMIT ?", (_MOST_DUE,)).fetchall():
                if due not in settled:
                    web = _gather(connection, due, wide)
                    evidence = {key: counts for key, counts in web.values() if counts is not None}
                    _enter(connection, web, resolver(evidence) if evidence else {})
                    settled |= web.keys()
        if not settled:
            return
        yield len(settled)


_Web = dict[int, tuple[str, dict[str, int] | None]]
"""Keys by id with their evidence; nothing where no story holds the key any more."""


def _gather(connection: sqlite3.Connection, due: int, wide: set[str]) -> _Web:
    """Gather all keys in reach of one; groups found too wide to tie anyone are noted in ``wide``."""
    web: _Web = {}
    tokens: set[str] = set()
    frontier = [due]
    while frontier:
        identity = frontier.pop()
        if identity in web:
            continue
        row = connection.execute("SELECT key, evidence FROM names WHERE id = ?", (identity,)).fetchone()
        if row is None:
            web[identity] = ("", None)
            continue
        counts: dict[str, int] = json.loads(row[1])
        evidence = {what: count for what, count in counts.items() if what[:1] != "@"}
        web[identity] = (row[0], evidence if counts else None)
        for token in {what[1:] for what in counts if what[:1] == "@"} - tokens - wide:
            members = connection.execute(
                "SELECT name FROM groups WHERE token = ? LIMIT ?", (token, WIDEST_GROUP + 1)
            ).fetchall()
            if len(members) > WIDEST_GROUP:
                wide.add(token)
            else:
                tokens.add(token)
                frontier.extend(name for (name,) in members)
    return web


def _enter(connection: sqlite3.Connection, web: _Web, found: Mapping[str, Identity]) -> None:
    """Enter the identities; entities whose keys changed are counted again."""
    run = connection.execute
    ids = {key: identity for identity, (key, _) in web.items()}
    recount: set[int] = set()
    for identity, (key, counts) in web.items():
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
