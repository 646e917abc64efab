"""Pictures of the screens as plain text: ``python -m tests.tui.snapshot`` takes them anew, to be looked at."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tui.reader import reading, write_stories

SIZES = ((40, 12), (80, 24), (120, 36))
SCENES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("page", ("escape", "j", "k")),
    ("figure", ("]", "]")),
    ("search", ("/", "a", "n", "t", "w")),
    ("followed", ("enter",)),
    ("mentions", ("w",)),
    ("card", ("escape", "i")),
    ("names", ("escape", "escape", "e", "down")),
    ("names-everywhere", ("tab",)),
    ("ledger", ("escape", "#", "down")),
    ("ledger-narrowed", ("t", "o", "n", "n", "e", "s", "ctrl+s")),
    ("ledger-nothing", ("x", "x")),
    ("keys", ("escape", "?")),
    ("keys-narrowed", ("n", "o", "t", "e")),
    ("notes", ("escape", "A")),
    ("marks", ("escape", "m", "a", "j", "'")),
    ("list", ("escape", "h")),
    ("list-sorted", ("o", "j")),
    ("list-filtered", ("F", "g", "e", "n")),
    ("nothing-found", ("enter", "l", "/", "x", "q", "z", "z", "y")),
    ("count", ("escape", "1", "2")),
)
"""One after another: each a name and the keys that lead to it from the one before."""
FOLDER = Path(__file__).parent / "snapshots"


async def scenes(size: tuple[int, int]) -> AsyncIterator[tuple[str, str]]:
    """Give the scenes at a size, each a name and its screen as text."""
    with TemporaryDirectory() as folder:
        stories = write_stories(Path(folder) / "stories")
        async with reading(stories, size=size) as at:
            for name, keys in SCENES:
                await at.press(*keys)
                await at.pilot.pause(0.05)
                rows = [row.rstrip() for row in at.text().split("\n")]
                yield f"{name}-{size[0]}x{size[1]}", "\n".join(rows) + "\n"


async def _write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for former in FOLDER.glob("*.txt"):
        former.unlink()
    for size in SIZES:
        async for name, text in scenes(size):
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = home
        asyncio.run(_write())
