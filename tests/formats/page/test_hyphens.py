"""Words broken at a line's end."""

import pytest

from tui_reader.formats.page.hyphens import Vocabulary, is_broken, seam

JOINED = [
    ("indus-", "trial"),
    ("eco-friend-", "ly"),
    ("some-", "thing"),
    ("cab-", "bages"),
    ("modern-", "ising"),
    ("yester¬", "day"),
    ("har\u00ad", "bour"),
    ("Mc-", "Donald"),
    ("Xing-", "xian"),
    ("super-", "computers"),
    ("INTER-", "NATIONAL"),
]
KEPT = [
    ("high-", "efficiency"),
    ("Taiyuan-", "Xinzhou"),
    ("mid-", "1987"),
    ("4-", "inch"),
    ("hard-to-", "catch"),
    ("non-", "market"),
    ("pre-", "Budget"),
    ("north-", "east"),
    ("OPEC-", "led"),
    ("one-", "man"),
    ("re-", "established"),
]


@pytest.mark.parametrize(("left", "right"), JOINED)
def test_a_broken_word_is_joined(left: str, right: str) -> None:
    """The hyphen that only the line's end needed goes."""
    found = seam(f"the {left}", f"{right} of", Vocabulary(""))
    assert (found.drop, found.between) == (1, "")


@pytest.mark.parametrize(("left", "right"), KEPT)
def test_a_compound_keeps_its_hyphen(left: str, right: str) -> None:
    """A compound broken at its own hyphen keeps it."""
    found = seam(f"the {left}", f"{right} of", Vocabulary(""))
    assert (found.drop, found.between) == (0, "")


def test_the_page_s_own_words_have_the_first_say() -> None:
    """What the page prints whole elsewhere decides, whatever the table says."""
    assert seam("the roll-", "out", Vocabulary("The rollout began.")).drop == 1
    assert seam("the some-", "thing", Vocabulary("A some-thing.")).drop == 0


def test_a_suspended_hyphen_stays_apart() -> None:
    """A first part that shares its second ("three- and six-month") is a word of its own."""
    found = seam("three-", "and six-month bills", Vocabulary(""))
    assert (found.drop, found.between) == (0, " ")


@pytest.mark.parametrize("text", ["a dash --", "a dash –", "- ", "", "end."])
def test_a_dash_breaks_no_word(text: str) -> None:
    """Only a hyphen right after a letter or figure breaks a word."""
    assert not is_broken(text)
