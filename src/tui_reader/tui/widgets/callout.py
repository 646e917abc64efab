"""A callout's box, and its figure in large digits: drawn around the text, which stays what it is."""

import re

_FIGURE = re.compile(
    r"([$€£¥]?)(\d[\d,]{0,14}(?:\.\d{1,4})?)(%?)"
    r"(?:[ \u00a0-]?((?:percent|per cent|hundred|thousand|million|billion|trillion)\b))?"
)
_LONGEST_TEXT = 240
"""Characters; a longer callout tells more than one figure."""
_MOST_DIGITS = 9
_DIGITS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▄█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ".": (" ", " ", "▀"),
    ",": (" ", " ", "▜"),
}
DIGIT_ROWS = 3
NARROWEST = 30
"""Cells; under this measure a callout has its rule alone."""


def figure_of(text: str) -> tuple[str, str, str]:
    """Give a callout's first figure: what stands before its digits, the digits, what follows; empty where none fits."""
    found = _FIGURE.search(text) if len(text) <= _LONGEST_TEXT else None
    if found is None or len(found[2]) > _MOST_DIGITS:
        return "", "", ""
    digits = found[2].rstrip(",")
    return found[1], digits, found[3] or (f" {found[4]}" if found[4] else "")


def lid_rows(text: str) -> int:
    """Give the rows over a boxed callout's text: its lid, and its figure where it has one."""
    return 1 + (DIGIT_ROWS if figure_of(text)[1] else 0)


def large(text: str) -> tuple[str, ...]:
    """Draw a callout's figure in three rows of one width; what is no digit stands by its foot."""
    before, digits, after = figure_of(text)
    rows = [" ".join(_DIGITS[digit][row] for digit in digits) for row in range(DIGIT_ROWS)]
    lead = f"{before} " if before else ""
    return (*(" " * len(lead) + row + " " * len(after) for row in rows[:-1]), f"{lead}{rows[-1]}{after}")


def lid(cells: int) -> str:
    """Draw the upper edge of a box."""
    return f"╭{'─' * max(0, cells - 2)}╮"


def foot(cells: int) -> str:
    """Draw the lower edge of a box."""
    return f"╰{'─' * max(0, cells - 2)}╯"
