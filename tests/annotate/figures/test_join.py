"""Ranges, lists, and what is no range."""

import pytest

from tui_reader.annotate.figures import find_figures
from tui_reader.model.figure import Figure


def _only(text: str) -> Figure:
    """Find the one figure of a text."""
    (figure,) = find_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("They want $3 to $5 billion.", 3 * 10**9, 5 * 10**9, "USD"),
        ("It cost £4-5m.", 4 * 10**6, 5 * 10**6, "GBP"),
        ("Savings of $200 to $4 million follow.", 200, 4 * 10**6, "USD"),
        ("It rains 400 to 600 millimetres.", 400, 600, "millimetre"),
        ("A two-to-three-year plan passed.", 2, 3, "year"),
        ("From 200,000-250,000 units were sold.", 200_000, 250_000, "unit"),
        ("There were three or four storms.", 3, 4, "storm"),
        ("Between 1 and 2 thousand people came.", 1000, 2000, "people"),
        ("It fell from 208 pounds to 193.", 193, 208, "pound"),
        ("It ran from minus 5 C to 12 C.", -5, 12, "celsius"),
        ("It sold 2m-3m tonnes.", 2 * 10**6, 3 * 10**6, "tonne"),
        ("It drew 50 to more than 100 people.", 50, 100, "people"),
    ],
)
def test_range(text: str, low: float, high: float, unit: str) -> None:
    """A range is one figure with two bounds, a shared unit and a shared magnitude."""
    figure = _only(text)
    assert (figure.value, figure.value_max, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Profit rose by $1 million to $9 million.", [10**6, 9 * 10**6]),
        ("Shares fell $2 to $40.", [2, 40]),
        ("It holds 12 men and 14 women.", [12, 14]),
        ("It rose 7 percent to $3 billion.", [7, 3 * 10**9]),
        ("Shares rose 5 to 339 pence.", [5, 339]),
    ],
)
def test_two_figures_are_no_range(text: str, values: list[float]) -> None:
    """A change and the level it reached, or two counts, stay two figures."""
    assert [figure.value for figure in find_figures(text)] == values


@pytest.mark.parametrize(
    "text", ["They won 3-2.", "A 5-4 vote passed it.", "Ring 555-0142.", "A 2:1 ratio held.", "A 3-2 win came."]
)
def test_scores_and_numbers_stay_dark(text: str) -> None:
    """Scores, votes, telephone numbers and ratios are no ranges."""
    assert find_figures(text) == ()


def test_list_shares_its_noun() -> None:
    """Hanging numbers take the noun of the last."""
    figures = find_figures("Four-, five- and six-cylinder engines are made.")
    assert [(figure.value, figure.unit) for figure in figures] == [(4, "cylinder"), (5, "cylinder"), (6, "cylinder")]


def test_comparison_shares_its_currency() -> None:
    """A bare amount beside one in a currency is in that currency too."""
    text = "Dividend 7.50 marks vs 7.50; sales of 1.2 bn yen against 0.9 bn."
    assert [figure.unit for figure in find_figures(text)] == ["DEM", "DEM", "JPY", "JPY"]


def test_sides_share_their_unit() -> None:
    """Of the sides of a thing only the last bears the unit."""
    figures = find_figures("A 10 by 12 foot room and a 10-by-12-foot one.")
    assert [(figure.value, figure.unit) for figure in figures] == [(10, "foot"), (12, "foot")] * 2


def test_years_before_our_era_share_it() -> None:
    """A bare year tied to one before our era is before our era too."""
    assert _only("It lasted from 500-300 BC.").value == ("-0499", "-0299")


def test_every_conversion_in_brackets_is_of_the_first() -> None:
    """Several currencies in one pair of brackets all convert the amount before it."""
    first, *others = find_figures("A loan of CHF 30m (€28m; $32m, £25m) came.")
    assert [figure.conversion_of for figure in others] == [first.span] * 3
