"""The table of words: asked word by word, it answers as if it were a dictionary."""

import pytest

from tui_reader.formats.page.lexicon import band, called_for


@pytest.mark.parametrize(
    ("word", "expected"), [("the", 1), ("The", 1), ("a", 1), ("river", 1), ("isn't", 4), ("zzgrblx", 0), ("", 0)]
)
def test_a_word_is_as_common_as_the_table_says(word: str, expected: int) -> None:
    """Case does not count; what the table does not have is in no band."""
    assert band(word) == expected


@pytest.mark.parametrize("part", ["vers", "|", "the|", "the |"])
def test_a_part_of_a_line_is_no_word(part: str) -> None:
    """Neither parts of words nor the table's own marks are words."""
    assert band(part) == 0


def test_a_word_calls_for_a_preposition() -> None:
    """Some words are mostly followed by one preposition, most by none."""
    assert called_for("focuses") == "on"
    assert called_for("river") == ""
