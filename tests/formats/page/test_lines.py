"""Lines and pieces: what the page's marks say, and what is printed as one."""

import pytest

from tui_reader.formats.page.hyphens import Vocabulary
from tui_reader.formats.page.lines import Mark, is_figured, read_lines, strip_escapes
from tui_reader.formats.page.pieces import gather, split_tails
from tui_reader.formats.page.strand import slice_page

MARKS = [
    ("# Ferries return", Mark.HEADING, "Ferries return"),
    ("## Ferries return ##", Mark.HEADING, "Ferries return"),
    ("Ferries return\n=======", Mark.UNDERLINED, "Ferries return"),
    ("**Ferries return**", Mark.BOLD, "Ferries return"),
    ("*** Ferries return ***", Mark.BOLD, "Ferries return"),
    ("*Ferries return*", Mark.ITALIC, "Ferries return"),
    ("> Ferries return", Mark.QUOTED, "Ferries return"),
    ("[ Ferries return ]", Mark.BRACKETED, "[ Ferries return ]"),
    ("- Ferries return", Mark.LIST, "- Ferries return"),
    ("1. Ferries return", Mark.LIST, "1. Ferries return"),
    ("* * *", Mark.RULE, "* * *"),
    ("#hashtag", Mark.PLAIN, "#hashtag"),
    ("<b>Ferries</b>", Mark.BRACKETED, "<b>Ferries</b>"),
    ("5 * 3 * 2", Mark.PLAIN, "5 * 3 * 2"),
    ("snake_case_name", Mark.PLAIN, "snake_case_name"),
]


@pytest.mark.parametrize(("text", "mark", "inner"), MARKS)
def test_marks(text: str, mark: Mark, inner: str) -> None:
    """Marks that set a line off are read and taken off; everything else stays."""
    (line,) = read_lines(text)
    assert (line.mark, line.strand.text) == (mark, inner)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\\$31.53", "$31.53"),
        ("40\\% \\& more", "40% & more"),
        ("a **b c** d", "a b c d"),
        ("C:\\new", "C:\\new"),
        ("2**3", "2**3"),
    ],
)
def test_escapes(text: str, plain: str) -> None:
    """The escapes of LaTeX and Markdown are undone, other backslashes and asterisks kept."""
    assert strip_escapes(slice_page(text, 0, len(text))).text == plain


@pytest.mark.parametrize(
    ("text", "figured"), [("4 million", True), ("[ $5", True), ("• 12", True), ("Four", False), ("", False)]
)
def test_a_figure_first(text: str, figured: bool) -> None:
    """A callout's figure is seen through the marks before it."""
    assert is_figured(text) is figured


def _pieces(page: str) -> list[str]:
    return [piece.text for piece in split_tails(gather(read_lines(page), Vocabulary(page)))]


def test_wrapped_lines_are_one_piece() -> None:
    """Lines of a measure are tied; a word broken between them is mended."""
    assert _pieces("The ferry com-\npany said it\nwould sail.") == ["The ferry company said it would sail."]


def test_a_byline_and_a_credit_stand_alone() -> None:
    """What is printed right under each other is told apart by what it is."""
    page = "Boats leave the pier.\nANA COSTA / REUTERS\nThe river rose by a foot."
    assert _pieces(page) == ["Boats leave the pier.", "ANA COSTA / REUTERS", "The river rose by a foot."]
    assert _pieces("By ANA COSTA\nThe river rose.") == ["By ANA COSTA", "The river rose."]


def test_a_note_at_the_end_is_split_off() -> None:
    """A contributor's credit behind the last sentence is a piece of its own."""
    body = "The river rose by a foot in the night, the harbour master said."
    assert _pieces(f"{body} Ana Costa contributed to this story.") == [body, "Ana Costa contributed to this story."]


def test_long_lines_are_paragraphs_each() -> None:
    """Lines far longer than a measure are paragraphs without blank lines between them."""
    one = "The river rose by a foot in the night, and " * 5 + "fell."
    assert _pieces(f"{one}\nIt rained.\n{one}") == [one, "It rained.", one]
