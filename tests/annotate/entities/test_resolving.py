"""Across stories: counts that add up in any order."""

import random
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.annotate.entities import LocalEntity, Tally, find_names, profile, resolve, tally
from tui_reader.model import Article, Block, BlockType

TEXTS = (
    "Paul Vandermolen chairs the Bank of Utopia (BUT). Vandermolen spoke in Houma.",
    "Rates may fall, Vandermolen said. The BUT agreed.",
    "The United States and the Lena Water Authority (LWA) met.",
    "The US sold ships. Fishermen asked LWA for help. In Orvanta it rained.",
    "The town of Orvanta lies high. Ana Ruiz, a farmer, left.",
    "Ana B. Ruiz came back. Northwind Corp hired her.",
    "Northwind grew. Ruiz smiled, and Mrs. Ruiz left for Orvanta.",
)


def names_of(number: int) -> tuple[LocalEntity, ...]:
    """Find the names of one of the texts."""
    return find_names(Article(f"story-{number}", "", (Block(BlockType.PARAGRAPH, TEXTS[number]),)))


def entities_of(tallies: dict[str, Tally]) -> dict[str, tuple[str, str, int]]:
    """Give each root's name, kind and number of mentions."""
    members: dict[str, list[str]] = {}
    for key, identity in resolve(tallies).items():
        members.setdefault(identity.root, []).append(key)
    shown = {root: profile(keys, root, tallies) for root, keys in members.items()}
    return {
        root: (shown[root].name, shown[root].kind, sum(tallies[key].mentions for key in keys))
        for root, keys in members.items()
    }


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(TEXTS))))
def test_the_order_of_adding_does_not_matter(order: list[int]) -> None:
    """An index that grows story by story gets what building anew in any order would give."""
    grown: dict[str, Tally] = {}
    for number in order:
        tally(grown, names_of(number))
    built: dict[str, Tally] = {}
    for number in range(len(TEXTS)):
        tally(built, names_of(number))
    assert entities_of(grown) == entities_of(built)


def test_batches_add_up() -> None:
    """Tallies of two batches merge into the tallies of both."""
    whole: dict[str, Tally] = {}
    halves: list[dict[str, Tally]] = [{}, {}]
    for number in range(len(TEXTS)):
        tally(whole, names_of(number))
        tally(halves[number % 2], names_of(number))
    merged, rest = halves
    for key, item in rest.items():
        merged.setdefault(key, Tally()).merge(item)
    assert entities_of(merged) == entities_of(whole)


def test_a_story_is_read_alone() -> None:
    """Keys and mentions of a story do not change with what else is in the archive."""
    assert names_of(3) == names_of(3)
    assert all(entity.key.endswith(("|p", "|n")) for number in range(len(TEXTS)) for entity in names_of(number))


def test_every_key_has_a_root_that_is_its_own() -> None:
    """Ties never go in circles or end nowhere."""
    tallies: dict[str, Tally] = {}
    for number in range(len(TEXTS)):
        tally(tallies, names_of(number))
    identities = resolve(tallies)
    assert set(identities) == set(tallies)
    assert all(identities[identity.root].root == identity.root for identity in identities.values())


def test_ties_are_voted_on() -> None:
    """A short form that stories tie to two full names belongs to neither in a story that spells out none."""
    tallies: dict[str, Tally] = {}
    texts = ("The Lena Water Authority (LWA) met.", "The Lima Workers Alliance (LWA) met.", "Ask the LWA.")
    for number, text in enumerate(texts):
        tally(tallies, find_names(Article(str(number), "", (Block(BlockType.PARAGRAPH, text),))))
    assert resolve(tallies)["lwa|n"].root == "lwa|n"


def test_resolving_scales() -> None:
    """Ten thousand keys take well under a second: no step compares all with all."""
    shuffled = random.Random(5)
    tallies: dict[str, Tally] = {}
    entity = names_of(4)[0]
    for number in range(10_000):
        name = f"Name{shuffled.randrange(900)} Family{number}"
        tally(tallies, [LocalEntity(f"{name.lower()}|p", name, entity.kind, (4.0, 0.0, 0.0, 0.0), entity.mentions)])
    find: Callable[[], object] = lambda: resolve(tallies)  # noqa: E731
    assert find()
