"""What stands on a real terminal after any keys is what a full repaint would show."""

import random
import signal
from pathlib import Path

import pytest

from tests.bench.terminal_screen import Picture, TerminalScreen
from tests.tui.reader import write_stories
from tests.tui.terminal_reader import READY, Reader

KEYS = (*"jjjkkkdu{}JKnN]][)(gGeEiz", "space", "space", "b", "tab", "escape", "up", "down", "/", *"port")
PRESSED = 70


def seen(picture: Picture) -> list[list[tuple[object, ...]]]:
    """Give what a person sees of a picture: blanks have a ground only."""
    return [
        [(c.data, c.bg) if c.data == " " and not (c.underscore or c.reverse) else tuple(c) for c in row]
        for row in picture
    ]


@pytest.mark.parametrize(("columns", "rows", "seed"), [(80, 24, 1), (120, 36, 2), (100, 20, 3)])
def test_any_keys(tmp_path: Path, columns: int, rows: int, seed: int) -> None:
    """Cell by cell, whatever was pressed before: nothing stale stays, and nothing is left out."""
    dice = random.Random(seed)
    with Reader(tmp_path, write_stories(tmp_path / "stories"), columns=columns, rows=rows) as reader:
        session = reader.session
        session.wait_for_text(READY)
        for number in range(PRESSED):
            session.press(dice.choice(KEYS))
            session.wait_quiet(0.05)
            if number % 10 == 9:
                session.wait_quiet(0.3)
                painted, before = session.screen.picture(), len(session.raw)
                session.signal(signal.SIGCONT)  # as if the shell had had the terminal
                session.wait_quiet(0.3)
                anew = TerminalScreen(columns, rows)
                anew.feed(session.raw[before:])
                assert seen(painted) == seen(anew.picture())
