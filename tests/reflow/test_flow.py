"""An article laid out a screenful at a time."""

from time import perf_counter

import pytest

from tui_reader.model import Article, Block, BlockType, Line
from tui_reader.reflow import Cursor, Flow, Options, lead


def _article(*blocks: Block) -> Article:
    return Article("story", "story.md", blocks)


def _drawn(article: Article, measure: int = 40) -> list[str]:
    """Give every line as it would be drawn, attributions marked."""
    lines = Flow(article, measure).lines()
    return [" " * line.indent + "— " * line.attribution + article.text[line.start : line.end] for line in lines]


STORY = _article(
    Block(BlockType.HEADLINE, "New bridge opens"),
    Block(BlockType.BYLINE, "By our own reporter"),
    Block(BlockType.PARAGRAPH, "The bridge over the river was opened on Dec 29 after two years of work."),
    Block(BlockType.CAPTION, "The bridge seen from the southern bank.", "River Agency"),
    Block(BlockType.PULLQUOTE, "We can now cross at any hour.", "the mayor"),
    Block(BlockType.LIST_ITEM, "Length: 1,200 meters"),
    Block(BlockType.LIST_ITEM, "2. Cost: a sum of 31.5 million, paid in full"),
    Block(BlockType.PARAGRAPH, "It is open."),
)


def test_each_block_stands_in_its_own_way() -> None:
    """Blank lines part blocks but not a list's items; insets are indented; attributions stand alone."""
    assert _drawn(STORY, 36) == [
        "New bridge opens",
        "",
        "By our own reporter",
        "",
        "The bridge over the river was opened",
        "on Dec 29 after two years of work.",
        "",
        "  The bridge seen from the",
        "  southern bank.",
        "  — River Agency",
        "",
        "    We can now cross at",
        "    any hour.",
        "    — the mayor",
        "",
        "  Length: 1,200 meters",
        "2. Cost: a sum of 31.5 million, paid",
        "   in full",
        "",
        "It is open.",
    ]


def test_a_slim_measure_is_not_wasted_on_indents() -> None:
    """Words come first."""
    assert all(line.indent == 0 for line in Flow(STORY, 20).lines())


def test_a_callout_leaves_room_for_its_box() -> None:
    """Two cells at either side."""
    article = _article(Block(BlockType.CALLOUT, "31.5 million trees planted in the hills along the river"))
    lines = list(Flow(article, 30).lines())
    assert {line.indent for line in lines} == {2}
    assert max(line.end - line.start for line in lines) <= 26


@pytest.mark.parametrize("measure", [1, 20, 40, 66])
def test_moving_visits_every_row_in_order_both_ways(measure: int) -> None:
    """A row down and a row up are each other's inverse, and stop at the ends."""
    flow = Flow(STORY, measure)
    rows = [flow.start]
    while (following := flow.move(rows[-1], 1)) != rows[-1]:
        rows.append(following)
    assert rows[-1] == flow.end
    assert rows == sorted(rows)
    assert [flow.line(row) for row in rows] == list(flow.lines())
    assert all(flow.move(rows[-1], -back) == rows[-1 - back] for back in range(len(rows)))
    assert flow.move(flow.start, -5) == flow.start
    assert flow.move(flow.start, 10_000) == flow.end
    assert all(flow.cursor_at(flow.line(row).start) == row for row in rows)


def test_the_last_screen_is_full() -> None:
    """The end stands at the bottom, and a story shorter than the screen at the top."""
    flow = Flow(STORY, 36)
    top = flow.last(5)
    assert len(flow.window(top, 5)) == 5
    assert flow.window(top, 5)[-1] == flow.line(flow.end)
    assert flow.last(100) == flow.start
    assert flow.window(flow.end, 5) == (flow.line(flow.end),)


def test_paragraphs_are_walked_as_an_editor_does() -> None:
    """Up goes to this block's first row before it goes to the block before."""
    flow = Flow(STORY, 36)
    third = flow.cursor_at(STORY.starts[2])
    inside = flow.move(third, 1)
    assert flow.paragraph(inside, -1) == third
    assert flow.paragraph(third, -1) == flow.cursor_at(STORY.starts[1])
    assert flow.paragraph(inside, 1) == flow.cursor_at(STORY.starts[3])
    assert flow.paragraph(flow.start, -1) == flow.start
    assert flow.paragraph(flow.end, 1) == flow.end


def test_an_article_without_blocks_has_one_empty_row() -> None:
    """Nothing to draw, nothing to stumble over."""
    flow = Flow(_article(), 40)
    assert flow.start == flow.end == flow.last(5) == flow.move(flow.start, 3) == flow.paragraph(flow.start, 1)
    assert flow.cursor_at(7) == Cursor(0, 0)
    assert flow.line(flow.start) == Line(0, 0, 0)
    assert flow.window(flow.start, 5) == ()


def test_the_break_after_a_block_belongs_to_its_blank_row() -> None:
    """A place on a blank row comes back to the blank row, one at a block's end to its last words."""
    flow = Flow(STORY, 36)
    end = STORY.starts[1] - 2
    assert flow.cursor_at(end) == Cursor(0, 0)
    assert flow.line(flow.cursor_at(end + 1)) == Line(0, end + 1, end + 1)


def test_a_justified_line_ends_at_the_measure() -> None:
    """Full lines are filled, a paragraph's last line and attributions stay."""
    flow = Flow(STORY, 38, Options(justify=True))
    first, last = flow.cursor_at(STORY.starts[2]), flow.cursor_at(STORY.starts[3] - 3)
    line = flow.line(first)
    assert line.end - line.start + sum(flow.gaps(line).values()) == 38
    assert flow.gaps(flow.line(last)) == {}
    assert flow.gaps(flow.line(flow.start)) == {}
    assert Flow(STORY, 38).gaps(line) == {}


def test_a_very_long_block_is_cut_where_a_reader_pauses() -> None:
    """Pieces end after a line feed, else a sentence, else a blank; nothing is drawn twice or left out."""
    verse = "\n".join(f"line {number} of a long poem" for number in range(2000))
    assert _drawn(_article(Block(BlockType.PARAGRAPH, verse))) == verse.split("\n")
    sentences = "Rain fell on the hills. " * 2000
    flow = Flow(_article(Block(BlockType.PARAGRAPH, sentences.strip())), 66)
    drawn = [flow.article.text[line.start : line.end] for line in flow.lines()]
    assert " ".join(drawn) == sentences.strip()
    assert all(line.endswith(".") for line in drawn if len(line) < 40)


def test_a_long_block_keeps_its_attribution_apart() -> None:
    """Also where the piece boundary falls close to it."""
    for length in range(8180, 8200):
        article = _article(Block(BlockType.CAPTION, "x" * length, "River Agency"), Block(BlockType.PARAGRAPH, "End"))
        lines = list(Flow(article, 66).lines())
        attributions = [article.text[line.start : line.end] for line in lines if line.attribution]
        assert attributions == ["River Agency"]
        assert "".join(article.text[line.start : line.end] for line in lines) == "x" * length + "River AgencyEnd"


def test_no_more_lines_are_kept_than_a_few_screens_need() -> None:
    """A reader who pages through ten megabytes does not fill the memory."""
    flow = Flow(_article(*(Block(BlockType.PARAGRAPH, "rain " * 1_500),) * 20), 1)
    assert sum(1 for _ in flow.lines()) > 25_000
    assert sum(map(len, flow._lines.values())) == flow._kept <= 20_000
    assert flow.line(flow.start) == Line(0, 0, 1)


_HUGE = {
    "many blocks": _article(*(Block(BlockType.PARAGRAPH, "Rain fell on the hills again. " * 8),) * 40_000),
    "one line without blanks": _article(Block(BlockType.PARAGRAPH, "x" * 8_000_000)),
    "one line of words": _article(Block(BlockType.PARAGRAPH, "rain on hills " * 600_000)),
    "ideographs": _article(Block(BlockType.PARAGRAPH, "河水流过山谷，" * 1_000_000)),
}


@pytest.mark.parametrize("name", _HUGE)
def test_a_huge_story_opens_at_once_anywhere(name: str) -> None:
    """What is laid out is what is shown; the bound is ten times what it takes, for a busy machine."""
    article = _HUGE[name]
    assert article.text
    assert article.starts
    began = perf_counter()
    flow = Flow(article, 66)
    for cursor in (flow.start, flow.cursor_at(len(article.text) // 2), flow.last(50)):
        assert len(flow.window(cursor, 50)) == 50
    assert perf_counter() - began < 0.4


def test_items_stand_by_their_depth_with_a_bullet_or_their_number() -> None:
    """Bullets are drawn in the indent, numbers stand in the same column; inner lists stand further in."""
    story = _article(
        Block(BlockType.LIST_ITEM, "year | boats"),
        Block(BlockType.LIST_ITEM, "2020 | 12"),
        Block(BlockType.LIST_ITEM, "the ferry goes at noon and again at night", depth=1),
        Block(BlockType.LIST_ITEM, "the bridge", depth=2),
        Block(BlockType.LIST_ITEM, "1. the road", depth=1),
        Block(BlockType.PARAGRAPH, "It is open."),
    )
    drawn = [lead(story, line) + story.text[line.start : line.end] for line in Flow(story, 30).lines()]
    assert drawn == [
        "  year | boats",
        "  2020 | 12",
        "",
        "• the ferry goes at noon and",
        "  again at night",
        "  • the bridge",
        "1. the road",
        "",
        "It is open.",
    ]
