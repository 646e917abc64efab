"""Blocks and a measure become lines that point into the article's text."""

from tui_reader.reflow.breaking import Row, break_lines
from tui_reader.reflow.flow import QUICK, Cursor, Flow
from tui_reader.reflow.options import Options
from tui_reader.reflow.style import lead

__all__ = ["QUICK", "Cursor", "Flow", "Options", "Row", "break_lines", "lead"]
