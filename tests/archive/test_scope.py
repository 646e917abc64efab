from dataclasses import replace
from pathlib import Path

import pytest

from tui_reader.archive.archive import Archive
from tui_reader.archive.scope import STUDIED, STUDIED_OF_SOURCE, Scope
from tui_reader.model import Article, Block, BlockType

LINE = "The ferry carried 240 passengers to Wuhan. "


def article(*texts: str) -> Article:
    return Article("a", "a.md", tuple(Block(BlockType.PARAGRAPH, text) for text in texts))


def test_a_story_is_studied_whole() -> None:
    story, scope = article(LINE, LINE), Scope()
    assert scope.studied(story) is story
    assert scope.cut == ""


def test_of_a_giant_the_beginning_is_studied() -> None:
    """What is studied is a beginning of the text, so that every offset is one of the story's."""
    for story in (article(LINE * (STUDIED // 30)), article(*[LINE * 1000] * 400), article("x" * 3 * STUDIED)):
        scope = Scope()
        looked_at = scope.studied(story)
        assert STUDIED - 100 <= len(looked_at.text) <= STUDIED
        assert story.text.startswith(looked_at.text)
        assert scope.cut


def test_of_thousands_of_stories_in_a_file_the_first_are_studied() -> None:
    """A file is studied up to a limit as well; the next file has its own."""
    story, scope = article(LINE * 10_000), Scope()
    lengths = [len(scope.studied(story).text) for _ in range(100)]
    assert lengths[0] == len(story.text)
    assert lengths[-1] == 0
    assert STUDIED_OF_SOURCE - 100 <= sum(lengths) <= STUDIED_OF_SOURCE
    assert "of a file" in scope.cut
    other = replace(story, source="b.md")
    assert scope.studied(other) is other
    assert scope.cut == ""


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
