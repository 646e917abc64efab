"""The ledger: every figure of the story or the archive in a table: ordered, narrowed, compared, written out."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from tui_reader.archive import ledger
from tui_reader.archive.ledger import Entry, Order
from tui_reader.model import Place, ReaderProblem
from tui_reader.text.cells import clip, width
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.screens.card import figure_style
from tui_reader.tui.screens.panels import PanelActions
from tui_reader.tui.screens.study import Study
from tui_reader.tui.widgets.strip import Parts, bar, tail
from tui_reader.tui.widgets.window import fit

_KIND, _BAR = 9, 12
_ROOMY, _VAST = 64, 100
"""Cells from which there is a column for the bars, and one for the sentence."""
_MEASURED = 500
"""Rows that the columns' widths are taken from."""
_SENTENCE = 30
"""Cells that a sentence has at least, where there is a column for it."""
_SLICE = 0.012
"""Seconds of gathering at a time, between keys."""


class LedgerStudy(Study):
    """A table of figures."""

    desk: PanelActions
    narrows: ClassVar[bool] = True
    answers: ClassVar[tuple[str, ...]] = ("panel_scope", "panel_order", "panel_export")

    def __init__(self, desk: PanelActions) -> None:
        super().__init__(desk)
        self.everywhere = False
        self.order = Order.PAGE
        self._coming: Iterator[list[Entry]] | None = None
        self._agreed: Path | None = None
        """A file that may be replaced, once it was asked for twice."""
        self._load()
        here = desk.figure.start if desk.figure is not None else desk.pane.place
        at = (number for number, row in enumerate(self.rows) if row.figure.start >= here)
        self.cursor = next(at, 0)

    def _load(self) -> None:
        archive = self.desk.archive
        self._all: list[Entry] = []
        if self.everywhere:
            self._coming = ledger.all_entries(archive)
            self._gather()
        else:
            self._coming = None
            self._all = ledger.entries(archive, self.desk.article.id)
            self._arrange()

    def _gather(self) -> None:
        """Take in more of the archive's figures, for a moment; go on after the next key."""
        if self._coming is None:
            return
        began, before = time.perf_counter(), len(self._all)
        for found in self._coming:
            self._all += found
            if time.perf_counter() - began > _SLICE:
                break
        else:
            self._coming = None
        if self._coming is None or before == 0 or len(self._all) > self._arranged * 1.5:
            self._arrange()
        if self.desk.study is self:
            self.desk.panel.show()
        if self._coming is not None:
            self.desk.set_timer(0.005, self._gather)

    def _arrange(self) -> None:
        self._arranged = len(self._all)
        self.rows = ledger.ordered(ledger.narrowed(self._all, self.typed), self.order)
        self._highest = ledger.highest(self.rows)
        some = self.rows[:_MEASURED]
        self._widest = (
            max((width(row.printed) for row in some), default=0),
            max((width(row.counted) for row in some), default=0),
        )

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Whose figures these are."""
        return "Figures of the archive" if self.everywhere else "Figures of this story"

    @property
    def said(self) -> str:
        """How many there are, and in which order."""
        shown = f"{len(self.rows):,}" + (f" of {len(self._all):,}" if self.typed else "")
        return f"{shown}{' and counting' if self._coming is not None else ''} · {self.order}"

    @property
    def empty(self) -> str:
        """What to do where no figure is shown."""
        if self.typed:
            return f"no figure answers “{self.typed}” · try a kind, a unit, a word, or >1m"
        if not self.desk.archive.complete:
            return "figures are being looked for · they come in as they are found"
        return "no figure here · Esc goes back" if self.everywhere else "no figure in this story · Tab looks in all"

    @property
    def count(self) -> int:
        """How many figures there are."""
        return len(self.rows)

    def _cells(self, cells: int) -> tuple[int, int, int, int, int]:
        """Give the cells of print, value, unit, bar and sentence (kind has its own)."""
        bars = _BAR if cells >= _ROOMY else 0
        if cells >= _VAST:
            unit, value = max(8, min(self._widest[1], cells // 8)), 17
            free = cells - unit - value - bars - _KIND - 7
            printed = max(8, min(self._widest[0], 46, max(24, free - _SENTENCE)))
            return printed, value, unit, bars, free - printed
        value = 17 if cells >= 84 else 0
        printed = cells - value - bars - _KIND - (2 if bars else 0) - (2 if value else 0) - 1
        return max(8, printed), value, 0, bars, 0

    def columns(self, cells: int) -> Parts:
        """Name the columns."""
        printed, value, unit, bars, sentence = self._cells(cells)
        said = " " + fit("figure", printed) + " " + fit("kind", _KIND)
        said += "  ".join(["", "value".rjust(value - 2)] if value else [])
        said += f"  {fit('of what', unit)}" if unit else ""
        said += f"  {fit('size', bars)}" if bars else ""
        return [(said + (f"  {fit('sentence', sentence)}" if sentence else ""), "")]

    def row(self, number: int, cells: int) -> Parts:
        """Draw a figure."""
        entry = self.rows[number]
        printed, value, unit, bars, sentence = self._cells(cells)
        style = figure_style(entry.figure.kind)
        parts: Parts = [(fit(entry.printed, printed), style), (" " + fit(str(entry.figure.kind), _KIND), "dim")]
        if value:
            parts.append(("  " + _value(entry, value - 2), ""))
        if unit:
            parts.append((f"  {fit(entry.counted, unit)}", ""))
        if bars:
            most = self._highest.get(entry.scale)
            share = entry.value / most if most and entry.value is not None and entry.value > 0 else 0
            parts += [("  ", ""), (fit(bar(share, bars), bars), "bar")]
        if sentence:
            parts += [("  ", ""), *_around(entry, sentence)]
        return parts

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Give the chosen figure's sentence and story."""
        entry = self.rows[number]
        worth = f"  {entry.worth}" if entry.worth else ""
        head = fit(entry.printed + worth, cells)
        return [[(head, "typed")], [*_around(entry, cells)], [(fit(f"in {entry.title}", cells), "")]]

    # what the keys do ---------------------------------------------------------------------------------------------

    def narrow(self, typed: str) -> None:
        """Keep the figures that answer what was typed."""
        super().narrow(typed)
        self._arrange()

    def preview(self, number: int) -> None:
        """Show the figure in the text."""
        entry = self.rows[number]
        self.desk.show_preview(entry.story, entry.figure.span, self.desk.trail_before, figure=True)
        self.desk.say(self.desk.archive.read_out(entry.story, entry.figure))

    def accept(self, number: int) -> None:
        """Go to the figure."""
        entry = self.rows[number]
        desk = self.desk
        desk.go_from_study(Place(entry.story, entry.figure.start), entry.figure.span)
        desk.figure = entry.figure.span
        desk.show_lights()
        desk.say(desk.archive.read_out(entry.story, entry.figure))

    def renew(self) -> None:
        """Take the figures anew; the archive's when all of it is there."""
        if self._coming is None and (self.desk.archive.complete or not self.everywhere):
            chosen = self.rows[self.desk.panel.cursor] if self.rows else None
            self._load()
            self._choose(chosen)

    def panel_scope(self) -> None:
        """Show the figures of the other: of the story, or of the archive."""
        chosen = self.rows[self.desk.panel.cursor] if self.rows else None
        self.everywhere = not self.everywhere
        if not self.everywhere:
            self.desk.show_before()
        self._load()
        self._choose(chosen)

    def panel_order(self) -> None:
        """Take the next order."""
        chosen = self.rows[self.desk.panel.cursor] if self.rows else None
        orders = tuple(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._arrange()
        self._choose(chosen)

    def _choose(self, entry: Entry | None) -> None:
        place = (entry.story, entry.figure.start) if entry is not None else None
        numbers = (number for number, row in enumerate(self.rows) if (row.story, row.figure.start) == place)
        self.desk.panel.show(next(numbers, 0))

    def panel_export(self) -> None:
        """Ask for a file, and write what is shown."""
        if not self.rows:
            self.desk.say("there is nothing to write")
            return
        self._agreed = None
        self.desk.ask(f"write {len(self.rows):,} figures to which .csv or .json file?", "figures.csv", self._export)

    def _export(self, name: str) -> str:
        """Write the figures shown; a file that is there is replaced when its name is given twice. Say what is wrong."""
        if not name.strip():
            return "give the file a name · Esc leaves"
        try:
            path = Path(name.strip()).expanduser()
            if path.exists() and path != self._agreed and not path.is_dir():
                self._agreed = path
                return f"{path.name} is there already · Enter again replaces it"
            ledger.write(path, self.rows, replace=path == self._agreed)
        except (ReaderProblem, OSError, RuntimeError, ValueError) as problem:
            return safe_line(str(problem))
        self.desk.say(f"wrote {len(self.rows):,} figures to {safe_line(str(path))}")
        return ""


def _value(entry: Entry, cells: int) -> str:
    """Give the value itself, at the right of its column."""
    value = entry.figure.value
    if isinstance(value, tuple):
        said = "–".join(str(part) for part in value)
    elif isinstance(value, int | float):
        low, high = _number(value), entry.figure.value_max
        said = low if high is None else f"{low}–{_number(high)}"
    else:
        said = str(value or "").replace("XXXX-", "")
    return said.rjust(cells) if width(said) <= cells else fit(said, cells)


def _number(value: float) -> str:
    """Give a number as short as it can be read."""
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}" if abs(value) < 1e15 else f"{float(value):.3g}"
    return f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.1f}"


def _around(entry: Entry, cells: int) -> Parts:
    """Give the sentence around its figure."""
    start, end = entry.at.start, entry.at.end
    surface = clip(entry.sentence[start:end], cells)
    left, right = entry.sentence[:start], entry.sentence[end:]
    side = max(0, min(width(left), max((cells - width(surface)) // 2, cells - width(surface) - width(right))))
    left = tail(left, side) if width(left) <= side else "…" + tail(left, max(0, side - 1))
    left = left if side else ""
    room = cells - width(left) - width(surface)
    return [(left, "dim"), (surface, figure_style(entry.figure.kind)), (fit(right, max(0, room)), "dim")]
