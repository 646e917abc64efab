"""Source to blocks: every format a story may come in, behind one function."""

from tui_reader.formats.registry import read_articles

__all__ = ["read_articles"]
