"""Nothing that a story, its file's name, the configuration or a paste holds acts on the terminal, on any screen."""

import base64
import re
import sys
from pathlib import Path

import pytest

from tests.tui.terminal_reader import PATCHED, READER, Reader, foreign

POISON = (
    "\x1b[31;777m\x1b[2J\x1b[6n\x1b]0;POISON\x07\x1b]52;c;UE9JU09O\x07\x1b]8;;http://poison.example\x1b\\x\x1bPq\x1b\\"
    "\x1b_G\x1b\\\x1bc\x1b[?9999h\x9b2J\x9d0;x\x9c\a\b\x7f\x0e\u202e\u2066"
    " [bold red]x[/] [@click=app.quit]y[/] [/nothing]"
)
NO_BARRIER = """
from tui_reader.tui.app import LastBarrier
LastBarrier.apply = lambda self, segments, background: segments
"""
_COPY = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


def poisoned(folder: Path) -> Path:
    """Write two stories and a page with poison in every place, under names with poison in them."""
    folder.mkdir()
    name = "river \x1b]0;POISON\x07 [red] "
    story = (
        f'---\ntitle: "Poisoned river {POISON.encode("unicode_escape").decode()}"\nbyline: By {POISON}\n---\n'
        f"# Poisoned river {POISON}\n\nThe Taiyuan {POISON} River rose 30 metres {POISON} on Monday.\n\n"
        f"![{POISON}](x.png)\n*A caption {POISON}*\n\n> {POISON}\n\nTaiyuan University {POISON} said so on March 3.\n"
    )
    (folder / f"{name}1.md").write_text(story)
    (folder / f"{name}2.md").write_text(f"{POISON}\n\nTaiyuan again.\n")
    page = f"POISONED PAGE\n\nBy LI {POISON}\n\nThe river at Tai-\nyuan {POISON} rose, the min-\nister said.\n"
    (folder / f"{name}3.txt").write_text(page)
    return folder


def visit_everything(reader: Reader) -> None:
    """Open every screen, type into each, walk through all stories."""
    assert reader.session.wait_for_text("iver", 20) is not None
    reader.session.wait_quiet(0.5)
    for keys in (
        ("?", "[", "/", "r", "]", "escape"),
        ("/", *"taiyuan", "down", "enter"),
        ("/", "\x1b[200~" + POISON + "\x1b[201~", "escape"),
        ("n", "N", "*", "]", "[", "}", "y"),
        ("J", "G", "y", "J", "v", "space", "v", "K", "h", "j", "enter"),
        (":", *"fig", "escape"),
        (":", "\x1b[200~" + POISON + "\x1b[201~", "escape"),
        ("e", "escape", "E", "escape", "i", "escape", "#", "escape", "&", "escape", "z", "z", "c", "c", "\\", "\\"),
    ):
        reader.press(*keys)
        assert reader.session.exit_code is None
        assert not reader.session.closed, reader.session.text


def harmless(raw: bytes) -> bytes:
    """Check what was copied, and give the rest of the raw bytes."""
    for copied in _COPY.findall(raw):
        text = base64.b64decode(copied).decode()
        assert all(character.isprintable() or character in "\n\t" for character in text)
        assert "POISON" not in text or "\x1b" not in text
    return _COPY.sub(b"", raw)


@pytest.mark.soak
@pytest.mark.parametrize("patch", ["", NO_BARRIER], ids=["as it is", "without the last barrier"])
def test_every_screen(tmp_path: Path, patch: str) -> None:
    """Not one foreign sequence in the raw bytes, and the door alone holds where the last barrier is taken away."""
    config = tmp_path / ".config" / "shanxi-reader"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('"no \\u001b[31;777m [bold] such" = 1\n')
    argv = [sys.executable, "-c", PATCHED.format(patch=patch)] if patch else list(READER)
    folder = poisoned(tmp_path / "stories \x1b]0;POISON\x07")
    for _ in range(2):  # the second start paints the page kept by the first
        with Reader(tmp_path, folder, argv=argv, columns=110, rows=30) as reader:
            visit_everything(reader)
            reader.session.press("Q")
            assert reader.session.wait_exit(5) == 0, reader.session.raw[-500:]
            assert foreign(harmless(reader.session.raw)) == []


def test_refusals(tmp_path: Path) -> None:
    """A name in an error line is harmless, too."""
    with Reader(tmp_path, tmp_path / "nothing \x1b[31;777m\x9b2J\x07 [/bold]") as reader:
        assert reader.session.wait_exit(20) == 2
        assert foreign(reader.session.raw) == []
        assert "\x1b" not in reader.session.raw.decode()


def test_pages_without_the_last_barrier(tmp_path: Path) -> None:
    """The door alone holds for what files hold: list, page and search."""
    argv = [sys.executable, "-c", PATCHED.format(patch=NO_BARRIER)]
    with Reader(tmp_path, poisoned(tmp_path / "stories"), argv=argv, columns=110, rows=30) as reader:
        assert reader.session.wait_for_text("iver", 20) is not None
        reader.press("J", "/", "t", "ctrl+c")
        assert reader.session.wait_exit(5) == 0
        assert foreign(reader.session.raw) == []
