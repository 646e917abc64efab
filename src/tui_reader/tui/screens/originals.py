"""Opens what a story was made of: its page on the net in the browser, or its file in the reader's own editor."""

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial

from textual.app import SuspendNotSupported

from tui_reader.text.address import web_address
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.openers import browser_for, reader_for
from tui_reader.tui.screens.core import ReadingCore

_PATIENCE = 20.0
"""Seconds after which a program that opens addresses is taken to have done so."""
_STDIN = b"-"


class OriginalActions(ReadingCore):
    """The original of the open story. Nothing is ever started but by this key, and never through a shell."""

    def action_open_original(self) -> None:
        """Open the story's page on the net, else its file."""
        address = web_address(self.article.url)
        if not address:
            self._open_file()
        elif program := browser_for(os.environ, shutil.which):
            self._open_address(program, address)
        else:
            self._hand_over(address, "no browser here")

    # in the browser -----------------------------------------------------------------------------------------------

    def _hand_over(self, address: str, why: str) -> None:
        self.app.copy_to_clipboard(address)
        self.say(f"{why}; copied {address}")

    def _open_address(self, program: Sequence[str], address: str) -> None:
        try:
            process = subprocess.Popen(  # noqa: S603 - the system's own opener, and one address that was checked
                [*program, address],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            self._hand_over(address, "the browser did not start")
            return
        self.say(f"opened {address}")
        threading.Thread(target=self._look_after, args=(process, address), name="browser", daemon=True).start()

    def _look_after(self, process: "subprocess.Popen[bytes]", address: str) -> None:
        """Tell of an opener that failed; one that stays is the browser itself."""
        with suppress(subprocess.TimeoutExpired):
            if process.wait(_PATIENCE) and self.app.is_running:
                self.app.call_from_thread(partial(self._hand_over, address, "the browser did not start"))

    # in the terminal ----------------------------------------------------------------------------------------------

    def _open_file(self) -> None:
        try:
            path = self.archive.origin(self.article.id)[0]
        except KeyError:
            self.say("the file of this story is gone", notice=True)
            return
        shown = safe_line(path.decode("utf-8", "replace"))
        program = reader_for(os.environ, shutil.which)
        if path == _STDIN:
            self.say("this story came through the standard input: there is no original to open")
        elif path.lower().endswith(b".epub"):
            self.say(f"its original is the book {shown}")
        elif not program:
            self.say(f"its original is {shown} (set $EDITOR to open it)")
        else:
            self._run([*map(os.fsencode, program), path], shown)

    def _run(self, command: Sequence[bytes], shown: str) -> None:
        """Lend the terminal to a program; what was set is set again when it ends."""
        try:
            with self.app.suspend(), _only_for_it():
                code = subprocess.run(command, check=False).returncode  # noqa: S603 - the person's own program
        except SuspendNotSupported:
            self.say("this terminal cannot be lent to another program")
        except OSError as problem:
            self.say(f"{safe_line(os.fsdecode(command[0]))}: {safe_line(problem.strerror or 'cannot be started')}")
        else:
            name = safe_line(os.path.basename(os.fsdecode(command[0])))  # noqa: PTH119 - it may be any bytes
            self.say(f"opened {shown}" if not code else f"{name} ended with {code} on {shown}")
        self.app.refresh(layout=True)


@contextmanager
def _only_for_it() -> Iterator[None]:
    """Let Ctrl+C mean the program that has the terminal, and Ctrl+Z stop it with us."""

    def nothing(number: int, frame: object) -> None:
        del number, frame

    # a handler of ours, and not "ignore", which the program would inherit
    former = {number: signal.signal(number, nothing) for number in (signal.SIGINT, signal.SIGQUIT)}
    former[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
