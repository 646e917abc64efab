"""The store: what goes in comes out, in order, and nothing depends on the order it came in."""

import sqlite3
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.index.filing import delivery, filing, many, resolver
from tui_reader.index import entering, settling
from tui_reader.index.query import SQL
from tui_reader.index.store import Store
from tui_reader.index.value import Delivery
from tui_reader.model import Article, Block, BlockType, Origin, Repair, RepairKind

SIZES = (0, 1, 4, 300)


def filled(count: int, path: Path | None = None) -> Store:
    store = Store(path)
    deliveries = many(count)
    for start in range(0, count, 100):
        store.write(deliveries[start : start + 100])
    list(store.settle(resolver))
    return store


def content(store: Store) -> list[Any]:
    """Everything a reader can see, without the numbers of rows."""
    seen: list[Any] = []
    for row in store.read.stories(limit=1000):
        named = [
            (entity.name, entity.kind, entity.mentions, entity.stories, found)
            for entity, found in store.read.entities_of(row.place)
        ]
        seen.append((row.id, row.title, row.words, store.read.figures(row.place), named))
    entities = []
    for entity in store.read.entities(limit=1000):
        candidate = store.read.candidate(entity.key)
        assert candidate is not None
        mentions = [
            (mention.story, mention.start, mention.end) for mention in store.read.mentions(entity.key, limit=1000)
        ]
        entities.append(
            (candidate.name, candidate.aliases, candidate.mention_count, candidate.story_count, sorted(mentions))
        )
    return [sorted(seen, key=lambda row: str(row[0])), sorted(entities)]


@pytest.mark.parametrize("count", SIZES)
def test_pages_of_stories_follow_each_other(count: int) -> None:
    """Going on after the last row of a page gives every story once, forwards and backwards."""
    read = filled(count).read
    forwards, place = [], -1
    while page := read.stories(place, 7):
        forwards += [row.id for row in page]
        place = page[-1].place
    backwards = [row.id for row in read.stories_before(limit=1000)]
    assert forwards == [f"story-{number}" for number in range(count)] == backwards[::-1]
    assert read.count() == count


@pytest.mark.parametrize("count", SIZES)
def test_stories_are_numbered(count: int) -> None:
    """A story's number leads to the story and back."""
    read = filled(count).read
    for number, row in enumerate(read.stories(limit=1000), 1):
        assert read.number(row.place) == number
        assert read.numbered(number) == row
    assert read.numbered(0) is None
    assert read.numbered(count + 1) is None


@pytest.mark.parametrize("count", SIZES)
def test_mentions_are_walked_in_order(count: int) -> None:
    """Each step goes to the next mention in the archive, the last to nothing; numbers and pages agree."""
    read = filled(count).read
    entity = read.entities(limit=1)[0].key if count else 0
    walked, place, start = [], -1, -1
    while (mention := read.next_mention(entity, place, start)) is not None:
        walked.append(mention)
        place, start = mention.place, mention.start
    assert len(walked) == count
    assert walked == read.mentions(entity, limit=1000)
    for number, mention in enumerate(walked, 1):
        assert read.mention_number(entity, mention.place, mention.start) == number
        back = read.next_mention(entity, mention.place, mention.start, -1)
        assert back == (walked[number - 2] if number > 1 else None)
        assert (mention.start, mention.end) in read.mentions_in(entity, mention.place)
    assert [row.id for row, _ in read.stories_naming(entity, limit=1000)] == [mention.story for mention in walked]


@pytest.mark.parametrize("count", SIZES)
def test_figures_are_walked_in_order(count: int) -> None:
    """Figures come back as they were, and each step goes to the next of the archive."""
    read = filled(count).read
    place, start, values = -1, -1, []
    while found := read.next_figure(place, start):
        place, start = found[0], found[1].start
        values.append(found[1].value)
        assert found[1] in read.figures(place)
    assert values == [value for number in range(count) for value in (number + 2, number % 50, number)]


def test_articles_come_back_whole() -> None:
    """Blocks, repairs and the way to the raw page survive the store."""
    article = Article(
        "page-2",
        "page.txt",
        (Block(BlockType.HEADLINE, "Title \U0001f600"), Block(BlockType.PULLQUOTE, "“So it is.”", "the minister")),
        "A paper",
        "2021-05-04",
        (Repair(RepairKind.LIFTED, 0, 5, 10, 15, 0.5),),
        "raw text",
        (Origin(0, 10, 5),),
    )
    store = Store(None)
    story = filing("x")
    store.write([delivery("a", type(story)(article))])
    assert store.read.article(store.read.stories()[0].place) == article


def test_a_later_file_can_stand_between_two() -> None:
    """Order is the folder's, not that of arrival; two files of one stem keep two ids."""
    store = Store(None)
    store.write([delivery("a", filing("s", "One")), delivery("c", filing("t", "Two"))])
    store.write([delivery("b", filing("s", "Three"), filing("u", "Four"), after="a")])
    assert [row.id for row in store.read.stories()] == ["s", "s~2", "u", "t"]


def test_a_changed_file_keeps_its_place() -> None:
    """Delivering a file again replaces its stories where they stood."""
    store = filled(4)
    before = content(store)
    store.write([delivery("000001", filing("story-1", "New words of Ada Moor"), size=2)])
    assert [row.title for row in store.read.stories()][1].startswith("New words")
    stamp = store.read.stamp(b"000001")
    assert stamp is not None
    assert stamp.size == 2
    store.write([many(2)[1]])
    list(store.settle(resolver))
    assert content(store) == before


def test_writing_twice_changes_nothing() -> None:
    """The same delivery again leaves the same content."""
    store = filled(4)
    before = content(store)
    store.write(many(4))
    list(store.settle(resolver))
    assert content(store) == before


READ_ONLY = filled(40)
WORDS = st.lists(st.sampled_from(["Ada Moor", "Bo Moor", "Moor", "Bo", "river", "7", "Ada"]), min_size=1, max_size=6)
STEPS = st.lists(st.tuples(st.integers(0, 4), st.none() | WORDS, st.booleans()), max_size=12)


@settings(max_examples=60, deadline=None)
@given(STEPS, st.sampled_from([1, 2, 1000]))
def test_adding_later_is_building_anew(steps: list[tuple[int, list[str] | None, bool]], widest: int) -> None:
    """Whatever came, changed and went, however often settled: the content is that of a new index."""
    with patch.object(entering, "WIDEST_GROUP", widest), patch.object(settling, "WIDEST_GROUP", widest):
        store, files = Store(None), dict[str, Delivery]()
        for number, words, settled in steps:
            path = str(number)
            if words is None:
                store.forget([path.encode()])
                files.pop(path, None)
            else:
                files[path] = delivery(path, filing(f"story-{number}", " saw ".join(words)))
                store.write([files[path]])
            if settled:
                list(store.settle(resolver))
        list(store.settle(resolver))
        anew = Store(None)
        anew.write(list(files.values()))
        list(anew.settle(resolver))
        assert content(store) == content(anew)
        for table in ("groups", "forms", "names", "mentions", "stories", "bodies", "sources"):
            counts = [each._connection.execute(f"SELECT count(*) FROM {table}").fetchone() for each in (store, anew)]  # noqa: S608
            assert counts[0] == counts[1], table


def test_a_lone_surname_joins_and_parts_again() -> None:
    """Identity follows the evidence: a second bearer of the surname sets it free."""
    store = Store(None)
    store.write([delivery("a", filing("a", "met Ada Moor")), delivery("b", filing("b", "then Moor left"))])
    list(store.settle(resolver))
    (entity,) = store.read.entities()
    assert (entity.name, entity.mentions, entity.stories) == ("Ada Moor", 2, 2)
    store.write([delivery("c", filing("c", "met Bo Moor"))])
    list(store.settle(resolver))
    assert [entity.mentions for entity in store.read.entities()] == [1, 1, 1]


@pytest.mark.parametrize(
    ("query", "stories"),
    [
        ("rose 7 tons", 1),
        ("word77", 1),
        ("'word7", 1),
        ("word7", 11),
        ("ward3a", 6),
        ("river !ward3a", 294),
        ("oose", 0),
        ("", 0),
    ],
)
def test_text_is_found_story_by_story(query: str, stories: int) -> None:
    """Pages of hits follow each other and hold every story that answers."""
    read, found = filled(300).read, list[str]()
    place: int | None = -1
    while place is not None:
        page, place = read.find_text(query, place, limit=10)
        found += [story.id for story, hits in page if hits]
    assert len(found) == len(set(found)) == stories


def test_text_in_scripts_without_blanks_is_found() -> None:
    """A run of ideographs is found inside a longer one, a compound in both readings."""
    store = Store(None)
    store.write([delivery("a", filing("a", "在山西省太原市 Jin-neng and U.S. firms"))])
    for query in ("山西", "jinneng", "jin neng", "us firms", "jin-neng"):
        assert store.read.find_text(query)[0], query


@settings(deadline=None)
@given(st.text(max_size=40) | st.text(st.sampled_from("ab'!\" *^:(){}-+\\山é²"), max_size=60))
def test_any_text_query_is_answered(query: str) -> None:
    """Nothing that is typed is an error, and nothing is read as the language of the full-text engine."""
    found, place = READ_ONLY.read.find_text(query)
    assert place is None
    assert all(hits for _, hits in found)


def test_a_hostile_text_query_is_bounded() -> None:
    """The longest query, of the most terms and words, is answered in time."""
    begun = perf_counter()
    for query in ("word " * 100, "'a " * 100, '"wor wor" ' * 30, "-".join("wor" for _ in range(60)), "wor-wo " * 40):
        READ_ONLY.read.find_text(query)
    assert perf_counter() - begun < 5


SEARCHED = {
    name: sql.replace("?1", "?").replace("?2", "?").replace("?3", "?")
    for name, sql in SQL.items()
    if name not in {"stretches", "days", "unlisted"}
}
"""All but the short lists of stretches and dates and the queue of what is to be listed, which is read from its head."""


@pytest.mark.parametrize("name", SEARCHED)
def test_every_query_uses_an_index(name: str) -> None:
    """No query scans a table or sorts what it found."""
    connection = filled(4)._connection
    plan = connection.execute(f"EXPLAIN QUERY PLAN {SEARCHED[name]}", ["0"] * SEARCHED[name].count("?")).fetchall()
    details = " / ".join(row[3] for row in plan)
    assert "TEMP B-TREE" not in details
    for detail in details.split(" / "):
        assert not detail.startswith("SCAN") or "VIRTUAL TABLE" in detail or "subquery" in detail, detail


def test_a_damaged_index_is_set_aside(tmp_path: Path) -> None:
    """Rubbish and another program's file are kept as ``.damaged``, a later version is left alone; reading goes on."""
    path = tmp_path / "index.db"
    path.write_bytes(b"rubbish" * 1000)
    with Store(path) as store:
        assert "damaged" in store.notice
        assert store.read.count() == 0
    assert path.with_name("index.db.damaged").read_bytes().startswith(b"rubbish")
    path.unlink()
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE t (x)")
    foreign.close()
    with Store(path) as store:
        assert store.notice
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    with Store(path) as store:
        assert "later" in store.notice
        assert not store.kept


def test_a_torn_index_is_set_aside(tmp_path: Path) -> None:
    """Pages overwritten in the middle are noticed at start."""
    path = tmp_path / "index.db"
    filled(300, path).close()
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 40_000)
    with Store(path) as store:
        assert store.notice
        assert store.read.count() == 0


def test_without_a_place_to_write_memory_serves(tmp_path: Path) -> None:
    """A file where the folder should be costs the cache and no more."""
    (tmp_path / "file").write_text("")
    with Store(tmp_path / "file" / "index.db") as store:
        assert not store.kept
        assert "memory" in store.notice
        store.write(many(1))
        assert store.read.count() == 1


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    """An index opened again holds the same and says nothing."""
    path = tmp_path / "folder" / "index.db"
    before = content(filled(4, path))
    with Store(path) as store:
        assert store.notice == ""
        assert content(store) == before


def test_reading_goes_on_while_another_process_writes(tmp_path: Path) -> None:
    """A reader sees the last whole batch."""
    path = tmp_path / "index.db"
    writer, reader = Store(path), Store(path)
    writer._connection.execute("BEGIN IMMEDIATE")
    writer._connection.execute("INSERT INTO facts VALUES ('a', 'b')")
    assert reader.read.count() == 0
    assert reader.fact("a") == ""
    writer._connection.execute("COMMIT")
    assert reader.fact("a") == "b"


def test_a_batch_that_fails_leaves_nothing() -> None:
    """All or nothing: also the counts of names."""
    store = filled(4)
    before = content(store)
    broken = delivery("z", filing("z", "Ada Moor"))
    object.__setattr__(broken.filings[0], "figures", (None,))
    with pytest.raises(AttributeError):
        store.write([delivery("y", filing("y", "Ada Moor")), broken])
    list(store.settle(resolver))
    assert content(store) == before


def test_a_fact_that_is_known_already_changes_nothing() -> None:
    """Whoever shows the index sees no change in it where nothing was new."""
    store = Store(None)
    store.note("book", "one")
    before = store.read.version()
    store.note("book", "one")
    assert store.read.version() == before
    store.note("book", "two")
    assert store.read.version() != before
    assert store.fact("book") == "two"
