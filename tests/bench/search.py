"""Benchmark of name search: one query against any number of names, beside rapidfuzz's WRatio over all of them."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from rapidfuzz import fuzz, process

from tests.bench.invent import Inventor
from tui_reader.index.catalogue import Catalogue
from tui_reader.index.cost import Query
from tui_reader.index.names import NameIndex
from tui_reader.index.store import Store
from tui_reader.model import Candidate, EntityKind, NameMatch
from tui_reader.text.normalise import fold

SIZES = (4, 10_000, 1_000_000)
CURVE = (4, 100, 10_000, 100_000, 1_000_000)
_SMALL = 3000
"""Up to so many names are held in memory, as the reader does."""
_QUERIES = 90
_COMPARED = 10
"""Of the queries so many are put to WRatio as well."""
_ALIKE = 86.0
_BEST = 10

_RESIDENT = """
import sys
from pathlib import Path
from tui_reader.index.store import Store
store = Store(Path(sys.argv[1]) / "index.db")
names = store.catalogue(Path(sys.argv[1]) / "names")
def held():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) // 1024
before = held()
for query in sys.argv[2:]:
    names.search(query)
print(before, held())
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the name it was made of."""

    query: str
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a series of queries took and brought."""

    seconds: tuple[float, ...]
    first: int
    """Queries whose name came first."""

    def milliseconds(self) -> str:
        """Give median and 95th percentile."""
        return f"{median(self.seconds) * 1e3:.2f} / {p95(self.seconds) * 1e3:.2f} ms"


def p95(values: Sequence[float]) -> float:
    """Give the value that 95 of a hundred do not exceed."""
    return quantiles(values, n=20)[-1]


def stock(folder: Path, names: Sequence[str]) -> tuple[Store, Catalogue]:
    """Make an index that holds these names, each mentioned once, without stories."""
    store = Store(folder / "index.db", building=True)
    with store._connection as run:
        run.execute("BEGIN")
        run.executemany(
            "INSERT INTO names VALUES (?, ?, ?, '', ?, 'other', 1, 1, '{}')",
            ((number, name, number, name) for number, name in enumerate(names, 1)),
        )
        run.executemany(
            "INSERT INTO forms VALUES (?, ?, ?, 1, 1)", ((number, number, name) for number, name in enumerate(names, 1))
        )
        run.execute("COMMIT")
    catalogue = store.catalogue(folder / "names", building=True)
    for _ in catalogue.list_due():
        pass
    return store, catalogue


def ask(search: Callable[[str, int], Sequence[NameMatch]], queries: Sequence[Asked]) -> Found:
    """Put every query and take the time of each."""
    seconds, first = [], 0
    for asked in queries:
        started = time.perf_counter()
        matches = search(asked.query, 20)
        seconds.append(time.perf_counter() - started)
        first += bool(matches) and matches[0].matched == asked.name
    return Found(tuple(seconds), first)


def brute(queries: Sequence[Asked], names: Sequence[str]) -> tuple[tuple[float, ...], list[set[str]]]:
    """Put the queries to WRatio over all names; give its times and the names it finds alike, its ten best at most."""
    folded = [fold(name) for name in names]
    seconds, alike = [], []
    for asked in queries:
        started = time.perf_counter()
        best = process.extract(fold(asked.query), folded, scorer=fuzz.WRatio, limit=_BEST)
        seconds.append(time.perf_counter() - started)
        alike.append({names[index] for _, score, index in best if score >= _ALIKE})
    return tuple(seconds), alike


def measure(count: int, folder: Path) -> list[str]:
    """Measure one size of archive."""
    inventor = Inventor()
    names = inventor.names(count)
    chosen = [names[(number * 7919) % count] for number in range(_QUERIES)]
    queries = [Asked(inventor.slip(name.lower(), number % 3), name) for number, name in enumerate(chosen)]
    lines: list[str] = []
    if count <= _SMALL:
        small = NameIndex(Candidate(key, name, EntityKind.OTHER, (), 1, 1) for key, name in enumerate(names))
        found, considered = ask(small.search, queries), ""
        seconds, alike = brute(queries[:_COMPARED], names)
    else:
        started = time.process_time()
        store, catalogue = stock(folder, names)
        listed = time.process_time() - started
        store.close()
        store = Store(folder / "index.db")
        catalogue = store.catalogue(folder / "names")
        ask(catalogue.search, queries[:5])
        found = ask(catalogue.search, queries)
        seconds, alike = brute(queries[:_COMPARED], names)
        kept = sum(
            len(wanted & {names[form - 1] for form in catalogue._gather(Query.of(asked.query))})
            for asked, wanted in zip(queries, alike, strict=False)
        )
        share = kept / max(1, sum(map(len, alike)))
        considered = f"; {share:.3f} of what it scores 86 or more considered"
        lines.append(f"{'':>11}listed in {listed:.0f} s of one core; {resident(folder, queries)}")
        store.close()
    brutes = f"WRatio {median(seconds) * 1e3:.2f} / {p95(seconds) * 1e3:.2f} ms"
    ours = f"query p50 / p95 {found.milliseconds()}, right name first {found.first}/{len(queries)}"
    share_p95 = f"share of it at p95 1/{p95(seconds) / p95(found.seconds):.0f}"
    return [f"{count:>9,} names: {ours}; {brutes}; {share_p95}{considered}", *lines]


def resident(folder: Path, queries: Sequence[Asked]) -> str:
    """Tell what a process of its own holds in memory, before and after it has searched."""
    words = [asked.query for asked in queries]
    told = subprocess.run(
        [sys.executable, "-c", _RESIDENT, str(folder), *words], capture_output=True, text=True, check=True
    ).stdout.split()
    return f"resident {told[0]} MB opened, {told[1]} MB after {len(words)} queries"


def run(*, whole: bool = False) -> list[str]:
    """Measure name search at three sizes, or over the whole curve."""
    lines = ["Search: names found as typed with 0, 1 or 2 slips"]
    for count in CURVE if whole else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            lines += measure(count, Path(folder))
    return lines


if __name__ == "__main__":
    print("\n".join(run(whole="--whole" in sys.argv)))
