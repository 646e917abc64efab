"""Scores: how much speaks for each kind of thing that a name may name."""

from tui_reader.model import EntityKind

PERSON, ORGANIZATION, PLACE, OTHER = range(4)
KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER)
"""The kinds that scores tell apart, in the order of the scores."""
Scores = tuple[float, float, float, float]
NONE: Scores = (0.0, 0.0, 0.0, 0.0)
THIN = 0.75
"""Evidence under which a kind is not taken from the scores."""


def add(left: Scores, right: Scores) -> Scores:
    """Pool two scores."""
    return (left[0] + right[0], left[1] + right[1], left[2] + right[2], left[3] + right[3])


def best(scores: Scores) -> int:
    """Give the kind with most evidence; the first of equals."""
    return scores.index(max(scores))
