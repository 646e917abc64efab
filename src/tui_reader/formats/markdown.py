"""Markdown stories: front matter and blocks. Inline markup is dropped and its text kept; raw HTML is text."""

import re
from collections.abc import Iterator

from tui_reader.formats.budget import BLOCKS, CHUNK_CHARACTERS, MARKED_CHARACTERS, MEBIBYTE, TAGS, Clock
from tui_reader.formats.markup.assemble import assemble, with_cut
from tui_reader.formats.markup.front_matter import read_front_matter
from tui_reader.formats.markup.piece import Piece
from tui_reader.formats.markup.plain import plain_pieces
from tui_reader.model import Article, BlockType

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_HARD_LIMIT = 2 * CHUNK_CHARACTERS
_MARKUP = re.compile(r"[*_`\[\]<&\\>|~]")
# Where Markdown may be cut without a change of meaning: before a heading, or a paragraph that continues nothing.
_CUT = re.compile(r"\n[ \t]*\n(?=[^\s>\-+*`~|<:0-9])|\n(?=#{1,6}[ \t])")


def parse(text: str, stem: str, source: str) -> tuple[Article, ...]:
    """Give the stories of a clean Markdown text; every heading of the first level begins one."""
    front, clock = read_front_matter(text), Clock()
    return with_cut(assemble(_pieces(text, front.unread, front.body_start, clock), front.details, stem, source), clock)


def _pieces(text: str, unread: tuple[str, ...], start: int, clock: Clock) -> Iterator[Piece]:
    from tui_reader.formats.markup.marked import MarkedText  # the parser is loaded only where it is used

    for line in unread:
        yield Piece(BlockType.PARAGRAPH, line.strip(), explicit=True)
    marked = MarkedText()
    given = parsed = 0
    place = start
    for chunk in _chunks(text, start):
        begin, place = place, place + len(chunk)
        if given > BLOCKS:
            if not clock.cut:
                clock.tell(f"its paragraphs are run together {_from_line(text, begin)} (more than {BLOCKS:,} of them)")
            yield Piece(BlockType.PARAGRAPH, " ".join(chunk.split()))
            continue
        reason = _too_much(len(chunk), parsed, given, clock)
        is_plain = bool(reason)
        if is_plain and not clock.cut and _MARKUP.search(chunk):
            clock.tell(f"its Markdown is shown as it stands {_from_line(text, begin)} ({reason})")
        parsed += 0 if is_plain else len(chunk)
        for piece in plain_pieces(chunk) if is_plain else marked.pieces(chunk, clock):
            given += 1
            yield piece


def _too_much(size: int, parsed: int, given: int, clock: Clock) -> str:
    """Say why a chunk is not to be parsed; nothing where it is."""
    if size > _HARD_LIMIT:
        return f"more than {_HARD_LIMIT // 1024} kB without a break"
    if parsed > MARKED_CHARACTERS:
        return f"more than {MARKED_CHARACTERS // MEBIBYTE} MB of it"
    if given > TAGS:
        return f"more than {TAGS:,} paragraphs"
    return f"reading it took more than {clock.seconds:g} s" if clock.over else ""


def _from_line(text: str, offset: int) -> str:
    return f"from line {text.count(chr(10), 0, offset) + 1:,} on"


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
