"""The reader in a real terminal, for tests: how it is started, what it may write, and how it must have left."""

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.bench.pty_session import PtySession

READER: Final = (sys.executable, "-m", "tui_reader")
"""The program as it is installed."""
PATCHED: Final = "import sys\n{patch}\nfrom tui_reader.__main__ import main\nsys.exit(main(sys.argv[1:]))"
"""The program after a fault was put into it."""
READY: Final = "names in"
"""What stands in the search line once everything is read."""

_SEQUENCE: Final = re.compile(
    rb"\x1b\[(?P<style>[\d;]{0,40}m)|\x1b\[(?P<place>\d{1,4};\d{1,4}H)|\x1b\[\?(?P<mode>\d{1,4})(?P<set>[hl]|\$p)"
    rb"|\x1b\[(?P<keys>>25u|<u)|\x1b\[(?:\d{1,4};\d{1,4})?r|\x1bM"
)
_CONTROL: Final = re.compile(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
_OUR_MODES: Final = {7, 25, 1000, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048}
_LARGEST_STYLE: Final = 255
_ON_BY_NATURE: Final = {7, 25}


def foreign(raw: bytes) -> list[bytes]:
    """Give what a reader never writes of itself: sequences of other kinds than its own, and control characters."""
    found = []
    rest = []
    position = 0
    for match in _SEQUENCE.finditer(raw):
        rest.append(raw[position : match.start()])
        position = match.end()
        numbers = re.findall(rb"\d+", match["style"] or b"")
        if any(int(number) > _LARGEST_STYLE for number in numbers) or int(match["mode"] or 7) not in _OUR_MODES:
            found.append(match[0])
    rest.append(raw[position:])
    for text in rest:
        found += [text[match.start() : match.start() + 30] for match in _CONTROL.finditer(text)]
    return found


def modes_left_on(raw: bytes) -> set[str]:
    """Give the modes that a program leaves other than it found them."""
    left: dict[int, bool] = {}
    depth = 0
    for match in _SEQUENCE.finditer(raw):
        if match["mode"] and match["set"] in (b"h", b"l"):
            left[int(match["mode"])] = match["set"] == b"h"
        if match["keys"]:
            depth += 1 if match["keys"].startswith(b">") else -1
    wrong = {f"?{mode}" for mode, on in left.items() if on != (mode in _ON_BY_NATURE)}
    return wrong | ({"keys"} if depth > 0 else set())


class Reader:
    """One run of the reader; a context manager that leaves no process behind."""

    def __init__(
        self,
        home: Path,
        *paths: str | Path,
        argv: Sequence[str] = READER,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
    ) -> None:
        """Start the reader on paths, with a home of its own."""
        environment: dict[str, str | None] = {"HOME": str(home), "LANG": "C.UTF-8"}
        environment |= dict.fromkeys(("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LC_ALL", "LC_CTYPE"))
        self.session = PtySession(
            [*argv, *map(str, paths)], columns=columns, rows=rows, env={**environment, **(env or {})}
        )
        self.settings: list[object] = termios.tcgetattr(self.session._descriptor)
        self._left_at: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.session.__exit__(kind, error, trace)

    def ready(self) -> Self:
        """Wait until everything is painted and read."""
        assert self.session.wait_for_text(READY, 30) is not None, self.session.text
        self.session.wait_quiet(0.1)
        return self

    def painted(self) -> Self:
        """Wait until the reader listens and it is quiet, at sizes where no word can be waited for."""
        end = time.perf_counter() + 20
        while b"\x1b[?2004h" not in self.session.raw and time.perf_counter() < end:
            self.session.pump(0.2)
        self.session.wait_quiet(0.6)
        return self

    def send(self, data: str | bytes) -> None:
        """Type bytes, reading meanwhile, so that neither side waits for the other."""
        data = data.encode() if isinstance(data, str) else data
        for start in range(0, len(data), 1024):
            self.session.send(data[start : start + 1024])
            self.session.pump(0)

    def press(self, *names: str) -> None:
        """Press keys, one after the other is answered."""
        for name in names:
            self.session.press(name)
            self.session.wait_quiet(0.15 if name == "escape" else 0.08)

    def answers(self) -> bool:
        """Tell whether the reader still answers keys: it shows all of them, and hides them again.

        What was sent may have opened something, which is closed first.
        """
        self.press("escape")
        self.session.press("?")
        shown = self.session.wait_for_text("type to narrow", 10) is not None
        self.session.press("escape")
        hidden = self.session.wait_for(lambda screen: "type to narrow" not in screen.text, 10) is not None
        return shown and hidden

    def wait(self, seconds: float) -> None:
        """Let time pass, reading."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.session.pump(left)

    def cut(self) -> None:
        """Take the terminal away, as a lost connection does."""
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, self.session._descriptor)
        os.close(nothing)

    def state(self) -> str:
        """Give the kernel's letter for what the process does: T where it is stopped."""
        return Path(f"/proc/{self.session.pid}/stat").read_text().rpartition(")")[2].split()[0]

    def wait_state(self, letter: str) -> bool:
        """Wait until the process does that."""
        end = time.perf_counter() + 5
        while self.state() != letter:
            if time.perf_counter() > end:
                return False
            self.wait(0.02)
        return True

    def cpu(self) -> float:
        """Give the seconds of processor time used so far."""
        fields = Path(f"/proc/{self.session.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Give the most memory held so far, in bytes."""
        status = Path(f"/proc/{self.session.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) * 1024

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        self.session.signal(number)

    def left(self, code: int, *, within: float = 5.0) -> None:
        """Check that the reader leaves in time with an exit code, in order and without a trace."""
        started = time.perf_counter()
        exit_code = self.session.wait_exit(within)
        seconds = time.perf_counter() - started
        raw = self.session.raw
        assert exit_code == code, (exit_code, round(seconds, 2), raw[-800:])
        assert modes_left_on(raw) == set(), raw[-400:]
        assert foreign(raw) == [], foreign(raw)[:5]
        assert b"Traceback" not in raw, raw[-800:]
        if not self.session.closed or self._has_terminal():
            assert termios.tcgetattr(self.session._descriptor) == self.settings

    def quit(self) -> None:
        """Quit with the key for it, and check how that went."""
        self.session.press("q")
        self.left(0)

    def _has_terminal(self) -> bool:
        return os.isatty(self.session._descriptor)
