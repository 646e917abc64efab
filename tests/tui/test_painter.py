"""The painter writes little, and what stands on the terminal is what should."""

import random
from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.bench.terminal_screen import Picture, TerminalScreen
from tui_reader.tui.painter import Painter

WIDTH, HEIGHT = 40, 9
LOOKS = (
    Style.parse("#e8e4da on #14161a"),
    Style.parse("bold #e0b25a on #14161a"),
    Style.parse("italic underline red on #14161a"),
    Style.parse("dim #e8e4da on #22262c"),
    Style.parse("reverse"),
    Style.parse("underline2 blue"),
    Style.null(),
)
WORDS = ("barge", "lock ", "  ", "quay—side", "渡口", "e\u0301clair", "🚀", "ferry", "·▌▐", "tide tide tide")


def strip(words: Sequence[tuple[str, int]], cells: int) -> Strip:
    """Give a strip of words with their looks, cut or filled to so many cells."""
    return Strip([Segment(word, LOOKS[look]) for word, look in words]).adjust_cell_length(cells, LOOKS[0])


def layout(rows: Sequence[Sequence[Strip]]) -> LayoutUpdate:
    """Give a whole screen."""
    return LayoutUpdate([list(row) for row in rows], Region(0, 0, WIDTH, HEIGHT))


def chops(rows: Mapping[int, Sequence[Strip]], wanted: Sequence[tuple[int, int, int]]) -> ChopsUpdate:
    """Give some rows, of which some stretches are wanted."""
    made: list[dict[int, Strip | None]] = []
    ends: list[list[int]] = []
    for y in range(HEIGHT):
        made.append({})
        ends.append([])
        x = 0
        for piece in rows.get(y, ()):
            made[y][x] = piece
            x += piece.cell_length
            ends[y].append(x)
    return ChopsUpdate(made, list(wanted), ends)


def shown(written: Sequence[str]) -> Picture:
    """Give what a terminal shows of what was written to it."""
    screen = TerminalScreen(WIDTH, HEIGHT)
    screen.feed(b"\x1b[?7l")  # as the reader has it
    for frame in written:
        screen.feed(frame.encode())
    return screen.picture()


def told(picture: Picture) -> list[list[tuple[object, ...]]]:
    """Give a picture without the colour of letters that are blank."""
    return [
        [(c.data, c.bg, c.reverse, c.underscore, *(() if c.data.isspace() and not c.underscore else (c.fg, c.bold)))
         for c in row]
        for row in picture
    ]  # fmt: skip


def anew(rows: Sequence[Sequence[Strip]]) -> str:
    """Give a whole screen as a painter writes it who knows nothing."""
    return Painter().paint(layout(rows), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR)


words = st.lists(st.tuples(st.sampled_from(WORDS), st.integers(0, len(LOOKS) - 1)), max_size=6)
page = st.lists(words, min_size=HEIGHT, max_size=HEIGHT)


@settings(max_examples=60, deadline=None)
@given(first=page, second=page, cut=st.sampled_from((0, 12, 30)), part=st.integers(1, HEIGHT))
def test_what_stands_there_is_what_a_full_repaint_shows(
    first: list[list[tuple[str, int]]], second: list[list[tuple[str, int]]], cut: int, part: int
) -> None:
    """Whatever stood there before, and however a row is cut into widgets, the screen is as if painted anew."""
    painter = Painter()
    size, system = (WIDTH, HEIGHT), ColorSystem.TRUECOLOR
    before = [[strip(row, WIDTH)] for row in first]
    wanted = [[strip(row, cut), strip(row[::-1], WIDTH - cut)] if cut else [strip(row, WIDTH)] for row in second]
    spans = [(y, 0, WIDTH) for y in range(part)]
    frames = [
        painter.paint(layout(before), size, system),
        painter.paint(chops(dict(enumerate(wanted)), spans), size, system),
        painter.paint(layout(wanted), size, system),
    ]
    assert told(shown(frames)) == told(shown([anew(wanted)]))


def test_nothing_is_written_for_what_stands_there() -> None:
    """A frame that changes nothing costs no byte."""
    rows = [[strip([("barge", 0), ("quay—side", 1)], WIDTH)] for _ in range(HEIGHT)]
    painter = Painter()
    painter.paint(layout(rows), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR)
    again = [[strip([("barge", 0), ("quay—side", 1)], WIDTH)] for _ in range(HEIGHT)]
    assert painter.paint(layout(again), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR) == ""


def test_only_changed_cells_are_written() -> None:
    """One letter costs a place, a style and the letter."""
    rows = [[strip([("tide tide tide", 0)], WIDTH)] for _ in range(HEIGHT)]
    painter = Painter()
    painter.paint(layout(rows), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR)
    rows[4] = [strip([("tide ride tide", 0)], WIDTH)]
    frame = painter.paint(layout(rows), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR)
    assert frame.startswith("\x1b[5;6H")
    assert frame.count("r") == 1
    assert len(frame) < 60


def test_a_page_that_moves_by_a_line_is_moved_by_the_terminal() -> None:
    """A scroll by one line writes one line."""
    dice = random.Random(4)
    lines = [strip([(dice.choice(WORDS[:4]), dice.randrange(4)) for _ in range(7)], WIDTH) for _ in range(40)]
    painter, frames = Painter(), []
    for top in (0, 1, 2, 1, 4, 3, 2):
        rows = [[line] for line in lines[top : top + HEIGHT]]
        frames.append(painter.paint(layout(rows), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR))
        assert told(shown(frames)) == told(shown([anew(rows)]))
    assert len(frames[1]) < len(frames[0]) / 4


def test_what_was_forgotten_is_written_anew() -> None:
    """After another program had the terminal, everything is written."""
    rows = [[strip([("barge", 0)], WIDTH)] for _ in range(HEIGHT)]
    painter = Painter()
    first = painter.paint(layout(rows), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR)
    painter.forget()
    assert painter.paint(layout(rows), (WIDTH, HEIGHT), ColorSystem.TRUECOLOR) == first
    assert painter.paint(layout(rows), (WIDTH + 1, HEIGHT), ColorSystem.TRUECOLOR) != ""
