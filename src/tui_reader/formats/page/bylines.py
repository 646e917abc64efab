"""Bylines: how plainly a line names its writer."""

import re
from enum import IntEnum

from tui_reader.formats.page.lexicon import band, table
from tui_reader.formats.page.names import PARTICLES, is_name, leading_names

_LABEL = re.compile(
    r"(?:by\s*:?"
    r"|(?:words|text|story|report|reporter|reporters|reporting|interview|author|writer|correspondent|dispatch|feature)"
    r"\s*(?::|by\s*:?|—|–|-)"
    r"|(?:written|reported|told|as\s+told)\s+(?:by|to)\s*:?"
    r"|from(?:\s+our\s+\w+)?\s*:?"
    r"|(?-i:(?:Words|Text)(?=\s+[A-Z]{2})))\s+",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|bureau|columnist|staff|contributor|special\s+to|agency|agencies"
    r"|news\s+service|desk)\b",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<=[\w.+-])@[\w-]{1,64}+(?:\.[\w-]{1,64}+)+")
ROLE = re.compile(
    r"(?:an?|the|head|chief|chair\w*|director|deputy|vice|general|manager|president|minister|professor|spokes\w+|co-\w+"
    r"|senior|owner|founder|resident|farmer|teacher|student|mayor|member|secretary|executive|former|local|\w+er|\w+or"
    r"|\w+ist|\w+ian|\w+ant|of|at)\b",
    re.IGNORECASE,
)
"""How what a person is begins: "head of", "a farmer"."""
DASHES = "—–-~―"
"""What may stand before a name that signs something."""
_NOT_NAMES = table("the an in on at for our this that these those what how why who when where its his her their no not")
_TELLING = table("to is are was were be has after than up down")
"""Words that tell what happened; no name has them, and a headline in capitals often."""
_SAYING = table("say see")
_VERB = re.compile(r"([a-z]{2,12})(?:s|ed|ing)")
_AFTER_NAMES = frozenset({"for", "of", "reports", "reporting", "|", "/", "·", "•", "—", "–", "-", "in,"})


class Byline(IntEnum):
    """How plainly a line names its writer."""

    NO = 0
    NAMES = 1
    """Names and nothing else: a byline only where one is looked for."""
    PLACED = 2
    """Names with a place, a role or a paper."""
    LABELLED = 3
    """It says so: "By", "Words:"."""


def byline_strength(text: str) -> Byline:
    """Tell how plainly ``text`` is a byline."""
    if len(text) > 160 or text.endswith(("?", "!", "”", '"')):
        return Byline.NO
    inner = text.strip(" *_()[]|—–-•·")
    words = inner.split()
    if len(words) > 18 or not words:
        return Byline.NO
    label = _LABEL.match(inner)
    if label:
        return _labelled(inner, inner[label.end() :].split(), loose=label.group().lower().startswith("from"))
    lead = leading_names(words)
    if not lead or (text.endswith(".") and not _EMAIL.search(text)):
        return Byline.NO
    if lead == len(words):
        if not _STAFF.search(inner) and _tells(words):
            return Byline.NO
        parted = text[:1] in DASHES or inner.count(",") == 1 or any(mark in inner for mark in "|/·•")
        first = re.split(r"[|/·•,]", inner, maxsplit=1)[0]
        if parted and len(first.split()) < 2 and not _STAFF.search(inner):
            return Byline.NO
        if not parted and any(word.lower() in _NOT_NAMES for word in words):
            return Byline.NO
        return Byline.NO if lead < 2 else Byline.PLACED if parted or _STAFF.search(inner) else Byline.NAMES
    return Byline.PLACED if _tail_fits(words, lead) else Byline.NO


def _tells(words: list[str]) -> bool:
    """Tell whether capitalised words are a headline, not names: they say what happened, or have two verbs or more."""
    lowered = [word.strip(",.;:*_()|/&·").lower() for word in words]
    if any(word in _TELLING for word in lowered):
        return True
    return sum(word in _SAYING or _is_verb(word) for word in lowered) > 1


def _is_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb: "falls" as "falling", "cuts" as "cutting", but not "Roberts"."""
    found = _VERB.fullmatch(word)
    stem = found[1] if found else ""
    return bool(stem) and any(band(form + "ing") for form in (stem, stem[:-1], stem + stem[-1]))


def _labelled(inner: str, rest: list[str], *, loose: bool) -> Byline:
    """Judge a byline with a label; ``loose`` ones ("From ...") may begin a sentence, too."""
    lead = leading_names(rest)
    if (
        lead
        and (lead == len(rest) or _tail_fits(rest, max(lead, 2)))
        and (not loose or " in " in inner or lead == len(rest))
    ):
        return Byline.PLACED if loose else Byline.LABELLED
    staffed = bool(rest) and len(rest) <= 8 and bool(_STAFF.search(inner))
    return Byline.LABELLED if staffed and (loose or rest[0][:1].isupper()) else Byline.NO


def _tail_fits(words: list[str], lead: int) -> bool:
    """Tell whether what follows the names is a place, a role, a paper or an address."""
    tail = words[lead:]
    if not tail:
        return True
    first = tail[0].lower()
    joined = " ".join(tail)
    if lead < 2 and not _EMAIL.search(joined) and not _STAFF.search(joined):
        return False
    if first in {"in", "at"}:
        return len(tail) <= 6 and all(is_name(word) or word.lower() in PARTICLES for word in tail[1:]) and len(tail) > 1
    if first in _AFTER_NAMES:
        return len(tail) <= 8 and len(tail) > 1
    if _EMAIL.search(joined) or _STAFF.search(" ".join(words)):
        return len(tail) <= 8
    return words[lead - 1].endswith(",") and len(tail) <= 7 and bool(ROLE.match(tail[0]))
