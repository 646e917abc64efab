"""Bylines and photo credits: lines whose capitals are people and agencies for certain."""

import re
from dataclasses import dataclass

from tui_reader.annotate.entities.lexicon import lexicon
from tui_reader.annotate.entities.scores import ORGANIZATION, PERSON, PLACE
from tui_reader.annotate.entities.shape import TOKEN, UPPER

BYLINE = re.compile(rf"(?:[A-Za-z]{{2,12}}\s{{1,3}}){{0,3}}(?:by|BY|By)\s+(?=[{UPPER}])")
"""``By``, and what may stand before it: "Written by", "After reporting by"."""
LABEL = re.compile(
    r"(?:\(?(?:photos?|photographs?|pictures?|images?|credits?|source|file photo|illustration|graphic|video|courtesy)\b"
    r"(?: credit| by| courtesy)?(?: of| by)?[:\s]*)+",
    re.IGNORECASE,
)
PART = re.compile(r"\s*(?:/|\||;|,|\bFOR\b|\bfor\b|\bFor\b|\band\b|\bAND\b|\bin\b|\bIN\b|&|\bvia\b|\(|\)|:)\s*")
JOINTS = {"for": ORGANIZATION, "via": ORGANIZATION, "/": ORGANIZATION, "|": ORGANIZATION, "in": PLACE}
NAME_WORDS = 5
"""A credited name of more words than this is not a name."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A credited name: its span in the line, its kind as an index into the scores, and its role."""

    start: int
    end: int
    kind: int
    role: str = ""


def looks_like_byline(text: str) -> bool:
    """Tell whether a short line of plain text is a byline (``By NAME``)."""
    return (
        len(text) < 90
        and text[:3].casefold() == "by "
        and BYLINE.match(text) is not None
        and not text.endswith((".", "?", "!"))
    )


def reads_as_headline(text: str) -> bool:
    """Tell whether a line set as a byline is words of the language, as a headline in capitals is."""
    known = lexicon()
    words = text.casefold().split()
    plain = sum(word.strip(",.;:") in known.common and word not in known.roles for word in words)
    return len(words) > 3 and not BYLINE.match(text) and 2 * plain >= len(words)


def credited(text: str, *, byline: bool) -> list[Credit]:
    """Give the names in a byline or in a photo credit: the person first, then agencies or places by what parts them."""
    opening = BYLINE.match(text) if byline else LABEL.match(text)
    position = opening.end() if opening else 0
    joint, previous = "", -1
    found: list[Credit] = []
    while position < len(text):
        separator = PART.search(text, position)
        end = separator.start() if separator else len(text)
        credit = credit_of(text, position, end, joint, previous)
        if credit:
            found.append(credit)
            previous = credit.kind
        if not separator:
            break
        mark = separator.group().strip().casefold()
        joint = mark if mark not in {"(", ")", ":"} or not mark else "|"
        if separator.end() == position:
            break
        position = separator.end()
    return found


def credit_of(text: str, start: int, end: int, joint: str, previous: int) -> Credit | None:
    """Give one part of a credit line as a name, or None where it is a role or no name."""
    by = BYLINE.match(text, start, end) or LABEL.match(text, start, end)
    if by:
        start = by.end()
    part = text[start:end].rstrip(" .,;")
    words = part.split()
    if not words or len(words) > NAME_WORDS or not TOKEN.match(part):
        return None
    known = lexicon()
    lows = [word.casefold() for word in words]
    whole = " ".join(lows)
    if any(low in known.titles or low in known.roles for low in (lows[0], lows[-1])) or lows[0] in known.functional:
        return None
    kind = JOINTS.get(joint, PERSON)
    if (
        whole in known.famous
        or lows[-1] in known.organization_heads
        or whole in {"getty", "getty images", "staff", "agencies", "epa", "afp"}
    ):
        kind = ORGANIZATION
    elif joint in {",", "in"} and (
        whole in known.countries or whole in known.cities_strong or whole in known.cities_large
    ):
        kind = PLACE
    elif joint == "," and previous == PERSON and any(low in known.common for low in lows):
        return None
    if kind == PERSON and len(words) == 1:
        kind = ORGANIZATION if words[0].isupper() else PERSON
    if len(words) == 1 and lows[0] in known.common and whole not in known.famous:
        return None
    return Credit(start, start + len(part), kind)
