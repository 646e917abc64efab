"""Measures the full-screen reader in a real pseudo-terminal, always against a stock Textual program of the same run."""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from tests.bench.pty_session import PtySession
from tests.bench.terminal_screen import Picture

COLUMNS: Final = 120
ROWS: Final = 36
RUNS: Final = 7

_SETTLED: Final = 0.2
"""Seconds of silence after which a key's answer is taken as complete."""
_NO_ANSWER: Final = 0.6
"""Seconds after which a key is taken to change nothing."""
_TESTS: Final = Path(__file__).parent
EDITION: Final = _TESTS.parents[1] / "articles"
"""The four stories that ship with the reader."""

READING_KEYS: Final = ("j",) * 12 + ("k",) * 4 + ("space", "b") * 4 + ("]",) * 6 + ("[",) * 4 + ("J", "J", "K", "K")
SEARCH_KEYS: Final = (*"taiyuan", *("backspace",) * 5, *"nsui", *("backspace",) * 6, *"shanxi")


@dataclass(frozen=True, slots=True)
class Program:
    """A program to measure, and what its first useful screen holds."""

    argv: tuple[str, ...]
    expected: str
    environment: Mapping[str, str] = field(default_factory=dict)
    """Laid over a home of its own."""
    ready: str = ""
    """What the screen holds once keys are answered, where that is later."""


FLOOR: Final = Program((sys.executable, str(_TESTS / "floor_app.py")), "Search here")
"""A stock input over a stock list, with answers that cost nothing."""
HELLO: Final = Program((sys.executable, str(_TESTS / "hello_app.py")), "Hello, world!")


def reader(folder: Path, expected: str, environment: Mapping[str, str] | None = None) -> Program:
    """Give the reader on a folder."""
    argv = (str(Path(sys.executable).parent / "shanxi-reader"), str(folder))
    return Program(argv, expected, environment or {}, "search a person")


@dataclass(frozen=True, slots=True)
class KeyCost:
    """What one key press cost."""

    seconds: float
    """From the key to the output after which the screen looks as it stays."""
    size: int
    """Bytes written to the terminal."""


class ProgramEndedError(Exception):
    """A program ended while keys were still being pressed, so that its figures would tell nothing."""

    def __init__(self, program: Program, key: str, screen: str) -> None:
        super().__init__(f"{' '.join(program.argv)} ended at the key {key!r}; its last words were:\n{screen}")


class NeverPaintedError(Exception):
    """A program did not show what was expected of it."""

    def __init__(self, program: Program, screen: str) -> None:
        super().__init__(f"{' '.join(program.argv)} never showed {program.expected!r}; its screen was:\n{screen}")


def run(*, whole: bool = False) -> list[str]:
    """Measure the reader on the bundled edition; give the lines to print. ``whole`` changes nothing here."""
    del whole
    edition = reader(EDITION, first_words(EDITION))
    typing_floor = key_costs(FLOOR, SEARCH_KEYS)
    return [
        f"full screen, {COLUMNS}x{ROWS}, in a pseudo-terminal",
        start_up_line("very first start, to the story", start_up_pairs(HELLO, edition)),
        start_up_line("every later start, to the story", start_up_pairs(HELLO, edition, again=True)),
        key_line("reading keys to paint", key_costs(edition, READING_KEYS), typing_floor),
        key_line("search keys to paint", key_costs(edition, SEARCH_KEYS, before=("/",)), typing_floor),
    ]


def first_words(folder: Path, count: int = 3) -> str:
    """Give the words that a folder's first story begins with, below its front matter."""
    body = min(folder.glob("*.md")).read_text(encoding="utf-8").split("---\n", 2)[2]
    return " ".join(body.split(maxsplit=count)[:count])


def start_up_pairs(
    floor: Program, program: Program, runs: int = RUNS, *, again: bool = False
) -> list[tuple[float, float]]:
    """Start two programs in turn and give each pair of seconds; a first pair, which fills caches, is left out.

    ``again`` starts the second as one that was used and left before, in the same home.
    """
    with tempfile.TemporaryDirectory(prefix="shanxi-reader-bench-") as home:
        if again:
            with _at(program, home) as session:
                session.press("q")
                session.wait_exit()
        return [(_start_up(floor), _start_up(program, home if again else None)) for _ in range(runs + 1)][1:]


def key_costs(
    program: Program, keys: Sequence[str], before: Sequence[str] = (), settled: float = _SETTLED
) -> list[KeyCost]:
    """Press keys one by one, each when the one before it is done; a key that changes nothing is left out."""
    with _started(program) as session:
        for key in before:
            session.press(key)
            session.wait_quiet(_SETTLED)
        costs = []
        for key in keys:
            costs.append(_key_cost(session, key, settled))
            if session.closed:
                raise ProgramEndedError(program, key, session.text)
    return [cost for cost in costs if cost is not None]


def resident(program: Program, keys: Sequence[str]) -> float:
    """Give the megabytes a program holds after some keys."""
    with _started(program) as session:
        session.wait_quiet(2.0)
        for key in keys:
            session.press(key)
            session.wait_quiet(_SETTLED)
        status = Path(f"/proc/{session.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def start_up_line(name: str, pairs: Sequence[tuple[float, float]]) -> str:
    """Give start-up as a ratio, pair by pair, with the medians it comes from."""
    ratio = median(program / floor for floor, program in pairs)
    floor, program = (median(side) * 1000 for side in zip(*pairs, strict=True))
    return f"{name:33} {ratio:5.2f} x hello-world   (median of {len(pairs)} pairs; {program:.0f} ms to {floor:.0f} ms)"


def key_line(name: str, costs: Sequence[KeyCost], floor: Sequence[KeyCost]) -> str:
    """Give what a key costs: as a ratio to the floor's median, in milliseconds and in bytes."""
    if not costs or not floor:
        return f"{name:33} nothing changed on the screen"
    times = [cost.seconds * 1000 for cost in costs]
    middle = median(times)
    slow = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else middle
    ratio = middle / (median(cost.seconds for cost in floor) * 1000)
    size = median(cost.size for cost in costs)
    return (
        f"{name:33} {ratio:5.2f} x stock list  "
        f" (median {middle:.1f} ms, p95 {slow:.1f} ms, {size:.0f} bytes a key, {len(costs)} keys)"
    )


@contextmanager
def _started(program: Program) -> Iterator[PtySession]:
    """Start a program with a home of its own, so that nothing of an earlier run helps or hinders it."""
    with tempfile.TemporaryDirectory(prefix="shanxi-reader-bench-") as home, _at(program, home) as session:
        yield session


@contextmanager
def _at(program: Program, home: str) -> Iterator[PtySession]:
    """Start a program in a home, and wait until it has painted."""
    with PtySession(program.argv, columns=COLUMNS, rows=ROWS, env=_environment(program, home)) as session:
        if session.wait_for_text(program.ready or program.expected) is None:
            raise NeverPaintedError(program, session.text)
        session.wait_quiet(_SETTLED)
        yield session


def _environment(program: Program, home: str) -> Mapping[str, str]:
    return {**_homes(home), **program.environment}


def _homes(home: str) -> Mapping[str, str]:
    return {f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")}


def _start_up(program: Program, home: str | None = None) -> float:
    """Give the seconds from the start of a program to the output that painted what is expected."""
    with (
        tempfile.TemporaryDirectory(prefix="shanxi-reader-bench-") as new,
        PtySession(program.argv, columns=COLUMNS, rows=ROWS, env=_environment(program, home or new)) as session,
    ):
        painted = session.wait_for_text(program.expected)
        if painted is None:
            raise NeverPaintedError(program, session.text)
        return painted - session.started


def _key_cost(session: PtySession, key: str, settled: float = _SETTLED) -> KeyCost | None:
    """Press a key; None where the screen looks the same after it."""
    last, first = session.screen.picture(), len(session.chunks)
    pressed = session.press(key)
    if session.pump(min(_NO_ANSWER, 5 * settled)):
        session.wait_quiet(settled)
    painted = None
    for chunk, screen in session.unseen():
        picture = screen.picture()
        if _differs(last, picture):
            painted, last = chunk.moment, picture
    size = sum(len(chunk.data) for chunk in session.chunks[first:])
    return None if painted is None else KeyCost(painted - pressed, size)


def _differs(before: Picture, after: Picture) -> bool:
    """Tell whether more than one cell changed: a single one may be a blinking cursor."""
    changed = 0
    for row, other in zip(before, after, strict=True):
        if row != other:
            changed += sum(cell != twin for cell, twin in zip(row, other, strict=True))
    return changed > 1
