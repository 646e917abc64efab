"""A figure: a number in the text that makes a claim."""

from dataclasses import dataclass
from enum import StrEnum

from tui_reader.model.span import Span


class FigureKind(StrEnum):
    """What a figure tells."""

    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"
    COUNT = "count"
    ORDINAL = "ordinal"
    DATE = "date"
    PERIOD = "period"
    AGE = "age"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: an exact span, what it is worth, and how it was hedged."""

    start: int
    """Code points into the article's text; the approximator is outside."""
    end: int
    kind: FigureKind
    value: int | float | str | tuple[int | float | str, int | float | str] | None
    """A number; a string for a date; two strings for a period between dates. Lower bound where ``value_max`` is set."""
    value_max: int | float | None = None
    """Upper bound of a range of numbers."""
    unit: str = ""
    """ISO 4217 code for money, singular unit name for a quantity, singular head noun for a count, ``percent``."""
    per: str = ""
    """What the figure is a rate over ("day" in ``720,000 cells a day``); empty where it is none."""
    approx: str = ""
    """The approximator or bound as printed ("more than"); empty where the figure is exact."""
    conversion_of: Span | None = None
    """The span of the figure that this one converts ("533.7 billion yuan" for ``$84.13 billion``)."""
    weak: bool = False
    """Found, but too vague to be lit ("one of the", "dozens of")."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)
