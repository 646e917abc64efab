"""Where a story was published, as it is written under a quotation."""

import pytest

from tui_reader.archive.notebook import citation
from tui_reader.model import Article, Block, BlockType

_HEAD = Block(BlockType.HEADLINE, "River rises")


@pytest.mark.parametrize(
    ("byline", "provenance", "cited"),
    [
        (
            "After the river desk, The Daily",
            "After the river desk, The Daily",
            "After the river desk, “River rises”, The Daily",
        ),
        ("By the river desk, The Daily", "The Daily", "By the river desk, “River rises”, The Daily"),
        ("The river desk", "The river desk, The Daily", "The river desk, “River rises”, The Daily"),
        ("The river desk", "The river desk", "The river desk, “River rises”, river.md"),
        ("By the river desk", "The Daily", "By the river desk, “River rises”, The Daily"),
        ("By the river desk", "", "By the river desk, “River rises”, river.md"),
        ("By LI MING", "The Daily", "By Li Ming, “River rises”, The Daily"),
        ("", "The Daily", "“River rises”, The Daily"),
    ],
)
def test_author_and_paper_are_named_once(byline: str, provenance: str, cited: str) -> None:
    """Author, title, paper or file, date: nothing twice, in this order."""
    blocks = (_HEAD, Block(BlockType.BYLINE, byline)) if byline else (_HEAD,)
    article = Article("river", "river.md", blocks, provenance=provenance, date="2024-02-02")
    assert citation(article) == f"{cited}, 2024-02-02"
