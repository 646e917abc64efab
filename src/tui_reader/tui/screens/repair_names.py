"""Repairing a name: what may be done, shown with the line it writes; one with another, one off another, by its name."""

from collections.abc import Callable
from typing import ClassVar

from tui_reader.archive import study
from tui_reader.archive.study import Alias, NameRow
from tui_reader.tui.screens.panels import PanelActions
from tui_reader.tui.screens.study import Study
from tui_reader.tui.widgets.answers import KIND_WORDS
from tui_reader.tui.widgets.strip import Parts
from tui_reader.tui.widgets.window import fit

_KIND_CELLS = 8


class RepairMenu(Study):
    """What may be done about a name."""

    desk: PanelActions
    beside: ClassVar[bool] = True
    goes: ClassVar[str] = "do it"

    def __init__(self, desk: PanelActions, name: NameRow) -> None:
        super().__init__(desk)
        self.name = name
        self._choices: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            ("m", "merge", "it is the same as another name", self._merge),
            ("s", "split", "one of its names means something else", self._split),
            ("r", "rename", "show it under another name", self._rename),
            ("x", "ignore", "it is no name: leave it out", self._ignore),
            ("u", "undo", "take the last repair back", desk.undo_repair),
        )

    @property
    def title(self) -> str:
        """Which name is repaired."""
        return f"Repair “{self.name.name}”"

    @property
    def said(self) -> str:
        """Where repairs are kept."""
        return "kept in aliases.toml"

    @property
    def count(self) -> int:
        """How many repairs there are."""
        return len(self._choices)

    def row(self, number: int, cells: int) -> Parts:
        """Draw a choice with its key."""
        letter, word, why, _ = self._choices[number]
        return [(f"{letter} ", "count"), (fit(word, 9), "name"), (fit(why, max(1, cells - 11)), "dim")]

    def accept(self, number: int) -> None:
        """Do what was chosen."""
        self._choices[number][3]()

    @property
    def more_keys(self) -> dict[str, Callable[[], None]]:
        """The choices' own letters."""
        return {letter: act for letter, _, _, act in self._choices}

    def _merge(self) -> None:
        self.desk.open_study(MergeWith(self.desk, self.name))

    def _split(self) -> None:
        self.desk.open_study(SplitOff(self.desk, self.name))

    def _rename(self) -> None:
        self.desk.ask(f"show “{self.name.name}” as:", self.name.name, self._take_name)

    def _take_name(self, typed: str) -> str:
        new = " ".join(typed.split())
        if new in ("", self.name.name):
            return "give it another name · Esc leaves"
        return "" if self.desk.repair("rename", self.name.name, new) else self.desk.status.said

    def _ignore(self) -> None:
        self.desk.repair("ignore", self.name.name)


class MergeWith(Study):
    """The names of the archive, to choose the one that is meant."""

    desk: PanelActions
    beside: ClassVar[bool] = True
    narrows: ClassVar[bool] = True

    def __init__(self, desk: PanelActions, name: NameRow) -> None:
        super().__init__(desk)
        self.name = name
        self._load()

    def _load(self) -> None:
        # what is nearly called so stands first: the likeliest twins
        query = self.typed or self.name.name
        near = study.names_of_archive(self.desk.archive, query)
        others = [] if self.typed else study.names_of_archive(self.desk.archive)
        rows = {row.key: row for row in (*near, *others) if row.key != self.name.key}
        self.rows = list(rows.values())

    @property
    def title(self) -> str:
        """What is asked."""
        return f"“{self.name.name}” is the same as"

    @property
    def said(self) -> str:
        """Nothing more."""
        return ""

    @property
    def empty(self) -> str:
        """What to do where nothing is found."""
        return f"no name like “{self.typed}” · ctrl+u clears"

    @property
    def count(self) -> int:
        """How many names there are."""
        return len(self.rows)

    def row(self, number: int, cells: int) -> Parts:
        """Draw a name."""
        row = self.rows[number]
        kind = fit(KIND_WORDS[row.kind], _KIND_CELLS)
        return [(kind, "kind"), (fit(row.name, max(1, cells - 14)), "name"), (f"{row.mentions:,}".rjust(6), "count")]

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Show the line that Enter writes."""
        line = f'+ "{self.rows[number].name}" = ["{self.name.name}"]'
        return [[(fit(line, cells), "")]]

    def narrow(self, typed: str) -> None:
        """Keep the names that are nearly called so."""
        super().narrow(typed)
        self._load()

    def renew(self) -> None:
        """Take the names anew."""
        self._load()

    def accept(self, number: int) -> None:
        """Merge the name into the chosen one."""
        self.desk.repair("merge", self.rows[number].name, self.name.name)


class SplitOff(Study):
    """What a name is also called, to choose what does not mean it."""

    desk: PanelActions
    beside: ClassVar[bool] = True

    def __init__(self, desk: PanelActions, name: NameRow) -> None:
        super().__init__(desk)
        self.name = name
        card = study.card(desk.archive, name.key)
        self.aliases: tuple[Alias, ...] = card.aliases if card is not None else ()

    @property
    def title(self) -> str:
        """What is asked."""
        return f"This does not mean “{self.name.name}”"

    @property
    def empty(self) -> str:
        """Say that there is nothing to split off."""
        return f"it has no other name · {self.desk.key('panel_close')} goes back"

    @property
    def count(self) -> int:
        """How many surfaces there are."""
        return len(self.aliases)

    def row(self, number: int, cells: int) -> Parts:
        """Draw a surface, and why it was tied to the name."""
        alias = self.aliases[number]
        shown = fit(alias.text, max(8, cells // 2 - 3))
        rest = max(1, cells - len(shown) - 6)
        return [(shown, "name"), (fit(alias.reason, rest), "dim"), (f"{alias.mentions:,}".rjust(6), "count")]

    def accept(self, number: int) -> None:
        """Split the surface off."""
        self.desk.repair("split", self.name.name, self.aliases[number].text)
