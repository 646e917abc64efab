"""Benchmark of the index: how fast it is built from files, how large it is, and what each step costs as it grows."""

import re
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.grown import grown
from tests.bench.invent import Inventor
from tests.bench.pty_session import PtySession
from tests.bench.search import p95
from tui_reader.archive import building
from tui_reader.archive.building import Builder
from tui_reader.index.reading import Reader
from tui_reader.index.store import Store
from tui_reader.model import Article

SIZES = (1000, 10_000)
WHOLE = (10_000, 100_000)
CURVE = (4, 100, 10_000, 100_000, 1_000_000)
SHORT_CURVE = (4, 100, 10_000)
FORMS = (("Markdown, a story a file", ".md", 1), ("plain text, a story a file", ".txt", 1), ("Markdown, 50", ".md", 50))
"""How the stories may lie on the disk: what it is called, suffix, stories a file."""
_JUMPS = 300
_QUIET = 1.5
"""Seconds of silence after which the reader has done what it does by itself."""


@dataclass(frozen=True, slots=True)
class Built:
    """An index and what it took."""

    store: Store
    stages: dict[str, float]
    """Seconds of this process's own for each stage; what is left over is walking and looking at the files."""
    seconds: float
    """Seconds of this process's own for everything, whatever else the machine does."""
    wall: float
    """Seconds that passed."""
    text: int
    """Bytes of all stories."""
    size: int
    """Bytes of the index."""


def write_files(folder: Path, count: int, suffix: str, each: int) -> int:
    """Write so many stories of 130 words; give the characters of their texts."""
    inventor = Inventor()
    names = inventor.names(max(1000, count))
    folder.mkdir()
    text = 0
    for start in range(0, count, each):
        stories = [inventor.story(number, names) for number in range(start, min(start + each, count))]
        text += sum(len(story.text) for story in stories)
        content = "\n\n".join(_written(story, "# " if suffix == ".md" else "") for story in stories)
        (folder / f"story-{start:07}{suffix}").write_text(content, encoding="utf-8")
    return text


def _written(article: Article, mark: str) -> str:
    head, *paragraphs = (block.text for block in article.blocks)
    return "\n\n".join([f"{mark}{head}", *paragraphs]) + "\n"


def build(home: Path, count: int, suffix: str, each: int) -> Built:
    """Index so many stories from files as the reader's own process does, in one process."""
    text = write_files(home / "stories", count, suffix, each)
    store = Store(home / "index.db")
    stages: dict[str, float] = {}
    builder = Builder(store, [str(home / "stories")])
    with (
        _timed(building, "deliver", "reading and annotating", stages),
        _timed(store, "write", "storing", stages),
        _timed(builder, "_settle", "settling and listing names", stages),
    ):
        began, wall = time.process_time(), time.perf_counter()
        *_, last = builder.steps(home / "names")
        seconds, wall = time.process_time() - began, time.perf_counter() - wall
    assert last.stories == count, last
    store._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = [home / "index.db", *(home / "names").rglob("*")]
    return Built(store, stages, seconds, wall, text, sum(path.stat().st_size for path in files if path.is_file()))


class _timed:  # noqa: N801 - used as a function is
    """Counts the time that calls of an object's function take, while it lasts."""

    def __init__(self, owner: object, name: str, stage: str, stages: dict[str, float]) -> None:
        self._owner, self._name, self._call = owner, name, getattr(owner, name)
        setattr(owner, name, _clocked(self._call, stage, stages))

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        setattr(self._owner, self._name, self._call)


def _clocked(call: Callable[..., object], stage: str, stages: dict[str, float]) -> Callable[..., object]:
    def work(*arguments: object) -> object:
        began = time.process_time()
        try:
            return call(*arguments)
        finally:
            stages[stage] = stages.get(stage, 0.0) + time.process_time() - began

    return work


def build_lines(count: int) -> tuple[list[str], float]:
    """Build an index of each form of files; give the lines, and the seconds of the first form."""
    lines, seconds = [], []
    for name, suffix, each in FORMS:
        with tempfile.TemporaryDirectory(prefix="shanxi-reader-bench-") as home:
            built = build(Path(home), count, suffix, each)
            built.store.close()
        seconds.append(built.seconds)
        stages = ", ".join(f"{stage} {took / count * 1e3:.2f}" for stage, took in built.stages.items())
        rest = (built.seconds - sum(built.stages.values())) / count * 1e3
        lines.append(
            f"{count:>9,} stories ({name}): {count / built.seconds:,.0f} a second of one core, "
            f"{count / built.wall:,.0f} as time passed here"
        )
        lines.append(f"{'':>11}ms a story: {stages}, walking {rest:.2f}; index {built.size / built.text:.2f} x text")
    return lines, seconds[0]


def timed(call: Callable[[], object], times: int = 50) -> list[float]:
    """Take the time of each of several calls."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - begun)
    return seconds


def jumps(read: Reader) -> list[float]:
    """Step through the mentions of an entity with many, opening each story; seconds a step."""
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


def walks(count: int, read: Reader) -> list[tuple[str, Sequence[float]]]:
    """Take the time of what a reader asks of an archive, in its middle."""
    middle = read.numbered(max(1, count // 2))
    assert middle is not None
    return [
        ("next mention, its story opened", jumps(read)),
        ("next figure", timed(lambda: read.next_figure(middle.place, 1 << 30))),
        ("fifty rows of the sidebar", timed(lambda: read.stories(middle.place))),
        ("fifty rows by date", timed(lambda: read.stories_by_date((middle.date, middle.place)))),
        ("a story by its number, and back", timed(lambda: (read.numbered(count // 2), read.number(middle.place)))),
        ("the same by date", timed(lambda: (read.dated(count // 2), read.number_by_date(middle)))),
        ("fifty entities, most mentioned first", timed(read.entities)),
        ("a page of hits of a common word", timed(lambda: read.find_text("company", middle.place))),
        ("a page of hits of a word begun", timed(lambda: read.find_text("com", middle.place))),
        ("a word that is nowhere", timed(lambda: read.find_text("nowheretobefound"))),
    ]


def curve(sizes: Sequence[int]) -> list[str]:
    """Tell what walking costs at each size; archives over 10,000 stories are copied from these."""
    table: dict[str, list[str]] = {}
    steps: dict[int, float] = {}
    for count in sizes:
        archive = grown(count).archive()
        if archive.index_folder is None:
            archive.read_all()
        archive.refresh()
        found = walks(count, archive.store.read)
        steps[count] = median(found[0][1])
        for name, seconds in found:
            table.setdefault(name, []).append(f"{median(seconds) * 1e3:.3f} / {p95(seconds) * 1e3:.3f}")
        archive.store.close()
    lines = [f"{'p50 / p95 in ms, at so many stories':38}" + "".join(f"{count:>17,}" for count in sizes)]
    lines += [f"  {name:36}" + "".join(f"{cell:>17}" for cell in cells) for name, cells in table.items()]
    small = 10_000
    if sizes[-1] > small in steps:
        lines.append(f"  a jump at {sizes[-1]:,} stories: x{steps[sizes[-1]] / steps[small]:.2f} of one at {small:,}")
    return lines


def memory(sizes: Sequence[int]) -> list[str]:
    """Tell what the reader holds in memory, reading and after a search, against a hello-world of Textual."""
    hello = _resident([sys.executable, str(Path(__file__).parent / "hello_app.py")], {})[0]
    lines = [f"resident memory; hello-world {hello:.1f} MB"]
    for count in sizes:
        made = grown(count)
        argv = [str(Path(sys.executable).parent / "shanxi-reader"), str(made.folder)]
        reading, searched = _resident(argv, made.environment, (*"jjjJJ", "/", *"compan"))
        lines.append(
            f"  {count:>9,} stories: {reading:.1f} MB reading, x{reading / hello:.2f}; "
            f"{searched:.1f} MB once a name was looked for, x{searched / hello:.2f}"
        )
    return lines


def _resident(argv: Sequence[str], environment: Mapping[str, str], keys: Sequence[str] = ()) -> tuple[float, float]:
    """Give what a program holds once it is quiet, and after some keys, in megabytes."""
    with tempfile.TemporaryDirectory(prefix="shanxi-reader-bench-") as home:
        homes = {f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
        with PtySession(argv, columns=120, rows=36, env={**homes, **environment}) as session:
            session.wait_quiet(_QUIET, timeout=60)
            first = _held(session.pid)
            for key in keys:
                session.press(key)
                session.wait_quiet(0.2)
            session.wait_quiet(_QUIET)
            return first, _held(session.pid)


def _held(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found is not None
    return int(found[1]) / 1024


def run(*, whole: bool = False) -> list[str]:
    """Measure two sizes, ten times apart, and the curve; the whole curve goes on to a million stories."""
    building.settle_in()
    lines, seconds = ["Index: stories of 130 words from files, whole: read, repaired, annotated, stored, settled"], []
    for count in WHOLE if whole else SIZES:
        told, took = build_lines(count)
        lines += told
        seconds.append(took)
    lines.append(f"  growth for ten times the stories: x{seconds[1] / seconds[0]:.1f} to build")
    sizes = CURVE if whole else SHORT_CURVE
    return lines + curve(sizes) + memory(sizes)


if __name__ == "__main__":
    print("\n".join(run(whole="--whole" in sys.argv)))
