"""What stands around the program is as strange as what it reads: settings, homes, standard streams, folders."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.text.sanitise import safe_text

STORY = "# River rises\n\nThe river rose at Wuhan, said Li Ming, who runs the Wuhan Water Board.\n"
PROGRAM = (sys.executable, "-m", "tui_reader")


def run(
    words: list[str],
    home: Path,
    *,
    env: dict[str, str | None] | None = None,
    cwd: Path | None = None,
    **streams: object,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program with a home of its own; it must end by itself, without a traceback, and speak cleanly."""
    around: dict[str, str | None] = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "TERM": "xterm"}
    around |= {"PYTHONPATH": os.environ.get("PYTHONPATH"), **(env or {})}
    settings = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
    done = subprocess.run(
        [*PROGRAM, *words],
        env={name: value for name, value in around.items() if value is not None},
        cwd=cwd or home,
        timeout=60,
        check=False,
        **settings,  # type: ignore[call-overload]
    )
    result: subprocess.CompletedProcess[bytes] = done
    for data in (result.stdout or b"", result.stderr or b""):
        text = data.decode()
        assert "Traceback" not in text, text
        assert safe_text(text) == text
    return result


FILES: dict[str, bytes | Callable[[Path], object]] = {
    "nothing": b"",
    "binary": bytes(range(256)) * 20,
    "utf-16": "measure = 70\n".encode("utf-16"),
    "open string": b'theme = "ink\n',
    "acting": b"theme = '\x1b]52;c;UE9JU09O\x07'\n\x1b[31337m = 1\n",
    "acting escapes": b'theme = "\\u001b]52;c;x\\u0007\\u202e"\n"\\u001b[31m" = 1\n[keys]\n"\\u009b" = "\\u001b"\n',
    "deep list": b"measure = " + b"[" * 20000 + b"\n",
    "deep table": b"[" + b"a." * 9000 + b"b]\n",
    "deep inline": b"a = " + b"{b = " * 5000 + b"\n",
    "long number": b"measure = " + b"9" * 20000 + b"\n",
    "odd numbers": b"measure = nan\nsidebar_width = -inf\n",
    "dates": b"measure = 2024-02-30\ntheme = 1979-05-27T07:32:00\n",
    "wrong types": b"theme = 3\nmeasure = 'x'\nfigures = {a = 1}\nmouse = [true]\nkeys = 3\nmerge = 4\nignore = 5\n",
    "doubled": b"measure = 60\nmeasure = 70\n[keys]\n[keys]\n",
    "huge": b"# comment\n" * 200_000,
    "many keys": b"".join(b"k%d = 1\n" % number for number in range(9000)),
    "relative folders": b"cache_folder = 'here'\nstate_folder = '../there'\n",
    "folders nowhere": b"cache_folder = '/proc/nowhere'\nstate_folder = '/dev/null/x'\n",
    "merge circle": b"[merge]\n'A B' = ['C D']\n'C D' = ['A B']\n",
    "acting names": "[merge]\n'\u202eLi' = ['Ming\u0007']\n[rename]\n'Wuhan' = '\u009b31337m'\n".encode(
        "utf-8", "replace"
    ),
    "empty names": b"[merge]\n'' = ['']\n[rename]\nWuhan = ''\n[split]\n'' = []\n",
    "giant name": b"[rename]\nWuhan = '" + b"x" * 300_000 + b"'\n",
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "own link": lambda path: path.symlink_to(path.name),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "missing link": lambda path: path.symlink_to("nowhere"),
    "memory": lambda path: path.symlink_to("/proc/self/mem"),
}
QUICK = {"acting", "deep list", "wrong types", "pipe", "merge circle"}


@pytest.mark.parametrize("name", [pytest.param(n, marks=() if n in QUICK else pytest.mark.soak) for n in FILES])
@pytest.mark.parametrize("file", ["config.toml", "aliases.toml"])
def test_files_of_settings(tmp_path: Path, file: str, name: str) -> None:
    """Whatever lies where the settings or aliases should be, a command works, or says in a line what is wrong."""
    (tmp_path / "river.md").write_text(STORY)
    folder = tmp_path / ".config" / "shanxi-reader"
    folder.mkdir(parents=True)
    made = FILES[name]
    if isinstance(made, bytes):
        (folder / file).write_bytes(made)
    else:
        made(folder / file)
    shown = run(["show", "river.md"], tmp_path)
    assert (shown.returncode, b"The river rose" in shown.stdout) == (0, True), shown.stderr
    for words in (["search", "river", "river.md"], ["config", "--check"]):
        done = run(words, tmp_path)
        assert done.returncode in {0, 2}
        lines = done.stderr.decode().splitlines()
        assert all(line.startswith("shanxi-reader: ") for line in lines), lines
        assert done.returncode == 0 or any(file in line for line in lines), lines


HOMES: dict[str, dict[str, str | None]] = {
    "no home": {"HOME": None},
    "empty home": {"HOME": ""},
    "relative home": {"HOME": "here"},
    "home is a file": {"HOME": "/etc/hostname"},
    "home is a device": {"HOME": "/dev/null"},
    "home is gone": {"HOME": "/nowhere/at/all"},
    "relative places": {"XDG_CACHE_HOME": "c", "XDG_STATE_HOME": "s", "XDG_CONFIG_HOME": "../x"},
    "odd places": {"XDG_CACHE_HOME": "/dev/full", "XDG_STATE_HOME": "/proc", "XDG_CONFIG_HOME": "/dev/zero"},
    "acting places": {"XDG_STATE_HOME": "/tmp/\x1b[31337m\n", "XDG_CACHE_HOME": "/tmp/\x07"},
    "no language": {"LANG": None, "LC_ALL": None},
    "C": {"LANG": "C", "LC_ALL": "C"},
    "no such language": {"LANG": "xx_YY.EBCDIC", "LC_ALL": "tlh"},
    "no terminal": {"TERM": None},
    "dumb": {"TERM": "dumb"},
    "odd columns": {"COLUMNS": "-1", "LINES": "x"},
}


@pytest.mark.parametrize("name", HOMES)
def test_homes_and_places(tmp_path: Path, name: str) -> None:
    """Without a home, or with odd ones, everything can be read and nothing is written beside the story."""
    (tmp_path / "river.md").write_text(STORY)
    path = str(tmp_path / "river.md")
    for words in (["show", path], ["search", "wuhan", path]):
        done = run(words, tmp_path, env=HOMES[name], cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert b"Wuhan" in done.stdout
    assert [entry.name for entry in tmp_path.iterdir()] == ["river.md"]


def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    """A folder that was removed under the shell keeps nothing from being read."""
    (tmp_path / "river.md").write_text(STORY)
    gone = tmp_path / "gone"
    gone.mkdir()
    code = f"import os, sys\nos.rmdir({str(gone)!r})\nos.execv(sys.executable, [sys.executable, *sys.argv[1:]])"
    for words in (["show", str(tmp_path / "river.md")], ["list", "."], ["show", "river.md"]):
        done = subprocess.run(
            [sys.executable, "-c", code, "-m", "tui_reader", *words], cwd=gone, capture_output=True, check=False
        )
        gone.mkdir()
        assert done.returncode == (0 if words[1].startswith("/") else 2), done.stderr
        assert b"Traceback" not in done.stderr
        assert done.stderr.count(b"\n") <= 1


def test_what_stdin_may_be(tmp_path: Path) -> None:
    """Closed, binary, empty, endless, a socket or a pipe that nobody writes to any more."""
    (tmp_path / "river.md").write_text(STORY)
    reading, writing = os.pipe()
    os.write(writing, STORY.encode())
    os.close(writing)
    here, there = socket.socketpair()
    there.sendall(STORY.encode())
    there.close()
    with open(os.devnull, "rb") as nothing, (tmp_path / "river.md").open("rb") as file, open("/dev/zero", "rb") as zero:  # noqa: PTH123 - devices
        expected = {nothing.fileno(): 2, file.fileno(): 0, zero.fileno(): 2, reading: 0, here.fileno(): 0}
        for stdin, code in expected.items():
            done = run(["show", "-"], tmp_path, stdin=stdin)
            assert done.returncode in {code, 0 if stdin == nothing.fileno() else code}, done.stderr
    closed = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" -m tui_reader show - <&-', sys.executable], capture_output=True, check=False
    )
    assert (closed.returncode, closed.stderr.count(b"\n")) == (2, 1), closed.stderr
    here.close()
    os.close(reading)


@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&-", ">/dev/full", "2>/dev/full", "<&- >&- 2>&-"])
def test_output_that_takes_nothing(tmp_path: Path, streams: str) -> None:
    """A closed or full output is an exit code, and a line where one can be read."""
    (tmp_path / "river.md").write_text(STORY)
    for words in ("show river.md", "show missing.md", "--help", "search nothing-of-this river.md"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'exec "$0" -m tui_reader {words} {streams}', sys.executable],
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.returncode in {0, 1, 2}, (words, done.returncode, done.stderr)
        assert b"Traceback" not in done.stderr
        assert b"Exception ignored" not in done.stderr, (words, done.stderr)


@pytest.mark.parametrize("place", ["writable", "file", "full", "link", "none"])
def test_a_fault_of_its_own(tmp_path: Path, place: str) -> None:
    """It is one line with the path of a log; where no log can be kept, one line that says how to see more."""
    env: dict[str, str | None] = {"XDG_STATE_HOME": str(tmp_path / "state")}
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
    if place == "file":
        (tmp_path / "state").write_text("mine")
    elif place == "link":
        (tmp_path / "state" / "shanxi-reader").mkdir(parents=True)
        (tmp_path / "precious").write_text("mine")
        (tmp_path / "state" / "shanxi-reader" / "crash.log").symlink_to(tmp_path / "precious")
    elif place == "none":
        env = {"HOME": None}
    code = (limit if place == "full" else "") + (
        "import sys, tui_reader.archive.archive as archive\n"
        "def fail(self): raise ZeroDivisionError('\\x1b]52;c;x\\x07' * 99)\n"
        "archive.Archive.stream = fail\n"
        "from tui_reader.__main__ import main\n"
        "sys.exit(main(['show', sys.argv[1]]))\n"
    )
    (tmp_path / "river.md").write_text(STORY)
    around = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": os.environ.get("PYTHONPATH", "")} | env
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "river.md")],
        env={name: value for name, value in around.items() if value is not None},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert safe_text(line) == line
    assert ("details in" if place == "writable" else "--debug") in line
    if place == "link":
        assert (tmp_path / "precious").read_text() == "mine"
    if place == "writable":
        log = tmp_path / "state" / "shanxi-reader" / "crash.log"
        assert "ZeroDivisionError" in log.read_text()
        assert safe_text(log.read_text()) == log.read_text()
