"""Reads Markdown's blocks through markdown-it into pieces."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui_reader.formats.budget import INLINE_CHARACTERS, NESTING, Clock
from tui_reader.formats.markup.piece import Piece
from tui_reader.formats.markup.plain import plain_pieces
from tui_reader.formats.markup.reference import picture_reference
from tui_reader.formats.markup.unmarked import unmarked_blocks
from tui_reader.model import BlockType

_MARKUP = re.compile(r"[*_`\[\]<&\\]")
_EXPLICIT = re.compile(r"\[!([A-Z_]{1,20})(?: ([1-9]))?\][ \t]*(?:\n|$)")
_ALERTS = dict.fromkeys(("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"), BlockType.CALLOUT)
_TYPES = _ALERTS | {kind.name: kind for kind in BlockType}
_ATTRIBUTION = re.compile(r"(?:[—–―]|--?-?(?=\s))\s*(?=\S)")
_WIDE_BREAK = re.compile(
    r"(?<=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])\n(?=[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef])"
)
_BLANKS = " \t\n"


@dataclass(slots=True)
class _State:
    """Where in the nest of quotes, lists and tables the reading stands."""

    quotes: int = 0
    quoted: list[str] = field(default_factory=list)
    """The paragraphs of the quotation being read, as marked up."""
    markers: list[str] = field(default_factory=list)
    """The marker of each open list item; empty once its first paragraph is read, or where it is a bullet."""
    fresh: bool = False
    """The next paragraph is the first of its list item."""
    cells: list[str] | None = None
    level: int = 0
    """Level of the heading being read."""


@cache
def _parser() -> MarkdownIt:
    """Give the parser, which holds nothing of what it parsed; making it takes longer than most stories do."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING}).enable("table")
    return parser.disable(["html_block", "html_inline", "autolink"])


class MarkedText:
    """A Markdown parser for the pieces of one source; link targets are remembered from piece to piece."""

    def __init__(self) -> None:
        self._parser = _parser()
        self._environment: dict[str, Any] = {}

    def pieces(self, text: str, clock: Clock) -> Iterator[Piece]:
        """Give the pieces of a text. Nesting beyond the budget, or time up: its markup is read as text."""
        if text.isspace():
            return
        lines = unmarked_blocks(text)
        if lines is not None:
            for level, content in lines:
                if level:
                    yield Piece(BlockType.CROSSHEAD, self._text(content, clock), level=level)
                else:
                    yield from self._prose(content, clock)
            return
        tokens: list[Token] = []
        self._parser.block.parse(text, self._parser, self._environment, tokens)
        if any(token.level >= NESTING - 2 for token in tokens):
            yield from plain_pieces(text)
            return
        state = _State()
        for token in tokens:
            yield from self._read(token, state, clock)

    def _read(self, token: Token, state: _State, clock: Clock) -> Iterator[Piece]:
        match token.type:
            case "inline":
                yield from self._paragraph(token.content, state, clock)
            case "heading_open":
                state.level = int(token.tag[1:])
            case "heading_close":
                state.level = 0
            case "blockquote_open":
                state.quotes += 1
            case "blockquote_close":
                state.quotes -= 1
                if not state.quotes:
                    yield from self._quotation(state.quoted, clock)
                    state.quoted = []
            case "list_item_open":
                state.markers.append(f"{token.info}{token.markup} " if token.info else "")
                state.fresh = True
            case "list_item_close":
                state.markers.pop()
                state.fresh = False
            case "tr_open":
                state.cells = []
            case "tr_close" if state.cells is not None:
                row = " | ".join(state.cells)
                state.cells = None
                if row.strip(" |"):
                    yield Piece(BlockType.LIST_ITEM, row)
            case "fence" | "code_block":
                for line in token.content.split("\n"):
                    if line.strip():
                        yield Piece(BlockType.PARAGRAPH, line.strip(_BLANKS), explicit=True)
            case _:
                pass

    def _paragraph(self, content: str, state: _State, clock: Clock) -> Iterator[Piece]:
        """Give a paragraph's pieces, or keep it where it belongs to a quotation or a table."""
        if state.cells is not None:
            state.cells.append(self._text(content, clock))
        elif state.quotes:
            state.quoted.append(content)
        elif state.level and not state.markers:
            yield Piece(BlockType.CROSSHEAD, self._text(content, clock), level=state.level)
        else:
            for piece in self._prose(content, clock):
                if state.fresh and piece.type is BlockType.PARAGRAPH:
                    state.fresh = False
                    text = state.markers[-1] + piece.text
                    yield replace(piece, type=BlockType.LIST_ITEM, text=text, depth=len(state.markers))
                else:
                    yield piece

    def _quotation(self, paragraphs: list[str], clock: Clock) -> Iterator[Piece]:
        """Give a quotation's pieces: pull quotes, or what its first line names; a last line after a dash says who."""
        if not paragraphs:
            return
        kind, explicit, depth = BlockType.PULLQUOTE, False, 0
        named = _EXPLICIT.match(paragraphs[0])
        if named and named[1] in _TYPES:
            kind, explicit = _TYPES[named[1]], True
            depth = int(named[2] or 0) if kind is BlockType.LIST_ITEM else 0
            paragraphs[0] = paragraphs[0][named.end() :]
        *others, last = paragraphs
        before, _, final = last.rpartition("\n")
        attribution = ""
        if (dash := _ATTRIBUTION.match(final)) and (before or any(others)):
            attribution = self._text(final[dash.end() :], clock)
            paragraphs = [*others, before]
        texts = [text for paragraph in paragraphs if (text := self._text(paragraph, clock))]
        picture = self._first_picture(paragraphs, clock)
        for number, text in enumerate(texts, 1):
            said_by = attribution if number == len(texts) else ""
            first = picture if number == 1 else ""
            yield Piece(kind, text, said_by, explicit=explicit, picture=first, depth=depth)
        if picture and not texts:
            yield Piece(BlockType.CAPTION, "", picture=picture)

    def _first_picture(self, paragraphs: Sequence[str], clock: Clock) -> str:
        """Give what the first picture of some paragraphs is called; nothing where there is none."""
        marked = (paragraph for paragraph in paragraphs if "![" in paragraph and self._is_marked(paragraph, clock))
        pictures = (_reference(token) for paragraph in marked for token in self._inline(paragraph))
        return next(filter(None, pictures), "")

    def _prose(self, content: str, clock: Clock) -> Iterator[Piece]:
        """Give the pieces of one paragraph: pictures become captions, the rest is its text."""
        if not self._is_marked(content, clock):
            yield Piece(BlockType.PARAGRAPH, _flow(content))
            return
        tokens = self._inline(content)
        pictures = [token for token in tokens if token.type == "image"]
        if not pictures:
            text = _flow(_text_of(tokens))
            if text:
                yield Piece(BlockType.PARAGRAPH, text, emphasised=_is_emphasised(tokens))
            return
        rest = [token for token in tokens if token.type != "image"]
        text = _flow(_text_of(rest)).replace("  ", " ")  # the blanks on both sides of a picture
        captions = [Piece(BlockType.CAPTION, _caption(picture), picture=_reference(picture)) for picture in pictures]
        if text and _is_emphasised(rest) and tokens[0].type == "image":
            *others, last = captions
            yield from others
            yield replace(last, text=last.text or text, attribution=text if last.text else "")
            return
        if text:
            yield Piece(BlockType.PARAGRAPH, text)
        yield from captions

    def _text(self, content: str, clock: Clock) -> str:
        return _flow(_text_of(self._inline(content)) if self._is_marked(content, clock) else content)

    def _is_marked(self, content: str, clock: Clock) -> bool:
        return bool(_MARKUP.search(content)) and len(content) <= INLINE_CHARACTERS and not clock.over

    def _inline(self, content: str) -> list[Token]:
        tokens: list[Token] = []
        self._parser.inline.parse(content, self._parser, self._environment, tokens)
        return [token for token in tokens if token.type not in {"link_open", "link_close"}]


def _text_of(tokens: Sequence[Token]) -> str:
    """Give the words of inline tokens; breaks as line ends."""
    return "".join(
        "\n" if token.type in {"softbreak", "hardbreak"} else token.content for token in tokens if token.type != "image"
    )


def _caption(picture: Token) -> str:
    title = picture.attrGet("title")
    return _flow(str(title)) if title else _flow(_text_of(picture.children or ()))


def _reference(token: Token) -> str:
    return picture_reference(str(token.attrGet("src") or "")) if token.type == "image" else ""


def _flow(text: str) -> str:
    """Join the lines of a paragraph: with a blank, but not between Chinese or Japanese characters."""
    text = text.strip(_BLANKS)
    if "\n" not in text:
        return text
    text = "\n".join(line.strip(_BLANKS) for line in text.split("\n"))
    return _WIDE_BREAK.sub("", text).replace("\n", " ")


def _is_emphasised(tokens: Sequence[Token]) -> bool:
    """Tell whether one pair of emphasis holds everything."""
    tokens = [token for token in tokens if token.content.strip() or token.nesting]
    if len(tokens) < 3 or tokens[0].type not in {"em_open", "strong_open"}:
        return False
    depth = 0
    for number, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            return number == len(tokens) - 1
    return False
