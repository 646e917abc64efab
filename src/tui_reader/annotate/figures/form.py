"""A form: one way in which English prints a figure, with examples that prove it and look-alikes that must not match."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal

from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.numeral import Number, Sort
from tui_reader.annotate.figures.site import Site
from tui_reader.model.figure import FigureKind

Reader = Callable[[Site], Claim | None]
"""Reads the number at a site; None where it is not of the reader's form."""


class Look(IntEnum):
    """How a number is printed."""

    SIGNED = 0
    """In digits after a sign, code or letters of money."""
    PLAIN = 1
    """A short integer in digits."""
    DIGITS = 2
    """Other digits."""
    WORDS = 3


UNSIGNED: Final = (Look.PLAIN, Look.DIGITS, Look.WORDS)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and what is to be found in it."""

    text: str
    surface: str
    """The figure as printed, without its approximator."""
    value: Number | str | tuple[str, str]
    unit: str = ""
    per: str = ""
    approx: str = ""
    value_max: Number | None = None
    kind: FigureKind | None = None
    """The kind where it is not that of the form."""


@dataclass(frozen=True, slots=True)
class Form:
    """One entry of the table."""

    name: str
    kind: FigureKind
    read: Reader
    examples: tuple[Example, ...]
    counters: tuple[str, ...]
    """Sentences that look alike: no lit figure of this form's kind is in them. As many as examples at least."""
    sort: Literal[Sort.NUMBER, Sort.ORDINAL, Sort.VAGUE, Sort.MULTIPLE] = Sort.NUMBER
    """Which sort of numeral it reads."""
    looks: tuple[Look, ...] = UNSIGNED
    """How the numbers that it reads are printed: others are not shown to it."""
    keys: frozenset[str] | None = None
    """The lower-case words, one of which stands after every number that it reads; None where any may."""
