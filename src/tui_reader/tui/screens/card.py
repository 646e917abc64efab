"""An entity's card: what it is called and why, what is said of it, its figures and companions; every row leads on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from tui_reader.archive import study
from tui_reader.archive.study import Card, NameRow
from tui_reader.model import FigureKind, Place, Span, TextHit
from tui_reader.text.cells import width
from tui_reader.tui.screens.panels import PanelActions
from tui_reader.tui.screens.study import Study
from tui_reader.tui.screens.trail import EntityTrail
from tui_reader.tui.widgets.answers import KIND_WORDS
from tui_reader.tui.widgets.strip import Parts, bar, dispersion, keyword_line, within
from tui_reader.tui.widgets.window import fit

_NAME_CELLS = 36
"""Cells of a name beside its bar, at most: the two are read together."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a card."""

    draw: Callable[[int], Parts]
    """From the cells there are."""
    at: tuple[str, Span] | None = None
    """What it is about, in the text."""
    key: int | None = None
    """The entity it is about, if another one."""
    section: bool = False


def figure_style(kind: FigureKind) -> str:
    """Give the name of a kind's colour in a list."""
    return "count-kind" if kind is FigureKind.COUNT else str(kind)


class CardStudy(Study):
    """What the archive says of one entity."""

    desk: PanelActions
    beside: ClassVar[bool] = True
    answers: ClassVar[tuple[str, ...]] = ("panel_card", "panel_repair", "panel_undo")

    def __init__(self, desk: PanelActions, card: Card) -> None:
        super().__init__(desk)
        self.card = card
        self.trail = EntityTrail(desk.archive, card.key)
        self.lines = tuple(self._lines())

    # the rows -----------------------------------------------------------------------------------------------------

    def _lines(self) -> Iterator[Line]:
        card = self.card
        yield Line(lambda cells: dispersion([*self._strip(cells)]), section=True)
        if card.first is not None:
            yield from _section("first mention")
            yield _context(card.first)
        if card.most is not None and card.stories > 1:
            title, count, hit = card.most
            yield from _section("mentioned most")
            yield Line(lambda cells: _counted(title, count, cells), (hit.article, Span(hit.start, hit.end)))
        if card.roles:
            yield from _section("said to be")
            for said in card.roles:
                yield _text(said.role, "", said.at)
        if card.aliases:
            yield from _section("also called")
            for alias in card.aliases:
                yield _alias(alias.text, alias.reason, alias.mentions, alias.first)
        if card.figures:
            yield from _section("figures beside it")
            for near in card.figures:
                figure = near.figure
                yield _figure(near.printed, near.sentence, figure.kind, (near.story, figure.span))
        if card.companions:
            yield from _section("named in the same paragraphs")
            most = card.companions[0].paragraphs
            for other in card.companions:
                hit, share = other.at, other.paragraphs / most
                at = (hit.article, Span(hit.start, hit.end))
                yield Line(_bar_row(other.name, other.paragraphs, share), at, other.key)
        if card.dates:
            yield from _section("over time")
            highest = max(count for _, count, _ in card.dates)
            for date, count, hit in card.dates:
                at = (hit.article, Span(hit.start, hit.end))
                yield Line(_bar_row(_month(date), count, count / highest), at)
        if card.looked_at < card.stories:
            yield Line(lambda _: [(f"from the first {card.looked_at} of its stories", "dim")], section=True)

    def _strip(self, cells: int) -> tuple[int, ...]:
        return study.dispersion(self.desk.archive, self.card.key, max(1, cells))

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The entity's name."""
        return self.card.name

    @property
    def said(self) -> str:
        """Its kind, and how often it is mentioned."""
        card = self.card
        stories = f"{card.stories:,} stor{'y' if card.stories == 1 else 'ies'}"
        return f"{KIND_WORDS[card.kind]} · {card.mentions:,}× in {stories}"

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.lines)

    def row(self, number: int, cells: int) -> Parts:
        """Draw a row."""
        return self.lines[number].draw(cells)

    def can_choose(self, number: int) -> bool:
        """Heads cannot be chosen."""
        return not self.lines[number].section

    # what the keys do ---------------------------------------------------------------------------------------------

    def preview(self, number: int) -> None:
        """Show in the text what the row is about."""
        line = self.lines[number]
        if line.at is not None:
            self.desk.show_preview(*line.at, self.trail)
            self.desk.say(self.desk.archive.article(line.at[0]).title)

    def accept(self, number: int) -> None:
        """Go to the mention or the figure; a companion's own card opens."""
        line = self.lines[number]
        if line.key is not None:
            self.desk.open_card(line.key)
        elif line.at is not None:
            self.desk.go_from_study(Place(line.at[0], line.at[1].start), line.at[1], self.trail)

    def panel_card(self) -> None:
        """Open the card of the companion chosen."""
        key = self.lines[self.desk.panel.cursor].key
        if key is not None:
            self.desk.open_card(key)

    def panel_repair(self) -> None:
        """Offer to repair the name."""
        card = self.card
        aliases = tuple(alias.text for alias in card.aliases)
        self.desk.open_repair(NameRow(card.key, card.name, card.kind, card.mentions, card.stories, aliases))

    def panel_undo(self) -> None:
        """Undo the last repair."""
        self.desk.undo_repair()


def _section(title: str) -> Iterator[Line]:
    yield Line(lambda _: [], section=True)
    yield Line(lambda _: [(title, "section")], section=True)


def _context(hit: TextHit) -> Line:
    return Line(lambda cells: keyword_line(hit, cells), (hit.article, Span(hit.start, hit.end)))


def _text(text: str, style: str, hit: TextHit) -> Line:
    return Line(lambda cells: [(fit(text, cells), style)], (hit.article, Span(hit.start, hit.end)))


def _counted(text: str, count: int, cells: int) -> Parts:
    number = f" {count:,}×"
    return [(fit(text, max(1, cells - width(number))), ""), (number, "count")]


def _alias(text: str, reason: str, count: int, hit: TextHit) -> Line:
    def draw(cells: int) -> Parts:
        number = f" {count:,}×"
        room = max(1, cells - width(number))
        shown = fit(text, min(width(text), room))
        why = f"  {reason}" if reason else ""
        return [(shown, "name"), (fit(why, room - width(shown)), "dim"), (number, "count")]

    return Line(draw, (hit.article, Span(hit.start, hit.end)))


def _figure(printed: str, sentence: str, kind: FigureKind, at: tuple[str, Span]) -> Line:
    def draw(cells: int) -> Parts:
        shown = fit(printed, min(max(12, cells * 2 // 5), cells))
        place = max(0, sentence.find(printed))
        context = within(sentence, Span(place, place + len(printed)), max(0, cells - width(shown) - 2), "dim")
        return [(shown, figure_style(kind)), ("  ", ""), *context]

    return Line(draw, at)


def _bar_row(name: str, count: int, share: float) -> Callable[[int], Parts]:
    def draw(cells: int) -> Parts:
        room = max(6, min(cells - 14, cells * 3 // 5, _NAME_CELLS))
        number = f"{count:,}".rjust(4)
        return [(fit(name, room), ""), (number, "count"), (" ", ""), (bar(share, max(0, cells - room - 6)), "bar")]

    return draw


def _month(date: str) -> str:
    year, _, month = date.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else date
