"""The text of the first page, drawn without the screen's libraries.

The very first start on an archive has no kept frame. The story is at hand long before Textual is loaded, so its text is
drawn where the app will draw it; the app adds the rest around it. Loads nothing of Textual or Rich.
"""

import os
from collections.abc import Mapping

from tui_reader.model import Article, BlockType
from tui_reader.reflow import Flow, lead
from tui_reader.text.cells import width
from tui_reader.tui.palette import HIGH_CONTRAST, INK, NEWSPRINT

_GROUNDS: Mapping[str, tuple[str, str, str, str]] = {
    INK: ("14161a", "e8e4da", "1a1d22", "22262c"),
    NEWSPRINT: ("f7f2e6", "1c1a17", "efe9da", "e9e2cf"),
    HIGH_CONTRAST: ("000000", "ffffff", "000000", "1e1e1e"),
}
"""Background, text, sidebar and bar of the themes that can be drawn here."""
_ATTRIBUTES = {BlockType.HEADLINE: "1;", BlockType.CROSSHEAD: "1;", BlockType.STANDFIRST: "3;"}
_NARROW, _SHORT, _MARGIN, _FOOT = 90, 16, 2, 2
"""As the reading screen has them."""


def draw(
    article: Article, offset: int, *, size: tuple[int, int], theme: str, measure: int, sidebar: int
) -> list[str] | None:
    """Give the rows of the screen, top to bottom; None for a terminal or a theme that this cannot draw for."""
    columns, rows = size
    colours = _GROUNDS.get(theme)
    plain = "NO_COLOR" in os.environ or os.environ.get("COLORTERM") not in {"truecolor", "24bit"}
    if colours is None or plain or columns < 40 or rows < _SHORT:
        return None
    ground, ink, side, bar = (_code(colour) for colour in colours)
    beside = sidebar if columns >= _NARROW else 0
    room = columns - beside
    set_to = max(1, min(measure, room - 2 * _MARGIN))
    left = max(_MARGIN, (room - set_to) // 2)
    flow = Flow(article, set_to)
    lines = flow.window(flow.cursor_at(offset), rows - _FOOT - 2)
    page = [f"\x1b[48;2;{side}m{' ' * beside}\x1b[48;2;{bar}m{' ' * room}"]
    start = f"\x1b[0;48;2;{side}m{' ' * beside}\x1b[48;2;{ground}m"
    page.append(f"{start}{' ' * room}")
    for line in lines:
        text = article.text[line.start : line.end].replace("\n", " ").replace("\t", " ") + "-" * line.hyphen
        before = " " * left + lead(article, line)
        attributes = _ATTRIBUTES.get(article.blocks[line.block].type, "") if article.blocks else ""
        after = " " * max(0, room - len(before) - width(text))
        page.append(f"{start}{before}\x1b[{attributes}38;2;{ink}m{text}\x1b[22;23m{after}")
    page += [f"{start}{' ' * room}"] * (rows - _FOOT - len(page))
    return [*page, *[f"\x1b[0;48;2;{side}m{' ' * columns}"] * _FOOT]


def _code(colour: str) -> str:
    return ";".join(str(int(colour[place : place + 2], 16)) for place in (0, 2, 4))
