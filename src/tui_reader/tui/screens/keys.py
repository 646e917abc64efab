"""All commands with their keys in a panel, narrowed by typing; Enter does what is chosen."""

from itertools import groupby
from typing import ClassVar

from tui_reader.text.cells import width
from tui_reader.tui.commands import Command, Group, key_label, key_labels
from tui_reader.tui.screens.study import Study, StudyActions
from tui_reader.tui.widgets.strip import Parts
from tui_reader.tui.widgets.window import fit

_KEY_CELLS, _TITLE_CELLS = 26, 60
_ROOMY = 100
"""Cells from which the name of a command stands behind its title."""
_ELSEWHERE = (Group.BAR, Group.PANEL)
"""Groups whose commands do something only where they belong."""


class KeysStudy(Study):
    """The one table of commands, as the reader has bound them."""

    tall: ClassVar[bool] = True
    narrows: ClassVar[bool] = True
    goes: ClassVar[str] = "do it"

    def __init__(self, desk: StudyActions) -> None:
        super().__init__(desk)
        self._take()

    def _take(self) -> None:
        """List the commands whose words, name or keys hold all that was typed, under the heads of their groups.

        Those that are called so, or have that very key, come first.
        """
        wanted = self.typed.casefold().split()
        named = [
            (rank, command) for command in self.desk.keymap.reading if (rank := _rank(command, self.typed.strip()))
        ]
        self._rows: list[Command | str] = [command for _, command in sorted(named, key=lambda each: each[0])]
        for group, commands in groupby(self.desk.keymap.every, key=lambda command: command.group):
            kept = [command for command in commands if command not in self._rows and _answers(command, wanted)]
            if kept:
                self._rows += [*([""] if self._rows else []), str(group), *kept]

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What the panel is about."""
        return "Keys and commands"

    @property
    def said(self) -> str:
        """Where keys are bound."""
        return "bound anew in config.toml"

    @property
    def empty(self) -> str:
        """Say that nothing is called so."""
        return f"no command is called “{self.typed}”"

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, number: int, cells: int) -> Parts:
        """Draw a command with its keys, or the head of a group."""
        command = self._rows[number]
        if isinstance(command, str):
            return [(fit(command, cells), "section")]
        keys = key_labels(command) or "not bound"
        room = min(_KEY_CELLS, max(10, cells // 3))
        left = max(1, cells - max(room, width(keys) + 2))
        said = min(left, _TITLE_CELLS) if cells >= _ROOMY else left
        parts = [(fit(keys, max(room, width(keys) + 2)), "name"), (fit(command.title, said), "")]
        return [*parts, (fit(f"  {command.name}", left - said), "dim")] if left > said else parts

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Say in full what the chosen one does, and how it is called."""
        command = self._rows[number]
        said = f"{command.title} · {command.name}" if isinstance(command, Command) else ""
        return [[(fit(said, cells), "")]]

    def can_choose(self, number: int) -> bool:
        """Heads cannot be chosen."""
        return isinstance(self._rows[number], Command)

    # what the keys do ---------------------------------------------------------------------------------------------

    def narrow(self, typed: str) -> None:
        """Keep the commands that answer what was typed."""
        super().narrow(typed)
        self._take()

    def renew(self) -> None:
        """Take the keys as they are bound now."""
        self._take()

    def accept(self, number: int) -> None:
        """Do what was chosen, as its key does."""
        command, desk = self._rows[number], self.desk
        if not isinstance(command, Command):
            return
        if command.group in _ELSEWHERE or command.name == "count":
            desk.say(f"{key_labels(command)}: {command.title}")
            return
        desk.close_study()
        desk.call_later(desk.run_action, command.name)


def _rank(command: Command, typed: str) -> int:
    """Tell how well a command is meant by its key or name, 1 the best; 0 where it is not."""
    if not typed:
        return 0
    if typed in command.keys or typed in map(key_label, command.keys):
        return 1
    name, called = command.name, "_".join(typed.casefold().split())
    if name == called:
        return 2
    if name.startswith(called):
        return 3
    return 4 if called in name.split("_") else 0


def _answers(command: Command, wanted: list[str]) -> bool:
    said = f"{command.title} {command.group} {command.name} {key_labels(command)}".casefold()
    return all(word in said for word in wanted)
