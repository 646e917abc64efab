"""A laid-out line: a pointer into the article's text, never new text."""

from typing import NamedTuple


class Line(NamedTuple):
    """One row of the reading pane.

    A blank row between blocks has ``start == end``. A tuple, for a long text makes a million of them.
    """

    block: int
    """Index of the block it belongs to."""
    start: int
    """Code points into the article's text."""
    end: int
    """End of what is drawn; blanks at the break are left out."""
    indent: int = 0
    """Cells between the measure's left edge and the text."""
    hyphen: bool = False
    """A hyphen is drawn after the text, which the text does not hold."""
    attribution: bool = False
    """The line belongs to the block's attribution."""
    picture_row: int = -1
    """Which of the rows left free over or under the block it is, for its picture or its box, from 0; else -1."""
