"""Rules of the short way to read Markdown that has no markup of blocks but headings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui_reader.formats.markup.unmarked import unmarked_blocks

STRANGE = (
    *("> said", "- item", "* item", "+ item", "1. item", "2) item", "    code", "\tcode", "```", "~~~", "| a | b |"),
    *("Heading\n===", "Heading\n---", "***", "___", "* * *", "a | b\n--|--\nc | d", "[to]: http://example.org"),
    *("#tag", "####### deep", "# closed #", "#", "# ", "\u2003set in", "set out\u2003", "<b>", "\\# no heading"),
)
PIECES = st.sampled_from(
    (
        *(
            "The river rose",
            "*Rain* fell",
            "**By** noon",
            "_Late_ news",
            "“Stop”",
            "$5 a day",
            "12 boats",
            "2008",
            "",
            " ",
        ),
        *(
            "\n",
            "\n\n",
            "\n\n",
            "# ",
            "## ",
            "#",
            "###### ",
            "-",
            "=",
            "*",
            "_",
            ">",
            "|",
            ":",
            "1.",
            "10)",
            "  ",
            "\t",
        ),
        *("&amp;", "`", "~", "+", "\u00a0", "\u2003", "[a]: b", "--", "|--|", "éàü", "。", "<", "\\"),
    )
)


def parsed(text: str) -> list[tuple[int, str]] | None:
    """Give what the parser says; None where it finds other blocks than headings and paragraphs."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["html_block"])
    blocks, level = [], 0
    for token in parser.parse(text):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            blocks.append((level, token.content))
        elif token.type not in {"paragraph_open", "paragraph_close"}:
            return None
    return blocks


def test_headings_and_paragraphs_are_read() -> None:
    """Headings, and paragraphs of one line or several, need no parser."""
    text = "# Dam opens\n\n*By* the lake\nat noon  \n\n## Later\nRain fell.\n"
    assert unmarked_blocks(text) == [(1, "Dam opens"), (0, "*By* the lake\nat noon"), (2, "Later"), (0, "Rain fell.")]


@pytest.mark.parametrize("line", STRANGE)
def test_what_is_not_known_is_left_to_the_parser(line: str) -> None:
    """Whatever may be another block is not read the short way."""
    assert unmarked_blocks(f"# Dam opens\n\nRain fell.\n\n{line}\n\nIt went on.\n") is None


@settings(max_examples=600)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_the_parser_would_say_the_same(text: str) -> None:
    """What is read the short way is what the parser reads."""
    blocks = unmarked_blocks(text)
    assert blocks is None or blocks == parsed(text)
