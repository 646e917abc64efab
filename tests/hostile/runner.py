"""Runs the program on one input after the other, each in a child of its own that is watched.

Started as ``python -m tests.hostile.runner`` it reads jobs as JSON lines and answers with what each did. The children
are forked from one process that has the program loaded, so that hundreds of runs take seconds.
"""

import base64
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

TIME_LIMIT = 60
"""Seconds after which a run is killed: it hangs."""
MEMORY_LIMIT = 2 << 30
"""Bytes of address space a run may take."""
_FORBIDDEN = (
    "subprocess.Popen",
    "os.exec",
    "os.posix_spawn",
    "os.system",
    "os.fork",
    "os.forkpty",
    "socket.connect",
    "pty.spawn",
)
_LOADED = (
    "tui_reader.__main__",
    "tui_reader.archive",
    "tui_reader.cli.cmd_list",
    "tui_reader.cli.cmd_show",
    "tui_reader.cli.command",
    "tui_reader.formats.epub",
    "tui_reader.formats.html",
    "tui_reader.formats.markdown",
    "tui_reader.formats.markup.assemble",
    "tui_reader.formats.markup.container",
    "tui_reader.formats.markup.marked",
    "tui_reader.formats.markup.plain_yaml",
    "tui_reader.formats.markup.reading",
    "tui_reader.formats.markup.web",
    "tui_reader.formats.page",
    "tui_reader.reflow",
)
"""What the children find loaded."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did."""

    code: int
    """The exit code; minus the signal's number where one ended it."""
    seconds: float
    """Seconds of work, which a busy machine does not stretch."""
    mebibytes: float
    """The most memory it held."""
    out: bytes
    err: bytes
    acts: tuple[str, ...]
    """Programs started, connections made, files opened for writing."""


def run_all(commands: Sequence[Sequence[bytes]], home: Path) -> list[Result]:
    """Run the program with each list of arguments; give the results in order. ``home`` is the runs' home folder."""
    jobs = "".join(json.dumps([os.fsdecode(word) for word in words]) + "\n" for words in commands)
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(Path.cwd()),
        "LANG": "C.UTF-8",
        "TERM": "xterm",
    }
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.runner"], input=jobs.encode(), capture_output=True, env=env, check=True
    )
    return [_decoded(json.loads(line)) for line in done.stdout.splitlines()]


def _decoded(row: dict[str, object]) -> Result:
    out, err = (base64.b64decode(str(row[key])) for key in ("out", "err"))
    acts = row["acts"]
    assert isinstance(acts, list)
    return Result(
        int(str(row["code"])), float(str(row["seconds"])), float(str(row["mebibytes"])), out, err, tuple(acts)
    )


def _serve() -> None:
    for name in _LOADED:
        import_module(name)
    for line in sys.stdin.buffer:
        row = asdict(_run([os.fsencode(word) for word in json.loads(line)]))
        row |= {key: base64.b64encode(row[key]).decode() for key in ("out", "err")}
        print(json.dumps(row), flush=True)


def _run(words: Sequence[bytes]) -> Result:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as acts:
        child = os.fork()
        if not child:
            _be_the_program(words, out.fileno(), err.fileno(), acts.fileno())
        _, status, usage = os.wait4(child, 0)
        for file in (out, err, acts):
            file.seek(0)
        return Result(
            os.waitstatus_to_exitcode(status),
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024,
            out.read(),
            err.read(),
            tuple(acts.read().decode("utf-8", "replace").splitlines()),
        )


def _be_the_program(words: Sequence[bytes], out: int, err: int, acts: int) -> None:
    code = 70
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out, 1)
        os.dup2(err, 2)
        os.setsid()
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - lives as long as the child
        sys.stdout = open(1, "w", closefd=False, encoding="utf-8")  # noqa: SIM115 - as above
        sys.stderr = open(2, "w", closefd=False, encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 - as above
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
        signal.alarm(TIME_LIMIT)
        _watch(acts)
        from tui_reader.__main__ import main

        code = main([os.fsdecode(word) for word in words])
        sys.stdout.flush()
    except SystemExit as problem:
        code = problem.code if isinstance(problem.code, int) else 1
    except BaseException:  # noqa: BLE001 - whatever it is, it is a finding
        os.write(2, traceback.format_exc().encode("utf-8", "replace"))
    finally:
        os._exit(code)


def _watch(acts: int) -> None:
    """Note every program started, connection made and file opened for writing."""

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event in _FORBIDDEN:
            os.write(acts, f"{event}\n".encode())
        elif event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
            path = arguments[0]
            if isinstance(path, str | bytes) and os.fsencode(path) not in {b"/dev/null", b"/dev/tty"}:
                os.write(acts, b"open " + os.fsencode(path).replace(b"\n", b" ") + b"\n")
        elif event in {"os.remove", "os.rename", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}:
            os.write(acts, f"{event} {arguments[0]!r}\n".encode("utf-8", "replace"))

    sys.addaudithook(note)


def snapshot(folder: Path) -> dict[bytes, tuple[int, int, int]]:
    """Give mode, size and time of change of everything under a folder, to see whether anything touched it."""
    return dict(_entries(os.fsencode(folder)))


def _entries(folder: bytes) -> Iterator[tuple[bytes, tuple[int, int, int]]]:
    for here, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            path = os.path.join(here, name)  # noqa: PTH118 - names that are no text
            status = os.lstat(path)
            yield path, (status.st_mode, status.st_size, status.st_mtime_ns)


if __name__ == "__main__":
    _serve()
