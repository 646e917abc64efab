"""What every part of the reading screen shares: its state, the open story, the reader's place, the way back."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap

from tui_reader.archive import Archive
from tui_reader.model import Article, BlockType, Figure, FigureKind, Place, Span
from tui_reader.reflow import Options
from tui_reader.settings import Settings
from tui_reader.state import ReadingState
from tui_reader.tui.choices import chosen
from tui_reader.tui.commands import Command, keymap
from tui_reader.tui.screens.painted import Column, PaintedScreen, Row
from tui_reader.tui.screens.trail import Trail
from tui_reader.tui.widgets.answers import Answers
from tui_reader.tui.widgets.pane import ReadingPane
from tui_reader.tui.widgets.prompt import SearchPrompt
from tui_reader.tui.widgets.sidebar import Sidebar, StoryRow
from tui_reader.tui.widgets.status import WAYS_OUT, KeyHints, StatusLine

WORDS_A_MINUTE = 230
"""A grown reader's pace in news prose."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DIGITS = 5
"""Digits that a number typed may have."""
SURE = 0.7
"""Repairs less certain than this are marked."""


def minutes(words: int) -> int:
    """Give the reading time in whole minutes, at least one."""
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def long_date(date: str) -> str:
    """Give an ISO date as it is read, "2 February 2024"; what is no whole date as it is."""
    try:
        day = dt.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def bindings_of(commands: Iterable[Command]) -> BindingsMap:
    """Give the bindings of commands; a digit's action is told which one."""
    return BindingsMap(
        Binding(key, f"count('{key}')" if command.name == "count" else command.name, command.title, show=False)
        for command in commands
        for key in command.keys
        if command.name != "count" or key.isdigit()
    )


@dataclass(frozen=True, slots=True)
class View:
    """All that a look elsewhere may change, so that Esc brings it back exactly."""

    story: str
    place: int
    trail: Trail | None
    current: Span | None
    figure: Span | None


class ReadingCore(PaintedScreen[None], inherit_bindings=False):
    """The state of the reading screen and the steps that every action is made of."""

    AUTO_FOCUS: ClassVar[str | None] = "#pane"

    def __init__(self, archive: Archive, settings: Settings, state: ReadingState, notices: Sequence[str] = ()) -> None:
        super().__init__()
        self.archive = archive
        self.settings = settings
        self.state = state
        self.notices = tuple(notices)
        self.keymap = keymap(settings.keys)
        self.article: Article = archive.article(archive.row(0).id)
        self.trail: Trail | None = None
        self.current: Span | None = None
        """The current mention or hit, in the open story."""
        self.figure: Span | None = None
        """The current figure, in the open story."""
        self._listed: Trail | None = None
        """What the list of stories was drawn for."""
        self._read: dict[str, bool] = {}
        self._lit: tuple[int, frozenset[FigureKind], tuple[Figure, ...], tuple[Figure, ...]] = (0, frozenset(), (), ())
        self._order = 0
        self.steps_due = 0
        """Stories to go on by as soon as they are read: keys pressed before the archive was."""
        self.number = 0
        """The number that was typed before the key that acts now; 0 where none was."""
        self._digits = ""
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._bindings = bindings_of(self.keymap.reading)

    # parts --------------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        now = chosen(self.settings, self.state.choices())
        with Row(id="desk"):
            sidebar = Sidebar(self.story_row)
            sidebar.styles.width = now.sidebar_width
            yield sidebar
            with Column(id="column"):
                yield SearchPrompt()
                yield Answers()
                yield ReadingPane(measure=now.measure, options=Options(justify=now.justify))
        with Column(id="foot"):
            yield StatusLine()
            yield KeyHints()

    @property
    def pane(self) -> ReadingPane:
        """The reading pane."""
        return self.query_one("#pane", ReadingPane)

    @property
    def sidebar(self) -> Sidebar:
        """The list of stories."""
        return self.query_one("#sidebar", Sidebar)

    @property
    def answers(self) -> Answers:
        """The answers under the search bar."""
        return self.query_one("#answers", Answers)

    @property
    def status(self) -> StatusLine:
        """The line of what is the case."""
        return self.query_one("#status", StatusLine)

    @property
    def hints(self) -> KeyHints:
        """The line of keys."""
        return self.query_one("#hints", KeyHints)

    def story_row(self, order: int) -> StoryRow:
        """Say what the sidebar shows of a story."""
        row = self.archive.row(order)
        trail = self.trail
        return StoryRow(
            title=row.title,
            byline=row.byline,
            minutes=minutes(row.words) if row.words else 0,
            read=self.is_read(row.id),
            mentions=trail.count(row.id) if trail is not None else 0,
        )

    def show_stories(self) -> None:
        """Take the archive's size and the open story into the list."""
        self.sidebar.set_count(len(self.archive), self.order)

    def is_read(self, story: str) -> bool:
        """Tell whether a story was read to its end, or marked so."""
        if story not in self._read:
            origin = self.archive.origin(story)
            self._read[story] = origin in self.state.read_among([origin])
        return self._read[story]

    def set_read(self, story: str, *, read: bool) -> None:
        """Mark a story read or unread."""
        self._read[story] = read
        self.state.set_read(self.archive.known(story), read=read)
        self.sidebar.refresh()

    # the open story -----------------------------------------------------------------------------------------------

    @property
    def order(self) -> int:
        """Where the open story stands in the archive; where it stood, if its file is gone."""
        try:
            self._order = self.archive.order_of(self.article.id)
        except KeyError:
            self._order = max(0, min(self._order, len(self.archive) - 1))
        return self._order

    @property
    def here(self) -> Place:
        """The reader's place."""
        return Place(self.article.id, self.pane.place)

    def open_story(self, story: str, offset: int | None = None) -> None:
        """Open a story at an offset, or where the reader left it."""
        if self.article.id != story:
            self.keep_place()
            self.current = self.figure = None
        self.article = self.archive.article(story)
        place = self.left_at(self.article) if offset is None else offset
        pane = self.pane
        pane.show(self.article, place, self.figures())
        self._dress(pane)
        self.show_stories()
        self.show_lights()

    def _dress(self, pane: ReadingPane) -> None:
        known = (long_date(self.article.date), f"{minutes(self.article.words)} min")
        told = " · ".join(filter(None, known))
        for index, block in enumerate(self.article.blocks):
            if block.type is BlockType.BYLINE:
                pane.notes = {index: f" · {told}"}
                break
        pane.doubtful = [Span(repair.start, repair.end) for repair in self.article.repairs if repair.confidence < SURE]

    def figures(self) -> tuple[Figure, ...]:
        """Give the open story's figures that are to be lit."""
        found, kinds = self.archive.figures(self.article.id), self.settings.figures
        # the same tuple is given for the same story until the archive grows, and a long story has many
        if self._lit[:2] != (id(found), kinds):
            lit = tuple(figure for figure in found if not figure.weak and figure.kind in kinds)
            self._lit = (id(found), kinds, found, lit)
        return self._lit[3]

    def show_lights(self) -> None:
        """Light the figures and what is followed, in the open story."""
        pane = self.pane
        pane.light_figures(self.figures(), self.figure)
        pane.light(self.trail.spans(self.article.id) if self.trail else (), self.current)
        if self.trail is not self._listed:  # the list counts its mentions
            self._listed = self.trail
            self.sidebar.refresh()

    # places -------------------------------------------------------------------------------------------------------

    def left_at(self, article: Article) -> int:
        """Give the place where the reader left a story; its start where he has not read it."""
        return self.state.place(self.archive.known(article.id), article.text) or 0

    def keep_place(self) -> None:
        """Remember where the reader is in the open story."""
        self.state.keep_place(self.archive.known(self.article.id), self.pane.place, self.article.text)

    def jump(self, place: Place, span: Span | None = None) -> None:
        """Go to a place and remember the way back; a span is shown with some lines around it."""
        self._back.append(self.here)
        del self._back[:-100]
        self._forward.clear()
        self.visit(place, span)

    def visit(self, place: Place, span: Span | None = None) -> None:
        """Show a place without a trace in the way back."""
        if self.article.id != place.article:
            self.open_story(place.article, place.offset)
            if span is not None:
                self.pane.go_to(span.start)
        elif span is not None:
            self.pane.reveal(span)
        else:
            self.pane.place = place.offset

    def view(self) -> View:
        """Give all that a look elsewhere may change."""
        return View(self.article.id, self.pane.place, self.trail, self.current, self.figure)

    def restore(self, view: View) -> None:
        """Bring a view back exactly."""
        self.trail = view.trail
        self.open_story(view.story, view.place)
        self.current, self.figure = view.current, view.figure
        self.show_lights()

    # how many -----------------------------------------------------------------------------------------------------

    def hear(self, key: str) -> None:
        """Take note of a key before it acts: the digits before it are for it alone."""
        if not (len(key) == 1 and key.isdigit()):
            self.number, self._digits = int(self._digits or 0), ""
            if self.number:
                self.say("")

    def action_count(self, digit: str) -> None:
        """Take a digit of how often, or how far, the next key goes."""
        if self._digits or digit != "0":
            self._digits = (self._digits + digit)[:_DIGITS]
            more = " · ".join(
                f"{self._digits}{self.key(name)} {what}"
                for name, what in (("line_down", "lines"), ("next_story", "stories"), ("to_percent", "of the story"))
            )
            self.say(f"{self._digits} … {more}")

    @property
    def times(self) -> int:
        """How often to do what the key does."""
        return max(1, self.number)

    def hold_keys(self, seconds: float) -> None:
        """Let the keys behind this one wait for so long at most, or until ``let_keys_go``."""
        self.app.hold_keys(seconds)  # type: ignore[attr-defined]

    def let_keys_go(self) -> None:
        """Give on the keys that were held."""
        self.app.let_keys_go()  # type: ignore[attr-defined]

    # the foot -----------------------------------------------------------------------------------------------------

    def say(self, text: str, *, notice: bool = False) -> None:
        """Tell the person something in the status line."""
        self.status.say(text, notice=notice)

    def show_place(self) -> None:
        """Show how far in the story and in the archive the reader is."""
        pane, article = self.pane, self.article
        total = max(1, len(article.text))
        # the whole of the last page has been read when it is shown; of the others, what stands above them
        share = 1.0 if pane.end >= total else min(1.0, pane.place / total)
        left = math.ceil(article.words * (1 - share) / WORDS_A_MINUTE)
        parts = [f"{share:.0%}"]
        if left:
            parts.append(f"{left} min left")
        if len(self.archive) > 1 or not self.archive.complete:
            parts.append(self.place_in_list())
        self.status.set_place(" · ".join(parts))

    def place_in_list(self) -> str:
        """Say which story this is."""
        return f"story {self.order + 1:,}/{len(self.archive):,}"

    def key(self, name: str) -> str:
        """Give a command's key as a person reads it."""
        return self.keymap.key(name)

    def show_hints(self, commands: tuple[Command, ...] | None = None) -> None:
        """Show the keys that matter now."""
        idle = "next_mention" if self.trail is None else ""
        shown = [command for command in commands or self.keymap.reading if command.hint and command.keys]
        telling = [command for command in shown if command.name != idle]
        self.hints.set_commands(telling)
        # in the status line there is room for the way out alone
        self.status.set_commands(sorted(telling, key=lambda command: command.name not in WAYS_OUT))

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands that this screen's bindings run."""
        return self.keymap.reading
