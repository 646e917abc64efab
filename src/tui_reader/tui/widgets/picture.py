"""Pictures made of cells: the room they take on the page, and the rows they are drawn in."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from tui_reader.reflow.room import room

Row = Sequence[Segment]
"""A drawn row, as wide as the picture."""
_HALF = "▀"
_NONE: tuple[tuple[int, int], Sequence[Row]] = ((0, 0), ())
_SHADES = 0xFC
"""What is kept of a colour's eight bits: a difference of four nobody sees, and like cells cost fewer bytes."""


class PictureRooms:
    """The pictures of the story on the page: where they stand, how large they are, and those that are drawn."""

    def __init__(self) -> None:
        self.aspect = 0.5
        """A cell's width by its height."""
        self.version = 0
        """Grows with every change, so that what was drawn of the former is known to be old."""
        self._sizes: Mapping[int, tuple[int, int]] = {}
        self._drawn: dict[int, tuple[tuple[int, int], Sequence[Row]]] = {}
        self._worked_out: tuple[tuple[int, int], dict[int, tuple[int, int]], dict[int, int]] = ((0, 0), {}, {})

    def __bool__(self) -> bool:
        """Tell whether there is any picture."""
        return bool(self._sizes)

    def take(self, sizes: Mapping[int, tuple[int, int]]) -> bool:
        """Take the pictures' sizes in pixels by block, and forget what is drawn; tell whether anything is new."""
        changed = bool(self._drawn) or sizes != self._sizes
        self._sizes = sizes
        self._drawn = {}
        self._worked_out = ((0, 0), {}, {})
        self.version += changed
        return changed

    def put(self, block: int, size: tuple[int, int], rows: Sequence[Row]) -> None:
        """Take a picture that was drawn for a room of ``size``."""
        self._drawn[block] = (size, rows)
        self.version += 1

    def drop(self, block: int) -> None:
        """Leave a picture out."""
        self._sizes = {other: size for other, size in self._sizes.items() if other != block}
        self._worked_out = ((0, 0), {}, {})
        self.version += 1

    def rows(self, measure: int, height: int) -> Mapping[int, int]:
        """Give how many rows are left free over each block, on a page of ``measure`` by ``height`` cells."""
        return self._rooms(measure, height)[1]

    def missing(self, blocks: set[int], measure: int, height: int) -> dict[int, tuple[int, int]]:
        """Give the rooms of those blocks whose pictures are not drawn for them."""
        rooms = self._rooms(measure, height)[0]
        return {block: rooms[block] for block in sorted(blocks) if self._drawn.get(block, _NONE)[0] != rooms[block]}

    def row(self, block: int, number: int, measure: int, height: int) -> Row:
        """Give a row of a picture; an empty one while it is not drawn."""
        size, rows = self._drawn.get(block, _NONE)
        return rows[number] if size == self._rooms(measure, height)[0].get(block) and number < len(rows) else ()

    def _rooms(self, measure: int, height: int) -> tuple[dict[int, tuple[int, int]], dict[int, int]]:
        if self._worked_out[0] != (measure, height):
            found = {block: room(size, measure, height, self.aspect) for block, size in self._sizes.items()}
            rooms = {block: size for block, size in found.items() if size[1]}
            self._worked_out = ((measure, height), rooms, {block: size[1] for block, size in rooms.items()})
        return self._worked_out[1:]


def half_blocks(pixels: bytes, columns: int, ground: tuple[int, int, int]) -> list[list[Segment]]:
    """Draw pixels, three bytes each and ``columns`` of them a row, two rows of them in one row of cells.

    What has the colour of the ground keeps it to the bit, so that no border shows where a picture is clear.
    """
    colour = bytes(ground)
    given = [pixels[at : at + 3] for at in range(0, len(pixels), 3)]
    kept = [pixel if pixel == colour else pixel.translate(_ROUNDED) for pixel in given]
    starts = range(0, len(kept), 2 * columns)
    return [_row(kept[at : at + columns], kept[at + columns : at + 2 * columns]) for at in starts]


_ROUNDED = bytes(value & _SHADES for value in range(256))


def _row(upper: Sequence[bytes], lower: Sequence[bytes]) -> list[Segment]:
    drawn = []
    for (above, below), run in groupby(zip(upper, lower, strict=True)):
        length = len(list(run))
        # A cell of one colour is a blank: half the bytes.
        drawn.append(Segment((" " if above == below else _HALF) * length, _style(above, below)))
    return drawn


@lru_cache(maxsize=8192)
def _style(above: bytes, below: bytes) -> Style:
    if above == below:
        return Style.from_color(None, Color.from_rgb(*below))
    return Style.from_color(Color.from_rgb(*above), Color.from_rgb(*below))
