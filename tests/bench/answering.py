"""From a key in the search bar to the painted answer: against a stock list with a fixed answer, and against fzf."""

import subprocess
import sys
import tempfile
from collections.abc import Sequence

from tests.bench.grown import Grown
from tests.bench.named import invented, named
from tests.bench.search import p95
from tests.bench.terminal import (
    EDITION,
    FLOOR,
    SEARCH_KEYS,
    KeyCost,
    Program,
    first_words,
    key_costs,
    reader,
)

SIZES = (10_000, 1_000_000)
_ROUNDS = 2
_FZF_READY = "1000000/1000000"


def run(*, whole: bool = False) -> list[str]:
    """Type into the reader, the stock list and fzf, in turn."""
    del whole
    lines = ["Typing in the search bar: from a key to the screen as it stays"]
    lines += compared("4 stories", reader(EDITION, first_words(EDITION)), SEARCH_KEYS)
    for count in SIZES:
        made = named(count)
        lines += compared(f"{count:,} names", opened(made), keys_for(invented(count)))
    return [*lines, *beside_fzf(SIZES[-1])]


def opened(made: Grown) -> Program:
    """Give the reader on an archive of ours."""
    first = min(made.folder.glob("*.md")).read_text(encoding="utf-8")
    return reader(made.folder, " ".join(first.split()[1:3]), made.environment)


def keys_for(names: Sequence[str]) -> tuple[str, ...]:
    """Give keys that type parts of a few names, go back and type on."""
    keys: list[str] = []
    for number in range(3):
        name = names[(number * 7919 + 13) % len(names)].lower()[:8].replace(" ", "")
        keys += [*name, *("backspace",) * 3, *name[-3:], *("backspace",) * len(name)]
    return tuple(keys[:-1])


def compared(what: str, program: Program, keys: Sequence[str]) -> list[str]:
    """Type the same into the reader and into the stock list, in turn."""
    ours: list[KeyCost] = []
    floor: list[KeyCost] = []
    for _ in range(_ROUNDS):
        floor += key_costs(FLOOR, keys)
        ours += key_costs(program, keys, before=("/",))
    return [ratio_line(what, ours, floor, "a stock list")]


def beside_fzf(count: int) -> list[str]:
    """Type the same into fzf over the same names."""
    if subprocess.run(["tests/need-system-tools", "fzf:fzf"], check=False).returncode:
        return ["fzf CANNOT BE INSTALLED HERE: nothing is compared with it"]
    names = invented(count)
    keys = keys_for(names)
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(names))
        file.flush()
        fzf = Program(("sh", "-c", f"exec fzf < {file.name}"), _FZF_READY)
        theirs = key_costs(fzf, keys)
        ours = key_costs(opened(named(count)), keys, before=("/",))
    return [ratio_line(f"{count:,} names", ours, theirs, "fzf")]


def ratio_line(what: str, ours: Sequence[KeyCost], theirs: Sequence[KeyCost], name: str) -> str:
    """Compare medians and 95th percentiles."""
    mine, other = ([cost.seconds * 1000 for cost in costs] for costs in (ours, theirs))
    middle, other_middle = (sorted(values)[len(values) // 2] for values in (mine, other))
    size = sorted(cost.size for cost in ours)[len(ours) // 2]
    return (
        f"{what:>18}: p95 {p95(mine) / p95(other):.2f} x {name} ({p95(mine):.1f} ms to {p95(other):.1f}; "
        f"p50 {middle:.1f} to {other_middle:.1f}), {size} bytes a key, {len(ours)} keys"
    )


if __name__ == "__main__":
    print("\n".join(run(whole="--whole" in sys.argv)))
