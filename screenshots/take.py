"""Takes the pictures of the README: runs the reader in a terminal, types keys, and draws the screen it shows.

``make shots`` runs it. Each picture is a PNG beside this file, drawn with rsvg-convert.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from pyte.screens import Char

from tests.bench.pty_session import PtySession
from tests.bench.terminal_screen import Picture

HERE = Path(__file__).parent
CELL_WIDTH, CELL_HEIGHT, FONT_SIZE = 9.64, 20, 16
"""Pixels; DejaVu Sans Mono at 16 is 9.63 wide."""
_GROUND, _INK = "14161a", "e8e4da"
_NAMED = {
    "black": "000000",
    "red": "cd3131",
    "green": "0dbc79",
    "brown": "e5e510",
    "blue": "2472c8",
    "magenta": "bc3fbc",
    "cyan": "11a8cd",
    "white": "e5e5e5",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: what is opened, how large, and what is typed before it is taken."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...] = ()
    typed: str = ""
    theme: str = "ink"
    no_color: bool = False


SCENES = (
    Scene("reading-80x24-dark", 80, 24),
    Scene("reading-80x24-light", 80, 24, theme="newsprint"),
    Scene("reading-120x36-dark", 120, 36),
    Scene("reading-120x36-light", 120, 36, theme="newsprint"),
    Scene("reading-200x50-dark", 200, 50),
    Scene("reading-200x50-light", 200, 50, theme="newsprint"),
    Scene("search-120x36-dark", 120, 36, ("/",), "tayuan"),
    Scene("search-120x36-light", 120, 36, ("/",), "shen fantao", theme="newsprint"),
    Scene("figures-120x36-dark", 120, 36, ("J", "J", "space", *"]" * 15)),
    Scene("keys-120x36-dark", 120, 36, ("?",)),
    Scene("small-40x12-dark", 40, 12, ("/",), "luan"),
    Scene("monochrome-80x24", 80, 24, ("space", "*"), no_color=True),
)


def take(scene: Scene, stories: Sequence[str]) -> Picture:
    """Run the reader and give the cells of its screen."""
    reader = str(Path(sys.executable).parent / "shanxi-reader")
    with tempfile.TemporaryDirectory() as home:
        env: dict[str, str | None] = {"HOME": home, "NO_COLOR": "1" if scene.no_color else None}
        env |= {name: f"{home}/{name}" for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
        argv = [reader, "--theme", scene.theme, *stories]
        with PtySession(argv, columns=scene.columns, rows=scene.rows, env=env) as session:
            if session.wait_for_text("%") is None:
                message = f"{scene.name}: the reader did not come up:\n{session.text}"
                raise SystemExit(message)
            session.wait_quiet(1.0)
            for key in (*scene.keys, *scene.typed):
                session.press("space" if key == " " else key)
                session.wait_quiet(0.1)
            session.wait_quiet(0.4)
            picture = session.screen.picture()
            for key in ("escape", "escape", "q"):
                session.press(key)
                session.wait_quiet(0.2)
            session.wait_exit()
    return picture


def colour(name: str, fallback: str) -> str:
    """Give a terminal colour as six hexadecimal digits."""
    if name == "default":
        return fallback
    return _NAMED.get(name.removeprefix("bright"), name if len(name) == 6 else fallback)


def draw(picture: Picture) -> str:
    """Draw a screen as SVG: runs of one style, each at its own cell, so that nothing drifts."""
    rows, columns = len(picture), len(picture[0])
    width, height = columns * CELL_WIDTH, rows * CELL_HEIGHT
    ground, _ = _colours(picture[rows // 2][columns - 2])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 24:.0f}" height="{height + 24}">',
        f'<rect width="100%" height="100%" rx="8" fill="#{ground}"/>',
        f'<g transform="translate(12 12)" font-family="DejaVu Sans Mono, monospace" font-size="{FONT_SIZE}">',
    ]
    for y, row in enumerate(picture):
        x = 0
        for (back, _), cells in groupby(row, key=_colours):
            run = len(list(cells))
            if back != ground:
                parts.append(
                    f'<rect x="{x * CELL_WIDTH:.2f}" y="{y * CELL_HEIGHT}" width="{run * CELL_WIDTH + 0.3:.2f}" '
                    f'height="{CELL_HEIGHT + 0.3}" fill="#{back}"/>'
                )
            x += run
    for y, row in enumerate(picture):
        for x, cell in enumerate(row):
            if cell.data.strip() or cell.underscore:
                parts.append(_glyph(x, y, cell))
    return "\n".join([*parts, "</g></svg>"])


def _colours(cell: Char) -> tuple[str, str]:
    """Give a cell's background and foreground."""
    back, front = colour(cell.bg, _GROUND), colour(cell.fg, _INK)
    return (front, back) if cell.reverse else (back, front)


def _glyph(x: int, y: int, cell: Char) -> str:
    """Draw one character, and its underline."""
    _, front = _colours(cell)
    left, base = x * CELL_WIDTH, y * CELL_HEIGHT + 15
    weight = ' font-weight="bold"' if cell.bold else ""
    slant = ' font-style="italic"' if cell.italics else ""
    line = ""
    if cell.underscore:
        line = f'<rect x="{left:.2f}" y="{base + 2}" width="{CELL_WIDTH + 0.2:.2f}" height="1" fill="#{front}"/>'
    if cell.data in "▌▐":
        at = left if cell.data == "▌" else left + CELL_WIDTH / 2
        return f'<rect x="{at:.2f}" y="{y * CELL_HEIGHT}" width="{CELL_WIDTH / 2:.2f}" height="20.3" fill="#{front}"/>'
    if cell.data in "│┃":
        thick = 1 if cell.data == "│" else 3
        at = left + (CELL_WIDTH - thick) / 2
        return f'<rect x="{at:.2f}" y="{y * CELL_HEIGHT}" width="{thick}" height="20.3" fill="#{front}"/>'
    text = escape(cell.data)
    return f'<text x="{left:.2f}" y="{base}" fill="#{front}"{weight}{slant}>{text}</text>{line}'


def main() -> None:
    """Take the pictures named on the command line, or all."""
    wanted = set(sys.argv[1:])
    for scene in SCENES:
        if wanted and scene.name not in wanted:
            continue
        svg = draw(take(scene, []))
        target = HERE / f"{scene.name}.png"
        subprocess.run(["rsvg-convert", "-o", str(target), "/dev/stdin"], input=svg.encode(), check=True)
        print(target.name)


if __name__ == "__main__":
    main()
