"""A session of a reader, to be damaged and refused in the tests beside this file."""

from pathlib import Path

from tui_reader.model import Span
from tui_reader.state import ReadingState, identify

TEXT = "The river rose by four metres in the night. " * 30
STORY = identify(b"/news/river.md", 1, TEXT)
FILE = "reading-state.db"


def filled(folder: Path) -> Path:
    """Leave a session's state behind and give its file."""
    state = ReadingState.open(folder)
    state.keep_place(STORY, 120, TEXT)
    state.set_mark(b"/news", "a", STORY, 5, TEXT)
    state.add_note(STORY, Span(4, 9), "which one?", TEXT)
    assert state.close()
    assert state.notices == ()
    return folder / FILE


def set_aside(folder: Path) -> list[Path]:
    """Give the files that were set aside."""
    return sorted(folder.glob("reading-state.set-aside-*.db"))


def works(state: ReadingState) -> bool:
    """Tell whether a session keeps and finds places and marks."""
    state.keep_place(STORY, 77, TEXT)
    state.set_mark(b"/news", "b", STORY, 9, TEXT)
    return state.place(STORY, TEXT) == 77 and [mark.letter for mark in state.marks(b"/news")][-1] == "b"
