"""Figures: every number in an article's text that makes a claim, found, typed and read right."""

from typing import Final

from tui_reader.annotate.figures.readout import exchange_rate, hedged, read_out
from tui_reader.annotate.figures.scan import find as find_figures

VERSION: Final = 3
"""Version of the annotator: goes up whenever its answers change, so that stored figures are found again."""

__all__ = ["VERSION", "exchange_rate", "find_figures", "hedged", "read_out"]
