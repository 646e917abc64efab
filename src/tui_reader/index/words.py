"""The words of the stories: which stories may hold what a text query asks for. ``text`` then finds the places."""

import re

from tui_reader.index.text import Term, TextQuery
from tui_reader.text.normalise import compounds, part

_UNSPACED = re.compile("([\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff])")
"""Letters of scripts without blanks: each is a word, so that a run of them can be asked for as a phrase."""
_SHORTEST_HEAD = 3
"""From so many letters on the last word of a phrase may go on; shorter words are taken whole."""


def word_feed(text: str) -> tuple[str, str]:
    """Give a story's words as they are indexed: the text folded, and its compounds written without their marks."""
    folded = part(text).text
    return folded if folded.isascii() else _UNSPACED.sub(r" \1 ", folded), " ".join(compounds(text))


def match_expression(query: TextQuery) -> str:
    """Write a query in the language of FTS5; every story that answers it matches, and few others. Empty: none can."""
    asked = " AND ".join(f"({_alternatives(term)})" for term in query.terms)
    barred = [term for term in query.without if len(term.parted) == 1 and not term.exact]
    for term in barred:
        asked = f"({asked}) NOT ({_alternatives(term)})" if asked else ""
    return asked


def _alternatives(term: Term) -> str:
    """Give the ways a term may be written: as it is, or with any of its words a compound of the text."""
    readings = [_phrase(term.parted, exact=term.exact)]
    words = term.joined
    if len(words) > 1 or words != term.parted:
        asked = [_phrase((word,), exact=term.exact or number < len(words) - 1) for number, word in enumerate(words)]
        readings.extend(
            " AND ".join([f"compounds : {word}", *asked[:number], *asked[number + 1 :]])
            for number, word in enumerate(asked)
        )
    return " OR ".join(f"({reading})" for reading in readings)


def _phrase(words: tuple[str, ...], *, exact: bool) -> str:
    """Quote words as a phrase; folding has left nothing in them that FTS5 reads as its own."""
    spaced = [piece for word in words for piece in _UNSPACED.sub(r" \1 ", word).split()]
    goes_on = not exact and len(spaced[-1]) >= _SHORTEST_HEAD
    return f'"{" ".join(spaced)}"' + (" *" if goes_on else "")
