"""Where sentences end: through abbreviations, initials, decimals, units and quotation marks."""

import re

from tui_reader.model import Span

CLOSERS = "\"'”’»)]}"
"""What may stand between a sentence's last mark and the blank after it."""
OPENERS = "\"'“‘«([{"
"""What may stand before a sentence's first letter."""

_MARKS = ".?!…"
_BEHIND = CLOSERS + "*_"
"""Closers and emphasis."""
_END = re.compile(r"[.?!…]++[\"'”’»)\]}*_]*+(?=\s|$)")
_WORD_BEFORE = re.compile(r"[\w.&'’-]*$")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){1,5}[A-Za-z]")
_NUMBER_AND_UNIT = re.compile(r"\d[\d,./]{0,12}[\s-]\w{1,4}$")
_WINDOW = 40


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _table(
    "mr mrs ms messrs mme mlle dr prof assoc asst st rev fr hon gov sen rep reps sens pres capt col maj gen lt"
    " lieut sgt cpl pte cmdr adm det insp supt pvt brig gov-gen lt-gen maj-gen lt-col rt mt ft fig art sec ch"
    " vol ed"
)
"""Shortened titles and labels, written with a capital: the name or number follows, so no sentence ends here."""
_LABELS = _table("vs v cf eg e.g i.e ie viz approx nos p pp vol ed eds c")
"""Shortened words in small letters that something always follows."""
_PROPER = _table(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun no inc ltd co"
    " corp plc bros dept univ est ave blvd rd jr sr esq ala ariz ark calif colo conn del fla ga ill ind kan ky"
    " la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que"
)
"""Shortened names, written with a capital: a sentence ends here only where the next one plainly begins."""
_EITHER = _table("inc ltd co corp bros dept est etc al a.m p.m am pm ph.d")
"""The same, in whatever letters."""
_MONTHS = _table("jan feb mar apr jun jul aug sep sept oct nov dec no")
"""Of these, the ones that a number follows: a text cannot stop here."""
_UNITS = _table("in ft lb lbs oz mi km cm mm kg yd yds sq cu hr hrs min sec mph gal pct dlrs mln bln")
"""Shortened units: after a number they may close a sentence, and mostly do."""
_STARTERS = _table(
    "the a an this that these those it its he his she her they their we our i you your there here in on at by"
    " for from with as but and or so yet if when while after before since until although though because however"
    " meanwhile moreover also both some many most all each every one two three no not now then today what who"
    " where why how another other such under over during among between to of last more"
)
"""Words that, capitalised after an abbreviation, begin a sentence."""


def split_sentences(text: str) -> tuple[Span, ...]:
    """Give each sentence of ``text``, blanks around it left out.

    Everything that is not blank lies in exactly one span; a text without a full stop is one sentence.
    """
    spans, start = [], _skip_blanks(text, 0)
    for end in sentence_ends(text):
        if end > start:
            spans.append(Span(start, end))
            start = _skip_blanks(text, end)
    last = len(text.rstrip())
    if last > start:
        spans.append(Span(start, last))
    return tuple(spans)


def sentence_ends(text: str) -> tuple[int, ...]:
    """Give the offsets just after each sentence, its closing quotation marks and brackets included."""
    return tuple(match.end() for match in _END.finditer(text) if _is_end(text, match.start(), match.end()))


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` stops where a sentence may stop: after a full stop that shortens no title or initial."""
    tail = text.rstrip()[-_WINDOW:]
    marked = tail.rstrip(_BEHIND)
    before = marked.rstrip(_MARKS)
    if len(before) == len(marked):
        return False
    if len(before) + 1 < len(tail) or tail[-1] != ".":
        return True
    word = _word_before(before, len(before))
    return not (_shortens_name(word) or (word[:1].isupper() and word.lower() in _MONTHS))


def _skip_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _word_before(text: str, end: int) -> str:
    window = text[max(0, end - _WINDOW) : end]
    if not window or window[-1].isspace():
        return ""
    word = window.rsplit(maxsplit=1)[-1]
    if word.isalpha():
        return word
    found = _WORD_BEFORE.search(word)
    return found.group().lstrip(".'’-&") if found else ""


def _shortens_name(word: str) -> bool:
    """Tell whether a full stop after ``word`` belongs to a title, a label or an initial."""
    return (word.lower() in _TITLES if word[:1].isupper() else word in _LABELS) or _is_initial(word)


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word.isupper() and word != "I"


def _is_end(text: str, start: int, end: int) -> bool:
    after = _skip_blanks(text, end)
    if after >= len(text):
        return True
    opened = after
    while opened < len(text) and opened - after < 4 and text[opened] in OPENERS + "*_":
        opened += 1
    first = text[opened] if opened < len(text) else ""
    if first.islower() or first in ",;:":
        return False
    mark = text[start:end]
    if mark[0] != "." or mark.startswith(".."):
        return not (mark.startswith(("..", "…")) and (start == 0 or text[start - 1].isspace()))
    if mark != ".":
        return True
    word = _word_before(text, start)
    return _ends_after(
        word, text[max(0, start - _WINDOW) : start], text[opened : opened + _WINDOW], quoted=opened > after
    )


def _ends_after(word: str, before: str, following: str, *, quoted: bool) -> bool:
    """Tell whether the lone full stop after ``word`` ends a sentence that ``following`` begins anew."""
    lowered = word.lower()
    begins = following.split(maxsplit=1)
    starter = quoted or (bool(begins) and begins[0].strip(",.'’\"").lower() in _STARTERS)
    if (word[:1].isupper() and lowered in _TITLES) or word in _LABELS:
        return False
    if lowered in _UNITS and _NUMBER_AND_UNIT.search(before):
        return True
    if lowered in _EITHER or (word[:1].isupper() and lowered in _PROPER):
        return starter
    if word == "no" and following[:1].isdigit():
        return False
    if _is_initial(word):
        return starter and following[1:2] != "."
    return starter or not _DOTTED.fullmatch(word)
