"""Staying oriented: what the reader chose, kept and applied; the settings file, followed while he reads."""

from tui_reader.tui.messages import WidenStories
from tui_reader.tui.screens.noting import NoteActions


class OrientationActions(NoteActions):
    """Marks, notes, the list of stories and the reader's choices, on one screen."""

    def on_widen_stories(self, message: WidenStories) -> None:
        """Make the list of stories as wide as it was pulled."""
        message.stop()
        self.set_sidebar_width(message.cells)
