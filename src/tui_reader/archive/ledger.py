"""The ledger: an archive's figures as a table, each conversion beside what it converts; written as CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tui_reader.archive.study import sentence_at
from tui_reader.model import Figure, FigureKind, Span
from tui_reader.text.normalise import fold

if TYPE_CHECKING:
    from tui_reader.archive.archive import Archive

MOST_FIGURES = 20_000
"""Figures in one ledger."""
_SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "t": 1e12}
_BOUND = re.compile(r"([<>]=?)(\d{1,18}(?:\.\d{1,9})?)(k|m|bn|b|tn|t)?")


class Order(StrEnum):
    """How a ledger may be ordered."""

    PAGE = "as printed"
    SIZE = "by unit and size"
    KIND = "by kind"
    UNIT = "by unit"


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with what it says, and its conversions folded in."""

    story: str
    order: int
    """Where its story stands in the archive, from 0."""
    title: str
    """Its story's title."""
    figure: Figure
    printed: str
    """The figure as printed, its approximator before it and its conversions behind it."""
    worth: str
    """What it is worth, read out."""
    value: float | None
    """For comparing; None for what is not a number (a date)."""
    sentence: str
    at: Span
    """Where the figure stands in its sentence, as spans of ``sentence``."""
    conversions: tuple[Figure, ...] = ()

    @property
    def counted(self) -> str:
        """What is counted or measured: the unit, and per what."""
        return f"{self.figure.unit} a {self.figure.per}" if self.figure.per else self.figure.unit


def entries(archive: Archive, story: str) -> list[Entry]:
    """Give a story's figures as they are printed; a conversion stands with what it converts."""
    article, figures = archive.article(story), [figure for figure in archive.figures(story) if not figure.weak]
    order, title = archive.order_of(story), article.title
    spans = {figure.span for figure in figures}
    made = []
    sentence = Span(0, 0)
    for figure in figures:
        if figure.conversion_of is not None and figure.conversion_of in spans:
            continue
        if figure.start not in sentence:
            sentence = sentence_at(article, figure.start)
        converted = tuple(other for other in figures if other.conversion_of == figure.span)
        parts = archive.read_out(story, figure).split(" · ")
        worth = parts[1] if len(parts) > 1 else ""
        left = _flat(article.text[sentence.start : figure.start]).lstrip()
        surface = _flat(article.text[figure.start : figure.end])
        right = _flat(article.text[figure.end : max(figure.end, sentence.end)]).rstrip()
        made.append(
            Entry(
                story,
                order,
                title,
                figure,
                _printed(article.text, figure, converted),
                worth if not worth.startswith(("given as", "converts")) else "",
                number_of(figure),
                left + surface + right,
                Span(len(left), len(left) + len(surface)),
                converted,
            )
        )
    return made


def all_entries(archive: Archive, stop: Callable[[], bool] = lambda: False) -> Iterator[list[Entry]]:
    """Give the archive's figures story by story, in order, up to ``MOST_FIGURES``; ``stop`` ends it early."""
    given = 0
    for order in range(len(archive)):
        if stop() or given >= MOST_FIGURES:
            return
        found = entries(archive, archive.row(order).id)
        given += len(found)
        yield found


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
    said = " ".join(text[figure.start : figure.end].split())
    said = f"{figure.approx} {said}" if figure.approx else said
    for other in converted:
        said += f" = {' '.join(text[other.start : other.end].split())}"
        said += _rate(figure, other)
    return said


def _rate(figure: Figure, other: Figure) -> str:
    one, two = number_of(figure), number_of(other)
    if figure.kind is not FigureKind.MONEY or not one or not two:
        return ""
    rate = one / two if one >= two else two / one
    return f", at {rate:.2f}" if rate < 1e6 else ""


# ordering and narrowing -----------------------------------------------------------------------------------------------


def ordered(rows: Sequence[Entry], order: Order) -> list[Entry]:
    """Give the entries in another order; equal ones stay as printed."""
    match order:
        case Order.SIZE:
            return sorted(
                rows, key=lambda row: (row.value is None, row.figure.kind, row.figure.unit, -(row.value or 0))
            )
        case Order.KIND:
            return sorted(rows, key=lambda row: row.figure.kind)
        case Order.UNIT:
            return sorted(rows, key=lambda row: (not row.figure.unit, row.figure.unit.casefold(), row.figure.kind))
        case Order.PAGE:
            return sorted(rows, key=lambda row: (row.order, row.figure.start))


def narrowed(rows: Iterable[Entry], typed: str) -> list[Entry]:
    """Keep the entries that hold every word typed, in kind, unit, print, sentence or story; ``>1m`` bounds the size."""
    words, bounds = [], []
    for word in typed.casefold().replace(",", "").split():
        bound = _BOUND.fullmatch(word)
        if bound:
            bounds.append((bound[1], float(bound[2]) * _SCALES.get(bound[3] or "", 1)))
        elif not word.startswith(("<", ">")):
            words.append(fold(word) or word)
    return [row for row in rows if _holds(row, words) and all(_within(row.value, *bound) for bound in bounds)]


def _holds(row: Entry, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = fold(f"{row.figure.kind} {row.counted} {row.printed} {row.worth} {row.title} {row.sentence}")
    return all(word in text for word in words)


def _within(value: float | None, sign: str, bound: float) -> bool:
    if value is None:
        return False
    return {"<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound}[sign]


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


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t")) else cell
