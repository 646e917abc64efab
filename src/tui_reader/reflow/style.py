"""How each type of block stands in the measure; rules and boxes are drawn in the room left here."""

import re
from dataclasses import dataclass

from tui_reader.model import Article, Block, BlockType, Line

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
_BULLET = "• "
_STEP = 2
"""Cells by which each inner list stands further in."""
_STYLES = {
    BlockType.HEADLINE: Style(balance=True),
    BlockType.PULLQUOTE: Style(indent=4, margin=4),
    BlockType.CALLOUT: Style(indent=2, margin=2),
    BlockType.CAPTION: Style(indent=2),
    BlockType.LIST_ITEM: Style(indent=2),
}
_TIGHT = frozenset({BlockType.LIST_ITEM, BlockType.CREDIT})
"""Blocks that follow one of their own type without a blank line."""


def style_of(block: Block, measure: int) -> Style:
    """Give the style of a block; a list item that brings its own marker hangs from it, one of an inner list further in.

    An outer item's bullet and its number stand in the same column.
    """
    style = _STYLES.get(block.type, _PLAIN)
    if measure < SLIM:
        return Style(balance=style.balance)
    if block.type is not BlockType.LIST_ITEM:
        return style
    inward = min(_STEP * max(0, block.depth - 1), measure // 4)
    if marker := _MARKER.match(block.text):
        return Style(indent=inward + marker.end(), hang=marker.end())
    return Style(indent=inward + len(_BULLET))


def lead(article: Article, line: Line) -> str:
    """Give what is drawn in a line's indent: blanks, with the bullet at the end where a list item has no marker."""
    block = article.blocks[line.block] if article.blocks else None
    if block is None or not block.depth or line.start != article.starts[line.block] or line.start == line.end:
        return " " * line.indent
    bullet = _BULLET if line.indent >= len(_BULLET) and not _MARKER.match(block.text) else ""
    return bullet.rjust(line.indent)


def is_tight(block: Block, following: Block) -> bool:
    """Tell whether no blank line stands between two blocks: items of lists, rows of a table, credits."""
    return block.type in _TIGHT and block.type is following.type and bool(block.depth) is bool(following.depth)
