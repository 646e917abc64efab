"""The ledger: every figure of the story or the archive in a table: ordered, narrowed, compared, written out."""

from bisect import bisect_left
from pathlib import Path
from time import perf_counter
from typing import ClassVar

from tui_reader.archive import ledger
from tui_reader.archive.gathering import Gathering
from tui_reader.archive.ledger import Listed, Order
from tui_reader.model import FigureKind, Place, ReaderProblem
from tui_reader.text.cells import width
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.screens.card import figure_style
from tui_reader.tui.screens.panels import PanelActions
from tui_reader.tui.screens.study import Study
from tui_reader.tui.widgets.strip import Parts, bar, within
from tui_reader.tui.widgets.window import fit

_KIND, _VALUE, _BAR = 9, 16, 11
_KINDS, _ROOMY, _VAST = 52, 70, 100
"""Cells from which there is a column for the kind, one for the bars, and ones for unit and sentence."""
_MEASURED = 40
"""Rows that the columns' widths are taken from."""
_UNKNOWN = (0, 0)
_SENTENCE = 30
"""Cells that a sentence has at least, where there is a column for it."""
_SLICE, _PAUSE, _AWHILE = 0.008, 0.004, 0.15
"""Seconds of work at a time, of rest for the keys after it, and between two showings of what came in."""


class LedgerStudy(Study):
    """A table of figures. An archive's come in between the keys, from the open story on and then from the first."""

    desk: PanelActions
    narrows: ClassVar[bool] = True
    answers: ClassVar[tuple[str, ...]] = ("panel_scope", "panel_order", "panel_export")

    def __init__(self, desk: PanelActions) -> None:
        super().__init__(desk)
        self.everywhere = False
        self.order = Order.PAGE
        self.story = desk.article.id
        self.rows: list[Listed] = []
        """The figures shown."""
        self._widest = _UNKNOWN
        """Cells of the longest print and unit."""
        self._due = False
        """There is work to be done after the next pause."""
        self._agreed: Path | None = None
        """A file that may be replaced, once it was asked for twice."""
        here = desk.figure.start if desk.figure is not None else desk.pane.place
        self._load()
        self.cursor = min(bisect_left(self.rows, here, key=lambda row: row.figure.start), max(0, len(self.rows) - 1))

    @property
    def _at_cursor(self) -> Listed | None:
        return self.rows[self.desk.panel.cursor] if self.rows else None

    def _load(self) -> None:
        self._figures = Gathering(self.desk.archive, self.story, everywhere=self.everywhere)
        self._arrange()

    def _arrange(self) -> None:
        """Look through the figures for what answers: a story's at once, an archive's between the keys."""
        self._figures.arrange(self.typed, self.order)
        self._widest = _UNKNOWN
        self._figures.work(_SLICE if self.everywhere else 60)
        self._take_in()

    def _take_in(self) -> None:
        """Show what has been found so far, and see to it that the rest is."""
        figures = self._figures
        self.rows, self._ahead, self._shown = figures.rows, figures.ahead, perf_counter()
        if self._widest == _UNKNOWN and self.rows:
            some = [figures.entry(row) for row in self.rows[:_MEASURED]]
            self._widest = max(width(row.printed) for row in some), max(width(row.counted) for row in some)
        if not figures.complete and not self._due:
            self._due = True
            self.desk.set_timer(_PAUSE, self._go_on)

    def _go_on(self) -> None:
        """Look through more, and show it now and then; the chosen row stays chosen, and where it is."""
        self._due = False
        figures, panel = self._figures, self.desk.panel
        if self.desk.study is not self or figures.complete:
            return
        more = figures.work(_SLICE)
        if more and perf_counter() - self._shown < _AWHILE:
            self._due = True
            self.desk.set_timer(_PAUSE, self._go_on)
            return
        chosen, ahead, former = self._at_cursor, self._ahead, self.rows
        self._take_in()
        if self.order is Order.PAGE:
            panel.shift(self._ahead - ahead)
        elif self.rows is not former:
            self._choose(chosen)
        panel.refresh()

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Whose figures these are."""
        return "Figures of the archive" if self.everywhere else "Figures of this story"

    @property
    def said(self) -> str:
        """Which of how many is chosen, and how they are ordered."""
        figures, shown = self._figures, len(self.rows)
        at = f"{self.desk.panel.cursor + 1:,}/{shown:,}" if shown and self.desk.study is self else f"{shown:,}"
        of = f" of {figures.total:,}" if self.typed else ""
        more = " and counting" if not figures.complete else ""
        if figures.complete and figures.total >= ledger.MOST_FIGURES:
            more = " from here on"
        # a figure and what it is converted to share a row: the text is walked by each of them
        printed = sum(1 + len(row.conversions) for row in self.rows) if not self.everywhere else shown
        rows = f" rows · {printed:,} figures" if printed > shown else ""
        return f"{at}{of}{more}{rows} · {self.order}"

    @property
    def empty(self) -> str:
        """What to do where no figure is shown."""
        if not self._figures.complete:
            return "looking through the figures …"
        if self.typed:
            return f"no figure answers “{self.typed}” · try a kind, a unit, a word, or >1m"
        if not self.desk.archive.complete:
            return "figures are being looked for · they come in as they are found"
        desk = self.desk
        if self.everywhere:
            return f"no figure here · {desk.key('panel_close')} goes back"
        return f"no figure in this story · {desk.key('panel_scope')} looks in all"

    @property
    def count(self) -> int:
        """How many figures there are."""
        return len(self.rows)

    def _cells(self, cells: int) -> tuple[int, int, int, int, int, int]:
        """Give the cells of print, kind, value, unit, bar and sentence, each with the blanks before it."""
        kind = _KIND + 1 if cells >= _KINDS else 0
        bars = _BAR + 2 if cells >= _ROOMY else 0
        value = _VALUE + 2 if cells >= _KINDS else 14
        widest = self._widest
        unit = max(10, min(widest[1] + 2, cells // 8)) if cells >= _VAST else 0
        free = max(8, cells - kind - value - unit - bars - 1)
        printed = max(8, min(widest[0], 46, max(24, free - _SENTENCE))) if cells >= _VAST else free
        return printed, kind, value, unit, bars, free - printed

    def columns(self, cells: int) -> Parts:
        """Name the columns."""
        printed, kind, value, unit, bars, sentence = self._cells(cells)
        said = " " + fit("figure", printed) + fit(" kind", kind) + "value".rjust(value)
        said += fit("  of what", unit) + fit("  in its unit", bars) + fit("  sentence", sentence)
        return [(said, "")]

    def row(self, number: int, cells: int) -> Parts:
        """Draw a figure."""
        row = self.rows[number]
        entry = self._figures.entry(row)
        printed, kind, value, unit, bars, sentence = self._cells(cells)
        style = figure_style(row.figure.kind)
        parts: Parts = [(fit(entry.printed, printed), style), (fit(f" {row.figure.kind}", kind), "dim")]
        parts += [("  " + _value(row, value - 2), ""), (fit(f"  {row.counted}", unit), "")]
        if bars:
            parts += [("  ", ""), (fit(bar(self._share(row), bars - 2), bars - 2), "bar")]
        if sentence:
            parts += [("  ", ""), *within(entry.sentence, entry.at, max(0, sentence - 2), style)]
        return parts

    def _share(self, row: Listed) -> float:
        most = self._figures.scales.largest(row)
        return row.value / most if most and row.value is not None and row.value > 0 else 0.0

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Give what the chosen figure is worth, its sentence and its story."""
        row = self.rows[number]
        entry = self._figures.entry(row)
        said = f"{row.figure.kind}: {' · '.join(part for part in (entry.printed, entry.worth) if part)}"
        most = self._figures.scales.largest(row)
        if most and row.figure.kind is not FigureKind.PERCENT and width(said) + 40 < cells:
            said += f" · {self._share(row):.0%} of the largest in its unit, {_number(most)}"
        story = f"in {entry.title} · story {row.order + 1:,}/{len(self.desk.archive):,}"
        style = figure_style(row.figure.kind)
        return [
            [(fit(said, cells), "typed")],
            within(entry.sentence, entry.at, cells, style),
            [(fit(story, cells), "")],
        ]

    # what the keys do ---------------------------------------------------------------------------------------------

    def narrow(self, typed: str) -> None:
        """Keep the figures that answer what was typed."""
        super().narrow(typed)
        self._arrange()

    def preview(self, number: int) -> None:
        """Show the figure in the text."""
        row = self.rows[number]
        self.desk.show_preview(row.story, row.figure.span, self.desk.trail_before, figure=True)
        self.desk.say(self.desk.archive.read_out(row.story, row.figure))

    def accept(self, number: int) -> None:
        """Go to the figure."""
        row, desk = self.rows[number], self.desk
        desk.go_from_study(Place(row.story, row.figure.start), row.figure.span)
        desk.figure = row.figure.span
        desk.show_lights()
        desk.say(desk.archive.read_out(row.story, row.figure))

    def renew(self) -> None:
        """Take the figures anew; the archive's when all of it is there."""
        if self._figures.complete and (self.desk.archive.complete or not self.everywhere):
            chosen = self._at_cursor
            self._load()
            self._choose(chosen)

    def panel_scope(self) -> None:
        """Show the figures of the other: of the story, or of the archive."""
        chosen = self._at_cursor
        self.everywhere = not self.everywhere
        if not self.everywhere:
            self.desk.show_before()
        self._load()
        self._choose(chosen)

    def panel_order(self) -> None:
        """Take the next order."""
        chosen = self._at_cursor
        orders = tuple(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._arrange()
        self._choose(chosen)

    def _choose(self, chosen: Listed | None) -> None:
        number = next((number for number, row in enumerate(self.rows) if row is chosen), None)
        if number is None and chosen is not None:  # taken in anew
            numbers = (n for n, row in enumerate(self.rows) if (row.story, row.figure) == (chosen.story, chosen.figure))
            number = next(numbers, 0)
        self.desk.panel.show(number or 0)

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
            ledger.write(path, map(self._figures.entry, self.rows), replace=path == self._agreed)
        except (ReaderProblem, OSError, RuntimeError, ValueError) as problem:
            return safe_line(str(problem))
        self.desk.say(f"wrote {len(self.rows):,} figures to {safe_line(str(path))}")
        return ""


def _value(row: Listed, cells: int) -> str:
    """Give the value itself, at the right of its column."""
    value = row.figure.value
    if isinstance(value, tuple):
        said = "–".join(str(part) for part in value)
    elif isinstance(value, int | float):
        low, high = _number(value), row.figure.value_max
        said = low if high is None else f"{low}–{_number(high)}"
    else:
        said = str(value or "").replace("XXXX-", "")
    return said.rjust(cells) if width(said) <= cells else fit(said, cells)


def _number(value: float) -> str:
    """Give a number as short as it can be read."""
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}" if abs(value) < 1e15 else f"{float(value):.3g}"
    return f"{value:,.4g}" if abs(value) < 1e4 else f"{value:,.1f}"
