"""Which names of many stories are one: what may become one shares a group, and little else does."""

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.annotate.entities import AliasBook, find_names
from tui_reader.archive.identity import named, resolver
from tui_reader.index.value import Identity, Named
from tui_reader.model import Article, Block, BlockType

TEXTS = (
    "Paul Vandermolen chairs the Bank of Utopia (BUT). Vandermolen spoke in Houma.",
    "Rates may fall, Vandermolen said. The BUT agreed.",
    "Mrs. Vandermolen came to Houma. The PLA Navy sailed.",
    "The United States and the Lena Water Authority (LWA) met. Ask the Chinese Ministry of Education.",
    "The US sold ships. Fishermen asked LWA for help. The Chinese Education Ministry wrote.",
    "Ana B. Ruiz, a farmer, left. Shares of Northwind Corp fell.",
    "Ana Ruiz came back. Northwind hired her. Ruiz smiled. So did Mr. Ruiz.",
    "The People's Liberation Army Navy met the Lima Water Authority. The Utopia Water Authority did not.",
    "Ruiz said so. In Orvanta the Federal Reserve fell; the Fed rose. Northwind Lumber Corp burned.",
)


def names_of(number: int) -> list[Named]:
    """Find the names of one of the texts as the index keeps them."""
    article = Article(f"story-{number}", "", (Block(BlockType.PARAGRAPH, TEXTS[number]),))
    return [named(entity) for entity in find_names(article)]


def evidence_of(numbers: Sequence[int]) -> tuple[dict[str, dict[str, int]], dict[str, set[str]]]:
    """Add up the evidence of some stories, and gather each key's groups."""
    evidence: dict[str, dict[str, int]] = {}
    groups: dict[str, set[str]] = {}
    for number in numbers:
        for name in names_of(number):
            counts = evidence.setdefault(name.key, {})
            for what, count in name.evidence.items():
                counts[what] = counts.get(what, 0) + count
            groups.setdefault(name.key, set()).update(name.groups)
    return evidence, groups


def web(key: str, groups: Mapping[str, set[str]]) -> set[str]:
    """Give the keys in reach of one by way of groups."""
    reached, frontier = {key}, [key]
    while frontier:
        mine = groups[frontier.pop()]
        near = {other for other, theirs in groups.items() if other not in reached and not mine.isdisjoint(theirs)}
        reached |= near
        frontier.extend(near)
    return reached


def shown(identities: Mapping[str, Identity], keys: set[str]) -> dict[str, tuple[str, str, str]]:
    """Give root, name and kind of some keys."""
    return {key: (identities[key].root, identities[key].name, identities[key].kind) for key in keys}


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(0, len(TEXTS) - 1), min_size=1))
def test_a_web_alone_settles_as_the_whole_archive_does(numbers: set[int]) -> None:
    """What shares no group never becomes one, so the keys in reach of one key are all that its identity needs."""
    evidence, groups = evidence_of(sorted(numbers))
    settle = resolver(AliasBook())
    whole = settle(evidence)
    for key in evidence:
        near = web(key, groups)
        assert shown(settle({name: evidence[name] for name in near}), near) == shown(whole, near)


def test_only_a_surname_groups_by_the_last_word() -> None:
    """Bodies that end in the same head noun are never looked at together."""
    _, groups = evidence_of([3, 7])
    assert "lima water authority|n" not in web("lena water authority|n", groups)
    _, groups = evidence_of([0, 1])
    assert "vandermolen|p" in web("paul vandermolen|p", groups) or "vandermolen|n" in web("paul vandermolen|p", groups)


def test_a_lone_surname_takes_the_single_full_name_and_says_why() -> None:
    """Across stories a surname is the archive's only bearer's, his wife's apart."""
    evidence, _ = evidence_of([0, 1, 2])
    identities = resolver(AliasBook())(evidence)
    lone = next(key for key in identities if key.startswith("vandermolen|"))
    assert identities[lone].root == "paul vandermolen|p"
    assert identities[lone].reason
    assert identities["mrs. vandermolen|p"].root == "mrs. vandermolen|p"
    assert identities["mrs. vandermolen|p"].name == "Mrs. Vandermolen"
