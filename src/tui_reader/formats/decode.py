"""Turns bytes into text by what they look like, and never fails on text, however damaged."""

import codecs
import unicodedata
from collections.abc import Iterator

_SAMPLE = 64 * 1024
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = (
    (b"%PDF-", "is a PDF (turn it into text first, for example with pdftotext)"),
    (b"PK\x03\x04", "is a zip archive, not text"),
    (b"\x1f\x8b", "is compressed (unpack it first, for example with gunzip)"),
    (b"\x89PNG", "is a picture, not text"),
    (b"\xff\xd8\xff", "is a picture, not text"),
    (b"GIF8", "is a picture, not text"),
    (b"\x7fELF", "is a program, not text"),
    (b"SQLite format 3\0", "is a database, not text"),
)
_BINARY = "holds binary data, not text"
# Controls that text may hold: BEL, BS, TAB, the line ends, ESC (hostile, but text).
_ODD = bytes(code for code in range(0x20) if code not in b"\x07\x08\t\n\v\f\r\x1b") + b"\x7f"
_ODD_SHARE = 20
"""One odd control in so many bytes makes data binary where it is not UTF-8."""
_ODD_SHARE_OF_UTF_8 = 3
"""The same where it is."""
_NON_ASCII = bytes(range(0x80, 0x100))


class BinaryData(ValueError):  # noqa: N818 - it is not an error of ours but a property of the source
    """The bytes are no text; the message says what they seem to be."""


def decode(data: bytes, declared: str = "") -> str:
    """Give the text that bytes hold: byte order mark, UTF-8, UTF-16 without a mark, damaged UTF-8, Windows-1252.

    Raises ``BinaryData`` where they hold none. Latin-1 is never assumed: it would make C1 controls of quotes.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for magic, reason in _KNOWN:
        if data.startswith(magic):
            raise BinaryData(reason)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _decode_damaged(data, problem, _believable(declared))
    if b"\0" in data and (encoding := _utf_16(data)):
        return data.decode(encoding, "replace")
    _refuse_binary(data, _ODD_SHARE_OF_UTF_8)
    return text


def _believable(declared: str) -> str:
    """Give the codec for a declared encoding; empty for what is unknown, no encoding of text, or plainly untrue.

    UTF-7 can hide anything, wide encodings would not let their own name be read, and Latin-1 means Windows-1252.
    """
    try:
        codec = codecs.lookup(declared)
    except (LookupError, ValueError):
        return ""
    name = codec.name
    if not getattr(codec, "_is_text_encoding", True) or name.startswith(("utf", "unicode", "raw", "idna", "puny")):
        return ""
    return "cp1252" if name in {"ascii", "iso8859-1"} else name


def _decode_damaged(data: bytes, problem: UnicodeDecodeError, declared: str) -> str:
    """Decode what is not UTF-8, or not quite."""
    if b"\0" in data[:_SAMPLE]:
        if encoding := _utf_16(data):
            return data.decode(encoding, "replace")
        raise BinaryData(_BINARY)
    _refuse_binary(data, _ODD_SHARE)
    if problem.reason == "unexpected end of data":
        return data.decode("utf-8", "replace")
    text = data.decode("utf-8", "replace")
    damage = text.count("�") - data.count("�".encode())
    sound = len(text) - damage - len(data.translate(None, _NON_ASCII))
    return text if damage <= sound else data.decode(declared or "cp1252", "replace")


def _refuse_binary(data: bytes, share: int) -> None:
    sample = data[:_SAMPLE]
    odd = len(sample) - len(sample.translate(None, _ODD))
    if odd * share > len(sample):
        raise BinaryData(_BINARY)


def _utf_16(data: bytes) -> str:
    """Give the byte order of UTF-16 without a mark, or an empty string where it is not that."""
    best = max(_scores(data[: _SAMPLE & ~1]), default=(0.0, ""))
    return best[1]


def _scores(sample: bytes) -> Iterator[tuple[float, str]]:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample, final=False)
        except UnicodeDecodeError:
            continue
        odd = sum(
            unicodedata.category(character) in {"Cc", "Cn", "Co"} and character not in "\t\n\v\f\r\x1b"
            for character in text
        )
        blanks = sum(map(text.count, " \n、。"))
        # Text has blanks or stops; the wrong order makes strange letters of these, and a few of every script.
        if text and blanks and odd * 100 <= len(text):
            yield blanks / len(text), encoding
