"""Asking for one line at the foot of the screen."""

from collections.abc import Callable
from contextlib import suppress

from textual.css.query import NoMatches
from textual.widget import Widget

from tui_reader.tui.screens.follow import FollowActions


class AskActions(FollowActions):
    """One question at a time; its answer comes back to whoever asked."""

    def ask(self, question: str, value: str, answer: Callable[[str], str]) -> None:
        """Ask for a line, with ``value`` to begin from; ``answer`` gives what is wrong with it, or nothing."""
        from tui_reader.tui.widgets.ask import AskLine

        former = self.focused

        def take(text: str) -> None:
            complaint = answer(text)
            if complaint:
                self.say(complaint, notice=True)
            else:
                self._asked(former)

        def leave() -> None:
            self._asked(former)
            self.say("")

        self._asked(None)
        line = AskLine(value, take, leave)
        self.query_one("#foot").mount(line)
        self.add_class("-asking")
        line.focus()
        self.say(question)

    def _asked(self, former: Widget | None) -> None:
        """Take the line away, and give the keys back."""
        with suppress(NoMatches):
            self.query_one("#ask").remove()
        self.remove_class("-asking")
        if former is not None and former.is_attached:
            former.focus(scroll_visible=False)
