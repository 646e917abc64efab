"""A line at the foot that asks for one thing, such as a file's name."""

from collections.abc import Callable

from textual import events
from textual.widgets import Input
from textual.widgets.input import Selection

from tui_reader.text.sanitise import safe_typing

LONGEST = 400
"""Letters of an answer; more are not taken."""


class AskLine(Input):
    """One line to type in; Enter gives the answer, Esc none."""

    def __init__(self) -> None:
        super().__init__(id="ask", compact=True, select_on_focus=False)
        self._answer: Callable[[str], None] = lambda _text: None
        self._leave: Callable[[], None] = lambda: None

    def begin(self, value: str, answer: Callable[[str], None], leave: Callable[[], None]) -> None:
        """Take a new question's answer, with ``value`` suggested."""
        self._answer, self._leave = answer, leave
        self.value = value
        # as in a field of a form: a letter takes the place of what is suggested, an arrow or End keeps it
        self.selection = Selection(0, len(self.value))

    def validate_value(self, value: str) -> str:
        """Take no more letters than fit, and none that act."""
        return safe_typing(value)[:LONGEST]

    async def _on_key(self, event: events.Key) -> None:
        """Take Enter and Esc before the line's editing keys."""
        if event.key not in ("enter", "escape"):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self._answer(self.value)
        else:
            self._leave()

    def _on_paste(self, event: events.Paste) -> None:
        """Take a pasted text as one line."""
        event.stop()
        event.prevent_default()
        start, end = self.selection
        room = max(0, LONGEST - len(self.value) + abs(end - start))
        self.replace(safe_typing(event.text[: LONGEST * 4])[:room], min(start, end), max(start, end))
