"""Pages of papers that no rule was written for come back as clean stories."""

import re
from functools import cache

import pytest

from tests.formats.page.scramble import PAPERS, Expected, scramble
from tui_reader.formats.page import parse
from tui_reader.model import Article, BlockType

SEEDS = range(16)


def _body(article: Article) -> str:
    return " ".join(block.text for block in article.blocks if block.type is BlockType.PARAGRAPH)


def _insets(article: Article) -> set[tuple[str, str]]:
    kinds = {BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT}
    return {(str(block.type), _bare(block.attribution)) for block in article.blocks if block.type in kinds}


def _bare(text: str) -> str:
    return re.sub(r"^[^\w©]+|\W+$", "", text)


@cache
def _pairs(style: str) -> list[tuple[Article | None, Expected]]:
    pairs: list[tuple[Article | None, Expected]] = []
    for seed in SEEDS:
        page, told = scramble(PAPERS[style], seed)
        articles = parse(page, "page", "page.txt")
        fits = len(articles) == len(told)
        pairs += [(articles[number] if fits else None, story) for number, story in enumerate(told)]
    return pairs


@pytest.mark.parametrize("style", PAPERS)
def test_heads_are_found(style: str) -> None:
    """Every story has its own headline and byline, whatever they look like."""
    pairs = _pairs(style)
    right = sum(
        article is not None and article.headline == told.headline and article.byline == told.byline
        for article, told in pairs
    )
    assert right >= 0.95 * len(pairs)


@pytest.mark.parametrize("style", PAPERS)
def test_the_body_is_rejoined_in_reading_order(style: str) -> None:
    """Sentences cut by columns, insets and hyphens read as they were written."""
    pairs = _pairs(style)
    right = sum(article is not None and _body(article) == told.body for article, told in pairs)
    assert right >= 0.9 * len(pairs)


@pytest.mark.parametrize("style", PAPERS)
def test_insets_are_lifted_with_their_attribution(style: str) -> None:
    """Captions, pull quotes and callouts leave the body, typed, with who is credited or speaks."""
    pairs = _pairs(style)
    found = sum(len(_insets(article) & {(k, _bare(a)) for k, a in told.insets}) for article, told in pairs if article)
    assert found >= 0.9 * sum(len(told.insets) for _, told in pairs)
