"""The list of stories: sorted, narrowed, grouped, as wide as one likes; and the settings, followed while reading."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.reader import Reading, reading, story, write_stories
from tests.tui.readme_keys import BEGIN, README, with_keys
from tui_reader.reflow import Options
from tui_reader.settings import Settings
from tui_reader.tui.screens.listing import Arrangement, Listing


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Give a folder of four stories."""
    return write_stories(tmp_path / "stories")


def listed(at: Reading) -> list[str]:
    """Give the stories of the list by the first words of their titles."""
    screen = at.screen
    return [screen.story_row(position).title.split()[0] for position in range(len(screen.listing))]


async def settled(at: Reading, done: Callable[[], bool]) -> None:
    """Wait until what runs between the keys has done its work."""
    for _ in range(200):
        if done():
            return
        await at.pilot.pause(0.01)
    message = "it never came to pass"
    raise AssertionError(message)


async def test_the_list_is_sorted_by_a_key(stories: Path, tmp_path: Path) -> None:
    """``o`` sorts by title, date, unread and back; ``J`` follows the list; the order is kept for the next time."""
    path = stories / "story-3.md"
    path.write_text(path.read_text(encoding="utf-8").replace("byline", "date: 2024-05-01\nbyline", 1), encoding="utf-8")
    async with reading(stories, state=tmp_path / "state") as at:
        assert listed(at) == ["Rotterdam", "Antwerp", "Hamburg", "Genoa"]
        await at.press("o")
        assert listed(at) == ["Antwerp", "Genoa", "Hamburg", "Rotterdam"]
        assert "by title" in at.text()
        await at.press("K")
        assert at.screen.article.id == "story-3"
        await at.press("o")
        assert listed(at) == ["Hamburg", "Rotterdam", "Antwerp", "Genoa"]
        await at.press("r", "o")
        assert at.screen.listing.arrangement is Arrangement.UNREAD
        assert listed(at) == ["Rotterdam", "Antwerp", "Genoa", "Hamburg"]
        await at.press("o")
        assert listed(at) == ["Rotterdam", "Antwerp", "Hamburg", "Genoa"]
        await at.press("o", "q")
    async with reading(stories, state=tmp_path / "state") as at:
        await settled(at, lambda: listed(at)[0] == "Antwerp")


async def test_the_list_is_sorted_by_mentions_of_what_is_followed(stories: Path) -> None:
    """While a name is followed, the stories that mention it most can come first."""
    (stories / "story-4.md").write_text(story(4, 30), encoding="utf-8")
    async with reading(stories) as at:
        await at.press("/")
        await at.type("antwerp")
        await at.press("enter", "o", "o", "o", "o")
        assert at.screen.listing.arrangement is Arrangement.MENTIONS
        assert listed(at)[0] == "Genoa"


async def test_the_list_is_narrowed_by_typing(stories: Path) -> None:
    """``F`` keeps the stories whose title holds what is typed; Enter keeps it so, Esc lists all again."""
    async with reading(stories) as at:
        await at.press("F")
        await at.type("gen")
        assert listed(at) == ["Genoa"]
        assert at.screen.article.id == "story-1"
        assert "filter gen" in at.text()
        await at.press("enter")
        assert "1 of 4" in at.text()
        await at.press("j")
        assert at.screen.article.id == "story-4"
        await at.press("K")
        assert at.screen.article.id == "story-4"
        await at.press("F", "escape")
        assert listed(at) == ["Rotterdam", "Antwerp", "Hamburg", "Genoa"]
        await at.press("F")
        await at.type("zzz")
        assert listed(at) == []
        assert "no such story · Esc" in at.text()
        await at.press("j", "enter", "j", "J", "space", "F", "escape", "l")
        assert at.app.is_running


async def test_escape_lists_every_story_again(stories: Path) -> None:
    """With nothing else to clear, Esc gives up what narrows the list; then it says how to quit."""
    async with reading(stories) as at:
        await at.press("F")
        await at.type("hamb")
        await at.press("enter", "l", "*", "&")
        await settled(at, lambda: "of 4" in at.screen.listing.said)
        await at.press("escape")
        assert at.screen.trail is None
        assert len(listed(at)) < 4
        await at.press("escape")
        assert listed(at) == ["Rotterdam", "Antwerp", "Hamburg", "Genoa"]
        assert at.said == "all stories again"
        await at.press("F")
        assert "filter ▏" in at.text()
        await at.press("escape", "l", "escape")
        assert at.said == "q quits"


async def test_the_place_is_counted_in_the_list(stories: Path) -> None:
    """Sorted or narrowed, the status line counts as the list does; what is not listed counts in the archive."""
    async with reading(stories) as at:
        assert "story 1/4" in at.text()
        await at.press("o")
        assert "story 4/4 by title" in at.text()
        await at.press("K")
        assert "story 3/4 by title" in at.text()
        await at.press("F")
        await at.type("hamb")
        await settled(at, lambda: len(listed(at)) == 1)
        await at.press("enter")
        assert "1 of 4 · “hamb” · by title" in at.text()
        assert "story 1/1 listed" in at.text()
        await at.press("F")
        await at.type("gen")
        await settled(at, lambda: len(listed(at)) == 0)
        assert "story 3/4 " in at.text()


async def test_a_byline_follows_its_headline(tmp_path: Path) -> None:
    """Under a headline of one row the byline comes at once, and all stories keep the same height."""
    folder = tmp_path / "stories"
    folder.mkdir()
    long = "A headline that needs a second row in the list of stories"
    for number, title in enumerate(("Short", long)):
        (folder / f"{number}.md").write_text(f"---\ntitle: {title}\nbyline: By us\n---\n\nWords.\n", "utf-8")
    async with reading(folder) as at:
        bar = at.screen.sidebar
        rows = [bar.render_line(y).text.strip("▌✓ ") for y in range(1, 9)]
        assert [row for row in rows[:4] if row] == ["Short", "1 min · By us"]
        assert rows[1] == rows[6] == "1 min · By us"


async def test_files_and_folders_are_groups(tmp_path: Path) -> None:
    """Stories are headed by their file where it holds several, else by their folder."""
    folder = write_stories(tmp_path / "stories")
    (tmp_path / "stories" / "north").mkdir()
    for number in (3, 4):
        (folder / f"story-{number}.md").rename(folder / "north" / f"story-{number}.md")
    async with reading(folder) as at:
        groups = {at.screen.story_row(position).group for position in range(4)}
        assert groups == {"stories", "north"}
        assert "north" in at.text()


async def test_the_list_is_as_wide_as_wanted(stories: Path, tmp_path: Path) -> None:
    """``+ - =`` in the list change its width, pulling its edge too; the width is kept, and the text keeps its place."""
    async with reading(stories, state=tmp_path / "state") as at:
        await at.press("space", "h", "+")
        assert at.screen.sidebar.size.width == 36
        place = at.screen.pane.place
        await at.pilot.mouse_down(at.screen.sidebar, offset=(35, 10))
        await at.pilot.hover(at.screen.sidebar, offset=(27, 10))
        await at.pilot.mouse_up(at.screen.sidebar, offset=(27, 10))
        await at.pilot.pause()
        assert at.screen.sidebar.size.width == 28
        assert at.screen.pane.place == place
        await at.press("q")
    async with reading(stories, state=tmp_path / "state") as at:
        assert at.screen.sidebar.size.width == 28
        await at.press("h", "=")
        assert at.screen.sidebar.size.width == 32


def test_a_listing_of_everything_holds_nothing() -> None:
    """A list of all stories in order costs no memory, however many there are."""
    listing = Listing()
    listing.total = 10**9
    assert listing.place(123_456_789) == 123_456_789
    assert listing.position(5) == 5
    assert listing.beside(5, 3) == 8
    assert listing.beside(10**9 - 1, 1) == 10**9 - 1


def test_a_step_from_a_story_that_is_not_listed() -> None:
    """The first step leads to the neighbour in the archive's order."""
    listing = Listing()
    listing.total = 10
    listing.typed = "x"
    listing.set_places([7, 2, 5])
    assert listing.place(listing.beside(3, 1) or 0) == 5
    assert listing.place(listing.beside(3, -1) or 0) == 2
    assert listing.position(3) is None
    listing.set_places([])
    assert listing.beside(3, 1) is None


# settings -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the configuration file's path; the reader looks at it at every key."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("tui_reader.tui.settings_watch.AWHILE", 0.0)
    folder = tmp_path / "config" / "shanxi-reader"
    folder.mkdir(parents=True)
    return folder / "config.toml"


def write(path: Path, text: str) -> None:
    """Write a configuration; none where the text is empty."""
    path.write_text(text, encoding="utf-8")
    if not text:
        path.unlink()


async def test_settings_are_taken_while_nobody_types(
    stories: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of the file acts without a key, too."""
    monkeypatch.setattr("tui_reader.tui.settings_watch.AWHILE", 3600.0)
    async with reading(stories) as at:
        for turn in range(400):
            if turn % 40 == 0:  # a watch needs a moment to stand
                write(config, f"measure = {50 + turn // 40}\n")
            await at.pilot.pause(0.05)
            if at.screen.pane.measure < 66:
                break
        assert 50 <= at.screen.pane.measure < 60


async def test_settings_are_taken_while_reading(stories: Path, config: Path) -> None:
    """A change of the file acts at the next key: colours, measure, keys, straight edges; the place stays."""
    async with reading(stories) as at:
        await at.press("space")
        place = at.screen.pane.place
        text = 'theme = "newsprint"\nmeasure = 50\njustify = true\nsidebar_width = 24\n[keys]\npage_down = "x"\n'
        write(config, text)
        await at.press("f12")
        await at.pilot.pause()
        assert "new settings taken" in at.said
        assert at.app.theme == "newsprint"
        assert at.screen.pane.measure == 50
        assert at.screen.pane.options == Options(justify=True)
        assert at.screen.sidebar.size.width == 24
        assert at.screen.pane.place == place
        await at.press("space")
        assert at.screen.pane.place == place
        await at.press("x")
        assert at.screen.pane.place > place


async def test_wrong_settings_are_told_and_the_rest_taken(stories: Path, config: Path) -> None:
    """A fault is named by line and key; what is right acts all the same."""
    async with reading(stories) as at:
        write(config, 'theme = "inkk"\nmeasure = 50\n')
        await at.press("j")
        await at.pilot.pause()
        assert "line 1: theme" in at.text()
        assert at.screen.pane.measure == 50
        write(config, "")
        await at.press("f12")
        assert at.screen.pane.measure == 66


async def test_nothing_is_looked_at_while_nobody_types(
    stories: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is not looked at between keys."""
    async with reading(stories) as at:
        looks: list[object] = []
        real = os.stat

        def look(path: str) -> os.stat_result:
            looks.append(path)
            return real(path)

        monkeypatch.setattr("tui_reader.tui.settings_watch.os.stat", look)
        await at.pilot.pause(0.3)
        assert not [path for path in looks if path == config]


async def test_justified_lines_are_even(stories: Path) -> None:
    """With ``justify`` full lines end at the measure, and the words are still those of the story."""
    async with reading(stories, settings=Settings(justify=True)) as at:
        pane = at.screen.pane
        rows = [strip.text for strip in at.screen._compositor.render_strips()]
        full = [row for row in rows if "handled" in row and "cargo" in row]
        assert full
        ends = {len(row.rstrip(" ▐")) for row in full}
        left = 32 + (pane.size.width - pane.measure) // 2
        assert ends == {left + pane.measure}


async def test_hyphens_come_behind_the_first_frame(stories: Path) -> None:
    """With ``hyphenate`` the patterns are loaded after the first page, which keeps its place."""
    async with reading(stories, settings=Settings(hyphenate=True)) as at:
        await settled(at, lambda: at.screen.pane.options.language == "en_US")
        assert at.screen.pane.place == 0


# keys -----------------------------------------------------------------------------------------------------------------


def test_the_readme_lists_the_keys_of_the_table() -> None:
    """README's key list is the one that the table of commands gives."""
    text = README.read_text(encoding="utf-8")
    assert BEGIN in text
    assert with_keys(text) == text, "python -m tests.tui.readme_keys writes the keys into the README"


async def test_the_first_start_says_welcome(stories: Path, tmp_path: Path) -> None:
    """The very first start names the keys that matter in the status line; the second says nothing."""
    async with reading(stories, state=tmp_path / "state") as at:
        assert at.said.startswith("welcome")
        assert "? every key" in at.text()
        await at.press("q")
    async with reading(stories, state=tmp_path / "state") as at:
        assert at.said == ""
