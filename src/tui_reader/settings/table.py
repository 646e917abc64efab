"""The one table of settings: the reader of the file, its errors and the printed defaults all derive from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tui_reader.model import FigureKind
from tui_reader.settings.folders import cache_folder, state_folder

type_names: Mapping[type, str] = MappingProxyType(
    {bool: "true or false", int: "a whole number", str: "a string", tuple: "a list of strings", Path: "a folder"}
)
"""How each type of setting is called in an error message."""

KEYS = "keys"
"""The table of the file that binds keys to actions; its entries are the commands, which the front end knows."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set."""

    name: str
    kind: type
    """bool, int, str, tuple (of strings) or Path (an absolute folder, written as a string, may begin with ``~/``)."""
    default: bool | int | str | tuple[str, ...]
    """As written in the file; an empty string for a folder means the XDG one."""
    comment: str
    """What it does, for the printed configuration."""
    lowest: int = 0
    highest: int = 0
    choices: tuple[str, ...] = ()
    """What a string, or each of a list, may be; empty where anything may."""
    words: tuple[str, ...] = ()
    """What may stand in place of a value of the kind."""

    def fault(self, value: object, themes: Collection[str] = ()) -> str:
        """Say what is wrong with a value from the file, or nothing."""
        if self.kind is tuple:
            fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        else:
            fits = type(value) is (str if self.kind is Path else self.kind)
        if not fits and value not in self.words:
            kind = type_names[self.kind]
            alternatives = _alternatives((*kind.split(" or "), *map(shown, self.words))) if self.words else kind
            return f"must be {alternatives}, not {shown(value)}"
        if isinstance(value, int) and not isinstance(value, bool) and not self.lowest <= value <= self.highest:
            return f"must be between {self.lowest} and {self.highest}, not {shown(value)}"
        if self.kind is Path and value and not _absolute(str(value)):
            return f"must be an absolute folder, not {shown(value)}"
        choices = themes if self.name == "theme" else self.choices
        for item in value if isinstance(value, list) else [value]:
            if choices and item not in choices:
                return f"must be {_alternatives(choices)}, not {shown(item)}"
        return ""


TABLE = (
    Setting(
        "theme",
        str,
        "ink",
        "Colours: ink (dark), newsprint (light), high-contrast, terminal (its own), or one of Textual's.",
    ),
    Setting("measure", int, 66, "Width of a line of text, in cells.", lowest=45, highest=100),
    Setting(
        "figures",
        tuple,
        tuple(FigureKind),
        "Kinds of figures that are lit in the text; an empty list lights none.",
        choices=tuple(FigureKind),
    ),
    Setting("sidebar_width", int, 32, "Width of the list of stories, in cells.", lowest=16, highest=80),
    Setting("justify", bool, False, "Set both edges of the text straight."),  # noqa: FBT003 - a table of values
    Setting("hyphenate", bool, False, "Divide words at the end of a line."),  # noqa: FBT003 - a table of values
    Setting("mouse", bool, True, "Let the mouse scroll, choose and follow."),  # noqa: FBT003 - a table of values
    Setting(
        "pictures",
        bool,
        True,  # noqa: FBT003 - a table of values
        'Show pictures where the terminal can; "blocks" draws them with characters even where it could do better.',
        words=("blocks",),
    ),
    Setting("cache_folder", Path, "", "Where the index is kept; empty: $XDG_CACHE_HOME/shanxi-reader."),
    Setting("state_folder", Path, "", "Where places, marks and notes are kept; empty: $XDG_STATE_HOME/shanxi-reader."),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; made without arguments, the defaults."""

    theme: str = "ink"
    measure: int = 66
    """Cells a line."""
    figures: frozenset[FigureKind] = frozenset(FigureKind)
    """The kinds that are lit."""
    sidebar_width: int = 32
    """Cells."""
    justify: bool = False
    hyphenate: bool = False
    mouse: bool = True
    pictures: bool | str = True
    """``blocks`` for characters alone."""
    cache_folder: Path | None = field(default_factory=cache_folder)
    """Where the index is kept; None where there is no home: then it is not kept."""
    state_folder: Path | None = field(default_factory=state_folder)
    """Where the reading state is kept; None where there is no home: then it is not kept."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Action name to its keys, for the actions that the file binds anew; an empty tuple unbinds."""


def shown(value: object) -> str:
    """Show a value of the file in an error message: as TOML writes it, short, without anything that acts."""
    try:
        text = {True: "true", False: "false"}[value] if isinstance(value, bool) else repr(value)
    except ValueError:  # Python writes no whole number of thousands of digits
        text = "a number that is too long"
    return text if len(text) <= 60 else f"{text[:59]}…"


def _absolute(folder: str) -> bool:
    try:
        return "\0" not in folder and Path(folder).expanduser().is_absolute()
    except RuntimeError:  # no home to stand for the tilde
        return False


def _alternatives(choices: Collection[str]) -> str:
    *others, last = choices
    return f"{', '.join(others)} or {last}" if others else last
