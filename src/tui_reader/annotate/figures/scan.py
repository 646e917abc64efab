"""The scanner: finds where a number begins, lets the forms read it, settles who keeps what."""

import re
from typing import Final

from tui_reader.annotate.figures import approximator, count, share
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.dark import after_name, dark_from, named, skip, spaceable
from tui_reader.annotate.figures.decade import DECADE_WORDS
from tui_reader.annotate.figures.join import join
from tui_reader.annotate.figures.numeral import SCALES, TENS, Numeral, Sort, read_digits, read_words
from tui_reader.annotate.figures.ordinal import SUFFIX, WORDS
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.table import readers
from tui_reader.annotate.figures.vocabulary import listed
from tui_reader.model.figure import Figure, FigureKind

_NUMBER_WORDS: Final = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion dozen half third quarter fifth zero"
)
_MULTIPLES: Final[dict[str, int | float]] = {
    "doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "quadrupled": 4, "quadrupling": 4, "halved": 0.5,
    "halving": 0.5, **count.FOLDS,
}  # fmt: skip
_PRONOUN: Final = (
    " of the ", " of its", " of their", " of his", " of her", " of only", " of those", " of our", " another",
    " of these", " of a ", " of my", " of your", " of many", " of several", " of them", " of us", " of two",
    " of three", " of four", " of five",
)  # fmt: skip
"""What follows a "one" that counts nothing: "one of the best", "one another"."""


_DIGITS: Final = "0-9½⅓⅔¼¾⅕⅛⅜⅝⅞"


def _number_words() -> str:
    """Give the pattern of the words that a figure may begin with, small, capital or in capitals."""
    words = {*_NUMBER_WORDS, *count.VAGUE_SCALES, *_MULTIPLES, *WORDS, *DECADE_WORDS}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).extend((word[1:], word[1:].upper()))
    letters = "|".join(f"[{head}{head.upper()}](?:{'|'.join(tails)})" for head, tails in sorted(by_letter.items()))
    heads = "".join(by_letter)
    return rf"(?=[{heads}{heads.upper()}])(?<![^\W\d_])(?<![{_DIGITS}])(?:{letters})(?![^\W\d_])"


_TRIGGER = re.compile(rf"[^A-Za-z](?:{_number_words()}|(?<=[{_DIGITS}])|(?<=\.)(?<![\w.,]\.)(?=[0-9]))")
"""Where a figure may begin: the character before a number word, a digit, or a point before one.

It begins with a set of characters, so that the letters inside words, most of a text, are passed over at little cost;
then with the set of letters that number words begin with, so that many words are, too.
"""
_LONGEST_WORD: Final = 24
"""More than the letters of any number word."""


def _next(text: str, position: int) -> tuple[int, int] | None:
    """Where the next digit or number word stands at or after ``position``: a digit's own place, a word's span."""
    if not position:
        opening = _TRIGGER.match(" " + text[:_LONGEST_WORD]) if text[:1].isalpha() else None
        if opening is not None:
            return 0, opening.end() - 1
    elif not (text[position - 1].isalnum() or text[position - 1] == "."):
        position -= 1
    match = _TRIGGER.search(text, position)
    if match is None:
        return None
    start, end = match.span()
    return (start, end) if end - start == 1 else (start + 1, end)


def scan(text: str) -> list[Claim]:
    """All claims of a text in order; they do not overlap."""
    claims: list[Claim] = []
    position, taken = 0, 0
    while (found := _next(text, position)) is not None:
        start, end = found
        claim, position = _read_word(text, start, end) if text[start].isalpha() else _read_digits(text, start)
        if claim is not None and claim.start >= taken:
            if not claim.approx and text[claim.end : claim.end + 2] in _TRAILERS and claim.dimension not in _EXACT:
                claim = _trailed(text, claim)
            claims.append(claim)
            taken = claim.end
            position = max(position, taken)
    return join(text, claims)


_TRAILERS: Final = frozenset({" o", " a", "+", "+ ", "+,", "+."})
"""What an approximator after a figure begins with."""
_EXACT: Final = frozenset({"date", "rank"})


def _trailed(text: str, claim: Claim) -> Claim:
    """Give the claim with the approximator that follows it: "5 miles or less", "aged 65 and older"."""
    after = approximator.AFTER.match(text, claim.end)
    if after is None:
        return claim
    return claim._replace(approx=after[0].strip(), stands=claim.stands or claim.scale > 1 or claim.plain)


def _first(site: Site) -> Claim | None:
    """Tell what the first form that knows the number says."""
    for read in readers(site):
        claim = read(site)
        if claim is not None:
            return claim
    return None


def _read_word(text: str, start: int, end: int) -> tuple[Claim | None, int]:
    """Give the claim of the number word at ``start``, and where to look on."""
    word = text[start:end].lower()
    if word in WORDS and word not in {"third", "fifth"}:
        return _first(Site(text, _sorted(start, end, WORDS[word], Sort.ORDINAL))), end
    if word in DECADE_WORDS:
        return _first(Site(text, _sorted(start, end, 0, Sort.VAGUE))), end
    if word in count.VAGUE_SCALES:
        return _first(Site(text, _sorted(start, end, count.VAGUE_SCALES[word], Sort.VAGUE))), end
    if word in _MULTIPLES:
        return _first(Site(text, _sorted(start, end, _MULTIPLES[word], Sort.MULTIPLE))), end
    if word == "one" and text.startswith(_PRONOUN, end):
        return None, end + 4
    number = read_words(text, start, end)
    if number is None:
        return None, end
    compound = _COMPOUND.match(text, number.end) if word in TENS else None
    if compound is not None:
        ranked = _sorted(start, compound.end(), TENS[word] + WORDS[compound[1].lower()], Sort.ORDINAL)
        return _first(Site(text, ranked)), compound.end()
    before = text[max(0, start - 12) : start].lower().split()[-1:]
    if word in {"third", "fifth"}:
        part = before in (["a"], ["one"]) and (number.scale > 1 or share.is_share(Site(text, number)))
        if not part:
            return _first(Site(text, _sorted(start, end, WORDS[word], Sort.ORDINAL))), end
    if word in SCALES and (before == ["a"] or text[start - 2 : start] == "a-") and text[start - 2 : start] in _ARTICLES:
        number = number._replace(start=start - 2)
    site = Site(text, number)
    if named(site, start):
        return None, number.end
    claim = _first(site)
    few = before and (before[0] in _FEW or text[max(0, start - 10) : start].lower() == "couple of ")
    if claim is not None and word in SCALES and few and isinstance(claim.value, int | float):
        claim = claim._replace(value_max=claim.value * 10, weak=True, approx="")
    return claim, number.end


_COMPOUND: Final = re.compile(
    r"[- ](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![A-Za-z])", re.IGNORECASE
)
"""The second half of "twenty-first"."""
_ARTICLES: Final = frozenset({"a ", "A ", "a-", "A-"})
_FEW: Final = frozenset({"several", "few", "many", "couple", "some"})
"""Words that make a magnitude vague: "several hundred"."""


def _sorted(start: int, end: int, value: float, sort: Sort) -> Numeral:
    """Read a numeral that is not a plain number."""
    return Numeral(start, end, value, value, 1, digits=False, plain=False, sort=sort)


def _read_digits(text: str, start: int) -> tuple[Claim | None, int]:
    """Give the claim of the digits at ``start``, and where to look on."""
    spaced = text[start + 1 : start + 5].count(" ") == 1 and spaceable(text, start)
    number = read_digits(text, start, spaced=spaced)
    if number is None:
        return None, skip(text, start + 1)
    end = number.end
    follower = text[end : end + 1]
    if follower and follower in "stnr" and number.plain:
        suffix = SUFFIX.match(text, end)
        if suffix is not None and suffix[0] == _SUFFIXES.get(_last_of(number.value), "th"):
            ranked = _sorted(start, suffix.end(), number.value, Sort.ORDINAL)
            return _first(Site(text, ranked)), suffix.end()
    site = Site(text, number)
    dark = dark_from(site)
    if dark:
        return None, dark
    claim = _first(site)
    if claim is not None and claim.kind in _NUMBERED and after_name(site):
        if number.plain and (not claim.bare or follower == "-"):
            claim = None
        elif claim.bare and number.scale == 1 and number.value < 1000:
            claim = claim._replace(stands=False)
    if claim is None:
        return None, skip(text, end) if follower == "-" else end
    return claim, end


_SUFFIXES: Final = {1: "st", 2: "nd", 3: "rd"}


def _last_of(value: float) -> int:
    """Give the digit that decides how an ordinal ends: 0 for the teens."""
    return 0 if 10 < value % 100 < 20 else int(value % 10)


_NUMBERED: Final = frozenset({FigureKind.COUNT, FigureKind.OTHER})
"""Kinds that a name before the number makes into a part of the name."""


def find(text: str) -> tuple[Figure, ...]:
    """Give the figures of a text, sorted, never overlapping."""
    return tuple(
        Figure(
            start=claim.start,
            end=claim.end,
            kind=claim.kind,
            value=claim.value,
            value_max=claim.value_max,
            unit=claim.unit,
            per=claim.per,
            approx=claim.approx,
            conversion_of=claim.conversion_of,
            weak=claim.weak,
        )
        for claim in scan(text)
    )
