"""Study panels, driven by keys: what they list, what they preview, where they lead, and that Esc leaves no trace."""

from pathlib import Path

import pytest

from tests.tui.reader import Reading, large, reading, write_stories
from tui_reader.tui.screens.card import CardStudy
from tui_reader.tui.screens.concordance import Concordance
from tui_reader.tui.screens.ledger import LedgerStudy
from tui_reader.tui.screens.trail import EntityTrail
from tui_reader.tui.screens.xray import XRay

SIZES = [(40, 12), (80, 24), (120, 36), (200, 50)]
OPENERS = ["w", "e", "E", "i", "#"]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Give a folder of four stories."""
    return write_stories(tmp_path / "stories")


async def follow(at: Reading, name: str) -> None:
    """Follow a name."""
    await at.press("/")
    await at.type(name)
    await at.press("enter")


# all panels -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("opener", OPENERS)
async def test_escape_restores_the_screen_exactly(stories: Path, size: tuple[int, int], opener: str) -> None:
    """A panel opened, walked through and left by Esc leaves story, place, lights and every cell as they were."""
    async with reading(stories, size=size) as at:
        await at.press("space", "J", "space", "]")
        at.screen.say("")
        await at.pilot.pause()
        before, rows = at.screen.view(), at.rows()
        await at.press(opener)
        assert at.screen.study is not None
        await at.press("down", "down", "pagedown", "end", "home", "down")
        while at.screen.study is not None:
            await at.press("escape")
        assert at.screen.view() == before
        assert at.screen.focused is at.screen.pane
        assert at.rows()[:-1] == rows[:-1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("opener", OPENERS)
async def test_every_row_fits_its_panel(stories: Path, size: tuple[int, int], opener: str) -> None:
    """No row is wider than the panel, whatever the size, and the chosen row is in view."""
    async with reading(stories, size=size) as at:
        await at.press(opener)
        panel = at.screen.panel
        await at.press("down", "down", "down")
        for y in range(panel.size.height):
            assert panel.render_line(y).cell_length == panel.size.width
        shown = [panel.item_at(y) for y in range(panel.size.height)]
        assert panel.cursor in shown


async def test_a_preview_moves_neither_the_place_kept_nor_the_read_marks(stories: Path, tmp_path: Path) -> None:
    """What a panel shows in passing is not read, and the places of the stories it shows stay where they were."""
    async with reading(stories, state=tmp_path / "state") as at:
        await at.press("J", "j", "j")
        place = at.screen.pane.place
        await at.press("J", "#", "tab", "end", "up", "home", "escape")
        assert not any(at.screen.is_read(f"story-{number}") for number in range(1, 5))
        await at.press("K")
        assert at.screen.pane.place == place


async def test_quitting_from_a_panel_keeps_the_place_before_it(stories: Path, tmp_path: Path) -> None:
    """A panel is no place: the next start opens where the reader was."""
    async with reading(stories, state=tmp_path / "state") as at:
        await at.press("J", "space")
        place = at.screen.here
        await at.press("#", "tab", "end", "ctrl+c")
    async with reading(stories, state=tmp_path / "state") as at:
        assert at.screen.here == place


# concordance ----------------------------------------------------------------------------------------------------------


async def test_the_concordance_lists_every_mention_with_the_keyword_in_one_column(stories: Path) -> None:
    """One line per mention, in reading order; every keyword stands in the same column."""
    async with reading(stories) as at:
        await follow(at, "antwerp")
        await at.press("w")
        study = at.screen.study
        assert isinstance(study, Concordance)
        assert study.count == study.trail.total
        columns = {study.row(number, 100)[0][0].__len__() for number in range(study.count)}
        assert len(columns) == 1
        assert all(study.row(number, 100)[1][0] == "Antwerp" for number in range(study.count))


async def test_moving_previews_and_enter_jumps(stories: Path) -> None:
    """Each line moved to is shown and lit; Enter goes there, and the way back leads to where the reader was."""
    async with reading(stories) as at:
        await at.press("space")
        here = at.screen.here
        await at.press("/")
        await at.type("antwerp")
        await at.press("tab")
        assert isinstance(at.screen.study, Concordance)
        for _ in range(20):
            await at.press("j")
            current = at.screen.current
            assert current is not None
            assert at.screen.span_in_view(current)
            assert at.screen.article.text[current.start : current.end] == "Antwerp"
        chosen = at.screen.article.id, at.screen.current
        await at.press("enter")
        assert at.screen.study is None
        assert (at.screen.article.id, at.screen.current) == chosen
        await at.press("ctrl+o")
        assert at.screen.here == here


async def test_a_kept_list_goes_along_with_the_reader(stories: Path) -> None:
    """Kept beside the text, the list stays while reading, follows ``n``, and goes with Esc without moving the text."""
    async with reading(stories) as at:
        await follow(at, "antwerp")
        await at.press("w", "down", "ctrl+l")
        assert at.screen.focused is at.screen.pane
        assert at.screen.panel.display
        cursor = at.screen.panel.cursor
        await at.press("n", "n")
        assert at.screen.panel.cursor == cursor + 2
        place = at.screen.here
        await at.press("w")
        assert at.screen.panel.has_focus
        await at.press("tab", "escape")
        assert at.screen.study is None
        assert at.screen.here == place


async def test_hits_in_the_text_have_a_concordance_too(stories: Path) -> None:
    """``Tab`` on a place in the text lists all places of the query."""
    async with reading(stories) as at:
        await at.press("/")
        await at.type("queue grows")
        await at.press("tab")
        study = at.screen.study
        assert isinstance(study, Concordance)
        assert study.count > 20


# names ----------------------------------------------------------------------------------------------------------------


async def test_names_are_narrowed_by_typing_and_followed_by_enter(stories: Path) -> None:
    """Typing keeps the names that hold it; Enter follows the chosen one from its next mention on."""
    async with reading(stories) as at:
        await at.press("e")
        study = at.screen.study
        assert isinstance(study, XRay)
        assert study.count >= 3
        await at.type("hamb")
        assert [row.name for row in study.rows] == ["Hamburg"]
        await at.press("enter")
        assert at.screen.study is None
        assert isinstance(at.screen.trail, EntityTrail)
        assert at.screen.trail.label == "Hamburg"
        current = at.screen.current
        assert current is not None
        assert at.screen.article.text[current.start : current.end] == "Hamburg"


async def test_names_of_the_archive_are_found_with_a_slip(stories: Path) -> None:
    """The archive's list finds a name that is nearly typed, and Tab goes between story and archive."""
    async with reading(stories) as at:
        await at.press("E")
        study = at.screen.study
        assert isinstance(study, XRay)
        assert study.everywhere
        await at.type("antwrep")
        assert study.rows[0].name == "Antwerp"
        await at.press("tab")
        assert not study.everywhere
        assert study.count == 0
        assert "Tab" in study.empty
        await at.press("ctrl+u")
        assert study.count > 0
        await at.type("antw")
        await at.press("escape")
        assert at.screen.study is None


async def test_a_card_leads_to_its_rows_and_back_to_the_list(stories: Path) -> None:
    """``→`` opens the chosen name's card over the list; a companion opens its own; Esc goes back step by step."""
    async with reading(stories) as at:
        await at.press("e", "right")
        card = at.screen.study
        assert isinstance(card, CardStudy)
        numbers = [number for number, line in enumerate(card.lines) if line.key is not None]
        assert numbers
        at.screen.panel.step(numbers[0] - at.screen.panel.cursor)
        await at.press("enter")
        other = at.screen.study
        assert isinstance(other, CardStudy)
        assert other.card.key == card.lines[numbers[0]].key
        await at.press("escape")
        assert at.screen.study is card
        await at.press("escape")
        assert isinstance(at.screen.study, XRay)


async def test_only_stories_that_mention(stories: Path) -> None:
    """``&`` lists only the stories that mention what is followed, and all of them again."""
    (stories / "story-9.md").write_text("---\ntitle: Bread is dear\n---\n\nFlour costs more, bakers say.\n", "utf-8")
    async with reading(stories) as at:
        assert at.screen.sidebar.count == 5
        await follow(at, "antwerp")
        await at.press("&")
        await at.pilot.pause(0.1)
        assert at.screen.sidebar.count == 4
        assert "Antwerp" in at.said
        await at.press("&")
        await at.pilot.pause(0.1)
        assert at.screen.sidebar.count == 5


# figures --------------------------------------------------------------------------------------------------------------


async def test_the_ledger_lists_narrows_and_orders(stories: Path) -> None:
    """Every figure of the story stands in the table; words and bounds narrow it; sizes order it."""
    async with reading(stories) as at:
        await at.press("#")
        study = at.screen.study
        assert isinstance(study, LedgerStudy)
        assert study.count == len(at.screen.figures())
        await at.type("tonnes >15m")
        assert study.rows
        assert all(row.value is not None and row.value > 15e6 for row in study.rows)
        await at.press("ctrl+u", "ctrl+s")
        values = [row.value or 0 for row in study.rows if row.figure.unit == study.rows[0].figure.unit]
        assert values == sorted(values, reverse=True)
        await at.press("tab")
        await at.pilot.pause(0.3)
        assert {row.story for row in study.rows} == {f"story-{number}" for number in range(1, 5)}


async def test_enter_goes_to_the_figure(stories: Path) -> None:
    """The chosen figure is the current one, read out in the status line."""
    async with reading(stories) as at:
        await at.press("#", "down", "down", "enter")
        assert at.screen.figure == at.screen.figures()[2].span
        assert at.screen.span_in_view(at.screen.figures()[2].span)
        assert at.said


async def test_the_ledger_is_written_and_never_over_a_file_unasked(stories: Path, tmp_path: Path) -> None:
    """Export asks for a file; one that is there is replaced only when its name is given a second time."""
    target = tmp_path / "out.csv"
    target.write_text("mine", "utf-8")
    async with reading(stories) as at:
        await at.press("#", "ctrl+e", "ctrl+u")
        await at.type(str(target))
        await at.press("enter")
        assert target.read_text("utf-8") == "mine"
        assert "already" in at.said
        await at.press("enter")
        assert target.read_text("utf-8").startswith("story,title,start")
        assert isinstance(at.screen.study, LedgerStudy)
        assert at.screen.focused is at.screen.panel


async def test_queries_are_recalled(stories: Path, tmp_path: Path) -> None:
    """``ctrl+↑`` brings the queries back, the last one first; ``ctrl+↓`` goes the other way."""
    async with reading(stories, state=tmp_path / "state") as at:
        await follow(at, "antwerp")
        await follow(at, "hamburg")
        await at.press("/", "ctrl+up")
        bar = await at.screen.ready_bar()
        assert bar.value == "hamburg"
        await at.press("ctrl+up")
        assert bar.value == "antwerp"
        await at.press("ctrl+down", "ctrl+down")
        assert bar.value == ""


# repairs --------------------------------------------------------------------------------------------------------------


async def settled(at: Reading) -> None:
    """Wait until the names are settled anew."""
    await at.pilot.pause()
    while at.screen.workers or "settling" in at.said:
        await at.pilot.pause(0.01)
    await at.pilot.pause()


async def test_names_are_merged_renamed_ignored_and_it_is_undone(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each repair is a line in the aliases, holds at once in the list, and is taken back by ``ctrl+t``."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    aliases = tmp_path / "config" / "shanxi-reader" / "aliases.toml"
    async with reading(stories) as at:
        await at.press("E")
        study = at.screen.study
        assert isinstance(study, XRay)
        before = {row.name: row.mentions for row in study.rows}
        await at.type("antwerp")
        await at.press("ctrl+r", "m")
        await at.type("rotter")
        await at.press("enter")
        await settled(at)
        assert at.screen.study is study
        assert aliases.read_text("utf-8") == '[merge]\n"Rotterdam" = ["Antwerp"]\n'
        await at.press("ctrl+u")
        after = {row.name: row.mentions for row in study.rows}
        assert "Antwerp" not in after
        assert after["Rotterdam"] == before["Rotterdam"] + before["Antwerp"]
        await at.press("ctrl+t")
        await settled(at)
        assert {row.name: row.mentions for row in study.rows} == before
        await at.type("hamburg")
        await at.press("ctrl+r", "x")
        await settled(at)
        assert "Hamburg" not in {row.name for row in study.rows}
        assert 'ignore = ["Hamburg"]' in aliases.read_text("utf-8")


async def test_a_rename_holds_for_what_is_followed(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is followed stays followed, under its new name and at its place."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with reading(stories) as at:
        await follow(at, "antwerp")
        here = at.screen.here
        await at.press("i", "ctrl+r", "r", "ctrl+u")
        await at.type("Anvers")
        await at.press("enter")
        await settled(at)
        while at.screen.study is not None:
            await at.press("escape")
        assert at.screen.here == here
        assert isinstance(at.screen.trail, EntityTrail)
        assert at.screen.trail.label == "Anvers"
        assert at.screen.trail.total > 10


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 50)])
async def test_the_ledger_shows_values_at_every_size(stories: Path, size: tuple[int, int]) -> None:
    """Whatever else there is room for, each figure has its value beside it, under its head."""
    async with reading(stories, size=size) as at:
        await at.press("#")
        await at.type("tonnes")
        panel = at.screen.panel
        rows = [panel.render_line(y).text for y in range(panel.size.height)]
        assert "value" in rows[1]
        assert any("10 million tonnes" in row and "10,000,000" in row for row in rows)


async def test_the_ledger_says_where_it_is(stories: Path) -> None:
    """It opens on the figure at hand, counts it among all, names its story; in the archive the same row is chosen."""
    async with reading(stories) as at:
        await at.press("J", "]", "]", "]", "#")
        study, figure = at.screen.study, at.screen.figure
        assert isinstance(study, LedgerStudy)
        assert study.rows[at.screen.panel.cursor].figure.span == figure
        assert study.said.startswith("3/")
        assert "story 2/4" in at.text()
        await at.press("tab")
        await at.pilot.pause(0.3)
        row = study.rows[at.screen.panel.cursor]
        assert (row.story, row.figure.span) == ("story-2", figure)
        assert study.said.startswith(f"{at.screen.panel.cursor + 1}/")
        assert at.screen.panel.cursor > 3


async def test_names_of_an_index_on_disk_are_settled_at_once(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A repair holds at once where the index is kept, too; and is taken back as quickly."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    async with large(stories, tmp_path / "cache" / "shanxi-reader") as at:
        await at.wait_for_names()
        await at.press("E")
        await at.type("antwerp")
        await at.press("ctrl+r", "r", "ctrl+u")
        await at.type("Anvers")
        await at.press("enter")
        study = at.screen.study
        for name in ("Anvers", "Antwerp"):
            known = None
            for _ in range(600):
                known = at.screen.archive.find_entity("Antwerp")
                if known is not None and known.name == name and "settling" not in at.said:
                    break
                await at.pilot.pause(0.05)
            assert known is not None
            assert known.name == name
            assert at.screen.study is study
            await at.press("ctrl+t")
