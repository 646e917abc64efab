"""Timing: medians, and growth with the length."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Time one run."""
    began = perf_counter()
    work()
    return perf_counter() - began


def median_ms(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Give the median and the 95th percentile of so many runs, in milliseconds, after one that is not counted."""
    work()
    times = sorted(seconds(work) for _ in range(runs))
    return median(times) * 1000, times[int(len(times) * 0.95)] * 1000


def growth(work: Callable[[str], object], text: str) -> float:
    """Tell how many times longer the work takes on ten times the text; 10 is linear."""
    one = min(seconds(lambda: work(text)) for _ in range(3))
    return seconds(lambda: work("\n\n".join([text] * 10))) / one
