"""Stories as news wires send them: a headline in capitals, then paragraphs that begin with where and when."""

import pytest

from tui_reader.formats.page import parse
from tui_reader.model import BlockType

HEADLINES = [
    "PORT RAISES FEES, SHIPPERS SAY",
    "RIVER FALLS, BARGES WAIT",
    "COFFEE TALKS TO RESUME IN LISBON",
    "HARBOUR BOARD CUTS BERTHS, JOBS",
]
BODY = [
    "LISBON, March 5 - The port will raise its fees in June, shippers at the harbour said on\n{0}Thursday.",
    "They had expected the step for weeks.",
    "The harbour board declined to comment on the report.",
]


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("below", ["\n", "\n\n"])
@pytest.mark.parametrize("indent", ["", "    "])
def test_a_headline_in_capitals_heads_its_story(headline: str, below: str, indent: str) -> None:
    """It is no byline, whatever commas stand in it, and no part of the paragraph below, however close that stands."""
    body = "\n\n".join(indent + paragraph.format(indent) for paragraph in BODY)
    (article,) = parse(headline + below + body, "wire", "wire.txt")
    assert article.headline == headline
    assert article.byline == ""
    assert [block.text[:6] for block in article.blocks if block.type is BlockType.PARAGRAPH] == [
        "LISBON",
        "They h",
        "The ha",
    ]


def test_two_lines_of_capitals_are_one_headline() -> None:
    """A headline that wraps is tied before the paragraph is parted from it."""
    (article,) = parse("HARBOUR BOARD CUTS BERTHS\nAND RAISES FEES\n   LISBON, March 5 - It is done.", "wire", "w")
    assert article.headline == "HARBOUR BOARD CUTS BERTHS AND RAISES FEES"


def test_a_name_with_its_place_stays_a_byline() -> None:
    """Capitals and a comma alone make no headline."""
    (article,) = parse("ANA ROBERTS, PORTO\n\n" + "\n\n".join(BODY).format(""), "wire", "wire.txt")
    assert article.byline == "ANA ROBERTS, PORTO"


@pytest.mark.parametrize("line", ["IT WAS THE BOARD OF", "THE PORT OF LISBON HAS SAID,"])
def test_capitals_inside_a_sentence_part_nothing(line: str) -> None:
    """A line of capitals that a sentence goes on from is no headline."""
    (article,) = parse(f"{line}\nLisbon that the fees were raised.\n\nThe board met.", "wire", "wire.txt")
    assert article.headline == ""
    assert article.blocks[0].text.startswith(f"{line} Lisbon")
