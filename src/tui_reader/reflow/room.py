"""How much room a picture takes among the lines."""

MOST_SHARE = 0.6
"""Of the page's height, so that words stay in sight with every picture."""
MOST_ROWS = 28
FEWEST_ROWS = 3
"""What has less room shows nothing that could be made out."""
SMALLEST = 16
"""Pixels of a side; what is smaller counts visitors or bullets, and is no picture."""
SLIMMEST = 12
"""Cells; under this measure a picture shows nothing."""


def room(size: tuple[int, int], cells: int, height: int, aspect: float) -> tuple[int, int]:
    """Give the columns and rows for a picture of so many pixels, among ``cells`` by ``height`` of the page.

    ``aspect`` is a cell's width by its height. It is not made larger than it is; (0, 0) where it is not shown.
    """
    width, tall = size
    most = min(MOST_ROWS, int(height * MOST_SHARE))
    if min(size) < SMALLEST or most < FEWEST_ROWS or cells < SLIMMEST:
        return 0, 0
    columns = min(cells, width)
    rows = columns * tall * aspect / width
    if rows > most:
        columns, rows = max(1, round(columns * most / rows)), most
    return columns, max(1, round(rows))
