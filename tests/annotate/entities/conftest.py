"""Small invented stories for the tests of names."""

from collections.abc import Callable

import pytest

from tui_reader.annotate.entities import find_entities
from tui_reader.model import Article, Block, BlockType, Entity

Tell = Callable[..., Article]
Found = Callable[..., dict[str, Entity]]


@pytest.fixture
def tell() -> Tell:
    """Make an article of paragraphs (strings) and of other blocks as they are."""

    def make(*blocks: str | Block, name: str = "story") -> Article:
        typed = (block if isinstance(block, Block) else Block(BlockType.PARAGRAPH, block) for block in blocks)
        return Article(name, f"{name}.md", tuple(typed))

    return make


@pytest.fixture
def found(tell: Tell) -> Found:
    """Give the entities of stories by their names; each argument is one story, a string or an article."""

    def find(*stories: str | Article) -> dict[str, Entity]:
        articles = [
            story if isinstance(story, Article) else tell(story, name=f"story-{number}")
            for number, story in enumerate(stories, 1)
        ]
        return {entity.name: entity for entity in find_entities(articles)}

    return find
