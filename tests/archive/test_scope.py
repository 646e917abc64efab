from pathlib import Path

import pytest

from tui_reader.archive.archive import Archive
from tui_reader.archive.scope import STUDIED, beyond, studied
from tui_reader.model import Article, Block, BlockType

LINE = "The ferry carried 240 passengers to Wuhan. "


def article(*texts: str) -> Article:
    return Article("a", "a.md", tuple(Block(BlockType.PARAGRAPH, text) for text in texts))


def test_a_story_is_studied_whole() -> None:
    story = article(LINE, LINE)
    assert studied(story) is story
    assert beyond([story]) == ""


def test_of_a_giant_the_beginning_is_studied() -> None:
    """What is studied is a beginning of the text, so that every offset is one of the story's."""
    for story in (article(LINE * 40_000), article(*[LINE * 100] * 400), article("x" * 3 * STUDIED)):
        looked_at = studied(story)
        assert STUDIED - 100 <= len(looked_at.text) <= STUDIED
        assert story.text.startswith(looked_at.text)
        assert beyond([story])


def test_what_a_budget_cost_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that is read in part is listed among the skipped, with what was cut and where."""
    monkeypatch.setattr("tui_reader.formats.markdown.MARKED_CHARACTERS", 20_000)
    path = tmp_path / "long.md"
    path.write_text("# Head\n\n" + "A *short* paragraph.\n\n" * 9000)
    straight, indexed = Archive([str(path)]), Archive([str(path)])
    stories = list(straight.stream())
    assert len(stories) == 1
    (skipped,) = straight.skipped
    assert skipped.partly
    assert "from line" in str(skipped)
    indexed.read_all()
    (also,) = indexed.skipped
    assert also.partly
    assert skipped.why in also.why
    assert len(indexed) == 1
