"""The one table of commands: bindings, palette, keys overlay, footer and the README's key list all come from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Where in the keys overlay a command stands."""

    READ = "Read"
    STORIES = "Stories"
    FOLLOW = "Follow a name"
    FIGURES = "Figures"
    PAGE = "Page"
    APP = "Reader"
    BAR = "In the search bar"


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


COMMANDS: tuple[Command, ...] = (
    Command("line_down", ("j", "down"), "one line down", Group.READ),
    Command("line_up", ("k", "up"), "one line up", Group.READ),
    Command("page_down", ("space", "pagedown", "f"), "one page down", Group.READ, "page"),
    Command("page_up", ("b", "pageup"), "one page up", Group.READ),
    Command("half_down", ("d",), "half a page down", Group.READ),
    Command("half_up", ("u",), "half a page up", Group.READ),
    Command("to_start", ("g", "home"), "to the start", Group.READ),
    Command("to_end", ("G", "end"), "to the end", Group.READ),
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
    Command("toggle_sidebar", ("\\",), "show or hide the list of stories", Group.STORIES),
    Command("search", ("/",), "search names and text", Group.FOLLOW, "search"),
    Command("next_mention", ("n",), "next mention, across all stories", Group.FOLLOW, "mention"),
    Command("previous_mention", ("N",), "previous mention", Group.FOLLOW),
    Command("take_entity", ("*",), "follow the name nearest the top line", Group.FOLLOW),
    Command("back", ("ctrl+o", "alt+left"), "back to where you jumped from", Group.FOLLOW),
    Command("forward", ("alt+right",), "forward again", Group.FOLLOW),
    Command("next_figure", ("]",), "next figure, read out below", Group.FIGURES, "figure"),
    Command("previous_figure", ("[",), "previous figure", Group.FIGURES),
    Command("wider", ("+",), "longer lines", Group.PAGE),
    Command("narrower", ("-",), "shorter lines", Group.PAGE),
    Command("preferred_measure", ("=",), "lines of the preferred length", Group.PAGE),
    Command("as_scanned", ("v",), "the page as it came", Group.PAGE),
    Command("zen", ("z",), "nothing but the text", Group.PAGE),
    Command("colours", ("c",), "next colours", Group.PAGE),
    Command("copy", ("y",), "copy the selection, or the paragraph, with its source", Group.PAGE),
    Command("keys", ("?", "f1"), "all keys", Group.APP, "keys"),
    Command("palette", (":",), "commands by name", Group.APP),
    Command("clear", ("escape",), "clear what is lit, close what is open", Group.APP),
    Command("back_or_quit", ("q",), "back, or quit", Group.APP, "quit"),
    Command("quit_now", ("Q", "ctrl+c"), "quit now", Group.APP),
)

BAR_COMMANDS: tuple[Command, ...] = (
    Command("choose_next", ("down", "ctrl+n", "ctrl+j"), "next answer", Group.BAR, "choose"),
    Command("choose_previous", ("up", "ctrl+p", "ctrl+k"), "previous answer", Group.BAR),
    Command("accept", ("enter",), "go there; n and N walk on", Group.BAR, "go there"),
    Command("dismiss", ("escape",), "back to where you were", Group.BAR, "back"),
)

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
}


def key_label(key: str) -> str:
    """Give a key as a person reads it."""
    if len(key) == 1:
        return key
    *modifiers, plain = key.split("+")
    return "+".join([*modifiers, _SYMBOLS.get(plain, plain)])


def key_labels(command: Command) -> str:
    """Give all of a command's keys as a person reads them."""
    return " ".join(key_label(key) for key in command.keys)


def rebound(commands: Iterable[Command], keys: Mapping[str, tuple[str, ...]]) -> Iterator[Command]:
    """Give the commands with the user's own keys in place of ours, by command name."""
    for command in commands:
        own = keys.get(command.name)
        yield Command(command.name, own, command.title, command.group, command.hint) if own else command
