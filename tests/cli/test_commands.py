"""The machine interface: what each command prints, and the exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tui_reader.__main__ import main

PAGE = """\
# Ferry line opens on the Danube

By STAFF REPORTER

A new ferry carried 240 passengers from Vienna to Bratislava on May 4, the operator said. The boats
cost 12 million euros ($13.2 million) and run four times a day. Tickets start at 18 euros, and the
operator expects a tenth more passengers in its second year than in its first.

## Harbour museum reopens

By STAFF REPORTER

The harbour museum in Hamburg reopened after three years. More than 5,000 visitors came on the first
weekend, the museum said, and the Elbe was full of old ships. Hamburg paid for two thirds of the work.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give a page of two stories."""
    path = tmp_path / "river.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run the program in this process; give its exit code, stdout and stderr."""
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def run_json(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    """Run a command with ``--json`` and read what it printed."""
    code, out, err = run(capsys, *words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_list_gives_the_stories(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    """``list --json`` holds id, title, byline, source and words; ids are the file's stem and a number."""
    found = run_json(capsys, "list", page)
    assert [story["id"] for story in found["stories"]] == ["river", "river-2"]
    assert [story["title"] for story in found["stories"]] == [
        "Ferry line opens on the Danube",
        "Harbour museum reopens",
    ]
    assert set(found["stories"][0]) == {"id", "title", "byline", "source", "words"}
    assert found["skipped"] == []


def test_show_gives_blocks_whose_offsets_hold(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    """``text[start:end]`` of every block is the block's text."""
    stories = run_json(capsys, "show", page)["stories"]
    assert len(stories) == 2
    for story in stories:
        assert story["byline"] == "By STAFF REPORTER"
        assert story["blocks"]
        for block in story["blocks"]:
            assert story["text"][block["start"] : block["end"]] == block["text"]


def test_show_keeps_to_the_width(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    """``--width`` bounds every line, and no word is lost."""
    code, out, _ = run(capsys, "show", page, "--width", 40)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 40
    assert "".join(out.replace("* * *", "").split()) == "".join(PAGE.replace("#", "").split())


def test_show_one_story(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    """``--story`` picks one story; an unknown id is a bad argument."""
    assert [story["id"] for story in run_json(capsys, "show", page, "--story", "river-2")["stories"]] == ["river-2"]
    code, out, err = run(capsys, "show", page, "--story", "lake")
    assert (code, out) == (2, "")
    assert err.startswith("shanxi-reader: lake: ")


def test_figures_point_at_their_surface(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    """Offsets count code points of the story's text, and a conversion names the figure it converts."""
    texts = {story["id"]: story["text"] for story in run_json(capsys, "show", page)["stories"]}
    figures = run_json(capsys, "figures", page)
    for figure in figures:
        assert texts[figure["story"]][figure["start"] : figure["end"]] == figure["text"]
    money = {figure["text"]: figure for figure in figures if figure["kind"] == "money"}
    assert money["12 million euros"]["value"] == 12_000_000
    assert money["12 million euros"]["unit"] == "EUR"
    pair = money["$13.2 million"]["conversion_of"]
    assert texts["river"][pair["start"] : pair["end"]] == "12 million euros"
    (visitors,) = [figure for figure in figures if "visitors" in figure["text"]]
    assert (visitors["approx"].lower(), visitors["value"]) == ("more than", 5000)


def test_mentions_are_found_through_a_typo(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    """``mentions`` understands a misspelt name and gives keyword in context."""
    rows = run_json(capsys, "mentions", "Hambrug", page)
    assert [row["text"] for row in rows] == ["Hamburg", "Hamburg"]
    assert set(rows[0]) == {"story", "start", "end", "text", "left", "right"}
    assert rows[0]["left"].endswith("museum in ")


def test_search_finds_names_then_text(capsys: pytest.CaptureFixture[str], page: Path) -> None:
    """A name is an entity; a word is a place in the text; nonsense is exit code 1."""
    found = run_json(capsys, "search", "bratislva", page)
    assert found["entities"][0]["name"] == "Bratislava"
    assert found["entities"][0]["first"]["story"] == "river"
    assert found["searched"] == 2
    words = run_json(capsys, "search", "old ships", page)
    assert words["text"][0]["text"] == "old ships"
    code, out, err = run(capsys, "search", "xqzvkw", page)
    assert (code, out) == (1, "")
    assert "nothing found" in err


def test_search_takes_queries_from_a_file(capsys: pytest.CaptureFixture[str], page: Path, tmp_path: Path) -> None:
    """``--queries`` answers one query a line, in order, as an array."""
    queries = tmp_path / "queries"
    queries.write_text("vienna\nelbe\n", encoding="utf-8")
    found = run_json(capsys, "search", "--queries", queries, page)
    assert [row["query"] for row in found] == ["vienna", "elbe"]
    assert [row["entities"][0]["name"] for row in found] == ["Vienna", "Elbe"]


def test_import_writes_stories_that_read_back(capsys: pytest.CaptureFixture[str], page: Path, tmp_path: Path) -> None:
    """``import`` writes a file a story, reads back to the same blocks, and never overwrites unasked."""
    folder = tmp_path / "out"
    code, out, _ = run(capsys, "import", page, "--to", folder)
    assert code == 0
    assert len(out.splitlines()) == len(list(folder.iterdir())) == 2

    def blocks(path: Path) -> list[list[tuple[str, str]]]:
        stories = run_json(capsys, "show", path)["stories"]
        return [
            [(story["title"], story["byline"]), *((block["type"], block["text"]) for block in story["blocks"])]
            for story in stories
        ]

    assert blocks(folder) == blocks(page)
    code, out, err = run(capsys, "import", page, "--to", folder)
    assert (code, out) == (2, "")
    assert "--force" in err
    assert run(capsys, "import", page, "--to", folder, "--force")[0] == 0


def test_without_a_path_the_bundled_edition_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    """Four stories ship with the program."""
    assert len(run_json(capsys, "list")["stories"]) == 4


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["list", "no-such-file.txt"], "no-such-file.txt"),
        (["list", "--colour"], "--colour"),
        (["show", "--width", "wide"], "wide"),
        (["search"], "QUERY"),
        (["import", "page.txt"], "--to"),
        (["--unknown"], "--unknown"),
        (["mentions"], "NAME"),
        (["search", "x", "--limit", "0"], "0"),
        (["lst"], "did you mean shanxi-reader list?"),
        (["--theme", "ink", "list"], "a command comes first"),
    ],
)
def test_a_mistake_is_one_clear_line(capsys: pytest.CaptureFixture[str], words: list[str], named: str) -> None:
    """A bad argument or path is exit code 2, one line that names it, and no traceback."""
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("shanxi-reader: ")
    assert named in err


def test_a_folder_without_stories_is_one_clear_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An empty folder says what was looked for."""
    code, _, err = run(capsys, "list", tmp_path)
    assert code == 2
    assert str(tmp_path) in err
    assert ".md" in err


def test_bad_files_of_a_folder_are_named_and_the_others_read(
    capsys: pytest.CaptureFixture[str], page: Path, tmp_path: Path
) -> None:
    """One unreadable file does not hide the others."""
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    code, out, err = run(capsys, "list", page.parent, "--json")
    assert code == 0
    assert [Path(row["source"]).name for row in json.loads(out)["skipped"]] == ["noise.txt"]
    assert "noise.txt" in err


def program(*words: object, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run the program as a process."""
    return subprocess.run(
        [sys.executable, "-m", "tui_reader", *map(str, words)], input=stdin, capture_output=True, check=False
    )


def test_a_closed_pipe_ends_silently(page: Path) -> None:
    """``| head`` gets no complaint."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "tui_reader", "show", page], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert done.stderr == b""


def test_a_full_disk_is_told(page: Path) -> None:
    """Output that cannot be written is exit code 2 and one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui_reader", "show", page], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_the_reader_without_a_terminal_points_to_show(page: Path) -> None:
    """No terminal: one line that names ``show``, and no escape sequence."""
    done = program(page)
    assert done.returncode == 2
    assert b"show" in done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


def test_a_story_from_stdin() -> None:
    """``-`` reads the standard input."""
    done = program("list", "-", "--json", stdin=PAGE.encode())
    assert [story["source"] for story in json.loads(done.stdout)["stories"]] == ["-", "-"]
