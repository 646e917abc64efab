"""How each type of block stands in the measure; rules and boxes are drawn in the room left here."""

import re
from dataclasses import dataclass

from tui_reader.model import BlockType

_MARKER = re.compile(r"(?:[-*•‣◦–]|\d{1,3}[.)]|\(?[a-z]\))[ ]")
SLIM = 24
"""Under this measure, in cells, every block takes all of it: an indent would cost more than it tells."""


@dataclass(frozen=True, slots=True)
class Style:
    """The room around a block, in cells."""

    indent: int = 0
    """Left of every line."""
    margin: int = 0
    """Right of every line."""
    hang: int = 0
    """How much further left the first line begins."""
    balance: bool = False
    """Lines of one length, for a headline."""


_PLAIN = Style()
_STYLES = {
    BlockType.HEADLINE: Style(balance=True),
    BlockType.PULLQUOTE: Style(indent=4, margin=4),
    BlockType.CALLOUT: Style(indent=2, margin=2),
    BlockType.CAPTION: Style(indent=2),
    BlockType.LIST_ITEM: Style(indent=2),
}
TIGHT = frozenset({BlockType.LIST_ITEM, BlockType.CREDIT})
"""Blocks that follow one of their own type without a blank line."""


def style_of(kind: BlockType, text: str, measure: int) -> Style:
    """Give the style of a block; a list item that brings its own marker hangs from it."""
    style = _STYLES.get(kind, _PLAIN)
    if measure < SLIM:
        return Style(balance=style.balance)
    if kind is BlockType.LIST_ITEM and (marker := _MARKER.match(text)):
        return Style(indent=marker.end(), hang=marker.end())
    return style
