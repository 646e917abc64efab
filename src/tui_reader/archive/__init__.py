"""Everything a front end may ask for: the stories behind some paths, what was found in them, and where to go next.

The archive chains the stages (read, annotate, search); no front end talks to a stage itself.
"""

from tui_reader.archive.archive import STDIN, Archive, Names, SearchResult

__all__ = ["STDIN", "Archive", "Names", "SearchResult"]
