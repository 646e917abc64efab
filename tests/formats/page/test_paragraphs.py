"""Paragraphs given back to a run of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.page.scramble import SENTENCES
from tui_reader.formats.page.paragraphs import break_paragraphs
from tui_reader.formats.page.strand import slice_page
from tui_reader.text.sentences import split_sentences

TOGETHER = [
    '"We wait," the mayor said. "Nobody came."',
    "The pier opened in May. It is free.",
    "“One. Two. Three,” she said.",
    '"The pier is ready. The boats are not," said the harbour master.',
]


def _break(text: str) -> list[str]:
    return [strand.text for strand in break_paragraphs(slice_page(text, 0, len(text)))]


@pytest.mark.parametrize("text", TOGETHER)
def test_what_belongs_together_stays_together(text: str) -> None:
    """A quotation is not parted from its attribution or its own second half, nor a short follow-up from its fact."""
    assert _break(text) == [text]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12))
def test_paragraphs_have_one_to_three_sentences(sentences: list[str]) -> None:
    """Every sentence comes out once, in order, in paragraphs of at most three."""
    paragraphs = _break(" ".join(sentences))
    assert " ".join(paragraphs) == " ".join(sentences)
    assert all(len(split_sentences(paragraph)) <= 3 for paragraph in paragraphs)
