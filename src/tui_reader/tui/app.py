"""The full-screen reader: one screen, two themes of our own, and a last barrier before the terminal."""

from collections.abc import Sequence
from time import monotonic
from typing import Any

from rich.segment import Segment
from textual import events
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from tui_reader import first_frame
from tui_reader.archive import Archive
from tui_reader.settings import Settings, config_file, load_leniently
from tui_reader.state import ReadingState
from tui_reader.text.sanitise import safe_typing
from tui_reader.tui.choices import chosen
from tui_reader.tui.commands import default_keys
from tui_reader.tui.lifecycle import Departure, Restoration
from tui_reader.tui.messages import TerminalShowsPictures
from tui_reader.tui.palette import INK, OURS, THEME_NAMES
from tui_reader.tui.screens.reading import ReadingScreen
from tui_reader.tui.session import TerminalApp
from tui_reader.tui.settings_watch import SettingsWatch
from tui_reader.tui.theme import THEMES, colours_for
from tui_reader.tui.typing_order import TypingOrder, WorkedThrough


class LastBarrier(LineFilter):
    """Cleans every segment on its way to the terminal, should anything have slipped through the door."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the segments with nothing in them that acts."""
        del background
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(safe_typing(segment.text), segment.style)
            for segment in segments
        ]


class ReaderApp(TerminalApp):
    """The application."""

    CSS_PATH = "app.tcss"
    TITLE = "shanxi-reader"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        archive: Archive,
        settings: Settings,
        state: ReadingState,
        notices: Sequence[str] = (),
        *,
        theme: str | None = None,
    ) -> None:
        """Take what to read and how; a ``theme`` that was asked for wins over what was set and chosen."""
        super().__init__()
        self._archive = archive
        self._settings = settings
        self._state = state
        self._notices = notices
        if self.no_color:
            # Textual's grey shades of the terminal's own colours would be black on black
            self._filters[:] = [NoColor() if isinstance(each, Monochrome) else each for each in self._filters]
        self._filters.append(LastBarrier())
        # an animated page down paints for seconds over a slow line
        self.animation_level = "none"
        for each in THEMES:
            self.register_theme(each)
        wanted = theme or chosen(settings, state.choices()).theme
        self.theme = wanted if wanted in self.available_themes else INK
        self._watch = SettingsWatch(config_file())
        self.order = TypingOrder()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the colours our style sheet needs, for a theme that does not bring them."""
        return dict(colours_for(self.current_theme))

    def get_default_screen(self) -> Screen[Any]:
        """Give the reading screen: it is the one at the bottom, so that no empty one is made before it."""
        return ReadingScreen(self._archive, self._settings, self._state, self._notices)

    def on_mount(self) -> None:
        """Mark a terminal without colour, where highlights need other shapes."""
        if self.no_color:
            self.add_class("-no-color")

    def on_ready(self) -> None:
        """Follow the settings from here on."""
        self._watch.start(self._settings_touched)

    def on_unmount(self) -> None:
        """Follow them no longer."""
        self._watch.stop()

    def _settings_touched(self) -> None:
        if self.is_running:
            self.call_from_thread(self._follow_settings, at_once=True)

    async def on_event(self, event: events.Event) -> None:
        """Give keys on one by one; look at the settings when somebody types or comes back as well."""
        if isinstance(event, events.Key | events.AppFocus) and not event.is_forwarded:
            self._follow_settings()
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif (due := self.order.due(event)) is not None:
            await self._give(due)

    async def _give(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Key) and isinstance(self.screen, ReadingScreen):
            self.screen.hear(event.key)
        target = self.focused or self.screen
        await super().on_event(event)
        if not target.post_message(WorkedThrough()):
            self.on_worked_through()

    def on_worked_through(self) -> None:
        """Give the key that came while another was at work, behind what that one has put off (a change of focus)."""
        self.call_later(self._give_next)

    def hold_keys(self, seconds: float) -> None:
        """Keep the keys that come for a while: the one at work waits for something."""
        self.order.hold(seconds)

    def let_keys_go(self) -> None:
        """Give the keys that were held, one by one."""
        self.order.release()
        if not self.order.busy:  # behind the change of focus that is put off now
            self.call_later(self.call_later, self._give_next)

    async def _give_next(self) -> None:
        event = self.order.following()
        if event is not None:
            await self._give(event)

    def _follow_settings(self, *, at_once: bool = False) -> None:
        if not self._watch.changed(monotonic(), at_once=at_once):
            return
        former = self._settings
        self._settings, faults = load_leniently(self._watch.path, actions=default_keys(), themes=THEME_NAMES)
        if self._settings.theme != former.theme:
            self.theme = self._settings.theme
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.take_settings(self._settings, faults)

    def action_next_colours(self) -> None:
        """Take the next theme of ours."""
        self.theme = OURS[(OURS.index(self.theme) + 1) % len(OURS)] if self.theme in OURS else OURS[0]

    def on_terminal_shows_pictures(self, message: TerminalShowsPictures) -> None:
        """Show pictures whole from here on."""
        message.stop()
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.show_pictures_whole()

    async def action_quit(self) -> None:
        """Quit, keeping the place."""
        self.keep()
        self.exit()

    def keep(self) -> None:
        """Keep everything that is precious."""
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.leave()


def read(
    archive: Archive,
    settings: Settings,
    state: ReadingState,
    notices: Sequence[str] = (),
    *,
    theme: str | None = None,
) -> int:
    """Run the reader until the person leaves; give the exit code."""
    restoration, departure = Restoration(first_frame.terminal_before()), Departure()
    departure.save = state.close
    app = ReaderApp(archive, settings, state, notices, theme=theme)
    app.live(departure, restoration, mouse=settings.mouse)
    if departure.code:
        return departure.code
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
