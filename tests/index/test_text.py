"""Text search inside one article."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.index.text import FoldedArticle, TextQuery, find_text
from tui_reader.model import Article, Block, BlockType

ARTICLE = Article(
    "a",
    "a.txt",
    (
        Block(BlockType.HEADLINE, "River freight returns to Jin-neng"),
        Block(
            BlockType.PARAGRAPH, "The river\nfreight’s share rose 1.5 percent; U.S. barges call at Xi'an. Rail lost."
        ),
        Block(BlockType.CAPTION, "A “Café” by the railway", "Photo by an agency"),
    ),
)


def found(query: str) -> list[str]:
    return [hit.text for hit in find_text(query, ARTICLE)]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("river freight", ["River freight", "river\nfreight"]),
        ('"river freight"', ["River freight", "river\nfreight"]),
        ("rail", ["Rail", "railway"]),
        ("'rail", ["Rail"]),
        ("cafe", ["Café"]),
        ("jinneng", ["Jin-neng"]),
        ("jin neng", ["Jin-neng"]),
        ("xian", ["Xi'an"]),
        ("us", ["U.S"]),
        ("1.5", ["1.5"]),
        ("5", ["5"]),
        ("15", []),
        ("freight river", []),
        ("'barges 'rail", ["barges", "Rail"]),
        ("rail !boat", ["Rail", "railway"]),
        ("rail !barges", []),
        ("rail !'barge", ["Rail", "railway"]),
        ("lost a", []),
        ("reight", []),
        ("", []),
        ("!", []),
        ("'", []),
        ('"', []),
    ],
)
def test_words_and_phrases(query: str, texts: list[str]) -> None:
    """Literal search under folding: phrases run over lines, not over blocks; marks mean what the bar says."""
    assert found(query) == texts


def test_hits_carry_their_surroundings() -> None:
    """A concordance line is cut at words and stays in its block."""
    hit = next(find_text("share", ARTICLE))
    assert (hit.left, hit.text, hit.right[:8]) == ("The river freight’s ", "share", " rose 1.")
    assert ARTICLE.text[hit.start : hit.end] == hit.text


def test_a_phrase_nobody_wrote_is_loosened_to_its_words() -> None:
    """For when the phrase stands nowhere: its words, in any order."""
    loose = TextQuery.of("freight river").loosened()
    assert [hit.text for hit in FoldedArticle(ARTICLE).find(loose)] == ["River", "freight", "river", "freight"]


@given(st.text(max_size=40), st.text(st.sampled_from("ab -'’é\n!\""), max_size=60))
def test_any_query_over_any_text(query: str, text: str) -> None:
    """Hits stand where they say, in order, without overlap."""
    article = Article("t", "t", (Block(BlockType.PARAGRAPH, text), Block(BlockType.PARAGRAPH, query)))
    end = 0
    for hit in find_text(text, article):
        assert hit.start >= end
        assert article.text[hit.start : hit.end] == hit.text != ""
        end = hit.end


@pytest.mark.parametrize(
    ("query", "text"), [("a" * 5000, "a" * 200_000), ("a " * 5000, "a " * 100_000), ("'" * 9999, "'" * 9999)]
)
def test_hostile_queries_take_linear_time(query: str, text: str) -> None:
    """No query makes a search slow."""
    article = Article("t", "t", (Block(BlockType.PARAGRAPH, text),))
    started = time.perf_counter()
    for _ in find_text(query, article):
        pass
    assert time.perf_counter() - started < 2


def test_a_long_story_is_searched_like_a_short_one() -> None:
    """Stretches that are folded one by one join without a seam: every place is found, at its own offset."""
    blocks = tuple(
        Block(BlockType.PARAGRAPH, f"Line {number} of the river’s café {'x' * (number % 700)}") for number in range(900)
    )
    article = Article("long", "long.txt", blocks)
    hits = list(find_text("rivers cafe", article))
    assert [hit.start for hit in hits] == [
        start + block.text.index("river") for start, block in zip(article.starts, blocks, strict=True)
    ]
    assert {hit.text for hit in hits} == {"river’s café"}
    assert [hit.text for hit in find_text("'899", article)] == ["899"]
