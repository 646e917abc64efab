"""Surnames that begin with small words, which belong to them wherever they stand (``von der Leyen``)."""

import re
from collections.abc import Iterable

from tui_reader.annotate.entities.judging import Found
from tui_reader.annotate.entities.shape import normal_form

WORDS = frozenset({"von", "van", "der", "den", "de", "di", "da", "du", "del", "della", "dos", "ter", "ten"})
BEFORE = re.compile(rf"(?<!\S)(?:(?:{'|'.join(sorted(WORDS))}) ){{1,3}}$")
REACH = 20
"""How far before a surname its small words begin at most, in code points."""


def with_particles(form: str) -> str:
    """Give the surname of a full name in normal form with the small words before it."""
    words = form.split()
    first = len(words) - 1
    while first > 1 and words[first - 1] in WORDS:
        first -= 1
    return " ".join(words[first:])


def widen(found: Iterable[Found], text: str) -> None:
    """Give a story's lone surnames the small words that a full name of the story has before them."""
    full = [item.form for item in found if item.accepted and " " in item.form]
    wide = {surname for form in full if " " in (surname := with_particles(form))}
    if not wide:
        return
    for item in found:
        match = BEFORE.search(text, max(0, item.start - REACH), item.start)
        if match is not None and item.form and " " not in item.form:
            form = normal_form(text[match.start() : item.end])
            if form in wide:
                item.start, item.form = match.start(), form
