"""Study panels on the reading screen: one list at a time, previewed live in the text, Esc back to the very place."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.css.query import NoMatches

from tui_reader.model import Place, Span
from tui_reader.tui.commands import Command
from tui_reader.tui.screens.asking import AskActions
from tui_reader.tui.screens.core import View
from tui_reader.tui.screens.trail import Trail
from tui_reader.tui.widgets.strip import Parts

if TYPE_CHECKING:
    from tui_reader.tui.widgets.panel import Panel


class Study:
    """What one panel shows and does; the screen calls it the desk."""

    beside: ClassVar[bool] = False
    """The panel stands beside the text where there is room; else, and otherwise, above it."""
    tall: ClassVar[bool] = False
    """The panel takes all the room there is."""
    narrows: ClassVar[bool] = False
    """Letters narrow the list."""
    goes: ClassVar[str] = ""
    """What Enter does, where it is not to go to a place."""
    answers: ClassVar[tuple[str, ...]] = ()
    """Names of the panel's commands beyond moving, going and closing."""

    def __init__(self, desk: "StudyActions") -> None:
        self.desk = desk
        self.cursor = 0
        self.typed = ""

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What the panel is about."""
        raise NotImplementedError

    @property
    def said(self) -> str:
        """How much there is."""
        return ""

    @property
    def empty(self) -> str:
        """What to do where there is nothing."""
        return f"nothing here · {self.desk.key('panel_close')} goes back"

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def columns(self, cells: int) -> Parts:
        """Give the heads of the columns, or nothing."""
        del cells
        return []

    def row(self, number: int, cells: int) -> Parts:
        """Give a row of the list."""
        raise NotImplementedError

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Give the rows below the list, about the chosen one; always as many."""
        del number, cells
        return []

    def can_choose(self, number: int) -> bool:
        """Tell whether the cursor may stand on a row."""
        del number
        return True

    # what the keys do ---------------------------------------------------------------------------------------------

    def preview(self, number: int) -> None:
        """Show in the text what a row is about."""

    def accept(self, number: int) -> None:
        """Go to what a row is about."""

    def narrow(self, typed: str) -> None:
        """Keep the rows that answer what was typed."""
        self.typed = typed

    def renew(self) -> None:
        """Take the rows anew, after the archive has changed."""

    @property
    def more_keys(self) -> dict[str, Callable[[], None]]:
        """Keys of this panel alone."""
        return {}

    @property
    def commands(self) -> tuple[Command, ...]:
        """The panel's commands."""
        common = {"panel_next", "panel_previous", "panel_page_down", "panel_page_up", "panel_start", "panel_end"}
        mine = common | {"panel_accept", "panel_close", *self.answers}
        return tuple(
            replace(command, hint=self.goes) if self.goes and command.name == "panel_accept" else command
            for command in self.desk.keymap.panel
            if command.name in mine
        )


class StudyActions(AskActions):
    """Opens panels over the reader's place, and closes them without a trace, or with the reader gone where it leads."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual's
        (0, "-thin"),
        (60, "-slim"),
        (110, "-roomy"),
        (170, "-vast"),
    ]

    _studies: tuple[Study, ...] = ()
    """The panel that is open is the last one; closing it shows the one before."""
    _listed_from = 0
    """The first story in view before the panel was opened."""
    _return: View | None = None
    """What Esc comes back to; None where no panel is open, or the one that is has been kept."""

    @property
    def study(self) -> Study | None:
        """The panel that is open."""
        return self._studies[-1] if self._studies else None

    @property
    def panel(self) -> "Panel":
        """The panel; there is one once a first study was opened."""
        from tui_reader.tui.widgets.panel import Panel

        return self.query_one("#panel", Panel)

    def _ready_panel(self, opened: Study) -> "Panel":
        from tui_reader.tui.widgets.panel import Panel

        try:
            return self.panel
        except NoMatches:
            panel = Panel(opened, self._chosen, self._narrow_study, self._panel_accept)
            self.query_one("#desk").mount(panel)
            return panel

    @property
    def looking_around(self) -> bool:
        """Tell whether the text shows a preview, and not where the reader is."""
        return self._return is not None

    def keep_place(self) -> None:
        """Remember where the reader is in the open story; not where a preview is."""
        if not self.looking_around:
            super().keep_place()

    # opening and closing ------------------------------------------------------------------------------------------

    def open_study(self, opened: Study, *, view: View | None = None) -> None:
        """Open a panel over the one that is open; ``view`` is what to come back to, if not what is there now."""
        self.keep_place()
        if self._return is None:
            self._return = view or self.view()
            self._listed_from = self.sidebar.first
        if self._studies and not self.has_class("-kept"):
            self._leave_study()
            self._studies = (*self._studies, opened)
        else:
            self._studies = (opened,)
        self._show_study()

    def _leave_study(self) -> None:
        former, panel = self.study, self.panel
        if former is not None:
            former.cursor, former.typed = panel.cursor, panel.typed

    def _show_study(self) -> None:
        opened = self.study
        if opened is None:
            return
        self.remove_class("-kept", "-sidebar-open")
        self.add_class("-studying")
        self.set_class(opened.beside, "-beside")
        self.set_class(opened.tall, "-tall")
        panel = self._ready_panel(opened)
        panel.use(opened, self._keys_of(opened), narrows=opened.narrows, typed=opened.typed, cursor=opened.cursor)
        panel.focus(scroll_visible=False)
        self.show_hints(opened.commands)

    def show_keys(self) -> None:
        """Take the keys as they are now, into the panel that is open, or into the line of keys."""
        opened = self.study
        if opened is not None:
            self.panel.keys = self._keys_of(opened)
        if opened is not None and not self.has_class("-kept"):
            self.show_hints(opened.commands)
        elif not self.has_class("-searching"):
            self.show_hints()

    def _keys_of(self, opened: Study) -> dict[str, Callable[[], None]]:
        keys: dict[str, Callable[[], None]] = {}
        for command in opened.commands:
            act = getattr(opened, command.name, None) or getattr(self, f"_{command.name}")
            keys |= dict.fromkeys(command.keys if opened.narrows else (*command.keys, *command.letters), act)
        return keys | opened.more_keys

    def close_study(self, *, back: bool = True) -> None:
        """Close the panel: the one below shows again, or, with ``back``, the text as it was."""
        view, below = self._return, self._studies[:-1]
        if back and below:
            self._studies = below
            self._show_study()
            return
        if back and view is not None:
            self.restore(view)
            self.call_after_refresh(self.sidebar.show_from, self._listed_from)
        self._studies = ()
        self._return = None
        self.remove_class("-studying", "-kept", "-beside", "-tall")
        self.pane.focus(scroll_visible=False)
        self.show_hints()
        if back:
            self.say("")
            self.show_followed()

    def renew_study(self) -> None:
        """Take the rows of what is open anew, after the archive has changed."""
        for opened in self._studies:
            opened.renew()
        if self._studies:
            self.panel.show()

    def leave_study(self) -> bool:
        """Close whatever panels are open, as Esc does; tell whether there were any."""
        if not self._studies:
            return False
        self._studies = self._studies[-1:]
        self.close_study()
        return True

    def go_from_study(self, place: Place, span: Span, trail: Trail | None = None) -> None:
        """Close the panel and go to a place; the way back leads to where the reader was."""
        view = self._return
        if view is not None:
            self.restore(view)
        self.close_study(back=False)
        if trail is not None:
            self.trail = trail
            stop = trail.step(Place(place.article, span.start - 1), 1)
            if stop is not None:
                self.go_to_stop(trail, stop)
        else:
            self.jump(place, span)
        self.show_followed()

    # the panel's keys ---------------------------------------------------------------------------------------------

    def _chosen(self) -> None:
        opened = self.study
        if opened is not None and opened.count:
            opened.preview(self.panel.cursor)

    def _narrow_study(self, typed: str) -> None:
        opened = self.study
        if opened is not None:
            opened.narrow(typed)
            self.panel.show(cursor=0)
            self._chosen()

    def _panel_next(self) -> None:
        self.panel.step(1)

    def _panel_previous(self) -> None:
        self.panel.step(-1)

    def _panel_page_down(self) -> None:
        self.panel.step_page(1)

    def _panel_page_up(self) -> None:
        self.panel.step_page(-1)

    def _panel_start(self) -> None:
        self.panel.step(-self.panel.count)

    def _panel_end(self) -> None:
        self.panel.step(self.panel.count)

    def _panel_accept(self) -> None:
        opened = self.study
        if opened is not None and opened.count:
            opened.accept(self.panel.cursor)

    def _panel_close(self) -> None:
        if self.has_class("-kept"):
            self.close_study(back=False)
        else:
            self.close_study()

    def _panel_keep(self) -> None:
        """Leave the list open and give the keys to the text, where the preview is."""
        opened, view = self.study, self._return
        if opened is None:
            return
        if view is not None:
            self._back.append(Place(view.story, view.place))
            self._forward.clear()
        self._studies = (opened,)
        self._return = None
        self.add_class("-kept")
        self.pane.focus(scroll_visible=False)
        self.show_hints()
        self.show_followed()
        self.say(f"the list stays · {self.key('concordance')} goes back to it · {self.key('clear')} closes it")

    # previewing ---------------------------------------------------------------------------------------------------

    def show_preview(self, story: str, span: Span | None, trail: Trail | None, *, figure: bool = False) -> None:
        """Show a place in the text without leaving a trace."""
        if span is not None and self.article.id != story:
            self.open_story(story, span.start)
        self.trail = trail
        self.current, self.figure = (None, span) if figure else (span, None)
        if span is not None:
            self.pane.go_to(span.start)
        self.show_lights()

    def show_lights(self) -> None:
        """Light the figures and what is followed; a list that was kept goes along."""
        super().show_lights()
        opened = self.study
        if opened is not None and self.has_class("-kept"):
            opened.renew()
