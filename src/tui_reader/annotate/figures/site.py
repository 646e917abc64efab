"""A number in its place: the sign before it, the words before it, the word after it."""

import re
from typing import Final

from tui_reader.annotate.figures import approximator
from tui_reader.annotate.figures.approximator import OPENERS
from tui_reader.annotate.figures.currency import CODES, DOLLARS, GLUED_ONLY, LOWER_CODES, PREFIXES, SIGNS
from tui_reader.annotate.figures.numeral import LETTER_SCALES, Numeral
from tui_reader.annotate.figures.vocabulary import words

REACH: Final = 64
"""How many characters before a number are looked at: what keeps the scan linear."""

_AFTER = re.compile(
    r"([ \u00a0\u202f]|\n(?!\n)|-|[ ]-[ ])?"
    r"((?:[^\W\d_]|[°º]){1,30}+(?:[²³]|[23](?!\w|[.,]\d))?(?:/[A-Za-z]{1,12}[²³23]?(?!\w))?(?!\d)"
    r"|[%‰€£$¥￥₹₩₽₺₫₭₡₱₪฿¢″′])"
)
_AMOUNT = re.compile(
    r" ?(?:[%‰°€£]|(?:percent|per cent|pct|percentage|basis|points?|degrees?)(?![A-Za-z]))|[CF](?![\w'’])|[)\],;]"
)
"""What follows an amount that may be below nought, as a count of things is not."""
_SPACED_DOLLARS: Final[frozenset[str]] = frozenset(
    {"US", "U.S.", "HK", "NZ", "NT", "hk", "nz", "nt", "AUD", "CAD", "CAN", "AU", "SG", "C"}
)
_SPACED_PREFIXES: Final[frozenset[str]] = frozenset({"KD", "QR", "SR", "BD", "Bs", "LE"})
_LOCAL: Final = {"GH₵": "GHS", "IR£": "IEP"}
"""Signs that the letters before them give to one land."""
WORDS_BEFORE_DASH: Final[frozenset[str]] = words(
    "minus plus sub mid pre post late early end nearly about under over to and or a an every per than about near up "
    "the magnitude by"
)
"""Words that a dash may tie to a number without making a name of it."""


class Site:
    """A numeral and what stands around it."""

    __slots__ = (
        "_left",
        "approx",
        "gap",
        "key",
        "negative",
        "number",
        "sign",
        "start",
        "text",
        "word",
        "word_end",
        "word_start",
    )

    def __init__(self, text: str, number: Numeral) -> None:
        around = text[number.start - 1 : number.start] + text[number.end : number.end + 1]
        if around == "[]" and not number.digits:
            # an editor's word in brackets: "[Ten] years ago"
            number = number._replace(start=number.start - 1, end=number.end + 1)
        self.text = text
        self.number = number
        self.start = number.start
        self.sign = ""
        self.negative = False
        self._left: list[str] | None = None
        self.approx = ""
        if number.start:
            self._read_minus()
            if number.digits and self.start:
                self._read_prefix()
                if self.sign and self.start and not self.negative:
                    self._read_minus()
        match = _AFTER.match(text, number.end)
        if match is None:
            self.gap = self.word = self.key = ""
            self.word_start = self.word_end = number.end
        else:
            self.gap = match[1] or ""
            self.word = match[2]
            self.key = self.word.lower()
            self.word_start, self.word_end = match.span(2)

    @property
    def left(self) -> list[str]:
        """Give the words before the number (and its sign), nearest last; none from another block."""
        if self._left is None:
            window = self.text[max(0, self.start - REACH) : self.start]
            cut = window.rfind("\n\n")
            self._left = window[cut + 2 :].split() if cut >= 0 else window.split()
        return self._left

    def last(self, back: int = 1) -> str:
        """Give the lower-case word that stands ``back`` words before the number, without opening quotes or brackets."""
        words = self.left
        return words[-back].lstrip(OPENERS).lower() if len(words) >= back else ""

    @property
    def before(self) -> str:
        """Give the character before the number and its sign; empty at the beginning."""
        return self.text[self.start - 1] if self.start else ""

    @property
    def after(self) -> str:
        """Give the character after the numeral; empty at the end."""
        return self.text[self.number.end : self.number.end + 1]

    def hedge(self) -> str:
        """Give the approximator before the number, as printed."""
        before = self.before
        if before in approximator.GLYPHS and before:
            return before
        words = self.left
        if not words:
            return ""
        last = words[-1]
        if last in approximator.GLYPHS:
            return last
        if before in "-." and last[-4:].lower() in approximator.GLUED:
            return last[:-1] if last[-1] == "-" and last != "+/-" else last
        return approximator.before(words)

    def around(self) -> str:
        """Give the approximator before a date or an hour: only those that say that it is about right."""
        hedge = self.hedge()
        return hedge if hedge.lower() in approximator.AROUND else ""

    def _move(self, start: int, sign: str) -> None:
        """Give the number begins with its sign."""
        self.start, self.sign = start, sign

    def _read_minus(self) -> None:
        """Find a minus, as a sign or as a word, before the number."""
        text, at = self.text, self.start
        char = text[at - 1]
        if char in "-−–":
            previous = text[at - 2] if at > 1 else " "
            opens = previous in " (\n\t" and (char != "–" or self._falls())
            if self.sign:
                opens = (
                    opens and not text[max(0, at - 10) : at - 1].rpartition(" ")[0].rpartition(" ")[2][-2:-1].isdigit()
                )
            if previous in SIGNS or opens or (char == "−" and not previous.isalnum()):
                self.negative = self.number.digits
                self.start -= self.negative
                return
        if (
            char in " -"
            and at > 5
            and text[at - 6 : at - 1].lower() == "minus"
            and (at < 7 or not text[at - 7].isalnum())
            and text[max(0, at - 14) : at - 6].lower() != "plus or "
        ):
            self.negative, self.start = True, at - 6

    def _falls(self) -> bool:
        """Whether a dash before an amount can only be its minus: "–3.5%", "–2 degrees", "–$5m"."""
        return bool(self.sign) or _AMOUNT.match(self.text, self.number.end) is not None

    def _read_prefix(self) -> None:
        """Find a sign, code or letters of money before the digits; old wires print the pound as #."""
        text, at = self.text, self.start
        char = text[at - 1]
        spaced = char in " \u00a0"
        if spaced:
            if at < 2:
                return
            char = text[at - 2]
            at -= 1
        if char in SIGNS:
            self._read_sign(at - 1, char, spaced=spaced)
        elif char == "#" and spaced and self.number.scale >= 10**6:
            self._move(at - 1, "GBP")
        elif char == "¢" and text[at - 3 : at - 1] == "GH" and not spaced:
            self._move(at - 3, "GHS")
        elif (char.isalpha() or char in ".=") and not self.negative:
            self._read_letters(at, spaced=spaced)

    def _read_sign(self, at: int, sign: str, *, spaced: bool) -> None:
        """Read a sign at ``at`` and the letters before it that say whose dollar it is."""
        text = self.text
        if sign not in "$¥":
            begin = at - 2 if at > 1 else at
            local = _LOCAL.get(text[begin : at + 1]) if at < 3 or not text[begin - 1].isalnum() else None
            self._move(begin if local else at, local or SIGNS[sign])
            return
        gap = 1 if at and text[at - 1] in " \u00a0" else 0
        begin = end = at - gap
        while begin > 0 and end - begin < 4 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
            begin -= 1
        letters = text[begin:end]
        whole = begin == 0 or not text[begin - 1].isalnum()
        if letters and whole:
            if sign == "¥":
                if not gap and letters in {"CN", "RMB"}:
                    self._move(begin, "CNY")
                    return
            elif (not gap or letters in _SPACED_DOLLARS or (spaced and letters == "c")) and letters.lower() in DOLLARS:
                self._move(begin, DOLLARS[letters.lower()])
                return
        self._move(at, SIGNS[sign])

    def _read_letters(self, at: int, *, spaced: bool) -> None:
        """Read a code or letters before the digits: "USD10m", "Rs 1,200", "$US5"."""
        text, begin = self.text, at
        if at > 5 and text[at - 5 : at].isalpha():
            return
        while begin > 0 and at - begin < 5 and (text[begin - 1].isalpha() or text[begin - 1] in ".="):
            begin -= 1
        letters = text[begin:at]
        if not letters or (begin and text[begin - 1].isalnum()):
            return
        if begin and text[begin - 1] == "$" and not spaced and letters.lower() in DOLLARS:
            self._move(begin - 1, DOLLARS[letters.lower()])
        elif letters in CODES or letters in LOWER_CODES:
            self._move(begin, letters.upper())
        elif letters in PREFIXES:
            telling = not self.number.plain or text[self.number.end : self.number.end + 1] in LETTER_SCALES
            if letters not in GLUED_ONLY or (telling and (not spaced or letters in _SPACED_PREFIXES)):
                self._move(begin, PREFIXES[letters])
