"""Between the annotator's entities and the index's names: counts that add up on the way in, identity on the way out."""

from collections.abc import Mapping
from functools import lru_cache

from tui_reader.annotate.entities import AliasBook, LocalEntity, Tally, profile, resolve
from tui_reader.annotate.entities.same import canonical
from tui_reader.index.value import Identity, Named, Resolver
from tui_reader.model import EntityKind

_FINE = 1 << 16
"""Evidence is a fraction; whole parts of it add up in any order without a remainder."""


def named(entity: LocalEntity) -> Named:
    """Give a story's entity as the index keeps it."""
    evidence = {"stories": 1}
    evidence |= {f"score:{number}": round(score * _FINE) for number, score in enumerate(entity.scores) if score}
    evidence[f"name:{entity.name}"] = len(entity.mentions)
    evidence[f"kind:{entity.kind}"] = len(entity.mentions)
    for form, _ in entity.tied:
        evidence[f"tied:{form}"] = 1
    return Named(entity.key, entity.name, entity.kind, entity.mentions, evidence, _groups(entity))


def _groups(entity: LocalEntity) -> tuple[str, ...]:
    """Give everything by which a key may become one with another: its form, its short forms, a person's surname.

    Keys that share none are never looked at together, so a group must hold all that ``resolve`` may join, and little
    else: the last word of a name is a group only where it is a surname.
    """
    form, _, kind = entity.key.rpartition("|")
    groups = {form, *(tied for tied, _ in entity.tied)}
    words = form.split()
    if kind == "n":
        groups.add(canonical(form))
    elif len(words) > 1:
        groups.add(words[-1])
        groups.add(" ".join([words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]]))
    return tuple(sorted(groups))


def resolver(book: AliasBook) -> Resolver:
    """Give the function that settles which keys are one entity; the user's aliases have the last word."""

    def settle(evidence: Mapping[str, Mapping[str, int]]) -> Mapping[str, Identity]:
        tallies = {key: _tally(counts) for key, counts in evidence.items()}
        steps = resolve(tallies, book)
        members: dict[str, list[str]] = {}
        for key, step in steps.items():
            members.setdefault(step.root, []).append(key)
        shown = {root: profile(keys, root, tallies, book) for root, keys in members.items()}
        return {
            key: Identity(step.root, shown[step.root].name, shown[step.root].kind, step.reason)
            for key, step in steps.items()
        }

    return settle


def _tally(counts: Mapping[str, int]) -> Tally:
    """Read one key's evidence back."""
    tally = Tally(counts.get("stories", 0))
    scores = [0.0, 0.0, 0.0, 0.0]
    for what, count in counts.items():
        field, _, value = what.partition(":")
        if field == "score":
            scores[int(value)] = count / _FINE
        elif field == "name":
            tally.names[value] = count
        elif field == "kind":
            tally.kinds[EntityKind(value)] = count
            tally.mentions += count
        elif field == "tied":
            tally.tied[value] = count
    tally.scores = (scores[0], scores[1], scores[2], scores[3])
    return tally


@lru_cache(maxsize=4)
def read_book(text: str) -> AliasBook:
    """Give the user's aliases from their file's text; raise ``UsageProblem`` where it cannot be read."""
    return AliasBook.read(text)
