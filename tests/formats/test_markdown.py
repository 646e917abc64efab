import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.fixture import cases, told
from tui_reader.formats import budget
from tui_reader.formats.markdown import parse
from tui_reader.text.sanitise import safe_text

CASES = cases("markdown.txt")


@pytest.mark.parametrize(("text", "blocks"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_blocks(text: str, blocks: str) -> None:
    """Each fixture's input becomes the blocks below it."""
    assert told(parse(text, "s", "s.md")) == blocks


def test_details_of_front_matter() -> None:
    """Where and when a story was published is kept beside its text."""
    (article,) = parse("---\nsource: A paper\ndate: 2024-03-05 10:00\n---\nText.", "s", "dir/s.md")
    assert (article.id, article.source, article.provenance, article.date) == ("s", "dir/s.md", "A paper", "2024-03-05")


def test_every_heading_of_the_first_level_begins_a_story() -> None:
    """An edition in one file comes apart; its title stands over its first story."""
    text = "---\ntitle: Friday\nsource: A paper\n---\n\n# One\n\nText.\n\n# Two\n\n## Part\n\nText."
    one, two = parse(text, "s", "s.md")
    assert (one.id, one.title, two.id, two.title) == ("s", "One", "s-2", "Two")
    assert one.provenance == two.provenance == "A paper"
    assert told((one,)).startswith("kicker: Friday\nheadline: One")


def test_an_empty_source_has_no_story() -> None:
    """Nothing is made up."""
    assert parse("", "s", "s.md") == parse(" \n\n\t", "s", "s.md") == ()


@settings(deadline=None)
@given(st.text(st.sampled_from("#->*_`[]()!<&\\|: \n\tax1.=~—\u3000\x1b\x9b"), max_size=300).map(safe_text))
def test_any_text_is_read(text: str) -> None:
    """No text fails, and no block is empty, broken over lines or unclean."""
    for article in parse(text, "s", "s.md"):
        for block in article.blocks:
            assert block.text
            assert not set(block.content) & set("\x1b\x9b\r")
            assert "\n" not in block.text + block.attribution


@pytest.mark.parametrize(
    "piece", ["> ", "- ", "1. ", "[", "![", "*a ", "`", "<", "&#", "|", "\\", "# a\n", "a\n\n", "\n"]
)
def test_floods_are_read_in_time(piece: str) -> None:
    """No mark, repeated, costs more than the budget and a little."""
    before = time.process_time()
    parse(piece * (400_000 // len(piece)), "s", "s.md")
    assert time.process_time() - before < budget.PARSE_SECONDS + 2


def test_text_beyond_every_budget_is_kept() -> None:
    """What is too deep, too long or too much to be parsed is still read."""
    deep = ">" * 500 + " deep"
    long = "word " * 20_000 + "*last*"
    text = told(parse(f"{deep}\n\n{long}\n\n" + "a\n\n" * 1000 + "end", "s", "s.md"))
    assert "deep" in text
    assert "last" in text
    assert text.endswith("end")


def test_the_number_of_stories_is_bounded() -> None:
    """A flood of headings does not become a flood of stories, and none is lost."""
    articles = parse("# h\n" * (budget.STORIES + 500), "s", "s.md")
    assert len(articles) == budget.STORIES
    assert sum(len(article.blocks) for article in articles) == budget.STORIES + 500
