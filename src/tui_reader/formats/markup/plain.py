"""Reads text without its markup: for what is too large, too deep or too slow to be parsed."""

import re
from collections.abc import Iterator

from tui_reader.formats.budget import BLOCKS
from tui_reader.formats.markup.piece import Piece
from tui_reader.model import BlockType

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_LINES_AT_ONCE = 25_000


def plain_pieces(text: str) -> Iterator[Piece]:
    """Give paragraphs and headings of a text whose further markup is not read.

    After ``BLOCKS`` of them, the rest comes in large pieces.
    """
    paragraph: list[str] = []
    lines = text.split("\n")
    given = 0
    for number, line in enumerate(lines):
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
        if given >= BLOCKS:
            yield from _large_pieces(lines[number + 1 :])
            return
    if paragraph:
        yield Piece(BlockType.PARAGRAPH, " ".join(paragraph))


def _large_pieces(lines: list[str]) -> Iterator[Piece]:
    for start in range(0, len(lines), _LINES_AT_ONCE):
        yield Piece(BlockType.PARAGRAPH, " ".join(" ".join(lines[start : start + _LINES_AT_ONCE]).split()))
