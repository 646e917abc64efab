import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tui_reader.formats import budget
from tui_reader.formats.source import display_name, read_bytes, read_text, stem_of
from tui_reader.model import InputProblem

READ_STDIN = "from tui_reader.formats.source import read_text; print(read_text('-'), end='')"


def test_a_file_is_read(tmp_path: Path) -> None:
    """A plain file gives its cleaned text."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\x1b")
    assert read_text(path) == "one\ntwo␛"


def refused(path: str | Path) -> str:
    """Give the one line that reading the path fails with."""
    with pytest.raises(InputProblem) as problem:
        read_bytes(path)
    assert "\n" not in str(problem.value)
    return problem.value.reason


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    """A pipe or device never blocks, and is named for what it is."""
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.md"))
        assert "socket" in refused(tmp_path / "socket.md")
    assert "named pipe" in refused(tmp_path / "pipe.md")
    assert "folder" in refused(tmp_path / "folder.md")
    assert "device" in refused("/dev/zero")
    assert "device" in refused("/dev/tty")


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    """Each cause has its own words."""
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "broken.md").symlink_to("nowhere")
    (tmp_path / "file").write_text("x")
    assert "circle" in refused(tmp_path / "loop.md")
    assert "no such file" in refused(tmp_path / "broken.md")
    assert "not a folder" in refused(tmp_path / "file" / "a.md")
    assert "name longer" in refused(tmp_path / ("x" * 300))
    assert "not a possible" in refused("a\0b")


def test_the_kernel_s_own_files(tmp_path: Path) -> None:
    """Files that claim to be empty are read; files that cannot be read say so."""
    assert "processor" in read_text("/proc/cpuinfo").lower()
    assert refused("/proc/self/mem")
    assert tmp_path.exists()


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """A sparse file of a terabyte costs nothing."""
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(budget.FILE_BYTES + 1)
    assert "larger than 64 MB" in refused(path)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EIO, "reports an error"), (errno.EACCES, "permissions"), (errno.ESTALE, "cannot be read")],
)
def test_a_disk_that_fails_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    """An error while reading is reported, not tried again."""

    def fail(*_: object) -> bytes:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "a.md"
    path.write_text("x")
    monkeypatch.setattr(os, "read", fail)
    assert words in refused(path)


def test_names_are_clean() -> None:
    """A file's name may hold anything, and is shown on one clean line."""
    assert display_name(os.fsdecode(b"a\xff\x1b[31m\n.md")) == "a�␛[31m .md"
    assert display_name("") == "(no name)"
    assert stem_of("folder/page 3.txt") == "page 3"
    assert stem_of("-") == "stdin"
    assert stem_of(".md") == ".md"


def test_reading_changes_nothing(tmp_path: Path) -> None:
    """A file that may not be written is read all the same, and is as it was."""
    path = tmp_path / "a.md"
    path.write_text("text")
    path.chmod(0o400)
    before = path.stat()
    read_bytes(path)
    after = path.stat()
    assert (before.st_mtime_ns, before.st_size, before.st_ino) == (after.st_mtime_ns, after.st_size, after.st_ino)


@pytest.mark.parametrize(
    ("redirection", "shown"),
    [("printf 'a\\033b' |", "a␛b"), ("</dev/null", ""), ("<&-", "closed"), ("</dev/zero", "64 MB")],
)
def test_the_standard_input(redirection: str, shown: str) -> None:
    """A pipe is read to its end; a closed, endless or strange standard input is one clear failure."""
    program = f"{sys.executable} -c '{READ_STDIN.replace(chr(39), chr(34))}'"
    command = f"{redirection} {program}" if redirection.endswith("|") else f"{program} {redirection}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    last = done.stderr.strip().splitlines()[-1:] or [""]
    assert shown in done.stdout + last[0]
    assert not last[0] or "InputProblem" in last[0]
