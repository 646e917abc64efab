"""Tie a story's lone surnames and first names to the people it names in full."""

from tui_reader.annotate.entities.lexicon import Lexicon
from tui_reader.annotate.entities.particles import with_particles
from tui_reader.annotate.entities.pools import Bearers, Link, Links, Pool
from tui_reader.annotate.entities.scores import ORGANIZATION, PERSON, PLACE, Scores

WIVES = {"mrs.": "Mrs. ", "mme.": "Mme. ", "miss.": "Miss "}
"""Titles that stay in a lone surname's normal form, since they tell a wife or daughter from the man; as shown.

The full stop tells such a form from any other (``Miss Iceland``).
"""
BORNE: Scores = (3.0, 0.0, 0.0, 0.0)
"""What it says of a lone name that several people of the story bear it."""
FATHERS = frozenset({"bin", "ibn", "abu", "bint", "abdul", "abdel"})
"""Words of names that go on with the father's name."""


def link_longer(persons: list[Pool], links: Links) -> None:
    """Tie a person's shorter full name to the one longer name that holds it (``Ana Ruiz`` in ``Ana Ruiz Vega``)."""
    words = {pool.form: pool.form.split() for pool in persons}
    holders: dict[str, list[str]] = {}
    for form, parts in words.items():
        if len(parts) > 2:
            for part in set(parts):
                holders.setdefault(part, []).append(form)
    for pool in persons:
        mine = words[pool.form]
        fathers = goes_on_with_father(mine)
        longer = [
            form
            for form in holders.get(mine[-1], ())
            if len(words[form]) > len(mine) and (words[form][0] == mine[0] or not fathers) and holds(words[form], mine)
        ]
        if len(longer) == 1:
            links[pool.form, -1] = Link(longer[0], "shorter form of the full name")


def goes_on_with_father(words: list[str]) -> bool:
    """Tell whether a name goes on with the father's name, so that its end alone names someone else."""
    return any(word.startswith("al") or word in FATHERS for word in words)


def holds(longer: list[str], shorter: list[str]) -> bool:
    """Tell whether a longer name is the shorter one with words added: at an end, or between first and last."""
    width = len(shorter)
    if any(longer[at : at + width] == shorter for at in range(len(longer) - width + 1)):
        return True
    return holds_between(longer, shorter)


def holds_between(longer: list[str], shorter: list[str]) -> bool:
    """Tell whether both names share first and last word, and the longer holds all words of the shorter in order."""
    rest = iter(longer)
    return longer[0] == shorter[0] and longer[-1] == shorter[-1] and all(word in rest for word in shorter)


def link_persons(pools: dict[str, Pool], persons: list[Pool], links: Links, known: Lexicon) -> None:
    """Tie a lone surname or first name to the person last named in full before it, or the first named after.

    A surname that several people bear goes to the one named most often, or to nobody.
    """
    holders: dict[str, list[Pool]] = {}
    for person in persons:
        words = person.form.split()
        parts = {words[0], words[-1]}
        if len(words) > 2:
            parts.update(word for word in words[1:-1] if len(word) > 3 and word not in known.particles)
            if not goes_on_with_father(words):
                parts.add(" ".join(words[-2:]))
            parts.add(with_particles(person.form))
        for part in parts:
            holders.setdefault(part, []).append(person)
    for form, pool in pools.items():
        title, _, surname = form.partition(" ")
        wife = title in WIVES and bool(surname)
        owners = holders.get(surname if wife else form)
        if (
            not owners
            or (form, -1) in links
            or any(owner is pool for owner in owners)
            or not (may_be_person(pool, known) or follows_full(pool, owners, known))
        ):
            continue
        bearers = Bearers(owners)
        several = not wife and shared(owners, form)
        if several:
            pool.know(BORNE)
        for start, _ in pool.places:
            sex = pool.sexes.get(start, "")
            bearer = central(owners, start) if several and not sex else bearers.nearest(start, sex)
            if bearer and not (wife and is_husband(bearer, known)):
                part = part_name(surname if wife else form, bearer.form.split(), known)
                links[form, start] = Link(bearer.form, f"{part} of {bearer.surface}")
    for form in pools:
        title, _, surname = form.partition(" ")
        plain = pools.get(surname) if title in WIVES else None
        if (
            plain
            and "m" not in plain.sexes.values()
            and not any((surname, start) in links for start, _ in plain.places)
        ):
            links[form, -1] = Link(surname, f"the same name as {plain.surface}")


def shared(owners: list[Pool], surname: str) -> bool:
    """Tell whether a lone surname is that of several people, and no first name of theirs."""
    return len(owners) > 1 and all(owner.form.endswith(f" {surname}") for owner in owners)


def central(owners: list[Pool], start: int) -> Pool | None:
    """Give whom of several people of one surname it means at a place, as far as may be told.

    It is the only one named so far, else the one the story names in full most often; None where two are equal.
    """
    earlier = [owner for owner in owners if min(owner.places)[0] < start] or owners
    ranked = sorted(earlier, key=lambda owner: -len(owner.places))
    alone = len(ranked) == 1 or len(ranked[0].places) > len(ranked[1].places)
    return ranked[0] if alone else None


def is_husband(bearer: Pool, known: Lexicon) -> bool:
    """Tell whether a full name is not borne out to be a woman's, where a wife's title asks for one."""
    return "f" not in bearer.sexes.values() and bearer.form.partition(" ")[0] not in known.given_female


def part_name(form: str, words: list[str], known: Lexicon) -> str:
    """Say which part of a full name a lone name is."""
    if words[0] == form:
        return "surname" if form in known.east_surnames else "first name"
    return "surname" if form.endswith(words[-1]) else "middle name"


def follows_full(pool: Pool, owners: list[Pool], known: Lexicon) -> bool:
    """Tell whether a land's name is only ever, without a word for the land beside it, behind a person so called."""
    full = [owner for owner in owners if owner.form.endswith(f" {pool.form}")]
    quiet = pool.form not in known.famous and max(pool.scores[PLACE], pool.scores[ORGANIZATION]) <= 0
    return quiet and len(full) == 1 and min(full[0].places) < min(pool.places)


def may_be_person(pool: Pool, known: Lexicon) -> bool:
    """Tell whether a lone name may stand for a person: no well-known place or body, unless its neighbours say so."""
    form = pool.surface.casefold()
    lands = form in known.countries or form in known.regions or form in known.states or form in known.cities_strong
    if lands or form in known.famous:
        rivals = pool.scores[PLACE] + pool.scores[ORGANIZATION]
        return pool.scores[PERSON] > rivals + 2 and pool.scores[PLACE] < 1
    return not pool.surface.isupper() or len(form) > 5 or pool.scores[PERSON] > 0 or pool.inner[PERSON] > 0
