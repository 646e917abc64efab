"""The one door for text from outside: what passes cannot act on a terminal, and stays readable.

Characters are taken out one by one; escape sequences are never recognised, since whoever recognises them can be
fooled by one he does not know. Without its escape character a sequence is harmless letters.
"""

import re
import unicodedata
from itertools import chain

MARKS_PER_BASE = 30
"""How many combining marks may sit on one base (the stream-safe limit of UAX #15)."""

REPLACEMENT = "�"

_LINE_ENDS = "\r\v\f\x85\u2028\u2029"
_BIDI = tuple(chain(range(0x202A, 0x202F), range(0x2066, 0x206A)))
_NONCHARACTERS = tuple(
    chain(range(0xFDD0, 0xFDF0), (plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF)))
)
_SOFT_HYPHEN = "\xad"

_TROUBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    + "".join(chr(code) for code in _NONCHARACTERS if code > 0xFFFF)
    + "]"
)
# Marks and joiners are neither word characters nor blanks, so only a run of such characters can hold a tower.
_MAYBE_TOWER = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS_PER_BASE + 1}}}")
_FOREIGN = re.compile(rf"[^\x00-\x7f]{{{MARKS_PER_BASE + 1}}}")
"""Where none of these is, there is no tower; in Western text it is found in half the time."""
_RUN = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS_PER_BASE + 1},}}+")


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)}
    table[0x7F] = "␡"
    table |= dict.fromkeys(chain(range(0x80, 0xA0), range(0xD800, 0xE000), _NONCHARACTERS), REPLACEMENT)
    table |= dict.fromkeys(chain(_BIDI, (0xFEFF, 0xAD)), "")
    table |= dict.fromkeys(map(ord, _LINE_ENDS), "\n")
    return table


_TABLE = _table()
_TABLE_WITH_SOFT_HYPHENS = {code: text for code, text in _TABLE.items() if code != ord(_SOFT_HYPHEN)}


def safe_text(text: str, *, soft_hyphens: bool = False) -> str:
    r"""Give text of several lines without anything that acts: its only controls are ``\n`` and ``\t``.

    Every kind of line end becomes ``\n``; other controls turn into their Unicode pictures, C1 controls, lone
    surrogates and noncharacters into U+FFFD; embedding, overriding and isolating bidi controls and U+FEFF go, the
    plain direction marks stay. Soft hyphens go too, unless ``soft_hyphens`` asks for them. Linear in the text.
    """
    if text.isascii() and text.isprintable():  # most lines are; asking the string itself is fastest
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    flat = text.replace("\n", "").replace("\t", "")
    if not flat.isprintable() and _TROUBLE.search(text):  # the pattern alone takes ten times as long
        text = text.translate(_TABLE_WITH_SOFT_HYPHENS if soft_hyphens else _TABLE)
    if not text.isascii() and _FOREIGN.search(text) and _MAYBE_TOWER.search(text):
        text = _RUN.sub(_levelled, text)
    return text


def safe_line(text: str) -> str:
    """Give text for a field of one line (a title, a name, an error): as `safe_text`, line ends and tabs as blanks."""
    return safe_typing(text).strip(" ")


def safe_typing(text: str) -> str:
    """Give a piece of a line, or one being typed: as `safe_line`, but with the blanks at its ends: more may follow."""
    text = safe_text(text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", " ").replace("\t", " ")
    return text


class _Shapes(dict[int, str]):
    """Tells what stacks from what stands, for each character when it is first met."""

    def __missing__(self, code: int) -> str:
        shape = self[code] = "^" if unicodedata.category(chr(code)) in _STACKING else "."
        return shape


def _levelled(run: re.Match[str]) -> str:
    """Take the top off towers: marks and invisible joiners beyond the limit on one base."""
    text, kept, end = run[0], [], 0
    for tower in _TOWER.finditer(text.translate(_Shapes())):
        kept.append(text[end : tower.start() + MARKS_PER_BASE])
        end = tower.end()
    return "".join([*kept, text[end:]])


_TOWER = re.compile(rf"\^{{{MARKS_PER_BASE + 1},}}+")
_STACKING = frozenset({"Mn", "Mc", "Me", "Cf"})
