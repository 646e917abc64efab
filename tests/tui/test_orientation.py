"""Marks, notes, saving and copying, driven by keys."""

from pathlib import Path

import pytest

from tests.tui.reader import Reading, reading, write_stories
from tui_reader.model import Place, Span
from tui_reader.tui.widgets.mark_list import MarkList
from tui_reader.tui.widgets.note_editor import NoteEditor


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Give a folder of four stories."""
    return write_stories(tmp_path / "stories")


def notes(at: Reading) -> list[str]:
    """Give the words of all notes."""
    return [note.text for note in at.screen.state.all_notes()]


# marks ----------------------------------------------------------------------------------------------------------------


async def test_a_mark_brings_back_to_its_place(stories: Path, tmp_path: Path) -> None:
    """``m`` and a letter mark the place, ``'`` and the letter go there from another story, also after a restart."""
    async with reading(stories, state=tmp_path / "state") as at:
        await at.press("J", "space", "m", "b")
        marked = at.screen.here
        assert "marked b" in at.said
        await at.press("K", "'", "b")
        assert at.screen.here == marked
        await at.press("ctrl+o")
        assert at.screen.article.id == "story-1"
        await at.press("q")
    async with reading(stories, state=tmp_path / "state") as at:
        await at.press("'", "b")
        assert at.screen.here == marked


async def test_the_way_back_and_forth(stories: Path) -> None:
    """``''`` goes to where the last jump began, and a second time back again."""
    async with reading(stories) as at:
        await at.press("j", "j", "m", "x", "J", "space")
        away = at.screen.here
        await at.press("'", "x")
        marked = at.screen.here
        await at.press("'", "'")
        assert at.screen.here == away
        await at.press("'", "'")
        assert at.screen.here == marked


async def test_the_marks_are_listed_while_a_letter_is_waited_for(stories: Path) -> None:
    """The list names letter and story; arrows and Enter choose, Del forgets, Esc leaves without a trace."""
    async with reading(stories) as at:
        await at.press("m", "a", "J", "m", "z", "K", "'")
        shown = at.screen.query_one(MarkList)
        assert shown.display
        assert [row.letter for row in shown.rows] == ["a", "z"]
        assert "Antwerp counts its ships" in at.text().splitlines()[-3]
        await at.press("down", "enter")
        assert at.screen.article.id == "story-2"
        assert not shown.display
        await at.press("'", "down", "delete", "escape")
        assert [mark.letter for mark in at.screen.marks] == ["a"]
        assert at.screen.focused is at.screen.pane


@pytest.mark.parametrize("letter", ["q", "space", "tab", "ctrl+o", "slash", "1", "G"])
async def test_every_key_answers_the_question(stories: Path, letter: str) -> None:
    """While a letter is waited for, no key does what it does elsewhere."""
    async with reading(stories) as at:
        await at.press("space")
        here = at.screen.here
        await at.press("'", letter)
        assert at.app.is_running
        assert at.screen.here == here
        assert at.screen.focused is at.screen.pane


async def test_marks_and_notes_stand_in_the_margin(stories: Path) -> None:
    """A line with a mark shows its letter, one with a note a dagger."""
    async with reading(stories) as at:
        await at.press("}", "}", "}", "m", "k", "a")
        await at.type("why")
        await at.press("enter")
        line = next(line for line in at.text().splitlines() if "k† " in line)
        assert line.index("k†") < line.index(at.top_words)


# notes ----------------------------------------------------------------------------------------------------------------


async def test_a_note_on_the_paragraph_at_the_top(stories: Path, tmp_path: Path) -> None:
    """``a`` opens a few lines, Enter keeps them with the whole paragraph; the note is there after a restart."""
    async with reading(stories, state=tmp_path / "state") as at:
        await at.press("}", "}", "}", "a")
        editor = at.screen.query_one(NoteEditor)
        assert editor.display
        await at.type("ask the port")
        await at.press("ctrl+j")
        await at.type("twice")
        await at.press("enter")
        assert not editor.display
        (note,) = at.screen.story_notes()
        assert note.text == "ask the port\ntwice"
        article = at.screen.article
        number = article.block_at(at.screen.pane.place)
        assert note.span == article.span(number)
        await at.press("q")
    async with reading(stories, state=tmp_path / "state") as at:
        assert notes(at) == ["ask the port\ntwice"]
        await at.press("a")
        assert at.screen.query_one(NoteEditor).text == "ask the port\ntwice"
        await at.type("!")
        await at.press("enter")
        assert notes(at) == ["ask the port\ntwice!"]


async def test_a_note_that_is_left_is_not_lost(stories: Path) -> None:
    """Esc keeps no note; ``a`` on the same paragraph goes on with the words."""
    async with reading(stories) as at:
        await at.press("a")
        await at.type("half a th")
        await at.press("escape")
        assert notes(at) == []
        assert at.screen.focused is at.screen.pane
        await at.press("a")
        assert at.screen.query_one(NoteEditor).text == "half a th"
        await at.type("ought")
        await at.press("enter")
        assert notes(at) == ["half a thought"]


async def test_a_note_on_a_selection(stories: Path) -> None:
    """A note on a selection stands on just that."""
    async with reading(stories) as at:
        await select(at)
        span = at.screen.pane.selected_span
        assert span is not None
        await at.press("a")
        await at.type("x")
        await at.press("enter")
        (note,) = at.screen.story_notes()
        assert note.span == span
        assert at.screen.pane.selected_span is None


async def select(at: Reading) -> None:
    """Select over a line's end with the mouse."""
    pane, article = at.screen.pane, at.screen.article
    start = article.starts[2]
    first = next(y for y, line in enumerate(pane.lines) if line.start == start)
    left = (pane.size.width - pane.measure) // 2
    await at.pilot.mouse_down(pane, offset=(left, first + 1))
    await at.pilot.hover(pane, offset=(left + 10, first + 3))
    await at.pilot.mouse_up(pane, offset=(left + 10, first + 3))
    await at.pilot.pause()


async def test_the_notebook_walks_changes_and_deletes(stories: Path) -> None:
    """``A`` lists all notes, previews them, changes, deletes and brings back; Esc returns to the very place."""
    async with reading(stories) as at:
        await at.press("a")
        await at.type("one")
        await at.press("enter", "J", "a")
        await at.type("two")
        await at.press("enter", "J", "space")
        here = at.screen.here
        await at.press("A")
        assert "2 notes" in at.text()
        await at.press("home")
        assert at.screen.article.id == "story-1"
        await at.press("e")
        await at.type("!")
        await at.press("enter")
        assert sorted(notes(at)) == ["one!", "two"]
        await at.press("x")
        assert notes(at) == ["two"]
        await at.press("u")
        assert sorted(notes(at)) == ["one!", "two"]
        await at.press("escape")
        assert at.screen.here == here
        await at.press("A", "home", "enter")
        assert at.screen.here.article == "story-1"
        await at.press("ctrl+o")
        assert at.screen.here == here


async def test_the_notebook_is_written_as_markdown(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``ctrl+e`` writes quotation, words, source and date; a name that is taken is refused and nothing overwritten."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    async with reading(stories) as at:
        await at.press("}", "}", "}", "a")
        await at.type("look *here*")
        await at.press("enter", "A", "ctrl+e", "enter")
        assert "is there already" in at.said
        assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "mine"
        await at.press("home")
        await at.type("new-")
        await at.press("enter")
        assert "wrote 1 note" in at.said
    text = (tmp_path / "new-notes.md").read_text(encoding="utf-8")
    assert "“Rotterdam counts its ships”" in text
    assert "> The harbour of Rotterdam handled" in text
    assert "look *here*" in text


async def test_without_notes_the_notebook_says_what_to_do(stories: Path) -> None:
    """An empty notebook tells how a note is written."""
    async with reading(stories) as at:
        await at.press("A")
        assert "no notes yet" in at.text()
        await at.press("x", "e", "ctrl+e", "enter", "escape")
        assert at.app.is_running
        assert at.screen.focused is at.screen.pane


async def test_a_pasted_note_cannot_act(stories: Path) -> None:
    """What is pasted into a note is cleaned."""
    async with reading(stories) as at:
        await at.press("a")
        editor = at.screen.query_one(NoteEditor)
        from textual import events

        editor.post_message(events.Paste("a\x1b]52;c;eA==\x07b\nc"))
        await at.pilot.pause()
        assert "\x1b" not in editor.text
        assert "\x07" not in editor.text
        assert editor.text.endswith("b\nc")
        await at.press("enter")
        assert "\x1b" not in notes(at)[0]


# taking away ----------------------------------------------------------------------------------------------------------


async def test_a_copy_names_its_source(stories: Path) -> None:
    """``y`` copies the paragraph as one line with byline, title and file; a selection just as it stands."""
    async with reading(stories) as at:
        await at.press("}", "}", "}", "y")
        lines = at.app.clipboard.splitlines()
        article = at.screen.article
        assert lines[0] == article.blocks[article.block_at(at.screen.pane.place)].content
        assert lines[1].startswith("— By the harbour desk, “Rotterdam counts its ships”, ")
        await at.press("g")
        await select(at)
        span = at.screen.pane.selected_span
        assert span is not None
        await at.press("y")
        assert at.app.clipboard.splitlines()[0] == article.text[span.start : span.end].strip()


async def test_saving_writes_the_story_and_never_over_a_file(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``s`` asks for a folder and writes the story there as Markdown; a file that is there stays as it was."""
    monkeypatch.chdir(tmp_path)
    async with reading(stories) as at:
        await at.press("s", "backspace")
        await at.type("kept")
        await at.press("enter")
        path = tmp_path / "kept" / "story-1.md"
        assert "saved as" in at.said
        assert "Rotterdam counts its ships" in path.read_text(encoding="utf-8")
        path.write_text("mine", encoding="utf-8")
        await at.press("s", "enter")
        assert "is there already" in at.said
        await at.press("escape")
        assert path.read_text(encoding="utf-8") == "mine"
        assert at.screen.focused is at.screen.pane


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (200, 50)])
async def test_lists_and_lines_fit_any_size(stories: Path, size: tuple[int, int]) -> None:
    """Marks, notes and questions can be used in the smallest and the largest window."""
    async with reading(stories, size=size) as at:
        await at.press("m", "a", "'", "escape", "a")
        await at.type("n")
        await at.press("enter", "A", "escape", "s", "escape")
        assert notes(at) == ["n"]
        assert at.screen.here == Place("story-1", 0)
        assert at.screen.span_in_view(Span(0, 1))
