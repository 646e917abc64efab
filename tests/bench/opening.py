"""From the start to the story: against hello-world, at any size of archive, and in a huge story; and the memory."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from tests.bench.answering import opened
from tests.bench.grown import Grown, grown
from tests.bench.terminal import EDITION, HELLO, Program, first_words, reader, resident, start_up_pairs
from tests.bench.walking import story

SIZES = (10_000, 1_000_000)
_RUNS = 7
READING = ("j", "j", "space", "J", "J", "K")


def run(*, whole: bool = False) -> list[str]:
    """Start the reader and hello-world in turn."""
    del whole
    lines = ["Opening: from the start, as a share of hello-world; medians of the same run"]
    lines.append(line("4 stories", reader(EDITION, first_words(EDITION))))
    lines += [line(f"{made.count:,} stories", opened(made), made) for made in map(grown, SIZES)]
    with tempfile.TemporaryDirectory(prefix="shanxi-reader-bench-") as folder:
        for ending in ("md", "txt"):
            huge = story(Path(folder) / ending, 10, ending)
            lines.append(f"{f'10 MB of .{ending}':>20}: first words at the first start {ratio(pairs(huge)):.2f} x")
    return [*lines, memory(grown(SIZES[-1]))]


def pairs(program: Program, made: Grown | None = None, *, again: bool = False) -> Sequence[tuple[float, float]]:
    """Start hello-world and the reader in turn; a first start finds no page that was kept."""
    if made is not None and not again:
        shutil.rmtree(made.home / "cache" / "shanxi-reader" / "frames", ignore_errors=True)
    return start_up_pairs(HELLO, program, _RUNS, again=again)


def ratio(found: Sequence[tuple[float, float]]) -> float:
    """Give the median of the ratios."""
    return median(program / floor for floor, program in found)


def line(what: str, program: Program, made: Grown | None = None) -> str:
    """Tell three moments: the first words, with and without a page that was kept, and the whole of the app's frame."""
    words, later = ratio(pairs(program, made)), ratio(pairs(program, made, again=True))
    frame = ratio(pairs(replace(program, expected=program.ready), made))
    return (
        f"{what:>20}: the story's words at the first start {words:.2f} x, at later ones {later:.2f} x; "
        f"the whole first frame at the first start {frame:.2f} x"
    )


def memory(made: Grown) -> str:
    """Tell what the reader holds after some reading."""
    floor, ours = resident(HELLO, ()), resident(opened(made), READING)
    return (
        f"{f'{made.count:,} stories':>20}: resident while reading {ours / floor:.2f} x ({ours:.0f} MB to {floor:.0f})"
    )


if __name__ == "__main__":
    print("\n".join(run(whole="--whole" in sys.argv)))
