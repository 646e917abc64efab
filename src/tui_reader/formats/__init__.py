"""Source to blocks: every format a story may come in, behind one function."""

from tui_reader.formats.registry import read_articles

VERSION = 3
"""Changes whenever a source may become other blocks than before: what was read then is read again."""

__all__ = ["VERSION", "read_articles"]
