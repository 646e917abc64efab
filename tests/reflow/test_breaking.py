"""Where single lines end."""

import pytest

from tui_reader.reflow import break_lines


def _lines(text: str, measure: int, **options: object) -> list[str]:
    rows = break_lines(text, 0, len(text), measure, **options)  # type: ignore[arg-type]
    return [text[row.start : row.end] + "-" * row.hyphen for row in rows]


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("a river and a bridge", 12, ["a river and", "a bridge"]),
        ("a well-known river bend", 10, ["a well-", "known", "river bend"]),
        ("the e-mail sent", 6, ["the", "e-mail", "sent"]),
        ("snow—and rain—fell", 10, ["snow—and", "rain—fell"]),
        ("snow--and rain fell", 10, ["snow--and", "rain fell"]),
        ("from 1999–2001 on", 12, ["from", "1999–2001 on"]),
        ("it rained 31.5 million times", 14, ["it rained", "31.5 million", "times"]),
        ("31.5 million", 8, ["31.5", "million"]),
        ("two  blanks   here", 6, ["two", "blanks", "here"]),
        ("line one\nline two\n\nend", 20, ["line one", "line two", "", "end"]),
        ("  indented verse", 20, ["  indented verse"]),
        ("a\tb\tc", 3, ["a\tb", "c"]),
        ("abcdefghijkl mn", 5, ["abcde", "fghij", "kl mn"]),
        ("https://example.org/rivers/of/the/north", 20, ["https://example.org/", "rivers/of/the/north"]),
        ("stiff\u00a0blank here", 8, ["stiff\u00a0bl", "ank here"]),
        ("", 20, [""]),
        ("   ", 2, [""]),
    ],
)
def test_a_line_ends_where_the_rules_say(text: str, measure: int, lines: list[str]) -> None:
    """After blanks and a word's own hyphen or dash; not within a range or a unit; inside a word at need."""
    assert _lines(text, measure) == lines


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("河水流过山谷。", 8, ["河水流过", "山谷。"]),
        ("他说「好的」。", 6, ["他说", "「好", "的」。"]),
        ("共有多30亿元投入", 8, ["共有多", "30亿元投", "入"]),
        ("新的train开了", 9, ["新的train", "开了"]),
        ("e\u0301e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301e\u0301"]),
        ("👨\u200d👩\u200d👧👨\u200d👩\u200d👧", 3, ["👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"]),
        ("🇨🇳🇯🇵🇩🇪", 4, ["🇨🇳🇯🇵", "🇩🇪"]),
        ("שלום עולם", 5, ["שלום", "עולם"]),
        ("河", 1, ["河"]),
    ],
)
def test_scripts_break_by_their_own_rules(text: str, measure: int, lines: list[str]) -> None:
    """Between ideographs, with no closing mark in front and no opening mark at the end; never inside a grapheme."""
    assert _lines(text, measure) == lines


def test_a_headline_has_lines_of_one_length() -> None:
    """A last line of one word under a full one looks like a mistake."""
    text = "Mountain province builds a railway to carry its apples to the sea"
    lengths = [len(line) for line in _lines(text, 50, balance=True)]
    assert len(lengths) == 2
    assert abs(lengths[0] - lengths[1]) < 8


def test_the_first_row_may_hang() -> None:
    """A list item's marker stands before the others' edge."""
    assert _lines("1. wheat and oats and rye", 10, hang=3) == ["1. wheat and", "oats and", "rye"]


def test_only_the_stretch_asked_for_is_broken() -> None:
    """Offsets are those of the whole text."""
    text = "before. a river and a bridge after"
    assert [tuple(row) for row in break_lines(text, 8, 28, 12)] == [(8, 19, False), (20, 28, False)]


def test_words_are_hyphenated_where_it_evens_the_edge() -> None:
    """Not a name, not a short word, not a word with a hyphen of its own."""
    text = "the international semiconductor association of manufacturers announced extraordinary developments"
    lines = _lines(text, 24, language="en_US")
    assert any(line.endswith("-") for line in lines)
    assert (
        "".join(line.removesuffix("-") if line.endswith("-") else line + " " for line in lines).split() == text.split()
    )
    assert _lines("Constantinople Transylvania", 16, language="en_US") == ["Constantinople", "Transylvania"]
    assert _lines(text, 24, language="xx") == _lines(text, 24)
