"""Places: sources stand in the archive's order however they come, and stories are numbered without counting them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.index.filing import delivery, filing
from tui_reader.index.placing import SOURCE_STEP
from tui_reader.index.store import Store
from tui_reader.index.value import Delivery, Filing


def dated(story: str, date: str) -> Filing:
    made = filing(story, "one 7")
    return replace(made, article=replace(made.article, date=date))


def chain(names: Sequence[str], after: str) -> list[Delivery]:
    """Deliver files of one story, each behind the one before it."""
    return [
        delivery(name, filing(name), after=before) for before, name in zip([after, *names[:-1]], names, strict=True)
    ]


def order(store: Store) -> list[str]:
    return [row.id for row in store.read.stories(limit=5000)]


def test_a_file_can_come_before_all() -> None:
    """What is first in the folder is first in the archive, again and again."""
    store = Store(None)
    store.write([delivery("m", filing("m"))])
    for letter in "lkjihgfedcba":
        store.write([delivery(letter, filing(letter), after="")])
    assert order(store) == list("abcdefghijklm")


def test_many_files_share_the_room_between_two() -> None:
    """A batch of files that belong between two others finds room there, in order."""
    store = Store(None)
    store.write([delivery("a", filing("a")), delivery("z", filing("z"))])
    names = [f"b{number:03}" for number in range(SOURCE_STEP - 60)]
    store.write(chain(names, "a"))
    assert order(store) == ["a", *names, "z"]


def test_a_file_that_outgrows_its_place_gets_another() -> None:
    """No two stories ever stand at one place; who has no room left goes behind all."""
    store = Store(None)
    store.write([delivery("a", filing("a")), delivery("b", filing("b"))])
    grown = [filing(f"a-{number}") for number in range(SOURCE_STEP * 2)]
    store.write([delivery("a", *grown, size=2, after="")])
    assert sorted(order(store)) == sorted([*(f"a-{number}" for number in range(len(grown))), "b"])
    assert [store.read.number(row.place) for row in store.read.stories(limit=5000)] == list(range(1, len(grown) + 2))


FILES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 3)), max_size=30)


@settings(max_examples=60, deadline=None)
@given(FILES)
def test_numbers_follow_the_order(files: list[tuple[str, int]]) -> None:
    """Whatever comes, changes and goes: numbers count through, and each leads back to its story."""
    store, present = Store(None), set[str]()
    for name, stories in files:
        before = max((other for other in present if other < name), default="")
        store.write([delivery(name, *(filing(f"{name}{number}") for number in range(stories)), after=before)])
        present.add(name)
    rows = store.read.stories(limit=1000)
    assert [row.id[0] for row in rows] == sorted(row.id[0] for row in rows)
    for number, row in enumerate(rows, 1):
        assert store.read.number(row.place) == number
        assert store.read.numbered(number) == row
    assert store.read.numbered(len(rows) + 1) is None
    assert store.read.count() == len(rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["", "2020", "2020-05", "2021-03-04", "2021-03-05"]), max_size=12), st.integers(1, 5))
def test_stories_are_listed_by_date(dates: list[str], page: int) -> None:
    """Latest first, in the archive's order where dates are equal, undated last; pages join, numbers lead both ways."""
    store = Store(None)
    store.write([delivery(f"{number}", dated(f"s{number}", date)) for number, date in enumerate(dates)])
    store.forget([b"1"])
    expected = sorted(store.read.stories(), key=lambda row: row.date, reverse=True)
    listed, after = [], None
    while rows := store.read.stories_by_date(after, page):
        listed += rows
        after = (rows[-1].date, rows[-1].place)
    assert listed == expected
    for number, row in enumerate(expected, 1):
        assert store.read.dated(number) == row.place
        assert store.read.number_by_date(row) == number
    assert store.read.dated(len(expected) + 1) is None


@pytest.mark.parametrize("leftover", ["", "-wal"])
def test_an_index_of_an_earlier_layout_is_built_anew(tmp_path: Path, leftover: str) -> None:
    """What an older reader made is dropped with a word, and nothing of it is taken for the new."""
    path = tmp_path / "index.db"
    with Store(path) as store:
        store.write([delivery("a", filing("a"))])
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    if leftover:
        path.with_name(path.name + leftover).write_bytes(b"rubbish")
    with Store(path) as store:
        assert "earlier" in store.notice
        assert store.read.count() == 0
    with Store(path) as store:
        assert store.notice == ""
