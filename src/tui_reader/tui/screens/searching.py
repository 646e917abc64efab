"""The search bar at work: answers under it, the first one previewed, Esc back to the very place."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.css.query import NoMatches
from textual.timer import Timer
from textual.widgets import Input

from tui_reader.archive import SearchResult, study
from tui_reader.model import EntityHit, Place, Span, TextHit
from tui_reader.tui.messages import ChooseAnswer
from tui_reader.tui.screens.core import View
from tui_reader.tui.screens.repairing import RepairActions
from tui_reader.tui.screens.trail import EntityTrail, TextTrail

if TYPE_CHECKING:
    from tui_reader.tui.widgets.bar import SearchBar

_ROWS = 8
"""Answers shown at once, where there is room."""
_AT_ONCE, _PAUSE, _IN_ALL = 0.006, 0.01, 3.0
"""Seconds for which the text is searched in a key's own message; then between frames; and in all."""
_NAMES_WITHIN = 4.0
"""Seconds that Enter waits for the first names, at most."""


class SearchActions(RepairActions):
    """Search as you type."""

    _before: View | None = None
    """What to come back to; None while the bar is closed."""
    _query = ""
    _result: SearchResult | None = None
    """What the query has found so far; None for an empty one."""
    _more = False
    """There are more places in the text than are listed."""
    reached = ""
    """How much of the archive has been read; empty where all of it has."""
    _accepting: Timer | None = None
    """Set while Enter waits for the names of what is read."""
    _kept: EntityHit | TextHit | None = None
    """What was chosen before there was more to be found in; found anew, it is the chosen one again."""
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
        self.answers.forget()
        self.answers.dispersion_of = partial(study.dispersion, self.archive)
        self.remove_class("-sidebar-open")
        self.add_class("-searching")
        bar.value = ""
        bar.focus()
        bar.keys = self._bar_keys()
        self.show_hints(self.keymap.bar)
        self.archive.prepare_search()
        self.answer("")

    # answering ----------------------------------------------------------------------------------------------------

    def answer(self, query: str, kept: EntityHit | TextHit | None = None) -> None:
        """Answer a query: list what was found at once, and preview the first, or the one that is ``kept`` chosen."""
        if self._before is None:
            return
        self._kept = kept
        self._query = query.strip()
        self._result = None
        if not self._query:
            self._show_rows(self.archive.most_mentioned(_ROWS))
            return
        # whoever types on has forgotten the former query: what is not found within a frame is looked for in between
        self._show_result(self.archive.search(self._query, seconds=_AT_ONCE))
        self._look_on(monotonic() + _IN_ALL)

    def answer_anew(self) -> None:
        """Answer once more, now that there is more to be found in; what was chosen stays chosen."""
        if not self.searching:
            return
        rows, cursor = self.answers.rows, self.answers.cursor
        chosen = rows[cursor] if rows and self._is_meant(rows[cursor]) else None
        self.trail = None  # what is followed may have grown as well
        self.answer(self._query, chosen)
        if self._accepting is not None and self.archive.has_names:
            self._accept()

    def _is_meant(self, row: EntityHit | TextHit) -> bool:
        """Tell whether an answer stays the chosen one when better ones come: a name, or what was chosen by hand."""
        return self.answers.cursor > 0 or (isinstance(row, EntityHit) and not row.match.weak)

    def _look_on(self, until: float) -> None:
        result = self._result
        if result is None or result.following is None or monotonic() > until:
            return
        if len(result.entities) + len(result.texts) < _ROWS:
            self.set_timer(_PAUSE, partial(self._look_once, result, until))

    def _look_once(self, result: SearchResult, until: float) -> None:
        """Look into the text for a moment; another query has taken the place of one that is late."""
        if result is not self._result or not self.searching:
            return
        found = self.archive.search_on(result, seconds=_AT_ONCE)
        if found.texts != result.texts or found.following is None:
            self._show_result(found, self.answers.cursor)
        self._result = found
        self._look_on(until)

    def _show_result(self, result: SearchResult, cursor: int = 0) -> None:
        self._result = result
        self._more = result.more
        near = [hit for hit in result.entities if hit.match.weak]
        # what is only near the query comes after what holds it
        self._show_rows((*(hit for hit in result.entities if not hit.match.weak), *result.texts, *near), cursor)

    def _show_rows(self, rows: tuple[EntityHit | TextHit, ...], cursor: int = 0) -> None:
        answers = self.answers
        # always the same height: the page below stays where it is while one types
        answers.styles.height = max(1, min(_ROWS, self.size.height // 3))
        answers.set_rows(rows)
        if self._kept is not None:
            kept = self._kept
            cursor = next((number for number, row in enumerate(rows) if _same(row, kept)), cursor)
        if cursor:
            answers.move_to(cursor)
        self._preview(self._found(rows))

    def _complete(self) -> None:
        """Bring in the places in the text that the quick answer left out."""
        result = self._result
        if result is not None and result.following is not None and self.answers.rows:
            chosen = self.answers.rows[self.answers.cursor]
            found = self.archive.search_on(result)
            self._show_result(found)
            self.answers.move_to(self.answers.rows.index(chosen))

    def _found(self, rows: tuple[EntityHit | TextHit, ...]) -> str:
        """Say what was found, and in how much of an archive that is still being read."""
        said = self._found_there(rows)
        return f"{said} · so far, {self.reached}" if self.reached else said

    def _found_there(self, rows: tuple[EntityHit | TextHit, ...]) -> str:
        if not self._query:
            return "most mentioned" if rows else "names are being looked for"
        if rows:
            names = sum(isinstance(row, EntityHit) for row in rows)
            texts = len(rows) - names
            parts = [f"{names} name{'s' if names != 1 else ''}"] if names else []
            many = "+" if self._more else ""
            parts += [f"{texts}{many} place{'s' if texts != 1 else ''} in the text"] if texts else []
            return " · ".join(parts)
        if self._more:
            return f"looking for “{self._query}” in the text"
        if self.reached:  # what is nearest of a part may be far off
            return f"nothing like “{self._query}”"
        near = study.nearest_spelling(self.archive, self._query)
        more = f"nearest: {near}" if near else f"fewer letters find more in {len(self.archive):,} stories"
        return f"nothing like “{self._query}” · {more}"

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
        self._kept = None
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
        if self._waits_for_names():
            return
        if not rows:
            so_far = f" · so far, {self.reached}" if self.reached else ""
            self.say(
                f"nothing like “{self._query}”{so_far} · {self.key('dismiss')} goes back"
                if self._query
                else "type a name or a word"
            )
            return
        row = rows[self.answers.cursor]
        if isinstance(row, TextHit):
            self._complete()
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

    def _waits_for_names(self) -> bool:
        """Put Enter off, and the keys behind it, while the names of what is read are being found: not for ever."""
        if self._accepting is None and self._query and not self.answers.cursor and not self.archive.has_names:
            self._accepting = self.set_timer(_NAMES_WITHIN, self._accept)
            self.hold_keys(_NAMES_WITHIN)
            self.say(f"the names are being looked for · {self.key('dismiss')} goes back")
            return True
        self._stop_waiting()
        return False

    def _stop_waiting(self) -> None:
        if self._accepting is not None:
            self._accepting.stop()
            self._accepting = None
            self.let_keys_go()

    def _list_mentions(self) -> None:
        """List all mentions of the chosen answer; Esc comes back to where the search began."""
        before, rows = self._before, self.answers.rows
        if before is None or not rows:
            return
        row = rows[self.answers.cursor]
        if isinstance(row, TextHit):
            self._complete()
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
        self._stop_waiting()
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


def _same(row: EntityHit | TextHit, other: EntityHit | TextHit) -> bool:
    """Tell whether two answers are the same name or place, found at different times."""
    if isinstance(row, EntityHit) and isinstance(other, EntityHit):
        return (row.match.candidate.name, row.match.candidate.kind) == (
            other.match.candidate.name,
            other.match.candidate.kind,
        )
    return isinstance(row, TextHit) and isinstance(other, TextHit) and _target(row) == _target(other)


def _target(row: EntityHit | TextHit) -> tuple[Place, Span]:
    if isinstance(row, EntityHit):
        return row.first, Span(row.first.offset, row.first_end)
    return Place(row.article, row.start), Span(row.start, row.end)
