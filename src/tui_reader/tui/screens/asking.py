"""Asking for one line at the foot of the screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.css.query import NoMatches
from textual.widget import Widget

from tui_reader.tui.screens.follow import FollowActions

if TYPE_CHECKING:
    from tui_reader.tui.widgets.ask import AskLine


class AskActions(FollowActions):
    """One question at a time; its answer comes back to whoever asked."""

    _asked_from: Widget | None = None
    """What the keys went to before."""

    def ask(self, question: str, value: str, answer: Callable[[str], str]) -> None:
        """Ask for a line, with ``value`` suggested; ``answer`` gives what is wrong with it, or nothing."""
        line = self._ready_ask()
        former = self.focused if self.focused is not line else self._asked_from
        self._asked_from = former

        def take(text: str) -> None:
            complaint = answer(text)
            if complaint:
                self.say(complaint, notice=True)
            else:
                self._asked(former)

        def leave() -> None:
            self._asked(former)
            self.say("")

        line.begin(value, take, leave)
        self.add_class("-asking")
        line.focus()
        self.say(f"{question} · ctrl+u clears" if value else question)

    def _ready_ask(self) -> "AskLine":
        """Give the line; it is made for the first question, and shown for each."""
        from tui_reader.tui.widgets.ask import AskLine

        try:
            return self.query_one("#ask", AskLine)
        except NoMatches:
            line = AskLine()
            self.query_one("#foot").mount(line)
            return line

    def _asked(self, former: Widget | None) -> None:
        """Take the line away, and give the keys back."""
        self.remove_class("-asking")
        if former is not None and former.is_attached:
            former.focus(scroll_visible=False)
