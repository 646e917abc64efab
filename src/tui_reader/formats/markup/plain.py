"""Reads text without its markup: for what is too large, too deep or too slow to be parsed."""

import re
from collections.abc import Iterator

from tui_reader.formats.markup.piece import Piece
from tui_reader.model import BlockType

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")


def plain_pieces(text: str) -> Iterator[Piece]:
    """Give paragraphs and headings of a text whose further markup is not read."""
    paragraph: list[str] = []
    for line in text.split("\n"):
        heading = _HEADING.match(line) if line.startswith("#") else None
        if heading is None and line.strip():
            paragraph.append(line.strip())
            continue
        if paragraph:
            yield Piece(BlockType.PARAGRAPH, " ".join(paragraph))
            paragraph = []
        if heading:
            yield Piece(BlockType.CROSSHEAD, heading[2].strip(), level=len(heading[1]))
    if paragraph:
        yield Piece(BlockType.PARAGRAPH, " ".join(paragraph))
