"""Reading a figure out for the status line: what is printed, what it is worth, what it converts."""

from collections.abc import Sequence
from typing import Final

from tui_reader.model.figure import Figure, FigureKind

SEPARATOR: Final = " · "
_MAX_PLAIN: Final = 10**27
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def read_out(text: str, figure: Figure, figures: Sequence[Figure] = ()) -> str:
    """One line about a figure of ``text``; ``figures`` are all of the article's, to find its conversion among them."""
    printed = " ".join(text[figure.start : figure.end].split())
    parts = [f"{figure.approx} {printed}" if figure.approx else printed]
    worth = _worth(figure)
    if worth and worth.casefold() != printed.casefold():
        parts.append(worth)
    parts.extend(_conversions(text, figure, figures))
    if figure.weak:
        parts.append("vague")
    return SEPARATOR.join(parts)


def _amount(value: float) -> str:
    """A number with its thousands parted and no needless decimals; very large or small ones in powers of ten."""
    if isinstance(value, float) and not value.is_integer():
        if 1e-4 <= abs(value) < 1e15:
            return (
                f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{value:,.3f}".rstrip("0").rstrip(".")
            )
        return f"{value:.4g}"
    return f"{int(value):,}" if abs(value) < _MAX_PLAIN else f"{value:.4g}"


def _worth(figure: Figure) -> str:
    """The value in full, by kind."""
    if figure.kind is FigureKind.DATE or isinstance(figure.value, str | tuple):
        return _dated(figure)
    if figure.value is None:
        return figure.kind.value
    amount = _amount(figure.value)
    if figure.value_max is not None:
        amount += f" to {_amount(figure.value_max)}"
    per = f" per {figure.per}" if figure.per else ""
    single = figure.value == 1 and figure.value_max is None
    if figure.kind is FigureKind.MONEY:
        iso = len(figure.unit) == 3 and figure.unit.isupper()
        return f"{figure.unit} {amount}{per}" if iso else f"{amount} {_several(figure.unit, single=single)}{per}"
    if figure.kind is FigureKind.ORDINAL:
        return f"rank {amount}"
    if figure.kind is FigureKind.AGE:
        return f"age {amount} {_several('year' if figure.unit == 'age' else figure.unit, single=single)}"
    if figure.unit == "fraction":
        return f"{figure.value:.1%} of the whole".replace(".0%", "%")
    if figure.kind is FigureKind.OTHER and figure.unit == "time":
        return f"times {amount}"
    if figure.unit == "percent":
        return f"{amount} percent{per}"
    if figure.unit in _FIXED:
        return f"{amount} {_FIXED[figure.unit]}{per}"
    return f"{amount} {_several(figure.unit, single=single)}{per}".replace("  ", " ").strip()


_FIXED: Final = {
    "celsius": "degrees Celsius",
    "fahrenheit": "degrees Fahrenheit",
    "hertz": "hertz",
    "horsepower": "horsepower",
}
_IRREGULAR: Final = {"foot": "feet", "inch": "inches", "century": "centuries", "penny": "pence", "man": "men", "woman": "women",
    "child": "children", "mu": "mu", "jin": "jin", "li": "li", "sen": "sen", "fen": "fen", "jiao": "jiao"}  # fmt: skip


def _several(unit: str, *, single: bool) -> str:
    """The unit as it is said after a number."""
    if single or not unit or not unit[-1].isalpha():
        return unit
    head, link, rate = unit.partition(" per ")
    words = head.split(" ")
    last = words[-1]
    if last in _IRREGULAR:
        words[-1] = _IRREGULAR[last]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        words[-1] = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")) and last not in {"species", "series", "headquarters"}:
        words[-1] = last + "es"
    elif last not in {"people", "staff", "aircraft", "series", "species", "police", "personnel", "cattle", "sheep", "fish", "hertz",
                      "headquarters", "deer", "spacecraft", "crew", "livestock", "offspring", "youth", "media", "dead"}:  # fmt: skip
        words[-1] = last + "s"
    return " ".join(words) + link + rate


def _dated(figure: Figure) -> str:
    """A date or a period between dates, spelled out."""
    if isinstance(figure.value, tuple):
        return f"from {_day(str(figure.value[0]))} to {_day(str(figure.value[1]))}"
    return _day(str(figure.value))


def _day(iso: str) -> str:
    """An ISO date with X for the unsaid as it is said: "15 March, year not given"."""
    date, _, clock = iso.partition("T")
    if clock:
        return f"{clock} o'clock" if date.startswith("X") else f"{date} {clock}"
    parts = date.split("-")
    if len(parts) > 1 and parts[1].startswith("Q"):
        quarter = f"quarter {parts[1][1:]}"
        return f"{quarter}, year not given" if parts[0].startswith("X") else f"{quarter} of {parts[0]}"
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1] if parts[1].isdigit() and 1 <= int(parts[1]) <= 12 else parts[1]
    day = f"{int(parts[2])} {month}" if len(parts) > 2 and parts[2].isdigit() else month
    return f"{day}, year not given" if parts[0].startswith("X") else f"{day} {parts[0]}"


def _conversions(text: str, figure: Figure, figures: Sequence[Figure]) -> list[str]:
    """ "given as $84.13 billion, rate 6.34" on the original, "converts 533.7 billion yuan" on the converted."""
    found: list[str] = []
    for other in figures:
        if other.conversion_of == figure.span:
            found.append(f"given as {text[other.start : other.end]}{_rate(figure, other)}")
        elif figure.conversion_of is not None and figure.conversion_of == other.span:
            found.append(f"converts {text[other.start : other.end]}{_rate(other, figure)}")
    return found


def _rate(original: Figure, converted: Figure) -> str:
    """The implied rate of money; empty for measures, whose rate is no news."""
    if original.kind is not FigureKind.MONEY or not isinstance(original.value, int | float):
        return ""
    if not isinstance(converted.value, int | float) or not converted.value:
        return ""
    try:
        rate = original.value / converted.value
    except OverflowError:
        return ""
    return f", rate {rate:.2f}" if 0.1 <= abs(rate) < 1e6 else f", rate {rate:.4g}"
