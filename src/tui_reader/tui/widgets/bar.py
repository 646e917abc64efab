"""The search bar: one line to type in, whose every key is answered in the key's own message."""

from collections.abc import Callable, Mapping

from textual import events
from textual.widgets import Input

from tui_reader.text.sanitise import safe_typing

LONGEST = 200
"""Letters in a query; more are not taken."""


class SearchBar(Input):
    """The line a query is typed in.

    Textual announces a changed value two messages later; a person feels that, so the bar calls ``answer`` itself.
    """

    BINDING_GROUP_TITLE = "Search"

    def __init__(self, answer: Callable[[str], None], keys: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(
            id="bar",
            placeholder="a person, company, place or word",
            compact=True,
            select_on_focus=False,
        )
        self._initial_value = False  # the first letter is one like any other
        self._answer = answer
        self.keys = keys
        """What the bar's own keys do, by key or by letter."""

    def validate_value(self, value: str) -> str:
        """Take no more letters than a query may have, and none that act."""
        return safe_typing(value)[:LONGEST]

    def _watch_value(self, value: str) -> None:
        """Do what a line does for a new value, but lay the page out anew only for one that is longer than the bar."""
        room = self.content_size.width
        if max(self.virtual_size.width, self.content_width) >= room:
            super()._watch_value(value)
        else:
            # the selection is checked against the new value
            self.selection = self.selection

    def watch_value(self, value: str) -> None:
        """Answer at once."""
        if self.is_attached:
            self._answer(value)

    async def _on_key(self, event: events.Key) -> None:
        """Take the bar's own keys before the line's editing keys."""
        act = self.keys.get(event.key) or self.keys.get(event.character or "")
        if act is None:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        act()

    def _on_paste(self, event: events.Paste) -> None:
        """Take a pasted query as one line, without what does not fit."""
        event.stop()
        event.prevent_default()
        room = LONGEST - len(self.value)
        self.insert_text_at_cursor(safe_typing(event.text[: LONGEST * 4])[: max(0, room)])
