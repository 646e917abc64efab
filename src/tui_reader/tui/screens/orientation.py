"""Staying oriented: what the reader has chosen and set, applied at the start and while he reads."""

from asyncio import to_thread
from collections.abc import Sequence

from tui_reader.reflow import Options
from tui_reader.settings import Settings
from tui_reader.tui.choices import choose
from tui_reader.tui.commands import keymap
from tui_reader.tui.messages import WidenStories
from tui_reader.tui.screens.core import bindings_of
from tui_reader.tui.screens.listing import Arrangement
from tui_reader.tui.screens.noting import NoteActions

_LANGUAGE = "en_US"
_MIDDLING, _ROOMY = 80, 110
"""Columns from which a word of welcome names one key more, and all."""


class OrientationActions(NoteActions):
    """Marks, notes, the list of stories and the reader's choices, on one screen."""

    def settle(self) -> None:
        """Apply what may wait until the first frame: hyphens, the order of the list, a word of welcome."""
        choices = self.state.choices()
        sort = choices.get("sort")
        if isinstance(sort, str) and sort in Arrangement.__members__ and sort != Arrangement.MENTIONS.name:
            self.listing.arrangement = Arrangement[sort]
            self.list_stories()
        if not choices.get("welcomed") and not self.notices:
            self.say(self._welcome())
            self.state.choose("welcomed", value=True)
        self.set_text()

    def _welcome(self) -> str:
        """Name the keys to begin with, as many as there is room for."""
        every = f"{self.key('keys')} every key"
        reads, finds = f"{self.key('page_down')} reads on", f"{self.key('search')} finds a name"
        parts = [reads, finds, f"{self.key('next_figure')} walks the figures", every]
        if self.size.width < _ROOMY:
            parts = [reads, every] if self.size.width >= _MIDDLING else [every]
        return " · ".join(["welcome", *parts])

    def set_text(self) -> None:
        """Set the text as the settings say; hyphens come once their patterns are loaded."""
        if self.settings.hyphenate:
            self.run_worker(self._hyphenate(), group="hyphens", exclusive=True)
        else:
            self.pane.set_options(Options(justify=self.settings.justify))

    async def _hyphenate(self) -> None:
        from tui_reader.reflow.hyphenation import syllables

        await to_thread(syllables, "hyphenation", _LANGUAGE, taken=())
        if self.settings.hyphenate:
            self.pane.set_options(Options(justify=self.settings.justify, language=_LANGUAGE))

    def take_settings(self, settings: Settings, faults: tuple[str, ...]) -> None:
        """Apply what the configuration file says now, and say what is wrong with it."""
        former, self.settings = self.settings, settings
        self.keymap = keymap(settings.keys)
        self._bindings = bindings_of(self.keymap.reading)
        self.refresh_bindings()
        self.show_keys()
        if settings.measure != former.measure:
            self.pane.set_measure(settings.measure)
        if settings.sidebar_width != former.sidebar_width:
            self.sidebar.styles.width = settings.sidebar_width
        self.set_text()
        self.show_lights()
        later = [
            name
            for name in ("mouse", "cache_folder", "state_folder")
            if getattr(settings, name) != getattr(former, name)
        ]
        if faults:
            self.say(faults_told(faults), notice=True)
        else:
            self.say("new settings taken" + (f" · {', '.join(later)} at the next start" if later else ""))

    def action_colours(self) -> None:
        """Take the next colours."""
        self.app.action_next_colours()  # type: ignore[attr-defined]
        choose(self.state, self.settings, "theme", self.app.theme)
        self.say(f"colours: {self.app.theme}")

    def on_widen_stories(self, message: WidenStories) -> None:
        """Make the list of stories as wide as it was pulled."""
        message.stop()
        self.set_sidebar_width(message.cells)


def faults_told(faults: Sequence[str]) -> str:
    """Say in one line what is wrong with the configuration; nothing where nothing is."""
    more = f" (and {len(faults) - 1} more: shanxi-reader config --check)" if len(faults) > 1 else ""
    return f"{faults[0]}{more}" if faults else ""
