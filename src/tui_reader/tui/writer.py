"""Brings what is painted to the terminal, beside the reading; a terminal that takes no more never holds it up."""

import codecs
import os
import select
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import Final

from tui_reader.text.cells import width

QUEUED: Final = 30
"""Frames that may wait for a slow line; then painting waits too."""
LAST_FRAMES: Final = 1.0
"""Seconds given to the frames that still wait when the reader leaves in order."""
LAST_PIECE: Final = 0.3
"""Seconds given to the piece of a frame that is being written when the reader leaves at once."""
_AS_WIDE: Final = "shanxi-reader.as-wide"
_LOOK: Final = 0.2
"""Seconds after which a painter who waits looks whether it is still worth it."""

FALLBACKS: Final = {
    ord(fancy): plain
    for fancy, plain in zip("│┃▌▐┆─━╭╮╰╯–—‘’“”…·•✓×↑↓←→⌇▲▼◆°", "|||||--++++--''\"\"..*vx^v<>~^v*o", strict=True)
}
"""What a terminal gets that does not speak UTF-8; each as wide as what it stands for."""


def encoded(text: str, encoding: str) -> bytes:
    """Give text as a terminal's bytes; what its encoding lacks becomes something as wide."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        codecs.register_error(_AS_WIDE, _as_wide)
        return text.translate(FALLBACKS).encode(encoding, _AS_WIDE)


def _as_wide(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "?" * width(error.object[error.start : error.end]), error.end


class TerminalWriter(threading.Thread):
    """A thread that writes frames, in order."""

    def __init__(self, descriptor: int, encoding: str, gone: Callable[[], None]) -> None:
        """Take where to write, and whom to tell (in this thread) that the terminal has gone."""
        super().__init__(name="terminal-output", daemon=True)
        self._descriptor, self._encoding, self._gone = descriptor, encoding, gone
        self._frames: Queue[str | None] = Queue(QUEUED)
        self._shut = False

    def write(self, text: str) -> None:
        """Take a frame; where too many wait, wait with them, unless nothing is written any more."""
        while not self._shut:
            try:
                self._frames.put(text, timeout=_LOOK)
            except Full:
                continue
            return

    def shut(self) -> None:
        """Write nothing more. May be called from a signal."""
        self._shut = True

    def stop(self) -> None:
        """Write what waits, as far as the terminal takes it in time, and end."""
        if not self._shut:
            try:
                self._frames.put(None, timeout=LAST_FRAMES)
            except Full:
                pass
            else:
                self.join(LAST_FRAMES)
        self._shut = True
        with suppress(Full):  # it is in the middle of a frame, and sees that it is shut when it comes back
            self._frames.put_nowait(None)
        self.join(LAST_PIECE)

    def run(self) -> None:
        """Write frames until told to stop."""
        while not self._shut:
            frames = [self._frames.get()]
            while None not in frames:
                try:
                    frames.append(self._frames.get_nowait())
                except Empty:
                    break
            try:
                self._put(encoded("".join(frame for frame in frames if frame is not None), self._encoding))
            except OSError:
                self._shut = True
                self._gone()
            if None in frames:
                return

    def _put(self, data: bytes) -> None:
        while data and not self._shut:
            try:
                data = data[os.write(self._descriptor, data[:4096]) :]
            except BlockingIOError:  # somebody who shares the terminal made it so
                select.select((), (self._descriptor,), (), _LOOK)
