"""What the foot says is the case, and what it says a key does is what the key does."""

from pathlib import Path

import pytest
from textual import events

from tests.tui.reader import Reading, reading, write_stories
from tui_reader.archive import Archive
from tui_reader.settings import Settings
from tui_reader.state import ReadingState
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.screens.keys import KeysStudy
from tui_reader.tui.screens.ledger import LedgerStudy


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Give a folder of four stories."""
    return write_stories(tmp_path / "stories")


async def test_the_way_back_takes_back_what_was_said_of_where_it_came_from(stories: Path) -> None:
    """After a step back nothing counts a mention that is elsewhere."""
    async with reading(stories) as at:
        await at.press("/")
        await at.type("antwerp")
        await at.press("enter", *["n"] * 20)
        assert at.said.startswith("Antwerp 21/")
        await at.press("ctrl+o")
        assert at.said == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [("q", "back_or_quit"), ("Q", "quit_now"), ("mark", "set_mark"), ("zen", "zen"), ("led", "ledger")],
)
async def test_a_command_is_found_first_by_its_key_or_name(stories: Path, typed: str, name: str) -> None:
    """In the list of commands, the one that has that key or is called so stands first."""
    async with reading(stories) as at:
        await at.press(":")
        await at.type(typed)
        study = at.screen.study
        assert isinstance(study, KeysStudy)
        command = study._rows[at.screen.panel.cursor]
        assert not isinstance(command, str)
        assert command.name == name
        assert "Enter do it" in at.text()


async def test_a_quit_by_its_key_in_the_list_quits(stories: Path) -> None:
    """``:``, ``q``, Enter is leaving."""
    async with reading(stories) as at:
        await at.press(":", "q", "enter")
        await at.pilot.pause(0.05)
        assert not at.app.is_running


async def test_ledger_and_text_do_not_contradict(tmp_path: Path) -> None:
    """Where a figure and its conversion share a row, the ledger says how many figures its rows hold."""
    folder = tmp_path / "stories"
    folder.mkdir()
    words = "The canal is 10 miles (16 kilometres) long and has 40 locks."
    (folder / "canal.md").write_text(f"# A canal\n\n{words}\n", encoding="utf-8")
    async with reading(folder) as at:
        await at.press("]")
        printed = at.said.split(" ")[0].split("/")[1]
        await at.press("#")
        study = at.screen.study
        assert isinstance(study, LedgerStudy)
        assert len(study.rows) < int(printed)
        assert f" rows · {printed} figures" in study.said


async def test_a_letter_takes_the_place_of_a_suggested_answer(stories: Path) -> None:
    """What is typed at once replaces the suggestion; after End it is added."""
    async with reading(stories) as at:
        await at.press("s", "x")
        assert at.screen._ready_ask().value == "x"
        assert "ctrl+u clears" in at.text()
        await at.press("escape", "s", "end", "x")
        assert at.screen._ready_ask().value == ".x"
        await at.press("escape")


async def test_the_line_of_keys_is_the_note_s_while_one_is_written(stories: Path) -> None:
    """While a note is written the line of keys names its keys, and afterwards those of reading."""
    async with reading(stories) as at:
        await at.press("a")
        assert "Enter keep" in at.text()
        assert "ctrl+j new line" in at.text()
        await at.press("escape")
        assert "? keys" in at.text()


async def test_a_letter_that_is_waited_for_is_asked_for(stories: Path) -> None:
    """``m`` and ``'`` say below that a letter is due, and digits what may follow them."""
    async with reading(stories) as at:
        await at.press("m")
        assert at.said == "mark: which letter?"
        await at.press("escape")
        assert at.said == ""
        await at.press("'")
        assert at.said == "go to mark: which letter?"
        await at.press("escape", "5")
        assert at.said.startswith("5 … 5j lines · 5J stories · 5% of the story")
        await at.press("escape", "%")
        assert "50%" in at.said


async def test_only_the_stories_of_the_nearest_name(stories: Path) -> None:
    """``&`` with nothing followed takes the nearest name, as ``w`` and ``i`` do."""
    async with reading(stories) as at:
        await at.press("&")
        assert "mention" in at.said
        assert at.screen.listing_only


async def test_a_broken_configuration_is_told_before_the_welcome(stories: Path) -> None:
    """At the very first start what is wrong is said, with how much more there is; the welcome comes another time."""
    archive = Archive([str(stories)])
    archive.read_first(None)
    state = ReadingState.open(None)
    app = ReaderApp(archive, Settings(), state, ["config.toml: line 1: x: wrong", "config.toml: line 2: y: wrong"])
    async with app.run_test(size=(120, 36)) as pilot:
        at = Reading(app, pilot)
        await at.wait_for_names()
        assert at.said == "config.toml: line 1: x: wrong (and 1 more: shanxi-reader config --check)"
        assert not state.choices().get("welcomed")


async def test_the_filter_chooses_the_first_match_and_enter_opens_it(stories: Path) -> None:
    """While the list is filtered its first story is chosen; Enter opens it and goes to the text, the keys say so."""
    async with reading(stories) as at:
        await at.press("F")
        assert "Enter open" in at.text()
        assert "Esc lists all" in at.text()
        await at.type("gen")
        await at.pilot.pause(0.05)
        assert at.screen.sidebar.cursor == 0
        await at.press("enter")
        assert at.screen.article.title == "Genoa counts its ships"
        assert at.screen.focused is at.screen.pane
        assert "? keys" in at.text()


async def test_enter_right_behind_the_letters_of_the_filter_opens_the_match(stories: Path) -> None:
    """Keys typed faster than the list is worked out do the same."""
    async with reading(stories) as at:
        for key in ("F", "h", "a", "m", "enter"):
            at.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await at.pilot.pause(0.3)
        assert at.screen.article.title == "Hamburg counts its ships"


async def test_a_short_story_is_read_once_it_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story that fits on the screen is read after a moment and a key, not as it opens; an empty one says so."""
    folder = write_stories(tmp_path / "stories", paragraphs=1)
    (folder / "story-0.md").write_text("", encoding="utf-8")
    async with reading(folder) as at:
        assert "empty" in at.text()
        assert "✓" not in at.text()
        await at.press("J", "J", "K")
        assert not at.screen.is_read("story-2")
        monkeypatch.setattr("tui_reader.tui.screens.reading._MOMENT", 0.0)
        await at.press("j")
        assert at.screen.is_read(at.screen.article.id)
