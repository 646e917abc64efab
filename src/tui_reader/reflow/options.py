"""How a reader wants text set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Choices that hold for every block but a headline."""

    justify: bool = False
    """Widen the blanks of full lines so that the right edge is even."""
    language: str = ""
    """Hyphenate by the patterns of this language (``en_US``); empty leaves words whole."""
    quick: bool = False
    """Fill one row after the other without weighing the edge: for more text than anyone looks at."""


PLAIN = Options()
"""Ragged right, words whole."""
