"""An article: one story as typed blocks over one text that never changes."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tui_reader.model.span import Span

BLOCK_BREAK = "\n\n"
"""What stands between two blocks in an article's text."""
ATTRIBUTION_BREAK = "\n"
"""What stands between a block's own text and its attribution."""


_COUNTED_AT_ONCE = 1 << 16
_TITLE_LENGTH = 300
"""Code points that the first words are taken from."""


class BlockType(StrEnum):
    """What part of a story a block is; the words are the newsroom's."""

    KICKER = "kicker"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    PULLQUOTE = "pullquote"
    CALLOUT = "callout"
    CAPTION = "caption"
    CREDIT = "credit"
    LIST_ITEM = "list_item"
    BOILERPLATE = "boilerplate"


class RepairKind(StrEnum):
    """What page repair did at a place."""

    REJOINED = "rejoined"
    LIFTED = "lifted"
    MOVED = "moved"
    DEHYPHENATED = "dehyphenated"
    PARAGRAPHED = "paragraphed"
    UNESCAPED = "unescaped"


@dataclass(frozen=True, slots=True)
class Block:
    """One typed piece of a story: clean text without line breaks of the page."""

    type: BlockType
    text: str
    attribution: str = ""
    """Who said a pull quote, or the photo credit of a caption, as printed; empty where there is none."""
    picture: str = ""
    """The picture that stands over the block, as its source names it: a path beside the source or inside the book, or
    an address on the net, which is never fetched; empty where there is none."""
    depth: int = 0
    """In how many lists a list item stands, from 1; 0 for anything else, a row of a table among it."""

    @property
    def content(self) -> str:
        """All the block's words: its text, then its attribution on a line of its own."""
        return f"{self.text}{ATTRIBUTION_BREAK}{self.attribution}" if self.attribution else self.text


@dataclass(frozen=True, slots=True)
class Repair:
    """One change page repair made, so that a reader can check it."""

    kind: RepairKind
    start: int
    """Where in the article's text the repair shows, in code points."""
    end: int
    raw_start: int
    """Where in the article's raw text it came from, in code points."""
    raw_end: int
    confidence: float
    """How sure the repair is, 0 to 1; under 0.7 the reader marks it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A stretch of an article's text that stands letter for letter in the source as it came."""

    start: int
    """Code points into the article's text."""
    raw_start: int
    """Code points into the article's raw text."""
    length: int


@dataclass(frozen=True)
class Article:
    """One story.

    Not slotted: the text and the block spans are worked out once, on first use.
    """

    id: str
    """The source's stem, with ``-2``, ``-3`` ... for the later stories of one source."""
    source: str
    """The file it came from, cleaned for display; ``-`` is the standard input."""
    blocks: tuple[Block, ...]
    """Everything that is read, in reading order: headline, standfirst and byline are blocks too."""
    provenance: str = ""
    """Where the story was first published, from front matter; empty where unknown."""
    date: str = ""
    """Publication date as ISO 8601; empty where unknown."""
    repairs: tuple[Repair, ...] = ()
    raw: str = ""
    """The story's source text as it came (sanitised); empty where it equals ``text``."""
    origins: tuple[Origin, ...] = ()
    """How ``text`` lies over ``raw``, ordered by ``start``; empty where they are equal."""
    url: str = ""
    """Where the original stands on the net, as the source says; empty where unknown, else http or https."""
    cut: str = ""
    """On a source's first story: what of the source a budget kept from being read as it was meant, where and why."""

    @cached_property
    def text(self) -> str:
        """The one logical text that every span points into: all blocks, joined by a blank line."""
        return BLOCK_BREAK.join(block.content for block in self.blocks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each block begins in ``text``."""
        starts, position = [], 0
        for block in self.blocks:
            starts.append(position)
            position += len(block.content) + len(BLOCK_BREAK)
        return tuple(starts)

    @cached_property
    def words(self) -> int:
        """The number of words between blanks."""
        text, count = self.text, 0
        for start in range(0, len(text), _COUNTED_AT_ONCE):
            end = start + _COUNTED_AT_ONCE
            count += len(text[start:end].split())
            # a word that lies over the edge is counted with its end
            count -= not text[end - 1 : end].isspace() and end < len(text) and not text[end].isspace()
        return count

    def span(self, index: int) -> Span:
        """Give the span of a block's own text, its attribution left out."""
        start = self.starts[index]
        return Span(start, start + len(self.blocks[index].text))

    def attribution_span(self, index: int) -> Span:
        """Give the span of a block's attribution; an empty span where it has none."""
        block, end = self.blocks[index], self.starts[index] + len(self.blocks[index].content)
        return Span(end - len(block.attribution), end)

    def block_at(self, offset: int) -> int:
        """Give the index of the block that holds ``offset`` (the break after a block belongs to it)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def first(self, kind: BlockType) -> str:
        """Give the text of the first block of a type, or an empty string."""
        return next((block.text for block in self.blocks if block.type is kind), "")

    @property
    def headline(self) -> str:
        """The headline, or an empty string."""
        return self.first(BlockType.HEADLINE)

    @property
    def standfirst(self) -> str:
        """The standfirst, or an empty string."""
        return self.first(BlockType.STANDFIRST)

    @property
    def byline(self) -> str:
        """The byline as printed, or an empty string."""
        return self.first(BlockType.BYLINE)

    @property
    def title(self) -> str:
        """What to call the story in a list: its headline, else its first words, else its id."""
        return self.headline or " ".join(self.text[:_TITLE_LENGTH].split()[:12]) or self.id
