"""Names written with a hyphen, and the plain nouns that complete a name."""

import re
from dataclasses import replace

from tui_reader.annotate.entities.lexicon import Lexicon, is_listed
from tui_reader.annotate.entities.runs import lowered
from tui_reader.annotate.entities.spans import Piece

COMPOUND_HEAD = re.compile(
    r"(?: [a-z]{3,12}){0,2} (?:service|region|zone|area|corridor|railway|line|highway|expressway|plan|initiative|border"
    r"|project|route|canal|pipeline)\b"
)
PARTY_LETTERS = frozenset({"R", "D", "I"})
"""The parties of members of Congress, before their state (``R-Texas``)."""
PARTY = re.compile(r" [Pp]arty\b")


def with_party(text: str, piece: Piece) -> Piece | None:
    """Give ``Conservative party`` where the piece is only its first word; None where no party follows."""
    match = PARTY.match(text, piece.end)
    if not match:
        return None
    return replace(
        piece,
        end=match.end(),
        words=[*piece.words, "party"],
        lows=[*piece.lows, "party"],
        offsets=[*piece.offsets, match.start() + 1],
    )


def compound(text: str, piece: Piece, known: Lexicon) -> list[Piece]:
    """Take ``X-Y`` apart where both are places or nationalities; else add the plain noun that completes it."""
    word = piece.words[0]
    sides = word.split("-")
    member = len(sides) > 1 and sides[0] in PARTY_LETTERS and text[max(0, piece.start - 1) : piece.start] == "("
    if member and len(sides[1]) > 1:
        at = piece.start + len(sides[0]) + 1
        state = word[len(sides[0]) + 1 :]
        return [Piece(text, at, piece.end, [state], [lowered(state)], [at], initial=False)]
    if not all(side[:1].isupper() for side in sides):
        return [piece]
    lows = [lowered(side) for side in sides]
    head = COMPOUND_HEAD.match(text, piece.end)
    if not head and all(low in known.nationalities or is_place(low, known) for low in lows):
        parts = []
        at = piece.start
        for side, low in zip(sides, lows, strict=True):
            if low not in known.nationalities:
                parts.append(Piece(text, at, at + len(side), [side], [low], [at], initial=False))
            at += len(side) + 1
        return parts
    if head and all(is_place(low, known) or (len(low) > 3 and low not in known.given_names) for low in lows):
        tail = head.group().split()
        offsets = [piece.end + head.group().find(f" {part}") + 1 for part in tail]
        return [
            replace(
                piece,
                end=head.end(),
                words=[*piece.words, *tail],
                lows=[*piece.lows, *tail],
                offsets=[*piece.offsets, *offsets],
            )
        ]
    return [piece]


def is_place(low: str, known: Lexicon) -> bool:
    """Tell whether one side of a compound is a well-known place."""
    return is_listed(low, known) or low in known.acronym_places or low in known.cities_large
