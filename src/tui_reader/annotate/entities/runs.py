"""Runs of capitalised words in a text, and what stands between their words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.shape import APOSTROPHES, HYPHENS, LONGEST_NAME, PREFIXES, TOKEN

CONNECTORS = {
    " of ": "of",
    " of the ": "of",
    " for ": "for",
    " for the ": "for",
    " on ": "on",
    " on the ": "on",
    " and ": "and",
    " and the ": "and",
    ", ": ",",
}
PARTICLES = re.compile(
    r" (?:(?:de|del|della|di|da|das|do|dos|du|la|las|los|le|van|von|der|den|het|ter|ten|bin|ibn|bint|abu|al|el|ul|e|y"
    r"|des|af|et|zu|und)[ -]){1,3}"
)
ABBREVIATIONS = frozenset(
    (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Sen", "Rep", "Gov", "Rev"),
        *("Hon", "Sr", "Fr", "Mt", "Ft", "Adm", "Cmdr", "Brig", "Supt", "Eng", "Engr", "Dept", "Bros", "Pres", "Pvt"),
        *(
            "Cpl",
            "Insp",
            "Smt",
            "Msgr",
            "Messrs",
            "Mme",
            "Sec",
            "Sergt",
            "Lieut",
            "Corpl",
            "Genl",
            "Rt",
            "Ven",
            "Const",
            "Amb",
            "Cllr",
            "Ald",
            "Wm",
            "Geo",
            "Chas",
            "Jas",
        ),
    )
)
"""Words whose full stop ends no sentence and no name."""
ENDERS = frozenset(".!?:…•·|")
OPENERS = frozenset(" \n\t\"'“”‘’([{*-–—_#>")
QUOTES = frozenset('“"\n•*#‘')
HYPHEN = re.compile(rf"[{HYPHENS}]")
MIXED = re.compile(r"[a-z]{1,2}$")
CLOSE = frozenset({"", "de"})
"""Links that hold two words together without question."""
ENDING_PLACES = frozenset({"D.C.", "N.Y.", "L.A.", "N.J.", "B.C.", "N.C.", "S.C."})
"""Dotted places that stand after a city's name and open no name themselves."""
CLAUSE_OPENERS = frozenset({"the", "it", "he", "she", "they", "this", "that", "in", "on", "but", "we", "i", "a", "his"})
"""Words that open a sentence even after one letter and a full stop (``plan B. The``)."""
FRONTS = frozenset(
    {"co", "non", "anti", "pre", "post", "multi", "inter", "re", "sub", "ex", "semi", "vice", "mid", "trans"}
)
"""Parts of words that no suffix is cut from (``Co-operative``)."""
WRAPPED = 45
"""Code points of a line from which a name may go on in the next; a shorter line ends what it says."""
CONTRACTED = frozenset({"m", "ve", "re", "ll", "d", "t"})
LOUD = frozenset({"US", "WHO", "UN", "AU"})
"""Acronyms that in lower case are plain words."""


@dataclass(slots=True)
class Run:
    """Neighbouring capitalised words: their starts, ends and spellings, and the links between them."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    lows: list[str]
    links: list[str]
    """'' for a blank, ``&``, ``de`` for a particle, ``'s``, ``,`` or a connector's word; one fewer than words."""


@lru_cache(maxsize=65536)
def lowered(word: str) -> str:
    """Give a word as the lists spell it: lower case, straight apostrophe, no stop; contractions all as one."""
    if word in LOUD:
        return word
    low = word.casefold().rstrip(".")
    if low.isascii() and low.isalpha():
        return low
    low = low.replace("’", "'")
    if "'" in low and low.rpartition("'")[2] in CONTRACTED:
        return "i'm"
    return low


def is_sentence_start(text: str, start: int) -> bool:
    """Tell whether a capital at ``start`` may be there for the sentence's sake alone."""
    at = start - 1
    while at >= 0 and text[at] in OPENERS:
        at -= 1
    if at < 0:
        return True
    last = text[at]
    if last not in ENDERS:
        return last != "," and start - at > 2 and not QUOTES.isdisjoint(text[at + 1 : start])
    if last != ".":
        return True
    word = text[max(0, at - 6) : at].rpartition(" ")[2].lstrip('("“')
    return not (word in ABBREVIATIONS or (len(word) == 1 and word.isupper()))


def suffix_at(word: str, known: Lexicon) -> int:
    """Give where a suffix begins in ``Beijing-based``; the word's length where there is none."""
    for match in HYPHEN.finditer(word, 1):
        at = match.start()
        rest = word[at + 1 :]
        tail = HYPHEN.split(rest)[-1]
        if not rest.islower() or not (tail in known.suffixes or (len(tail) > 4 and tail in known.common)):
            continue
        front = word[:at].casefold()
        if front in FRONTS and len(rest) > 3:
            continue
        if len(rest) > 3 or (front not in known.east_surnames and front not in known.korean_first):
            return at
    return len(word)


def runs(text: str) -> list[Run]:
    """Give the runs of capitalised words of one segment, in reading order."""
    known = lexicon()
    found: list[Run] = []
    run = Run([], [], [], [], [])
    last_end = 0
    owned = ""
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start and text[start - 1] != " ":
            before = text[start - 1]
            if before.isalnum() or before in "-‐‑'’":
                start = widened(text, start)
                if start < last_end:
                    continue
            if before == "<":
                continue
        if end - start > LONGEST_NAME:
            continue
        word = text[start:end]
        low = lowered(word)
        link: str | None = None
        if run.words and start - last_end < 16:
            gap = text[last_end:start]
            link = link_of(gap, run.words[-1], owned, low, known)
            if gap == "\n" and link == "" and last_end - text.rfind("\n", 0, last_end) < WRAPPED:
                link = None
            if link == "" and word.isupper() and len(word) > 2 and is_ending_letter(run):
                link = None
        if link is None:
            if run.words:
                found.append(run)
                run = Run([], [], [], [], [])
        else:
            run.links.append(link)
        run.starts.append(start)
        run.ends.append(end)
        run.words.append(word)
        run.lows.append(low)
        last_end = end
        owned = possessive(text, end, word) if text[end : end + 1] in APOSTROPHES else ""
    if run.words:
        found.append(run)
    return found


def is_ending_letter(run: Run) -> bool:
    """Tell whether a run ends in a single letter and a full stop behind words that stand not in capitals."""
    last = run.words[-1]
    return len(last) == 2 and last[-1] == "." and len(run.words) > 1 and not run.words[-2].isupper()


def possessive(text: str, end: int, word: str) -> str:
    """Give the possessive ending after a word, with its blank; empty where there is none."""
    if text[end + 1 : end + 2] in {"s", "S"}:
        return text[end : end + 3]
    return text[end : end + 2] if word[-1] in "sS" and text[end + 1 : end + 2] == " " else ""


def widened(text: str, start: int) -> int:
    """Give where a word really begins whose capital is not its first letter (``al-Sisi``, ``iPhone``); -1 for none."""
    at = start - 1
    if text[at] in "-‐‑'’":
        begin = at
        while begin and text[begin - 1].isalpha() and at - begin < 5:
            begin -= 1
        front = text[begin:at]
        if front in PREFIXES or (text[at] in "'’" and front in {"d", "l"}):
            return begin
        return -1 if text[at - 1 : at].isdigit() and at else start
    if text[at].isdigit():
        return -1
    first = max(0, at - 1)
    letters = MIXED.search(text, first, start)
    if not letters or (letters.start() and text[letters.start() - 1].isalnum()):
        return -1
    return letters.start()


def link_of(gap: str, before: str, owned: str, low: str, known: Lexicon) -> str | None:
    """Tell how two capitalised words hang together over a gap; None where they do not."""
    if gap == " ":
        if before[-1] != ".":
            return ""
        ends = (len(before) > 2 and low in known.functional) or before in ENDING_PLACES or low in CLAUSE_OPENERS
        return None if ends else ""
    if owned:
        return "'s" if gap == owned and gap[-1] == " " else None
    link = CONNECTORS.get(gap)
    if link:
        return link
    if gap == ". ":
        return "" if before in ABBREVIATIONS or len(before) == 1 else None
    if gap in {"\n", "  ", ", Jr", " 'n' "}:
        return ""
    if gap == " & ":
        return "&"
    if not gap:
        return "" if before[-1] == "." else None
    return "de" if PARTICLES.fullmatch(gap) else None
