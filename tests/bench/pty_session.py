"""Runs a terminal program in a real pseudo-terminal: keys in, bytes out with the moment they came, and the screen.

The program's output is only stamped and kept while it flows; the screen is worked out in the pauses, so that a slow
decoder never holds the program up.
"""

import os
import pty
import re
import select
import shutil
import signal
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from tests.bench.terminal_screen import TerminalScreen

KEYS: Final[Mapping[str, str]] = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "f1": "\x1bOP",
} | {f"ctrl+{chr(code + 96)}": chr(code) for code in range(1, 27)}
"""What a terminal sends for a named key."""

_PAUSE: Final = 0.03
"""Seconds of silence after which output is decoded."""
_UNWANTED: Final = (
    "LINES",
    "COLUMNS",
    "NO_COLOR",
    "FORCE_COLOR",
    "TMUX",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
)
"""What a test run's environment may hold and a reader's shell does not."""
_QUERY: Final = re.compile(
    rb"\x1b\[\?(?P<mode>\d{1,5})\$p|\x1b\[(?P<attributes>>?0?c)|\x1b\[(?P<status>[56])n|\x1b\[18(?P<size>t)"
)
_LONGEST_QUERY: Final = 16


@dataclass(frozen=True, slots=True)
class Chunk:
    """Bytes the program wrote, as they came."""

    moment: float
    """Seconds of ``time.perf_counter``."""
    data: bytes


class PtySession:
    """One run of a program in a terminal of its own; a context manager that leaves no process behind."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
    ) -> None:
        """Start ``argv``; ``env`` is laid over the environment, a value of None takes a name out of it."""
        self.chunks: list[Chunk] = []
        self.closed = False
        """Whether the program has let go of the terminal."""
        self.exit_code: int | None = None
        """What the program ended with, a signal as a negative number; None while it runs."""
        self._screen = TerminalScreen(columns, rows)
        self._shown = 0
        self._query_tail = b""
        self._size = (columns, rows)
        self._descriptor, inner = pty.openpty()
        termios.tcsetwinsize(inner, (rows, columns))
        self.started = time.perf_counter()
        self.pid = _spawn(argv, os.ttyname(inner), _environment(env or {}))
        os.close(inner)

    def __enter__(self) -> Self:
        """Give the running session."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, by force where it still runs, and free the terminal."""
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait_exit(5)
        os.close(self._descriptor)

    @property
    def raw(self) -> bytes:
        """Everything the program has written so far."""
        return b"".join(chunk.data for chunk in self.chunks)

    @property
    def screen(self) -> TerminalScreen:
        """The screen as of the last output read."""
        for _ in self.unseen():
            pass
        return self._screen

    @property
    def text(self) -> str:
        """The rows of that screen, without the blanks at their ends."""
        return self.screen.text

    def send(self, keys: str | bytes) -> float:
        """Type raw characters; give the moment they were sent."""
        data = keys.encode() if isinstance(keys, str) else keys
        moment = time.perf_counter()
        while data:
            data = data[os.write(self._descriptor, data) :]
        return moment

    def press(self, *names: str) -> float:
        """Press keys by their name in ``KEYS``, or by the character they write; give the moment of the last."""
        return max(self.send(KEYS.get(name, name)) for name in names)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told by its signal."""
        self._size = (columns, rows)
        self.screen.resize(columns, rows)
        termios.tcsetwinsize(self._descriptor, (rows, columns))

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def pump(self, seconds: float) -> bool:
        """Wait for output at most so long and keep what comes; say whether anything came."""
        if self.closed or not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._descriptor, 1 << 16)
        except OSError:  # the kernel's way to say that the program's end is closed
            data = b""
        if not data:
            self.closed = True
            return False
        self.chunks.append(Chunk(time.perf_counter(), data))
        self._answer(data)
        return True

    def wait_quiet(self, quiet: float = 0.1, timeout: float = 10) -> bool:
        """Read until nothing has come for ``quiet`` seconds; False where it never falls silent in time."""
        end = time.perf_counter() + timeout
        while self.pump(quiet):
            if time.perf_counter() > end:
                return False
        return True

    def wait_for(self, wanted: Callable[[TerminalScreen], bool], timeout: float = 20) -> float | None:
        """Read until the screen is as wanted; give the moment of the output that made it so, or None in vain."""
        end = time.perf_counter() + timeout
        if wanted(self.screen):
            return time.perf_counter()
        while True:
            for chunk, screen in self.unseen():
                if wanted(screen):
                    return chunk.moment
            if self.closed or time.perf_counter() > end:
                return None
            self.pump(min(0.2, max(0.0, end - time.perf_counter())))
            while self.pump(_PAUSE) and time.perf_counter() < end:
                pass

    def wait_for_text(self, text: str, timeout: float = 20) -> float | None:
        """Read until the screen holds ``text``; give the moment of the output that brought it, or None in vain."""
        return self.wait_for(lambda screen: any(text in line for line in screen.lines), timeout)

    def unseen(self) -> Iterator[tuple[Chunk, TerminalScreen]]:
        """Give each piece of output that the screen has not shown yet, with the screen just after it."""
        while self._shown < len(self.chunks):
            chunk = self.chunks[self._shown]
            self._shown += 1
            self._screen.feed(chunk.data)
            yield chunk, self._screen

    def wait_exit(self, timeout: float = 10) -> int | None:
        """Read until the program has ended; give its exit code (a signal is negative), or None where it runs on."""
        end = time.perf_counter() + timeout
        while self.exit_code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
            elif time.perf_counter() > end:
                return None
            elif not self.pump(0.02):
                time.sleep(0.005)
        while self.pump(0.02):
            pass
        return self.exit_code

    def _answer(self, data: bytes) -> None:
        """Answer the questions that a program may put to its terminal before it paints."""
        seen, data = len(self._query_tail), self._query_tail + data
        for match in _QUERY.finditer(data):
            if match.end() > seen:
                self.send(self._reply(match))
        self._query_tail = data[-_LONGEST_QUERY:]

    def _reply(self, match: re.Match[bytes]) -> bytes:
        columns, rows = self._size
        if match["mode"] is not None:
            # Synchronised frames are known and off; every other mode is unknown.
            return b"\x1b[?%s;%d$y" % (match["mode"], 2 if match["mode"] == b"2026" else 0)
        if match["attributes"] is not None:
            return b"\x1b[>0;10;1c" if match["attributes"].startswith(b">") else b"\x1b[?62;22c"
        if match["status"] is not None:
            return b"\x1b[0n" if match["status"] == b"5" else b"\x1b[1;1R"
        return b"\x1b[8;%d;%dt" % (rows, columns)


def _environment(changes: Mapping[str, str | None]) -> dict[str, str]:
    wanted: dict[str, str | None] = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    wanted |= dict.fromkeys(_UNWANTED)
    wanted |= changes
    return {name: value for name, value in wanted.items() if value is not None}


def _spawn(argv: Sequence[str], terminal: str, environment: Mapping[str, str]) -> int:
    """Start a program at the head of its own session, whose terminal is the first one it opens."""
    program = shutil.which(argv[0], path=environment.get("PATH")) or argv[0]
    return os.posix_spawn(
        program,
        list(argv),
        environment,
        setsid=True,
        setsigdef=[signal.SIGPIPE, signal.SIGINT, signal.SIGHUP, signal.SIGTERM],
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, terminal, os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ],
    )
