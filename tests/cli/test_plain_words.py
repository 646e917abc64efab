"""What the commands say to a person: units, whole words, which name was taken."""

from pathlib import Path

import pytest

from tui_reader.__main__ import main

_STORY = """---
title: The ferry to Porto stops
byline: By the river desk
date: 2024-02-02
---

The old ferry that crossed the wide river to Porto every single morning has stopped, and the people who lived from its
many passengers in the harbour of Porto are now looking for other work along the banks.
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    """Give a story with a date."""
    path = tmp_path / "ferry.md"
    path.write_text(_STORY)
    return str(path)


def test_list_names_unit_and_date(capsys: pytest.CaptureFixture[str], story: str) -> None:
    """A number has its unit; a date stands where it is known."""
    main(["list", story])
    out = capsys.readouterr().out
    assert " words  The ferry to Porto stops  By the river desk · 2024-02-02" in out


def test_contexts_are_cut_between_words(capsys: pytest.CaptureFixture[str], story: str) -> None:
    """What is left out is told by a sign, and no word is cut in two."""
    main(["search", "has stopped", story])
    line = next(line for line in capsys.readouterr().out.splitlines() if "has stopped" in line)
    left, _, right = line.strip().partition("has stopped")
    right = right.partition("  ")[0]
    assert left.startswith("…")
    assert right.endswith("…")
    words = _STORY.replace(",", "").split()
    assert set(left.strip("… ").split()) <= set(words)
    assert set(right.strip("…, ").split()) <= set(words)


def test_without_alone_says_what_it_lacks(capsys: pytest.CaptureFixture[str], story: str) -> None:
    """A query of nothing but words to leave out is told to be one."""
    main(["search", "!ferry", story])
    assert "names nothing to look for" in capsys.readouterr().err


def test_the_name_taken_for_a_typo_is_named(capsys: pytest.CaptureFixture[str], story: str) -> None:
    """A near miss is answered with the name that it was taken for."""
    main(["mentions", "portto", story])
    assert "for “portto”: Porto" in capsys.readouterr().err


def test_config_alone_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """The defaults are what is asked for most."""
    assert main(["config"]) == 0
    assert "high-contrast, terminal" in capsys.readouterr().out
