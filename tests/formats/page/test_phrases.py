"""Bylines, credits, speakers, notes and furniture, and what only looks like them."""

import pytest

from tui_reader.formats.page.bylines import Byline, byline_strength
from tui_reader.formats.page.credits import credit_start, inner_credit_end, is_credit
from tui_reader.formats.page.notices import FURNITURE, is_note
from tui_reader.formats.page.speakers import is_speaker, leading_speaker_end, speaker_start

BYLINES = [
    "By ANA COSTA",
    "*By Ana Costa, Harbour Editor*",
    "ANA COSTA in Porto",
    "Words: ANA COSTA",
    "Story by Ana Costa",
    "From Ana Costa in Porto",
    "From Our Own Correspondent",
    "Ana Costa | Staff Writer",
    "Ana Costa reports from Porto",
    "By Jean-Luc Moreau and Maria de Souza",
    "ANA ROBERTS, PORTO",
    "Jo Williams, Harbour Times",
]
NO_BYLINES = [
    "By the river, the town built a pier.",
    "Fire in Leeds",
    "By 2019 the pier was gone",
    "From the pier to the lock",
    "Health | Research",
    "The Harbour Board",
    "Words fail the town's poet in the end.",
    "PORT RAISES FEES, SHIPPERS SAY",
    "River Falls, Barges Wait",
    "GRAIN PRICES TO DROP, BOARD WARNS",
]
CREDITS = [
    "ANA COSTA / REUTERS",
    "Photo: Ana Costa",
    "(Picture: Ana Costa/AFP)",
    "© Ana Costa",
    "PHOTO BY ANA COSTA",
    "AFP",
]
NO_CREDITS = ["Pictures from the pier show high water.", "Ana Costa", "She sails.", "THE HARBOUR BOARD"]
SPEAKERS = ["— Ana Costa", "Ana Costa, head of the board", "ANA COSTA, a farmer", "- Ana Costa, Mayor of Porto"]
NO_SPEAKERS = ["The pier, which is free, is long.", "— With reporting from Ana Costa", "", "a farmer"]
NOTES = [
    "Ana Costa contributed to this story.",
    "Additional reporting by Ana Costa",
    "With reporting from Porto by Ana Costa",
    "Reporting by Ana Costa; Editing by Jo Brandt",
]
NO_NOTES = ["The rain contributed to the flood.", "The board has contributed to this research.", "He edits by hand."]


@pytest.mark.parametrize("text", BYLINES)
def test_bylines(text: str) -> None:
    """Many papers' bylines are known for what they are."""
    assert byline_strength(text) >= Byline.PLACED


@pytest.mark.parametrize("text", NO_BYLINES)
def test_no_bylines(text: str) -> None:
    """Sentences, headlines and section names are none."""
    assert byline_strength(text) < Byline.PLACED


@pytest.mark.parametrize("text", CREDITS)
def test_credits(text: str) -> None:
    """A credit has a label, a slash, an agency or a sign."""
    assert is_credit(text, alone=True)


@pytest.mark.parametrize("text", NO_CREDITS)
def test_no_credits(text: str) -> None:
    """A sentence, a bare name and a headline are none."""
    assert not is_credit(text, alone=True)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Boats leave the pier.", "ANA COSTA / FOR THE TIMES"),
        ("Boats leave the pier.", "ANA COSTA"),
        ("Boats leave the pier", "(Photo: Ana Costa)"),
        ("Boats leave at 6 p.m.", "[Ana Costa/Reuters]"),
    ],
)
def test_a_caption_ends_in_its_credit(caption: str, credit: str) -> None:
    """The credit begins behind the caption's last sentence, or at a bracket."""
    assert credit_start(f"{caption} {credit}") == len(caption) + 1


@pytest.mark.parametrize("text", ["The Harbour Trade Board (HTB).", "The boats belong to the HTB", "He told the BBC."])
def test_a_sentence_ends_in_no_credit(text: str) -> None:
    """Capitals inside a sentence are part of it."""
    assert credit_start(text) == -1


def test_body_text_right_behind_a_credit() -> None:
    """Small letters behind a credit are the unfinished body going on."""
    caption = "Boats leave the pier. ANA COSTA / REUTERS"
    assert inner_credit_end(f"{caption} of the old harbour, he said.", opened=True) == len(caption)
    assert inner_credit_end("The pier is long. US officials met in Porto today.", opened=True) == -1


@pytest.mark.parametrize("text", SPEAKERS)
def test_speakers(text: str) -> None:
    """A dash or a role tells who spoke."""
    assert is_speaker(text)


@pytest.mark.parametrize("text", NO_SPEAKERS)
def test_no_speakers(text: str) -> None:
    """Sentences and notes are none."""
    assert not is_speaker(text)


def test_speakers_stand_behind_or_before_the_quotation() -> None:
    """Both are split off at the right letter."""
    assert speaker_start('"We wait." — Ana Costa') == len('"We wait." ')
    assert leading_speaker_end('ANA COSTA, a farmer: "We wait."') == len("ANA COSTA, a farmer:")
    assert leading_speaker_end('The sign says: "We wait."') == -1
    assert speaker_start("HARBOUR BOARD REJECTS SAILORS' PIER CLAIMS") == -1
    assert speaker_start("‘We wait’ ANA COSTA") == len("‘We wait’ ")


@pytest.mark.parametrize("text", NOTES)
def test_notes(text: str) -> None:
    """Who else worked on a story is said in set phrases."""
    assert is_note(text)


@pytest.mark.parametrize("text", NO_NOTES)
def test_no_notes(text: str) -> None:
    """The same words in a sentence are none."""
    assert not is_note(text)


@pytest.mark.parametrize(
    "text", ["Continued on page 4", "See FERRY, page 3", "© 2024 The Post", "A12", "All rights reserved"]
)
def test_furniture(text: str) -> None:
    """Jump lines, rights and page numbers are furniture."""
    assert FURNITURE.match(text)
