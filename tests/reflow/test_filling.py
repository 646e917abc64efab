import random

import pytest

from tui_reader.model import Article, Block, BlockType
from tui_reader.reflow import Flow, Options, break_lines
from tui_reader.text import cells

TEXTS = {
    "words": "The river rose in the night and fell again in the morning. " * 40,
    "blanks": "a    b \t c\u2003d  " * 60,
    "one word": "x" * 900,
    "wide": "太原市，山西省。「日本語」のテキスト、" * 50,
    "mixed": "The 太原 river (山西) rose – “again”. " * 40,
    "marks": "e\u0301le\u0300ve na\u0308ive " * 60,
    "emoji": "👩‍👩‍👧‍👦 and ❤️ and 👍🏽 🇨🇳 " * 40,
    "joiners": "\u200d" * 300 + "👩" * 50,
    "right-to-left": "שלום עולם مرحبا " * 60,
    "lines": "one two three\n\nfour five " * 40,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("measure", [1, 2, 7, 40, 66])
def test_rows_fit_and_lose_nothing(name: str, measure: int) -> None:
    """A filled row obeys the measure; only blanks stand between rows; no grapheme is split where it need not be."""
    text = TEXTS[name]
    rows = break_lines(text, 0, len(text), measure, quick=True)
    position = 0
    for row in rows:
        assert not text[position : row.start].strip()
        assert cells.width(text[row.start : row.end]) <= max(measure, 2)
        position = row.end
    assert not text[position:].strip()


def test_words_stay_whole() -> None:
    """A word that fits on a row is not parted."""
    text = TEXTS["words"]
    words = [word for row in break_lines(text, 0, len(text), 20, quick=True) for word in text[row[0] : row[1]].split()]
    assert words == text.split()


def test_no_row_begins_with_what_closes() -> None:
    """Between ideographs the rules of their punctuation hold."""
    text = TEXTS["wide"]
    assert not any(text[row.start] in "，。」、" for row in break_lines(text, 0, len(text), 21, quick=True))


def test_the_same_at_every_return() -> None:
    """A huge paragraph is laid out like any other: a place in it is found again at every measure."""
    chance = random.Random(1)
    text = " ".join("x" * chance.randint(1, 12) for _ in range(9000))
    article = Article("a", "a.md", (Block(BlockType.PARAGRAPH, text),))
    flow = Flow(article, 66)
    for offset in (0, 5000, 30_000, len(text) - 1):
        line = flow.line(flow.cursor_at(offset))
        assert line.start <= offset <= line.end
    assert flow.at(30).at(66).window(flow.start, 50) == flow.window(flow.start, 50)


def test_quick_where_it_is_asked() -> None:
    """Asked for, short paragraphs are filled as well."""
    text = "aaa bb cc ddddd"
    article = Article("a", "a.md", (Block(BlockType.PARAGRAPH, text),))
    plain, quick = Flow(article, 6), Flow(article, 6, Options(quick=True))
    assert [line.start for line in plain.lines()] != [line.start for line in quick.lines()]
