"""Which program opens an address or a file: chosen from the environment, started without a shell."""

import sys
from collections.abc import Callable, Mapping

Which = Callable[[str], str | None]
"""Finds a program; None where there is none."""
_TERMINAL_PROGRAMS = ("VISUAL", "EDITOR", "PAGER")
_PAGERS = ("less", "more")


def browser_for(environ: Mapping[str, str], which: Which, platform: str = sys.platform) -> tuple[str, ...]:
    """Give the program, with its first words, that shows an address in a window; empty where nobody would see it.

    Over ssh it would open on the other machine's screen, if at all.
    """
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return ()
    if platform == "darwin":
        names: tuple[tuple[str, ...], ...] = (("open",),)
    elif environ.get("WSL_DISTRO_NAME"):
        names = (("wslview",), ("xdg-open",))
    elif environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        names = (("xdg-open",), ("gio", "open"))
    else:
        return ()
    return next(((found, *rest) for name, *rest in names if (found := which(name))), ())


def reader_for(environ: Mapping[str, str], which: Which) -> tuple[str, ...]:
    """Give the program, with its first words, that shows a file in the terminal; empty where there is none."""
    import shlex  # needed by one key alone

    for variable in _TERMINAL_PROGRAMS:
        try:
            name, *rest = shlex.split(environ.get(variable, ""))
        except ValueError:  # nothing there, or a quotation that never ends
            continue
        if found := which(name):
            return (found, *rest)
    return next(((found,) for name in _PAGERS if (found := which(name))), ())
