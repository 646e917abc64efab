"""What holds for any text at all."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.annotate.entities import find_entities, find_names, survey
from tui_reader.model import Article, Block, BlockType

WORDS = st.sampled_from(
    [
        "Li",
        "Ming",
        "Shanxi",
        "the",
        "of",
        "and",
        "Ministry",
        "Bank",
        "said",
        "in",
        "US",
        "U.S.",
        "Mr.",
        "Ana",
        "Ruiz",
        "—",
        "May",
        "Monday",
        "President",
        "Chinese",
        "River",
        "WHO",
        "(WHO)",
        "al-Sisi",
        "X-Y",
        "'s",
        "’s",
        "&",
        "de",
        "For",
        "City",
        "Beijing-based",
        "J.",
        "K.",
        "COVID-19",
        ".",
        ",",
        "“",
        "”",
        "/",
        "PHOTO",
        "BY",
        "a",
        "3",
        "İ",
        "ß",
        "山西",
    ]
)
LINES = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=40).map(lambda text: text.replace("\r", ""))
BLOCKS = st.builds(Block, st.sampled_from(list(BlockType)), LINES, LINES)


@settings(max_examples=250, deadline=None)
@given(st.lists(BLOCKS, max_size=5))
def test_mentions_lie_in_blocks_and_never_overlap(blocks: list[Block]) -> None:
    """A mention is what the text says there, inside one block's text or attribution, and overlaps no other."""
    article = Article("story", "", tuple(blocks))
    mentions = sorted((m.start, m.end, m.text) for entity in find_names(article) for m in entity.mentions)
    spans = [article.span(index) for index in range(len(blocks))]
    spans += [article.attribution_span(index) for index in range(len(blocks))]
    for start, end, text in mentions:
        assert start < end
        assert article.text[start:end] == text
        assert any(span.start <= start and end <= span.end for span in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(mentions))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(BLOCKS, max_size=3), max_size=4))
def test_every_mention_has_one_entity_and_a_name(stories: list[list[Block]]) -> None:
    """Going across stories loses no mention and shows each entity under a name."""
    articles = [Article(f"story-{number}", "", tuple(blocks)) for number, blocks in enumerate(stories)]
    entities = find_entities(articles)
    alone = sum(len(entity.mentions) for article in articles for entity in find_names(article))
    assert sum(len(entity.mentions) for entity in entities) == alone
    assert all(entity.name.strip() and entity.name not in entity.aliases for entity in entities)
    counts = [len(entity.mentions) for entity in entities]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 60_000,
        "A." * 30_000,
        "Li " * 20_000,
        "X-" * 30_000 + "X",
        "Li's " * 12_000,
        "Ministry of " * 6_000,
        "Bank, " * 10_000 + "and Trust",
        "(ABC) " * 10_000,
        "Ana Ruiz and Ruiz and " * 3_000,
        "al-" * 20_000 + "Sisi",
        "de " * 20_000 + "Gaulle",
        " ".join(f"Name{number} Family" for number in range(6_000)) + " Family",
        "photo by " * 8_000,
        "“" * 60_000 + "Ana",
    ],
)
@pytest.mark.parametrize("kind", [BlockType.PARAGRAPH, BlockType.BYLINE, BlockType.HEADLINE])
def test_hostile_text_takes_no_more_than_its_length(text: str, kind: BlockType) -> None:
    """No text makes the annotator slower than linear: 60 kB stay far under two seconds."""
    article = Article("story", "", (Block(kind, text, "PHOTO BY " * 2_000),))
    began = time.process_time()
    find_names(article)
    assert time.process_time() - began < 2


def test_surveys_merge() -> None:
    """Two surveys add up to the survey of both."""
    one = Article("one", "", (Block(BlockType.PARAGRAPH, "The river Lena rose. A river"),))
    two = Article("two", "", (Block(BlockType.PARAGRAPH, "Boats on Lena and on a river"),))
    both = survey(one).merge(survey(two))
    assert both.capital["lena"] == 2
    assert both.lower["river"] == 3
