"""Echoes: insets that repeat the body's words."""

from tui_reader.formats.page.echoes import end_of_words, find_echoes, fold_words

BODY = "The board said that 40 stalls under the roof of the old station will open in May, the mayor said."
INSET = "40 stalls under the roof of the old station"


def _find(pieces: list[str], asked: list[int]) -> dict[int, int]:
    return find_echoes([fold_words(piece) for piece in pieces], asked)


def test_an_inset_repeats_the_body() -> None:
    """The echo is as long as the words agree, and its end is found in the inset's own text."""
    fused = f"{INSET} and the boats sail again."
    found = _find([BODY, fused], [1])
    assert found == {1: 9}
    assert fused[: end_of_words(fused, found[1])] == INSET


def test_an_interrupted_body_still_echoes() -> None:
    """The repeated words may be cut by a column, even inside a word."""
    left, right = BODY.split("ation")
    assert _find([left, "A caption stands here.", f"ation{right}", INSET], [3]) == {3: 9}


def test_beginnings_are_no_echo() -> None:
    """Two insets that begin alike repeat each other, not the body; short texts repeat nothing."""
    assert _find([INSET, INSET, "40 stalls"], [0, 1, 2]) == {0: 0, 1: 0, 2: 0}
