"""How the full-screen reader leaves: the terminal as it was, what is precious kept, and never later than asked.

Loads nothing of Textual: signals are answered from the program's first moment.
"""

import atexit
import os
import signal
import sys
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Final

PATIENCE: Final = 2.0
"""Seconds in which the reader leaves of itself once a signal came; then it is made to."""
LAST_SAVE: Final = 0.6
"""Seconds given to a last attempt to keep what is precious, after that."""
WRITE_LIMIT: Final = 0.4
"""Seconds in which a terminal that lives takes the few bytes that restore it."""

RESTORING: Final = (
    "\x1b[<u"  # keyboard reports, while the screen they belong to is still there
    "\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # mouse
    "\x1b[?1004l\x1b[?2004l\x1b[?2026l\x1b[?2048l"  # focus, pastes, frames, sizes
    "\x1b[0m\x1b[?7h\x1b[r"  # style, line wrap, and the rows that move
    "\x1b[?1049l\x1b[?25h"  # the screen that was, with its cursor
)
"""What takes back every mode the reader may have set."""

GONE: Final = 128 + signal.SIGHUP
"""The exit code where the terminal went away without a signal."""

_ANSWERED: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def write_within(descriptor: int, data: bytes, seconds: float) -> bool:
    """Write to a terminal that may take nothing any more; tell whether it took everything in time."""
    done = threading.Event()

    def write() -> None:
        rest = data
        with suppress(OSError):
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            done.set()

    try:
        threading.Thread(target=write, name="restore", daemon=True).start()
    except RuntimeError:  # the interpreter is too far gone for threads
        write()
    return done.wait(seconds)


class Restoration:
    """Brings a terminal back to what it was: once for each time it was taken, from any thread."""

    def __init__(self, before: list[Any] | None = None) -> None:
        """Take the terminal's modes from before somebody took it already; None where it is as it was."""
        self._source, self._target = terminal_descriptors()
        self._taken: list[list[Any] | None] = [] if before is None else [before]
        self._owner = os.getpid()
        atexit.register(self.restore)

    def take(self) -> None:
        """Remember how the terminal is set, before it is changed."""
        if self._taken:
            return
        try:
            self._taken.append(termios.tcgetattr(self._source))
        except termios.error:
            self._taken.append(None)

    @property
    def taken(self) -> bool:
        """Whether there is something to bring back."""
        return bool(self._taken)

    def restore(self) -> None:
        """Bring the terminal back; nothing happens where that was done."""
        if os.getpid() != self._owner:  # a child that came to share our memory
            return
        try:
            attributes = self._taken.pop()
        except IndexError:
            return
        write_within(self._target, RESTORING.encode(), WRITE_LIMIT)
        # from the background, setting a terminal would stop us
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        try:
            with suppress(termios.error):
                termios.tcflush(self._source, termios.TCIFLUSH)
            if attributes is not None:
                with suppress(termios.error):
                    termios.tcsetattr(self._source, termios.TCSANOW, attributes)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTTOU})


class Departure:
    """Answers the signals that end a program.

    Before there is a screen they end it at once. Then ``leave`` is asked to end it in order, and where that takes too
    long (a terminal that takes no bytes, a layout that does not end) a thread that sleeps until then ends it: it calls
    ``restore`` and ``save`` and does not wait for them.
    """

    def __init__(self) -> None:
        self.code = 0
        """The exit code that a signal asked for; 0 where none came."""
        self.leave: Callable[[int], None] | None = None
        self.restore: Callable[[], None] = _nothing
        self.save: Callable[[], object] = _nothing
        self._reading, self._writing = os.pipe()
        self._owner = os.getpid()

    def watch(self) -> None:
        """Answer the signals from here on."""
        threading.Thread(target=self._end_in_time, name="departure", daemon=True).start()
        for number in _ANSWERED:
            signal.signal(number, self._signalled)

    def go(self, code: int) -> None:
        """Leave with an exit code, in time; the first reason counts. May be called from a signal or any thread."""
        if self.code:
            return
        self.code = code
        if self.leave is None:
            raise SystemExit(code)
        os.write(self._writing, b"!")
        self.leave(code)

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        del frame
        if os.getpid() != self._owner:  # a child that came to share our handlers
            os._exit(128 + number)
        self.go(128 + number)

    def _end_in_time(self) -> None:
        os.read(self._reading, 1)
        threading.Event().wait(PATIENCE)
        for step, limit in ((self.restore, WRITE_LIMIT), (self.save, LAST_SAVE)):
            thread = threading.Thread(target=step, daemon=True)
            thread.start()
            thread.join(limit)
        os._exit(self.code)


def drop_foreign_switches() -> None:
    """Take the switches of Textual out of the environment: they open ports, load code and press keys."""
    for name in [name for name in os.environ if name == "TEXTUAL" or name.startswith("TEXTUAL_")]:
        del os.environ[name]


def has_job_control() -> bool:
    """Tell whether a shell runs us as one of its jobs, so that it can take us back once we are stopped."""
    return os.getsid(0) != os.getpgid(0)


def terminal_descriptors() -> tuple[int, int]:
    """Give the descriptors that keys come from and that the screen is drawn on."""
    source = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0
    target = sys.__stdout__.fileno() if sys.__stdout__ is not None else 1
    return source, target


def _nothing() -> None:
    return
