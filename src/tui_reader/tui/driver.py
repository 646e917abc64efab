"""Between Textual and the terminal: keys in, frames out, and the terminal's modes, taken and given back.

Textual's own driver takes every byte for text, ends at one that is not, and has no answer to a terminal that went
away or to a paste of a megabyte.
"""

import asyncio
import errno
import os
import select
import signal
import sys
import termios
import threading
import time
import tty
from collections.abc import Iterable
from contextlib import suppress
from types import FrameType
from typing import Any, Final

from rich.color import ColorSystem
from rich.console import Console
from textual import events, messages
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from tui_reader.text.sanitise import safe_text
from tui_reader.tui.keystream import Key, KeyStream, PicturesUnderstood, Piece
from tui_reader.tui.lifecycle import GONE, Departure, Restoration, terminal_descriptors
from tui_reader.tui.messages import TerminalShowsPictures
from tui_reader.tui.painter import Painter, Stretch
from tui_reader.tui.writer import TerminalWriter

MOST_KEYS: Final = 1000
"""Keys taken at once; a flood beyond is dropped."""
KEYS_A_SECOND: Final = 300.0
"""More than the fastest key repeat."""
ANSWER_LIMIT: Final = 0.1
"""Seconds in which a terminal near by answers a question."""
WIDEST: Final = 2000
TALLEST: Final = 1000
_USUAL_SIZE: Final = (80, 24)
_SCREEN: Final = "\x1b[?1049h"
_TAKING: Final = "\x1b[?25l\x1b[?7l\x1b[?1004h\x1b[?2004h\x1b[>25u"
"""Neither cursor nor line wrap; focus, pastes and keys are reported in full."""
_KEYS_BACK: Final = "\x1b[<u"
_MOUSE: Final = "\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"
_ASK_FRAMES: Final = "\x1b[?2026$p"
_INTERRUPT: Final = "ctrl+c"


class TerminalDriver(LinuxDriver):
    """The terminal of a person."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.fileno, self._target = terminal_descriptors()
        self._restoration = getattr(app, "restoration", None) or Restoration()
        self._departure: Departure | None = getattr(app, "departure", None)
        self._writer: TerminalWriter | None = None
        self.painter = Painter()
        self._keys: threading.Thread | None = None
        self._waking: tuple[int, int] | None = None
        self._parser = XTermParser()
        self._allowance, self._allowed_at = float(MOST_KEYS), time.monotonic()
        self._suspended = self._heard = False
        self._asked_at = -ANSWER_LIMIT
        self._cursor = (-1, -1)
        signal.signal(signal.SIGTSTP, self._stopped)
        signal.signal(signal.SIGCONT, self._continued)

    # frames out ---------------------------------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Write a frame; nothing happens where the terminal is not ours."""
        if self._writer is not None:
            self._writer.write(data)

    def paint(self, update: LayoutUpdate | ChopsUpdate, console: Console, cursor: tuple[int, int]) -> None:
        """Bring an update to the terminal as one frame, and the cursor to where a line is typed."""
        self._show(self.painter.paint(update, self._app.size, _system(console)), cursor)

    def paint_rows(self, rows: dict[int, list[Stretch | None]], console: Console, cursor: tuple[int, int]) -> None:
        """Bring rows to the terminal in the same way."""
        self._show(self.painter.paint_rows(rows, self._app.size, _system(console)), cursor)

    def _show(self, frame: str, cursor: tuple[int, int]) -> None:
        if cursor != self._cursor:
            self._cursor = cursor
        elif not frame:
            return
        frame += f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"
        self.write(f"{SYNC_START}{frame}{SYNC_END}" if self._app._sync_available else frame)  # noqa: SLF001 - as above

    def shut(self) -> None:
        """Write nothing more but what restores the terminal. May be called from a signal."""
        if self._writer is not None:
            self._writer.shut()

    def _lost(self) -> None:
        self.shut()
        if self._departure is not None:
            with suppress(RuntimeError):  # the loop ended by itself
                self._loop.call_soon_threadsafe(self._departure.go, GONE)

    # taking and giving back ---------------------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Take the terminal; where we are in the background, stop until we are not."""
        if not self._in_foreground():
            return
        shown = self._restoration.taken
        self._restoration.take()
        self._set_raw()
        self._writer = TerminalWriter(self._target, _encoding(), self._lost)
        self._writer.start()
        signal.signal(signal.SIGWINCH, self._resized)
        if not shown:
            self.write(_SCREEN)
        self._take_modes()
        self._tell_size()
        self._suspended = False
        if self._heard:
            self.hear()

    def hear(self) -> None:
        """Take keys from here on, and again whenever the terminal is taken again."""
        self._heard = True
        if self._keys is None and self._writer is not None:
            self._waking = os.pipe()
            self._keys = threading.Thread(target=self.run_input_thread, name="terminal-input", daemon=True)
            self._keys.start()

    def _in_foreground(self) -> bool:
        """Change nothing about the terminal, to see whether we may."""
        if not os.isatty(self.fileno):
            return True
        for number in (signal.SIGTTOU, signal.SIGTTIN):
            signal.signal(number, _stop_again)
        try:
            termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))
        except termios.error as error:
            # one that went away is found out by reading it
            return bool(error.args[0] != errno.EINTR)
        finally:
            for number in (signal.SIGTTOU, signal.SIGTTIN):
                signal.signal(number, signal.SIG_DFL)
        return True

    def _set_raw(self) -> None:
        with suppress(termios.error):
            attributes = termios.tcgetattr(self.fileno)
            attributes[tty.LFLAG] = self._patch_lflag(attributes[tty.LFLAG])
            attributes[tty.IFLAG] = self._patch_iflag(attributes[tty.IFLAG])
            attributes[tty.CC][termios.VMIN], attributes[tty.CC][termios.VTIME] = 1, 0
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)

    def _take_modes(self) -> None:
        self.painter.forget()
        self.write(_TAKING + (_MOUSE if self._mouse else ""))
        if os.environ.get("TERM_PROGRAM") != "Apple_Terminal":  # which would show the question
            self.write(_ASK_FRAMES)
            self._asked_at = time.monotonic()

    def disable_input(self) -> None:
        """Read no more keys."""
        keys, waking = self._keys, self._waking
        self._keys = self._waking = None
        if keys is None or waking is None:
            return
        with suppress(ValueError):  # only the main thread may
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        os.write(waking[1], b"!")
        if keys is not threading.current_thread():
            keys.join(1)
        for descriptor in waking:
            os.close(descriptor)

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.disable_input()
        self.close()
        if time.monotonic() - self._asked_at < ANSWER_LIMIT:  # or the answer would be typed at the shell
            with suppress(OSError, ValueError):
                select.select((self.fileno,), (), (), ANSWER_LIMIT)
        self._restoration.restore()

    def close(self) -> None:
        """Write what waits, and nothing more."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.stop()

    # stopped and continued ----------------------------------------------------------------------------------------

    def _stopped(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        if self._suspended:
            return
        self._suspended = True
        self.stop_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _continued(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._continue)

    def _continue(self) -> None:
        if self._suspended:
            self.start_application_mode()
        elif self._writer is not None:  # stopped without being asked: the shell has had the terminal meanwhile
            self._set_raw()
            self.write(_SCREEN + _KEYS_BACK)
            self._take_modes()
            self._tell_size()
        if self._writer is not None:
            self._app.refresh(layout=True)

    # size ---------------------------------------------------------------------------------------------------------

    def _get_terminal_size(self) -> tuple[int, int]:
        """Ask the terminal itself, whatever the environment says."""
        try:
            width, height = os.get_terminal_size(self._target)
        except OSError:
            width = height = 0
        if not width or not height:
            return _USUAL_SIZE
        return min(width, WIDEST), min(height, TALLEST)

    def _resized(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._tell_size()

    def _tell_size(self) -> None:
        self.painter.forget()
        size = Size(*self._get_terminal_size())
        asyncio.run_coroutine_threadsafe(self._app._post_message(events.Resize(size, size)), self._loop)  # noqa: SLF001

    # keys in ------------------------------------------------------------------------------------------------------

    def run_input_thread(self) -> None:
        """Read keys until told to stop, or until there is nobody to press them."""
        assert self._waking is not None  # noqa: S101 - the thread is started after it is made
        waking, stream = self._waking[0], KeyStream()
        while True:
            wait = None if stream.deadline is None else max(0.0, stream.deadline - time.monotonic())
            ready, _, _ = select.select((self.fileno, waking), (), (), wait)
            self._deliver(stream.tick())
            if waking in ready:
                return
            if ready:
                try:
                    data = os.read(self.fileno, 4096)
                except (BlockingIOError, InterruptedError):
                    continue
                except OSError:
                    data = b""
                if not data:
                    self._lost()
                    return
                self._deliver(stream.feed(data))

    def _deliver(self, pieces: Iterable[Piece]) -> None:
        moved: events.MouseMove | None = None
        for piece in pieces:
            for message in self._messages(piece):
                if isinstance(message, events.MouseMove):
                    moved = message
                    continue
                if moved is not None:
                    self._pass_on(moved)
                    moved = None
                self._pass_on(message)
        if moved is not None:
            self._pass_on(moved)

    def _pass_on(self, message: Message) -> None:
        """Pass a message on, while it is not one of a flood."""
        now = time.monotonic()
        self._allowance = min(MOST_KEYS, self._allowance + (now - self._allowed_at) * KEYS_A_SECOND)
        self._allowed_at = now
        interrupt = isinstance(message, events.Key) and message.key == _INTERRUPT
        if self._allowance >= 1 or interrupt:
            self._allowance -= 1
            with suppress(RuntimeError):  # the loop ended by itself
                self.process_message(message)

    def _messages(self, piece: Piece) -> list[Message]:
        if isinstance(piece, PicturesUnderstood):
            return [TerminalShowsPictures()]
        if not isinstance(piece, Key):
            return [events.Paste(safe_text(piece.text))]
        if piece.text == "\x1b":
            return [events.Key("escape", "\x1b")]
        if piece.text == "\x1b\r":  # the parser loses the modifier of a key that has a name
            return [events.Key("alt+enter", None)]
        if piece.text.endswith("t") and len(piece.text) > 2:  # a size: the kernel tells us
            return []
        parser = self._parser
        try:
            if len(piece.text) == 2 and piece.text[0] == "\x1b":
                keys = parser._sequence_to_key_events  # noqa: SLF001 - by itself it would wait for more
                return [*keys(piece.text)] or [*keys(piece.text[1], alt=True)]
            found = [message for message in parser.feed(piece.text) if _wanted(message)]
        except Exception:  # noqa: BLE001 - whatever it stumbles over is no key
            self._parser = XTermParser()
            return []
        if parser._timeout_time is not None:  # noqa: SLF001 - it waits for more of what is whole: no key of its
            self._parser = XTermParser()
        return found


def _wanted(message: Message) -> bool:
    """Tell whether a message is one we asked for: neither a size nor a place of the cursor is."""
    asked = events.InputEvent | events.AppFocus | events.AppBlur | messages.TerminalSupportsSynchronizedOutput
    return isinstance(message, asked)


def _system(console: Console) -> ColorSystem:
    return console._color_system or ColorSystem.TRUECOLOR  # noqa: SLF001 - as Textual has it


def _encoding() -> str:
    """Give the encoding that the terminal is said to speak."""
    stream = sys.__stdout__
    return (stream.encoding if stream is not None else None) or "utf-8"


def _stop_again(number: int, frame: FrameType | None) -> None:
    del number, frame
    os.kill(os.getpid(), signal.SIGSTOP)
