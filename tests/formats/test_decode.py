import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.decode import BinaryData, decode

STORY = "The river – “wide” – rose.\nIt fell again; 太原 was dry. Ещё 3 %.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_known_by_its_looks(mark: bytes, encoding: str) -> None:
    """With a byte order mark or without, the words come out."""
    assert decode(mark + STORY.encode(encoding)) == STORY


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["一个中文的故事。\n山西省太原市。\n", "Κείμενο εδώ.\n", "A\nB\n", "Emoji 🚂 here\n"])
def test_the_byte_order_is_told_for_every_script(text: str, encoding: str) -> None:
    """Scripts whose characters hold no zero bytes are told by their blanks and stops."""
    assert decode(text.encode(encoding)) == text


def test_one_bad_byte_spoils_one_letter() -> None:
    """A UTF-8 file with small damage does not become mojibake."""
    data = STORY.encode()
    assert decode(data[:10] + b"\xff" + data[10:]).count("�") == 1
    assert "太原" in decode(data[:10] + b"\xff" + data[10:])


def test_a_file_cut_within_a_letter_stays_utf_8() -> None:
    """The end is lost, nothing else."""
    assert decode("words and “".encode()[:-1]) == "words and �"


def test_windows_text_is_read_as_such() -> None:
    """Quotes of Windows-1252 are quotes, and never C1 controls; bytes it does not have are replaced."""
    assert decode(b"\x93caf\xe9\x94 \x96 \x8150 \x80") == "“café” – �50 €"
    assert not any(0x80 <= ord(character) < 0xA0 for character in decode(b"abc " + bytes(range(0x80, 0x100))))


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01" + b"\0" * 60,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3",
        b"\x1f\x8b\x08\0\0\0",
        b"PK\x03\x04\x14\0",
        b"\0" * 1000,
        b"\0a\0\0",
        bytes(range(1, 9)) * 20,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    """What is no text is not shown as garbage."""
    with pytest.raises(BinaryData, match=r"\w"):
        decode(data)


def test_a_stray_null_is_text() -> None:
    """A torn page in a long text does not make the file unreadable."""
    assert decode(b"words " * 50 + b"\0" + b"words" * 50).count("\0") == 1


def test_hostile_text_is_text() -> None:
    """Escape sequences are for cleaning, not for refusing."""
    assert decode(b"\x1b[31m\x1b]0;title\x07" * 10)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_binary(data: bytes) -> None:
    """Nothing else is raised."""
    with suppress(BinaryData):
        decode(data)


@given(st.text(max_size=300))
def test_utf_8_is_never_mistaken(text: str) -> None:
    """Valid UTF-8 without zero bytes is read as what it is, or refused as binary."""
    try:
        found = decode(text.encode())
    except BinaryData:
        return
    assert found == text.removeprefix("\ufeff") or "\0" in text
