"""Lists keep their depth and their numbers."""

from tui_reader.formats import html, markdown
from tui_reader.model import Article, BlockType

_MARKDOWN = (
    "# Ferries\n\nThey go.\n\n- noon\n  - from the pier\n    1. in summer\n- night\n\n"
    "| boat | seats |\n|---|---|\n| one | 12 |\n"
)
_HTML = (
    "<article><h1>Ferries</h1><p>They go.</p><ul><li>noon<ul><li>from the pier<ol><li>in summer</li></ol></li></ul>"
    "</li><li>night</li></ul><table><tr><th>boat</th><th>seats</th></tr><tr><td>one</td><td>12</td></tr></table></article>"
)


def _items(stories: tuple[Article, ...]) -> list[tuple[str, int]]:
    blocks = [block for story in stories for block in story.blocks]
    return [(block.text, block.depth) for block in blocks if block.type is BlockType.LIST_ITEM]


def test_both_formats_tell_the_same_depths() -> None:
    """An item knows in how many lists it stands, and a table's row that it stands in none; a number is text."""
    expected = [
        ("noon", 1),
        ("from the pier", 2),
        ("1. in summer", 3),
        ("night", 1),
        ("boat | seats", 0),
        ("one | 12", 0),
    ]
    assert _items(markdown.parse(_MARKDOWN, "f", "f.md")) == expected
    assert _items(html.parse_bytes(_HTML.encode(), "f", "f.html")) == expected
