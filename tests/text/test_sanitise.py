import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.sanitise import MARKS_PER_BASE, safe_line, safe_text

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)
HOSTILE = st.text(st.sampled_from("\x1b\x9b\x07\x00\x7f\x85\r\n\t\v\f\u2028\u202e\u2066\ufeff\ud800\uffff\xada[]"))
FORBIDDEN_FORMATS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\xad")


def acts(character: str) -> bool:
    """Say whether a terminal could take the character for more than a letter."""
    code = ord(character)
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or character in FORBIDDEN_FORMATS
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


@given(ANY_TEXT | HOSTILE)
def test_nothing_that_acts_is_left(text: str) -> None:
    """Of all controls only the newline and the tab pass, and not even these in a line."""
    assert not any(acts(character) for character in safe_text(text) if character not in "\n\t")
    assert not any(acts(character) for character in safe_line(text))


def test_every_character_is_safe_alone() -> None:
    """No single code point of Unicode gets past the door."""
    for code in range(sys.maxunicode + 1):
        cleaned = safe_text(chr(code))
        if cleaned != chr(code) or code < 0x20:
            assert all(character in "\n\t" or not acts(character) for character in cleaned)
        else:
            assert not acts(cleaned)


@given(ANY_TEXT | HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Text that was cleaned is clean: the doors may stand one behind the other."""
    once = safe_text(text)
    assert safe_text(once) == once
    line = safe_line(text)
    assert safe_line(line) == line


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, [bold]brackets[/bold] and [@click=app.quit]more[/].",
        "שלום עולם\u200f and مرحبا\u200e",
        "太原 — 山西省, 日本語のテキスト",
        "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ 👍🏽",
        "क्षत्रिय Việt Nam e\u0301te\u0301",
        "col\tcol\nnext line",
        "zero\u200bwidth\u200cjoin\u200der\u2060",
    ],
)
def test_honest_text_is_not_harmed(text: str) -> None:
    """Every script, emoji sequence and bracket stays letter for letter."""
    assert safe_text(text) == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_one(end: str) -> None:
    """Whatever a system ends its lines with counts once."""
    assert safe_text(f"one{end}two") == "one\ntwo"
    assert safe_line(f"one{end}two{end}") == "one two"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x9b31m", "�31m"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\ufeffstart", "start"),
        ("\ud800", "�"),
        ("\U0010ffff", "�"),
    ],
)
def test_controls_become_visible(hostile: str, shown: str) -> None:
    """A control is shown as its picture, so that the reader sees what was in the file."""
    assert safe_text(hostile) == shown


def test_soft_hyphens_stay_only_on_request() -> None:
    """Page repair reads them as line-end hyphens; nobody else sees them."""
    assert safe_text("elec\xadtric") == "electric"
    assert safe_text("elec\xadtric\x1b", soft_hyphens=True) == "elec\xadtric␛"


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\ufe0f", "\u200d", "\u0903"])
def test_towers_are_levelled(mark: str) -> None:
    """A thousand marks on one letter would paint over the neighbouring lines."""
    assert safe_text("a" + mark * 1000 + "b") == "a" + mark * MARKS_PER_BASE + "b"


@given(st.text(st.sampled_from("a\u0301\u0302\u200d—"), max_size=400))
def test_no_base_carries_more_than_the_limit(text: str) -> None:
    """The limit holds wherever the tower stands."""
    height = 0
    for character in safe_text(text):
        height = 0 if character in "a—" else height + 1
        assert height <= MARKS_PER_BASE


@pytest.mark.parametrize(
    "piece", ["\x1b", "a\u0301", "\u0301", "—" * 30 + "a", "ordinary words ", "\r", "\r\n", "\ud800", "\xad"]
)
def test_time_is_linear(piece: str) -> None:
    """A million characters of anything pass in well under a second or two."""
    text = piece * (1_000_000 // len(piece))
    before = time.process_time()
    safe_text(text)
    assert time.process_time() - before < 2
