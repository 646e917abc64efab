"""Reads the fixture files: a name, the input, and the blocks it must become, with a full stop after each."""

from pathlib import Path

from tui_reader.model import Article

FOLDER = Path(__file__).parent / "fixtures"


def cases(name: str) -> list[tuple[str, str, str]]:
    """Give the name, input and expected blocks of each case."""
    parts = (FOLDER / name).read_text(encoding="utf-8").split("\n.\n")[:-1]
    return [(parts[at], parts[at + 1], parts[at + 2]) for at in range(0, len(parts), 3)]


def told(articles: tuple[Article, ...]) -> str:
    """Give the blocks of some stories, one a line, as the fixtures write them."""
    return "\n".join(
        f"{block.type}: {block.text}" + (f" — {block.attribution}" if block.attribution else "")
        for article in articles
        for block in article.blocks
    )
