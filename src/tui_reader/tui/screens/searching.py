"""The search bar at work: answers under it, the first one previewed, Esc back to the very place."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.css.query import NoMatches
from textual.widgets import Input

from tui_reader.archive import study
from tui_reader.model import EntityHit, Place, Span, TextHit
from tui_reader.tui.messages import ChooseAnswer
from tui_reader.tui.screens.core import View
from tui_reader.tui.screens.repairing import RepairActions
from tui_reader.tui.screens.trail import EntityTrail, TextTrail

if TYPE_CHECKING:
    from tui_reader.tui.widgets.bar import SearchBar

_ROWS = 8
"""Answers shown at once, where there is room."""


class SearchActions(RepairActions):
    """Search as you type."""

    _before: View | None = None
    """What to come back to; None while the bar is closed."""
    _query = ""
    _more = False
    """There are more places in the text than are listed."""
    _recalled = -1
    """Which of the queries asked before stands in the bar; -1 for what was typed."""

    async def ready_bar(self) -> "SearchBar":
        """Give the search bar; it is made after the first frame, or at the first ``/``."""
        from tui_reader.tui.widgets.bar import SearchBar

        try:
            return self.query_one("#bar", SearchBar)
        except NoMatches:
            bar = SearchBar(self.answer, self._bar_keys())
            await self.query_one("#column").mount(bar, after="#prompt")
            return bar

    def _bar_keys(self) -> dict[str, Callable[[], None]]:
        actions = {
            "choose_next": lambda: self._choose(1),
            "choose_previous": lambda: self._choose(-1),
            "accept": self._accept,
            "list_mentions": self._list_mentions,
            "older_query": lambda: self._recall(1),
            "newer_query": lambda: self._recall(-1),
            "dismiss": self._dismiss,
        }
        return {key: actions[command.name] for command in self.keymap.bar for key in command.keys}

    async def action_search(self) -> None:
        """Open the search bar."""
        bar = await self.ready_bar()
        self.leave_study()
        self._before = self.view()
        self._recalled = -1
        self.answers.dispersion_of = partial(study.dispersion, self.archive)
        self.remove_class("-sidebar-open")
        self.add_class("-searching")
        bar.value = ""
        bar.focus()
        bar.keys = self._bar_keys()
        self.show_hints(self.keymap.bar)
        self.answer("")

    # answering ----------------------------------------------------------------------------------------------------

    def answer(self, query: str) -> None:
        """Answer a query: list what was found, and preview the first."""
        if self._before is None:
            return
        self._query = query.strip()
        rows: tuple[EntityHit | TextHit, ...]
        if not self._query:
            rows = self.archive.most_mentioned(_ROWS)
        else:
            result = self.archive.search(self._query)
            near = [hit for hit in result.entities if hit.match.weak]
            # what is only near the query comes after what holds it
            rows = (*(hit for hit in result.entities if not hit.match.weak), *result.texts, *near)
            self._more = result.more
        answers = self.answers
        # always the same height: the page below stays where it is while one types
        answers.styles.height = max(1, min(_ROWS, self.size.height // 3))
        answers.set_rows(rows)
        self._preview(said=self._found(rows))

    def _found(self, rows: tuple[EntityHit | TextHit, ...]) -> str:
        if not self._query:
            return "most mentioned" if rows else "names are being looked for"
        if rows:
            names = sum(isinstance(row, EntityHit) for row in rows)
            texts = len(rows) - names
            parts = [f"{names} name{'s' if names != 1 else ''}"] if names else []
            many = "+" if self._more else ""
            parts += [f"{texts}{many} place{'s' if texts != 1 else ''} in the text"] if texts else []
            return " · ".join(parts)
        return f"nothing like “{self._query}” in {len(self.archive):,} stories · fewer letters find more"

    def _preview(self, said: str) -> None:
        """Show the chosen answer in the pane, without leaving a trace."""
        before, rows = self._before, self.answers.rows
        if before is None:
            return
        if not rows or not self._query:
            self.restore(before)
            self.say(said)
            return
        row = rows[self.answers.cursor]
        self.trail = self._trail_of(row)
        place, span = _target(row)
        if self.article.id != place.article:
            self.open_story(place.article, place.offset)
        self.current = span
        self.pane.go_to(span.start)
        self.show_lights()
        self.say(said)

    def _trail_of(self, row: EntityHit | TextHit) -> EntityTrail | TextTrail:
        if isinstance(row, EntityHit):
            key, now = row.match.candidate.key, self.trail
            return now if isinstance(now, EntityTrail) and now.key == key else EntityTrail(self.archive, key)
        return TextTrail(self.archive, self._query, [hit for hit in self.answers.rows if isinstance(hit, TextHit)])

    # keys of the bar ----------------------------------------------------------------------------------------------

    def _choose(self, step: int) -> None:
        answers = self.answers
        if answers.rows:
            answers.move_to((answers.cursor + step) % len(answers.rows))
            if not self._query:
                self._query = " "
            self._preview(self.status.said)

    def on_choose_answer(self, message: ChooseAnswer) -> None:
        """Go to the answer that was clicked."""
        message.stop()
        self.answers.move_to(message.number)
        self._accept()

    def _accept(self) -> None:
        before, rows = self._before, self.answers.rows
        if before is None:
            return
        if not rows:
            self.say(f"nothing like “{self._query}” · Esc goes back" if self._query else "type a name or a word")
            return
        row = rows[self.answers.cursor]
        trail = self._trail_of(row)
        place, span = _target(row)
        self.restore(before)
        self.state.keep_query(self._query)
        self._close()
        self.trail = trail
        stop = trail.step(Place(place.article, span.start - 1), 1)
        if stop is not None:
            self.go_to_stop(trail, stop)
        self.show_followed()

    def _list_mentions(self) -> None:
        """List all mentions of the chosen answer; Esc comes back to where the search began."""
        before, rows = self._before, self.answers.rows
        if before is None or not rows:
            return
        row = rows[self.answers.cursor]
        trail, (place, span) = self._trail_of(row), _target(row)
        self.state.keep_query(self._query)
        self._close()
        self.open_concordance(trail, view=before, at=Place(place.article, span.start))

    def _recall(self, step: int) -> None:
        """Put an older or newer query into the bar; the first step gives the last one asked."""
        asked = self.state.history()
        number = max(-1, min(self._recalled + step, len(asked) - 1))
        if number == self._recalled:
            self.say("no older query" if step > 0 else "")
            return
        self._recalled = number
        bar = self.query_one("#bar", Input)
        bar.value = asked[number] if number >= 0 else ""
        bar.cursor_position = len(bar.value)

    def keep_place(self) -> None:
        """Remember where the reader is in the open story; not where a preview is."""
        if not self.searching:
            super().keep_place()

    def _dismiss(self) -> None:
        before = self._before
        if before is not None:
            self.restore(before)
            self._close()
            self.say("")

    def _close(self) -> None:
        self._before = None
        self.remove_class("-searching")
        self.pane.focus()
        self.show_hints()

    @property
    def searching(self) -> bool:
        """Tell whether the bar is open."""
        return self._before is not None

    def show_followed(self) -> None:
        """Say in the search line what is followed."""
        from tui_reader.tui.widgets.prompt import SearchPrompt

        trail = self.trail
        text = f"{trail.label} · {trail.total} mention{'s' if trail.total != 1 else ''}" if trail is not None else ""
        self.query_one("#prompt", SearchPrompt).set_followed(text)
        if not self.searching and not self.has_class("-studying"):
            self.show_hints()


def _target(row: EntityHit | TextHit) -> tuple[Place, Span]:
    if isinstance(row, EntityHit):
        return row.first, Span(row.first.offset, row.first_end)
    return Place(row.article, row.start), Span(row.start, row.end)
