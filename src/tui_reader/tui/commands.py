"""The one table of commands: bindings, palette, keys overlay, footer and the README's key list all come from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby


class Group(StrEnum):
    """Where in the keys overlay a command stands."""

    READ = "Read"
    STORIES = "Stories"
    FOLLOW = "Follow a name"
    FIGURES = "Figures"
    KEEP = "Marks and notes"
    PAGE = "Page"
    APP = "Reader"
    BAR = "In the search bar"
    PANEL = "In a panel (keys in brackets: where typing narrows nothing)"


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do with a key."""

    name: str
    """What ``config.toml`` and the code call it; the screen's method is ``action_`` and the name."""
    keys: tuple[str, ...]
    """Textual's key names; the first is the one shown."""
    title: str
    """What it does, in a few words."""
    group: Group
    hint: str = ""
    """The word in the footer; empty where the footer leaves it out."""
    letters: tuple[str, ...] = ()
    """More keys in a panel whose list letters do not narrow."""


COMMANDS: tuple[Command, ...] = (
    Command("line_down", ("j", "down", "ctrl+e"), "one line down", Group.READ),
    Command("line_up", ("k", "up", "ctrl+y"), "one line up", Group.READ),
    Command("page_down", ("space", "pagedown", "f", "ctrl+f"), "one page down", Group.READ, "page"),
    Command("page_up", ("b", "pageup", "ctrl+b"), "one page up", Group.READ),
    Command("half_down", ("d", "ctrl+d"), "half a page down", Group.READ),
    Command("half_up", ("u", "ctrl+u"), "half a page up", Group.READ),
    Command("to_start", ("g", "home", "<"), "to the start; 20g to the twentieth line", Group.READ),
    Command("to_end", ("G", "end", ">"), "to the end; 20G as 20g", Group.READ),
    Command("to_percent", ("%", "p"), "so far into the story: 50%", Group.READ),
    Command("count", ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"), "how many: 5j, 3n, 2J", Group.READ),
    Command("paragraph_down", ("}",), "next paragraph", Group.READ),
    Command("paragraph_up", ("{",), "previous paragraph", Group.READ),
    Command("next_caption", (")",), "next caption, quote or callout", Group.READ),
    Command("previous_caption", ("(",), "previous caption, quote or callout", Group.READ),
    Command("next_story", ("J", "shift+down"), "next story", Group.STORIES, "story"),
    Command("previous_story", ("K", "shift+up"), "previous story", Group.STORIES),
    Command("to_sidebar", ("h", "left"), "to the list of stories", Group.STORIES),
    Command("to_text", ("l", "right", "enter"), "to the text", Group.STORIES),
    Command("switch_pane", ("tab",), "between list and text", Group.STORIES),
    Command("toggle_read", ("r",), "mark the story read or unread", Group.STORIES),
    Command("filter_stories", ("F",), "filter the list of stories by typing", Group.STORIES),
    Command("sort_stories", ("o",), "sort the list of stories by something else", Group.STORIES),
    Command("toggle_sidebar", ("\\",), "show or hide the list of stories", Group.STORIES),
    Command("search", ("/",), "search names and text", Group.FOLLOW, "search"),
    Command("next_mention", ("n",), "next mention, across all stories", Group.FOLLOW, "mention"),
    Command("previous_mention", ("N",), "previous mention", Group.FOLLOW),
    Command("take_entity", ("*",), "follow the name nearest the top line", Group.FOLLOW),
    Command("concordance", ("w",), "all its mentions in a list, the keyword centred", Group.FOLLOW),
    Command("names_here", ("e",), "the names of this story", Group.FOLLOW, "names"),
    Command("names_everywhere", ("E",), "the names of the archive", Group.FOLLOW),
    Command("card", ("i",), "what is said of the name", Group.FOLLOW),
    Command("only_mentioning", ("&",), "only stories that mention it, or all again", Group.FOLLOW),
    Command("back", ("ctrl+o", "alt+left"), "back to where you jumped from", Group.FOLLOW),
    Command("forward", ("alt+right",), "forward again", Group.FOLLOW),
    Command("next_figure", ("]",), "next figure, read out below", Group.FIGURES, "figure"),
    Command("previous_figure", ("[",), "previous figure", Group.FIGURES),
    Command("ledger", ("#",), "all figures in a table", Group.FIGURES),
    Command("set_mark", ("m",), "mark this place with a letter", Group.KEEP),
    Command("go_to_mark", ("'",), "go to a marked place; '' goes back", Group.KEEP),
    Command("note", ("a",), "a note on the selection, or the paragraph", Group.KEEP),
    Command("notes", ("A",), "all notes: read, change, export", Group.KEEP),
    Command("copy", ("y",), "copy the selection, or the paragraph, with its source", Group.KEEP),
    Command("save", ("s",), "save the story as Markdown", Group.KEEP),
    Command("open_original", ("O",), "open the original: in the browser, or its file in $EDITOR", Group.KEEP),
    Command("wider", ("+",), "longer lines; in the list, a wider one", Group.PAGE),
    Command("narrower", ("-",), "shorter lines; in the list, a narrower one", Group.PAGE),
    Command("preferred_measure", ("=",), "lines, or a list, of the preferred length", Group.PAGE),
    Command("as_scanned", ("v",), "the page as it came", Group.PAGE),
    Command("zen", ("z",), "nothing but the text", Group.PAGE),
    Command("colours", ("c",), "next colours", Group.PAGE),
    Command("keys", ("?", "f1"), "all keys", Group.APP, "keys"),
    Command("palette", (":",), "a command by its name", Group.APP),
    Command("clear", ("escape",), "clear what is lit, close what is open", Group.APP),
    Command("back_or_quit", ("q",), "back, or quit", Group.APP, "quit"),
    Command("quit_now", ("Q", "ctrl+c"), "quit now", Group.APP),
)

BAR_COMMANDS: tuple[Command, ...] = (
    Command("choose_next", ("down", "ctrl+n", "ctrl+j"), "next answer", Group.BAR, "choose"),
    Command("choose_previous", ("up", "ctrl+p", "ctrl+k"), "previous answer", Group.BAR),
    Command("accept", ("enter",), "go there; n and N walk on", Group.BAR, "go there"),
    Command("list_mentions", ("tab",), "all its mentions in a list", Group.BAR, "mentions"),
    Command("older_query", ("ctrl+up",), "a query asked before", Group.BAR),
    Command("newer_query", ("ctrl+down",), "a query asked since", Group.BAR),
    Command("dismiss", ("escape",), "back to where you were", Group.BAR, "back"),
)

PANEL_COMMANDS: tuple[Command, ...] = (
    Command("panel_next", ("down", "ctrl+n", "ctrl+j"), "next row", Group.PANEL, letters=("j", "n")),
    Command("panel_previous", ("up", "ctrl+p", "ctrl+k"), "previous row", Group.PANEL, letters=("k", "N")),
    Command("panel_page_down", ("pagedown", "ctrl+d"), "a page of rows down", Group.PANEL, letters=("space", "f")),
    Command("panel_page_up", ("pageup", "ctrl+b"), "a page of rows up", Group.PANEL, letters=("b",)),
    Command("panel_start", ("home",), "first row", Group.PANEL, letters=("g",)),
    Command("panel_end", ("end",), "last row", Group.PANEL, letters=("G",)),
    Command("panel_accept", ("enter",), "go there", Group.PANEL, "go there"),
    Command(
        "panel_keep", ("alt+enter", "ctrl+l"), "keep the list beside the text", Group.PANEL, "keep", letters=("w",)
    ),
    Command("panel_card", ("right",), "the name's card", Group.PANEL, "card", letters=("l",)),
    Command("panel_scope", ("tab",), "this story, or the whole archive", Group.PANEL, "story/archive"),
    Command("panel_order", ("ctrl+s",), "another order", Group.PANEL, "order"),
    Command("panel_export", ("ctrl+e",), "write the list to a file", Group.PANEL, "export"),
    Command("panel_repair", ("ctrl+r",), "repair the name: merge, split, rename, ignore", Group.PANEL, "repair"),
    Command("panel_undo", ("ctrl+t",), "take the last change back", Group.PANEL, letters=("u",)),
    Command("panel_edit", ("f2",), "change the note", Group.PANEL, "change", letters=("e",)),
    Command("panel_delete", ("delete",), "take the note away", Group.PANEL, "delete", letters=("x",)),
    Command("panel_close", ("escape", "left"), "back to where you were", Group.PANEL, "back", letters=("q", "h")),
)

FILTER_HINTS: tuple[Command, ...] = (
    Command("filter_open", ("enter",), "open the chosen story", Group.STORIES, "open"),
    Command("filter_leave", ("escape",), "list all stories", Group.STORIES, "lists all"),
    Command("filter_empty", ("ctrl+u",), "take the letters away", Group.STORIES, "clears"),
)
NOTE_HINTS: tuple[Command, ...] = (
    Command("note_keep", ("enter",), "keep the note", Group.KEEP, "keep"),
    Command("note_line", ("ctrl+j",), "begin a new line", Group.KEEP, "new line"),
    Command("note_leave", ("escape",), "leave the note unfinished", Group.KEEP, "leave"),
)
"""What the line of keys says while something is typed; these keys are the line's own and cannot be bound anew."""

_SYMBOLS = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "f1": "F1",
    "f2": "F2",
    "delete": "Del",
    "underscore": "_",
}


_MOST_LABELS = 6
"""Keys of one command that are all named."""


def key_label(key: str) -> str:
    """Give a key as a person reads it."""
    if len(key) == 1:
        return key
    *modifiers, plain = key.split("+")
    return "+".join([*modifiers, _SYMBOLS.get(plain, plain)])


def _labels(command: Command) -> list[str]:
    """Give all of a command's keys as a person reads them; of many, the first and the last."""
    labels = [key_label(key) for key in command.keys]
    if len(labels) > _MOST_LABELS:
        labels = [labels[0], "…", labels[-1]]
    return labels


def key_labels(command: Command) -> str:
    """Give all of a command's keys in one line."""
    more = [f"({' '.join(map(key_label, command.letters))})"] if command.letters else []
    return " ".join([*_labels(command), *more])


def rebound(commands: Iterable[Command], keys: Mapping[str, tuple[str, ...]]) -> Iterator[Command]:
    """Give the commands with the user's own keys in place of ours, by command name.

    A key that the user has given to one command is taken from the others; an empty tuple unbinds. A letter given to a
    panel's command acts where typing narrows nothing.
    """
    every = tuple(commands)
    taken = {key for command in every for key in keys.get(command.name, ())}
    for command in every:
        own = keys.get(command.name)
        if own is not None:
            letters = tuple(key for key in own if command.group is Group.PANEL and (len(key) == 1 or key == "space"))
            yield replace(command, keys=tuple(key for key in own if key not in letters), letters=letters)
        else:
            kept, letters = (tuple(key for key in some if key not in taken) for some in (command.keys, command.letters))
            yield replace(command, keys=kept, letters=letters)


@dataclass(frozen=True, slots=True)
class Keymap:
    """All commands with the keys that they have now: in the text, in the search bar, in a panel."""

    reading: tuple[Command, ...]
    bar: tuple[Command, ...]
    panel: tuple[Command, ...]

    @property
    def every(self) -> tuple[Command, ...]:
        """All of them, in the order of the keys overlay."""
        return (*self.reading, *self.bar, *self.panel)

    def key(self, name: str) -> str:
        """Give a command's first key as a person reads it; its name where it has none."""
        command = next(command for command in self.every if command.name == name)
        return key_label(command.keys[0]) if command.keys else f":{name}"


def keymap(keys: Mapping[str, tuple[str, ...]] | None = None) -> Keymap:
    """Give the commands with the user's own keys; a key has one meaning in each of the three places."""
    reading, bar, panel = (tuple(rebound(part, keys or {})) for part in (COMMANDS, BAR_COMMANDS, PANEL_COMMANDS))
    return Keymap(reading, bar, panel)


def default_keys() -> dict[str, tuple[str, ...]]:
    """Give the commands, each of which can be bound to other keys, by name, with their own keys."""
    return {command.name: (*command.keys, *command.letters) for command in keymap().every}


def keys_markdown() -> str:
    """Give the table of keys for the README, a table for each group."""
    parts = []
    for group, commands in groupby(keymap().every, key=lambda command: command.group):
        rows = [f"| {_code(command)} | {command.title} | `{command.name}` |" for command in commands]
        parts.append("\n".join([f"**{group}**", "", "| keys | what they do | name |", "| --- | --- | --- |", *rows]))
    return "\n\n".join(parts)


def _code(command: Command) -> str:
    said = " ".join(label if label == "…" else f"`{label}`" for label in _labels(command))
    letters = " ".join(f"`{key_label(key)}`" for key in command.letters)
    return (f"{said} ({letters})" if letters else said).replace("|", "\\|")
