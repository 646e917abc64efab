"""Edits of the user's aliases: one line each, everything else as the user wrote it."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.annotate.entities import AliasBook
from tui_reader.archive import repair
from tui_reader.archive.repair import Repaired
from tui_reader.model import UsageProblem

OWN = """# my names, with care

ignore = [
    "Fog",  # weather
]

[merge] # twins
Danube = "Donau" # German
"Rhine" = [
    "Rhein",
    'Rhin',   # French
]

[rename]
Wien = "Vienna"  # as in English
"""

BLANK_SAFE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
NAMES = st.lists(BLANK_SAFE, min_size=1, max_size=3).map(" ".join)


def changed(repaired: Repaired) -> tuple[int, int]:
    """Count the lines added and taken away, but for heads of sections."""
    lines = [line for line in repaired.lines if not line[2:].startswith("[")]
    return sum(line[0] == "+" for line in lines), sum(line[0] == "-" for line in lines)


@pytest.mark.parametrize(
    ("repaired", "line", "counts"),
    [
        (repair.merge(OWN, "Danube", ["Duna"]), 'Danube = ["Donau", "Duna"] # German', (1, 1)),
        (repair.merge(OWN, "rhine", ["Reno"]), '    "Reno",', (1, 0)),
        (repair.merge(OWN, "Oder", ["Odra"]), '"Oder" = ["Odra"]', (1, 0)),
        (repair.split(OWN, "Danube", "the River"), '"Danube" = ["the River"]', (1, 0)),
        (repair.split(OWN, "Rhine", "Rhin"), '    "Rhein",', (0, 1)),
        (repair.rename(OWN, "Wien", "Wienna"), '"Wien" = "Wienna"  # as in English', (1, 1)),
        (repair.rename(OWN, "Vienna", "Wienna"), '"Wien" = "Wienna"  # as in English', (1, 1)),
        (repair.rename(OWN, "Elbe", "Labe"), '"Elbe" = "Labe"', (1, 0)),
        (repair.ignore(OWN, "Mist"), '    "Mist",', (1, 0)),
        (repair.merge("", "Oder", ["Odra"]), '"Oder" = ["Odra"]', (1, 0)),
        (repair.ignore("", "Mist"), 'ignore = ["Mist"]', (1, 0)),
        (repair.ignore("[merge]\nA = 'B'\n", "Mist"), 'ignore = ["Mist"]', (1, 0)),
    ],
)
def test_a_repair_is_one_line(repaired: Repaired, line: str, counts: tuple[int, int]) -> None:
    """The line is there, no other has changed, and the file still reads."""
    assert line in repaired.after.split("\n")
    assert changed(repaired) == counts
    AliasBook.read(repaired.after)


def test_every_comment_of_the_user_stays() -> None:
    """Whatever is repaired, the user's comments are there afterwards."""
    text = OWN
    for edit in (repair.merge(text, "Danube", ["Duna"]), repair.rename(text, "Wien", "W"), repair.ignore(text, "X")):
        for comment in ("# my names, with care", "# weather", "# twins", "# German", "# French", "# as in English"):
            assert comment in edit.after


def test_what_the_file_says_already_changes_nothing() -> None:
    """The same repair twice is one."""
    once = repair.merge("", "Oder", ["Odra"]).after
    assert repair.merge(once, "Oder", ["odra"]).after == once
    once = repair.ignore("", "Mist").after
    assert repair.ignore(once, "Mist").after == once


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ('[merge]\nA = ["B"]\n', "C", "B"),  # merged into another name already
        ('[merge]\nA = ["B"]\n', "B", "A"),  # a circle
        ("merge = { A = ['B'] }\n", "A", "C"),  # a table on one line
    ],
)
def test_what_cannot_be_written_is_refused(text: str, name: str, other: str) -> None:
    """A repair that contradicts the file, or would have to rewrite it, says so and changes nothing."""
    with pytest.raises(UsageProblem):
        repair.merge(text, name, [other])


@given(NAMES, NAMES)
def test_any_name_can_be_written(name: str, new: str) -> None:
    """Quotes, backslashes and signs of TOML in a name are written as the name, and read back."""
    after = repair.rename(OWN, name, new).after
    assert new.strip() in tomllib.loads(after)["rename"].values()
    assert name.strip() in tomllib.loads(repair.ignore(OWN, name).after)["ignore"]


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """What somebody else has written since is not lost."""
    path = tmp_path / "aliases.toml"
    path.write_text(OWN, "utf-8")
    repaired = repair.ignore(OWN, "Mist")
    path.write_text(OWN + "# more\n", "utf-8")
    with pytest.raises(UsageProblem, match="meanwhile"):
        repair.save(path, repaired)
    assert path.read_text("utf-8") == OWN + "# more\n"


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """Aliases kept elsewhere, behind a link, stay there."""
    kept, link = tmp_path / "kept.toml", tmp_path / "aliases.toml"
    kept.write_text(OWN, "utf-8")
    link.symlink_to(kept)
    repair.save(link, repair.ignore(OWN, "Mist"))
    assert link.is_symlink()
    assert '"Mist"' in kept.read_text("utf-8")
