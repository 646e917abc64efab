"""Approximators and bounds around a number."""

import pytest

from tui_reader.annotate.figures import approximator, find_figures


@pytest.mark.parametrize(
    ("lead", "approx"),
    [
        ("about", "about"),
        ("there were (some", "some"),
        ("just over", "over"),
        ("well above", "above"),
        ("slightly more than", "more than"),
        ("a little less than", "less than"),
        ("no more than", "no more than"),
        ("as many as", "as many as"),
        ("at least another", "at least"),
        ("nearly an additional", "nearly"),
        ("up to about", "about"),
        ("over than", "over"),
        ("in the region of", "in the region of"),
        ("c.", "c."),
    ],
)
def test_found_before(lead: str, approx: str) -> None:
    """The nearest approximator is given as printed, without the degree before it."""
    assert approximator.before(lead.split()) == approx


@pytest.mark.parametrize(
    "lead", ["", "another", "took over", "Mr C.", "rather than", "the", "many", "a", "an additional"]
)
def test_not_found_before(lead: str) -> None:
    """Words that only look like a bound are none."""
    assert approximator.before(lead.split()) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has 10 people or fewer.", ("or fewer", "10 people")),
        ("It is for those aged 65 and older.", ("and older", "65")),
        ("The fee is $5 or less.", ("or less", "$5")),
        ("A herd of c.5,000 deer.", ("c.", "5,000 deer")),
        ("A margin of ±5% holds.", ("±", "5%")),
        ("It moved by plus or minus 3 points.", ("plus or minus", "3 points")),
        ("It was built about 1850.", ("about", "1850")),
        ("It ended around 5 pm.", ("around", "5 pm")),
    ],
)
def test_around_a_figure(text: str, found: tuple[str, str]) -> None:
    """A bound may follow its figure, be tied to it, or stand before a date."""
    (figure,) = find_figures(text)
    assert (figure.approx, text[figure.start : figure.end]) == found


@pytest.mark.parametrize(
    "text", ["A stay of 5 miles or less than that.", "It costs $5 or so they say.", "He has 12 and over."]
)
def test_span_ends_before_what_follows(text: str) -> None:
    """An approximator that follows a figure stays outside its span."""
    (figure,) = find_figures(text)
    assert " or" not in text[figure.start : figure.end]
    assert " and" not in text[figure.start : figure.end]
