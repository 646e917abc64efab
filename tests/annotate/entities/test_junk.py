"""Third: names that are none."""

from collections.abc import Callable

import pytest

from tui_reader.model import Entity

Found = Callable[..., dict[str, Entity]]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Red tourism grows. Grasping the chance, villagers built inns.", "a sentence's first word"),
        ("However, prices fell. Meanwhile, rents rose.", "a functional word"),
        ("I’m late. You’re early. Don't wait.", "a contraction"),
        ("It opened on Monday, March 3, in Spring.", "a date"),
        ("The Chinese and the French agreed.", "bare nationalities"),
        ("The President met the Prime Minister.", "titles alone"),
        ("Offloading took hours. Landmines remain. Interviewees wept.", "derived words that no dictionary lists"),
        ("Anti-corruption work goes on. Eighty-six were hurt.", "plain compounds"),
        ("Nineteen MPs wrote URLs by hand.", "plural acronyms of plain things"),
        ("Shr rose. Mths fell.", "abbreviations without a vowel"),
        ("The CEO and the CFO left.", "acronyms of offices"),
        ("OLD TOWN, NEW ROADS, it read.", "a slogan in capitals"),
        ("Shares <XYZ.N> rose.", "a ticker"),
        ("The Board of Directors met.", "house-style capitals"),
        ("Tlie roof fell. Tbe men ran.", "a misread small word"),
        ("Rival firms met.", "a describing word at the front"),
    ],
)
def test_no_name_is_found(found: Found, text: str, why: str) -> None:
    """These capitals are not names."""
    assert not found(text), why


def test_a_badly_scanned_text_gives_no_misread_words(found: Found) -> None:
    """Where many words are misread, an unknown word at a sentence's start is one more of them."""
    misread = (
        "tbe men aud tbe wonien wcre iu tbe towii wlien tlie raiu feil ou tbe roofs oi tbe houscs aud tbe bams while "
        "peopie frora every quarler came witli tbeir borses aud carls over tbe briclge before tbe niglit was gone "
    )
    entities = found(f"Tbeir leader spoke. {misread}near Boston. Tlien it stopped.")
    assert set(entities) == {"Boston"}


def test_a_capital_mid_sentence_is_believed(found: Found) -> None:
    """A word no dictionary has, capitalised where no sentence starts, is a name."""
    assert "Caijiaya" in found("Trains now stop in Caijiaya daily.")
