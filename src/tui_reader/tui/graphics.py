"""What a terminal can show of a picture, and Kitty's way of showing it whole.

Kitty's placeholders are text: the picture is sent once, and wherever its cells stand it is seen, so it scrolls, is
covered and comes back as words do. Terminals that draw pictures over the text (Sixel) cannot do that; there pictures
are made of half blocks, as everywhere else. Terminals that may know placeholders are asked, since older ones of the
same name do not, and nobody waits for the answer: until it comes, pictures are made of half blocks.
"""

import fcntl
import os
import struct
import sys
import termios
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import Enum, auto

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

NARROW = 60
"""Columns of the terminal under which captions stand alone."""
_KITTIES = frozenset({"xterm-kitty", "xterm-ghostty"})
"""Terminals that know placeholders; inside tmux or screen TERM is another, and rightly so."""
QUESTION = "\x1b_Ga=q,U=1,i=31,s=1,v=1,t=d,f=24;AAAA\x1b\\"
"""Asks whether a picture may be shown by placeholders; who does not understand all of it gives no answer."""
_PLACEHOLDER = "\U0010eeee"
_DIACRITICS = (
    "\u0305\u030d\u030e\u0310\u0312\u033d\u033e\u033f\u0346\u034a\u034b\u034c\u0350\u0351\u0352\u0357\u035b\u0363"
    "\u0364\u0365\u0366\u0367\u0368\u0369\u036a\u036b\u036c\u036d\u036e\u036f\u0483\u0484\u0485\u0486\u0487\u0592"
)
"""The protocol's own numerals, from 0: the marks over a placeholder name its row and column."""
_CHUNK = 4096
_USUAL_CELL = (10, 20)
_LARGEST_CELL = 60


class Means(Enum):
    """How pictures are shown."""

    NONE = auto()
    """Captions alone."""
    BLOCKS = auto()
    KITTY = auto()


def means(wanted: bool | str, *, colours: str | None, columns: int, environ: Mapping[str, str]) -> Means:  # noqa: FBT001
    """Tell how pictures are shown; ``wanted`` is the setting, ``colours`` Rich's word for what the terminal has."""
    if not wanted or columns < NARROW or colours not in {"truecolor", "256"} or environ.get("NO_COLOR"):
        return Means.NONE
    if wanted != "blocks" and may_show_whole(environ):
        return Means.KITTY
    return Means.BLOCKS


def may_show_whole(environ: Mapping[str, str]) -> bool:
    """Tell whether a terminal is of a kind that is worth asking."""
    return environ.get("TERM") in _KITTIES and not environ.get("TMUX")


def cell_size() -> tuple[int, int]:
    """Give the width and height of a cell in pixels, where the terminal has told the kernel; else the usual ones."""
    with suppress(OSError, ValueError, AttributeError):
        answer = fcntl.ioctl(sys.__stdout__.fileno(), termios.TIOCGWINSZ, bytes(8))  # type: ignore[union-attr]
        rows, columns, width, height = struct.unpack("HHHH", answer)
        if rows and columns and width >= columns * 2 and height >= rows * 2:
            return min(_LARGEST_CELL, width // columns), min(_LARGEST_CELL * 2, height // rows)
    return _USUAL_CELL


def transmission(number: int, png: bytes, size: tuple[int, int]) -> str:
    """Give the sequences that send a picture, to be shown where its placeholders stand; no answer is asked for."""
    columns, rows = size
    told = f"a=T,U=1,q=2,f=100,i={number},c={columns},r={rows}"
    chunks = list(_chunks(b64encode(png).decode("ascii")))
    pieces = []
    for place, chunk in enumerate(chunks):
        more = f"m={int(place + 1 < len(chunks))}"
        pieces.append(f"\x1b_G{f'{told},{more}' if not place else f'q=2,{more}'};{chunk}\x1b\\")
    return "".join(pieces)


def removal(number: int) -> str:
    """Give the sequence that makes a terminal forget a picture."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"


def placeholders(number: int, size: tuple[int, int], ground: tuple[int, int, int]) -> list[list[Segment]]:
    """Draw the cells in which a terminal shows a picture: their colour is its number, their marks its rows."""
    columns, rows = size
    colour = Color.from_rgb(number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF)
    style = Style.from_color(colour, Color.from_rgb(*ground))
    # A cell without marks stands one to the right of the one before it.
    return [
        [Segment(f"{_PLACEHOLDER}{_DIACRITICS[row]}{_DIACRITICS[0]}{_PLACEHOLDER * (columns - 1)}", style)]
        for row in range(min(rows, len(_DIACRITICS)))
    ]


def number_for(count: int) -> int:
    """Give the number of this process's n-th picture: its colour is like none of a page, nor of another reader's."""
    return (os.getpid() % 0xF0 + 8) << 16 | (0xA5 ^ os.getpid() >> 8 & 0xFF) << 8 | (count % 0xFF + 1)


def _chunks(text: str) -> Iterator[str]:
    return (text[start : start + _CHUNK] for start in range(0, max(1, len(text)), _CHUNK))
