"""What holds for every text, however hostile."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.annotate.figures import find_figures, read_out
from tui_reader.annotate.figures.table import FORMS
from tui_reader.model.figure import Figure, FigureKind

_SCRAPS = [
    *(example.text for form in FORMS for example in form.examples),
    *[
        "$",
        "€",
        "-",
        "–",
        "%",
        ".",
        ",",
        "(",
        ")",
        '"',
        "/",
        ":",
        "bn",
        "3",
        "12",
        "2019",
        "1,234",
        "0.5",
        "½",
        "1/2",
        "É",
        "中",
    ],
    *("'", " ", "\n", "\n\n", "one of the ", "between ", " and ", " to ", "a day", "March", "May", "in.", "twenty-"),
    *("million", "crore", "per", "9" * 40),
    *("٣", "४", "²", "①", "±", "~", "×10^3", "Q", "'", "st", "lb", "5 151.50/60 yen", "28/05/2021", "c.", "#", "fold"),
]


def _check(text: str) -> tuple[Figure, ...]:
    """Find the figures of a text and hold them to what every figure promises."""
    figures = find_figures(text)
    last = 0
    for figure in figures:
        assert last <= figure.start < figure.end <= len(text)
        last = figure.end
        surface = text[figure.start : figure.end]
        assert surface == surface.strip()
        assert "\n\n" not in surface
        assert figure.value is not None
        if figure.value_max is not None:
            assert isinstance(figure.value, int | float)
            assert figure.value <= figure.value_max
        if figure.approx:
            before = text[max(0, figure.start - 80) : figure.start]
            assert figure.approx.split()[-1] in before + surface or figure.conversion_of is not None
        assert "\n" not in read_out(text, figure, figures)
    return figures


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(_SCRAPS), max_size=14).map("".join))
def test_scraps_of_figures_in_any_order(text: str) -> None:
    """Figures are sorted, inside the text, apart from each other, and trimmed, whatever stands beside what."""
    _check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    """No text makes the annotator fail."""
    _check(text)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([e.text for form in FORMS for e in form.examples]), min_size=1, max_size=4))
def test_blocks_do_not_touch(blocks: list[str]) -> None:
    """What is found in a block does not hang on the blocks around it."""
    alone = [block[f.start : f.end] for block in blocks for f in find_figures(block)]
    text = "\n\n".join(blocks)
    together = [text[f.start : f.end] for f in find_figures(text)]
    assert together == alone


@pytest.mark.parametrize(
    "scrap",
    [
        "9", "one of the ", "$", "-", "1,", "1-", "1 ", "111 ", "1.", "one ", "hundred ", "one million ", "a",
        "5 a-", "between 5 and ", "March ", "March 1 ", "$1 to ", "$1 (", "half a ", "1/", "twenty-", "5 and ",
        "1×10^99 ", "9 crore crore ", "5\n", "2019-", "¾", "1e400 ", "A$", "a.", "(", "5²", "12:30", "5 per ",
        "5 sets of ", "1 or ", "9,999", "\t", " ", "5 blue ", "aged 5 to ", "vs ",
    ],
)  # fmt: skip
def test_long_runs_stay_linear(scrap: str) -> None:
    """Ten times the text takes about ten times as long, and far less than a second for 20,000 characters."""
    long = scrap * (20_000 // len(scrap))
    started = time.process_time()
    find_figures(long)
    assert time.process_time() - started < 2


def test_huge_numbers_do_not_break() -> None:
    """Digits past every limit of the interpreter are no figure, and a magnitude never overflows."""
    assert find_figures("9" * 1_000_000) == ()
    assert find_figures("1" * 5000 + " people") == ()
    text = "999999999999999999999999 lakh crore rupees and 1×10^99 kg"
    assert all(read_out(text, figure) for figure in find_figures(text))


@pytest.mark.parametrize(
    ("original", "converted", "text"),
    [
        ("200 million yuan", "$31.53 million", "A gift of 200 million yuan ($31.53 million) came."),
        ("20 miles", "32 kilometers", "They walked some 20 miles (32 kilometers) in rain."),
        ("1,000 yuan", "$157", "It pays 1,000 yuan ($157) a week."),
        ("9 billion shekels", "$2.4 billion", "A budget of 9 billion shekels (about $2.4 billion) passed."),
        ("27 C", "80 F", "It was 27 C (80 F) at noon."),
    ],
)
def test_conversion_is_tied(original: str, converted: str, text: str) -> None:
    """A figure in brackets that gives another in a different unit names the figure it converts."""
    figures = {text[f.start : f.end]: f for f in find_figures(text)}
    assert figures[converted].conversion_of == figures[original].span
    assert figures[original].conversion_of is None


def test_parts_and_minor_units_convert_nothing() -> None:
    """What a sum comes to for each share is no other name of the sum."""
    figures = find_figures("It earned 1.2 mln dlrs or 12 cts a share, and 4 euros or $5 a head.")
    assert [figure.conversion_of for figure in figures] == [None] * 4


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It paid 12 cents a share from June.", "share"),
        ("Gold was $408 an ounce after a rise.", "ounce"),
        ("It earned $5m a year earlier.", ""),
        ("It was sold for $5m a day after.", ""),
    ],
)
def test_rate_is_no_time(text: str, per: str) -> None:
    """Only a stretch of time before "earlier", "after" or "from" is no rate."""
    assert find_figures(text)[0].per == per


def test_bound_goes_with_the_conversion() -> None:
    """What bounds an amount bounds its conversion."""
    text = "Deposits of more than 7.5 million Danish crowns ($1.1 million) pay."
    assert [f.approx for f in find_figures(text)] == ["more than", "more than"]


def test_approximators_stay_outside() -> None:
    """A figure's span begins after its approximator, and the approximator is kept as printed."""
    text = "At least 12 boats and no fewer than 30 crates, up to 5% and nearly half of the rice were lost."
    found = [(f.approx, text[f.start : f.end]) for f in find_figures(text)]
    assert found == [("At least", "12 boats"), ("no fewer than", "30 crates"), ("up to", "5%"), ("nearly", "half")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rs 3 lakh crore was set aside.", 3 * 10**12),
        ("It has 34 000 trainees.", 34_000),
        ("A $102Mil round closed.", 102 * 10**6),
        ("About 67 thousand 338 votes were cast.", 67_338),
        ("There were 4 hundred million people.", 400 * 10**6),
        ("A fund of 2.408 billion yuan opened.", 2_408_000_000),
        ("Half a million homes were dark.", 500_000),
        ("One and a half million people left.", 1_500_000),
    ],
)
def test_no_magnitude_is_lost(text: str, value: int) -> None:
    """Every magnitude after a number is read, and exactly."""
    assert [figure.value for figure in find_figures(text)] == [value]


@pytest.mark.parametrize("text", ["Sales of £5m-6m of them fell.", "Some ٣ ships sailed.", "A ratio of 5² held."])
def test_odd_digits_are_sane(text: str) -> None:
    """Digits of other scripts, raised digits and unsaid magnitudes make no false measure."""
    assert all(figure.kind is not FigureKind.QUANTITY for figure in find_figures(text))


def test_unknown_letters_after_an_amount_are_no_figure() -> None:
    """An amount whose magnitude may be hidden in unknown letters stays dark: a wrong value is worse than none."""
    assert find_figures("The fund of $5Zq opened.") == ()


def test_weak_figures() -> None:
    """Vague plurals and things named again are found and not to be lit."""
    text = "Hundreds of boats came to the two cities, and sales doubled."
    assert [(f.kind, f.weak) for f in find_figures(text)] == [
        (FigureKind.COUNT, True),
        (FigureKind.COUNT, True),
        (FigureKind.OTHER, True),
    ]
