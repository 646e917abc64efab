"""What the judges of a piece see: the piece's traits, those of the next, and the page's style."""

from typing import NamedTuple

from tui_reader.formats.page.style import Style
from tui_reader.formats.page.traits import Traits

NEVER = -99.0
"""The score of what cannot be."""


class Sight(NamedTuple):
    """One piece in its place."""

    now: Traits
    following: Traits | None
    """The next piece; ``None`` at the page's end."""
    style: Style
