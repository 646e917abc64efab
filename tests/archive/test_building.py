"""Bringing an index up to date with the files."""

import os
import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tui.reader import story, write_stories
from tui_reader.archive import Archive, building
from tui_reader.archive.building import Builder
from tui_reader.index.store import Store
from tui_reader.model import Mention


def keep(folder: Path, cache: Path) -> Archive:
    """Open an archive whose index is kept on disk however small it is."""
    archive = Archive([str(folder)], cache=cache, keep=True)
    archive.__dict__["index_folder"] = cache / "index"
    return archive


def build(folder: Path, cache: Path) -> tuple[Archive, int]:
    """Bring the index up to date; give the archive and the number of sources that were read."""
    archive = keep(folder, cache)
    *_, last = archive.read_on()
    archive.refresh()
    assert last.done
    return archive, last.read


def titles(archive: Archive) -> list[str]:
    """Give the titles in order."""
    return [row.title for row in archive.rows()]


def test_unchanged_files_are_never_read_again(tmp_path: Path) -> None:
    """A second run reads nothing; a changed, an added and a deleted file are picked up, in their place."""
    folder = write_stories(tmp_path / "stories")
    archive, read = build(folder, tmp_path / "cache")
    assert read == 4
    assert titles(archive)[0] == "Rotterdam counts its ships"
    assert build(folder, tmp_path / "cache")[1] == 0
    (folder / "story-2.md").write_text(story(2, 3).replace("Antwerp counts", "Antwerp mourns"), encoding="utf-8")
    (folder / "story-2b.md").write_text(story(3, 2).replace("Hamburg counts", "Bremen counts"), encoding="utf-8")
    (folder / "story-4.md").unlink()
    archive, read = build(folder, tmp_path / "cache")
    assert read == 2
    assert [title.split()[0:2] for title in titles(archive)] == [
        ["Rotterdam", "counts"],
        ["Antwerp", "mourns"],
        ["Bremen", "counts"],
        ["Hamburg", "counts"],
    ]


def test_a_touched_file_is_known_by_its_content(tmp_path: Path) -> None:
    """A new time alone is no change: size and hash are the same."""
    folder = write_stories(tmp_path / "stories")
    build(folder, tmp_path / "cache")
    os.utime(folder / "story-1.md", (1, 1))
    assert build(folder, tmp_path / "cache")[1] == 0


def test_building_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    """What was stored before a stop is not read again, and in the end nothing is missing."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(250):
        (folder / f"s{number:03}.md").write_text(story(1 + number % 4, 1), encoding="utf-8")
    stopped = keep(folder, tmp_path / "cache")
    next(progress for progress in stopped.read_on() if progress.read)
    stopped.store.close()
    archive, read = build(folder, tmp_path / "cache")
    assert read == 225
    assert len(archive) == 250


def entities(store: Store) -> set[tuple[str, str, int, int]]:
    return {(row.name, row.kind, row.mentions, row.stories) for row in store.read.entities(limit=1000)}


def mentions(store: Store) -> list[tuple[str, list[Mention]]]:
    """Give every story's mentions, each with its entity's name."""
    found = [store.read.entities_of(row.place) for row in store.read.stories(limit=1000)]
    return sorted(((row.name, list(mentions)) for story in found for row, mentions in story), key=repr)


_BOOK = 'ignore = ["Antwerp"]'


def test_other_aliases_hold_for_stories_that_are_there(tmp_path: Path) -> None:
    """What the user says of names is taken up from the index, without reading a file, and gives what reading would."""
    folder = write_stories(tmp_path / "stories")
    store, anew = Store(None), Store(None)
    list(Builder(store, [str(folder)]).steps())
    before = mentions(store)
    *_, last = Builder(store, [str(folder)], book=_BOOK).steps()
    assert last.read == 0
    list(Builder(anew, [str(folder)], book=_BOOK).steps())
    assert mentions(store) == mentions(anew) != before
    assert entities(store) == entities(anew)
    assert "Antwerp" not in {row.name for row in store.read.entities(limit=1000)}
    assert store.read.figures(store.read.stories()[0].place)


def test_a_change_of_aliases_that_was_stopped_is_finished(tmp_path: Path) -> None:
    """Stopped between any two stories, and also where the user takes the change back, all stories agree in the end."""
    folder = write_stories(tmp_path / "stories")
    store = Store(None)
    list(Builder(store, [str(folder)]).steps())
    before = mentions(store)
    with patch.object(building, "_RENAMED_AT_ONCE", 1):
        for book, steps in ((_BOOK, 2), (_BOOK, 3), ("", 1)):
            stopped = Builder(store, [str(folder)], book=book).steps()
            for _ in range(steps):
                next(stopped)
            del stopped
    list(Builder(store, [str(folder)]).steps())
    assert mentions(store) == before


_NAMES = ("Chen Ming", "Chen", "Ming River", "Ruhr", "Port of Genoa", "Genoa", "Anna Weber", "Weber")
_TEXTS = st.lists(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=4), min_size=1, max_size=5)
_BOOKS = st.permutations(_NAMES).map(
    lambda names: '[merge]\n"{}" = ["{}"]\n[split]\n"{}" = ["{}"]\n[rename]\n"{}" = "Gotham"\n'.format(*names)
) | st.sampled_from(_NAMES).map('ignore = ["{}"]'.format)


def write_texts(folder: Path, texts: list[list[str]]) -> None:
    for number, names in enumerate(texts):
        text = "\n\n".join(f"The minister met {name} in March, said {name} of the port." for name in names)
        (folder / f"s{number}.md").write_text(f"# Story {number}\n\n{text}\n", encoding="utf-8")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS, st.lists(_BOOKS | st.just(""), min_size=1, max_size=3))
def test_changing_aliases_is_building_anew(texts: list[list[str]], books: list[str]) -> None:
    """Whatever the user said before, the entities are those of a new index."""
    with tempfile.TemporaryDirectory() as home:
        write_texts(Path(home), texts)
        store, anew = Store(None), Store(None)
        for book in books:
            list(Builder(store, [home], book=book).steps())
        list(Builder(anew, [home], book=books[-1]).steps())
        assert entities(store) == entities(anew)
        assert mentions(store) == mentions(anew)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_adding_stories_later_gives_the_same_entities(texts: list[list[str]]) -> None:
    """Identity is settled as stories come; the result is that of building anew."""
    with tempfile.TemporaryDirectory() as home:
        grown = Store(None)
        for number in range(len(texts)):
            write_texts(Path(home), texts[: number + 1])
            list(Builder(grown, [home]).steps())
        anew = Store(None)
        list(Builder(anew, [home]).steps())
        assert entities(grown) == entities(anew)
