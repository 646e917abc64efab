"""The scanner: finds where a number begins, lets the forms read it, settles who keeps what."""

import re
from typing import Final

from tui_reader.annotate.figures import calendar, count, measure, money, ordinal, percent, period
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.currency import CODES
from tui_reader.annotate.figures.join import join
from tui_reader.annotate.figures.numeral import SCALES, Numeral, read_digits, read_words
from tui_reader.annotate.figures.site import WORDS_BEFORE_DASH, Site
from tui_reader.model.figure import Figure, FigureKind

_NUMBER_WORDS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half "
    "third quarter fifth zero"
).split()
_VAGUE: Final = "dozens scores tens hundreds thousands millions billions trillions lakhs crores".split()
_TIMES: Final[dict[str, tuple[int | float, str]]] = {
    "doubled": (2, "time"), "tripled": (3, "time"), "quadrupled": (4, "time"), "halved": (0.5, "time"),
    "doubling": (2, "time"), "tripling": (3, "time"), "halving": (0.5, "time"),
}  # fmt: skip


def _trigger() -> re.Pattern[str]:
    """One cheap pattern that stops at every place where a figure may begin."""
    words = {*_NUMBER_WORDS, *_VAGUE, *_TIMES, *ordinal.WORDS}
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    letters = "|".join(f"[{head}{head.upper()}](?:{'|'.join(tails)})" for head, tails in sorted(by_letter.items()))
    return re.compile(rf"(?<![^\W\d_])(?:{letters})(?![^\W\d_])|[0-9½⅓⅔¼¾⅕⅛⅜⅝⅞]|(?<![\w.,])\.(?=[0-9])")


_TRIGGER = _trigger()
_DIGITS_ON = re.compile(r"[\d.,/:_-]*[\d]")
_SHOUTED = re.compile(r"\b(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|HUNDRED|THOUSAND|MILLION|BILLION)\b")

READERS: Final = (
    percent.read, percent.read_before, ordinal.read_number, calendar.read, period.read, money.read_named, period.read_age,
    measure.read,
)  # fmt: skip


def scan(text: str) -> list[Claim]:
    """All claims of a text in order; they do not overlap."""
    claims: list[Claim] = []
    position, end = 0, len(text)
    search = _TRIGGER.search
    while position < end:
        match = search(text, position)
        if match is None:
            break
        claim, position = _read(text, match.start(), match.end())
        if claim is not None and claim.start >= (claims[-1].end if claims else 0):
            claims.append(claim)
            position = max(position, claim.end)
    return join(text, claims)


def _read(text: str, start: int, end: int) -> tuple[Claim | None, int]:
    """The claim of the number that begins at ``start``, and where to look on."""
    if not text[start].isalpha():
        return _read_digits(text, start)
    word = text[start:end].lower()
    if word in ordinal.WORDS and word not in {"third", "fifth"}:
        return _read_ordinal_word(text, start, end, ordinal.WORDS[word])
    if word.endswith("s") and word in _VAGUE:
        claim = count.read_vague(text, start, end)
        return claim, claim.end if claim is not None else end
    if word in _TIMES:
        value, unit = _TIMES[word]
        return Claim(start, end, FigureKind.OTHER, value, unit=unit, weak=True, spelled=True), end
    return _read_word(text, start, end, word)


def _read_ordinal_word(text: str, start: int, end: int, rank: int) -> tuple[Claim | None, int]:
    """An ordinal in words."""
    number = Numeral(start, end, rank, rank, 1, digits=False, plain=False)
    return ordinal.read(Site(text, number), rank, end), end


def _read_word(text: str, start: int, end: int, word: str) -> tuple[Claim | None, int]:
    """A number in words."""
    if word == "one" and text.startswith((" of the ", " of its", " of their", " of his", " of her", " of only", " of those", " of our", " another", " of these", " of a ", " of my", " of many", " of several", " of them", " of us"), end):
        return None, end + 4
    number = read_words(text, start, end)
    if number is None:
        return None, end
    if word in {"third", "fifth"}:
        before = text[max(0, start - 4) : start].lower()
        if not (before.endswith((" a ", "one ")) and (number.scale > 1 or text.startswith(" of ", number.end))):
            return _read_ordinal_word(text, start, end, ordinal.WORDS[word])
    if word in SCALES and start > 1 and text[start - 2 : start].lower() in {"a ", "a-"} and not text[start - 3 : start - 2].isalnum():
        number = number._replace(start=start - 2)
    site = Site(text, number)
    if _named(site, text, start):
        return None, number.end
    if number.part and word == "quarter" and number.scale == 1 and site.key != "of" and site.key not in {"mile", "inch"}:
        return None, end
    claim = _claim(site)
    return claim, number.end if claim is None else max(number.end, claim.end)


def _named(site: Site, text: str, start: int) -> bool:
    """Whether a number word is part of a name: "Three Gorges", "Big Ten", "Five-Year Plan"."""
    before = site.before
    if before == "-" and site.last().rpartition("-")[2] == "" and len(site.last()) > 1:
        head = site.last()[:-1].rpartition("-")[2]
        if head not in WORDS_BEFORE_DASH and not head[-1:].isdigit():
            return True
    if before and before in "_@#/":
        return True
    if not text[start].isupper() or text[start + 1].isupper():
        return False
    if site.gap == "-":
        return site.word[:1].isupper()
    capital = site.gap == " " and site.word[:1].isupper()
    last = site.left[-1] if site.left else ""
    opens = not last or last[-1] in ".!?:\"”'’)—–-|"
    if not opens:
        return capital or last[:1].isupper() or last.lower() in {"the"}
    return capital and not _demonym(site.key) and site.word not in CODES


def _demonym(word: str) -> bool:
    """Whether a capitalised word is an adjective or name of a people, after which counted nouns follow."""
    return word.endswith(("an", "ans", "ese", "ish", "ch", "eek", "ic", "i", "is")) or word in _PEOPLES


_PEOPLES: Final[frozenset[str]] = frozenset(
    "us u uk eu un democrats republicans tories conservatives muslims christians jews catholics arabs serbs turks kurds "
    "swedes danes poles finns scots brits greeks czechs slovaks croats sikhs hindus buddhists olympics nobel oscar "
    "hong new south north saudi sri".split()
)


def _read_digits(text: str, start: int) -> tuple[Claim | None, int]:
    """A number in digits."""
    spaced = text[start + 1 : start + 5].count(" ") == 1 and _spaceable(text, start)
    number = read_digits(text, start, spaced=spaced)
    if number is None:
        match = _DIGITS_ON.match(text, start)
        return None, match.end() if match is not None else start + 1
    end = number.end
    follower = text[end : end + 1]
    if follower and follower in "stnr":
        suffix = ordinal.SUFFIX.match(text, end)
        if suffix is not None and number.plain:
            site = Site(text, number)
            site.gap, site.word, site.key = _next_word(text, suffix.end())
            site.word_end = suffix.end() + len(site.gap) + len(site.word)
            return ordinal.read(site, int(number.value), suffix.end()), suffix.end()
    site = Site(text, number)
    dark = _dark(site, text)
    if dark:
        return None, dark
    claim = _claim(site)
    if claim is None:
        return None, _skip(text, end) if follower == "-" else end
    return claim, end if claim.bare else max(end, claim.end)


def _spaceable(text: str, start: int) -> bool:
    """Whether digits at ``start`` may be parted by spaces: not a day after its month, not a number in a name."""
    word = text[max(0, start - 16) : start].split()[-1:]
    if start and text[start - 1] in "$€£¥":
        return True
    return not word or not (word[0][:1].isupper() or word[0][-1:].isdigit() or text[start - 1] in ".,-/:")


_NEXT = re.compile(r"([ -])([^\W\d_]{1,30})")


def _next_word(text: str, end: int) -> tuple[str, str, str]:
    """The gap, the word and its lower case after an ordinal's suffix."""
    match = _NEXT.match(text, end)
    return (match[1], match[2], match[2].lower()) if match is not None else ("", "", "")


def _dark(site: Site, text: str) -> int:
    """Where to look on after digits that are no figure: parts of codes, versions, addresses; 0 for a figure."""
    if site.sign:
        return 0
    number = site.number
    start, end = site.start, number.end
    before = site.before
    if before:
        if before.isalnum() or before in "_@#&=%\\^":
            return _skip(text, end)
        previous = text[start - 2 : start - 1] if start > 1 else ""
        if before in "./:" and previous and not previous.isspace():
            return _skip(text, end)
        if before == "-" and previous and not previous.isspace():
            word = site.last().rstrip("-").rpartition("-")[2]
            if not (previous.isdigit() or word in WORDS_BEFORE_DASH or previous in "(%" or not previous.isalnum()):
                return _skip(text, end)
            if previous.isdigit() and text[number.start] == "0" and end - number.start > 1:
                return _skip(text, end)
    if number.plain and text[number.start] == "0" and end - number.start > 1:
        return _skip(text, end) if text[end : end + 1] != ":" else 0
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit() and not number.plain:
        return _skip(text, end)
    return 0


def _skip(text: str, end: int) -> int:
    """The end of a run of digits and marks that begins inside a code."""
    match = _DIGITS_ON.match(text, end)
    return match.end() if match is not None else end


_GENERIC_BEFORE: Final[frozenset[str]] = frozenset(
    "article room route page chapter section flight level phase group no. line channel day week game unit figure table "
    "highway exit gate building floor part step stage type class grade category volume vol. act rule resolution bus lot "
    "version season episode model round terminal runway reactor psalm verse item question paragraph clause form "
    "interstate number appendix platform track".split()
)


def _after_name(site: Site) -> bool:
    """Whether the number follows a name or a noun that it numbers: "Apollo 11", "Article 23", "Room 101"."""
    left = site.left
    if not left or site.before not in {" ", "\u00a0", "-"}:
        return False
    last = left[-1]
    if last.lower() in _GENERIC_BEFORE:
        return site.number.plain
    word = last.lstrip("(\"“'‘[")
    if not word[:1].isupper() and not (len(word) > 1 and word[1:2].isupper()):
        return False
    if word[-1] in ",.;:!?)\"”'’" or word.lower() in _NOT_NAMES or calendar.MONTHS.get(word):
        return False
    return not (len(left) > 1 and left[-2].lower().lstrip("(\"“") in {"in", "at", "since", "on"} and site.number.value > 20 and site.gap == " " and site.word[:1].islower())


_NOT_NAMES: Final[frozenset[str]] = frozenset(
    "the a an in on at to for from by with of about over some nearly almost around only just all those these more at "
    "another between since until after before under up his her their our its my your there they he she we it and but or "
    "last first when while as if that this no than monday tuesday wednesday thursday friday saturday sunday i each out "
    "approximately roughly least estimated said has have had is was are were total some".split()
) | calendar.WEEKDAYS


def _claim(site: Site) -> Claim | None:
    """The first form that reads the number keeps it."""
    if site.sign:
        return money.read_signed(site)
    for reader in READERS:
        claim = reader(site)
        if claim is not None:
            return claim
    claim = count.read(site)
    if claim is not None and site.number.digits and claim.kind in {FigureKind.COUNT, FigureKind.OTHER} and _after_name(site):
        if claim.bare and (site.after != "-" or not site.number.plain):
            return claim._replace(stands=False)
        if site.number.plain or claim.bare:
            return None
    return claim


def find(text: str) -> tuple[Figure, ...]:
    """The figures of a text, sorted, never overlapping."""
    return tuple(
        Figure(
            start=claim.start, end=claim.end, kind=claim.kind, value=claim.value, value_max=claim.value_max, unit=claim.unit,
            per=claim.per, approx=claim.approx, conversion_of=claim.conversion_of, weak=claim.weak,
        )  # fmt: skip
        for claim in scan(text)
    )
