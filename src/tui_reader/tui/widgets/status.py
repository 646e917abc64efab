"""The two lines at the foot: what is the case, and which keys matter now."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui_reader.text.cells import width
from tui_reader.tui.commands import Command, key_label
from tui_reader.tui.looks import looks
from tui_reader.tui.widgets.drawn import Drawn, row
from tui_reader.tui.widgets.window import fit

WAYS_OUT = frozenset({"keys", "panel_close", "dismiss"})
"""Commands that a reader who is lost needs first."""


class StatusLine(Drawn):
    """What was just found at the left, the place in the story at the right."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._said = ""
        self._notice = False
        self._place = ""
        self._commands: tuple[Command, ...] = ()
        self.hinting = False
        """The keys that matter stand here while nothing is said: there is no line for them."""

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Take the commands to hint at, the most telling first."""
        if tuple(commands) != self._commands:
            self._commands = tuple(commands)
            self.refresh()

    def say(self, text: str, *, notice: bool = False) -> None:
        """Show a message until the next one; a notice stands out."""
        if (text, notice) != (self._said, self._notice):
            self._said, self._notice = text, notice
            self.refresh()

    @property
    def said(self) -> str:
        """The message shown."""
        return self._said

    @property
    def is_notice(self) -> bool:
        """Whether the message shown is a notice."""
        return self._notice

    def set_place(self, text: str) -> None:
        """Show where the reader is."""
        if text != self._place:
            self._place = text
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        cells, ground = self.size.width, self.rich_style
        place = self._place if width(self._place) + 12 <= cells else ""
        if self._said and width(self._said) + width(place) + 4 > cells:
            place = place.split(" · ")[0] if width(self._said) + 12 <= cells else ""
        room = max(0, cells - width(place) - 3)
        style = looks(self.app)["status--notice"] if self._notice else Style.null()
        dim = looks(self.app)["status--dim"]
        hints = hinted(self._commands, room, ground, looks(self.app)) if self.hinting and not self._said else []
        left = room - sum(width(hint.text) for hint in hints)
        segments = [
            Segment(" ", ground),
            *hints,
            Segment(fit(self._said, left), ground + style),
            Segment(f" {place} ", ground + dim),
        ]
        return row(segments, cells, ground)


class KeyHints(Drawn):
    """The keys that matter now, as many as fit."""

    def __init__(self) -> None:
        super().__init__(id="hints")
        self._commands: tuple[Command, ...] = ()

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Take the commands to hint at, the most telling first."""
        if tuple(commands) != self._commands:
            self._commands = tuple(commands)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the hints."""
        del y
        cells, ground = self.size.width, self.rich_style
        return row([Segment(" ", ground), *hinted(self._commands, cells - 1, ground, looks(self.app))], cells, ground)


def hinted(commands: Sequence[Command], cells: int, ground: Style, looks_now: Mapping[str, Style]) -> list[Segment]:
    """Draw as many keys with their words as fit."""
    segments: list[Segment] = []
    used = 0
    for command in commands:
        key, word = key_label(command.keys[0]), command.hint
        if used + width(key) + width(word) + 2 > cells:
            break
        segments += [Segment(f"{key} ", ground + looks_now["hint--key"])]
        segments += [Segment(f"{word}  ", ground + looks_now["hint--word"])]
        used += width(key) + width(word) + 3
    return segments
