"""Marks: a letter set on a place, and the way back to it."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from tui_reader.model import Place
from tui_reader.state import Mark, find_again
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.screens.stories import StoryListActions
from tui_reader.tui.widgets.pane import ReadingPane

if TYPE_CHECKING:
    from tui_reader.tui.widgets.mark_list import MarkList, MarkRow

_BACK = "'`"
"""Letters that lead to where the last jump began."""


class MarkActions(StoryListActions):
    """``m`` and ``'``, each followed by a letter."""

    _setting = False
    """The letter that is waited for sets a mark."""
    _marks: tuple[Mark, ...] | None = None
    """The archive's marks and those of every archive, by letter; None until they are looked at."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks, by letter."""
        if self._marks is None:
            self._marks = self.state.marks(self.archive.edition)
        return self._marks

    def action_set_mark(self) -> None:
        """Wait for the letter of a new mark."""
        self._ask_letter(setting=True)

    def action_go_to_mark(self) -> None:
        """Wait for the letter of a mark to go to."""
        self._ask_letter(setting=False)

    def _ask_letter(self, *, setting: bool) -> None:
        self._setting = setting
        question = "mark this place: which letter?" if setting else "go to which mark? ' goes back"
        if not self.marks and not setting:
            question = f"no marks yet: {self.key('set_mark')} and a letter sets one; ' goes back"
        marks = self._ready_marks()
        marks.ask(question, tuple(map(self._mark_row, self.marks)))
        marks.display = True
        marks.focus(scroll_visible=False)
        self.say("mark: which letter?" if setting else "go to mark: which letter?")

    def _ready_marks(self) -> "MarkList":
        from tui_reader.tui.widgets.mark_list import MarkList

        try:
            return self.query_one("#marks", MarkList)
        except NoMatches:
            marks = MarkList(self._letter, self._forget_mark)
            self.mount(marks)
            return marks

    def _mark_row(self, mark: Mark) -> "MarkRow":
        from tui_reader.tui.widgets.mark_list import MarkRow

        story = self.archive.story_from(mark.source, mark.number)
        if story is not None:
            title = self.archive.row(self.archive.order_of(story)).title
        else:
            title = safe_line(PurePath(mark.source.decode("utf-8", "replace")).name)
        return MarkRow(mark.letter, title, safe_line(" ".join(mark.place.after.split())))

    def _letter(self, letter: str) -> None:
        """Set or visit the mark of a letter; leave where there is none."""
        marks = self._ready_marks()
        if not marks.display:
            return
        marks.display = False
        if self.focused is marks or self.focused is None:
            self.pane.focus(scroll_visible=False)
        self.say("")
        if not letter:
            return
        if self._setting:
            self._set_mark(letter)
        else:
            self._go_to_mark(letter)

    def _set_mark(self, letter: str) -> None:
        if not letter.isalnum():
            self.say("a mark is a letter or a number")
            return
        article = self.article
        self.state.set_mark(self.archive.edition, letter, self.archive.known(article.id), self.pane.place, article.text)
        self._marks = None
        self.show_signs()
        self.say(f"marked {letter} · {self.key('go_to_mark')}{letter} comes back here")

    def _go_to_mark(self, letter: str) -> None:
        if letter in _BACK:
            self._go_back_and_forth()
            return
        mark = next((mark for mark in self.marks if mark.letter == letter), None)
        if mark is None:
            self.say(f"no mark is called {letter}: {self.key('set_mark')}{letter} sets it")
            return
        story = self.archive.story_from(mark.source, mark.number)
        if story is None:
            self.say(f"{letter} stands in {self._mark_row(mark).title}, which is not open")
            return
        place = find_again(self.archive.article(story).text, mark.place)
        self.jump(Place(story, mark.place.offset if place is None else place))
        self.say(f"mark {letter}" if place is not None else f"mark {letter}: its words are gone; this is where it was")

    def _go_back_and_forth(self) -> None:
        """Go to where the last jump began, so that a second time comes back."""
        if not self._back:
            self.say("no jump to go back from")
            return
        self.jump(self._back.pop())

    def _forget_mark(self, letter: str) -> None:
        self.state.remove_mark(self.archive.edition, letter)
        self._marks = None
        self.show_signs()
        marks = self._ready_marks()
        cursor = marks.cursor
        marks.ask("forgotten; go to which mark?", tuple(map(self._mark_row, self.marks)))
        marks.move_to(cursor)

    def signs(self) -> list[tuple[int, str]]:
        """Give what the margin shows beside the open story: (offset, sign)."""
        if not self.marks:
            return []
        origin, text = self.archive.origin(self.article.id), self.article.text
        mine = (mark for mark in self.marks if (mark.source, mark.number) == origin)
        found = ((find_again(text, mark.place), mark.letter) for mark in mine)
        return [(offset, letter) for offset, letter in found if offset is not None]

    def _dress(self, pane: ReadingPane) -> None:
        super()._dress(pane)
        pane.signs = self.signs()

    def show_signs(self) -> None:
        """Draw the marks in the margin."""
        self.pane.signs = self.signs()
        self.pane.refresh()
