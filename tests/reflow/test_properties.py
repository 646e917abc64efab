"""What holds for every text at every width."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import iter_graphemes

from tui_reader.model import Article, Block, BlockType, Line
from tui_reader.reflow import Flow, Options, Row, break_lines
from tui_reader.reflow.opportunity import BLANKS
from tui_reader.text import cells

_PIECES = st.sampled_from(
    [
        *(
            "word",
            "well-known",
            "31.5 million",
            "J. K. Rowling",
            "don’t",
            "“quoted”",
            "a",
            "I",
            "—",
            "x—y",
            "--",
            "21–25",
        ),
        *(
            "河水",
            "山西省的铁路",
            "（三）",
            "。",
            "「",
            "日本語の",
            "한국어",
            "กำลัง",
            "العربية",
            "שלום",
            "हिन्दी",
            "தமிழ்",
        ),
        *("e\u0301", "a\u0300\u0301\u0302\u0303", "👨\u200d👩\u200d👧", "🇨🇳🇯🇵🇩🇪", "❤\ufe0f", "👍🏽", "1\ufe0f\u20e3"),
        *("\u200d", "\ufe0f", "\u0301", "\u00a0", "\u202f", "\u2060", "\u200b", "ﷺ", "x" * 60, "\xad", "10 percent"),
    ]
)
_BLANK = st.sampled_from(["", " ", " ", " ", "  ", "\t", "\n", "\u3000"])
_ANY = st.text(max_size=3, alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn"]))
_AWKWARD = st.lists(st.one_of(_PIECES, _BLANK, _ANY), max_size=60).map("".join)
_MEASURE = st.integers(20, 120)
_BLOCK = st.builds(Block, st.sampled_from(list(BlockType)), _AWKWARD, _AWKWARD)
_ARTICLE = st.lists(_BLOCK, max_size=5).map(lambda blocks: Article("story", "story.md", tuple(blocks)))


def _borders(text: str) -> set[int]:
    borders, offset = {0}, 0
    for grapheme in iter_graphemes(text):
        offset += len(grapheme)
        borders.add(offset)
    return borders


def _unwrapped(text: str, rows: list[Row]) -> bool:
    """Tell whether nothing but blanks and line feeds lies before, between and after the rows."""
    edges = [0, *(edge for row in rows for edge in row[:2]), len(text)]
    return edges == sorted(edges) and all(
        not text[end:begin].strip(BLANKS + "\n") for end, begin in zip(edges[::2], edges[1::2], strict=True)
    )


@given(_AWKWARD, st.one_of(_MEASURE, st.integers(1, 19)), st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_line_keeps_the_measure_splits_no_grapheme_and_loses_no_character(
    text: str, measure: int, balance: bool
) -> None:
    """Only a single grapheme wider than the measure stands over it; what lies between two lines is blank."""
    rows = break_lines(text, 0, len(text), measure, balance=balance)
    borders = _borders(text)
    for row in rows:
        line = text[row.start : row.end]
        assert max(cells.width(line), cell_len(line)) <= measure or len(list(iter_graphemes(line))) == 1
        assert row.start in borders
        assert row.end in borders
    assert _unwrapped(text, rows)


@given(_AWKWARD, _MEASURE)
@settings(max_examples=100, deadline=None)
def test_a_hyphenated_line_keeps_the_measure_with_its_hyphen(text: str, measure: int) -> None:
    """The hyphen is drawn, so it counts; it stands between two letters of one word."""
    rows = break_lines(text, 0, len(text), measure, language="en_US")
    for row, following in pairwise(rows):
        assert cell_len(text[row.start : row.end]) + row.hyphen <= measure
        if row.hyphen:
            assert row.end == following.start
            assert text[row.end - 1 : row.end + 1].isalpha()
    assert _unwrapped(text, rows)


@given(_ARTICLE, st.integers(1, 120), st.integers(1, 120), st.integers(1, 40))
@settings(max_examples=200, deadline=None)
def test_the_same_lines_come_back_with_the_width(article: Article, measure: int, other: int, height: int) -> None:
    """Laying out depends on the text and the measure alone, and a window on where it begins."""
    flow = Flow(article, measure)
    lines = flow.window(flow.start, 10_000)
    again = flow.at(other).at(measure)
    assert again.window(again.start, 10_000) == lines
    cursor, seen = flow.start, list[Line]()
    while len(seen) < len(lines):
        seen += again.window(cursor, height)
        cursor = again.move(cursor, height)
    assert tuple(seen) == lines


@given(_ARTICLE, st.integers(24, 120))
@settings(max_examples=200, deadline=None)
def test_every_block_keeps_the_measure_with_its_indent(article: Article, measure: int) -> None:
    """Indents, margins and hanging markers leave the text room; all of the text is drawn, in order."""
    flow = Flow(article, measure)
    lines = flow.window(flow.start, 10_000)
    text = article.text
    for line in lines:
        drawn = text[line.start : line.end]
        assert line.indent + cell_len(drawn) <= measure or len(list(iter_graphemes(drawn))) == 1
    assert _unwrapped(text, [Row(line.start, line.end) for line in lines])


@given(_ARTICLE, st.integers(1, 120), st.integers(0, 400))
@settings(max_examples=200, deadline=None)
def test_a_code_point_is_found_on_the_row_that_draws_it(article: Article, measure: int, offset: int) -> None:
    """A place survives any layout: the row holds it, or is the last before it, or the first of its block."""
    flow = Flow(article, measure)
    offset = min(offset, len(article.text))
    cursor = flow.cursor_at(offset)
    assert flow.line(cursor).start <= offset or cursor.row == 0
    following = flow.move(cursor, 1)
    assert following == cursor or flow.line(following).start > offset
    assert flow.cursor_at(flow.line(cursor).start) == cursor


@given(_ARTICLE, st.integers(10, 120))
@settings(max_examples=50, deadline=None)
def test_a_justified_line_ends_at_the_measure_or_stays_as_it_is(article: Article, measure: int) -> None:
    """The cells added fill the line exactly and stand at its blanks only."""
    flow = Flow(article, measure, Options(justify=True))
    for line in flow.window(flow.start, 10_000):
        gaps = flow.gaps(line)
        drawn = line.indent + cells.width(article.text[line.start : line.end])
        assert not gaps or drawn + sum(gaps.values()) <= measure
        assert all(article.text[blank] == " " and line.start < blank < line.end for blank in gaps)
