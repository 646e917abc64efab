"""The reading state: what a reader would miss if it were lost.

Places, read marks, marks, notes, queries and choices, in one SQLite file that is never dropped: what cannot be read is
set aside, what cannot be written lasts until the reader quits, and either is told in one line.
"""

from tui_reader.state.place import Remembered, find_again, remember
from tui_reader.state.reading import Mark, Note, ReadingState
from tui_reader.state.story import StoryKey, identify

__all__ = ["Mark", "Note", "ReadingState", "Remembered", "StoryKey", "find_again", "identify", "remember"]
