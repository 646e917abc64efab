"""Step two: across stories, names become entities.

All that is kept of the stories are counts per key, which add up in any order; what the entities are is worked out from
the counts alone. So an index may add stories batch by batch, and gets what building anew would give.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tui_reader.annotate.entities.alias_book import AliasBook
from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.same import canonical
from tui_reader.annotate.entities.scores import KINDS, NONE, ORGANIZATION, OTHER, PERSON, PLACE, THIN, Scores, add, best
from tui_reader.annotate.entities.story import LocalEntity
from tui_reader.annotate.entities.surnames import WIVES
from tui_reader.annotate.entities.things import THINGS
from tui_reader.model import EntityKind

DOMINANT = 0.8
"""Share of stories from which one full name owns a short one."""
INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
"""A capital inside a word, which only text in normal case has (``McRae``)."""
SURE = 0.95
"""The same for names that many people bear."""


@dataclass(slots=True)
class Tally:
    """What all stories together say under one key; two tallies add up."""

    stories: int = 0
    mentions: int = 0
    scores: Scores = NONE
    names: Counter[str] = field(default_factory=Counter)
    """Names shown by stories, with their mentions."""
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    """Kinds that stories chose, by mentions; they decide where the evidence is thin."""
    tied: Counter[str] = field(default_factory=Counter)
    """Short forms tied to it, by stories."""

    def count(self, entity: LocalEntity) -> None:
        """Add one story's entity."""
        self.stories += 1
        self.mentions += len(entity.mentions)
        self.scores = add(self.scores, entity.scores)
        self.names[entity.name] += len(entity.mentions)
        self.kinds[entity.kind] += len(entity.mentions)
        self.tied.update(form for form, _ in entity.tied)

    def merge(self, other: "Tally") -> None:
        """Add another tally of the same key."""
        self.stories += other.stories
        self.mentions += other.mentions
        self.scores = add(self.scores, other.scores)
        self.names.update(other.names)
        self.kinds.update(other.kinds)
        self.tied.update(other.tied)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a key is in the archive."""

    root: str
    """Key of the entity it belongs to; its own where it stands for itself."""
    reason: str
    """Why it belongs to another key; empty for itself."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How an entity is shown."""

    name: str
    kind: EntityKind


def tally(tallies: dict[str, Tally], names: Iterable[LocalEntity]) -> None:
    """Add one story's entities to the archive's tallies."""
    for entity in names:
        known = tallies.get(entity.key)
        if known is None:
            known = tallies[entity.key] = Tally()
        known.count(entity)


def resolve(tallies: Mapping[str, Tally], book: AliasBook | None = None) -> dict[str, Identity]:
    """Give for every key the entity it belongs to; depends on the counts alone, not on the order they came in."""
    book = book or AliasBook()
    steps: dict[str, Identity] = {}
    join_classes(tallies, steps)
    join_same(tallies, steps, book)
    join_initials(tallies, steps)
    join_tied(tallies, steps, book)
    join_surnames(tallies, steps, book)
    return {key: follow(key, steps) for key in tallies}


def follow(key: str, steps: Mapping[str, Identity]) -> Identity:
    """Follow the ties from a key to its end."""
    seen = {key}
    reason, at = "", key
    while at in steps and steps[at].root not in seen:
        reason = reason or steps[at].reason
        at = steps[at].root
        seen.add(at)
    return Identity(at, reason)


def split_key(key: str) -> tuple[str, str]:
    """Part a key into normal form and kind class."""
    form, _, kind = key.rpartition("|")
    return form, kind


def margin(scores: Scores, stories: int) -> float:
    """Tell how far a person's evidence lies from the rest's, per story."""
    return abs(scores[PERSON] - max(scores[1:])) / max(stories, 1)


def join_classes(tallies: Mapping[str, Tally], steps: dict[str, Identity]) -> None:
    """Take a name that is a person here and something else there for one, where either side is weakly borne out."""
    for key, person in tallies.items():
        form, kind = split_key(key)
        if kind != "p" or f"{form}|n" not in tallies:
            continue
        other = tallies[f"{form}|n"]
        weak, strong = (key, f"{form}|n") if rank(person) < rank(other) else (f"{form}|n", key)
        if margin(tallies[weak].scores, tallies[weak].stories) < 4:
            steps[weak] = Identity(strong, "the same name")


def rank(item: Tally) -> tuple[float, int]:
    """Order tallies by how well they are borne out."""
    return (margin(item.scores, item.stories) * item.stories, item.mentions)


def join_same(tallies: Mapping[str, Tally], steps: dict[str, Identity], book: AliasBook) -> None:
    """Join the well-known second names of countries and bodies (``US``, ``United States``)."""
    groups: dict[str, list[str]] = {}
    for key in tallies:
        form, kind = split_key(key)
        if kind == "n" and key not in steps:
            groups.setdefault(canonical(form), []).append(key)
    for target, keys in groups.items():
        if len(keys) < 2:
            continue
        root = f"{target}|n"
        if root not in tallies or root in steps:
            root = max(keys, key=lambda key: (" " in key, tallies[key].mentions, key))
        for key in keys:
            if key != root and (split_key(root)[0], split_key(key)[0]) not in book.parted:
                steps[key] = Identity(root, "another name for the same")


def join_tied(tallies: Mapping[str, Tally], steps: dict[str, Identity], book: AliasBook) -> None:
    """Give a short form that stands alone in a story to the one full name that other stories tie it to."""
    owners: dict[str, Counter[str]] = {}
    for key, item in tallies.items():
        for form, stories in item.tied.items():
            owners.setdefault(form, Counter())[key] += stories
    known = lexicon()
    for form, found in owners.items():
        counts: Counter[str] = Counter()
        for key, stories in found.items():
            counts[follow(key, steps).root] += stories
        root, stories = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
        if not owns(form, root, stories, sum(counts.values()), known) or (split_key(root)[0], form) in book.parted:
            continue
        for kind in ("p", "n"):
            key = f"{form}|{kind}"
            if key in tallies and key not in steps and key != root and fits(tallies[key], kind, root, stories):
                steps[key] = Identity(root, "short for the archive's only full name")


def owns(form: str, root: str, stories: int, total: int, known: Lexicon) -> bool:
    """Tell whether a full name owns a short form in stories that do not spell it out; common names need more."""
    full, kind = split_key(root)
    if kind == "p":
        if form in known.east_surnames:
            return stories >= 5 and stories >= SURE * total
        if form in known.family_names_common or form in known.given_names:
            return stories >= 3 and stories >= SURE * total
        return stories >= DOMINANT * total
    if form in known.common or form in known.famous or form in known.cities_large:
        return False
    generic = all(word in known.common or word in known.functional for word in full.split())
    return stories >= DOMINANT * total and (stories > 1 or not generic or len(form) > 3)


def fits(item: Tally, kind: str, root: str, stories: int) -> bool:
    """Tell whether a lone short form may be the owner's: of its class, and not a place in its own right."""
    person = split_key(root)[1] == "p"
    if person and kind == "n":
        borne = item.scores[PERSON] > 0 or max(item.scores) < THIN
        return borne and max(item.scores[1:]) < 2 * item.stories
    if not person and kind == "p":
        return item.scores[PERSON] < 2 * item.stories
    return person or best(item.scores) != PLACE or item.scores[PLACE] < item.scores[ORGANIZATION] + stories


def join_surnames(tallies: Mapping[str, Tally], steps: dict[str, Identity], book: AliasBook) -> None:
    """Give a lone surname to the archive's single dominant full name; never one that many people bear."""
    known = lexicon()
    owners: dict[str, Counter[str]] = {}
    for key, item in tallies.items():
        form, kind = split_key(key)
        if kind == "p" and " " in form and form.partition(" ")[0] not in WIVES:
            owners.setdefault(form.rpartition(" ")[2], Counter())[follow(key, steps).root] += item.stories
    for form, counts in owners.items():
        root, stories = max(counts.items(), key=lambda entry: (entry[1], entry[0]))
        if not owns(form, root, stories, sum(counts.values()), known) or (split_key(root)[0], form) in book.parted:
            continue
        for key in (f"{form}|p", f"{form}|n", *(f"{title} {form}|p" for title in WIVES)):
            if key not in tallies or key in steps or key == root or denies(key, root, known):
                continue
            if fits(tallies[key], split_key(key)[1], root, stories):
                steps[key] = Identity(root, "surname of the archive's only person of that name")


def denies(key: str, root: str, known: Lexicon) -> bool:
    """Tell whether a lone surname is a wife's (``Mrs. Brown``) and the full name not surely a woman's."""
    title = key.partition(" ")[0]
    return title in WIVES and root.partition(" ")[0] not in known.given_female


def join_initials(tallies: Mapping[str, Tally], steps: dict[str, Identity]) -> None:
    """Join a name with a middle initial to the same name without, unless two different initials are in the archive."""
    without: dict[str, list[str]] = {}
    for key in tallies:
        form, kind = split_key(key)
        words = form.split()
        if kind == "p" and len(words) > 2 and any(len(word) == 1 for word in words[1:-1]):
            bare = " ".join([words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]])
            without.setdefault(f"{bare}|p", []).append(key)
    for bare, keys in without.items():
        if bare in tallies and len(keys) == 1 and keys[0] not in steps:
            steps[keys[0]] = Identity(bare, "the same name without the initial")


def profile(keys: Iterable[str], root: str, tallies: Mapping[str, Tally], book: AliasBook | None = None) -> Profile:
    """Choose name and kind of an entity from all keys that belong to it."""
    scores = NONE
    for key in keys:
        scores = add(scores, tallies[key].scores)
    own = tallies[root]
    renamed = book.renamed.get(split_key(root)[0]) if book else None
    spelt = {name.casefold() for name in own.names if INNER_CAPITAL.search(name)}
    name = renamed or max(
        own.names,
        key=lambda shown: (
            not shown.isupper() or len(shown) < 6,
            INNER_CAPITAL.search(shown) is not None or shown.casefold() not in spelt,
            own.names[shown],
            len(shown),
            shown,
        ),
    )
    if max(scores) >= THIN:
        kind = best(scores)
        things = [thing for thing in own.kinds if thing in THINGS] if kind == OTHER else []
        return Profile(name, max(things, key=lambda thing: (own.kinds[thing], thing)) if things else KINDS[kind])
    return Profile(name, max(own.kinds, key=lambda kind: (own.kinds[kind], kind)))
