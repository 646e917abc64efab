"""How even prose stands, and how long laying it out takes."""

import textwrap
from collections.abc import Callable
from itertools import accumulate
from time import perf_counter

import pytest

from tui_reader.reflow import break_lines

STORY_WORDS = 1_500
_LENGTHS = (3, 4, 5, 2, 8, 4, 3, 10, 2, 6, 7, 3, 1, 9, 4, 12, 3, 5, 2, 4, 11, 6, 3, 7, 5, 2, 13, 4, 8, 3, 6)
_FIGURES = ("31.5 million", "10 percent", "$4.2 billion", "6 km", "Dec 29", "500 yuan", "high-speed", "the well-known")


def story(words: int = STORY_WORDS) -> list[str]:
    """Give paragraphs of 25 to 75 words of the lengths English news has, with figures; always the same."""
    state, given, paragraphs = 7, list[str](), list[str]()
    left = 0
    for number in range(words):
        state = (state * 1_103_515_245 + 12_345) % 2**31
        if left == 0:
            left = 25 + (state >> 8) % 51
        figure = (state >> 16) % 25 == 0
        given.append(_FIGURES[(state >> 8) % 8] if figure else "x" * _LENGTHS[(state >> 12) % 31])
        left -= 1
        if left == 0 or number == words - 1:
            paragraphs.append(" ".join(given) + ".")
            given = []
    return paragraphs


def _lines(text: str, measure: int) -> list[str]:
    return [text[row.start : row.end] for row in break_lines(text, 0, len(text), measure)]


def _raggedness(lines: list[str], measure: int) -> int:
    """Add up the squares of what the lines but the last leave empty."""
    return sum((measure - len(line)) ** 2 for line in lines[:-1])


def _least(text: str, measure: int) -> int:
    """Give the least raggedness of any breaking at blanks, whatever it parts and however it ends."""
    lengths = list(map(len, text.split()))
    places = [0, *accumulate(length + 1 for length in lengths)]
    best = [0] * len(places)
    for begin in range(len(lengths) - 1, -1, -1):
        if places[-1] - 1 - places[begin] <= measure:
            continue
        choices = []
        for end in range(begin + 1, len(places)):
            slack = measure - (places[end] - 1 - places[begin])
            if slack < 0:
                break
            choices.append(slack * slack + best[end])
        best[begin] = min(choices)
    return best[0]


@pytest.mark.parametrize("measure", range(40, 101, 3))
def test_prose_stands_nearly_as_even_as_it_could(measure: int) -> None:
    """What is kept together and the words not left alone cost at most a fifth more raggedness than no rules at all."""
    paragraphs = story(15_000)
    laid = [_lines(text, measure) for text in paragraphs]
    least = sum(_least(text, measure) for text in paragraphs)
    assert sum(_raggedness(lines, measure) for lines in laid) <= 1.20 * least


@pytest.mark.parametrize("measure", range(40, 101, 3))
def test_few_paragraphs_end_in_a_lone_short_word(measure: int) -> None:
    """One in twenty at most ends in a single word under a quarter of the measure."""
    laid = [_lines(text, measure) for text in story(15_000)]
    lone = sum(len(lines) > 1 and " " not in lines[-1] and len(lines[-1]) * 4 < measure for lines in laid)
    assert lone <= 0.05 * len(laid)


def _fastest(*steps: Callable[[], object], rounds: int = 15) -> list[float]:
    """Time each step in turns, so that a busy moment falls on all, and give the best time of each in seconds."""
    best = [float("inf")] * len(steps)
    for _ in range(rounds):
        for index, step in enumerate(steps):
            began = perf_counter()
            step()
            best[index] = min(best[index], perf_counter() - began)
    return best


@pytest.mark.parametrize("measure", [40, 66, 100])
def test_a_story_is_laid_out_in_twice_the_time_of_textwrap(measure: int) -> None:
    """1,500 words by best fit, against the first fit of the standard library."""
    paragraphs = story()
    ours, theirs = _fastest(
        lambda: [break_lines(text, 0, len(text), measure) for text in paragraphs],
        lambda: [textwrap.wrap(text, measure) for text in paragraphs],
    )
    print(f"\nmeasure {measure}: {ours * 1000:.2f} ms, textwrap {theirs * 1000:.2f} ms, ratio {ours / theirs:.2f}")
    assert ours <= 2 * theirs
