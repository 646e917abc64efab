import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.discover import Skipped, discover, natural_order


def names(folder: Path) -> list[str]:
    """Give what is found under a folder, relative to it."""
    return [str(found.relative_to(folder)) for found in discover(folder) if isinstance(found, Path)]


def test_stories_come_in_natural_order(tmp_path: Path) -> None:
    """Page 9 stands before page 10; a folder's own files before those of its folders."""
    for name in ["page 10.md", "Page 9.md", "b/2.md", "b/a/1.md", "a/3.TXT", "picture.jpg", "notes", "10/x.html"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert names(tmp_path) == ["Page 9.md", "page 10.md", "10/x.html", "a/3.TXT", "b/2.md", "b/a/1.md"]


def test_hidden_and_backup_names_are_left_out(tmp_path: Path) -> None:
    """What editors and systems leave behind is no story."""
    for name in [".hidden.md", "a.md~", "#a.md#", "~$a.md", ".git/x.md", "a.md.bak", "a.md"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert names(tmp_path) == ["a.md"]


def test_links_are_followed_and_loops_end(tmp_path: Path) -> None:
    """Every file and folder is met once, whatever links lead to it."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story.md").write_text("x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to("a")
    (tmp_path / "a" / "same.md").symlink_to("story.md")
    os.link(tmp_path / "a" / "story.md", tmp_path / "a" / "twin.md")
    assert len(names(tmp_path)) == 1


def test_bad_entries_are_named_once(tmp_path: Path) -> None:
    """A pipe, a broken link and a link to itself are told of; the rest is found."""
    os.mkfifo(tmp_path / "pipe.md")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken.md").symlink_to("nowhere")
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "folder.md" / "in.md").write_text("x")
    (tmp_path / os.fsdecode(b"bad\xff\x1b.md")).write_text("x")
    found = list(discover(tmp_path))
    skipped = {Path(each.source).name: each.why for each in found if isinstance(each, Skipped)}
    assert skipped.keys() == {"broken.md", "pipe.md", "self.md"}
    assert "named pipe" in skipped["pipe.md"]
    assert [path.name for path in found if isinstance(path, Path)] == [os.fsdecode(b"bad\xff\x1b.md"), "in.md"]


def test_a_missing_folder_is_told_of(tmp_path: Path) -> None:
    """The walk itself never fails."""
    (only,) = discover(tmp_path / "missing")
    assert isinstance(only, Skipped)


def test_deep_folders_do_not_exhaust_the_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand levels are walked, or told of, without recursion."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        os.mkdir("d")  # noqa: PTH102 - a path this long cannot be given whole
        os.chdir("d")
    (tmp_path / "a.md").write_text("x")
    assert names(tmp_path) == ["a.md"]
    for _ in range(1200):
        os.chdir("..")
        os.rmdir("d")  # noqa: PTH106 - as above


@given(st.lists(st.text("0123456789ab²٣/", max_size=8)))
def test_any_names_can_be_ordered(some: list[str]) -> None:
    """Digits of every script, and of any number, have their order."""
    keys = [natural_order(name) for name in some]
    assert sorted(keys)[:1] == ([min(keys)] if keys else [])
