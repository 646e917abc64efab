"""How numerals are read."""

import pytest

from tui_reader.annotate.figures.numeral import Numeral, read_digits, read_words


def _words(text: str) -> Numeral | None:
    """Read the number in words that a text begins with."""
    return read_words(text, 0, len(text.replace("-", " ").split(" ")[0]))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("1,234,567", 1_234_567),
        ("12,34,567", 1_234_567),
        ("0.1", 0.1),
        (".5", 0.5),
        ("10 1/2", 10.5),
        ("2½", 2.5),
        ("3/4", 0.75),
        ("533.7 billion", 533_700_000_000),
        ("4 hundred million", 400_000_000),
        ("3 lakh crore", 3 * 10**12),
        ("2.5 and a half", 3.0),
        ("1.99×10−30", 1.99e-30),
        ("1,5 million", 1_500_000),
        ("4.85-1/4", 4.8525),
        ("3 . 45 %", 3.45),
        ("4 . 8 %", 4.8),
    ],
)
def test_digits_are_worth(text: str, value: float) -> None:
    """Digits with separators, fractions, powers and magnitudes have their exact value."""
    number = read_digits(text, 0)
    assert number is not None
    assert number.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("text", ["9" * 25, "1,2 and 3"])
def test_digits_without_a_safe_reading(text: str) -> None:
    """A serial number, and a comma that may part decimals or numbers, are not read."""
    assert read_digits(text, 0) is None


def test_spaces_part_thousands_only_when_asked() -> None:
    """A space before three digits parts thousands where the caller has looked at what stands before."""
    assert [n.value for n in (read_digits("34 000 people", 0, spaced=True), read_digits("34 000 people", 0)) if n] == [
        34_000,
        34,
    ]


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("twenty-one miners", 21, 10),
        ("two hundred and five", 205, 20),
        ("one thousand two hundred and thirty-four people", 1234, 40),
        ("three million five hundred thousand", 3_500_000, 35),
        ("six dozen eggs", 72, 9),
        ("nineteen hundred", 1900, 16),
        ("one and a half million", 1_500_000, 22),
        ("half a million", 500_000, 14),
        ("three quarters", 0.75, 14),
        ("two-thirds", 2 / 3, 10),
        ("five ten", 5, 4),
        ("zero hour", 0, 4),
        ("one million one million", 1_000_001, 15),
    ],
)
def test_words_are_worth(text: str, value: float, length: int) -> None:
    """Number words add up as English says them, and end where the next number begins."""
    number = _words(text)
    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.end == length
