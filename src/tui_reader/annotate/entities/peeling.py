"""Cut a stretch of capitalised words to the name in it: dates, suffixes, titles and nationalities come off."""

import re
from dataclasses import replace
from itertools import pairwise

from tui_reader.annotate.entities.compounds import compound, with_party
from tui_reader.annotate.entities.lexicon import Lexicon, is_head, is_listed, is_office, lexicon
from tui_reader.annotate.entities.runs import HYPHEN, lowered, suffix_at
from tui_reader.annotate.entities.spans import BODIES, Piece, candidates
from tui_reader.annotate.entities.things import numbered

ORDINAL = re.compile(r"(?<!\S)\d{1,3}(?:st|nd|rd|th)\s$")
ROYAL = frozenset({"prince", "princess", "queen"})
"""Titles that stay with a name of one word."""
DATED = frozenset({"in", "last", "since", "until", "by", "of", "this", "next", "from", "early", "late", "for"})
"""Words before a month."""
BY_NAME = frozenset({"miss", "mr", "mrs"})
"""Titles that, before a country's name, belong to it (``Miss Iceland``)."""


def names_in(text: str) -> list[Piece]:
    """Give everything in one segment of prose that may be a name, cut to size, in reading order."""
    known = lexicon()
    found: list[Piece] = []
    for piece in candidates(text):
        cut(text, piece, known, found)
    return found


def cut(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Part a stretch at suffixes and dates, and peel what is left."""
    if known.dates.isdisjoint(piece.lows) and not HYPHEN.search(text, piece.start, piece.end):
        peel(text, piece, known, found)
        return
    begin = 0
    count = len(piece.lows)
    for index, low in enumerate(piece.lows):
        word = piece.words[index]
        at = suffix_at(word, known) if HYPHEN.search(word) else len(word)
        if at < len(word):
            part = piece.part(begin, index + 1)
            part.end = piece.offsets[index] + at
            part.words[-1], part.lows[-1] = word[:at], lowered(word[:at])
            part.suffixed = True
            peel(text, part, known, found)
            begin = index + 1
        elif low in known.dates and is_date(text, piece, index, known):
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
    if count == 1 and low in known.east_surnames:
        return False
    if index + 1 < count and opens_name(text, piece, index, known):
        return False
    if (
        low in known.short_dates
        and not text[max(0, piece.offsets[index] - 2) : piece.offsets[index]].strip()[-1:].isdigit()
    ):
        return count == 1
    if low in known.ambiguous_dates:
        if index and lows[index - 1] in known.given_names:
            return False
        if index + 1 < count and low in {"april", "june", "jan", "sun"}:
            return False
    if not index:
        return True
    pair = f"{lows[index - 1]} {low}"
    if pair in known.events or pair in known.famous:
        return False
    return not (
        index + 1 < count and (lows[index + 1] in known.other_heads or lows[index + 1] in known.organization_heads)
    )


def opens_name(text: str, piece: Piece, index: int, known: Lexicon) -> bool:
    """Tell whether a month or day opens a listed name (``May Day``) or is a person's first name (``August Wilson``)."""
    low, after = piece.lows[index : index + 2]
    pair = f"{low} {after}"
    if pair in known.events or pair in known.famous:
        return True
    start = piece.offsets[index]
    before = text[max(0, start - 8) : start].rstrip().rpartition(" ")[2].casefold()
    return low == "august" and len(piece.lows) == index + 2 and after in known.family_names and before not in DATED


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
    headed = is_head(lows[-1], known) or (piece.joined and not BODIES.isdisjoint(lows))
    title = -1 if piece.joined and headed and lows[0] != "messrs" else last_title(lows, known)
    if title >= 0 and piece.joined and not before_person(lows, title, known):
        title = -1
    if title >= 0 and (not headed or lows[0] == "messrs" or (lows[title] in known.honours and len(lows) - title <= 3)):
        split_title(text, piece, title, known, found)
        return
    if len(lows) > 2 and not piece.joined and not headed:
        front = front_of_person(lows, known)
        if front:
            peel(text, piece.part(0, front), known, found)
            found.append(piece.part(front, len(lows)))
            return
    if not headed and is_office(lows, known) and not is_named(piece.phrase, known):
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
    while first < len(lows) and is_field(lows[first], known):
        first += 1
    if first >= len(lows):
        return
    if is_seat(lows, known) and (not first or is_listed(" ".join(lows[:-2]), known)):
        seat = len(lows) - 2
        emit(text, replace(piece.part(0, seat), office=""), known, found)
        person = piece.part(seat, len(lows))
        person.title = f"{piece.office} of {' '.join(piece.words[:seat])}"
        found.append(person)
        return
    title = f"{piece.office} of {' '.join(piece.words[:first])}"
    piece = piece.part(first, len(lows))
    if first and len(piece.lows) > 1:
        piece.title = title
    piece.office = ""
    peel(text, piece, known, found)


def is_seat(lows: list[str], known: Lexicon) -> bool:
    """Tell whether a full name closes what is behind an office's ``of`` (``Archbishop of Utopia Ana Ruiz``)."""
    full = len(lows) > LONGEST_FULL and lows[-2] in known.given_names and lows[-1] not in known.common
    return full and lows[-1] not in known.heads and not known.given_names.issuperset(lows[:-2])


LONGEST_FULL = 2
"""Words of a first name and a surname."""


def front_of_person(lows: list[str], known: Lexicon) -> int:
    """Count the words of a firm or an office that stand before a full name (``Merrill Lynch Mario Rossi``); 0 for none.

    Only two listed names that close the piece, behind words that are no names of people, make one.
    """
    front = len(lows) - 2
    last = lows[-1]
    surname = last in known.family_names or (lows[front - 1] in known.heads and last not in known.common)
    if lows[-2] not in known.given_names or last in known.heads or not surname:
        return 0
    people = " ".join(lows[:2]) not in known.listed and any(
        low in known.given_names or low in known.east_surnames or low in known.particles or len(low) < 2
        for low in lows[:front]
    )
    if people or lows[-2] in known.common:
        return 0
    plain = lows[front - 1] in known.common or lows[front - 1] in known.heads
    return front if plain or (front > 1 and lows[front - 1] not in known.family_names) else 0


def is_named(phrase: str, known: Lexicon) -> bool:
    """Tell whether words that may be an office are a well-known name, a nationality's or a party's."""
    return phrase in known.famous or phrase in known.nationalities or phrase in known.parties


def before_person(lows: list[str], title: int, known: Lexicon) -> bool:
    """Tell whether a title in a body's name stands before a person (``Bank of Utopia Director Ana Ruiz``)."""
    if lows[title] in known.honours:
        return True
    body = lows[title + 1] in known.of_heads or lows[title + 1] in known.on_heads
    return not body and not known.common.issuperset(lows[title + 1 :])


def is_field(low: str, known: Lexicon) -> bool:
    """Tell whether a word may be (part of) the field of an office."""
    return low in known.title_modifiers or (low in known.common and low not in known.given_names)


def opening(piece: Piece, known: Lexicon) -> int:
    """Count the words to leave out at a piece's front."""
    lows = piece.lows
    last = len(lows) - 1
    first = 0
    while first <= last and lows[first] in {"the", "a", "an"}:
        first += 1
    if not piece.initial:
        while first <= last and lows[first] in known.plain_openers:
            first += 1
        return first
    while (
        first <= last
        and lows[first] in known.functional
        and not (first < last and keeps(lows, first, known, joined=piece.joined))
    ):
        first += 1
    return first


def keeps(lows: list[str], index: int, known: Lexicon, *, joined: bool) -> bool:
    """Tell whether a sentence's first word, though functional, opens a name (``Will Smith``, ``New York``)."""
    after = lows[index + 1]
    if is_listed(f"{lows[index]} {after}", known):
        return True
    if lows[index] in {"will", "may"}:
        return after in known.family_names and after not in known.common
    if lows[index] == "he":
        return len(lows) == index + 2 and after not in known.common
    if lows[index] not in known.name_openers:
        return False
    return is_head(lows[-1], known) or (joined and any(is_head(low, known) for low in lows[index + 1 :]))


def last_title(lows: list[str], known: Lexicon) -> int:
    """Give the last title that has a name after it; -1 for none."""
    found = -1
    for index, (low, after) in enumerate(pairwise(lows)):
        if low in known.titles and not (after in known.title_modifiers and index + 2 >= len(lows)):
            found = index
    return found


def split_title(text: str, piece: Piece, title: int, known: Lexicon, found: list[Piece]) -> None:
    """Add the person after a title, and the organisation or country before it."""
    lows = piece.lows
    rest = lows[title + 1 :]
    land = " ".join(rest)
    if land in known.countries or land in known.regions:
        found.append(piece if lows[title] in BY_NAME else piece.part(title + 1, len(lows)))
        return
    person = piece.part(title if lows[title] in ROYAL and len(rest) == 1 else title + 1, len(lows))
    person.title = " ".join(piece.words[: title + 1])
    person.initial = False
    front = title
    while front and (lows[front - 1] in known.title_modifiers or lows[front - 1] in known.titles):
        front -= 1
    if front:
        emit(text, piece.part(0, front), known, found)
    if not is_office(rest, known):
        found.append(person)


def emit(text: str, piece: Piece, known: Lexicon, found: list[Piece]) -> None:
    """Add a piece; drop a bare nationality, and one that stands before a person or after a name."""
    lows = piece.lows
    phrase = piece.phrase
    if phrase in known.nationalities or (len(lows) == 1 and phrase in known.parties):
        party = with_party(text, piece)
        if party or phrase in known.famous:
            found.append(party or piece)
        return
    if len(lows) == 1 and "-" in piece.words[0]:
        found.extend(compound(text, piece, known))
        return
    if len(lows) > 1 and phrase not in known.famous:
        width = 2 if " ".join(lows[:2]) in known.nationalities else int(lows[0] in known.nationalities)
        if known.nationalities.issuperset(lows[width:]):
            return
        if width and is_person_like(lows[width:], known):
            piece = piece.part(width, len(lows))
        elif lows[-1] in known.nationalities and text[piece.end : piece.end + 2].strip().islower():
            piece = piece.part(0, len(lows) - 1)
    last = piece.end - piece.offsets[-1] == len(piece.words[-1])
    if last and text[piece.end : piece.end + 1] in {" ", "-", "/"} and text[piece.end + 1 : piece.end + 2].isdigit():
        piece.end = numbered(text, piece.start, piece.end, lows[0], known)
    if piece.lows[-1] in known.heads:
        match = ORDINAL.search(text, max(0, piece.start - 7), piece.start)
        if match and (piece.lows[-1] in known.other_heads or piece.lows[-1] in known.organization_heads):
            piece.start = match.start()
    found.append(piece)


def is_person_like(lows: list[str], known: Lexicon) -> bool:
    """Tell whether the words after a nationality are a name of their own, so that the nationality only describes it."""
    if lows[-1] in known.organization_heads:
        return False
    if lows[0] in known.given_names and lows[-1] not in known.common:
        return True
    return len(lows) > 1 and known.common.isdisjoint(lows) and lows[-1] not in known.place_heads
