"""A callout's box: drawn around the text, which stays what it is."""

from pathlib import Path

import pytest

from tests.tui.reader import reading
from tui_reader.tui.widgets.callout import figure_of, foot, large, lid, lid_rows

STORY = (
    "---\ntitle: The harbour\nbyline: By the harbour desk\n---\n\nOne paragraph.\n\n"
    "> [!CALLOUT]\n> 533.7 billion yuan was paid for the ships\n\nAnother paragraph.\n\n"
    "> [!PULLQUOTE]\n> The ships are long.\n>\n> — The pilot\n\nThe last paragraph.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 million visits since 2018", ("", "4", " million")),
        ("$84.13 billion invested", ("$", "84.13", " billion")),
        ("10% more power", ("", "10", "%")),
        ("Some 10 percent more", ("", "10", " percent")),
        ("720,000 cells a day", ("", "720,000", "")),
        ("in 1949, the year", ("", "1949", "")),
        ("no figure at all", ("", "", "")),
        ("number 12345678901234567890", ("", "", "")),
        ("4 words " * 60, ("", "", "")),
    ],
)
def test_the_first_figure_is_set_large(text: str, expected: tuple[str, str, str]) -> None:
    """With its sign and its scale; a number nobody could read, or one of many, is not."""
    assert figure_of(text) == expected


def test_large_digits_stand_in_three_rows_of_one_width() -> None:
    """Every digit has a shape of its own."""
    assert large("10% more") == ("▄█  █▀█ ", " █  █ █ ", "▀▀▀ ▀▀▀%")
    shapes = {large(str(digit)) for digit in range(10)}
    assert len(shapes) == 10
    assert all(len({len(row) for row in shape}) == 1 for shape in shapes)
    assert lid_rows("10% more") == 4
    assert lid_rows("no figure") == 1
    assert (lid(6), foot(6)) == ("╭────╮", "╰────╯")


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Write a story with a callout and a pull quote."""
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    return tmp_path / "story.md"


async def test_a_callout_stands_in_a_box_of_the_measure(edition: Path) -> None:
    """Closed on all four sides, the figure over the words; place and text are as without it."""
    async with reading(edition, size=(80, 30)) as at_work:
        page = [row.rstrip(" ▐") for row in at_work.text().splitlines()]
        top = next(y for y, row in enumerate(page) if "╭" in row)
        bottom = next(y for y, row in enumerate(page) if "╰" in row)
        assert bottom - top == 5
        assert len({len(row) for row in page[top : bottom + 1]}) == 1
        assert all(row.strip()[0] == row.strip()[-1] == "│" for row in page[top + 1 : bottom])
        assert "533.7 billion yuan was paid" in page[bottom - 1]
        assert " billion" in page[bottom - 2]
        assert page[top - 1].strip() == page[bottom + 1].strip() == ""


async def test_where_there_is_no_room_a_callout_has_its_rule_alone(edition: Path) -> None:
    """On a short page every row is needed for words."""
    async with reading(edition, size=(80, 14)) as at_work:
        assert "╭" not in at_work.text()
        assert "│ 533.7 billion" in at_work.text()


async def test_a_pull_quote_names_its_speaker_after_a_dash(edition: Path) -> None:
    """In the room of the indent: the text has no dash, and its offsets stay."""
    async with reading(edition, size=(80, 40)) as at_work:
        assert "┃   The ships are long." in at_work.text()
        assert "┃ — The pilot" in at_work.text()


async def test_stepping_over_a_box_row_by_row_comes_back(edition: Path) -> None:
    """Its rows count as rows, and none of them is a word's place."""
    async with reading(edition, size=(60, 18)) as at_work:
        first = at_work.screen.pane.lines
        for _ in range(6):
            await at_work.press("j")
        for _ in range(6):
            await at_work.press("k")
        assert at_work.screen.pane.lines == first
