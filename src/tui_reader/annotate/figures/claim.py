"""What a form says it has read: a figure with what settling overlaps and joining ranges still need to know."""

from typing import NamedTuple

from tui_reader.annotate.figures.numeral import Number
from tui_reader.model.figure import FigureKind
from tui_reader.model.span import Span

Value = int | float | str | tuple[int | float | str, int | float | str] | None


class Claim(NamedTuple):
    """A figure in the making."""

    start: int
    end: int
    kind: FigureKind
    value: Value
    value_max: Number | None = None
    unit: str = ""
    per: str = ""
    approx: str = ""
    weak: bool = False
    conversion_of: Span | None = None
    coefficient: Number = 0
    """The number before its magnitude, for a magnitude that a range shares."""
    scale: int = 1
    bare: bool = False
    """A number that no form has claimed: it lives on as part of a range or list, or when it says enough alone."""
    stands: bool = False
    """A bare number that says enough alone."""
    dimension: str = ""
    """What a unit of measure measures."""
    plain: bool = False
    """A short integer in digits."""
    spelled: bool = False
    """The unit was printed at this very number and not taken from a neighbour."""
    between: bool = False
    """The words before announce a pair: "between", "from", "ranging from"."""
