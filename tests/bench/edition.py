"""The bundled edition as material to measure on."""

from collections.abc import Sequence

from tui_reader.__main__ import bundled_edition
from tui_reader.archive import Archive
from tui_reader.model import Article


def stories() -> list[Article]:
    """Give the bundled stories."""
    return list(Archive([bundled_edition()]).stream())


def text_of(articles: Sequence[Article]) -> str:
    """Give stories as one plain text."""
    return "\n\n".join(article.text for article in articles)
