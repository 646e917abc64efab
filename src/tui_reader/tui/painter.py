"""What stands on the terminal, and the fewest bytes that make it what it should stand there.

Textual writes every line of a widget that changed, each stretch with its whole style. Over a slow line that is felt, so
the painter keeps what it wrote: it writes only the cells that differ, and of a style only what is new in it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice, pairwise, repeat
from operator import itemgetter, ne
from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from tui_reader.text.cells import is_narrow

Stretch = tuple[int, int, Strip]
"""A stretch of a row: its first column, the column behind it, and what stands there."""

_GAP: Final = 6
"""Cells that stay as they are and are written again all the same: to step over fewer takes as many bytes."""
_STRETCHES: Final = re.compile(rb"\x01(?:\x00{0,%d}+\x01)*+" % _GAP)
"""Cells that differ, as ones, with small gaps of equal ones."""
_MOST_CUT: Final = 500
"""Strips whose cells are kept."""
_RESET: Final = "\x1b[0m"
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "21": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
_OFF |= {"6": "25", "51": "54", "52": "54", "53": "55"}
"""What ends an attribute."""
_TURNED: Final = (1, -1, 3, -3)
"""Rows by which a page is moved rather than written anew: a line by a key, three by a wheel."""


class Look(NamedTuple):
    """A style as a terminal takes it."""

    attributes: frozenset[str]
    colour: str
    ground: str


Cell = tuple[str, Look]
_PLAIN: Final = Look(frozenset(), "39", "49")


class Painter:
    """Knows the terminal's rows as they were last written."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Stretch]] = {}
        self._size = (0, 0)
        self._out: list[str] = []
        self._look = _PLAIN
        self._system = ColorSystem.TRUECOLOR
        self._cut: dict[int, tuple[Strip, list[Cell] | None]] = {}

    def forget(self) -> None:
        """Take the terminal's content for unknown: another program, or another size, has had it."""
        self._rows.clear()
        self._cut.clear()

    def paint(self, update: LayoutUpdate | ChopsUpdate, size: tuple[int, int], system: ColorSystem) -> str:
        """Give what brings an update to the terminal; nothing where it stands there already."""
        return self.paint_rows(dict(_rows_of(update)), size, system)

    def paint_rows(self, rows: dict[int, list[Stretch | None]], size: tuple[int, int], system: ColorSystem) -> str:
        """Give what brings rows to the terminal: each as pieces from left to right, None for what stays as it is."""
        if (size, system) != (self._size, self._system):
            self.forget()
            self._size, self._system = size, system
        self._out, self._look = [], _PLAIN
        self._turn(rows)
        for y, row in rows.items():
            self._paint_row(y, row)
        if self._look is not _PLAIN:
            self._out.append(_RESET)
        return "".join(self._out)

    # rows ---------------------------------------------------------------------------------------------------------

    def _paint_row(self, y: int, row: Sequence[Stretch | None]) -> None:
        former = self._rows.get(y, [])
        if len(former) == len(row) and all(
            piece is None or (piece[2] is old[2] and piece[:2] == old[:2])
            for piece, old in zip(row, former, strict=True)
        ):
            return
        whole = [piece for piece in row if piece is not None]
        at = {piece[:2]: piece[2] for piece in former}
        if not all(piece[:2] in at for piece in whole):
            at = {piece[:2]: piece[2] for piece in _recut(former, whole)}
        anew = False
        for start, end, strip in whole:
            old = at.get((start, end))
            if old is strip and not anew:
                continue
            # what a terminal may take for wider than it is may have run over what stands at its right
            anew = self._paint_piece(y, start, old, strip, anew=anew) or anew
            at[start, end] = strip
        self._rows[y] = sorted(((start, end, strip) for (start, end), strip in at.items()), key=lambda piece: piece[0])

    def _paint_piece(self, y: int, x: int, old: Strip | None, new: Strip, *, anew: bool) -> bool:
        """Write what differs; tell whether all was written for want of sure widths."""
        before, cells = self._cells_of(old) if old is not None else None, self._cells_of(new)
        if cells is not None and before is not None and len(cells) == len(before) and not anew:
            for start, end in _differing(before, cells):
                self._write_cells(x + start, y, cells[start:end])
            return False
        if old is not None and not anew and cells is None and before is None and _same(old, new):
            return False
        if cells is not None:
            self._write_cells(x, y, cells)
            return old is not None and before is None
        self._move(x, y)
        for text, style, control in new:
            if control or style is None or style.link:
                self._out.append(_RESET + (text if style is None else style.render(text, color_system=self._system)))
                self._look = _PLAIN
            else:
                self._write(text, _look(style, self._system))
        return True

    def _cells_of(self, strip: Strip) -> list[Cell] | None:
        """Give a strip's cells; those of the last ones are kept, for what is written now is compared with next."""
        known = self._cut.get(id(strip))
        if known is not None:
            return known[1]
        if len(self._cut) >= _MOST_CUT:
            self._cut.clear()
        cells = self._cells(strip)
        # the strip is kept as well: as long as it lives, its number is its own
        self._cut[id(strip)] = (strip, cells)
        return cells

    def _cells(self, strip: Strip) -> list[Cell] | None:
        """Give a strip cell by cell; None where it holds anything whose width a terminal may see otherwise."""
        cells: list[Cell] = []
        for text, style, control in strip:
            if control or not (text.isascii() or is_narrow(text)):
                return None
            if style is None:
                look = _PLAIN
            elif style.link:
                return None
            else:
                look = _look(style, self._system)
            if text.isspace() and not look.attributes:
                look = _blank(look.ground)
            cells += zip(text, repeat(look))
        return cells

    # pages turned by a few rows -----------------------------------------------------------------------------------

    def _turn(self, rows: dict[int, list[Stretch | None]]) -> None:
        """Where rows of the whole width stand a few rows further up or down, let the terminal move them."""
        width, height = self._size
        wide = [y for y, row in rows.items() if len(row) == 1 and row[0] is not None and row[0][:2] == (0, width)]
        if len(wide) < max(6, height // 3) or wide[-1] - wide[0] != len(wide) - 1:
            return
        told = [strip.text if (strip := self._strip(y)) else "" for y in range(height)]
        wanted = {y: row[0][2].text for y, row in rows.items() if y >= wide[0] and y <= wide[-1] and row[0] is not None}
        kept = sum(wanted[y] == told[y] for y in wide)
        for by in _TURNED:
            moved = sum(0 <= y + by < height and y + by in wanted and wanted[y] == told[y + by] for y in wide)
            if moved > kept + len(wide) // 3:
                self._scroll(wide[0], wide[-1], by)
                return

    def _scroll(self, top: int, bottom: int, by: int) -> None:
        edge, step = (bottom, "\n") if by > 0 else (top, "\x1bM")
        self._out.append(f"\x1b[{top + 1};{bottom + 1}r\x1b[{edge + 1};1H{step * abs(by)}\x1b[r")
        former = {y: self._rows.get(y, []) for y in range(top, bottom + 1)}
        for y in range(top, bottom + 1):
            self._rows[y] = former.get(y + by, [])

    def _strip(self, y: int) -> Strip | None:
        row = self._rows.get(y, [])
        return row[0][2] if len(row) == 1 else None

    # bytes --------------------------------------------------------------------------------------------------------

    def _move(self, x: int, y: int) -> None:
        self._out.append(f"\x1b[{y + 1};{x + 1}H")

    def _write_cells(self, x: int, y: int, cells: Sequence[Cell]) -> None:
        self._move(x, y)
        for number, (look, run) in enumerate(groupby(cells, key=itemgetter(1))):
            self._write("".join([character for character, _ in run]), look, first=not number)

    def _write(self, text: str, look: Look, *, first: bool = False) -> None:
        now = self._look
        # The colour of the letters does not show in blanks. Those before a line keep their own all the same: where a
        # screen is copied run by run (as tmux does), they would go with the words and be lost.
        unseen = look.colour == now.colour or (not first and not look.attributes and text.isspace())
        if look is not now and not (unseen and look.ground == now.ground and look.attributes == now.attributes):
            self._out.append(_change(self._look, look))
            self._look = look
        self._out.append(text)


def _rows_of(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, list[Stretch | None]]]:
    """Give each row of an update as pieces from left to right; None for what it leaves as it is."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            row: list[Stretch | None] = []
            x = update.region.x
            for strip in strips:
                row.append((x, x + strip.cell_length, strip))
                x += strip.cell_length
            yield y, row
        return
    spans: dict[int, list[tuple[int, int]]] = {}
    for y, first, last in update.spans:
        spans.setdefault(y, []).append((first, last))
    for y, wanted in spans.items():
        yield (
            y,
            [
                (x, end, strip)
                if strip is not None and any(x < last and end > first for first, last in wanted)
                else None
                for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False)
            ],
        )


def _recut(former: Sequence[Stretch], wanted: Sequence[Stretch]) -> list[Stretch]:
    """Cut what stands in a row at the borders of what comes, so that they can be compared."""
    borders = {border for piece in wanted for border in piece[:2]}
    pieces: list[Stretch] = []
    for start, end, strip in former:
        inner = sorted({start, end} | {border for border in borders if start < border < end})
        if len(inner) == 2:
            pieces.append((start, end, strip))
            continue
        pieces += [(first, last, strip.crop(first - start, last - start)) for first, last in pairwise(inner)]
    joined: list[Stretch] = []
    for start, end, _ in wanted:
        inside = [piece for piece in pieces if start <= piece[0] and piece[1] <= end]
        if inside and inside[0][0] == start and inside[-1][1] == end and _without_holes(inside):
            joined.append((start, end, Strip.join([strip for _, _, strip in inside])))
    outside = [piece for piece in pieces if not any(start < piece[1] and piece[0] < end for start, end, _ in wanted)]
    return joined + outside


def _without_holes(pieces: Sequence[Stretch]) -> bool:
    return all(first[1] == second[0] for first, second in pairwise(pieces))


def _same(one: Strip, other: Strip) -> bool:
    """Tell whether two strips are the same."""
    first, second = list(one), list(other)
    return len(first) == len(second) and all(a == b for a, b in zip(first, second, strict=True))


def _differing(before: Sequence[Cell], cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Give the stretches that are to be written; small gaps between them are written too."""
    unequal = bytes(map(ne, before, cells))
    for found in _STRETCHES.finditer(unequal):
        yield found.span()


def _look(style: Style, system: ColorSystem) -> Look:
    """Give a style as a terminal takes it; the same look is the same object."""
    return _read(style.render(" ", color_system=system))


@lru_cache(maxsize=4096)
def _read(rendered: str) -> Look:
    """Take apart the sequence that a style is written with."""
    codes = iter(rendered.partition("m")[0][2:].split(";") if rendered[0] == "\x1b" else ())
    attributes: list[str] = []
    colour, ground = "39", "49"
    for code in codes:
        if code in {"38", "48"}:
            kind = next(codes)
            value = ";".join((code, kind, *islice(codes, 3 if kind == "2" else 1)))
            colour, ground = (value, ground) if code == "38" else (colour, value)
        elif len(code) == 1 or code == "21" or code[0] == "5":
            attributes.append(code)
        elif code[0] in "39":
            colour = code
        else:
            ground = code
    return _known(Look(frozenset(attributes), colour, ground))


@lru_cache(maxsize=64)
def _blank(ground: str) -> Look:
    """Give the look of blanks, whatever colour their letters would have."""
    return _known(Look(frozenset(), "39", ground))


@lru_cache(maxsize=4096)
def _known(look: Look) -> Look:
    """Give the same object for the same look."""
    return _PLAIN if look == _PLAIN else look


@lru_cache(maxsize=4096)
def _change(before: Look, after: Look) -> str:
    """Give the sequence that turns one look into another."""
    if after is _PLAIN:
        return _RESET
    ended = before.attributes - after.attributes
    codes = sorted({_OFF[code] for code in ended if code in _OFF})
    # what ends one attribute may end another that shares its end
    codes += sorted(code for code in after.attributes if code not in before.attributes or _OFF.get(code) in codes)
    codes += [after.colour] if after.colour != before.colour else []
    codes += [after.ground] if after.ground != before.ground else []
    return f"\x1b[{';'.join(codes)}m" if codes else ""
