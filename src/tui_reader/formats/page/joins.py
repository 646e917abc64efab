"""How well two pieces of body text fit together."""

from tui_reader.formats.page.traits import Start, Stop, Traits

_JOINS: dict[Stop, dict[Start, float]] = {
    Stop.BROKEN: {
        Start.LOWER: 5.0,
        Start.NAME: -1.5,
        Start.WORD: -2.5,
        Start.FUNCTION: -4.0,
        Start.FIGURE: -2.0,
        Start.QUOTE: -4.0,
    },
    Stop.OPEN: {
        Start.LOWER: 4.0,
        Start.NAME: -0.5,
        Start.WORD: -2.0,
        Start.FUNCTION: -3.5,
        Start.FIGURE: 0.0,
        Start.QUOTE: -1.5,
    },
    Stop.HUNGRY: {
        Start.LOWER: 4.5,
        Start.NAME: 1.5,
        Start.WORD: -1.5,
        Start.FUNCTION: -2.5,
        Start.FIGURE: 1.5,
        Start.QUOTE: 0.5,
    },
    Stop.SOFT: {
        Start.LOWER: 3.0,
        Start.NAME: 0.5,
        Start.WORD: 0.7,
        Start.FUNCTION: 0.8,
        Start.FIGURE: 0.0,
        Start.QUOTE: 0.5,
        Start.OTHER: 0.2,
    },
    Stop.CLOSED: {
        Start.LOWER: -5.0,
        Start.NAME: 0.5,
        Start.FUNCTION: 0.8,
        Start.FIGURE: 0.0,
        Start.QUOTE: 0.5,
        Start.OTHER: 0.2,
    },
}
_BEGINS = {Start.LOWER: -3.5, Start.FIGURE: -0.3}
_ENDS = {Stop.CLOSED: 0.5, Stop.SOFT: 0.5, Stop.OPEN: -3.0, Stop.HUNGRY: -4.5, Stop.BROKEN: -4.5}


def join(before: Traits | None, after: Traits | None) -> float:
    """Judge how well ``after`` goes on from the body text ``before``; ``None`` is the story's start or end."""
    if after is None:
        return _ENDS[before.stop] if before else 0.5
    if before is None:
        return _BEGINS.get(after.start, 0.5)
    return _JOINS[before.stop].get(after.start, 0.0)
