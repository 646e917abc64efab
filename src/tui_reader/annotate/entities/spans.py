"""Where names may stand: runs of capitalised words, joined over connectors, cut at titles, dates and suffixes."""

import re
from dataclasses import dataclass, field

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.shape import APOSTROPHES, HYPHENS, PREFIXES, TOKEN

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
    " against ": "against",
    " to ": "to",
    " in ": "in",
    " with ": "with",
}
PARTICLES = re.compile(
    r" (?:(?:de|del|della|di|da|das|do|dos|du|la|las|los|le|van|von|der|den|het|ter|ten|bin|ibn|bint|abu|al|el|ul|e|y|des|af|et|zu|und)[ -]){1,3}"
)
ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr Prof St Gen Lt Col Maj Capt Sgt Sen Rep Gov Rev Hon Jr Sr Fr Mt Ft Adm Cmdr Brig Supt Eng Engr Dept Bros Pres Pvt Cpl Insp Smt Msgr No Inc Corp Ltd Co".split()
)
ENDERS = frozenset(".!?:;…•·|")
OPENERS = frozenset(" \n\t\"'“”‘’([{*-–—_#>")
ORDINAL = re.compile(r"(?<!\S)\d{1,3}(?:st|nd|rd|th)\s$")
MIXED = re.compile(r"[a-z]{1,2}$")


@dataclass(slots=True)
class Piece:
    """One stretch that may be a name, while it is being cut to size."""

    start: int
    end: int
    words: list[str]
    offsets: list[int]
    """Where each word begins."""
    initial: bool
    """It stands where a sentence starts, so that its first capital says nothing."""
    title: str = ""
    """The title that was peeled off its front."""
    joined: bool = False
    """A connector stands inside."""
    suffixed: bool = False
    """A suffix such as ``-based`` was cut from its end."""
    clues: list[float] = field(default_factory=list)


def is_sentence_start(text: str, start: int) -> bool:
    """Tell whether a capital at ``start`` may be there for the sentence's sake alone."""
    at = start - 1
    while at >= 0 and text[at] in OPENERS:
        at -= 1
    if at < 0:
        return True
    last = text[at]
    if last not in ENDERS:
        return any(mark in '“"\n•*#‘' for mark in text[at + 1 : start]) and last != ","
    if last != ".":
        return True
    word = text[max(0, at - 6) : at].rpartition(" ")[2].lstrip('("“')
    return not (word in ABBREVIATIONS or (len(word) == 1 and word.isupper()))


def cut_suffix(word: str, known: Lexicon) -> int:
    """Give where a suffix begins in ``Beijing-based``; the word's length where there is none."""
    for mark in HYPHENS:
        at = word.find(mark)
        while at > 0:
            rest = word[at + 1 :]
            tail = rest.rpartition(mark)[2]
            if rest.islower() and (tail in known.suffixes or (len(tail) > 4 and tail in known.common)):
                if not (len(rest) <= 3 and word[:at].casefold() in known.east_surnames | KOREAN_FIRST):
                    return at
            at = word.find(mark, at + 1)
    return len(word)


KOREAN_FIRST = frozenset(
    {
        "jong",
        "jae",
        "eun",
        "seung",
        "sang",
        "kyung",
        "ki",
        "myung",
        "hyun",
        "jung",
        "sung",
        "young",
        "dong",
        "tae",
        "min",
    }
)
"""First syllables of Korean given names, which may end in ``-in``, ``-un`` or ``-on``."""


def raw_runs(text: str) -> list[tuple[list[tuple[int, int, str]], list[str]]]:
    """Give runs of capitalised words with what stands between them (an empty string between neighbours)."""
    runs: list[tuple[list[tuple[int, int, str]], list[str]]] = []
    words: list[tuple[int, int, str]] = []
    gaps: list[str] = []
    last_end, stop = -9, True
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "-‐‑'’"):
            widened = widen(text, start)
            if widened < 0:
                continue
            start = widened
        word = text[start:end]
        gap = text[last_end:start] if start - last_end < 16 else "\n\n"
        link = None if stop or start < last_end else link_of(gap, words[-1][2] if words else "")
        if link is None:
            if words:
                runs.append((words, gaps))
            words, gaps = [], []
        else:
            gaps.append(link)
        words.append((start, end, word))
        last_end = end
        stop = text[end : end + 1] in APOSTROPHES and text[end + 1 : end + 2] in "sS " and text[end : end + 1] != ""
        if stop and text[end + 1 : end + 2] == " " and word[-1] not in "sS":
            stop = False
    if words:
        runs.append((words, gaps))
    return runs


def widen(text: str, start: int) -> int:
    """Give where a word really begins whose capital is not its first letter (``al-Sisi``, ``iPhone``); -1 for none."""
    at = start - 1
    if text[at] in "-‐‑'’":
        begin = at
        while begin and text[begin - 1].isalpha() and at - begin < 5:
            begin -= 1
        front = text[begin:at]
        if front in PREFIXES or (text[at] in "'’" and front in {"d", "l"}):
            return begin
        return start if not text[at - 1 : at].isdigit() else -1
    front = text[max(0, at - 2) : start]
    if text[at].isdigit():
        return -1
    letters = MIXED.search(front)
    return (
        letters.start() + max(0, at - 2)
        if letters and not text[letters.start() + max(0, at - 2) - 1 : letters.start() + max(0, at - 2)].isalnum()
        else -1
    )


def link_of(gap: str, before: str) -> str | None:
    """Tell how two capitalised words hang together over a gap: '' closely, a connector's name, or not at all."""
    if gap in {" ", "\n", "  "}:
        return ""
    link = CONNECTORS.get(gap)
    if link:
        return link
    if gap in {" & ", "/"}:
        return "&" if gap == " & " else None
    if gap == ". " and (before in ABBREVIATIONS or len(before) == 1):
        return ""
    if gap in {"", "-"}:
        return "" if before.endswith(".") else None
    if PARTICLES.fullmatch(gap):
        return "de"
    if gap in {", Jr", " 'n' "}:
        return ""
    return None


def pieces(text: str) -> list[Piece]:
    """Give everything in one segment of prose that may be a name, cut to size, in reading order."""
    known = lexicon()
    found: list[Piece] = []
    for words, gaps in raw_runs(text):
        for first, last in joined(words, gaps, known):
            begin = words[first][0]
            piece = Piece(
                begin,
                words[last][1],
                [word for _, _, word in words[first : last + 1]],
                [start for start, _, _ in words[first : last + 1]],
                is_sentence_start(text, begin) if first == 0 or gaps[first - 1] == "" else False,
                joined=any(link not in {"", "de"} for link in gaps[first:last]),
            )
            cut(text, piece, known, found)
    return found


def joined(words: list[tuple[int, int, str]], gaps: list[str], known: Lexicon) -> list[tuple[int, int]]:
    """Cut a run at the connectors that do not belong inside a name; first and last word of each part."""
    if not any(gaps):
        return [(0, len(words) - 1)]
    lows = [word.casefold() for _, _, word in words]
    parts: list[tuple[int, int]] = []
    first, index = 0, 0
    office = False
    while index < len(gaps):
        link = gaps[index]
        if link not in {"", "&", "de"}:
            end = index + 1
            while end < len(gaps) and gaps[end] in {"", "&", "de"}:
                end += 1
            inside = belongs(link, lows[first : index + 1], lows[index + 1 : end + 1], office, gaps[index + 1 :], known)
            if inside:
                office = office or link in {"of", "for", "on"}
            else:
                parts.append((first, index))
                first, office = index + 1, False
        index += 1
    parts.append((first, len(words) - 1))
    return parts


def belongs(link: str, left: list[str], right: list[str], office: bool, later: list[str], known: Lexicon) -> bool:  # noqa: FBT001
    """Tell whether a connector stands inside one name."""
    head = left[-1]
    if (
        f"{left[-1]} {link} {right[0]}" in known.countries
        or f"{' '.join(left[-2:])} {link} {' '.join(right)}" in known.countries
    ):
        return True
    if link == "of":
        return head in known.of_heads and (head not in known.titles) and right[0] not in known.days | known.months
    if link == "for":
        return head in known.for_heads and right[0] in known.common and right[0] not in known.titles
    if link == "on":
        return head in known.on_heads and right[0] in known.common and right[0] not in known.days | known.months
    plain = all(word in known.common and word not in known.nationalities for word in right)
    if link == "and":
        if office:
            return plain and right[0] not in known.of_heads and right[0] not in known.titles
        heads = known.organization_heads | known.other_heads
        return (
            plain
            and len(right) > 1
            and len(left) <= 2
            and right[-1] in heads
            and all(word in known.common and word not in known.titles for word in left)
            and left[-1] not in heads - known.other_heads
        )
    if link == ",":
        ahead = [mark for mark in later if mark]
        return (
            office
            and plain
            and bool(ahead)
            and "and" in ahead[:3]
            and left[0] in {"ministry", "department", "committee", "secretary", "secretariat"}
            and right[0] not in known.of_heads | known.titles
        )
    return False


def cut(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Cut a joined run at suffixes, dates and titles, trim its edges, and add what is left."""
    lows = [word.casefold().rstrip(".") for word in piece.words]
    begin = 0
    count = len(lows)
    for index, low in enumerate(lows):
        word = piece.words[index]
        at = cut_suffix(word, known) if "-" in word or "‐" in word or "‑" in word else len(word)
        if at < len(word):
            part = slice_piece(text, piece, begin, index + 1)
            part.end = piece.offsets[index] + at
            part.words[-1] = word[:at]
            part.suffixed = True
            peel(text, part, known, found)
            begin = index + 1
        elif (low in known.months or low in known.days) and is_date(text, piece, index, lows, known):
            if index > begin:
                peel(text, slice_piece(text, piece, begin, index), known, found)
            begin = index + 1
    if begin == 0:
        peel(text, piece, known, found)
    elif begin < count:
        peel(text, slice_piece(text, piece, begin, count), known, found)


def is_date(text: str, piece: Piece, index: int, lows: list[str], known: Lexicon) -> bool:
    """Tell a month or day from the name it may also be (``Theresa May``, ``April Smith``, ``Black Friday``)."""
    low, count = lows[index], len(lows)
    end = piece.offsets[index] + len(piece.words[index])
    if text[end : end + 3].strip(" ,.")[:1].isdigit():
        return not (index + 1 < count)
    if low in {"may", "april", "june", "august", "jan", "mar", "sun", "march", "sat", "wed", "mon"}:
        if index and lows[index - 1] in known.given_names:
            return False
        if index + 1 < count and low in {"april", "june", "jan", "sun"}:
            return False
    if index and low == "friday" and lows[index - 1] in {"black", "good"}:
        return False
    return not (index and index + 1 < count and lows[index + 1] in known.other_heads | known.organization_heads)


def slice_piece(text: str, piece: Piece, first: int, last: int) -> Piece:
    """Give the part of a piece from one word up to another, excluded."""
    offsets = piece.offsets[first:last]
    end = piece.end if last == len(piece.words) else offsets[-1] + len(piece.words[last - 1])
    initial = piece.initial and first == 0
    inner = text[offsets[0] : end]
    return Piece(
        offsets[0],
        end,
        piece.words[first:last],
        offsets,
        initial,
        piece.title if first == 0 else "",
        joined=" of " in inner or " for " in inner or " and " in inner,
    )


def peel(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Part titles, offices and nationalities from the person they stand before; trim articles and stops."""
    words = piece.words
    lows = [word.casefold().rstrip(".") for word in words]
    heads_last = lows[-1] in known.organization_heads or lows[-1] in known.place_heads or lows[-1] in known.other_heads
    first = 0
    while first < len(lows) and lows[first] in {"the", "a", "an"}:
        first += 1
    while (
        piece.initial
        and first < len(lows)
        and lows[first] in known.functional
        and not (first + 1 < len(lows) and keeps_functional(lows, first, known))
    ):
        first += 1
    while not piece.initial and first < len(lows) and lows[first] in known.functional and lows[first] in PLAIN_OPENERS:
        first += 1
    if first >= len(lows):
        return
    if first:
        piece = slice_piece(text, piece, first, len(lows))
        lows, words = lows[first:], words[first:]
    last_title = -1
    if not piece.joined or not heads_last:
        for index in range(len(lows) - 1):
            if lows[index] in known.titles and not (
                index + 1 < len(lows) and lows[index + 1] in known.title_modifiers and index + 2 >= len(lows)
            ):
                last_title = index
    if last_title >= 0 and not (heads_last and not strong_title(lows, last_title)):
        split_title(text, piece, lows, last_title, known, found)
        return
    if (
        all(low in known.titles or low in known.title_modifiers or low in known.functional for low in lows)
        and " ".join(lows) not in known.famous
        and not heads_last
    ):
        return
    if lows[-1] in known.titles and len(lows) > 1 and not piece.joined:
        kept = len(lows) - 1
        while kept and lows[kept - 1] in known.title_modifiers:
            kept -= 1
        if kept == 0:
            return
        piece = slice_piece(text, piece, 0, kept)
        lows = lows[:kept]
    strip_nationality(text, piece, lows, known, found)


PLAIN_OPENERS = frozenset(
    "in on at by for from with of to and or but the a an when where while as if it he she they we his her their our your my i this that these those there".split()
)
HONOURS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "president",
        "minister",
        "senator",
        "sen",
        "gov",
        "governor",
        "premier",
        "chancellor",
        "secretary",
        "spokesman",
        "spokeswoman",
        "ceo",
        "chairman",
        "professor",
        "prof",
    }
)


def strong_title(lows: list[str], index: int) -> bool:
    """Tell whether a title is one that stands before persons even if the run ends like an organisation."""
    return lows[index] in HONOURS and len(lows) - index <= 3


def keeps_functional(lows: list[str], index: int, known: Lexicon) -> bool:
    """Tell whether a sentence's first word, though functional, opens a name (``Will Smith``, ``New York``)."""
    pair = f"{lows[index]} {lows[index + 1]}"
    if pair in known.regions or pair in known.countries or pair in known.famous or pair in known.cities_large:
        return True
    if lows[index] in {"will", "may"}:
        return lows[index + 1] in known.family_names and lows[index + 1] not in known.common
    return lows[index] in {
        "new",
        "old",
        "great",
        "good",
        "big",
        "first",
        "local",
        "third",
        "one",
        "two",
        "all",
        "people",
        "police",
    } and (lows[-1] in known.organization_heads or lows[-1] in known.place_heads or lows[-1] in known.other_heads)


def split_title(text: str, piece: Piece, lows: list[str], index: int, known: Lexicon, found: list[Piece]) -> None:
    """Add the person after a title, and the organisation or country before it."""
    royal = lows[index] in {"prince", "princess", "queen"} and len(lows) == index + 2
    person = slice_piece(text, piece, index if royal else index + 1, len(lows))
    person.title = " ".join(piece.words[: index + 1])
    person.initial = False
    front = index
    while front and (lows[front - 1] in known.title_modifiers or lows[front - 1] in known.titles):
        front -= 1
    if front:
        strip_nationality(text, slice_piece(text, piece, 0, front), lows[:front], known, found)
    rest = [word.casefold().rstrip(".") for word in person.words]
    if not all(low in known.titles or low in known.title_modifiers or low in known.functional for low in rest):
        found.append(person)


def strip_nationality(text: str, piece: Piece, lows: list[str], known: Lexicon, found: list[Piece]) -> None:
    """Drop a bare nationality, and one that stands before a person."""
    phrase = " ".join(lows)
    if phrase in known.nationalities:
        return
    if len(lows) > 1:
        width = 2 if " ".join(lows[:2]) in known.nationalities else 1 if lows[0] in known.nationalities else 0
        if width and len(lows) > width and phrase not in known.famous:
            rest = lows[width:]
            if (
                rest[0] in known.given_names
                and rest[-1] not in known.organization_heads
                and rest[-1] not in known.common
            ):
                piece = slice_piece(text, piece, width, len(lows))
            elif all(low in known.nationalities for low in rest):
                return
    match = ORDINAL.search(text, max(0, piece.start - 7), piece.start)
    if match and (
        piece.words[-1].casefold() in known.other_heads or piece.words[-1].casefold() in known.organization_heads
    ):
        piece.start = match.start()
    found.append(piece)
