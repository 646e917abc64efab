"""Pools: all that a story says under one normal form; links: what a short name stands for."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui_reader.annotate.entities.lexicon import lexicon
from tui_reader.annotate.entities.scores import NONE, ORGANIZATION, OTHER, PERSON, PLACE, THIN, Scores, add, best

LOOK_BACK = 64
"""How many namings before a place are looked at for the one a short name means."""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie from a short name to the name it stands for."""

    root: str
    """Normal form of the full name."""
    reason: str


Links = dict[tuple[str, int], Link]
"""By normal form and the start of one mention, or -1 for all its mentions."""


@dataclass(slots=True)
class Pool:
    """Everything a story says under one normal form."""

    form: str
    inner: Scores
    surface: str
    scores: Scores = NONE
    places: list[tuple[int, int]] = field(default_factory=list)
    """Starts and ends of its mentions."""
    surfaces: set[str] = field(default_factory=set)
    sexes: dict[int, str] = field(default_factory=dict)
    """Where a title tells the sex: ``m`` or ``f`` by the mention's start."""
    kind: int = OTHER
    """Index into the scores; chosen once all mentions are counted."""

    def know(self, inner: Scores) -> None:
        """Take in what another surface of the name says by its own words."""
        mine = self.inner
        self.inner = (max(mine[0], inner[0]), max(mine[1], inner[1]), max(mine[2], inner[2]), max(mine[3], inner[3]))

    def add(self, start: int, end: int, surface: str, scores: Scores, title: str) -> None:
        """Count one mention."""
        sex = sex_of(title) if title else ""
        if sex:
            self.sexes[start] = sex
        self.places.append((start, end))
        self.scores = add(self.scores, scores)
        self.surfaces.add(surface)
        if len(surface) > len(self.surface) and not surface.isupper():
            self.surface = surface

    def choose(self) -> None:
        """Choose the kind by all evidence counted."""
        self.kind = self.kind_of(add(self.inner, self.scores))

    def kind_of(self, scores: Scores) -> int:
        """Choose a kind by evidence; where there is next to none, by the look of the name."""
        if max(scores) >= THIN:
            return best(scores)
        if self.surface.isupper():
            return ORGANIZATION
        words = self.form.split()
        if len(words) > 1:
            return PERSON if len(words) < 4 and lexicon().common.isdisjoint(words) else OTHER
        if scores[PLACE] > scores[PERSON]:
            return PLACE
        return PERSON if scores[PERSON] > 0.6 else ORGANIZATION


def sex_of(title: str) -> str:
    """Give ``m`` or ``f`` where a title tells it."""
    known = lexicon()
    last = title.casefold().rstrip(".").rpartition(" ")[2]
    return "f" if last in known.titles_female else "m" if last in known.titles_male else ""


class Bearers:
    """Those who share a short name, by the places where they are named in full."""

    def __init__(self, owners: Iterable[Pool]) -> None:
        self.owners = {owner.form: owner for owner in owners}
        self.namings = sorted((start, form) for form, owner in self.owners.items() for start, _ in owner.places)

    def nearest(self, start: int, sex: str = "") -> Pool | None:
        """Choose the one last named in full before a place, else first after it, whose sex a title does not deny."""
        at = bisect_left(self.namings, (start, ""))
        order = (*self.namings[max(0, at - LOOK_BACK) : at][::-1], *self.namings[at : at + LOOK_BACK])
        return next((self.owners[form] for _, form in order if not clash(sex, self.owners[form])), None)


def clash(sex: str, owner: Pool) -> bool:
    """Tell whether a title contradicts the full name's own title or first name (``Mrs. Brown``, ``John Brown``)."""
    if not sex:
        return False
    own = set(owner.sexes.values())
    if own:
        return sex not in own
    known = lexicon()
    first = owner.form.partition(" ")[0]
    return first in (known.given_male if sex == "f" else known.given_female)
