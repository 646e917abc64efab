"""A damaged, foreign or missing index: the reader starts, everything is there, and at most one notice is given."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from tests.index.fault_sweep import content, in_child, index, read_once, write_stories
from tui_reader.archive.archive import Archive

STORIES = 160
NAMES = 100
"""Names that make a catalogue here."""


def overwritten(at: float, data: bytes) -> Callable[[Path], object]:
    """Give a damage that overwrites a stretch, from a share of the file on."""

    def damage(folder: Path) -> None:
        path = folder / "stories.sqlite"
        with path.open("r+b") as file:
            file.seek(int(path.stat().st_size * at))
            file.write(data)

    return damage


def cut(share: float) -> Callable[[Path], object]:
    """Give a damage that cuts the file short."""

    def damage(folder: Path) -> None:
        path = folder / "stories.sqlite"
        os.truncate(path, int(path.stat().st_size * share))

    return damage


def told(*statements: str) -> Callable[[Path], object]:
    """Give a damage that is done in SQL."""

    def damage(folder: Path) -> None:
        connection = sqlite3.connect(folder / "stories.sqlite", isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return damage


def replaced(name: str, make: Callable[[Path], object]) -> Callable[[Path], object]:
    """Give a damage that puts something else in a file's or folder's place."""

    def damage(folder: Path) -> None:
        path = folder / name
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink(missing_ok=True)
        make(path)

    return damage


def foreign(path: Path) -> None:
    """Make another program's database."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.execute("INSERT INTO bookmark VALUES ('precious')")
    connection.commit()
    connection.close()


def in_catalogue(act: Callable[[Path], object], pattern: str = "*") -> Callable[[Path], object]:
    """Give a damage of files of the catalogue."""

    def damage(folder: Path) -> None:
        for path in sorted((folder / "names").glob(pattern)):
            act(path)

    return damage


def zeroed(path: Path) -> None:
    """Make zeros of a file."""
    path.write_bytes(bytes(path.stat().st_size))


def halved(path: Path) -> None:
    """Cut a file in two."""
    os.truncate(path, path.stat().st_size // 2)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": rmtree,
    "no file": lambda folder: (folder / "stories.sqlite").unlink(),
    "empty file": lambda folder: os.truncate(folder / "stories.sqlite", 0),
    "ten bytes": lambda folder: os.truncate(folder / "stories.sqlite", 10),
    "a page": lambda folder: os.truncate(folder / "stories.sqlite", 8192),
    "a third": cut(1 / 3),
    "a half": cut(1 / 2),
    "most": cut(0.97),
    "odd size": lambda folder: os.truncate(folder / "stories.sqlite", 8192 * 5 + 1234),
    "no head": overwritten(0, bytes(100)),
    "no schema": overwritten(0.00001, bytes(8000)),
    "zeros early": overwritten(0.1, bytes(8192 * 3)),
    "zeros in the middle": overwritten(0.5, bytes(8192 * 3)),
    "zeros late": overwritten(0.9, bytes(8192 * 3)),
    "noise early": overwritten(0.2, os.urandom(9000)),
    "noise in the middle": overwritten(0.6, os.urandom(9000)),
    "zeros from a page on": overwritten(0.3, bytes(200_000)),
    "text": replaced("stories.sqlite", lambda path: path.write_text("dear diary")),
    "noise": replaced("stories.sqlite", lambda path: path.write_bytes(os.urandom(50_000))),
    "another program's": replaced("stories.sqlite", foreign),
    "a folder": replaced("stories.sqlite", lambda path: (path / "in").mkdir(parents=True)),
    "a pipe": replaced("stories.sqlite", os.mkfifo),
    "a link to nowhere": replaced("stories.sqlite", lambda path: path.symlink_to("/nowhere/at/all")),
    "a link to itself": replaced("stories.sqlite", lambda path: path.symlink_to(path.name)),
    "a device": replaced("stories.sqlite", lambda path: path.symlink_to("/dev/full")),
    "another log": lambda folder: (folder / "stories.sqlite-wal").write_bytes(os.urandom(40_000)),
    "a folder as log": lambda folder: (folder / "stories.sqlite-wal").mkdir(),
    "a table less": told("DROP TABLE forms"),
    "an index less": told("DROP INDEX names_by_root"),
    "another's mark": told("PRAGMA application_id = 42"),
    "a later version": told("PRAGMA user_version = 999"),
    "an earlier version": told("PRAGMA user_version = 1"),
    "no catalogue": replaced("names", lambda _: None),
    "empty catalogue": replaced("names", Path.mkdir),
    "file as catalogue": replaced("names", Path.touch),
    "catalogue without version": in_catalogue(Path.unlink, "version"),
    "catalogue of zeros": in_catalogue(zeroed),
    "catalogue cut": in_catalogue(halved),
    "catalogue without its list": in_catalogue(Path.unlink, "meta.json"),
    "catalogue without files": in_catalogue(Path.unlink, "*.*"),
    "catalogue that may not be read": in_catalogue(lambda path: path.chmod(0)),
    "catalogue locked": in_catalogue(Path.touch, ".tantivy-writer.lock"),
}


def made_anew(folder: Path) -> dict[str, object]:
    """Make the index and close it in order, so that its file holds everything."""
    archive = index(folder / "stories", folder / "cache")
    found = content(archive)
    archive.store.close()
    return {"content": found}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, str]]:
    """Give an archive, its index in a cache, and what the index answers."""
    folder = tmp_path_factory.mktemp("archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui_reader.archive.building.deliver", None)
        patch.setattr("tui_reader.archive.building.SMALL_NAMES", NAMES)
        patch.setattr("tui_reader.archive.named.SMALL_NAMES", NAMES)
        write_stories(folder / "stories", STORIES)
        read_once(folder / "stories")
        code, found = in_child(lambda: made_anew(folder))
        assert code == 0, found
        assert next((folder / "cache" / "index").glob("*/names/meta.json")).exists()
        yield folder / "stories", folder / "cache", str(found["content"])


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_index(made: tuple[Path, Path, str], tmp_path: Path, name: str) -> None:
    """Whatever lies where the index should: the archive is whole, one notice at most, and the next start is silent."""
    stories, template, expected = made
    cache = tmp_path / "cache"
    copytree(template, cache)
    (folder,) = (cache / "index").iterdir()
    DAMAGES[name](folder)

    def start() -> dict[str, object]:
        archive = Archive([str(stories)], cache=cache, keep=True)
        archive.read_first(None)
        archive.read_all()
        return {"content": content(archive), "notice": archive.notice}

    code, found = in_child(start)
    assert code == 0, found["fault"]
    assert found["content"] == expected
    assert found["notice"].isprintable()
    code, again = in_child(start)
    assert (code, again.get("content")) == (0, expected), again
    if name not in {"a later version", "a folder as log", "a link to nowhere", "a link to itself", "a device"}:
        assert again["notice"] == ""


def test_what_is_not_ours_is_kept(made: tuple[Path, Path, str], tmp_path: Path) -> None:
    """Another program's file, and a later version's, are there afterwards, byte for byte."""
    stories, template, _ = made
    cache = tmp_path / "cache"
    copytree(template, cache)
    (folder,) = (cache / "index").iterdir()
    path = folder / "stories.sqlite"
    for number in range(3):
        path.unlink()
        foreign(path)
        before = path.read_bytes()
        in_child(lambda: {"stories": len(index(stories, cache))})
        kept = [file.read_bytes() for file in folder.glob("*.damaged*")]
        assert kept.count(before) == number + 1
    told("PRAGMA user_version = 999")(folder)
    before = path.read_bytes()
    in_child(lambda: {"stories": len(index(stories, cache))})
    assert path.read_bytes() == before


@pytest.mark.parametrize("place", ["a file", "a file in the way", "read-only", "locked"])
def test_no_place_to_write(made: tuple[Path, Path, str], tmp_path: Path, place: str) -> None:
    """Where the index cannot be written it is kept in memory, with one notice."""
    stories, template, expected = made
    cache = tmp_path / "cache"
    holder = None
    if place == "a file":
        cache.write_text("mine")
    elif place == "a file in the way":
        cache.mkdir()
        (cache / "index").write_text("mine")
    else:
        copytree(template, cache)
        (file,) = cache.glob("index/*/stories.sqlite")
        if place == "locked":
            (stories / "extra.md").write_text("# One more\n\nThe Ouse rose.\n")
            holder = sqlite3.connect(file, isolation_level=None)
            holder.execute("BEGIN IMMEDIATE")

    def start() -> dict[str, object]:
        if place == "read-only":
            for path in sorted(cache.rglob("*"), reverse=True):
                path.chmod(0o555 if path.is_dir() else 0o444)
            if os.getuid() == 0:
                os.setuid(65534)
        archive = Archive([str(stories)], cache=cache, keep=True)
        archive.read_first(None)
        archive.read_all()
        return {"stories": len(archive), "notice": archive.notice}

    parents = [tmp_path, *tmp_path.parents][:4]
    modes = {path: path.stat().st_mode for path in parents}
    try:
        for path in parents:
            path.chmod(0o755)
        stories.parent.chmod(0o755)
        code, found = in_child(start)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
        if holder is not None:
            holder.close()
            (stories / "extra.md").unlink()
    assert code == 0, found["fault"]
    assert int(found["stories"]) == STORIES + (place == "locked")
    assert "memory" in found["notice"] or place == "read-only"
    assert expected
