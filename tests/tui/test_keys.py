"""Keys: the one table, bound anew by name, counted, listed, and named where there is little room."""

from pathlib import Path

import pytest
from textual import events

from tests.tui.reader import Reading, reading, write_stories
from tui_reader.settings import Settings
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.commands import Group, default_keys, key_labels, keymap
from tui_reader.tui.screens.keys import KeysStudy
from tui_reader.tui.screens.ledger import LedgerStudy
from tui_reader.tui.screens.xray import XRay


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Give a folder of four stories."""
    return write_stories(tmp_path / "stories")


# the table ------------------------------------------------------------------------------------------------------------


def test_every_command_can_be_bound_anew() -> None:
    """Each command has a name of its own, and the defaults written out change nothing."""
    names = [command.name for command in keymap().every]
    assert len(set(names)) == len(names)
    assert set(default_keys()) == set(names)
    written = keymap(default_keys())
    for command, again in zip(keymap().every, written.every, strict=True):
        assert set(command.keys) == set(again.keys)
        assert set(command.letters) == set(again.letters)


def test_no_key_means_two_things_in_one_place() -> None:
    """In the text, in the search bar and in a panel each key is one command's; a panel's letters apart."""
    for part in (keymap().reading, keymap().bar, keymap().panel):
        keys = [key for command in part for key in (*command.keys, *command.letters)]
        assert sorted(set(keys)) == sorted(keys)


def test_a_key_given_to_one_command_is_taken_from_the_other() -> None:
    """A key has one meaning in each place; an empty list unbinds; a panel's letter stays a letter."""
    mine = keymap({"zen": ("j",), "copy": (), "panel_next": ("x", "ctrl+x")})
    commands = {command.name: command for command in mine.every}
    assert commands["zen"].keys == ("j",)
    assert "j" not in commands["line_down"].keys
    assert commands["copy"].keys == ()
    assert commands["panel_next"].keys == ("ctrl+x",)
    assert commands["panel_next"].letters == ("x",)
    assert commands["panel_delete"].letters == ()
    assert mine.key("zen") == "j"
    assert mine.key("copy") == ":copy"


async def test_own_keys_act_in_a_panel(stories: Path) -> None:
    """A panel's key bound in the configuration acts there, the former one no longer does, and the hints say so."""
    keys = {"panel_close": ("ctrl+x",), "panel_order": ("ctrl+g",)}
    async with reading(stories, settings=Settings(keys=keys)) as at:
        await at.press("#")
        study = at.screen.study
        assert isinstance(study, LedgerStudy)
        assert "ctrl+x back" in at.text()
        order = study.order
        await at.press("ctrl+s")
        assert study.order is order
        await at.press("ctrl+g")
        assert study.order is not order
        await at.press("ctrl+x")
        assert at.screen.study is None


async def test_own_keys_act_in_the_search_bar(stories: Path) -> None:
    """The search bar's keys can be bound anew as well."""
    async with reading(stories, settings=Settings(keys={"dismiss": ("ctrl+x",)})) as at:
        await at.press("/", "a", "escape")
        assert at.screen.searching
        await at.press("ctrl+x")
        assert not at.screen.searching


# counts ---------------------------------------------------------------------------------------------------------------


async def test_a_number_says_how_often(stories: Path) -> None:
    """Digits before a key are for that key alone, as in less and vim."""
    async with reading(stories) as at:
        pane = at.screen.pane
        starts = [line.start for line in (pane.flow or pytest.fail("no flow")).lines()]
        await at.press("5", "j")
        assert pane.place == starts[5]
        await at.press("j")
        assert pane.place == starts[6]
        await at.press("2", "k", "1", "2", "space")
        assert pane.place == starts[16]
        await at.press("1", "0", "g")
        assert pane.place == starts[9]
        await at.press("2", "0", "G")
        assert pane.place == starts[19]
        await at.press("3", "escape", "j")
        assert pane.place == starts[20]


async def test_a_number_goes_to_a_share_of_the_story(stories: Path) -> None:
    """``50%`` and ``50p`` show the middle; the way back leads to where one was."""
    async with reading(stories) as at:
        length = len(at.screen.article.text)
        for key in ("%", "p"):
            await at.press("g", "5", "0", key)
            assert abs(at.screen.pane.place - length / 2) < 100
        await at.press("1", "0", "0", "p")
        assert at.screen.pane.end == length
        await at.press("p")
        assert at.screen.pane.place == 0


async def test_numbers_count_stories_mentions_and_figures(stories: Path) -> None:
    """``2J`` opens the story after the next, ``3]`` and ``3n`` the third figure and mention."""
    async with reading(stories) as at:
        await at.press("2", "J")
        assert at.screen.order == 2
        await at.press("3", "]")
        assert at.screen.figure == at.screen.figures()[2].span
        await at.press("*", "g", "n", "3", "n")
        trail, current = at.screen.trail, at.screen.current
        assert trail is not None
        assert current is not None
        assert trail.spans(at.screen.article.id).index(current) == 4
        await at.press("h", "4", "G")
        assert at.screen.order == 3


# the list of keys -----------------------------------------------------------------------------------------------------


async def test_the_keys_are_listed_and_narrowed(stories: Path) -> None:
    """``?`` lists every command under its group as it is bound; typing narrows by words, names and keys; Esc closes."""
    async with reading(stories, size=(120, 120), settings=Settings(keys={"zen": ("f9",)})) as at:
        await at.press("?")
        shown = at.text()
        assert isinstance(at.screen.study, KeysStudy)
        assert not [command.title for command in at.screen.keymap.every if command.title not in shown]
        assert not [group for group in Group if str(group) not in shown]
        assert "f9" in shown
        await at.type("caption")
        assert "next caption" in at.text()
        assert "one page down" not in at.text()
        await at.press("escape")
        assert at.screen.study is None


async def test_a_command_is_run_by_its_name(stories: Path) -> None:
    """``:`` and a few letters find a command, and Enter does it; one of another place is only explained."""
    async with reading(stories) as at:
        await at.press(":")
        await at.type("next story")
        await at.press("enter")
        assert at.screen.study is None
        assert at.screen.order == 1
        await at.press(":")
        await at.type("names_here")
        await at.press("enter")
        assert isinstance(at.screen.study, XRay)
        await at.press("escape", ":")
        await at.type("older_query")
        await at.press("enter")
        assert "asked before" in at.said


@pytest.mark.parametrize("size", [(40, 12), (60, 14)])
async def test_a_short_screen_names_the_way_out(stories: Path, size: tuple[int, int]) -> None:
    """Without a line of keys the status line names the one that leads on, while it says nothing else."""
    async with reading(stories, size=size) as at:
        await at.press("j")
        assert "? keys" in at.text().splitlines()[-1]
        await at.press("e")
        at.screen.say("")
        await at.pilot.pause()
        assert "Esc back" in at.text().splitlines()[-1]


def test_many_keys_are_named_shortly() -> None:
    """The digits are named by the first and the last; letters of lists without a filter stand in brackets."""
    labels = {command.name: key_labels(command) for command in keymap().every}
    assert labels["count"] == "1 … 0"
    assert labels["panel_close"] == "Esc ← (q h)"


async def test_what_is_said_names_the_keys_as_they_are_bound(stories: Path) -> None:
    """Wherever the reader is told of a key, it is the one that acts."""
    keys = {"search": ("ctrl+g",), "take_entity": ("X",), "keys": ("f3",), "note": ()}
    async with reading(stories, settings=Settings(keys=keys)) as at:
        assert "f3 every key" in at.said
        await at.press("n")
        assert at.said == "nothing is followed yet: ctrl+g searches, X takes the nearest name"
        await at.press("A")
        assert ":note writes one" in at.text()


# keys that come faster than they are answered -------------------------------------------------------------------------


async def burst(at: Reading, text: str) -> None:
    """Send keys all at once, as a terminal does that was kept waiting."""
    names = {"/": "slash", "\n": "enter", "#": "number_sign", "]": "right_square_bracket", "\x1b": "escape"}
    for letter in text:
        at.app.post_message(events.Key(names.get(letter, letter), letter if letter.isprintable() else None))
    await at.pilot.pause()
    while at.app.order.busy:
        await at.pilot.pause(0.01)
    await at.pilot.pause()


async def test_keys_in_a_burst_reach_what_they_were_meant_for(stories: Path) -> None:
    """Letters behind the key that opens the bar or a panel are typed there, and Enter acts on what was found."""
    async with reading(stories) as at:
        await burst(at, "/antwerp\n")
        assert at.screen.trail is not None
        assert at.screen.trail.label == "Antwerp"
        assert at.screen.study is None
        await burst(at, "#tonnes")
        study = at.screen.study
        assert isinstance(study, LedgerStudy)
        assert study.typed == "tonnes"
        await burst(at, "\x1bJJ")
        assert at.screen.order == 2
        await burst(at, "g5j")
        flow = at.screen.pane.flow
        assert flow is not None
        assert at.screen.pane.place == flow.line(flow.move(flow.start, 5)).start


async def test_a_key_that_is_never_reported_holds_no_other_back(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a key's way is cut off, those behind it go on after a moment."""
    async with reading(stories) as at:
        monkeypatch.setattr(ReaderApp, "on_worked_through", lambda _app: None)
        await at.press("j")
        place = at.screen.pane.place
        monkeypatch.setattr("tui_reader.tui.typing_order.LOST", 0.0)
        await at.press("j")
        assert at.screen.pane.place > place
