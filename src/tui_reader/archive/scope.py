"""How much of a story is studied: finding figures and names takes far longer than reading does."""

from collections.abc import Iterable
from dataclasses import replace

from tui_reader.model import Article, Block

STUDIED = 500_000
"""Code points of a story in which figures and names are looked for: more than any newspaper prints in a day."""


def studied(article: Article) -> Article:
    """Give the beginning of a story that figures and names are looked for in, mostly all of it; offsets stay."""
    if len(article.text) <= STUDIED:
        return article
    last = article.block_at(STUDIED)
    blocks = list(article.blocks[:last])
    room = STUDIED - article.starts[last]
    if room > 0:
        text = article.blocks[last].text[:room]
        end = max(text.rfind(" "), 0) or len(text)
        blocks.append(Block(article.blocks[last].type, text[:end]))
    return replace(article, blocks=tuple(blocks))


def beyond(articles: Iterable[Article]) -> str:
    """Say that some stories are longer than what is studied of them; nothing where none is."""
    if any(len(article.text) > STUDIED for article in articles):
        return f"names and figures are found in the first {STUDIED:,} characters of a story, words in eight times that"
    return ""
