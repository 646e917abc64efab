"""What a terminal would show of a program's output: pyte behind a filter for the sequences that pyte would print."""

import re
from typing import Final

import pyte

Picture = tuple[tuple[pyte.screens.Char, ...], ...]
"""Every cell of a screen, row by row, with its colours."""

_BEGIN_FRAME: Final = b"\x1b[?2026h"
_END_FRAME: Final = b"\x1b[?2026l"
_SEQUENCE: Final = re.compile(
    rb"\x1b\[(?P<csi>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    rb"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1b[ -/]+[0-~]"
    rb"|\x1b[0-OQ-WYZ\\`-~]"
)
_LONGEST_SEQUENCE: Final = 4096
"""A sequence longer than this that has no end is no sequence: what follows it is shown."""


class TerminalScreen:
    """The screen of a terminal that honours synchronised frames, fed with bytes as they come."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""

    def resize(self, columns: int, rows: int) -> None:
        """Take another size; the program is expected to paint anew."""
        self._screen.resize(rows, columns)

    def feed(self, data: bytes) -> None:
        """Show more output; an unfinished sequence or frame waits for its end."""
        data = self._held + data
        cut = _unfinished(data)
        data, self._held = data[:cut], data[cut:]
        self._stream.feed(_SEQUENCE.sub(_known_to_pyte, data))

    @property
    def lines(self) -> list[str]:
        """The rows as shown, blanks at their ends included."""
        # pyte's own way fails where half of a wide letter was painted over
        rows, columns = self._screen.buffer, range(self._screen.columns)
        return ["".join(rows[y][x].data for x in columns) for y in range(self._screen.lines)]

    @property
    def text(self) -> str:
        """The rows as shown, without the blanks at their ends, one a line."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the cursor stands: column and row, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def picture(self) -> Picture:
        """Give every cell with its colours: two screens that look different differ here."""
        columns, buffer = range(self._screen.columns), self._screen.buffer
        return tuple(tuple(buffer[row][column] for column in columns) for row in range(self._screen.lines))


def _known_to_pyte(match: re.Match[bytes]) -> bytes:
    """Leave out what pyte would print or fail on: strings, queries, private sequences but the setting of modes."""
    final = match["final"]
    if final is None:
        return match[0] if len(match[0]) == 2 and match[0] != b"\x1b\\" else b""
    if match["between"]:
        return b""
    parameters = match["csi"]
    if parameters[:1] in b"<=>?" and parameters:
        return match[0] if parameters[:1] == b"?" and final in b"hl" else b""
    return b"" if final in b"tnc" else match[0]


def _unfinished(data: bytes) -> int:
    """Give where an unfinished frame or sequence begins, or the length where all is finished."""
    begun, ended = data.rfind(_BEGIN_FRAME), data.rfind(_END_FRAME)
    if begun > ended:
        return begun
    escape = data.rfind(b"\x1b")
    # The escape that ends a string belongs to the string before it.
    opening = max(data.rfind(b"\x1b" + kind, 0, max(escape, 0)) for kind in (b"]", b"P", b"X", b"^", b"_"))
    for place in sorted({opening, escape} - {-1}):
        if len(data) - place < _LONGEST_SEQUENCE and _SEQUENCE.match(data, place) is None:
            return place
    return len(data)
