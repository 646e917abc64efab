"""The status line about a figure."""

import pytest

from tui_reader.annotate.figures import find_figures, read_out


def _lines(text: str) -> list[str]:
    """Read out all figures of a text."""
    figures = find_figures(text)
    return [read_out(text, figure, figures) for figure in figures]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("It holds $84b.", "$84b · USD 84,000,000,000"),
        ("It costs 30 cents a loaf.", "30 cents a loaf · 30 cents per loaf"),
        ("It rose 10 percent.", "10 percent"),
        ("It rose 64.2%.", "64.2% · 64.2 percent"),
        ("It took about 720,000 cells a day.", "about 720,000 cells a day · 720,000 cells per day"),
        ("They grew 40 mu.", "40 mu"),
        ("Twelve countries and regions came.", "Twelve countries and regions · 12 countries and regions"),
        ("FOUR TRAINS RUN DAILY.", "FOUR TRAINS · 4 trains"),
        ("The film is in its fourth week.", "fourth · rank 4"),
        ("He left on March 15.", "March 15 · 15 March, year not given"),
        ("He left on March 15, 2021.", "March 15, 2021 · 15 March 2021"),
        ("It opened in September 2020.", "September 2020"),
        ("It was built in 2019.", "2019"),
        ("The plan (2021-25) holds.", "2021-25 · from 2021 to 2025"),
        ("It opened on Dec 29 and 30.", "Dec 29 and 30 · 29 December and 30 December, year not given"),
        ("It fell in the third quarter.", "third quarter · quarter 3, year not given"),
        ("It came in the 19th century.", "19th century"),
        ("It came in the eighteenth century.", "eighteenth century · the 18th century"),
        ("Nine grandchildren came.", "Nine grandchildren · 9 grandchildren"),
        ("Ten firewomen came.", "Ten firewomen · 10 firewomen"),
        ("Six wives met.", "Six wives · 6 wives"),
        ("It left at 6 pm.", "6 pm · 18:00"),
        ("Li, 66, smiled.", "66 · age 66 years"),
        ("Two-thirds of them left.", "Two-thirds · 66.7% of the whole"),
        ("They want $3 to $5 billion.", "$3 to $5 billion · USD 3,000,000,000 to 5,000,000,000"),
        ("Dozens of boats sank.", "Dozens of boats · 12 to 120 boats · vague"),
        ("Sales doubled.", "doubled · times 2 · vague"),
        ("It was minus 5 degrees Celsius.", "minus 5 degrees Celsius · -5 degrees Celsius"),
        ("Jazz came in the '20s.", "20s · '20s, century not given"),
        ("The vote is on the 5th.", "5th · day 5, month not given"),
        ("It was built in the 1st century.", "1st century"),
        ("It fell in H1 2020.", "H1 2020 · first half of 2020"),
        ("A form of 12/31/99 came.", "12/31/99 · 31 December '99, century not given"),
        ("A little over 40 men sat.", "A little over 40 men"),
        ("Sub-2% growth came.", "Sub-2% · 2 percent"),
        ("Walk 5 miles or less.", "5 miles or less"),
        ("Some 12 or so boats sank.", "Some 12 or so boats · 12 boats"),
        ("They sold 40+ stalls.", "40+ stalls · 40 stalls"),
    ],
)
def test_each_kind_is_read_out(text: str, line: str) -> None:
    """The line says what is printed, and what it is worth where that is more than what is printed."""
    assert _lines(text) == [line]


def test_conversion_and_rate_are_read_out() -> None:
    """Both sides of a conversion name the other, with the implied rate."""
    assert _lines("Pledges of 533.7 billion yuan ($84.13 billion) came.") == [
        "533.7 billion yuan · CNY 533,700,000,000 · given as $84.13 billion, rate 6.34",
        "$84.13 billion · USD 84,130,000,000 · converts 533.7 billion yuan, rate 6.34",
    ]


def test_the_rate_is_the_same_whichever_currency_comes_first() -> None:
    """One of the greater currency is said in the lesser, so that the line and the list of figures agree."""
    assert [line.rpartition(", ")[2] for line in _lines("It paid £3.2bn (about €3.7bn).")] == ["rate 1.16", "rate 1.16"]


def test_a_conversion_over_a_line_break_is_read_on_one_line() -> None:
    """The status line has one line, wherever the text breaks."""
    assert _lines("It cost 20\nmiles (32 km) of road.")[1] == "32 km · 32 kilometres · converts 20 miles"


def test_measures_convert_without_a_rate() -> None:
    """The rate of miles to kilometres is no news."""
    assert _lines("They walked 20 miles (32 kilometers).")[0] == "20 miles · given as 32 kilometers"
