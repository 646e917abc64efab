"""Storms of keys and of sizes, with panels open and over an archive whose index is kept: nothing breaks or moves."""

import random
from pathlib import Path

import pytest
from textual import events

from tests.tui.reader import Reading, large, reading, write_stories
from tui_reader.tui.commands import keymap

KEYS = 1000
"""Keys of a storm in the long run."""
FEW = 200
"""Keys of one in every run."""
SIZES = [(random.Random(number).randint(20, 220), random.Random(-number).randint(6, 70)) for number in range(1, 21)]
"""Twenty sizes, always the same."""
LEAVING = {"q", "Q", "ctrl+c", "ctrl+z"}
LEAVING_COMMANDS = {"save", "panel_export", "open_original"}
"""Commands that reach beyond the reader: to files and to other programs."""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Give a folder of four stories."""
    return write_stories(tmp_path / "stories")


def every_key() -> list[str]:
    """Give every key that does something, the letters and some more; none that leaves or reaches beyond the reader."""
    bound = {
        key
        for command in keymap().every
        if command.name not in LEAVING_COMMANDS
        for key in (*command.keys, *command.letters)
    }
    unwanted = LEAVING | {key for c in keymap().every if c.name in LEAVING_COMMANDS for key in (*c.keys, *c.letters)}
    return sorted((bound | set("aehnortuv?!'3") | {"backspace", "f12", "ctrl+w"}) - unwanted)


async def storm(at: Reading, seed: int, keys: int) -> None:
    """Press keys at random, and now and then change the size."""
    rnd, pressed = random.Random(seed), every_key()
    weights = [4 if len(key) > 1 else 1 for key in pressed]
    for number in range(0, keys, 25):
        await at.pilot.press(*rnd.choices(pressed, weights, k=25))
        if number % 100 == 0:
            await at.pilot.resize_terminal(rnd.randint(10, 200), rnd.randint(3, 60))
        assert at.app.is_running
    await at.pilot.pause()
    for _ in range(12):
        await at.press("escape")
    assert at.screen.study is None
    assert not at.screen.searching


async def test_hundreds_of_keys(stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is typed, in whatever panel and at whatever size, the reader goes on, and Esc leads out of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with reading(stories, size=(100, 30)) as at:
        await storm(at, 7, FEW)


async def test_keys_over_a_large_archive(stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So it does where the stories come from an index on disk."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with large(stories, tmp_path / "cache") as at:
        assert at.screen.archive.index_folder is not None
        await storm(at, 11, FEW // 2)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
async def test_many_thousand_keys(stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Twenty other storms."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with reading(stories, size=(100, 30)) as at:
        await storm(at, seed, KEYS)


@pytest.mark.parametrize("opener", ["", "#", "w", "i", "/", "h"])
async def test_sizes_leave_the_place_alone(stories: Path, opener: str) -> None:
    """Twenty sizes in a row, with or without a panel open: the top word is the same after them."""
    async with reading(stories) as at:
        await at.press("space", "space", "j")
        place, words = at.screen.pane.place, at.top_words.split()[0]
        if opener:
            await at.press(opener)
        for width, height in SIZES:
            await at.pilot.resize_terminal(width, height)
        await at.pilot.resize_terminal(120, 36)
        await at.pilot.pause()
        await at.press("escape", "escape", "l")
        assert at.screen.pane.place == place
        assert at.top_words.split()[0] == words


async def test_sizes_faster_than_they_are_drawn(stories: Path) -> None:
    """Sizes that come in before one is laid out leave the place alone, too."""
    async with reading(stories) as at:
        await at.press("space", "space", "j")
        place = at.screen.pane.place
        for width, height in SIZES:
            size = at.app.size.__class__(width, height)
            at.app.post_message(events.Resize(size, size))
        await at.pilot.pause(0.2)
        assert at.screen.pane.place == place
