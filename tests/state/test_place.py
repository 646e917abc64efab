import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.state import find_again, remember
from tui_reader.state.place import CONTEXT

WORDS = [f"{first}{last}" for first in ("rive", "boa", "me", "trai", "stat", "ly", "wh") for last in "rtns"] + [
    f"{first}{last}"
    for first in ("canal", "gate", "mill", "flood", "road", "agency", "farm")
    for last in ("", "s", "ed")
]
WORDS += ["the", "of", "in", "to", "and", "a"] * 4


def invent(seed: int, words: int = 600) -> str:
    """Invent a story of sentences and paragraphs."""
    chance = random.Random(seed)
    text = ""
    while len(text.split()) < words:
        sentence = " ".join(chance.choices(WORDS, k=chance.randint(5, 18)))
        text += sentence.capitalize() + chance.choice((". ", ". ", ".\n\n"))
    return text.strip()


def word_starts(text: str) -> list[int]:
    return [i for i in range(len(text)) if text[i].isalnum() and (i == 0 or not text[i - 1].isalnum())]


def word_at(text: str, offset: int) -> str:
    return text[offset:].split(maxsplit=1)[0].strip(".").casefold()


@settings(deadline=None)
@given(st.text(max_size=400), st.integers(-5, 500))
def test_in_the_same_text_the_offset_is_exact(text: str, offset: int) -> None:
    """Whatever the text, and though it repeats itself."""
    kept = remember(text, offset)
    assert find_again(text, kept) == kept.offset == min(max(offset, 0), len(text))


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(0, 200), st.text(max_size=200))
def test_any_other_text_gives_an_offset_within_it_or_none(text: str, offset: int, other: str) -> None:
    found = find_again(other, remember(text, offset))
    assert found is None or 0 <= found <= len(other)


@settings(deadline=None)
@given(st.integers(0, 200), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["insert", "delete"]))
def test_an_edit_elsewhere_moves_the_place_along(seed: int, place: int, edit: int, kind: str) -> None:
    """A paragraph put in or taken out away from the place leaves the reader at his very word."""
    text = invent(seed)
    starts = word_starts(text)
    offset, at = starts[place % len(starts)], starts[edit % len(starts)]
    if abs(at - offset) < 2 * CONTEXT or (kind == "delete" and at < offset < at + 3 * CONTEXT):
        at = 0 if offset > 4 * CONTEXT else len(text)
    changed = text[:at] + "Completely unrelated additions stand here. " * 4 + text[at:]
    moved = len(changed) - len(text)
    if kind == "delete":
        changed = text[:at] + text[at + CONTEXT :]
        moved = len(changed) - len(text)
    expected = offset + (moved if at < offset else 0)
    assert find_again(changed, remember(text, offset)) == expected


def reworded(text: str, offset: int, chance: random.Random, share: float) -> tuple[str, int]:
    """Change a share of the words, but not the one at the offset; give the new text and where that word went."""
    pieces, target, position = [], 0, 0
    for start in [*word_starts(text)]:
        pieces.append(text[position:start])
        end = start
        while end < len(text) and text[end].isalnum():
            end += 1
        if start == offset:
            target = sum(map(len, pieces))
        changed = start != offset and chance.random() < share
        pieces.append(
            chance.choice(("", "quite", "new words", text[start:end].upper())) if changed else text[start:end]
        )
        position = end
    return "".join([*pieces, text[position:]]), target


@pytest.mark.parametrize("share", [0.02, 0.05, 0.1])
def test_a_reworded_text_keeps_the_word(share: float) -> None:
    """With every tenth word changed all over the text, the place is found to the word nearly always."""
    chance = random.Random(5)
    exact = near = 0
    for seed in range(60):
        text = invent(seed)
        offset = chance.choice(word_starts(text))
        changed, target = reworded(text, offset, chance, share)
        found = find_again(changed, remember(text, offset))
        exact += found == target
        near += found is not None and abs(found - target) <= 60
    assert exact >= 57
    assert near >= 59


def test_page_repair_that_joins_and_divides_keeps_the_word() -> None:
    """A newer repair undoes hyphens, joins lines and moves a caption: the word is the same."""
    old = (
        "The ferry com-\npany said on Mon-\nday that boats would\nnot leave the har-\nbour before the storm has\n"
        "passed. Pictured: the pier at noon. Travellers were told to\n"
        "wait in the old customs house near the market square."
    )
    new = (
        "The ferry company said on Monday that boats would not leave the harbour before the storm has passed. "
        "Travellers were told to wait in the old customs house near the market square.\n\nPictured: the pier at noon."
    )
    for word in ("ferry", "boats", "storm", "Travellers", "customs", "Pictured", "pier"):
        found = find_again(new, remember(old, old.index(word)))
        assert found is not None
        assert new[found:].startswith(word)


def test_a_word_that_went_leaves_the_reader_where_it_stood() -> None:
    text = invent(3)
    offset = word_starts(text)[200]
    word = word_at(text, offset)
    changed = text[:offset] + text[offset + len(word) :].lstrip()
    found = find_again(changed, remember(text, offset))
    assert found is not None
    assert abs(found - offset) <= 3


def test_another_story_is_not_mistaken() -> None:
    """Where the words are gone there is no place, rather than a wrong one."""
    kept = remember("Sugar prices fell in Santos after rain had reached the cane fields of the interior. " * 3, 90)
    assert find_again(invent(1), kept) is None
    assert find_again("", kept) is None


@pytest.mark.parametrize(
    ("text", "offset"),
    [("a " * 100_000, 100_000), ("x" * 400_000, 200_000), ("ab " * 70_000 + "end", 5), ("\n" * 300_000, 9)],
)
def test_monotonous_text_costs_no_more(text: str, offset: int) -> None:
    """Text that repeats itself without end, changed all over, is answered in a moment."""
    kept = remember(text.replace("a", "c", 5), offset)
    started = time.perf_counter()
    find_again(text.replace("a b", "ab").replace("a a", "a  b a"), kept)
    find_again(text.upper(), remember(text, offset))
    assert time.perf_counter() - started < 3
