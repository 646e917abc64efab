"""Owns stderr and the exit codes: every failure a person can act on is one line and a number."""

import sys
from enum import IntEnum

from tui_reader.model import ReaderProblem
from tui_reader.text.sanitise import safe_line

PROGRAM = "shanxi-reader"


class ExitCode(IntEnum):
    """What the shell is told."""

    DONE = 0
    NOTHING_FOUND = 1
    BAD_INPUT = 2
    INTERRUPTED = 130


def complain(message: object) -> None:
    """Print one line on stderr, whatever the message holds; never fail where stderr is closed."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{PROGRAM}: {safe_line(str(message))}\n")
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody is listening any more
        return


def refuse(problem: ReaderProblem) -> ExitCode:
    """Report a problem, each of its lines as one of ours, and give the exit code for it."""
    for line in str(problem).splitlines() or [""]:
        complain(line)
    return ExitCode.BAD_INPUT
