"""Titles in quotation marks: works and other things whose names are whole phrases in capitals."""

import re
from dataclasses import dataclass

from tui_reader.annotate.entities.lexicon import Lexicon
from tui_reader.annotate.entities.scores import ORGANIZATION
from tui_reader.annotate.entities.shape import UPPER
from tui_reader.annotate.entities.wording import HEAD, inner
from tui_reader.model import EntityKind

QUOTED = re.compile(
    rf"(?<![\w“])(?:“([{UPPER}][^“”\n]{{4,90}}+)”|\"([{UPPER}][^\"\n]{{4,90}}+)\"|‘([{UPPER}][^‘’\n]{{4,90}}+)’(?!\w))"
)
MARKS = re.compile(rf"[“\"‘][{UPPER}]")
WORD = re.compile(r"[\w'’-]++")
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "with", "de", "la"}
)
"""Words that a title may leave small."""
NEAR = 28
"""How far beside a title it may be said what it is, in code points."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title's span without its marks, and what the words beside it say it is."""

    start: int
    end: int
    thing: EntityKind | None


def titles(text: str, known: Lexicon) -> list[Title]:
    """Give the quoted titles of a segment, in reading order; what somebody said is none."""
    if not MARKS.search(text):
        return []
    found = []
    for match in QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        if is_title(text[start:end], known):
            found.append(Title(start, end, thing_near(text, match.start(), match.end(), known)))
    return found


def is_title(phrase: str, known: Lexicon) -> bool:
    """Tell whether a quoted phrase of two words and more is in capitals but for small words, and is no sentence."""
    words = [match.group() for match in WORD.finditer(phrase)]
    if len(words) < 2 or phrase[-1] in ".,!?;:…—" or words[-1].islower():
        return False
    if any(not word[0].isupper() and not word[0].isdigit() and word not in SMALL for word in words):
        return False
    if inner(phrase)[ORGANIZATION] >= HEAD:
        return False
    plain = sum(word.casefold() in known.common for word in words)
    return plain * 2 >= len(words) and not phrase.isupper()


def thing_near(text: str, start: int, end: int, known: Lexicon) -> EntityKind | None:
    """Tell whether the words beside a title say that it is a work."""
    beside = f"{text[max(0, start - NEAR) : start]} {text[end : end + NEAR]}".casefold()
    words = set(WORD.findall(beside))
    return EntityKind.WORK if not words.isdisjoint(known.works_before | known.works_near) else None
