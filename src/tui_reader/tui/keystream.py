"""What a terminal sends, cut into keys: every byte is bounded, and nothing but a key is read as keys.

A terminal's answers (its title, its colours, its clipboard) come in between the keys. They are recognised by their
form and dropped, so that no letter of theirs acts; one that never ends is given up after half a second. One answer is
passed on: that pictures are understood.
"""

import re
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

ESCAPE_DELAY: Final = 0.05
"""Seconds after which a lone escape character is the Escape key, and not the start of a sequence."""
REPORT_LIMIT: Final = 0.5
"""Seconds after which a report without an end is given up."""
PASTE_LIMIT: Final = 1.0
"""Seconds of silence after which a paste without an end is taken as complete."""
BURST_SILENCE: Final = 0.03
"""Seconds between characters that were typed, or repeated by a held key; those of a paste come closer."""
BURST: Final = 256
"""Characters without such a silence that nobody types: the rest is a paste."""
BURST_AT_ONCE: Final = 64
"""Characters in one piece that nobody types, unless they are a held key's."""
LONGEST_PASTE: Final = 16_384
"""Bytes kept of a paste; what takes pastes here is a line."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, or another sequence that the terminal speaks to programs with, whole."""

    text: str


@dataclass(frozen=True, slots=True)
class PicturesUnderstood:
    """The terminal's answer that it shows pictures where their cells stand."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """Text that was pasted; shortened where it is longer than any line of ours."""

    text: str


Piece = Key | PicturesUnderstood | Pasted

_CSI = re.compile(rb"\x1b\[[ -?]{0,64}[@-~]")
_CSI_OPEN = re.compile(rb"\x1b\[[ -?]{0,64}")
_SS3 = re.compile(rb"\x1bO[0-9;]{0,8}[ @-~]")
_SS3_OPEN = re.compile(rb"\x1bO[0-9;]{0,8}")
_LINUX_FUNCTION_KEY = re.compile(rb"\x1b\[\[[A-E]")
_URXVT_MOUSE = re.compile(rb"\x1b\[(\d{1,4});(\d{1,5});(\d{1,5})M")
_UNDERSTOOD = re.compile(rb"\x1b_Gi=\d{1,10};OK\x1b\\")
_STRING = re.compile(rb"\x1b[\]PX^_]")
_STRING_PART = re.compile(rb"[^\x00-\x07\x0e-\x1f]*+")
_EIGHT_BIT = re.compile("[\x90\x98\x9b\x9d-\x9f\udc90\udc98\udc9b\udc9d-\udc9f]")
_PASTE_START: Final = b"\x1b[200~"
_PASTE_END: Final = b"\x1b[201~"
_X10: Final = b"\x1b[M"
_X10_SIZE: Final = len(_X10) + 3
_ESC: Final = 0x1B


class KeyStream:
    """Cuts a terminal's bytes into pieces; it keeps what is incomplete, never for long and never much of it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode
        self._rest = b""
        """The start of a sequence that is not complete."""
        self._in_string = False
        self._string_from = 0.0
        self._pasting: bytearray | None = None
        """A bracketed paste that has not ended."""
        self._burst: list[str] | None = None
        """A paste without brackets that has not fallen silent."""
        self._burst_size = 0
        self._typed_at = 0.0
        self._run = 0
        """Characters since the last silence."""
        self._patience: float | None = None
        """When what is incomplete is given up."""

    @property
    def deadline(self) -> float | None:
        """When `tick` is to be called; None where nothing is waited for."""
        waits = [self._patience] if self._patience is not None else []
        if self._burst is not None:
            waits.append(self._typed_at + BURST_SILENCE)
        return min(waits, default=None)

    def feed(self, data: bytes) -> list[Piece]:
        """Take bytes; give what is complete."""
        now = self._clock()
        pieces = list(self._silence(now))
        data, self._rest = self._rest + data, b""
        while data:
            before = data, self._in_string, self._pasting is None
            found, data = self._step(data, now)
            pieces += found
            if (data, self._in_string, self._pasting is None) == before:
                self._rest = data
                break
        self._patience = self._limit(now)
        return pieces

    def tick(self) -> list[Piece]:
        """Give up what was waited for in vain."""
        now = self._clock()
        pieces = list(self._silence(now))
        if self._patience is None or now < self._patience:
            return pieces
        rest, self._rest = self._rest, b""
        self._in_string = False
        if self._pasting is not None:
            if (pasted := _pasted(bytes(self._pasting))).text:
                pieces.append(pasted)
            self._pasting = None
        elif rest == b"\x1b" or len(rest) == 2 or rest.endswith(b"$"):  # some terminals end a key with shift so
            pieces.append(Key(rest.decode("ascii", "replace")))
        self._patience = None
        return pieces

    # one step -----------------------------------------------------------------------------------------------------

    def _step(self, data: bytes, now: float) -> tuple[list[Piece], bytes]:
        """Take the first thing off the data; leave the data as it is where that thing is incomplete."""
        if self._pasting is not None:
            return self._paste_on(data)
        if self._in_string:
            return [], self._skip_string(data)
        if data[0] != _ESC:
            end = data.find(b"\x1b")
            plain, rest = (data, b"") if end < 0 else (data[:end], data[end:])
            return self._plain(plain, rest, now)
        self._decode(b"", final=True)
        if data.startswith(_PASTE_START):
            self._pasting = bytearray()
            return [], data[len(_PASTE_START) :]
        if match := _UNDERSTOOD.match(data):
            return [PicturesUnderstood()], data[match.end() :]
        if _STRING.match(data):
            self._in_string, self._string_from = True, now
            return [], data[2:]
        if data.startswith(_X10):
            return ([], data) if len(data) < _X10_SIZE else (self._sequence(_x10(data)), data[_X10_SIZE:])
        for pattern in (_LINUX_FUNCTION_KEY, _URXVT_MOUSE, _CSI, _SS3):
            if match := pattern.match(data):
                found = match[0] if pattern is not _URXVT_MOUSE else _urxvt(match)
                return self._sequence(found), data[match.end() :]
        return self._escape(data)

    def _escape(self, data: bytes) -> tuple[list[Piece], bytes]:
        """Take an escape character that starts no complete sequence."""
        if len(data) == 1:
            return [], data
        for opening in (_CSI_OPEN, _SS3_OPEN):
            if match := opening.match(data):
                # what cannot go on is dropped; the byte that broke it is read anew
                return [], data if match.end() == len(data) else data[match.end() :]
        if data[1] == _ESC:
            return self._sequence(b"\x1b"), data[1:]
        if data[1] >= 0x80:
            return [], data[1:]
        return self._sequence(data[:2]), data[2:]

    def _sequence(self, sequence: bytes) -> list[Piece]:
        """Give a sequence as a key, but not in the middle of a paste, and not the end of a paste that is over."""
        if self._burst is not None or not sequence or sequence == _PASTE_END:
            return []
        return [Key(sequence.decode("ascii", "replace"))]

    def _skip_string(self, data: bytes) -> bytes:
        """Skip what a terminal reports, up to its end; a control character or another sequence ends it too."""
        end = _STRING_PART.match(data)
        stop = end.end() if end else 0
        if (closing := data.find(b"\xc2\x9c", 0, stop)) >= 0:
            self._in_string = False
            return data[closing + 2 :]
        if stop == len(data):
            # a two-byte end may be cut in the middle
            return b"\xc2" if data.endswith(b"\xc2") else b""
        if data[stop] == _ESC and stop + 1 == len(data):
            return data[stop:]
        self._in_string = False
        if data.startswith(b"\x1b\\", stop):
            return data[stop + 2 :]
        return data[stop + 1 :] if data[stop] in b"\x07\x18\x1a" else data[stop:]

    def _paste_on(self, data: bytes) -> tuple[list[Piece], bytes]:
        """Take the inside of a bracketed paste."""
        assert self._pasting is not None  # noqa: S101 - the caller has looked
        end = data.find(_PASTE_END)
        if end < 0:
            kept = _overlap(data, _PASTE_END)
            self._keep_pasted(data[: len(data) - kept])
            return [], data[len(data) - kept :]
        self._keep_pasted(data[:end])
        pasted = _pasted(bytes(self._pasting))
        self._pasting = None
        return [pasted] if pasted.text else [], data[end + len(_PASTE_END) :]

    def _keep_pasted(self, data: bytes) -> None:
        if self._pasting is not None:
            self._pasting += data[: max(0, LONGEST_PASTE - len(self._pasting))]

    # plain characters ---------------------------------------------------------------------------------------------

    def _plain(self, plain: bytes, rest: bytes, now: float) -> tuple[list[Piece], bytes]:
        """Take characters outside any sequence; one that introduces a sequence in eight bits is read as in seven."""
        text = self._decode(plain)
        if introducer := _EIGHT_BIT.search(text):
            tail = text[introducer.end() :].replace("\udc9c", "\x9c", 1).encode("utf-8", "surrogateescape")
            opening = bytes([_ESC, (ord(introducer[0]) & 0xFF) - 0x40])
            return list(self._typed(text[: introducer.start()], now)), opening + tail + rest
        return list(self._typed(text, now)), rest

    def _typed(self, text: str, now: float) -> Iterator[Piece]:
        if not text:
            return
        text = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
        self._typed_at = now
        self._run += len(text)
        at_once = len(text) > BURST_AT_ONCE and len(set(text)) > 1
        if self._burst is None and (self._run > BURST or at_once):
            self._burst, self._burst_size = [], 0
        if self._burst is None:
            yield from map(Key, text)
        elif self._burst_size < LONGEST_PASTE:
            self._burst.append(text[: LONGEST_PASTE - self._burst_size])
            self._burst_size += len(text)

    def _silence(self, now: float) -> Iterator[Piece]:
        """End a burst that fell silent."""
        if now - self._typed_at < BURST_SILENCE:
            return
        self._run = 0
        if self._burst is not None:
            text = "".join(self._burst).replace("\0", "")
            self._burst = None
            if text:
                yield Pasted(text)

    def _limit(self, now: float) -> float | None:
        """Give how long to wait for the rest of what is incomplete."""
        if self._pasting is not None:
            return now + PASTE_LIMIT
        if self._in_string:
            return self._string_from + REPORT_LIMIT
        return now + ESCAPE_DELAY if self._rest else None


def _pasted(data: bytes) -> Pasted:
    return Pasted(data.decode("utf-8", "replace").replace("\0", ""))


def _overlap(data: bytes, ending: bytes) -> int:
    """Give how many bytes at the data's end may be the start of an ending."""
    return next((size for size in range(len(ending) - 1, 0, -1) if data.endswith(ending[:size])), 0)


def _x10(data: bytes) -> bytes:
    """Give the oldest kind of mouse report (three bytes, each of any value) as one in digits."""
    button, column, row = (byte - 32 for byte in data[len(_X10) : _X10_SIZE])
    return _mouse(button, column, row)


def _urxvt(match: re.Match[bytes]) -> bytes:
    button, column, row = (int(group) for group in match.groups())
    return _mouse(button - 32, column, row)


def _mouse(button: int, column: int, row: int) -> bytes:
    """Give a mouse report in the form that says which button was let go; nothing for one that cannot be."""
    if min(button, column - 1, row - 1) < 0 or max(column, row) > 4096:
        return b""
    released = button & 3 == 3 and not button & 0x60
    return b"\x1b[<%d;%d;%d%c" % (button & ~3 if released else button, column, row, b"m" if released else b"M")
