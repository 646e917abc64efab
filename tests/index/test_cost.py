"""What a query costs as a name, and that nothing is lost by not comparing every name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.index.cost import Form, Query, edits, meet, word_cost
from tui_reader.index.names import NameIndex
from tui_reader.index.ranking import Ranking
from tui_reader.model import Candidate, EntityKind

WORDS = (
    "Lake",
    "Laker",
    "Lakeside",
    "Leak",
    "River",
    "Rivers",
    "Rover",
    "of",
    "Geneva",
    "Genoa",
    "Bank",
    "Banking",
    "Li",
)
NAMES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12, unique=True
)


@pytest.mark.parametrize(
    ("query", "cheaper", "dearer"),
    [
        ("lake", "lake", "laker"),
        ("lake", "laker", "lakeside"),
        ("lake", "lakeside", "leak"),
        ("geneva", "genva", "genoa"),
        ("geneva", "gneeva", "feneva"),
        ("bank", "banking", "riverbank"),
    ],
)
def test_likeness_has_an_order(query: str, cheaper: str, dearer: str) -> None:
    """The same word, then its continuations, shorter first, then slips, fewer first, then what holds it."""
    low, high = word_cost(query, cheaper), word_cost(query, dearer)
    assert low is not None
    assert high is None or low < high


@pytest.mark.parametrize(
    ("query", "word"), [("li", "le"), ("oman", "iran"), ("lake", "rover"), ("geneva", "bank"), ("a", "ba")]
)
def test_some_words_cannot_be_meant(query: str, word: str) -> None:
    """Two letters hold no slip, five one, more two; nothing else is near."""
    assert word_cost(query, word) is None


@given(
    st.text(st.sampled_from("abcd"), min_size=1, max_size=9), st.text(st.sampled_from("abcd"), min_size=1, max_size=9)
)
def test_a_cost_is_bounded_by_slips(query: str, word: str) -> None:
    """Only the same word is free; none is met that is shorter by more than the slips allowed."""
    cost = word_cost(query, word)
    assert (cost == 0) == (query == word)
    if cost is not None and len(word) < len(query):
        assert len(query) - len(word) <= edits(len(query))


@given(
    NAMES,
    st.lists(
        st.sampled_from([*WORDS, "lak", "genva", "rivr", "lakegeneva", "bankng", "lg", "zz"]), min_size=1, max_size=3
    ),
)
def test_the_index_finds_what_comparing_every_name_finds(names: list[str], words: list[str]) -> None:
    """The naive twin compares the query with each name; answers, scores and order are the same."""
    query = " ".join(words).lower()
    candidates = [Candidate(key, name, EntityKind.OTHER, (), 1, key + 1) for key, name in enumerate(names)]
    twin = Ranking(Query.of(query))
    for candidate in candidates:
        twin.add(Form.of(candidate.key, candidate.name, candidate.mention_count))
    expected = twin.best(50, candidates.__getitem__)
    found = [match for match in NameIndex(candidates).search(query, 50) if not match.weak]
    assert found == expected


def test_nonsense_stays_over_the_bound() -> None:
    """A word that is not met costs more than a query of its length may."""
    query = Query.of("lake of qwertyuiop")
    met = meet(query, Form.of(0, "Lake Geneva", 1))
    assert met is None or met.cost > query.bound


def test_of_names_met_alike_the_one_written_like_the_query_comes_first() -> None:
    """A name of as many words comes before a longer one, and one that begins as typed before one that does not."""
    for asked, better, worse in (
        ("rottredam", "Rotterdam", "Port Rotterdam"),
        ("antwerp h", "Antwerp Harbour", "Port H Antwerp"),
    ):
        query = Query.of(asked)
        first, second = (meet(query, Form.of(0, written, weight)) for written, weight in ((better, 1), (worse, 2)))
        assert first is not None
        assert second is not None
        assert first.rank < second.rank
