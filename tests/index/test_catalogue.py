"""The catalogue: what a small archive's index finds, found among any number of names."""

from pathlib import Path

import pytest

from tests.bench.invent import Inventor
from tests.index.filing import delivery, filing, resolver
from tui_reader.index.catalogue import Catalogue
from tui_reader.index.store import Store

NAMES = ["Yangtze River", "New York Times", "World Health Organization", "Vientiane", "Afghanistan", "Lake Geneva"]


def catalogue(folder: Path, names: list[str], store: Store | None = None) -> tuple[Store, Catalogue]:
    store = store or Store(folder / "index.db")
    for start in range(0, len(names), 200):
        stories = [
            filing(f"s{start + number}", f"near {name}") for number, name in enumerate(names[start : start + 200])
        ]
        store.write([delivery(f"{start}", *stories)])
    list(store.settle(resolver))
    made = store.catalogue(folder / "names", building=True)
    list(made.list_due())
    return store, made


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("yangtze river", "Yangtze River"),
        ("y", "Yangtze River"),
        ("riv yang", "Yangtze River"),
        ("newyork", "New York Times"),
        ("who", "World Health Organization"),
        ("viantiane", "Vientiane"),
        ("afgahnistn", "Afghanistan"),
        ("laek genva", "Lake Geneva"),
    ],
)
def test_names_are_found_as_they_are_typed(tmp_path: Path, query: str, name: str) -> None:
    """Prefixes, slips, joins and acronyms lead to the name; nonsense leads to nothing that is not weak."""
    made = catalogue(tmp_path, NAMES)[1]
    assert made.search(query)[0].candidate.name == name
    assert all(match.weak for match in made.search("qwertyuiop"))
    assert made.search("  ") == []


def test_it_finds_what_the_small_index_finds(tmp_path: Path) -> None:
    """Its naive twin compares every name; the best of both are the same."""
    inventor = Inventor(seed=3, words=2000)
    names = [name.replace("-", " ").title() for name in inventor.names(1500)]
    store, made = catalogue(tmp_path, names)
    twin = store.small_index()
    assert twin is not None
    agreed = 0
    for number in range(100):
        query = inventor.slip(names[number * 7].lower(), number % 3)
        ours, whole = made.search(query, 1), twin.search(query, 1)
        agreed += bool(ours and whole and ours[0].candidate.name == whole[0].candidate.name)
    assert agreed >= 98


def test_it_follows_the_store(tmp_path: Path) -> None:
    """What comes and goes in the store comes and goes here, also over a restart and a lost folder."""
    store, made = catalogue(tmp_path, NAMES)
    store.write([delivery("late", filing("late", "near Ottawa"))])
    assert made.search("ottawa") == []
    list(made.list_due())
    assert made.search("ottawa")[0].candidate.name == "Ottawa"
    store.forget([b"late"])
    list(store.settle(resolver))
    assert [match for match in made.search("ottawa") if not match.weak] == []
    list(made.list_due())
    again = store.catalogue(tmp_path / "names")
    assert again.search("geneva")[0].candidate.name == "Lake Geneva"
    assert list(again.list_due()) == []
    (tmp_path / "names" / "version").unlink()
    with pytest.raises(FileNotFoundError):
        store.catalogue(tmp_path / "names")
    anew = store.catalogue(tmp_path / "names", building=True)
    assert sum(anew.list_due()) == len(NAMES)
    assert anew.search("geneva")[0].candidate.name == "Lake Geneva"


def test_only_one_process_lists_at_a_time(tmp_path: Path) -> None:
    """Who finds another at work leaves it to him."""
    store, made = catalogue(tmp_path, NAMES)
    writer = made._index.writer(15_000_000, 1)
    store.write([delivery("late", filing("late", "near Ottawa"))])
    assert list(made.list_due()) == []
    writer.wait_merging_threads()
    assert sum(made.list_due()) == 1


def test_of_many_equals_the_often_named_come_first(tmp_path: Path) -> None:
    """One letter meets every name; the one the archive speaks of most is the first."""
    store = Store(tmp_path / "index.db")
    store.write([delivery(f"{number}", filing(f"m{number}", "near Sardinia")) for number in range(70)])
    names = [
        f"S{first}{second}rin" for first in "abcdefghijklmnopqrstuvwxyz" for second in "abcdefghijklmnopqrstuvwxyz"
    ]
    made = catalogue(tmp_path, names, store)[1]
    assert made.search("s")[0].candidate.name == "Sardinia"
    assert made.search("sa")[0].candidate.name == "Sardinia"
