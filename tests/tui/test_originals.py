"""Opening the original: only by its key, only what is safe, never through a shell, and the terminal comes back."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.tui.reader import reading
from tests.tui.terminal_reader import Reader
from tui_reader.tui.openers import browser_for, reader_for
from tui_reader.tui.screens import originals

URL = "https://news.example/harbour?page=1&x='$(id)'"


def which(*names: str) -> Mapping[str, str]:
    return {name: f"/usr/bin/{name}" for name in names}


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", ("/usr/bin/xdg-open",)),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ("/usr/bin/xdg-open",)),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "1 2 3 4"}, "linux", ()),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", ()),
        ({}, "linux", ()),
        ({}, "darwin", ("/usr/bin/open",)),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ("/usr/bin/wslview",)),
    ],
)
def test_a_browser_is_opened_where_somebody_sees_it(
    environ: dict[str, str], platform: str, expected: tuple[str, ...]
) -> None:
    """With a screen at hand; over ssh and on a bare console there is none."""
    assert browser_for(environ, which("xdg-open", "open", "wslview").get, platform) == expected


def test_another_opener_serves_where_the_first_is_missing() -> None:
    """The words it needs come with it; where there is none, nothing is guessed."""
    assert browser_for({"DISPLAY": ":0"}, which("gio").get, "linux") == ("/usr/bin/gio", "open")
    assert browser_for({"DISPLAY": ":0"}, which().get, "linux") == ()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"VISUAL": "code --wait", "EDITOR": "vim"}, ("/usr/bin/code", "--wait")),
        ({"VISUAL": "", "EDITOR": "vim -R", "PAGER": "less"}, ("/usr/bin/vim", "-R")),
        ({"VISUAL": "missing", "PAGER": "less"}, ("/usr/bin/less",)),
        ({"EDITOR": "'unended"}, ("/usr/bin/less",)),
        ({"EDITOR": "vim; id"}, ("/usr/bin/less",)),
        ({}, ("/usr/bin/less",)),
    ],
)
def test_the_persons_own_program_shows_a_file(environ: dict[str, str], expected: tuple[str, ...]) -> None:
    """As words and not through a shell; a pager where nothing is set."""
    assert reader_for(environ, which("code", "vim", "less").get) == expected


def test_no_program_at_all_is_no_fault() -> None:
    """The place of the file is told instead."""
    assert reader_for({}, which().get) == ()


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Make a story with an address and one without."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "a.md").write_text(f'---\ntitle: The harbour\nurl: "{URL}"\n---\n\nWords.\n', encoding="utf-8")
    (folder / "b.md").write_text("# The bridge\n\nWords.\n", encoding="utf-8")
    return folder


async def test_an_address_goes_to_the_browser_as_one_word(
    edition: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whatever stands in it; the program neither reads from the terminal nor writes to it."""
    opener = tmp_path / "opener"
    opener.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" > {tmp_path}/told.new\nmv {tmp_path}/told.new {tmp_path}/told\n'
    )
    opener.chmod(0o755)
    monkeypatch.setattr(originals, "browser_for", lambda *_: (str(opener),))
    async with reading(edition) as at_work:
        assert not (tmp_path / "told").exists()
        await at_work.press("O")
        assert at_work.said == f"opened {URL}"
        while not (tmp_path / "told").exists():
            await at_work.pilot.pause(0.01)
        assert (tmp_path / "told").read_text() == f"1\n{URL}\n"


async def test_an_opener_that_fails_leaves_the_address_on_the_clipboard(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it can be pasted elsewhere, and the line says so."""
    monkeypatch.setattr(originals, "browser_for", lambda *_: ("/bin/false",))
    async with reading(edition) as at_work:
        await at_work.press("O")
        while "did not start" not in at_work.said:
            await at_work.pilot.pause(0.01)
        assert at_work.app.clipboard == URL


async def test_over_ssh_the_address_is_copied(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is started on the other machine."""
    monkeypatch.setenv("SSH_CONNECTION", "1 2 3 4")
    monkeypatch.setattr(subprocess, "Popen", None)
    async with reading(edition) as at_work:
        await at_work.press("O")
        assert at_work.said == f"no browser here; copied {URL}"
        assert at_work.app.clipboard == URL


async def test_an_address_in_the_index_is_looked_at_again(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was stored is trusted no more than what is read."""
    monkeypatch.setattr(subprocess, "Popen", None)
    async with reading(edition) as at_work:
        object.__setattr__(at_work.screen.article, "url", "file:///etc/passwd")
        await at_work.press("O")
        assert "cannot be lent" in at_work.said


def test_a_file_is_shown_in_the_persons_editor_and_the_screen_comes_back(edition: Path, tmp_path: Path) -> None:
    """The program has the terminal as a shell would give it, and Ctrl+C is for it alone."""
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport os, sys\nprint('editing', *sys.argv[1:], os.isatty(0), os.isatty(1), flush=True)\n"
        "try:\n    input()\nexcept KeyboardInterrupt:\n    print('interrupted', flush=True)\n    input()\n"
    )
    editor.chmod(0o755)
    story = os.path.realpath(edition / "b.md")
    with Reader(tmp_path, story, columns=160, env={"VISUAL": f"{editor} --flag", "EDITOR": None}) as reader:
        reader.ready().press("O")
        assert reader.session.wait_for_text("True True") is not None
        assert f"editing --flag {story}" in reader.session.text.replace("\n", "")
        reader.session.press("ctrl+c")
        assert reader.session.wait_for_text("interrupted") is not None
        reader.session.press("enter")
        assert reader.session.wait_for_text("opened /") is not None
        assert reader.session.wait_for_text("The bridge") is not None
        assert reader.answers()
        reader.quit()
