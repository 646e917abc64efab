"""Markdown stories: front matter and blocks. Inline markup is dropped and its text kept; raw HTML is text."""

import re
from collections.abc import Iterator

from tui_reader.formats.budget import BLOCKS, CHUNK_CHARACTERS, MARKED_CHARACTERS, TAGS, Clock
from tui_reader.formats.markup.assemble import assemble
from tui_reader.formats.markup.front_matter import read_front_matter
from tui_reader.formats.markup.piece import Piece
from tui_reader.formats.markup.plain import plain_pieces
from tui_reader.model import Article, BlockType

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_HARD_LIMIT = 2 * CHUNK_CHARACTERS
# Where Markdown may be cut without a change of meaning: before a heading, or a paragraph that continues nothing.
_CUT = re.compile(r"\n[ \t]*\n(?=[^\s>\-+*`~|<:0-9])|\n(?=#{1,6}[ \t])")


def parse(text: str, stem: str, source: str) -> tuple[Article, ...]:
    """Give the stories of a clean Markdown text; every heading of the first level begins one."""
    front = read_front_matter(text)
    return assemble(_pieces(text, front.unread, front.body_start), front.details, stem, source)


def _pieces(text: str, unread: tuple[str, ...], start: int) -> Iterator[Piece]:
    from tui_reader.formats.markup.marked import MarkedText  # the parser is loaded only where it is used

    for line in unread:
        yield Piece(BlockType.PARAGRAPH, line.strip(), explicit=True)
    clock = Clock()
    marked = MarkedText()
    given = parsed = 0
    for chunk in _chunks(text, start):
        if given > BLOCKS:
            yield Piece(BlockType.PARAGRAPH, " ".join(chunk.split()))
            continue
        is_plain = len(chunk) > _HARD_LIMIT or parsed > MARKED_CHARACTERS or given > TAGS or clock.over
        parsed += 0 if is_plain else len(chunk)
        for piece in plain_pieces(chunk) if is_plain else marked.pieces(chunk, clock):
            given += 1
            yield piece


def _chunks(text: str, start: int) -> Iterator[str]:
    """Cut a long text where Markdown allows it, else at a line end, so that little is parsed at once."""
    while len(text) - start > CHUNK_CHARACTERS:
        limit = start + _HARD_LIMIT
        cut = _CUT.search(text, start + CHUNK_CHARACTERS, limit)
        end = cut.end() if cut else text.find("\n", limit) + 1
        if not end:
            break
        yield text[start:end]
        start = end
    yield text[start:] if start else text
