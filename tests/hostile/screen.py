"""Drives the full screen over an input in a real terminal, and reads the raw bytes it paints."""

import re
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

from tests.bench.pty_session import PtySession
from tui_reader.text.sanitise import safe_text

_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*+[ -/]*+[@-~]|[\]PX^_][^\x07\x1b]*+(?:\x07|\x1b\\)?|.)", re.DOTALL)
# What the reader itself says to a terminal: colours, places, rows that move, modes it sets and asks for, the keyboard's
# protocol.
_OWN = re.compile(
    r"\x1bM|\x1b\[(?:(?:[0-9]++;[0-9]++)?r|[0-9;:]*+m|[0-9;]*+[HJK]|\?[0-9;]++[hl]|\?2026\$p|>[0-9]++u|<u|=?[0-9;]*+u)"
)
_MODES = frozenset({7, 25, 1000, 1002, 1003, 1004, 1006, 1015, 1016, 1049, 2004, 2026, 2048})
_KEYS = ("j", "space", "J", "e", "escape", "#", "escape", "?", "escape", "/", "r", "i", "escape", "n", "G")
_CLOSING = ("escape", "escape", "escape")
_ESCAPE_PAUSE = 0.2
"""A terminal program can tell the key from the start of a sequence only by the pause after it."""
PAINT_SECONDS = QUIT_SECONDS = 30
"""How long is waited before the reader counts as hanging, on a busy machine as well."""


def foreign(raw: bytes) -> list[str]:
    """Give what in the program's output is neither its own control sequence nor clean text."""
    text = raw.decode("utf-8", "surrogateescape")
    found = [sequence for sequence in _ESCAPE.findall(text) if not _is_own(sequence)]
    rest = _ESCAPE.sub("", text).replace("\r", "")
    if safe_text(rest) != rest:
        found += sorted({character for character in rest if safe_text(character) != character})
    return found


def _is_own(sequence: str) -> bool:
    if not _OWN.fullmatch(sequence) or sequence in {"\x1b[2J", "\x1b[3J"}:
        return False
    numbers = [int(number) for number in re.findall(r"[0-9]++", sequence)]
    return numbers[0] in _MODES if sequence.startswith("\x1b[?") else max(numbers, default=0) < 1000


def drive(paths: Sequence[str], home: Path, keys: Sequence[str] = _KEYS) -> list[str]:
    """Open paths in the full screen, press keys, resize, quit; say everything that is wrong."""
    wrong = []
    argv = [sys.executable, "-m", "tui_reader", *paths]
    clean: dict[str, str | None] = dict.fromkeys(
        ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    )
    with PtySession(argv, env=clean | {"HOME": str(home)}) as session:
        before = termios.tcgetattr(session._descriptor)
        if session.wait_for(lambda screen: any(line.strip() for line in screen.lines), PAINT_SECONDS) is None:
            wrong.append("never painted")
        session.wait_quiet(0.15, PAINT_SECONDS)
        for key in (*keys, *_CLOSING):
            if session.wait_exit(0) is not None:
                return [*wrong, f"ended with {session.exit_code} at {key!r}: {session.text[-300:]}"]
            session.press(key)
            session.wait_quiet(_ESCAPE_PAUSE if key == "escape" else 0.04, 3)
        for size in ((10, 5), (500, 200), (80, 24)):
            session.resize(*size)
            session.wait_quiet(0.15, 5)
        if b"\x1b[?1049l" in session.raw:
            wrong.append("left the screen before it was told to")
        session.press("q")
        if session.wait_exit(QUIT_SECONDS) is None:
            wrong.append(f"did not quit: {session.text[-300:]}")
            return wrong
        if session.exit_code:
            wrong.append(f"ended with {session.exit_code}: {session.text[-300:]}")
        wrong += [f"wrote {sequence!r}" for sequence in foreign(session.raw)[:5]]
        wrong += _unrestored(session.raw)
        if termios.tcgetattr(session._descriptor) != before:
            wrong.append("left the terminal's settings changed")
    return wrong


def _unrestored(raw: bytes) -> list[str]:
    """Give the modes that are not as a shell expects them at the end."""
    last: dict[int, bool] = {}
    for match in re.finditer(rb"\x1b\[\?([0-9;]++)([hl])", raw):
        for number in match[1].split(b";"):
            last[int(number)] = match[2] == b"h"
    return [
        f"left mode {mode} {'set' if is_set else 'reset'}"
        for mode, is_set in last.items()
        if is_set != (mode in {7, 25})
    ]
