"""Benchmark of the index: how fast it is built, how large it is, and what a jump costs when it has grown."""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.invent import Inventor
from tests.bench.search import p95
from tui_reader.annotate.entities import AliasBook
from tui_reader.archive.filing import file_story
from tui_reader.archive.identity import resolver
from tui_reader.index.placing import FIRST_PLACE, SOURCE_STEP, STRETCH_BITS
from tui_reader.index.store import Store
from tui_reader.index.value import Delivery, Filing, Stamp

SIZES = (1000, 10_000)
WHOLE = (10_000, 100_000)
_MILLION = 1_000_000
_COPIES = (
    (
        "INSERT INTO sources SELECT place + :by, CAST(path || :copy AS BLOB), size, modified, digest, stories, problem "
        "FROM sources WHERE place < :width"
    ),
    (
        "INSERT INTO stories SELECT place + :by, id || '~' || :copy, title, byline, source, words, figures, names, date"
        " FROM stories WHERE place < :width"
    ),
    "INSERT INTO bodies SELECT place + :by, body FROM bodies WHERE place < :width",
    "INSERT INTO mentions SELECT name, story + :by, start, length FROM mentions WHERE story < :width",
)
_BATCH = 100
_JUMPS = 300


@dataclass(frozen=True, slots=True)
class Built:
    """An index and what it took; seconds are this process's own, whatever else the machine does."""

    store: Store
    annotating: float
    storing: float
    settling: float
    listing: float
    text: int
    """Characters of all stories."""
    size: int
    """Bytes on the disk."""

    @property
    def whole(self) -> float:
        """Seconds for everything."""
        return self.annotating + self.storing + self.settling + self.listing


def build(count: int, folder: Path) -> Built:
    """Annotate and store so many stories of 130 words."""
    inventor = Inventor()
    names = inventor.names(max(1000, count))
    store = Store(folder / "index.db", building=True)
    annotating = storing = 0.0
    text = 0
    for start in range(0, count, _BATCH):
        articles = [inventor.story(number, names) for number in range(start, min(start + _BATCH, count))]
        text += sum(len(article.text) for article in articles)
        begun = time.process_time()
        filings: list[Filing] = [file_story(article) for article in articles]
        annotated = time.process_time()
        store.write([Delivery(Stamp(f"{f.article.id}.txt".encode(), 1, 1), (f,)) for f in filings])
        annotating += annotated - begun
        storing += time.process_time() - annotated
    begun = time.process_time()
    sum(store.settle(resolver(AliasBook())))
    settled = time.process_time()
    catalogue = store.catalogue(folder / "names", building=True)
    sum(catalogue.list_due())
    listed = time.process_time()
    store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Built(store, annotating, storing, settled - begun, listed - settled, text, size)


def jumps(store: Store) -> list[float]:
    """Step through the mentions of an entity with many, opening each story; seconds a step."""
    read = store.read
    entity = read.entities(limit=3)[-1]
    seconds, place, start = [], -1, -1
    for _ in range(_JUMPS):
        begun = time.perf_counter()
        mention = read.next_mention(entity.key, place, start)
        if mention is None:
            place, start = -1, -1
            continue
        read.article(mention.place)
        seconds.append(time.perf_counter() - begun)
        place, start = mention.place, mention.start
    return seconds


def timed(call: Callable[[], object], times: int = 50) -> list[float]:
    """Take the time of each of several calls."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - begun)
    return seconds


def report(count: int, built: Built) -> list[str]:
    """Tell what one size took."""
    read = built.store.read
    middle = read.numbered(count // 2)
    place = middle.place if middle else 0
    rows: list[tuple[str, Sequence[float]]] = [
        ("next mention, its story opened", jumps(built.store)),
        ("fifty rows of the sidebar", timed(lambda: read.stories(place))),
        (
            "a story by its number, and back",
            timed(lambda: (read.numbered(count // 2), read.number(place))),
        ),
        ("fifty entities, most mentioned first", timed(read.entities)),
        ("a page of hits of a common word", timed(lambda: read.find_text("company", place))),
        ("a page of hits of a word begun", timed(lambda: read.find_text("com", place))),
        ("a word that is nowhere", timed(lambda: read.find_text("nowheretobefound"))),
    ]
    took = (
        f"annotating {built.annotating:.1f} s, storing {built.storing:.1f}, settling {built.settling:.1f}, "
        f"listing names {built.listing:.1f}"
    )
    lines = [f"{count:>9,} stories: {count / built.whole:,.0f} a second of one core ({took})"]
    lines.append(f"{'':>11}index {built.size / built.text:.2f} times the text")
    for name, seconds in rows:
        lines.append(f"{'':>11}{name}: p50 / p95 {median(seconds) * 1e3:.3f} / {p95(seconds) * 1e3:.3f} ms")
    return lines


def multiply(store: Store, times: int) -> None:
    """Copy everything an index holds so many times behind itself, words left out: a large archive in a minute."""
    run = store._connection.execute
    end = run("SELECT max(place) FROM sources").fetchone()[0] + SOURCE_STEP
    run("BEGIN")
    for copy in range(1, times):
        by = {"by": copy * (end - FIRST_PLACE), "copy": str(copy), "width": end}
        for statement in _COPIES:
            run(statement, by)
    run("DELETE FROM stretches")
    run(f"INSERT INTO stretches SELECT place >> {STRETCH_BITS}, sum(stories) FROM sources GROUP BY 1")  # noqa: S608
    run("UPDATE names SET mentions = mentions * ?1, stories = stories * ?1", (times,))
    run("COMMIT")


def grown(store: Store, count: int) -> list[str]:
    """Tell what walking costs in an archive so large."""
    place = store.read.stories_before(limit=1)[0].place // 2
    rows = [
        ("next mention, its story opened", jumps(store)),
        ("fifty rows of the sidebar", timed(lambda: store.read.stories(place))),
        ("a story by its number, and back", timed(lambda: (store.read.numbered(count // 2), store.read.number(place)))),
    ]
    return [
        f"{count:>9,} stories, copied: {name}: p50 / p95 {median(took) * 1e3:.3f} / {p95(took) * 1e3:.3f} ms"
        for name, took in rows
    ]


def run(*, whole: bool = False) -> list[str]:
    """Measure two sizes, ten times apart; the whole curve goes on to a million stories, the smaller size copied."""
    lines = ["Index: stories of 130 words, repaired before; everything found in them stored"]
    seconds, steps = [], []
    for count in WHOLE if whole else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            built = build(count, Path(folder))
            lines += report(count, built)
            seconds.append(built.whole)
            steps.append(median(jumps(built.store)))
            if whole and count == WHOLE[0]:
                multiply(built.store, _MILLION // count)
                lines += grown(built.store, _MILLION)
            built.store.close()
    building, jump = seconds[1] / seconds[0], steps[1] / steps[0]
    lines.append(f"  growth for ten times the stories: x{building:.1f} to build, x{jump:.2f} a jump")
    return lines


if __name__ == "__main__":
    print("\n".join(run(whole="--whole" in sys.argv)))
