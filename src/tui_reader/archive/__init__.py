"""Everything a front end may ask for: the stories behind some paths, what was found in them, and where to go next.

The archive chains the stages (read, annotate, index, search); no front end talks to a stage itself.
"""

from tui_reader.archive.archive import Archive
from tui_reader.archive.opening import open_archive
from tui_reader.archive.sources import STDIN
from tui_reader.archive.value import Progress, SearchResult
from tui_reader.formats.discover import Skipped

__all__ = ["STDIN", "Archive", "Progress", "SearchResult", "Skipped", "open_archive"]
