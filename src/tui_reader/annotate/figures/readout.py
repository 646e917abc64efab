"""Reading a figure out for the status line: what is printed, what it is worth, what it converts."""

from collections.abc import Sequence
from typing import Final

from tui_reader.annotate.figures import approximator
from tui_reader.annotate.figures.noun import IRREGULAR
from tui_reader.annotate.figures.vocabulary import words
from tui_reader.model.figure import Figure, FigureKind

SEPARATOR: Final = " · "
_MAX_PLAIN: Final = 10**27
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def read_out(text: str, figure: Figure, figures: Sequence[Figure] = ()) -> str:
    """One line about a figure of ``text``; ``figures`` are all of the article's, to find its conversion among them."""
    printed = _flat(text, figure)
    parts = [hedged(text, figure)]
    worth = _worth(figure)
    if figure.kind is FigureKind.DATE and " and " in printed:
        worth = worth.removeprefix("from ").replace(" to ", " and ", 1)
    if worth and worth.removeprefix("the ").casefold() != printed.casefold():
        parts.append(worth)
    parts.extend(_conversions(text, figure, figures))
    if figure.weak:
        parts.append("vague")
    return SEPARATOR.join(parts)


def hedged(text: str, figure: Figure) -> str:
    """Give the figure as printed with its approximator where it was printed: "just over 40 men", "5 miles or less"."""
    printed = _flat(text, figure)
    approx = figure.approx
    if not approx:
        return printed
    if approx in _INSIDE or approx.startswith(_BEHIND):
        if approx in printed:
            return printed
        return f"{printed}{approx}" if approx == "+" else f"{printed} {approx}"
    glued = figure.start and not text[figure.start - 1].isspace() and text[figure.start - 1] not in approximator.OPENERS
    if glued:
        link = "-" if text[figure.start - 1] == "-" and approx[-1] != "-" else ""
        return f"{approx}{link}{printed}"
    return f"{approximator.printed(text, figure.start, approx)} {printed}"


_INSIDE: Final[frozenset[str]] = frozenset({"odd", "plus", "+"})
_BEHIND: Final = ("or ", "and ")
"""What approximators begin with that stand behind their number."""


def _flat(text: str, figure: Figure) -> str:
    """Give the figure as printed, on one line."""
    return " ".join(text[figure.start : figure.end].split())


def _amount(value: float) -> str:
    """Read a number with its thousands parted and no needless decimals; very large or small ones in powers of ten."""
    if value != int(value):
        if 1e-4 <= abs(value) < 1e15:
            return f"{value:,.{4 if abs(value) < 1 else 3}f}".rstrip("0").rstrip(".")
        return f"{value:.4g}"
    return f"{int(value):,}" if abs(value) < _MAX_PLAIN else f"{value:.4g}"


def _worth(figure: Figure) -> str:
    """Give the value in full, by kind."""
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
_PLURALS: Final = {one: several for several, one in IRREGULAR.items() if one and one != several}
"""Plurals that no rule makes, by their singular: the nouns that the reading of counts knows."""
_UNCHANGED: Final = words("hertz mu jin li sen fen jiao baht yen won rai") | {
    one for several, one in IRREGULAR.items() if one == several
}
"""Units whose plural is their singular."""
_NO_MEN: Final = words("human german roman ottoman shaman talisman norman caiman")
"""Words in -man that are no men."""
_VES: Final = words("self elf scarf housewife midwife jackknife penknife werewolf bookshelf")
"""Units that end in -ves where there are several, beside those of the table."""


def _several(unit: str, *, single: bool) -> str:
    """Give the unit as it is said after a number."""
    if single or not unit or not unit[-1].isalpha():
        return unit
    head, link, rate = unit.partition(" per ")
    first, pair, second = head.partition(" and ")
    if pair:
        return f"{_several(first, single=False)}{pair}{_several(second, single=False)}{link}{rate}"
    lead, gap, last = head.rpartition(" ")
    if last in _PLURALS:
        last = _PLURALS[last]
    elif last in _UNCHANGED:
        pass
    elif last.endswith("child"):
        last += "ren"
    elif last.endswith("man") and last.lower() not in _NO_MEN:
        last = f"{last[:-2]}en"
    elif last in _VES:
        last = f"{last.removesuffix('fe').removesuffix('f')}ves"
    elif last.endswith("is") and len(last) > 4:
        last = f"{last[:-2]}es"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        last += "es"
    else:
        last += "s"
    return f"{lead}{gap}{last}{link}{rate}"


def _dated(figure: Figure) -> str:
    """Spell out a date or a period between dates."""
    if not isinstance(figure.value, tuple):
        return _day(str(figure.value))
    first, last = (str(date) for date in figure.value)
    if first.startswith("XX") and len(first) == 4:
        return f"'{first[2:]}s, century not given"
    begin, end = _day(first), _day(last)
    return f"from {begin.removesuffix(_NO_YEAR) if end.endswith(_NO_YEAR) else begin} to {end}"


_HALVES: Final = ("first", "second")
_NO_YEAR: Final = ", year not given"


def _day(iso: str) -> str:
    """Say an ISO date with X for the unsaid: "15 March, year not given", "the 19th century", "18:00"."""
    date, _, clock = iso.partition("T")
    if clock:
        return clock if date.startswith("X") else f"{date} {clock}"
    if date.startswith("-"):
        return f"{1 - int(date)} BC"
    year, *rest = date.split("-")
    if not rest:
        if year.startswith("XX"):
            return f"'{year[2:]}, century not given"
        return _century(int(year)) if len(year) == 2 else year.lstrip("0")
    if rest[0][0] in "QH":
        quarter = f"quarter {rest[0][1:]}" if rest[0][0] == "Q" else f"{_HALVES[int(rest[0][1:]) - 1]} half"
        return f"{quarter}{_NO_YEAR}" if year.startswith("X") else f"{quarter} of {year}"
    if rest[0] == "XX" and len(rest) > 1:
        return f"day {int(rest[1])}, month not given"
    named = _MONTHS[int(rest[0]) - 1] if rest[0].isdigit() and 1 <= int(rest[0]) <= 12 else rest[0]
    day = f"{int(rest[1])} {named}" if len(rest) > 1 and rest[1].isdigit() else named
    if year.startswith("XX") and year[2:].isdigit():
        return f"{day} '{year[2:]}, century not given"
    return f"{day}{_NO_YEAR}" if year.startswith("X") else f"{day} {year}"


def _century(hundreds: int) -> str:
    """Say which century begins after so many hundreds of years: "the 21st century"."""
    rank = hundreds + 1
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th") if rank not in {11, 12, 13} else "th"
    return f"the {rank}{suffix} century"


def _conversions(text: str, figure: Figure, figures: Sequence[Figure]) -> list[str]:
    """Read "given as $84.13 billion, rate 6.34" on the original, "converts 533.7 billion yuan" on the converted."""
    found: list[str] = []
    for other in figures:
        if other.conversion_of == figure.span:
            found.append(f"given as {_flat(text, other)}{_rate(figure, other)}")
        elif figure.conversion_of is not None and figure.conversion_of == other.span:
            found.append(f"converts {_flat(text, other)}{_rate(other, figure)}")
    return found


def _rate(original: Figure, converted: Figure) -> str:
    """Give the implied rate of money; empty for measures, whose rate is no news."""
    rate = exchange_rate(original, converted)
    return f", rate {rate}" if rate else ""


def exchange_rate(one: Figure, other: Figure) -> str:
    """Give how much of the lesser currency one of the greater is worth, "6.34", from either side; empty for none."""
    values = [figure.value for figure in (one, other) if isinstance(figure.value, int | float) and figure.value]
    if one.kind is not FigureKind.MONEY or len(values) != len((one, other)):
        return ""
    try:
        rate = max(values, key=abs) / min(values, key=abs)
    except OverflowError:
        return ""
    return f"{rate:.2f}" if abs(rate) < _MOST_RATE else f"{rate:.4g}"


_MOST_RATE: Final = 1e6
