import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Article, Block, BlockType
from tui_reader.reflow import Flow
from tui_reader.reflow.room import MOST_ROWS, room

STORY = Article(
    "s",
    "s.md",
    (
        Block(BlockType.HEADLINE, "A bridge opens"),
        Block(BlockType.CAPTION, "The bridge at dusk", "An agency", "a.png"),
        Block(BlockType.PARAGRAPH, "It is long. " * 30),
        Block(BlockType.PARAGRAPH, "It is wide. " * 30, picture="b.png"),
    ),
)


@pytest.mark.parametrize(
    ("size", "cells", "height", "expected"),
    [
        ((1600, 1000), 64, 60, (64, 20)),
        ((1600, 1000), 64, 30, (58, 18)),
        ((1000, 4000), 64, 100, (14, 28)),
        ((30, 20), 64, 30, (30, 10)),
        ((4000, 20), 64, 30, (64, 1)),
        ((1, 1), 64, 30, (0, 0)),
        ((1600, 1000), 10, 30, (0, 0)),
        ((1600, 1000), 64, 4, (0, 0)),
    ],
)
def test_a_picture_has_the_room_of_its_shape(
    size: tuple[int, int], cells: int, height: int, expected: tuple[int, int]
) -> None:
    """As wide as the text, no larger than it is, and words stay in sight; what shows nothing has none."""
    assert room(size, cells, height, 0.5) == expected


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 300), st.integers(0, 200), st.floats(0.2, 1))
def test_a_room_never_leaves_the_page(width: int, tall: int, cells: int, height: int, aspect: float) -> None:
    """Whatever a picture's header says."""
    columns, rows = room((width, tall), cells, height, aspect)
    assert 0 <= columns <= cells
    assert 0 <= rows <= min(MOST_ROWS, height)
    assert bool(columns) == bool(rows)


@given(st.integers(20, 100), st.integers(1, 28), st.integers(1, 28))
def test_pictures_move_no_word(measure: int, first: int, second: int) -> None:
    """The same lines with the same offsets, with free rows over the blocks that have pictures, and nothing else."""
    bare, pictured = Flow(STORY, measure), Flow(STORY, measure, rooms={1: first, 3: second})
    lines = list(pictured.lines())
    assert [line for line in lines if line.picture_row < 0] == list(bare.lines())
    assert [line.picture_row for line in lines if line.picture_row >= 0] == [*range(first), *range(second)]
    assert all(STORY.blocks[line.block].picture and line.start == line.end for line in lines if line.picture_row >= 0)
    starts = [line.start for line in lines]
    assert starts == sorted(starts)


@given(st.integers(20, 100), st.integers(1, 28), st.integers(0, len(STORY.text) - 1))
def test_a_place_is_the_same_line_with_and_without_pictures(measure: int, rows: int, offset: int) -> None:
    """A picture that comes later leaves the words on the top line where they are."""
    bare, pictured = Flow(STORY, measure), Flow(STORY, measure, rooms={1: rows, 3: rows})
    assert pictured.line(pictured.cursor_at(offset)) == bare.line(bare.cursor_at(offset))


def test_a_paragraph_on_brings_its_picture() -> None:
    """Going from block to block, a picture is met before its caption."""
    flow = Flow(STORY, 60, rooms={1: 5})
    met = flow.paragraph(flow.start, 1)
    assert flow.line(met).picture_row == 0
    assert flow.line(flow.paragraph(met, 1)).block == 2
    assert flow.paragraph(flow.paragraph(met, 1), -1) == met


def test_a_story_that_begins_with_a_picture_begins_with_it() -> None:
    """Its start is the picture's first row."""
    flow = Flow(Article("s", "s", (Block(BlockType.CAPTION, "The bridge", picture="a.png"),)), 60, rooms={0: 4})
    assert flow.line(flow.cursor_at(0)).picture_row == 0
    assert flow.line(flow.cursor_at(3)).picture_row == -1
