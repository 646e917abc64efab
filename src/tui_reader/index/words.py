"""The words of the stories: which stories may hold what a text query asks for. ``text`` then finds the places."""

import re
from collections.abc import Callable

from tui_reader.index.text import SEARCHED, Term, TextQuery
from tui_reader.text.normalise import compounds, part

_UNSPACED = re.compile("([\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff])")
"""Letters of scripts without blanks: each is a word, so that a run of them can be asked for as a phrase."""
Complete = Callable[[str], list[str]]
"""Gives the words that one begun may become, itself among them."""
_SHORTEST_HEAD = 3
"""From so many letters on the last word of a phrase may go on; shorter words are taken whole."""


def word_feed(text: str) -> tuple[str, str]:
    """Give a story's words as they are indexed: the text folded, and its compounds written without their marks."""
    text = text[:SEARCHED]
    folded = part(text).text
    return folded if folded.isascii() else _UNSPACED.sub(r" \1 ", folded), " ".join(compounds(text))


def match_expression(query: TextQuery, complete: Complete) -> str:
    """Write a query in the language of FTS5; every story that answers it matches, and few others. Empty: none can.

    What the stories must not hold is left to who looks into them: to skip a common word takes long.
    """
    return " AND ".join(f"({_alternatives(term, complete)})" for term in query.terms)


def _alternatives(term: Term, complete: Complete) -> str:
    """Give the ways a term may be written: as it is, or with any of its words a compound of the text."""
    *before, last = _spaced(term.parted)
    goes_on = not term.exact and len(last) >= _SHORTEST_HEAD
    readings = [f'"{" ".join([*before, word])}"' for word in (complete(last) if goes_on else [last])]
    words = term.joined
    if len(words) > 1 or words != term.parted:
        asked = [f'"{" ".join(_spaced((word,)))}"' for word in words]
        if goes_on:
            asked[-1] = "(" + " OR ".join(f'"{word}"' for word in complete(words[-1])) + ")"
        readings.extend(
            " AND ".join([f"compounds : {word}", *asked[:number], *asked[number + 1 :]])
            for number, word in enumerate(asked)
        )
    return " OR ".join(f"({reading})" for reading in readings)


def _spaced(words: tuple[str, ...]) -> list[str]:
    """Give words as they are indexed; folding has left nothing in them that FTS5 reads as its own."""
    return [piece for word in words for piece in _UNSPACED.sub(r" \1 ", word).split()]
