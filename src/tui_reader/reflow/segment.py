"""An article cut into segments, so that only what is on the screen is laid out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tui_reader.model.article import BLOCK_BREAK, Article
from tui_reader.text import cells

LONGEST = 8192
"""Code points that are laid out at one go; a longer block comes in pieces."""
_SEARCH = 1024
"""How far before the longest piece's end a good place to cut is looked for."""
_GOOD_ENDS = ("\n", ". ", "。", " ", "\t", "\u3000")
"""What a piece had best end with, best first."""


@dataclass(frozen=True, slots=True)
class Segments:
    """Where an article's segments lie: a block each, or a piece of a very long block; the same at every measure."""

    starts: Sequence[int]
    """Where each begins, in code points of the article's text."""
    blocks: Sequence[int]
    """The block each belongs to."""

    def at(self, offset: int) -> int:
        """Give the segment that holds a code point; the break after a block belongs to its last segment."""
        return max(0, bisect_right(self.starts, offset) - 1)


def cut(article: Article) -> Segments:
    """Cut an article into segments."""
    text, starts = article.text, article.starts
    ends = [*(start - len(BLOCK_BREAK) for start in starts[1:]), len(text)][: len(starts)]
    if all(end - start <= LONGEST for start, end in zip(starts, ends, strict=True)):
        return Segments(starts, range(len(starts)))
    pieces: list[int] = []
    blocks: list[int] = []
    for block, (start, end) in enumerate(zip(starts, ends, strict=True)):
        while end - start > LONGEST:
            pieces.append(start)
            blocks.append(block)
            start = _place_to_cut(text, start, start + LONGEST)  # noqa: PLW2901 # the rest of the block
        pieces.append(start)
        blocks.append(block)
    return Segments(pieces, blocks)


def _place_to_cut(text: str, start: int, stop: int) -> int:
    """Find where a piece ends: after a line feed, a sentence, a blank, or at least a grapheme."""
    for mark in _GOOD_ENDS:
        if (found := text.rfind(mark, stop - _SEARCH, stop)) >= 0:
            stop = found + len(mark)
            break
    border = cells.boundary_before(text[start : stop + 1], stop - start)
    return start + border if border else stop
