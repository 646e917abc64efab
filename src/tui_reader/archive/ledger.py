"""The ledger: an archive's figures as a table, each conversion beside what it converts; written as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.archive.figures import read_out
from tui_reader.archive.study import sentence_at
from tui_reader.model import Figure, FigureKind, Span
from tui_reader.text.normalise import fold

if TYPE_CHECKING:
    from tui_reader.archive.archive import Archive

MOST_FIGURES = 30_000
"""Figures in one ledger."""
_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12}
_KINDS = {kind: number for number, kind in enumerate(FigureKind)}
"""The order of the kinds: money first."""
_UNCOMPARED = (FigureKind.DATE, FigureKind.PERIOD, FigureKind.ORDINAL)
"""Kinds whose size says nothing."""
_BOUND = re.compile(r"([<>]=?)(\d{1,18}(?:\.\d{1,9})?)(k|m|bn|b|tn|t)?")


class Order(StrEnum):
    """How a ledger may be ordered."""

    PAGE = "as printed"
    SIZE = "by unit and size"
    KIND = "by kind"
    UNIT = "by unit"


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure as it is counted, ordered and compared: all that can be told without its words."""

    story: str
    order: int
    """Where its story stands in the archive, from 0."""
    figure: Figure
    conversions: tuple[Figure, ...]
    """What it is printed as in other units; they are not listed themselves."""

    @property
    def value(self) -> float | None:
        """What it is worth, for comparing; None for what is not a number (a date)."""
        return number_of(self.figure)

    @property
    def counted(self) -> str:
        """What is counted or measured: the unit, and per what."""
        return counted(self.figure)

    @property
    def scale(self) -> tuple[str, str, str]:
        """What it may be compared with: figures of the same kind, unit and rate."""
        return (self.figure.kind, self.figure.unit, self.figure.per)


@dataclass(frozen=True, slots=True)
class Entry(Listed):
    """A figure with what it says, and its conversions folded in."""

    title: str
    """Its story's title."""
    printed: str
    """The figure as printed, its approximator before it and its conversions behind it."""
    worth: str
    """What it is worth, read out."""
    sentence: str
    at: Span
    """Where the figure stands in its sentence, as spans of ``sentence``."""
    folded: str
    """All that may be searched for, folded, with a blank before each word."""


def listed(archive: Archive, story: str) -> list[Listed]:
    """Give a story's figures as they are printed, each conversion with what it converts."""
    order, figures = archive.order_of(story), [figure for figure in archive.figures(story) if not figure.weak]
    spans = {figure.span for figure in figures}
    converted: dict[Span, list[Figure]] = {}
    for figure in figures:
        if figure.conversion_of is not None and figure.conversion_of in spans:
            converted.setdefault(figure.conversion_of, []).append(figure)
    return [
        Listed(story, order, figure, tuple(converted.get(figure.span, ())))
        for figure in figures
        if figure.conversion_of is None or figure.conversion_of not in spans
    ]


def all_listed(archive: Archive, begin: int = 0) -> Iterator[list[Listed]]:
    """Give the archive's figures story by story, from one on to the last and then from the first, ``MOST_FIGURES``."""
    given = 0
    for order in (*range(begin, len(archive)), *range(min(begin, len(archive)))):
        if given >= MOST_FIGURES:
            return
        found = listed(archive, archive.row(order).id)
        given += len(found)
        yield found


class Entries:
    """The words of figures, a story at a time; those of the last few stories are kept."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._of = lru_cache(maxsize=64)(self._read)

    def entry(self, row: Listed) -> Entry:
        """Give a figure with its words."""
        return self._of(row.story)[row.figure.start]

    def _read(self, story: str) -> dict[int, Entry]:
        return {entry.figure.start: entry for entry in entries(self._archive, story)}


def entries(archive: Archive, story: str) -> list[Entry]:
    """Give a story's figures with their words."""
    article, made, sentence = archive.article(story), [], Span(0, 0)
    title = article.title
    for row in listed(archive, story):
        figure = row.figure
        if figure.start not in sentence:
            sentence = sentence_at(article, figure.start)
        printed, worth = _printed(article.text, figure, row.conversions), _worth(read_out(article, figure, ()))
        left = _flat(article.text[sentence.start : figure.start]).lstrip()
        surface = _flat(article.text[figure.start : figure.end])
        right = _flat(article.text[figure.end : max(figure.end, sentence.end)]).rstrip()
        said = left + surface + right
        folded = " " + fold(f"{figure.kind} {row.counted} {printed} {worth} {title} {said}")
        at = Span(len(left), len(left) + len(surface))
        made.append(Entry(story, row.order, figure, row.conversions, title, printed, worth, said, at, folded))
    return made


def counted(figure: Figure) -> str:
    """Give what a figure counts or measures: the unit, and per what."""
    return f"{figure.unit} a {figure.per}" if figure.per else figure.unit


def _worth(read_out: str) -> str:
    """Give the second part of a figure's reading: what it is worth in full."""
    parts = read_out.split(" · ")
    return parts[1] if len(parts) > 1 else ""


def number_of(figure: Figure) -> float | None:
    """Give a figure's value for comparing: the upper bound of a range; None for dates."""
    value = figure.value_max if figure.value_max is not None else figure.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _flat(text: str) -> str:
    return re.sub(r"\s", " ", text)


def _printed(text: str, figure: Figure, converted: Sequence[Figure]) -> str:
    """Give a figure as one reads it: ``more than 200 million yuan = $31.53 million, at 6.34``."""
    from tui_reader.annotate.figures import exchange_rate, hedged

    said = hedged(text, figure)
    for other in converted:
        said += f" = {' '.join(text[other.start : other.end].split())}"
        rate = exchange_rate(figure, other)
        said += f", at {rate}" if rate else ""
    return said


# ordering and narrowing -----------------------------------------------------------------------------------------------


def order_key(row: Listed, order: Order) -> tuple[object, ...]:
    """Give what sorts figures into an order; equal ones stay as printed."""
    figure, printed = row.figure, (row.order, row.figure.start)
    match order:
        case Order.SIZE:
            return (_KINDS[figure.kind], figure.unit, -(row.value or 0), *printed)
        case Order.KIND:
            return (_KINDS[figure.kind], *printed)
        case Order.UNIT:
            return (not figure.unit, figure.unit.casefold(), figure.kind, *printed)
        case Order.PAGE:
            return printed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed to narrow a ledger."""

    words: tuple[str, ...]
    """Each, or a word it begins, must stand in kind, unit, print, sentence or story; folded, with a blank before."""
    bounds: tuple[tuple[str, float], ...]
    """``>1m`` and its like: what the value must keep to."""

    def admits(self, row: Listed, entry_of: Callable[[Listed], Entry]) -> bool:
        """Tell whether a figure answers; its words are asked for only where its kind and unit do not tell."""
        if not all(_within(row.value, *bound) for bound in self.bounds):
            return False
        told = " " + fold(f"{row.figure.kind} {row.counted}") if self.words else ""
        left = [word for word in self.words if word not in told]
        return not left or all(word in entry_of(row).folded for word in left)


def wanted(typed: str) -> Wanted:
    """Read what was typed."""
    words, bounds = [], []
    for word in typed.casefold().replace(",", "").split():
        bound = _BOUND.fullmatch(word)
        if bound:
            bounds.append((bound[1], float(bound[2]) * _SCALES.get(bound[3] or "", 1)))
        elif not word.startswith(("<", ">")):
            words.append(f" {fold(word) or word}")
    return Wanted(tuple(words), tuple(bounds))


def _within(value: float | None, sign: str, bound: float) -> bool:
    if value is None:
        return False
    return {"<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound}[sign]


class Scales:
    """The largest value of each scale, among the figures met."""

    def __init__(self) -> None:
        self._met: dict[tuple[str, str, str], tuple[int, float]] = {}

    def meet(self, row: Listed) -> None:
        """Take a figure into account."""
        value = row.value
        if value is not None and value > 0 and row.figure.kind not in _UNCOMPARED:
            count, most = self._met.get(row.scale, (0, 100.0 if row.figure.kind is FigureKind.PERCENT else 0.0))
            self._met[row.scale] = (count + 1, max(most, value))

    def largest(self, row: Listed) -> float:
        """Give the largest value that a figure compares with, percentages with the whole; 0 where it stands alone."""
        count, most = self._met.get(row.scale, (0, 0.0))
        return most if count > 1 else 0.0


# export ---------------------------------------------------------------------------------------------------------------

_FIELDS = (
    "story", "title", "start", "end", "text", "kind", "value", "value_max", "unit", "per", "approx", "conversions",
    "sentence",
)  # fmt: skip


def _fields(row: Entry) -> tuple[object, ...]:
    figure = row.figure
    start, end = row.at.start, row.at.end
    conversions = [f"{number_of(other):g} {other.unit}".strip() for other in row.conversions if number_of(other)]
    return (
        row.story, row.title, figure.start, figure.end, row.sentence[start:end], str(figure.kind), figure.value,
        figure.value_max, figure.unit, figure.per, figure.approx, conversions, row.sentence,
    )  # fmt: skip


def to_json(rows: Iterable[Entry]) -> str:
    """Give a ledger as JSON: a list of objects."""
    made = [dict(zip(_FIELDS, _fields(row), strict=True)) for row in rows]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def to_csv(rows: Iterable[Entry]) -> str:
    """Give a ledger as CSV with a head; a text that a spreadsheet would take for a formula is quoted for it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_FIELDS)
    for row in rows:
        cells = ("; ".join(cell) if isinstance(cell, list) else cell for cell in _fields(row))
        writer.writerow(["–".join(map(str, cell)) if isinstance(cell, tuple) else _harmless(cell) for cell in cells])
    return out.getvalue()


def write(path: Path, rows: Iterable[Entry], *, replace: bool = False) -> None:
    """Write a ledger whole or not at all: JSON where the name ends so, else CSV.

    Raises ``InputProblem`` where there is a file already and it is not to be replaced, or where it cannot be written.
    """
    from tui_reader.formats.write import write_story

    text = to_json(rows) if path.suffix.casefold() == ".json" else to_csv(rows)
    write_story(path, text, force=replace)


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t")) else cell
