"""The corpus in the full screen: nothing foreign reaches the terminal, everything paints and quits."""

import os
from pathlib import Path

import pytest

from tests.hostile.content import PAYLOADS, PLACES
from tests.hostile.corpus import Case, Outcome, build
from tests.hostile.screen import drive, foreign

EVERYTHING = " ".join(PAYLOADS.values())
PARTS = 8
QUICK = {"picture", "page"}
"""Places that stand for the others in a quick run."""
SHORT = ("space", "e", "escape")
"""Keys for the long run."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Case]]:
    """Build the corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    cases = build(folder)
    return folder, cases


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give the program a home of its own."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def test_what_is_foreign_is_told() -> None:
    """The test itself sees each payload in the output, and lets the reader's own sequences pass."""
    for name, payload in PAYLOADS.items():
        if not name.endswith("markup") and name != "screen":  # modes that are the reader's own are told by their order
            assert foreign(f"\x1b[1;38;2;3;4;5mtext{payload}\x1b[0m".encode("utf-8", "surrogateescape")), name
    assert foreign(b"\x1b[?1049h\x1b[2;3H\x1b[38;2;1;2;3mtext\r\n\x1b[0m\x1b[?25l\x1b[>1u\x1b[<u") == []


@pytest.mark.parametrize(
    "place", [pytest.param(place, marks=() if place in QUICK else pytest.mark.soak) for place in PLACES]
)
def test_every_payload_in_every_place(tmp_path: Path, home: Path, place: str) -> None:
    """One story full of everything that acts is only text, on every screen."""
    suffix, template = PLACES[place]
    path = tmp_path / f"story{suffix}"
    path.write_text(template.replace("@@", EVERYTHING), encoding="utf-8", errors="surrogateescape")
    assert drive([str(path)], home) == []
    assert drive([str(path)], home, keys=SHORT) == []  # painted from what was kept, before anything is read


def test_names_that_act(corpus: tuple[Path, list[Case]], home: Path) -> None:
    """File names show in lists, in the status line and in messages."""
    assert drive([str(corpus[0] / "names")], home) == []


@pytest.mark.parametrize("name", ["size-line-8m", "encoding-empty"])
def test_odd_inputs_paint_and_quit(corpus: tuple[Path, list[Case]], home: Path, name: str) -> None:
    """The largest and the smallest open like any other."""
    (case,) = (case for case in corpus[1] if case.name == name)
    assert drive([str(corpus[0] / os.fsdecode(case.path))], home) == []


@pytest.mark.soak
@pytest.mark.parametrize("part", range(PARTS))
def test_the_whole_corpus(corpus: tuple[Path, list[Case]], home: Path, part: int) -> None:
    """Every input that opens is painted, survives sizes and keys, and is left with ``q``."""
    folder, cases = corpus
    chosen = [case for case in cases if case.outcome is Outcome.OPENS and not case.is_slow][part::PARTS]
    paths = {case.name: os.fsdecode(os.fsencode(folder) + b"/" + case.path) for case in chosen}
    wrong = [f"{name}: {line}" for name, path in paths.items() for line in drive([path], home, keys=SHORT)]
    assert not wrong, "\n".join(wrong)
