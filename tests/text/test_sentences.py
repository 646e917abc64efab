"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.sentences import ends_sentence, sentence_ends, split_sentences

PAIRS = [
    ("The river rose.", "It fell again."),
    ("The chip is less than 6 in.", "The maker is small."),
    ("It moved to the U.S.", "The board agreed."),
    ("They met at 10 a.m.", "The talks went on."),
    ("Prices rose 3.5 percent.", "Rents did not."),
    ("“Who pays?”", "The town does."),
    ('"We stay," he said.', '"We have to."'),
    ("It was vitamin C.", "The doctor said so."),
    ("Nobody said no.", "Reporters waited."),
    ("He came in.", "Rain fell."),
    ("The firm is Delta Grain Co.", "It sells oats."),
    ("It closed in 2019.", "45 people left."),
    ("He laughed...", "Then he left."),
    ("(It was late.)", "Nobody came."),
]
WHOLE = [
    "Mr. Lee and Dr. Wu met Gen. Grant on Dec. 29 in St. Paul.",
    "J. K. Lee met the U.S. Treasury at 10 a.m. Monday.",
    "It made $31.53 million in No. 5 pit, e.g. in coal.",
    "“Why now?” he asked, and “Never!” they cried.",
    "The ... paper was late.",
    "Delta Inc. shares fell vs. Gamma Ltd. bonds.",
]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_sentences_are_two(first: str, second: str) -> None:
    """A full stop ends a sentence where another one plainly begins, after a unit or an abbreviation too."""
    text = f"{first} {second}"
    assert [text[span.start : span.end] for span in split_sentences(text)] == [first, second]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_one(text: str) -> None:
    """Titles, initials, dates, decimals, firms and questions inside a sentence do not end it."""
    assert [text[span.start : span.end] for span in split_sentences(text)] == [text]


@pytest.mark.parametrize("text", ["It ended.", "It ended.”", "Did it?", "the U.S.", "less than 6 in.", "It ended.)"])
def test_an_end_may_stand_at_the_end(text: str) -> None:
    """A text that stops at a full stop, a question mark or their closing quotation marks is whole."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "It went on", "It went to Mr.", "by J.", "on Dec.", "cells, and", "the hub:"])
def test_a_text_may_stop_short(text: str) -> None:
    """A title, an initial, a month's short form or no stop at all leave a sentence unfinished."""
    assert not ends_sentence(text)


@given(st.text(alphabet="aB.?!\"'”) \n1", max_size=60))
def test_every_letter_is_in_one_sentence(text: str) -> None:
    """Sentences are in order, do not overlap, and leave out blanks only."""
    spans = split_sentences(text)
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert list(sentence_ends(text)) == sorted(sentence_ends(text))


def test_a_long_line_is_linear() -> None:
    """A line of full stops and quotation marks costs no more than its length."""
    assert len(sentence_ends("." * 300_000 + ' "' * 100_000 + "A. " * 50_000)) < 60_000
