"""Search over names held in memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.index.names import NameIndex
from tui_reader.model import Candidate, EntityKind

NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Yangtze River", ("Chang Jiang",)),
    ("Yellow River", ()),
    ("Xi’an Museum", ()),
    ("Jin-neng Holding Group", ("Jin-neng",)),
    ("World Health Organization", ()),
    ("Northern University of Technology", ()),
    ("Lake Geneva", ()),
    ("New York Times", ()),
    ("Vientiane", ()),
    ("Afghanistan", ()),
)


def index() -> NameIndex:
    return NameIndex(
        Candidate(key, name, EntityKind.OTHER, aliases, 1, 1 + key) for key, (name, aliases) in enumerate(NAMES)
    )


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("yangtze river", "Yangtze River"),
        ("chang jiang", "Yangtze River"),
        ("yel", "Yellow River"),
        ("yelow rivr", "Yellow River"),
        ("xian", "Xi’an Museum"),
        ("xi'an m", "Xi’an Museum"),
        ("jinneng", "Jin-neng Holding Group"),
        ("jin neng", "Jin-neng Holding Group"),
        ("who", "World Health Organization"),
        ("technology university", "Northern University of Technology"),
        ("lakegeneva", "Lake Geneva"),
        ("newyork", "New York Times"),
        ("viantiane", "Vientiane"),
        ("afgahnistn", "Afghanistan"),
        ("ghanistan", "Afghanistan"),
        ("gorup holdign", "Jin-neng Holding Group"),
        ("the yellow river", "Yellow River"),
        ("mr geneva", "Lake Geneva"),
    ],
)
def test_names_are_found_as_they_are_typed(query: str, name: str) -> None:
    """Prefixes, slips, joins, acronyms, aliases and any order of words lead to the name."""
    found = index().search(query)
    assert found[0].candidate.name == name
    assert not found[0].weak
    assert 50 <= found[0].score <= 100


@pytest.mark.parametrize("query", ["", " ", "'", "qwertyuiop", "Buenos Aires", "basketball", "zz", "🙂", "x" * 5000])
def test_nonsense_is_refused(query: str) -> None:
    """What names nothing in the archive answers nothing but what is marked weak."""
    assert all(match.weak for match in index().search(query))


def test_the_nearest_is_offered_when_nothing_answers() -> None:
    """A query just beyond the bound is answered by weak matches, worth less than any answer."""
    found = index().search("afgnaistnxa")
    assert [match.candidate.name for match in found] == ["Afghanistan"]
    assert found[0].weak
    assert found[0].score < 50


def test_an_exact_word_comes_before_a_prefix_and_a_prefix_before_a_slip() -> None:
    """The order of likeness is the order of the list."""
    names = NameIndex(
        Candidate(key, name, EntityKind.PLACE, (), 1, 1) for key, name in enumerate(("Lyoni", "Lyonne", "Lyon"))
    )
    assert [match.candidate.name for match in names.search("lyon")] == ["Lyon", "Lyoni", "Lyonne"]


def test_of_equal_names_the_more_often_named_comes_first() -> None:
    """Mention counts decide between equals."""
    names = NameIndex(
        Candidate(key, name, EntityKind.PERSON, (), 1, count)
        for key, (name, count) in enumerate((("Li Shan", 1), ("Li Chen", 40)))
    )
    assert [match.candidate.name for match in names.search("li")] == ["Li Chen", "Li Shan"]


def test_what_was_met_is_highlighted() -> None:
    """Spans point at the letters typed, in the form as written."""
    for query, lit in (("xian mus", ["Xi’an", "Mus"]), ("newyork", ["New", "York"]), ("who", ["W", "H", "O"])):
        match = index().search(query)[0]
        assert [match.matched[span.start : span.end] for span in match.spans] == lit


def test_one_line_an_entity() -> None:
    """An entity whose name and alias both answer stands in the list once, by its better form."""
    found = index().search("jin neng")
    assert [match.candidate.key for match in found].count(3) == 1


@given(st.text(max_size=30))
def test_any_query_is_answered_within_its_limits(query: str) -> None:
    """No query fails; scores fall along the list; spans lie inside the form."""
    found = index().search(query, limit=3)
    assert len(found) <= 3
    assert all(0 <= span.start < span.end <= len(match.matched) for match in found for span in match.spans)


@given(st.sampled_from([name for name, _ in NAMES]))
def test_every_name_finds_itself_first(name: str) -> None:
    """A name typed whole is the first answer, with the highest score."""
    found = index().search(name)
    assert found[0].candidate.name == name
    assert found[0].score == 100
