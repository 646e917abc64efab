"""Reads text without its markup: for what is too large, too deep or too slow to be parsed."""

import re
from collections.abc import Iterator

from tui_reader.formats.budget import BLOCKS
from tui_reader.formats.markup.piece import Piece
from tui_reader.model import BlockType

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_PARTED = re.compile(r"(?:\A|\n)(?:[#\s]|\Z)|\s(?:\n|\Z)")
"""What ends a paragraph, or is to be taken off a line."""
_AT_ONCE = 1 << 17
"""Characters of lines that are held at once; after ``BLOCKS``, those that are run together."""


def plain_pieces(text: str) -> Iterator[Piece]:
    """Give paragraphs and headings of a text whose further markup is not read.

    After ``BLOCKS`` of them, the rest comes in large pieces.
    """
    paragraph: list[str] = []
    given = 0
    for portion in _portions(text):
        if given >= BLOCKS:
            yield Piece(BlockType.PARAGRAPH, " ".join([*paragraph, *portion.split()]))
            paragraph = []
            continue
        if not _PARTED.search(portion):
            paragraph.append(portion.replace("\n", " "))
            continue
        for line in portion.split("\n"):
            heading = _HEADING.match(line) if line.startswith("#") else None
            if heading is None and line and not line.isspace():
                paragraph.append(line.strip())
                continue
            if paragraph:
                yield Piece(BlockType.PARAGRAPH, " ".join(paragraph))
                paragraph = []
                given += 1
            if heading:
                yield Piece(BlockType.CROSSHEAD, heading[2].strip(), level=len(heading[1]))
                given += 1
        paragraph = [" ".join(paragraph)] if paragraph else []
    if paragraph:
        yield Piece(BlockType.PARAGRAPH, " ".join(paragraph))


def _portions(text: str) -> Iterator[str]:
    """Give the lines of a text, some at a time: a list of all would take many times the text's room."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start + _AT_ONCE)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1
