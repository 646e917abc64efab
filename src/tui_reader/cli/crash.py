"""What is left to say of a fault of the reader's own: one line, and a log for whoever mends it."""

import os
import sys
import traceback
from pathlib import Path

from tui_reader.cli.diagnostics import ExitCode, complain
from tui_reader.settings.folders import state_folder
from tui_reader.text.sanitise import safe_text

LOG_NAME = "crash.log"
LONGEST_LOG = 200_000
"""Characters; a fault in a fault can be endless."""


def report(fault: BaseException, *, debug: bool = False) -> ExitCode:
    """Tell of a fault in one line that names the log with the traceback; with ``debug`` give that too."""
    lines = safe_text("".join(traceback.format_exception(fault)))[-LONGEST_LOG:]
    if debug and sys.stderr is not None:
        try:
            sys.stderr.write(lines)
        except (OSError, ValueError):  # nobody is listening any more
            return ExitCode.BAD_INPUT
    log = _keep(lines)
    where = f"details in {log}" if log is not None else "run with --debug for details"
    complain(f"stopped by a fault of its own ({type(fault).__name__}: {str(fault)[:200]}); {where}")
    return ExitCode.BAD_INPUT


def _keep(lines: str) -> Path | None:
    """Write the log; nothing where there is no place for it."""
    folder = state_folder()
    if folder is None:
        return None
    log = folder / LOG_NAME
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        with os.fdopen(os.open(log, flags, 0o600), "w", encoding="utf-8", errors="replace") as file:
            file.write(lines)
    except (OSError, ValueError):
        return None
    return log
