"""Folding: the one reading under which a query and a text are compared.

Case, accents, apostrophes, hyphens and runs of blanks make no difference to a reader who looks for a name. ``fold`` is
for names; ``part`` and ``join`` fold running text and keep the way back to its offsets.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_SAME_WIDTH = tuple(zip("’‘ʼ`´“”„–—‐‑−…\u00a0", "'''''\"\"\"-----. ", strict=True))
"""Marks of printed text that have a plain twin of one character; with these gone most news text is ASCII."""
_UNDECOMPOSED = {
    "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t", "ŋ": "n",
}  # fmt: skip
"""Letters that Unicode does not decompose, as they are typed without their key."""
_ASCII = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))
"""What each ASCII character folds to."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_INNER_MARK = re.compile(r"[-'.](?:(?<=[^\W\d_][-'])(?=[^\W\d_])|(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b))")
"""What a compound or an acronym may be written without: hyphens and apostrophes inside, the dots of ``U.S``."""
_COMPOUND = re.compile(r"\w++(?:[-'.]\w++)++")
_JOINT = re.compile(r"[-'.](?<=\w[-'.])(?=\w)")
"""Where a compound's first two words meet; begins with the mark, since few characters are one."""
_NAME_MARK = re.compile(r"['.](?:(?<=\w')(?=\w)|(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b))")
"""What a name is folded without; its hyphens part words."""


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """Fold one character: its letters without marks, nothing for a mark, a blank for all else."""
    folded = []
    for part in unicodedata.normalize("NFKD", character):
        for letter in part.casefold():
            if unicodedata.combining(letter):
                continue
            plain = _UNDECOMPOSED.get(letter, letter)
            folded.append(plain if plain.isalnum() else " ")
    return "".join(folded)


def _plain(text: str) -> str:
    """Replace the marks of printed text by their plain twins; offsets stay."""
    if not text.isascii():
        for mark, twin in _SAME_WIDTH:
            text = text.replace(mark, twin)
    return text


def _fold_ascii(text: str) -> str:
    """Fold ASCII text, one character for one."""
    return text.encode("ascii").translate(_ASCII).decode("ascii")


def fold(text: str) -> str:
    """Fold a name or query: words in lower case without accents, apostrophes or dots of acronyms, parted by one blank.

    >>> fold("Lu’an Solar–Power (U.S.) Café")
    'luan solar power us cafe'
    """
    plain = _NAME_MARK.sub("", _plain(text))
    if plain.isascii():
        return " ".join(_fold_ascii(plain).split())
    return " ".join("".join(map(_fold_character, plain)).split())


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Folded running text with the way back to the text it came from."""

    text: str
    """The folded text; runs of blanks are kept."""
    cuts: tuple[int, ...] = ()
    """Offsets into ``text``, ascending, from which on the shift changes."""
    shifts: tuple[int, ...] = ()
    """What to add from each cut on to come to the original offset."""

    def origin(self, offset: int) -> int:
        """Give the original offset of a folded one, both in code points."""
        index = bisect_right(self.cuts, offset)
        return offset + self.shifts[index - 1] if index else offset


def part(text: str) -> FoldedText:
    """Fold running text with every mark a blank: ``Jin-neng`` reads ``jin neng``, ``Xi'an's`` reads ``xi an s``."""
    plain = _plain(text)
    return FoldedText(_fold_ascii(plain)) if plain.isascii() else _assemble(plain, None)


def join(text: str) -> FoldedText:
    """Fold running text with marks inside words taken out: ``Jin-neng`` reads ``jinneng``, ``U.S.`` reads ``us``."""
    return _assemble(_plain(text), _INNER_MARK)


def compounds(text: str) -> list[str]:
    """Give the words that ``join`` reads and ``part`` does not: ``jinneng`` for ``Jin-neng``, ``us`` for ``U.S.``."""
    plain = _plain(text)
    words: list[str] = []
    place = 0
    while joint := _JOINT.search(plain, place):
        start = joint.start() - 1
        while start > place and (plain[start - 1].isalnum() or plain[start - 1] == "_"):
            start -= 1
        found = _COMPOUND.match(plain, start)
        assert found is not None  # noqa: S101 - a letter stands at both sides of the joint
        place = found.end()
        word = join(found.group()).text
        if " " not in word:
            words.append(word)
    return words


def name(text: str) -> FoldedText:
    """Fold a name as ``fold`` does, but with the way back: its words are the same."""
    return _assemble(_plain(text), _NAME_MARK)


def _assemble(plain: str, vanishing: re.Pattern[str] | None) -> FoldedText:
    """Fold ``plain`` without the marks that ``vanishing`` finds; characters beyond ASCII are folded one by one."""
    places = {found.start() for found in vanishing.finditer(plain)} if vanishing else set()
    if not plain.isascii():
        places.update(found.start() for found in _BEYOND_ASCII.finditer(plain))
    pieces: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for place in sorted(places):
        if place > done:
            pieces.append(_fold_ascii(plain[done:place]))
            length += place - done
        character = plain[place]
        folded = "" if character.isascii() else _fold_character(character)
        pieces.append(folded)
        length += len(folded)
        done = place + 1
        if len(folded) != 1:
            inside = range(length - len(folded) + 1, length)
            cuts.extend(inside)
            shifts.extend(place - letter for letter in inside)
            cuts.append(length)
            shifts.append(done - length)
    pieces.append(_fold_ascii(plain[done:]))
    return FoldedText("".join(pieces), tuple(cuts), tuple(shifts))
