"""The blanks of a full line widened, so that the right edge is even."""

from tui_reader.model.line import Line
from tui_reader.text import cells

_LOOSEST = 3
"""A line is left ragged if its blanks would grow by more cells than this on average: rivers are worse than a rag."""


def gaps(text: str, line: Line, measure: int) -> dict[int, int]:
    """Give the cells to add after each blank, by the blank's offset in ``text``; empty where the line stays as it is.

    ``measure`` is the column at which the line should end, its indent counted. The last line of a paragraph and a line
    without blanks stay; so does one with too few blanks to fill it well.
    """
    rest = text[line.end : line.end + 80].lstrip(" \t")
    if not rest or rest.startswith("\n"):
        return {}
    drawn = text[line.start : line.end]
    lead = len(drawn) - len(drawn.lstrip())
    blanks = [line.start + place for place, character in enumerate(drawn) if character == " " and place >= lead]
    missing = measure - line.indent - cells.width(drawn) - line.hyphen
    if missing <= 0 or not blanks or missing > _LOOSEST * len(blanks):
        return {}
    spread = {
        blank: (missing * (index + 1)) // len(blanks) - missing * index // len(blanks)
        for index, blank in enumerate(blanks)
    }
    return {blank: extra for blank, extra in spread.items() if extra}
