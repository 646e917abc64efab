"""What is counted, and per what."""

import pytest

from tui_reader.annotate.figures import noun


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("lines", "line"),
        ("countries", "country"),
        ("people", "people"),
        ("men", "man"),
        ("fishermen", "fisherman"),
        ("grandchildren", "grandchild"),
        ("boxes", "box"),
        ("houses", "house"),
        ("classes", "class"),
        ("series", "series"),
        ("viruses", "virus"),
        ("Israelis", "Israeli"),
    ],
)
def test_singular(plural: str, singular: str) -> None:
    """A unit is a singular, whatever way its plural is made."""
    assert noun.singular(plural) == singular


@pytest.mark.parametrize("word", ["is", "glass", "famous", "always", "overseas", "this", "Paris's"])
def test_not_every_s_is_a_plural(word: str) -> None:
    """Words that only end like plurals are not counted."""
    assert not noun.plural(word.lower())


@pytest.mark.parametrize(
    ("text", "unit", "surface"),
    [
        (" production lines run", "production line", " production lines"),
        (" countries and regions joined", "country and region", " countries and regions"),
        (" sets of power generators left", "set", " sets of power generators"),
        (" local and foreign firms came", "local and foreign firm", " local and foreign firms"),
        (" people dead", "people", " people"),
        (" other banks failed", "bank", " other banks"),
        (" new 737 Max jets were idle", "new 737 Max jet", " new 737 Max jets"),
    ],
)
def test_counted_phrase(text: str, unit: str, surface: str) -> None:
    """The phrase runs to its plural noun, takes in set pairs and what a classifier names, and no verb."""
    counted = noun.read(text, 0)
    assert counted is not None
    assert (counted.unit, text[: counted.end]) == (unit, surface)


@pytest.mark.parametrize("text", [" were counted", ", they said", " of them", "", " and so on", " in the rain"])
def test_nothing_counted(text: str) -> None:
    """Without a plural noun nothing is counted."""
    assert noun.read(text, 0) is None


@pytest.mark.parametrize(
    ("text", "per"),
    [
        (" a day", "day"),
        (" per square kilometre", "square kilometre"),
        ("/hectare", "hectare"),
        ("-a-year", "year"),
        (" daily", "day"),
        (" a year earlier", ""),
        (" a spokesman said", ""),
        (" per cent", ""),
    ],
)
def test_rate(text: str, per: str) -> None:
    """A rate names what it is over; "a year earlier" and "a spokesman" are no rates."""
    assert noun.rate(text, 0)[0] == per
