"""What page repair promises of any text."""

from collections import Counter
from textwrap import fill
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.page.scramble import PAPERS, SENTENCES, scramble
from tui_reader.formats.page import parse
from tui_reader.model import Article, BlockType, RepairKind

PIECES = st.sampled_from(
    [
        *(
            "# Head",
            "## A b c",
            "**bold**",
            "*it*",
            "> said",
            "- item",
            "1. one",
            "By NAME",
            "By Li Ming",
            "the cat sat",
        ),
        *("on a mat.", '"Yes."', "“No”", "— Li Ming, mayor", "PHOTO BY X", "LI MING / AFP", "AFP", "4 million visits"),
        *(
            "\\$31.53",
            "**",
            "__",
            "***",
            "---",
            "===",
            "inter-",
            "ly",
            "con¬",
            "soft\u00ad",
            "(Photo: X/AFP)",
            "[x]",
            "<b>",
        ),
        *(
            "&amp;",
            "|a|b|",
            "```",
            "    code",
            "Li Ming contributed to this story.",
            "Continued on page 4",
            "©",
            "中文字",
        ),
        *(
            ".",
            "?",
            "...",
            "Mr.",
            "U.S.",
            "CAPS LINE HERE",
            "The",
            "who said “yes",
            'NAME, mayor: "hi"',
            ">> 4",
            "«",
            "»",
        ),
    ]
)
GLUE = st.sampled_from(["", " ", "\n", "\n\n", "\n\n\n\n"])
PAGES = st.lists(st.tuples(PIECES, GLUE), max_size=25).map(lambda parts: "".join(a + b for a, b in parts))
NOISE = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)


def _letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())


def _text(articles: tuple[Article, ...]) -> str:
    return "\n\n".join(article.text for article in articles)


@given(st.one_of(PAGES, NOISE))
@settings(max_examples=300, deadline=None)
def test_no_letter_is_lost_or_invented(page: str) -> None:
    """Letters and figures in are letters and figures out, on any input, and no block is empty."""
    articles = parse(page, "s", "s.txt")
    assert _letters(_text(articles)) == _letters(page)
    assert all(block.text for article in articles for block in article.blocks)


@given(PAGES)
@settings(max_examples=150, deadline=None)
def test_origins_and_repairs_point_where_they_say(page: str) -> None:
    """Each origin's letters stand in the raw text; repairs lie inside both texts; ids are the stem's."""
    articles = parse(page, "s", "s.txt")
    assert [article.id for article in articles] == ["s", *(f"s-{n}" for n in range(2, len(articles) + 1))][
        : len(articles)
    ]
    for article in articles:
        for one in article.origins:
            assert article.text[one.start :][: one.length] == article.raw[one.raw_start :][: one.length]
        for repair in article.repairs:
            assert 0 <= repair.start <= repair.end <= len(article.text)
            assert 0.0 < repair.confidence <= 1.0


@pytest.mark.parametrize("style", PAPERS)
def test_a_page_comes_out_the_same_each_time(style: str) -> None:
    """The same input gives the same articles."""
    page, _ = scramble(PAPERS[style], 7)
    assert parse(page, "s", "s.txt") == parse(page, "s", "s.txt")


@pytest.mark.parametrize("text", ["", "\n", "  \n\n \t\n"])
def test_nothing_gives_nothing(text: str) -> None:
    """A text without letters has no story."""
    assert parse(text, "s", "s.txt") == ()


PARAGRAPHS = [" ".join(SENTENCES[n : n + 4]) for n in range(0, 20, 4)]
WHOLE = {
    "one paragraph": PARAGRAPHS[0],
    "one sentence": SENTENCES[0],
    "no full stop": "The ferry company said it would add two boats",
    "paragraphs": "\n\n".join(PARAGRAPHS),
    "verse": "O river of the north\n\nCarry the boats home",
    "quotations": '"We wait," she said.\n\n"So do we," he said.',
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE.keys())
def test_what_is_whole_stays_whole(text: str) -> None:
    """A text in which nothing is broken keeps its paragraphs and gets no headline."""
    (article,) = parse(text, "s", "s.txt")
    assert article.text == text
    assert article.repairs == ()


def test_hard_wrapped_paragraphs_are_unwrapped() -> None:
    """Lines of a hard-wrapped text are tied with blanks, its paragraphs left alone."""
    page = "\n\n".join(fill(text, 68) for text in PARAGRAPHS)
    (article,) = parse(page, "s", "s.txt")
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert {block.type for block in article.blocks} == {BlockType.PARAGRAPH}


def test_an_indented_first_line_begins_a_paragraph() -> None:
    """Paragraphs that are set off by an indent alone are told apart."""
    page = "\n".join(fill(text, 60, initial_indent="   ") for text in PARAGRAPHS)
    (article,) = parse(page, "s", "s.txt")
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_every_join_is_on_record() -> None:
    """A sentence cut by a caption is rejoined, the caption lifted, the hyphen gone; each is a repair."""
    page = (
        "# Ferries return\n\nBy ANA COSTA\n\nThe ferry company said it would add two elec-\n\n"
        "Passengers board at the pier. LI MING / REUTERS\n\ntric boats for \\$5 million. They sail in May.\n"
    )
    (article,) = parse(page, "s", "s.txt")
    assert "two electric boats for $5 million." in article.text
    kinds = {repair.kind for repair in article.repairs}
    assert kinds >= {RepairKind.REJOINED, RepairKind.LIFTED, RepairKind.DEHYPHENATED, RepairKind.UNESCAPED}
    assert article.blocks[3].type is BlockType.CAPTION
    assert article.blocks[3].attribution == "LI MING / REUTERS"


def test_a_callout_fused_into_a_sentence_is_cut_out() -> None:
    """The preposition that the unfinished sentence calls for tells where the callout ends."""
    page = (
        "# Harbour grows\n\nBy ANA COSTA\n\nThe board met in Porto on Monday. Its plan, which focuses\n\n"
        "40 million visits to the harbour since the pier became free in 2018 on ferries and rowing boats, won.\n"
    )
    (article,) = parse(page, "s", "s.txt")
    assert "Its plan, which focuses on ferries and rowing boats, won." in article.text
    callouts = [block.text for block in article.blocks if block.type is BlockType.CALLOUT]
    assert callouts == ["40 million visits to the harbour since the pier became free in 2018"]


def test_cost_is_linear() -> None:
    """Ten times the page takes no more than some ten times as long."""
    page, _ = scramble(PAPERS["ledger"], 3)

    def cost(text: str) -> float:
        start = process_time()
        parse(text, "s", "s.txt")
        return process_time() - start

    cost(page)
    small = min(cost(page * 4) for _ in range(3))
    assert cost(page * 40) < 40 * small + 0.2


HOSTILE = ["**a " * 60_000, '"' * 300_000, "\\" * 300_000, "x. Y / AFP " * 20_000, "A b " * 60_000, "> " * 100_000]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_line_is_read_in_time(line: str) -> None:
    """No pattern takes more than linear time on a long line."""
    start = process_time()
    parse(line, "s", "s.txt")
    assert process_time() - start < 2.0
