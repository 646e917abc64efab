"""The choice of breaks."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.reflow.fit import LONE_WORD, SHORT_LINE, fit


def _places(words: list[int]) -> tuple[list[int], list[int]]:
    """Give where lines of words of these lengths may begin and end, with a blank between words."""
    begins = [0, *accumulate(length + 1 for length in words)]
    return begins, [0, *(begin - 1 for begin in begins[1:])]


def _cost(begins: list[int], ends: list[int], breaks: list[int], measure: int, *, balance: bool) -> int:
    total, begin = 0, 0
    for stop in breaks:
        cells = ends[stop] - begins[begin]
        assert cells <= measure
        last = stop == len(ends) - 1
        if not last or balance:
            total += (measure - cells) ** 2
        if last and begin and cells * 4 < measure:
            total += LONE_WORD if begin == stop - 1 else SHORT_LINE
        begin = stop
    return total


def _cheapest(begins: list[int], ends: list[int], measure: int, *, balance: bool) -> int:
    """Try every way to break, from the end backwards."""
    last = len(ends) - 1
    best = [0] * (last + 1)
    for begin in range(last - 1, -1, -1):
        choices = []
        for stop in range(begin + 1, last + 1):
            cells = ends[stop] - begins[begin]
            if cells > measure:
                break
            cost = (measure - cells) ** 2 if stop < last or balance else 0
            if stop == last and begin and cells * 4 < measure:
                cost += LONE_WORD if begin == stop - 1 else SHORT_LINE
            choices.append(cost + best[stop])
        best[begin] = min(choices)
    return best[0]


@given(st.lists(st.integers(1, 14), min_size=1, max_size=60), st.integers(14, 70), st.booleans())
def test_no_other_choice_is_cheaper(words: list[int], measure: int, balance: bool) -> None:
    """The search leaves out what cannot win, and nothing else."""
    begins, ends = _places(words)
    breaks = fit(begins, ends, measure, balance=balance)
    if ends[-1] <= measure:
        assert breaks == [len(words)]
    else:
        cost = _cost(begins, ends, breaks, measure, balance=balance)
        assert cost == _cheapest(begins, ends, measure, balance=balance)


@given(st.lists(st.integers(1, 14), min_size=1, max_size=60), st.integers(14, 70), st.data())
def test_a_fault_is_paid_only_for_a_better_edge(words: list[int], measure: int, data: st.DataObject) -> None:
    """A break that costs more is never taken where the same lines can be had without it."""
    begins, ends = _places(words)
    faults = data.draw(st.lists(st.integers(0, 50), min_size=len(ends), max_size=len(ends)))
    plain, faulted = fit(begins, ends, measure), fit(begins, ends, measure, faults=faults)

    def paid(breaks: list[int]) -> int:
        return _cost(begins, ends, breaks, measure, balance=False) + sum(faults[stop] for stop in breaks[:-1])

    assert paid(faulted) <= paid(plain)


def test_a_word_too_long_stands_alone() -> None:
    """Where nothing fits the choice still ends."""
    begins, ends = _places([3, 30, 3])
    assert fit(begins, ends, 10) == [1, 2, 3]
