"""The reading screen, driven by keys."""

from pathlib import Path

import pytest

from tests.tui.reader import reading, write_stories
from tui_reader.model import Span
from tui_reader.settings import Settings

SIZES = [(width, 10 + width % 31) for width in range(24, 224, 10)]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Give a folder of four stories."""
    return write_stories(tmp_path / "stories")


async def test_the_first_frame_shows_the_first_story(stories: Path) -> None:
    """Sidebar, headline, search line and keys stand on the screen."""
    async with reading(stories) as at:
        text = at.text()
        for words in ("Rotterdam counts its ships", "Genoa counts its ships", "search a person", "story 1/4", "quit"):
            assert words in text


async def test_blanks_of_every_kind_stand_before_what_is_lit(tmp_path: Path) -> None:
    """A line with a narrow or an unbreakable blank, or a joined emoji, is shown word for word."""
    words = "A\u202fthin and\xa0firm space of five dogs, and \U0001f468\u200d\U0001f469 three years"
    (tmp_path / "one.md").write_text(f"# Blanks\n\n{words} later.\n", encoding="utf-8")
    async with reading(tmp_path) as at:
        assert words[:30] in at.text()
        assert "of five dogs, and" in at.text()
        assert " three years later." in at.text()


async def test_the_same_word_stays_on_the_top_line_at_any_size(stories: Path) -> None:
    """The place is a position in the text: twenty sizes, a measure, a folded sidebar, and it has not moved."""
    async with reading(stories) as at:
        await at.press("space", "space", "j")
        place = at.screen.pane.place
        words = at.top_words.split()[0]
        for width, height in SIZES:
            await at.pilot.resize_terminal(width, height)
            await at.pilot.pause()
            assert at.screen.pane.place == place
            line = at.screen.pane.lines[0]
            assert line.start <= place <= line.end
        await at.pilot.resize_terminal(120, 36)
        await at.press("+", "+", "-", "backslash", "backslash", "z", "z", "=")
        assert at.screen.pane.place == place
        assert at.top_words.split()[0] == words


async def test_the_place_is_there_after_a_restart(stories: Path, tmp_path: Path) -> None:
    """Quitting and starting again shows the same story at the same word, at another size as well."""
    async with reading(stories, state=tmp_path / "state") as at:
        await at.press("J", "space", "j", "j")
        place, words = at.screen.pane.place, at.top_words.split()[0]
        await at.press("q")
    async with reading(stories, state=tmp_path / "state", size=(80, 24)) as at:
        assert at.screen.article.title == "Antwerp counts its ships"
        assert at.screen.pane.place == place
        line = at.screen.pane.lines[0]
        assert line.start <= place <= line.end
        assert at.top_words.split()[0] == words


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_escape_from_the_bar_restores_the_screen_exactly(stories: Path, size: tuple[int, int]) -> None:
    """``/``, typing and Esc leave every cell as it was."""
    async with reading(stories, size=size) as at:
        await at.press("space", "]")
        before = at.rows()
        await at.press("/")
        await at.type("antwrp")
        assert at.rows() != before
        await at.press("escape")
        await at.press("]", "[")
        await at.press("/")
        await at.type("hamb")
        await at.press("down", "escape")
        at.screen.say("")
        after = at.rows()
    assert after[:-2] == before[:-2]


async def test_typing_previews_the_first_mention(stories: Path) -> None:
    """The best name is chosen and its first mention is shown and lit while typing, typo and all."""
    async with reading(stories) as at:
        await at.press("J", "J", "/")
        await at.type("antwrep")
        rows = at.screen.answers.rows
        assert at.screen.article.id == "story-1"
        assert at.screen.current is not None
        span = at.screen.current
        assert at.screen.article.text[span.start : span.end] == "Antwerp"
        assert at.screen.span_in_view(span)
        assert rows


async def test_enter_jumps_and_n_walks_all_stories_and_wraps(stories: Path) -> None:
    """``n`` visits every mention of every story once, in order, then says that it wraps; ``N`` walks back."""
    async with reading(stories) as at:
        await at.press("/")
        await at.type("antwerp")
        await at.press("enter")
        trail = at.screen.trail
        assert trail is not None
        assert at.said.startswith(f"Antwerp 1/{trail.total} · story 1/4")
        seen = []
        for number in range(trail.total):
            current = at.screen.current
            assert current is not None
            assert at.screen.article.text[current.start : current.end] == "Antwerp"
            assert f"{number + 1}/{trail.total}" in at.said
            seen.append((at.screen.order, current.start))
            await at.press("n")
        assert seen == sorted(set(seen))
        assert "from the start again" in at.said
        await at.press("N")
        assert f"{trail.total}/{trail.total}" in at.said
        assert "from the end again" in at.said


async def test_the_way_back(stories: Path) -> None:
    """``ctrl+o`` returns to where a jump began, ``alt+right`` goes forward again."""
    async with reading(stories) as at:
        await at.press("space")
        place = at.screen.here
        await at.press("/")
        await at.type("genoa")
        await at.press("enter")
        away = at.screen.here
        assert away != place
        await at.press("ctrl+o")
        assert at.screen.here == place
        await at.press("alt+right")
        assert at.screen.here == away


async def test_figures_are_stepped_and_read_out(stories: Path) -> None:
    """``]`` goes to each figure in turn and reads value and unit out; ``[`` goes back; both wrap."""
    async with reading(stories) as at:
        figures = at.screen.figures()
        assert len(figures) > 20
        await at.press("]")
        assert at.screen.figure == figures[0].span
        assert "10,000,000" in at.said
        for figure in figures[1:]:
            await at.press("]")
            assert at.screen.figure == figure.span
            assert at.screen.span_in_view(figure.span)
        await at.press("]")
        assert at.screen.figure == figures[0].span
        assert "from the start again" in at.said
        await at.press("[")
        assert at.screen.figure == figures[-1].span


async def test_a_story_read_to_its_end_is_read(stories: Path, tmp_path: Path) -> None:
    """Reaching the last line sets the read mark; ``r`` takes it away; it is there after a restart."""
    async with reading(stories, state=tmp_path / "state") as at:
        assert not at.screen.is_read("story-1")
        await at.press("G")
        assert at.screen.is_read("story-1")
        assert "✓" in at.text()
        await at.press("J", "r", "q")
    async with reading(stories, state=tmp_path / "state") as at:
        assert at.screen.is_read("story-1")
        assert at.screen.is_read("story-2")
        await at.press("r")
        assert not at.screen.is_read("story-2")


async def test_every_line_can_be_reached_by_lines_and_by_pages(stories: Path) -> None:
    """Pages overlap by two lines and end exactly at the end."""
    async with reading(stories) as at:
        pane = at.screen.pane
        seen = set(pane.lines)
        for _ in range(100):
            last = pane.lines[-2:]
            if not pane.move_page(1):
                break
            assert pane.lines[:2] == last or pane.end == len(at.screen.article.text)
            seen |= set(pane.lines)
        assert pane.flow is not None
        assert seen == set(pane.flow.lines())


async def test_narrow_terminals_fold_the_sidebar_away(stories: Path) -> None:
    """Under 90 columns the list comes as an overlay and goes when a story is taken."""
    async with reading(stories, size=(80, 24)) as at:
        assert not at.screen.sidebar.display or not at.screen.sidebar.size.width
        await at.press("h")
        assert at.screen.sidebar.size.width > 0
        await at.press("j", "enter")
        assert at.screen.article.id == "story-2"
        assert at.screen.focused is at.screen.pane


async def test_selected_text_is_copied_unwrapped(stories: Path) -> None:
    """A selection over line breaks gives the text as it stands in the story."""
    async with reading(stories) as at:
        pane, article = at.screen.pane, at.screen.article
        start = article.starts[2]
        first = next(y for y, line in enumerate(pane.lines) if line.start == start)
        left = (pane.size.width - pane.measure) // 2
        await at.pilot.mouse_down(pane, offset=(left, first + 1))
        await at.pilot.hover(pane, offset=(left + 10, first + 3))
        await at.pilot.mouse_up(pane, offset=(left + 10, first + 3))
        await at.pilot.pause()
        selected = at.screen.get_selected_text()
        assert selected is not None
        assert "\n" not in selected.strip()
        assert selected.strip() in article.text
        assert len(selected) > 60


async def test_kinds_that_are_not_wanted_stay_dark(stories: Path) -> None:
    """The setting says which kinds of figures are lit and stepped through."""
    async with reading(stories, settings=Settings(figures=frozenset())) as at:
        await at.press("]")
        assert at.screen.figure is None
        assert "no figure" in at.said


async def test_own_keys_replace_ours(stories: Path) -> None:
    """A key bound in the configuration acts, and the former one no longer does."""
    async with reading(stories, settings=Settings(keys={"page_down": ("x",)})) as at:
        await at.press("space")
        assert at.screen.pane.place == 0
        await at.press("x")
        assert at.screen.pane.place > 0


async def test_a_span_outside_the_page_is_not_in_view(stories: Path) -> None:
    """``span_in_view`` tells what stands on the screen."""
    async with reading(stories) as at:
        assert at.screen.span_in_view(Span(0, 3))
        end = len(at.screen.article.text)
        assert not at.screen.span_in_view(Span(end - 3, end))


async def test_words_are_typed_with_blanks_between(stories: Path) -> None:
    """A blank at the end of what is typed stays, for the next word comes after it."""
    async with reading(stories) as at:
        await at.press("/")
        await at.type("queue grows")
        bar = await at.screen.ready_bar()
        assert bar.value == "queue grows"
        assert at.screen.answers.rows


async def test_a_headline_is_calm(tmp_path: Path) -> None:
    """Figures in a headline are not lit; stepped to, they are shown all the same."""
    (tmp_path / "story.md").write_text("# Two bridges in 2020\n\nThe city built 12 bridges in 2021.\n", "utf-8")
    async with reading(tmp_path) as at:
        pane = at.screen.pane
        headline = {segment.style for segment in pane.render_line(0) if "Two" in segment.text or "2020" in segment.text}
        assert len(headline) == 1
        assert any("12 bridges" in segment.text for segment in pane.render_line(2))
        await at.press("g", "]")
        assert at.screen.figure is not None
        assert len([segment for segment in pane.render_line(0) if segment.text.strip()]) > 1


async def test_the_name_under_the_mouse_is_underlined_and_followed(stories: Path) -> None:
    """Pointing at a name underlines it and nothing else; a click follows it; elsewhere a click does nothing."""
    async with reading(stories) as at:
        pane = at.screen.pane
        row = next(y for y in range(pane.size.height) if "Antwerp" in pane.render_line(y).text)
        column = pane.render_line(row).text.index("Antwerp")

        def underlined() -> set[str]:
            found = (segment for y in range(pane.size.height) for segment in pane.render_line(y))
            return {segment.text for segment in found if segment.style and segment.style.underline}

        before = underlined()
        top = pane.styles.padding.top
        await at.pilot.hover(pane, offset=(column + 2, row + top))
        await at.pilot.pause()
        assert underlined() - before == {"Antwerp"}
        await at.pilot.hover(pane, offset=(column + 2, row + top + 3))
        await at.pilot.pause()
        assert "Antwerp" not in underlined()
        await at.pilot.click(pane, offset=(column - 4, row + top))
        assert at.screen.trail is None
        await at.pilot.click(pane, offset=(column + 2, row + top))
        await at.pilot.pause()
        assert at.screen.trail is not None
        assert at.screen.trail.label == "Antwerp"
        assert "n N walk" in at.said
