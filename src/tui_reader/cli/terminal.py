"""What the full-screen reader needs of its terminal, checked before anything is drawn."""

import os
import sys

from tui_reader.model import UsageProblem

_HINT = "shanxi-reader show PATH prints the text instead"


def require_terminal(*, from_stdin: bool) -> None:
    """Raise ``UsageProblem`` where there is no terminal that a screen can be drawn on."""
    if sys.stdout is None or not sys.stdout.isatty():
        message = f"the reader needs a terminal to draw on; {_HINT}"
        raise UsageProblem(message)
    if os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        message = f"this terminal (TERM={os.environ.get('TERM', '')}) cannot draw a screen; {_HINT}"
        raise UsageProblem(message)
    if not from_stdin and (sys.stdin is None or not sys.stdin.isatty()):
        message = f"the reader needs a keyboard; to read from a pipe name - as PATH, or: {_HINT}"
        raise UsageProblem(message)


def use_terminal_as_stdin() -> None:
    """Give the keyboard back to the program, after a story was read from a pipe."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as problem:
        message = f"no keyboard to read keys from; {_HINT}"
        raise UsageProblem(message) from problem
    os.dup2(terminal, 0)
    os.close(terminal)
