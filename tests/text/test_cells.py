"""Cells and graphemes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich._unicode_data import load
from rich.cells import cell_len

from tui_reader.text import cells

COMMON = (
    "plain words, with signs: 5% of $3.2 billion",
    "“curly quotes” — and dashes – and ellipsis…",
    "Zürich, Kraków, São Tomé, Ὀδυσσεύς, Москва",
    "山西省太原市，铁路。「引用」（三）",
    "カタカナとひらがな ー ｶﾀｶﾅ",
    "한국어 문장",
    "e\u0301 a\u0300\u0301\u0302",
    "สวัสดีครับ",
    "नमस्ते दुनिया",
    "தமிழ் நாடு",
    "مرحبا بالعالم",
    "שלום עולם",
    "👨\u200d👩\u200d👧 family",
    "👍🏽 thumbs",
    "❤\ufe0f ☎\ufe0f 1\ufe0f\u20e3",
    "🇨🇳🇯🇵 flags",
    "🏳\ufe0f\u200d🌈",
    "zero\u200bwidth\u2060joined\u00a0stiff\u202fthin",
    "soft\xadhyphen",
    "ﬁrst ﬂoor ﷺ",
    "→ ■ █ ▁ ⠿ ½ ² № ™ €",
)


@pytest.mark.parametrize("text", COMMON)
def test_text_takes_the_cells_that_are_drawn(text: str) -> None:
    """What is laid out by one count and drawn by another would overflow or gape."""
    assert cells.width(text) == cell_len(text)


def test_every_character_takes_the_cells_that_are_drawn() -> None:
    """One by one, the planes that hold scripts and signs; characters newer than the tables are left to wcwidth."""
    newer = [
        code
        for code in (*range(0x20, 0x20000), *range(0xE0000, 0xE0200))
        if not (0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000) and cells.width(chr(code)) != cell_len(chr(code))
    ]
    assert len(newer) < 1100
    assert not [chr(code) for code in newer if chr(code).isprintable()]


@given(st.text(alphabet=st.sampled_from("ab 3河、한e\u0301\u0300👨👩\u200d🇨🇳❤☎1\ufe0f🏽ก\u0e33न\u094dத\u0bbf\u200b")))
def test_mixtures_take_the_cells_that_are_drawn(text: str) -> None:
    """Joiners, signs and marks count the same in any order."""
    assert cells.width(text) == cell_len(text)


def test_a_tab_takes_one_cell() -> None:
    """It is drawn as one blank."""
    assert cells.width("a\tb") == 3
    assert cells.is_narrow("a\u00a0b")


@given(st.text())
def test_graphemes_make_up_the_text(text: str) -> None:
    """Nothing is lost, and none is empty."""
    parts = list(cells.graphemes(text))
    assert "".join(parts) == text
    assert all(parts)


@pytest.mark.parametrize(
    "text", ["e\u0301", "👨\u200d👩\u200d👧", "🇨🇳", "👍🏽", "1\ufe0f\u20e3", "क्षि", "a\u0300\u0301\u0302\u0303"]
)
def test_what_reads_as_one_character_is_one_grapheme(text: str) -> None:
    """A cut through it would draw something else."""
    assert list(cells.graphemes(text)) == [text]
    assert all(cells.boundary_before(f"x{text}y", offset) in {0, 1, 1 + len(text)} for offset in range(len(text) + 2))


@given(st.text(), st.integers(-1, 30))
def test_a_clipped_text_fits_and_could_not_be_longer(text: str, room: int) -> None:
    """The beginning that is kept ends where a grapheme does."""
    kept = cells.clip(text, room)
    assert text.startswith(kept)
    assert sum(map(cells.width, cells.graphemes(kept))) <= max(0, room)
    rest = next(iter(cells.graphemes(text[len(kept) :])), "")
    assert not rest or cells.width(rest) + sum(map(cells.width, cells.graphemes(kept))) > room


@given(st.text(alphabet="ab 河。ー¥“”é한"), st.integers(0, 40))
def test_plain_text_takes_the_fast_path_to_the_same_count(text: str, offset: int) -> None:
    """Letters and ideographs are counted without looking each up."""
    assert cells.width(text) == sum(cell_len(character) for character in text)
    assert cells.boundary_before(text, offset) == min(offset, len(text))
    assert not cells.is_intricate(text)


def test_every_plain_character_is_a_grapheme_of_its_own() -> None:
    """The fast paths rest on it: none of these joins a neighbour, and each takes the cells its class says."""
    wide = load("auto").widths
    assert wide
    for code in range(0x20, 0x10000):
        character = chr(code)
        if cells.is_intricate(character):
            continue
        assert cell_len(character) == cells.width(character)
        assert list(_graphemes("a" + character + "b")) == ["a", character, "b"], hex(code)


def _graphemes(text: str) -> list[str]:
    from wcwidth import iter_graphemes

    return list(iter_graphemes(text))
