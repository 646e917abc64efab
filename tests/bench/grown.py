"""Archives of any size, indexed and ready to be opened: ``python -m tests.bench.grown COUNT [HOME]``.

Makes ``HOME/stories``, a folder of at most 1,000 Markdown files with COUNT stories of about 130 words, and its index
under ``HOME/cache``, and prints the folder. The reader opens it as indexed, and its own building process finds nothing
to do: ``XDG_CACHE_HOME=HOME/cache shanxi-reader HOME/stories``. From Python: ``grown(1_000_000).folder`` and
``.environment`` (what to lay over the environment). HOME is kept and used again, by default under the system's folder
for temporary files; ten thousand stories are built in some 20 seconds, a million, copied from these, in some minutes.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.invent import Inventor
from tui_reader.annotate import entities, figures
from tui_reader.archive import Archive
from tui_reader.archive.building import Builder
from tui_reader.archive.indexed import STORE
from tui_reader.index.placing import FIRST_PLACE, SOURCE_STEP, STRETCH_BITS
from tui_reader.index.schema import LAYOUT
from tui_reader.index.store import Store
from tui_reader.index.words import word_feed
from tui_reader.model import Article

MADE = f"indexed-{LAYOUT}-{figures.VERSION}-{entities.VERSION}"
"""Marks a home that is complete; changes when homes are made otherwise."""
REAL = 10_000
"""So many stories are really read and annotated; a larger archive repeats them, under ids and places of their own."""
_MOST_FILES = 1000
_COPIES = (
    (
        "INSERT INTO stories SELECT stories.place + :by, new.stem || substr(id, length(new.old) + 1), title, byline, "
        "new.source, words, figures, names, date FROM new JOIN stories ON stories.place >= new.place "
        "AND stories.place < new.place + new.stories"
    ),
    "INSERT INTO bodies SELECT place + :by, body FROM bodies WHERE place < :end",
    "INSERT INTO mentions SELECT name, story + :by, start, length FROM mentions WHERE story < :end",
)


@dataclass(frozen=True, slots=True)
class Grown:
    """An archive that is there with its index."""

    home: Path
    count: int
    """Stories."""

    @property
    def folder(self) -> Path:
        """The folder to open."""
        return self.home / "stories"

    @property
    def environment(self) -> Mapping[str, str]:
        """What the reader's environment must say for it to find the index."""
        return {"XDG_CACHE_HOME": str(self.home / "cache")}

    def archive(self) -> Archive:
        """Open it as the reader does."""
        return Archive([str(self.folder)], cache=self.home / "cache" / "shanxi-reader", keep=True)


def grown(count: int, home: Path | None = None) -> Grown:
    """Give an archive of so many stories, made where it is not there yet."""
    place = home or Path(tempfile.gettempdir()) / f"shanxi-reader-grown-{os.getuid()}" / str(count)
    made = Grown(place.resolve(), count)
    if not (made.home / MADE).exists():
        shutil.rmtree(made.home, ignore_errors=True)
        made.folder.mkdir(parents=True)
        _make(made)
        (made.home / MADE).touch()
    return made


def _make(made: Grown) -> None:
    real = min(made.count, REAL)
    each = max(1, made.count // _MOST_FILES)
    inventor = Inventor()
    names = inventor.names(max(1000, real))
    files = []
    for number, start in enumerate(range(0, real, each)):
        stories = [inventor.story(start + index, names) for index in range(min(each, real - start))]
        files.append(_file(made.folder, number))
        files[-1].write_text("\n\n".join(map(_markdown, stories)), encoding="utf-8")
    for number in range(len(files), len(files) * made.count // real):
        shutil.copyfile(files[number % len(files)], _file(made.folder, number))
    folder = made.archive().index_folder
    if folder is None:  # a small archive is indexed when it is opened
        return
    with Store(folder / STORE, building=True) as store:
        for _ in Builder(store, [str(file) for file in files]).steps():
            pass
        if made.count > real:
            words = [
                (row.place, *word_feed(store.read.article(row.place).text)) for row in store.read.stories(limit=real)
            ]
            for copy in range(1, made.count // real):
                _copy(store, made.folder, files, copy, words)
        _count(store, made.count // real)
        for _ in store.catalogue(folder / "names", building=True).list_due():
            pass


def _copy(store: Store, folder: Path, files: Sequence[Path], copy: int, words: Sequence[tuple[int, str, str]]) -> None:
    """Enter what the files hold once more, as the contents of the next files."""
    run = store._connection.execute
    asked = "SELECT max(place) + max(stories) FROM (SELECT * FROM sources ORDER BY place LIMIT ?)"
    end = run(asked, (len(files),)).fetchone()[0]
    by = copy * ((end - FIRST_PLACE) // SOURCE_STEP + 1) * SOURCE_STEP
    run("BEGIN")
    run("CREATE TEMP TABLE new (place INTEGER, stories INTEGER, old TEXT, stem TEXT, source TEXT)")
    for number, file in enumerate(files):
        path, old = _file(folder, copy * len(files) + number), os.fsencode(file)
        status = path.stat()
        place, stories, digest = run("SELECT place, stories, digest FROM sources WHERE path = ?", (old,)).fetchone()
        stamp = (place + by, os.fsencode(path), status.st_size, status.st_mtime_ns, digest, stories)
        run("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, '')", stamp)
        run("INSERT INTO new VALUES (?, ?, ?, ?, ?)", (place, stories, file.stem, path.stem, str(path)))
    for statement in _COPIES:
        run(statement, {"by": by, "end": end})
    store._connection.executemany(
        "INSERT INTO words (rowid, text, compounds) VALUES (?, ?, ?)", ((place + by, *feed) for place, *feed in words)
    )
    run("DROP TABLE new")
    run("COMMIT")


def _count(store: Store, times: int) -> None:
    """Bring what is counted up to date with so many copies."""
    run = store._connection.execute
    run("BEGIN")
    run("DELETE FROM stretches")
    run(f"INSERT INTO stretches SELECT place >> {STRETCH_BITS}, sum(stories) FROM sources GROUP BY 1")  # noqa: S608
    run("UPDATE days SET stories = stories * ?1", (times,))
    run("UPDATE names SET mentions = mentions * ?1, stories = stories * ?1", (times,))
    run("COMMIT")


def _file(folder: Path, number: int) -> Path:
    return folder / f"stories-{number:04}.md"


def _markdown(article: Article) -> str:
    head, *paragraphs = (block.text for block in article.blocks)
    return "\n\n".join([f"# {head}", *paragraphs]) + "\n"


def main() -> None:
    """Make one and say where it is."""
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    print(grown(int(sys.argv[1]), place).folder)


if __name__ == "__main__":
    main()
