"""Cut a stretch of capitalised words to the name it holds: dates, suffixes, titles, offices and nationalities come off."""

import re
from itertools import pairwise

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.runs import lowered, suffix_at
from tui_reader.annotate.entities.spans import BODIES, Piece, candidates

ORDINAL = re.compile(r"(?<!\S)\d{1,3}(?:st|nd|rd|th)\s$")
AMBIGUOUS_MONTHS = frozenset({"may", "april", "june", "august", "jan", "mar", "sun", "march", "sat", "wed", "mon"})
PLAIN_OPENERS = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "of",
        "to",
        "and",
        "or",
        "but",
        "the",
        "a",
        "an",
        "when",
        "where",
        "while",
        "as",
        "if",
    ]
    + [
        "it",
        "she",
        "they",
        "we",
        "his",
        "her",
        "their",
        "our",
        "your",
        "my",
        "i",
        "this",
        "that",
        "these",
        "those",
        "there",
        "i'm",
    ]
)
"""Words that never open a name, wherever they stand."""
HONOURS = frozenset(
    [
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
    ]
    + ["spokesman", "spokeswoman", "ceo", "chairman", "professor", "prof"]
)
"""Titles that stand before persons even where the run ends like an organisation."""
ROYAL = frozenset({"prince", "princess", "queen"})
COMPOUND_HEAD = re.compile(
    r"(?: [a-z]{3,12}){0,2} (?:service|region|zone|area|corridor|railway|line|highway|expressway|plan|initiative|border|project|route|canal|pipeline)\b"
)
PARTIES = frozenset(
    {"labour", "labor", "green", "national", "progressive", "liberal", "reform", "workers", "congress", "centre"}
)


def names_in(text: str) -> list[Piece]:
    """Give everything in one segment of prose that may be a name, cut to size, in reading order."""
    known = lexicon()
    found: list[Piece] = []
    for piece in candidates(text):
        cut(text, piece, known, found)
    return found


def cut(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Part a stretch at suffixes and dates, and peel what is left."""
    begin = 0
    count = len(piece.lows)
    for index, low in enumerate(piece.lows):
        word = piece.words[index]
        if "-" in word or "‐" in word or "‑" in word:
            at = suffix_at(word, known)
            if at < len(word):
                part = piece.part(begin, index + 1)
                part.end = piece.offsets[index] + at
                part.words[-1], part.lows[-1] = word[:at], lowered(word[:at])
                part.suffixed = True
                peel(text, part, known, found)
                begin = index + 1
                continue
        if (low in known.months or low in known.days) and is_date(text, piece, index, known):
            if index > begin:
                peel(text, piece.part(begin, index), known, found)
            begin = index + 1
    if begin == 0:
        peel(text, piece, known, found)
    elif begin < count:
        peel(text, piece.part(begin, count), known, found)


def is_date(text: str, piece: Piece, index: int, known: Lexicon) -> bool:
    """Tell a month or day from the name it may also be (``Theresa May``, ``April Smith``, ``Black Friday``)."""
    lows = piece.lows
    low, count = lows[index], len(lows)
    end = piece.offsets[index] + len(piece.words[index])
    if text[end : end + 3].strip(" ,.")[:1].isdigit():
        return index + 1 == count
    if low in AMBIGUOUS_MONTHS:
        if index and lows[index - 1] in known.given_names:
            return False
        if index + 1 < count and low in {"april", "june", "jan", "sun"}:
            return False
    if index and (f"{lows[index - 1]} {low}" in known.events or f"{lows[index - 1]} {low}" in known.famous):
        return False
    return not (index and index + 1 < count and lows[index + 1] in known.other_heads | known.organization_heads)


def peel(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Part titles and offices from the person they stand before; trim articles and a sentence's first plain words."""
    if len(piece.lows) > 1 and is_listed(piece.phrase, known):
        found.append(piece)
        return
    if piece.office:
        peel_office(text, piece, known, found)
        return
    first = opening(piece, known)
    if first >= len(piece.lows):
        return
    if first:
        piece = piece.part(first, len(piece.lows))
        if is_listed(piece.phrase, known):
            found.append(piece)
            return
    lows = piece.lows
    headed = lows[-1] in known.organization_heads or lows[-1] in known.place_heads or lows[-1] in known.other_heads
    headed = headed or (piece.joined and not BODIES.isdisjoint(lows))
    title = -1 if piece.joined and headed else last_title(lows, known)
    if title >= 0 and (not headed or (lows[title] in HONOURS and len(lows) - title <= 3)):
        split_title(text, piece, title, known, found)
        return
    plain = all(low in known.titles or low in known.title_modifiers or low in known.functional for low in lows)
    party = piece.phrase in known.famous or piece.phrase in known.nationalities or piece.phrase in PARTIES
    if not headed and plain and not party:
        return
    if len(lows) > 1 and lows[-1] in known.titles and not piece.joined:
        kept = len(lows) - 1
        while kept and lows[kept - 1] in known.title_modifiers:
            kept -= 1
        if not kept:
            return
        piece = piece.part(0, kept)
    emit(text, piece, known, found)


def peel_office(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Part the field of an office from the person who holds it (``State George Brown``); a field alone is no name."""
    lows = piece.lows
    first = 0
    while first < len(lows) and (
        lows[first] in known.title_modifiers or (lows[first] in known.common and lows[first] not in known.given_names)
    ):
        first += 1
    if first >= len(lows):
        return
    title = f"{piece.office} of {' '.join(piece.words[:first])}"
    piece = piece.part(first, len(lows))
    if first and len(piece.lows) > 1:
        piece.title = title
    piece.office = ""
    peel(text, piece, known, found)


def is_listed(phrase: str, known: Lexicon) -> bool:
    """Tell whether a phrase as it stands is in a gazetteer or among the well-known names."""
    return (
        phrase in known.countries
        or phrase in known.regions
        or phrase in known.famous
        or phrase in known.cities_strong
        or phrase in known.events
        or (" " in phrase and phrase in known.cities_large)
    )


def opening(piece: Piece, known: Lexicon) -> int:
    """Count the words to leave out at a piece's front."""
    lows = piece.lows
    first = 0
    while first < len(lows) and lows[first] in {"the", "a", "an"}:
        first += 1
    if piece.initial:
        while (
            first < len(lows)
            and lows[first] in known.functional
            and not (first + 1 < len(lows) and keeps(lows, first, known))
        ):
            first += 1
    else:
        while first < len(lows) and lows[first] in PLAIN_OPENERS:
            first += 1
    return first


def last_title(lows: list[str], known: Lexicon) -> int:
    """Give the last title that has a name after it; -1 for none."""
    found = -1
    for index, (low, after) in enumerate(pairwise(lows)):
        if low in known.titles and not (after in known.title_modifiers and index + 2 >= len(lows)):
            found = index
    return found


def keeps(lows: list[str], index: int, known: Lexicon) -> bool:
    """Tell whether a sentence's first word, though functional, opens a name (``Will Smith``, ``New York``)."""
    after = lows[index + 1]
    if is_listed(f"{lows[index]} {after}", known):
        return True
    if lows[index] in {"will", "may"}:
        return after in known.family_names and after not in known.common
    if lows[index] in {"he"}:
        return len(lows) == index + 2 and after not in known.common
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


def split_title(text: str, piece: Piece, title: int, known: Lexicon, found: list[Piece]) -> None:
    """Add the person after a title, and the organisation or country before it."""
    lows = piece.lows
    rest = lows[title + 1 :]
    if " ".join(rest) in known.countries or " ".join(rest) in known.regions:
        found.append(piece if lows[title] in {"miss", "mr", "mrs"} else piece.part(title + 1, len(lows)))
        return
    person = piece.part(title if lows[title] in ROYAL and len(rest) == 1 else title + 1, len(lows))
    person.title = " ".join(piece.words[: title + 1])
    person.initial = False
    front = title
    while front and (lows[front - 1] in known.title_modifiers or lows[front - 1] in known.titles):
        front -= 1
    if front:
        emit(text, piece.part(0, front), known, found)
    if not all(low in known.titles or low in known.title_modifiers or low in known.functional for low in rest):
        found.append(person)


def emit(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Add a piece; drop a bare nationality, and one that stands before a person or after a name."""
    lows = piece.lows
    if piece.phrase in known.nationalities or (len(lows) == 1 and lows[0] in PARTIES):
        if text.startswith((" party", " Party"), piece.end) and not text[piece.end + 6 : piece.end + 7].isalpha():
            piece.end += 6
            piece.words, piece.lows, piece.offsets = (
                [*piece.words, "party"],
                [*lows, "party"],
                [*piece.offsets, piece.end - 5],
            )
            found.append(piece)
        elif piece.phrase in known.famous:
            found.append(piece)
        return
    if len(lows) == 1 and "-" in piece.words[0] and compound(text, piece, known, found):
        return
    if len(lows) > 1 and piece.phrase not in known.famous:
        width = 2 if " ".join(lows[:2]) in known.nationalities else int(lows[0] in known.nationalities)
        rest = lows[width:]
        if all(low in known.nationalities for low in rest):
            return
        strange = (
            len(rest) > 1 and not any(low in known.common for low in rest) and rest[-1] not in known.organization_heads
        )
        if width and strange and rest[-1] not in known.place_heads:
            piece = piece.part(width, len(lows))
        elif (
            width
            and rest[0] in known.given_names
            and rest[-1] not in known.organization_heads
            and rest[-1] not in known.common
        ):
            piece = piece.part(width, len(lows))
        elif lows[-1] in known.nationalities and text[piece.end : piece.end + 2].strip().islower():
            piece = piece.part(0, len(lows) - 1)
    match = ORDINAL.search(text, max(0, piece.start - 7), piece.start)
    if match and (piece.lows[-1] in known.other_heads or piece.lows[-1] in known.organization_heads):
        piece.start = match.start()
    found.append(piece)


def compound(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> bool:
    """Take ``X-Y`` apart where both are places or nationalities; let it take in the plain head noun that follows it otherwise."""
    word = piece.words[0]
    sides = word.split("-")
    if len(sides) < 2 or not all(side[:1].isupper() for side in sides):
        return False
    lows = [lowered(side) for side in sides]
    if all(
        low in known.nationalities or is_listed(low, known) or low in known.acronym_places or low in known.cities_large
        for low in lows
    ) and not COMPOUND_HEAD.match(text, piece.end):
        at = piece.start
        for side, low in zip(sides, lows, strict=True):
            if low not in known.nationalities:
                found.append(Piece(at, at + len(side), [side], [low], [at], initial=False))
            at += len(side) + 1
        return True
    if all(
        len(side) > 3 and low not in known.given_names and low not in known.family_names
        for side, low in zip(sides, lows, strict=True)
    ):
        match = COMPOUND_HEAD.match(text, piece.end)
        if match:
            tail = match.group().split()
            piece.words, piece.lows = piece.words + tail, piece.lows + tail
            piece.offsets = [*piece.offsets, *(piece.end + match.group().find(f" {part}") + 1 for part in tail)]
            piece.end = match.end()
    return False
