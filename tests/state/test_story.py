import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.state import ReadingState, StoryKey, identify
from tui_reader.state.story import alike

SOURCE = b"/news/page.txt"


def invent(seed: int, words: int = 300) -> str:
    """Invent a story; two seeds share words, but no run of them to speak of."""
    chance = random.Random(seed)
    endings = ("n", "ver", "ta", "dio", "l")
    vocabulary = [first + last for first in ("ra", "to", "mi", "sel", "or") for last in endings]
    return " ".join(chance.choices(vocabulary, k=words)).capitalize()


def edited(text: str, seed: int, every: int = 12) -> str:
    chance = random.Random(seed)
    return " ".join("new" if chance.randrange(every) == 0 else word for word in text.split())


def read_stories(folder: Path, *stories: StoryKey) -> ReadingState:
    state = ReadingState.open(folder)
    for story in stories:
        state.set_read(story)
    return state


@settings(deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_a_key_depends_on_the_text_alone(one: str, other: str) -> None:
    assert identify(SOURCE, 1, one) == identify(SOURCE, 1, one)
    if len(one) >= 40 and one != other:
        assert identify(SOURCE, 1, one).digest != identify(SOURCE, 1, other).digest


def test_edited_texts_are_alike_and_strangers_are_not() -> None:
    """The threshold lies well between one word in twelve changed and another story in the same vocabulary."""
    for seed in range(100):
        sketch = identify(SOURCE, 1, invent(seed)).sketch
        assert alike(sketch, identify(SOURCE, 1, edited(invent(seed), seed)).sketch)
        assert not alike(sketch, identify(SOURCE, 1, invent(seed + 1000)).sketch)


def test_an_edited_story_is_the_same(tmp_path: Path) -> None:
    text = invent(1)
    state = read_stories(tmp_path, identify(SOURCE, 1, text))
    assert state.is_read(identify(SOURCE, 1, edited(text, 2)))
    state.close()


def test_a_story_put_in_before_does_not_take_its_state(tmp_path: Path) -> None:
    """Stories of a file that move down by one keep what is theirs; the new first one has nothing."""
    first, second, new = invent(1), invent(2), invent(3)
    state = read_stories(tmp_path, identify(SOURCE, 1, first))
    assert not state.is_read(identify(SOURCE, 1, new))
    assert state.is_read(identify(SOURCE, 2, first))
    assert state.is_read(identify(SOURCE, 2, edited(first, 5)))
    assert not state.is_read(identify(SOURCE, 3, second))
    state.set_read(identify(SOURCE, 2, first))
    state.keep_place(identify(SOURCE, 1, new), 5, new)
    assert state.read_among([(SOURCE, 1), (SOURCE, 2), (SOURCE, 3)]) == {(SOURCE, 2)}
    state.close()


def test_a_file_that_was_renamed_is_known_but_a_copy_is_another(tmp_path: Path) -> None:
    text = invent(4)
    old = tmp_path / "old.md"
    old.write_text(text)
    state = read_stories(tmp_path / "state", identify(bytes(old), 1, text))
    new = tmp_path / "new.md"
    new.write_text(text)
    assert not state.is_read(identify(bytes(new), 1, text))
    old.unlink()
    assert state.is_read(identify(bytes(new), 1, text))
    state.close()


def test_the_standard_input_is_known_by_its_text(tmp_path: Path) -> None:
    """Whatever was piped in before, the same text has the same state, and another one its own."""
    one, other = invent(5), invent(6)
    state = read_stories(tmp_path, identify(b"-", 1, one))
    assert not state.is_read(identify(b"-", 1, other))
    state.keep_place(identify(b"-", 1, other), 7, other)
    assert state.is_read(identify(b"-", 1, one))
    assert state.place(identify(b"-", 1, other), other) == 7
    state.close()


def test_short_stories_are_known_by_where_they_stand(tmp_path: Path) -> None:
    """A text of three words may well stand twice; it lends its state to no other."""
    state = read_stories(tmp_path, identify(SOURCE, 1, "No news today"), identify(SOURCE, 4, ""))
    assert state.is_read(identify(SOURCE, 1, "No news today"))
    assert state.is_read(identify(SOURCE, 4, ""))
    assert not state.is_read(identify(SOURCE, 2, "No news today"))
    assert not state.is_read(identify(SOURCE, 5, ""))
    state.close()
