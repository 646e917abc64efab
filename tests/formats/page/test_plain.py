"""Text that is no newspaper page comes through as it stands; what shows its making is repaired."""

import random

import pytest

from tests.formats.page.scramble import SENTENCES
from tui_reader.formats.page import parse
from tui_reader.model import BlockType

SIGNED = "By Ana Costa Staff Writer March 22 2019 at 10:27 PM"
LONG = " ".join(SENTENCES[:4])


def _loose(seed: int, number: int) -> list[str]:
    """Give sentences as they lie about in notes and dumps: some without a full stop, some without a capital."""
    chance = random.Random(seed)
    sentences = [SENTENCES[0]]
    for sentence in chance.choices(SENTENCES, k=number):
        shape = chance.random()
        without_stop = sentence.removesuffix(".") if shape < 0.15 else sentence
        sentences.append(without_stop[0].lower() + without_stop[1:] if shape > 0.95 else without_stop)
    return sentences


@pytest.mark.parametrize("seed", range(8))
def test_a_list_of_sentences_stays_one_story_in_order(seed: int) -> None:
    """A sentence that lacks its full stop is not joined to the next, begins no story and is no inset."""
    sentences = _loose(seed, 200)
    (article,) = parse("\n\n".join(sentences), "s", "s.txt")
    assert article.text == "\n\n".join(sentences)
    assert {block.type for block in article.blocks} == {BlockType.PARAGRAPH}
    assert article.repairs == ()


def test_one_byline_makes_no_page_of_a_long_list() -> None:
    """Among hundreds of sentences a single line that reads like a byline is as rare as chance makes it."""
    sentences = _loose(3, 200)
    sentences[90] = f"{sentences[90].removesuffix('.')}."
    sentences.insert(91, SIGNED)
    (article,) = parse("\n\n".join(sentences), "s", "s.txt")
    assert article.text == "\n\n".join(sentences)


def test_long_stories_with_heads_are_parted() -> None:
    """A headline with its byline begins a story, however many whole paragraphs stand between two of them."""
    stories = [[f"The {word} returns", "By ANA COSTA", *SENTENCES, *SENTENCES] for word in ("ferry", "crane", "tram")]
    articles = parse("\n\n".join(line for story in stories for line in story), "s", "s.txt")
    assert [article.headline for article in articles] == [story[0] for story in stories]


def test_a_sentence_that_goes_on_in_small_letters_makes_a_page() -> None:
    """Cut columns without heads, bylines or credits are still rejoined."""
    left, right = LONG.split(" station", 1)
    (article,) = parse(f"{left}\n\n4 million visits since May\n\nstation{right}", "s", "s.txt")
    assert "a second pumping station." in article.text
    assert BlockType.CALLOUT in {block.type for block in article.blocks}
