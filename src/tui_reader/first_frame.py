"""The last page, painted before anything else is loaded.

Loading the screen's libraries takes longer than a person notices; drawing what stood on the screen when the reader was
left takes no time at all. So the frame is kept at quitting, and the next start on the same stories, in a terminal of
the same size and kind, shows it at once; the app's own first frame is the same and takes over. This module therefore
imports nothing that Python has not loaded by itself, and knows the folders without asking the settings.
"""

from __future__ import annotations

import os
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself is not loaded yet
    from typing import Any

_VERSION = "1"
_LARGEST = 1_000_000
"""Bytes of a frame; the largest terminal with colours stays far below."""
_ENVIRONMENT = ("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE")
ENTER = "\x1b[?1049h\x1b[?25l"
"""The alternate screen, without a cursor."""
LEAVE = "\x1b[0m\x1b[?1049l\x1b[?25h"

_terminal: list[Any] | None = None
_painted = False


def paint(paths: list[str]) -> bool:
    """Paint the frame kept for these paths, if there is one for this terminal; tell whether it was painted.

    The keyboard is set so that keys typed before the app listens are neither shown nor lost.
    """
    global _painted, _terminal  # noqa: PLW0603 - a process has one terminal
    try:
        if not (os.isatty(0) and os.isatty(1)):
            return False
        size = os.get_terminal_size(1)
        name = _name(paths, size.columns, size.lines)
        with open(name, "rb") as file:  # noqa: PTH123 - pathlib is not loaded yet
            header, _, body = file.read(_LARGEST).partition(b"\n")
        if header != _header(paths, size.columns, size.lines, body):
            return False
        _terminal = _quiet_keyboard()
        os.write(1, ENTER.encode() + body)
    except (OSError, ValueError):
        return False
    _painted = True
    return True


def show(rows: list[str]) -> None:
    """Paint rows that were drawn just now, where no frame was kept."""
    global _painted, _terminal  # noqa: PLW0603 - as above
    if _painted or not (os.isatty(0) and os.isatty(1)):
        return
    try:
        _terminal = _quiet_keyboard()
        os.write(1, ENTER.encode() + _body(rows))
    except OSError:  # the app will tell
        return
    _painted = True


def painted() -> bool:
    """Tell whether a frame stands on the screen that the app has not taken over."""
    return _painted


def _body(rows: list[str]) -> bytes:
    return "".join(f"\x1b[{number};1H{row}" for number, row in enumerate(rows, 1)).encode() + b"\x1b[0m"


def keep(paths: list[str], columns: int, rows: list[str]) -> None:
    """Keep a frame for the next start: rendered rows, top to bottom. What cannot be written is not kept."""
    body = _body(rows)
    if len(body) >= _LARGEST:
        return
    try:
        name = _name(paths, columns, len(rows))
        temporary = f"{name}.{os.getpid()}"
        os.makedirs(os.path.dirname(name), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120 - as above
        with open(temporary, "wb") as file:  # noqa: PTH123 - as above
            file.write(_header(paths, columns, len(rows), body) + b"\n" + body)
        os.replace(temporary, name)  # noqa: PTH105 - as above
    except (OSError, ValueError):
        return


def hand_over() -> None:
    """Leave the screen to the app, which draws over the frame and gives the terminal back at its end."""
    global _painted  # noqa: PLW0603 - as above
    _painted = False


def close() -> None:
    """Give the terminal back as it was before the frame; does nothing where none was painted."""
    global _terminal  # noqa: PLW0603 - as above
    if _painted:
        try:
            os.write(1, LEAVE.encode())
        except OSError:  # the terminal is gone
            return
        hand_over()
    if _terminal is not None:
        import termios

        try:
            termios.tcsetattr(0, termios.TCSANOW, _terminal)
        except termios.error:  # the terminal is gone
            return
        _terminal = None


def terminal_before() -> list[Any] | None:
    """Give the terminal's modes as they were before the frame; None where no frame was painted."""
    return _terminal


def _quiet_keyboard() -> list[Any]:
    """Let keys wait unseen until the app reads them; give the modes from before."""
    import termios

    before = termios.tcgetattr(0)
    quiet: list[Any] = [*before]
    quiet[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
    quiet[3] &= ~(termios.ECHO | termios.ICANON | termios.ISIG | termios.IEXTEN)
    termios.tcsetattr(0, termios.TCSANOW, quiet)
    return before


def _name(paths: list[str], columns: int, lines: int) -> str:
    """Give the file that a frame is kept in; raise ``ValueError`` where there is no folder for it."""
    base, home = os.environ.get("XDG_CACHE_HOME", ""), os.environ.get("HOME", "")
    if not base.startswith("/"):
        if not home.startswith("/"):
            message = "no cache folder"
            raise ValueError(message)
        base = f"{home}/.cache"
    told = "\0".join((*(os.path.realpath(path) for path in paths), str(columns), str(lines)))
    return f"{base}/shanxi-reader/frames/{crc32(told.encode('utf-8', 'surrogateescape')):08x}"


def _header(paths: list[str], columns: int, lines: int, body: bytes) -> bytes:
    """Tell what a frame was drawn of, and that it is whole."""
    seen = [_VERSION, str(columns), str(lines), f"{crc32(body):08x}"]
    for path in (*paths, _config()):
        full = os.path.realpath(path)
        try:
            status = os.stat(full)  # noqa: PTH116 - as above
            seen.append(f"{full}:{status.st_mtime_ns}:{status.st_size}")
        except OSError:
            seen.append(full)
    seen += [f"{name}={os.environ.get(name, '')}" for name in _ENVIRONMENT]
    return repr(seen).encode("utf-8", "surrogateescape")


def _config() -> str:
    base = os.environ.get("XDG_CONFIG_HOME", "")
    return f"{base if base.startswith('/') else os.environ.get('HOME', '') + '/.config'}/shanxi-reader/config.toml"
