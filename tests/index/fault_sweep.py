"""Sweeps faults over the file operations of indexing: whatever happens, the next start makes the index whole.

Run as a program, ``python -m tests.index.fault_sweep FOLDER MODE POINTS STORIES [update]``: prints one JSON object. It
forks for each point, so it needs an interpreter without threads.
"""

import json
import os
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from tests.state.faulty_system import FaultySystem
from tui_reader.archive import building, filing
from tui_reader.archive.archive import Archive
from tui_reader.archive.indexed import STORE
from tui_reader.archive.sources import Source
from tui_reader.index.value import Delivery, Stamp


def write_stories(folder: Path, count: int) -> None:
    """Invent an archive, a file each."""
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number:06}.md").write_text(_story(number))


def change_stories(folder: Path, count: int) -> None:
    """Change some of its files, take some away and add some."""
    for number in range(0, count, 7):
        (folder / f"{number:06}.md").write_text(_story(number) + "\n\nIt fell again on Friday.\n")
    for number in range(3, count, 29):
        (folder / f"{number:06}.md").unlink(missing_ok=True)
    for number in range(count, count + count // 20):
        (folder / f"{number:06}.md").write_text(_story(number))


def _story(number: int) -> str:
    place = "ABCDEFGHIJKLM"[number % 13] + "orville"
    surname = "".join("aeioulnrst"[int(digit)] for digit in f"{number:04}")
    return (
        f"# River rises at {place}\n\nThe Ouse rose {number + 2} metres on May {number % 28 + 1}, said Walter "
        f"B{surname}, who runs the {place} Water Board. Word{number}.\n"
    )


def read_once(stories: Path) -> None:
    """Read and study every story now, so that each child that is forked only stores them."""
    known: dict[bytes, Delivery] = {}

    def deliver(source: Source, stamp: Stamp, after: bytes | None, book: str = "") -> Delivery:
        digest = filing.digest_of(Path(source.path).read_bytes())
        made = known.get(digest)
        if made is None:
            made = known[digest] = filing.deliver(source, stamp, after, book)
        return replace(made, stamp=replace(stamp, digest=digest), after=after)

    for path in sorted(stories.iterdir()):
        source = Source(str(path), os.fsencode(path), named=False)
        deliver(source, source.stamp(), None)
    building.deliver = deliver  # type: ignore[attr-defined]


def index(stories: Path, cache: Path) -> Archive:
    """Bring an archive's index up to date, as the reader's own process for it does."""
    archive = Archive([str(stories)], cache=cache, keep=True)
    return archive.read_all()


def content(archive: Archive) -> str:
    """Give a digest of everything that can be asked of an index."""
    rows = [(row.id, row.title, row.words) for row in archive.rows()]
    names = sorted((row.name, str(row.kind), row.mentions, row.stories) for row in archive.entity_rows(100_000))
    figures = sum(len(archive.figures(story)) for story, _, _ in rows[::17])
    found = [len(archive.search(query).texts) for query in ("ouse", f"word{len(rows) // 2}", "friday")]
    named = [bool(archive.search(query).entities) for query in ("walter baaas", "corville water", "worville")]
    data = json.dumps([rows, names, figures, found, named])
    return blake2b(data.encode(), digest_size=8).hexdigest()


def attempt(stories: Path, cache: Path, mode: str = "", point: int = 0) -> tuple[int, dict[str, Any]]:
    """Index in a child process with a fault at one point; give how it ended and what came of it."""

    def work() -> dict[str, object]:
        system = FaultySystem(mode, point)
        archive = index(stories, cache)
        return {"operations": system.count, "content": content(archive), "notice": archive.notice}

    return in_child(work)


def in_child(work: Callable[[], dict[str, object]]) -> tuple[int, dict[str, Any]]:
    """Do something in a forked process: threads that it starts end with it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        try:
            made, code = work(), 0
        except BaseException:  # noqa: BLE001 - whatever it is, it is a finding
            made, code = {"fault": traceback.format_exc()}, 70
        os.write(writing, json.dumps(made).encode())
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        data = file.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), json.loads(data) if data else {}


def complaints(stories: Path, cache: Path, expected: str) -> list[str]:
    """See what a new start makes of what is there."""
    wrong = []
    for path in cache.glob(f"index/*/{STORE}"):
        connection = sqlite3.connect(path)
        check = connection.execute("PRAGMA integrity_check").fetchone()[0]
        connection.close()
        wrong += [] if check == "ok" else [check]

    def start() -> dict[str, object]:
        again = index(stories, cache)
        return {"content": content(again), "notice": again.notice, "kept": again.store.kept}

    _, made = in_child(start)
    if made != {"content": expected, "notice": "", "kept": True}:
        wrong.append(f"the next start: {made}, not {expected}")
    return wrong


def sweep(folder: Path, mode: str, points: int, count: int, *, update: bool = False) -> dict[str, object]:
    """Put the fault at so many operations, evenly over an indexing run (or, with ``update``, over bringing up to date).

    In the modes that refuse a write the run itself must come to its end: whole, in memory if need be, with one notice.
    """
    stories, cache, template = folder / "stories", folder / "cache", folder / "template"
    write_stories(stories, count)
    template.mkdir()
    read_once(stories)
    if update:
        attempt(stories, template)
        change_stories(stories, count)
        read_once(stories)
    expected = str(attempt(stories, folder / "none")[1]["content"])
    shutil.copytree(template, cache)
    operations = int(attempt(stories, cache)[1]["operations"])
    faults: list[str] = []
    swept = sorted({1 + number * (operations - 1) // max(1, points - 1) for number in range(points)})
    for point in swept:
        shutil.rmtree(cache)
        shutil.copytree(template, cache)
        code, made = attempt(stories, cache, mode, point)
        where = f"{mode} at {point} of {operations}"
        if mode in {"exit", "torn"}:
            faults += [] if code == 9 else [f"{where}: ended with {code}, the fault did not happen: {made}"]
        elif made.get("content") != expected:
            faults.append(f"{where}: ended with {code}, the session is not whole: {made}")
        faults += [f"{where}: {wrong}" for wrong in complaints(stories, cache, expected)]
    return {"points": len(swept), "operations": operations, "faults": faults}


if __name__ == "__main__":
    print(
        json.dumps(
            sweep(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), update="update" in sys.argv[5:])
        )
    )
