"""The table of what a terminal, its line and its user do to a reader, and how the reader must come out of it."""

import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from tests.tui.terminal_reader import Reader

Act = Callable[[Reader], None]


@dataclass(frozen=True, slots=True)
class Condition:
    """One run of the reader from start to end."""

    name: str
    act: Act
    """What is done to a reader that is ready; by itself it checks how the reader leaves."""
    env: Mapping[str, str | None] = field(default_factory=dict)
    size: tuple[int, int] = (80, 24)
    patch: str = ""
    """A fault put into the program before it starts."""
    line: str = ""
    """A shell's command line in which {reader} is the reader."""
    ready: bool = True
    """Wait until everything is painted before acting."""
    quick: bool = False


# ways out -----------------------------------------------------------------------------------------------------------


def _press(*keys: str, code: int = 0) -> Act:
    def act(reader: Reader) -> None:
        reader.press(*keys[:-1])
        reader.session.press(keys[-1])
        reader.left(code)

    return act


def _signals(*numbers: signal.Signals, code: int, keys: tuple[str, ...] = (), within: float = 3.0) -> Act:
    def act(reader: Reader) -> None:
        reader.press(*keys)
        for number in numbers:
            reader.signal(number)
        reader.left(code, within=within)

    return act


def _use_and_quit(reader: Reader) -> None:
    assert reader.answers(), reader.session.text
    reader.quit()


def _quit(reader: Reader) -> None:
    reader.quit()


def _cut(reader: Reader) -> None:
    reader.cut()
    assert reader.session.wait_exit(3) == 129


def _stall(reader: Reader) -> None:
    """Ask for more paint than the line holds, read none of it, and tell the reader to go."""
    for _ in range(40):
        reader.session.press("c")
        time.sleep(0.02)
    reader.signal(signal.SIGTERM)
    end = time.perf_counter() + 3.5
    code = 0
    while time.perf_counter() < end and not code:
        pid, status = os.waitpid(reader.session.pid, os.WNOHANG)
        code = os.waitstatus_to_exitcode(status) if pid else 0
        time.sleep(0.02)
    reader.session.exit_code = code or None
    assert code == 143


def _fault(reader: Reader, code: int = 2, words: tuple[str, ...] = ("boom", "crash.log")) -> None:
    reader.session.press("c")
    reader.left(code)
    line = reader.session.raw.rpartition(b"?25h")[2].decode()
    assert line.count("\n") == 1, line
    assert line.startswith("shanxi-reader: "), line
    assert all(word in line for word in words), line


def _fault_at_start(reader: Reader) -> None:
    reader.left(2, within=20)
    assert b"boom" in reader.session.raw


def _fault_with_traceback(reader: Reader) -> None:
    reader.session.press("c")
    assert reader.session.wait_exit(5) == 2
    assert b"Traceback" in reader.session.raw
    assert b"shanxi-reader: " in reader.session.raw


def _busy(reader: Reader) -> None:
    reader.session.press("c")
    reader.wait(0.3)
    reader.signal(signal.SIGTERM)
    reader.left(143, within=3.5)


def _suspend(reader: Reader, keys: tuple[str, ...] = ()) -> None:
    reader.press(*keys)
    before = reader.session.text
    reader.signal(signal.SIGTSTP)
    assert reader.wait_state("T")
    reader.wait(0.1)
    assert reader.session.raw.rstrip().endswith(b"\x1b[?25h")
    reader.signal(signal.SIGCONT)
    assert reader.session.wait_for(lambda screen: screen.text == before, 5) is not None, reader.session.text
    reader.press(*("escape",) * bool(keys))
    _use_and_quit(reader)


def _end_while_suspended(reader: Reader) -> None:
    reader.signal(signal.SIGTSTP)
    assert reader.wait_state("T")
    reader.signal(signal.SIGTERM)
    reader.signal(signal.SIGCONT)
    reader.left(143, within=3)


def _resize_while_suspended(reader: Reader) -> None:
    reader.signal(signal.SIGTSTP)
    assert reader.wait_state("T")
    reader.session.resize(60, 20)
    reader.signal(signal.SIGCONT)
    assert reader.session.wait_for(lambda screen: bool(screen.text.strip()), 5) is not None
    _use_and_quit(reader)


def _stop_unasked(reader: Reader) -> None:
    reader.signal(signal.SIGSTOP)
    assert reader.wait_state("T")
    seen = len(reader.session.raw)
    reader.signal(signal.SIGCONT)
    reader.wait(0.5)
    assert b"\x1b[?1049h" in reader.session.raw[seen:]
    _use_and_quit(reader)


def _continue_unasked(reader: Reader) -> None:
    reader.signal(signal.SIGCONT)
    _use_and_quit(reader)


def _no_shell(reader: Reader) -> None:
    reader.session.press("ctrl+z")
    reader.wait(0.3)
    assert reader.state() != "T"
    _use_and_quit(reader)


def _idle(reader: Reader, keys: tuple[str, ...] = ()) -> None:
    reader.press(*keys)
    reader.session.wait_quiet(0.6)
    seen, used = len(reader.session.raw), reader.cpu()
    reader.wait(4)
    assert len(reader.session.raw) == seen, reader.session.raw[seen:]
    assert reader.cpu() - used <= 0.1
    reader.press(*("escape",) * bool(keys))
    reader.quit()


def _storm(reader: Reader) -> None:
    for number in range(200):
        reader.session.resize(1 + number * 7 % 160, 1 + number * 5 % 60)
        reader.session.pump(0.005)
    reader.session.resize(80, 24)
    assert reader.session.wait_for_text("story", 20) is not None
    _use_and_quit(reader)


def _visit_size(columns: int, rows: int) -> Act:
    def act(reader: Reader) -> None:
        reader.session.resize(columns, rows)
        reader.session.wait_quiet(0.3)
        for key in ("/", "a", "escape", "?", "escape", ":", "escape", "j", "h", "l"):
            reader.press(key)
        reader.session.resize(80, 24)
        assert reader.session.wait_for_text("story", 10) is not None
        _use_and_quit(reader)

    return act


def _refused(*words: str) -> Act:
    def act(reader: Reader) -> None:
        assert reader.session.wait_exit(20) == 2
        raw = reader.session.raw
        assert b"\x1b" not in raw, raw
        assert raw.count(b"shanxi-reader: ") == 1, raw
        assert raw.count(b"\n") == 1, raw
        assert all(word.encode() in raw for word in words), raw

    return act


def _refused_unheard(reader: Reader) -> None:
    assert reader.session.wait_exit(20) == 2
    assert b"\x1b" not in reader.session.raw


def _early(number: signal.Signals, code: int, after: float) -> Act:
    def act(reader: Reader) -> None:
        time.sleep(after)
        reader.signal(number)
        assert reader.session.wait_exit(5) in (code, -number)
        assert b"Traceback" not in reader.session.raw

    return act


def _unread_keys(reader: Reader) -> None:
    """Type before there is anything to type at."""
    reader.session.send("/")
    reader.session.send("tai")
    assert reader.session.wait_for_text("Taiyuan", 20) is not None
    reader.press("escape")
    reader.left(0) if reader.session.press("q") else None


_RAISE: Final = "from tui_reader.tui.app import ReaderApp\ndef fail(self):\n    {body}\nReaderApp.{name} = fail"
_BOOM: Final = "raise RuntimeError('boom \\x1b]0;x\\x07 [/bold]')"
_IN_THREAD: Final = "import threading; threading.Thread(target=lambda: [].pop()).start()"
_IN_LOOP: Final = "import asyncio; asyncio.get_running_loop().call_soon(lambda: [].pop())"
_IN_WORKER: Final = "self.run_worker(lambda: [].pop(), thread=True)"
_BUSY: Final = "import time; end = time.monotonic() + 30\n    while time.monotonic() < end: pass"


def _patched(body: str, name: str = "action_next_colours") -> str:
    return _RAISE.format(body=body, name=name)


_HERE: Final = "{reader}"
_POP: Final = ("pop from empty list",)

CONDITIONS: Final = (
    # ways out
    Condition("quit", _press("q"), quick=True),
    Condition("quit now", _press("Q")),
    Condition("interrupt key", _press("ctrl+c")),
    Condition("interrupt key in the bar", _press("/", "t", "ctrl+c"), quick=True),
    Condition("interrupt key among the keys", _press("?", "ctrl+c")),
    Condition("interrupt key in the palette", _press(":", "f", "ctrl+c")),
    Condition("interrupt key in the list", _press("h", "ctrl+c")),
    Condition("quit key in the bar is a letter", _press("/", "q", "escape", "q")),
    Condition("keys before the first page", _unread_keys, ready=False),
    Condition("SIGTERM", _signals(signal.SIGTERM, code=143), quick=True),
    Condition("SIGHUP", _signals(signal.SIGHUP, code=129)),
    Condition("SIGINT", _signals(signal.SIGINT, code=130)),
    Condition("SIGTERM in the bar", _signals(signal.SIGTERM, code=143, keys=("/", "t"))),
    Condition("SIGTERM among the keys", _signals(signal.SIGTERM, code=143, keys=("?",))),
    Condition("SIGTERM in the palette", _signals(signal.SIGTERM, code=143, keys=(":",))),
    Condition("SIGTERM three times", _signals(*(signal.SIGTERM,) * 3, code=143)),
    Condition("SIGTERM and SIGHUP", _signals(signal.SIGHUP, signal.SIGTERM, code=129)),
    *(
        Condition(f"{number.name} after {after} s", _early(number, 128 + number, after), ready=False)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
        for after in (0.1, 0.15, 0.3, 0.5)
    ),
    Condition("line lost", _cut, quick=True),
    Condition("line lost, nobody told", _cut, line="trap '' HUP; exec {reader}"),
    Condition("line takes no bytes", _stall),
    Condition("SIGTERM while it is busy", _busy, patch=_patched(_BUSY)),
    # faults of its own
    Condition("fault in an action", _fault, patch=_patched(_BOOM), quick=True),
    Condition("fault in a thread", partial(_fault, words=_POP), patch=_patched(_IN_THREAD)),
    Condition("fault in a worker", partial(_fault, words=_POP), patch=_patched(_IN_WORKER)),
    Condition("fault in the loop", partial(_fault, words=_POP), patch=_patched(_IN_LOOP)),
    Condition("fault before the first page", _fault_at_start, patch=_patched(_BOOM, "get_default_screen"), ready=False),
    Condition("fault at mounting", _fault_at_start, patch=_patched(_BOOM, "on_mount"), ready=False),
    Condition("fault told in full", _fault_with_traceback, patch=_patched(_BOOM), line="exec {reader} --debug"),
    Condition(
        "fault without a place for a log", partial(_fault, words=("--debug",)), {"HOME": ""}, patch=_patched(_BOOM)
    ),
    # a job of a shell's
    Condition("stopped and continued", _suspend, quick=True),
    Condition("stopped and continued in the bar", partial(_suspend, keys=("/",))),
    Condition("stopped and continued among the keys", partial(_suspend, keys=("?",))),
    Condition("stopped, then ended", _end_while_suspended),
    Condition("stopped, then another size", _resize_while_suspended),
    Condition("stopped without being asked", _stop_unasked),
    Condition("continued without being stopped", _continue_unasked),
    Condition("stop key where no shell waits", _no_shell),
    # terminals
    *(
        Condition(f"TERM={term}", _refused("show"), {"TERM": term}, ready=False, quick=term == "dumb")
        for term in ("dumb", "", "unknown")
    ),
    Condition("no TERM", _refused("show"), {"TERM": None}, ready=False),
    *(
        Condition(f"TERM={term}", _use_and_quit, {"TERM": term, "COLORTERM": None})
        for term in ("no-such-terminal", "vt100", "linux", "xterm", "screen", "rxvt-unicode")
    ),
    Condition("no colour", _use_and_quit, {"NO_COLOR": "1"}),
    Condition("no colour, said with nothing", _use_and_quit, {"NO_COLOR": ""}),
    Condition("forced colour", _use_and_quit, {"FORCE_COLOR": "1", "TERM": "vt100"}),
    Condition("LANG=C", _use_and_quit, {"LANG": "C"}),
    Condition("ASCII", _use_and_quit, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Condition("Latin-1", _use_and_quit, {"PYTHONIOENCODING": "latin-1"}),
    Condition("a locale that is not there", _use_and_quit, {"LC_ALL": "xx_YY.ISO-8859-1"}),
    Condition("another Apple", _use_and_quit, {"TERM_PROGRAM": "Apple_Terminal"}),
    *(
        Condition(f"{name}={value}", _use_and_quit, {name: value})
        for name, value in (
            ("TEXTUAL", "debug,devtools"),
            ("TEXTUAL_DEBUG", "1"),
            ("TEXTUAL_DRIVER", "no.such:Driver"),
            ("TEXTUAL_PRESS", "q"),
            ("TEXTUAL_LOG", "/nowhere/log"),
            ("TEXTUAL_SCREENSHOT", "0"),
            ("TEXTUAL_SHOW_RETURN", "1"),
            ("TEXTUAL_ALLOW_SIGNALS", "1"),
            ("TEXTUAL_COLOR_SYSTEM", "nonsense"),
            ("TEXTUAL_THEME", "nonsense"),
            ("COLUMNS", "7"),
            ("LINES", "x"),
            ("ESCDELAY", "x"),
        )
    ),
    Condition("no home", _use_and_quit, {"HOME": None}),
    # sizes
    Condition("10x5", _quit, size=(10, 5), quick=True),
    Condition("1x1", _quit, size=(1, 1)),
    Condition("2x1", _quit, size=(2, 1)),
    Condition("1x50", _quit, size=(1, 50)),
    Condition("500x1", _quit, size=(500, 1)),
    Condition("500x200", _quit, size=(500, 200)),
    Condition("no size", _quit, size=(0, 0)),
    Condition("shrunk to 10x5", _visit_size(10, 5)),
    Condition("shrunk to 1x1", _visit_size(1, 1)),
    Condition("grown to 500x200", _visit_size(500, 200)),
    Condition("a storm of sizes", _storm),
    # streams
    Condition("stdout in a pipe", _refused("show"), line="{reader} | cat >&2; exit ${PIPESTATUS[0]}", ready=False),
    Condition("stdout in a file", _refused("show"), line="exec {reader} >/dev/null", ready=False),
    Condition("stdout closed", _refused("show"), line="exec {reader} >&-", ready=False),
    Condition("stdin from nowhere", _refused("show"), line="exec {reader} </dev/null", ready=False),
    Condition("stdin closed", _refused("show"), line="exec {reader} <&-", ready=False),
    Condition("everything closed", _refused_unheard, line="exec {reader} <&- >&- 2>&-", ready=False),
    Condition("stderr in a file", _use_and_quit, line="exec {reader} 2>/dev/null"),
    Condition("stderr closed", _use_and_quit, line="exec {reader} 2>&-"),
    Condition("a story from a pipe", _use_and_quit, line="cat {story} | {reader} -"),
    Condition("a terminal that does not wait", _use_and_quit, line="{unblock}; exec {reader}"),
    # rest
    Condition("idle", _idle, quick=True),
    Condition("idle in the bar", partial(_idle, keys=("/", "t"))),
    Condition("idle among the keys", partial(_idle, keys=("?",))),
    Condition("idle in the palette", partial(_idle, keys=(":",))),
)
