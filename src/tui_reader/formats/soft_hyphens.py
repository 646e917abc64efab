"""Soft hyphens: kept for page repair where they end a line, and gone from every story."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui_reader.model import Article, Origin

SOFT_HYPHEN = "\u00ad"
_USELESS = re.compile(r"(?<!\w)\u00ad++|\u00ad++(?![ \t]{0,9}+(?:\n|$))")


def at_line_ends(text: str) -> str:
    """Give the text with soft hyphens only where they may stand for a word broken at a line's end."""
    return _USELESS.sub("", text) if SOFT_HYPHEN in text else text


def without_soft_hyphens(article: Article) -> Article:
    """Give the story without those that page repair had no use for; its repairs and origins move along.

    The story's raw text keeps them: it shows the page as it came.
    """
    text = article.text
    if SOFT_HYPHEN not in text:
        return article
    gone = [match.start() for match in re.finditer(SOFT_HYPHEN, text)]
    blocks = tuple(
        replace(
            block,
            text=block.text.replace(SOFT_HYPHEN, ""),
            attribution=block.attribution.replace(SOFT_HYPHEN, ""),
        )
        for block in article.blocks
    )
    repairs = tuple(
        replace(repair, start=_moved(repair.start, gone), end=_moved(repair.end, gone)) for repair in article.repairs
    )
    origins = tuple(part for origin in article.origins for part in _split(origin, gone))
    return replace(article, blocks=blocks, repairs=repairs, origins=origins, raw=article.raw or text)


def _moved(offset: int, gone: Sequence[int]) -> int:
    return offset - bisect_left(gone, offset)


def _split(origin: Origin, gone: Sequence[int]) -> Iterator[Origin]:
    """Give the parts of a stretch between the characters that go."""
    end = origin.start + origin.length
    start = origin.start
    for place in [*gone[bisect_left(gone, origin.start) : bisect_left(gone, end)], end]:
        if place > start:
            yield Origin(_moved(start, gone), origin.raw_start + start - origin.start, place - start)
        start = place + 1
