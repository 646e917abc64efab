"""Small pictures made of characters: where things fall, how they compare, a word among its neighbours."""

from collections.abc import Sequence
from itertools import groupby

from tui_reader.model import Span, TextHit
from tui_reader.text.cells import clip, graphemes, width

Parts = list[tuple[str, str]]
"""A drawn row: stretches of text, each with the name of its style."""

_LEVELS = "▁▂▃▄▅▆▇█"
_FREE = "·"
_FLAT = 4
"""Where fewer than so many fall into any cell, the bars stay low: one mention is no peak."""


def dispersion(counts: Sequence[int]) -> Parts:
    """Draw how many fall into each cell: a quiet dot for none, and bars that compare."""
    most = max(_FLAT, *counts) if counts else _FLAT
    parts: Parts = []
    for some, run in groupby(counts, key=bool):
        if some:
            parts.append(("".join(_LEVELS[-(-count * len(_LEVELS) // most) - 1] for count in run), "bar"))
        else:
            parts.append((_FREE * len(list(run)), "rule"))
    return parts


def bar(share: float, cells: int) -> str:
    """Draw a bar of a share (0 to 1) of so many cells, to half a cell; what is there at all can be seen."""
    halves = max(1, round(min(1.0, share) * cells * 2)) if share > 0 and cells > 0 else 0
    return "━" * (halves // 2) + "╸" * (halves % 2)


def tail(text: str, cells: int) -> str:
    """Give the longest end of a text that fits, splitting no grapheme."""
    used, kept = 0, len(text)
    for grapheme in reversed(list(graphemes(text[-max(0, cells) * 4 :])) if cells > 0 else []):
        used += width(grapheme)
        if used > cells:
            break
        kept -= len(grapheme)
    return text[kept:]


def keyword_line(hit: TextHit, cells: int) -> Parts:
    """Draw a concordance line: the keyword in the middle, what stands before and after it to either side."""
    keyword = clip(hit.text.replace("\n", " ").replace("\t", " "), cells)
    side = max(0, cells - width(keyword)) // 2
    left = ending(hit.left.replace("\t", " "), side)
    right = beginning(hit.right.replace("\t", " "), max(0, cells - side - width(keyword)))
    pad = cells - side - width(keyword) - width(right)
    return [(" " * (side - width(left)) + left, "dim"), (keyword, "keyword"), (right + " " * pad, "dim")]


def ending(text: str, cells: int) -> str:
    """Give the end of a text that fits, from a whole word on; a cut shows as an ellipsis."""
    if width(text) <= cells:
        return text
    kept = tail(text, cells - 1)
    word = kept.find(" ") + 1 if not text[: len(text) - len(kept)].endswith(" ") else 0
    return f"…{kept[word:].lstrip()}" if cells > 0 else ""


def beginning(text: str, cells: int) -> str:
    """Give the beginning of a text that fits, up to a whole word; a cut shows as an ellipsis."""
    if width(text) <= cells:
        return text
    kept = clip(text, max(0, cells - 1))
    blank = kept.rfind(" ") if not text[len(kept) :].startswith(" ") else len(kept)
    return f"{kept[:blank] if blank > 0 else kept}…" if cells > 0 else ""


def within(sentence: str, at: Span, cells: int, style: str) -> Parts:
    """Draw a stretch of a sentence in its own style, as much of the sentence around it as there is room for."""
    surface = clip(sentence[at.start : at.end], cells)
    left, right = sentence[: at.start], sentence[at.end :]
    room = cells - width(surface)
    left = ending(left, max(0, min(width(left), max(room // 2, room - width(right)))))
    right = beginning(right, room - width(left))
    return [(left, "dim"), (surface, style), (right + " " * (room - width(left) - width(right)), "dim")]
