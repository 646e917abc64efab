"""The user's aliases.toml has the last word."""

import pytest

from tui_reader.annotate.entities import AliasBook, find_entities
from tui_reader.model import Article, Block, BlockType, Entity, UsageProblem

TEXT = "The Yellow River rose in Houma. The Huang He rose again. Ana Ruiz left; Ruiz came back."


def named(toml: str, text: str = TEXT) -> dict[str, Entity]:
    """Find the entities of one story under a book."""
    article = Article("story", "", (Block(BlockType.PARAGRAPH, text),))
    return {entity.name: entity for entity in find_entities([article], AliasBook.read(toml))}


def test_an_empty_book_changes_nothing() -> None:
    """No aliases, no change."""
    assert set(named("")) == {"Yellow River", "Huang He", "Houma", "Ana Ruiz"}


def test_merge() -> None:
    """Two names become one, under the first, and the reason says who decided."""
    river = named('[merge]\n"Yellow River" = ["Huang He"]')["Yellow River"]
    assert [mention.text for mention in river.mentions] == ["Yellow River", "Huang He"]
    assert "aliases.toml" in river.mentions[1].reason


def test_merge_follows_chains() -> None:
    """A merged into B and B into C make all three C."""
    toml = '[merge]\n"Houma" = ["Yellow River"]\n"Yellow River" = ["Huang He"]'
    assert len(named(toml)["Houma"].mentions) == 3


def test_split() -> None:
    """A short name the user denies stands alone."""
    entities = named('[split]\n"Ana Ruiz" = ["Ruiz"]')
    assert len(entities["Ana Ruiz"].mentions) == 1
    assert len(entities["Ruiz"].mentions) == 1


def test_rename() -> None:
    """The user's name is shown, all mentions stay."""
    assert len(named('[rename]\n"Ana Ruiz" = "A. Ruiz"')["A. Ruiz"].mentions) == 2


def test_ignore() -> None:
    """What is ignored is gone, under all its names."""
    assert set(named('ignore = ["Houma", "ana ruiz"]')) == {"Yellow River", "Huang He"}


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[merge]\n"A" = 3', ("line 2", "A")),
        ("ignore = [1]", ("line 1", "ignore")),
        ('\n[rename]\n"A" = ["B"]', ("line 3", "A")),
        ("[forget]", ("line 1", "forget")),
        ("merge = 1", ("line 1", "merge")),
        ('[merge]\n"A" = ["B"]\n"C" = ["B"]', ("line 2", "B")),
        ('[merge]\n"A" = ["B"]\n"B" = ["A"]', ("line 2", "circle")),
        ("[merge", ("line 1",)),
    ],
)  # fmt: skip
def test_mistakes_are_named(toml: str, told: tuple[str, ...]) -> None:
    """A mistake is told in one line with the file, the line and the key."""
    with pytest.raises(UsageProblem) as problem:
        AliasBook.read(toml)
    message = str(problem.value)
    assert message.startswith("aliases.toml: ")
    assert "\n" not in message
    for part in told:
        assert part in message
