"""Owns stdout: data only, UTF-8, clean of control characters, coloured only where a person watches."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TextIO

from tui_reader.text.sanitise import safe_text

Json = Mapping[str, object] | Sequence[object]

_STRETCH = 1 << 18
"""Code points of a giant string that are written at once."""
_STYLES = {"title": "1", "dim": "2", "standfirst": "3", "mark": "1;4"}


class Output:
    """The standard output of one command."""

    def __init__(self, stream: TextIO, *, colour: bool) -> None:
        self._stream = stream
        self._colour = colour

    @property
    def columns(self) -> int:
        """The width to write for: the terminal's, or 80 cells."""
        try:
            return os.get_terminal_size(self._stream.fileno()).columns if self._stream.isatty() else 80
        except (OSError, ValueError):
            return 80

    def flush(self) -> None:
        """Hand what was written on at once."""
        self._stream.flush()

    def line(self, text: str = "") -> None:
        """Write one line of talk-free data."""
        self._stream.write(f"{text}\n")

    def styled(self, text: str, style: str) -> str:
        """Give foreign text, cleaned, in a style where colour is on."""
        clean = safe_text(text)
        return f"\x1b[{_STYLES[style]}m{clean}\x1b[0m" if self._colour and clean else clean

    def json(self, value: Json, *, large: bool = False) -> None:
        """Write one JSON document; a ``large`` one, of giant strings, piece by piece."""
        if large:
            self._stream.writelines(_pieces(value))
            self._stream.write("\n")
            return
        # made whole and written at once: piece by piece, each of a hundred thousand small strings is encoded by itself
        self._stream.write(f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n")


def tally(mentions: int, stories: int) -> str:
    """Say how often a name stands in how many stories, in a column's width."""
    return f"{mentions:>5} in {stories} {'story' if stories == 1 else 'stories'}".ljust(19)


def _pieces(value: object) -> Iterator[str]:
    """Write a value as JSON, no more than a stretch of a string at once."""
    if isinstance(value, Mapping):
        for number, (key, item) in enumerate(value.items()):
            yield f"{',' if number else '{'}{json.dumps(key)}:"
            yield from _pieces(item)
        yield "}" if value else "{}"
    elif isinstance(value, str):
        yield '"'
        for start in range(0, len(value), _STRETCH):
            yield json.dumps(value[start : start + _STRETCH], ensure_ascii=False)[1:-1]
        yield '"'
    elif isinstance(value, Sequence):
        for number, item in enumerate(value):
            yield "," if number else "["
            yield from _pieces(item)
        yield "]" if value else "[]"
    else:
        yield json.dumps(value)


def open_output(*, colour: bool) -> Output:
    """Give the standard output as UTF-8; colour only on a terminal that wants it.

    Raises ``OSError`` where the standard output is closed.
    """
    if sys.stdout is None:
        message = "the standard output is closed"
        raise OSError(message)
    reconfigure: Callable[..., None] | None = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    wanted = colour and "NO_COLOR" not in os.environ and os.environ.get("TERM", "dumb") != "dumb"
    return Output(sys.stdout, colour=wanted and sys.stdout.isatty())
