"""A strand: text that remembers where on the page each of its letters stood.

The values of page repair that each line and piece has one of are named tuples: a page has thousands, and these are
made in half the time of a frozen dataclass.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of a strand that stands letter for letter on the page."""

    start: int
    """Code points into the strand's text."""
    page: int
    """Code points into the page."""
    length: int


class Strand(NamedTuple):
    """Some text, and the runs of it that the page holds; what no run covers was put in by repair."""

    text: str = ""
    runs: tuple[Run, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any text."""
        return bool(self.text)

    @property
    def begin(self) -> int:
        """Where on the page the strand begins; 0 for an empty one."""
        return self.runs[0].page if self.runs else 0

    @property
    def end(self) -> int:
        """Where on the page the strand ends; 0 for an empty one."""
        return self.runs[-1].page + self.runs[-1].length if self.runs else 0

    def cut(self, start: int, end: int | None = None) -> "Strand":
        """Give the part from ``start`` to ``end``, blanks at both ends left out."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        return self.part(start, stop)

    def part(self, start: int, stop: int) -> "Strand":
        """Give exactly the part from ``start`` to ``stop``."""
        if start == 0 and stop == len(self.text):
            return self
        runs = []
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.start) - 1)
        for run in self.runs[first:]:
            if run.start >= stop:
                break
            left, right = max(run.start, start), min(run.start + run.length, stop)
            if left < right:
                runs.append(Run(left - start, run.page + left - run.start, right - left))
        return Strand(self.text[start:stop], tuple(runs))


EMPTY = Strand()
"""No text."""


def slice_page(page: str, start: int, end: int) -> Strand:
    """Make a strand of one stretch of the page, blanks at both ends left out."""
    return place_text(page[start:end], start)


def place_text(raw: str, start: int) -> Strand:
    """Make a strand of text that stands on the page from ``start`` on, blanks at both ends left out."""
    text = raw.strip()
    if not text:
        return EMPTY
    indent = len(raw) - len(raw.lstrip()) if len(text) < len(raw) else 0
    return Strand(text, (Run(0, start + indent, len(text)),))


def tie(strands: Iterable[Strand], between: str = " ") -> Strand:
    """Tie strands into one; ``between`` is put where two meet."""
    return tie_parts((between, strand) for strand in strands if strand)


def tie_parts(parts: Iterable[tuple[str, Strand]]) -> Strand:
    """Tie strands into one, each after the text that stands between it and the one before."""
    texts: list[str] = []
    runs: list[Run] = []
    position = 0
    for between, strand in parts:
        if texts and between:
            texts.append(between)
            position += len(between)
        texts.append(strand.text)
        for run in strand.runs:
            last = runs[-1] if runs else None
            start = position + run.start
            if last and last.start + last.length == start and last.page + last.length == run.page:
                runs[-1] = Run(last.start, last.page, last.length + run.length)
            else:
                runs.append(Run(start, run.page, run.length))
        position += len(strand.text)
    return Strand("".join(texts), tuple(runs))
