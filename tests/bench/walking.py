"""What a key costs in a large archive and in a huge story, against the same key in small ones; and a thousand keys."""

import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench.answering import opened
from tests.bench.grown import grown
from tests.bench.invent import Inventor
from tests.bench.search import p95
from tests.bench.terminal import EDITION, KeyCost, Program, first_words, key_costs, reader

LARGE, SMALL = 1_000_000, 100
_MEGABYTES = 10
_ROUNDS = 3
_STEPS = 24
ROWS = ("j",) * _STEPS
PAGES = ("pagedown",) * _STEPS
_KEYS = (
    *"jkdu{}JKnN*)([]gGeE#i?vz",
    "space",
    "b",
    "tab",
    "escape",
    "enter",
    "up",
    "down",
    "left",
    "right",
    "/",
    *"lock",
)
_PRESSED = 1000


def run(*, whole: bool = False) -> list[str]:
    """Walk in the list of stories and in the text; press keys at random."""
    del whole
    lines = ["Walking: next row and next page, 95th percentile against the same in a small archive and story"]
    large, small = opened(grown(LARGE)), opened(grown(SMALL))
    lines += beside(f"list of {LARGE:,} stories", large, small, before=("tab",))
    for ending in ("md", "txt"):
        with tempfile.TemporaryDirectory(prefix="shanxi-reader-bench-") as folder:
            huge, little = (
                story(Path(folder) / name, size, ending) for name, size in (("huge", _MEGABYTES), ("little", 0))
            )
            lines += beside(f"{_MEGABYTES} MB of .{ending}", huge, little, before=())
            lines.append(far(f"{_MEGABYTES} MB of .{ending}", huge, little))
    return [*lines, *frames()]


def story(folder: Path, megabytes: int, ending: str) -> Program:
    """Make one story of so many megabytes, or of a page, and give the reader on it."""
    folder.mkdir()
    inventor = Inventor()
    names = inventor.names(500)
    part = [block.text for number in range(40) for block in inventor.story(number, names).blocks[1:]]
    size = max(1, megabytes * 1_000_000 // sum(map(len, part)))
    body = "\n\n".join(part * size if megabytes else part)
    title = "# One story\n\n" if ending == "md" else "One story\n\n"
    (folder / f"story.{ending}").write_text(f"{title}{body}\n\nHere it ends quietly.\n", encoding="utf-8")
    return reader(folder, "One story")


def beside(what: str, large: Program, small: Program, before: Sequence[str]) -> list[str]:
    """Press the same keys in both, in turn."""
    lines = []
    for name, keys in (("next row", ROWS), ("next page", PAGES)):
        costs: tuple[list[KeyCost], list[KeyCost]] = ([], [])
        for _ in range(_ROUNDS):
            for found, program in zip(costs, (large, small), strict=True):
                # what the first keys cost, which bring things in, is a start's matter
                found.extend(key_costs(program, keys, before)[3:])
        lines.append(line(f"{what}, {name}", *costs))
    return lines


def far(what: str, large: Program, small: Program) -> str:
    """Go to the end, and search for what stands there alone."""
    keys = ("G", "g") * 4
    jump = line(f"{what}, to its end and back", *(key_costs(each, keys) for each in (large, small)))
    typed = tuple("quietly")
    search = line(f"{what}, a search", *(key_costs(each, typed, before=("/",)) for each in (large, small)))
    return f"{jump}\n{search}"


def line(name: str, large: Sequence[KeyCost], small: Sequence[KeyCost]) -> str:
    """Compare 95th percentiles and medians."""
    if len(large) < 2 or len(small) < 2:
        return f"{name:>44}: nothing changed on the screen"
    mine, other = ([cost.seconds * 1000 for cost in costs] for costs in (large, small))
    return (
        f"{name:>44}: p95 {p95(mine) / p95(other):.2f} x ({p95(mine):.1f} ms to {p95(other):.1f}; "
        f"p50 {median(mine):.1f} to {median(other):.1f})"
    )


def frames() -> list[str]:
    """Press a thousand keys at random in the bundled edition."""
    dice = random.Random(3)
    keys = [dice.choice(_KEYS) for _ in range(_PRESSED)]
    costs = key_costs(reader(EDITION, first_words(EDITION)), keys, settled=0.04)
    times = [cost.seconds * 1000 for cost in costs]
    sizes = sorted(cost.size for cost in costs)
    late = sum(each > 100 for each in times)
    told = f"p50 {median(times):.1f} ms, p95 {p95(times):.1f}, longest {max(times):.1f}; {late} over 100 ms"
    return [f"{_PRESSED:,} keys at random: {told}; {sizes[len(sizes) // 2]:,} bytes a key"]


if __name__ == "__main__":
    print("\n".join(run(whole="--whole" in sys.argv)))
