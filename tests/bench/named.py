"""Archives with any number of names: ``python -m tests.bench.named COUNT [HOME]`` makes one and prints its folder.

The stories are those of ``tests.bench.grown``; names are added until there are as many as wanted, each mentioned once.
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from itertools import islice
from os import getuid
from pathlib import Path

from tests.bench.grown import MADE, Grown, grown
from tests.bench.invent import Inventor
from tui_reader.archive.indexed import STORE
from tui_reader.index.store import Store

STORIES = 1000
"""Stories that the names are mentioned in."""
_SEED = 11


def named(count: int, home: Path | None = None) -> Grown:
    """Give an archive with so many names, made where it is not there yet."""
    place = home or Path(tempfile.gettempdir()) / f"shanxi-reader-named-{getuid()}" / str(count)
    done = place / f"{MADE}-names"
    made = grown(STORIES, place)
    if not done.exists():
        folder = made.archive().index_folder
        assert folder is not None  # a thousand stories are not indexed in memory
        with closing(sqlite3.connect(folder / STORE)) as connection:
            _add(connection, count)
        with Store(folder / STORE, building=True) as store:
            for _ in store.catalogue(folder / "names", building=True).list_due():
                pass
        done.touch()
    return made


def invented(count: int) -> list[str]:
    """Give the names that are added."""
    return Inventor(_SEED).names(count)


def _add(connection: sqlite3.Connection, count: int) -> None:
    run = connection.execute
    there = run("SELECT count(*) FROM names WHERE root = id AND mentions > 0").fetchone()[0]
    known = {name for (name,) in run("SELECT name FROM names")}
    first = run("SELECT max(id) FROM names").fetchone()[0] + 1
    form = run("SELECT max(id) FROM forms").fetchone()[0] + 1
    places = [place for (place,) in run("SELECT place FROM stories ORDER BY place")]

    wanted = (name for name in invented(count + STORIES) if name not in known)
    fresh = list(enumerate(islice(wanted, max(0, count - there))))
    with connection:
        connection.executemany(
            "INSERT INTO names VALUES (?1, 'invented ' || ?1, ?1, '', ?2, 'other', 1, 1, '{}')",
            ((first + number, name) for number, name in fresh),
        )
        connection.executemany(
            "INSERT INTO forms VALUES (?, ?, ?, 1, 1)",
            ((form + number, first + number, name) for number, name in fresh),
        )
        connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, 0, 3)",
            ((first + number, places[number % len(places)]) for number, _ in fresh),
        )
        connection.executemany("INSERT INTO unlisted VALUES (?)", ((form + number,) for number, _ in fresh))


if __name__ == "__main__":
    print(named(int(sys.argv[1]), *map(Path, sys.argv[2:3])).folder)
