"""Photo credits: at the end of a caption, on a line of their own, or inside a piece that goes on as body."""

import re

from tui_reader.formats.page.bylines import DASHES
from tui_reader.formats.page.names import PARTICLES, WORD, is_name, leading_names
from tui_reader.formats.page.notices import is_note

_AGENCY = (
    r"(?:afp|ap|reuters|xinhua|getty(?:\s+images)?|epa|upi|tass|pa|dpa|aap|bloomberg|shutterstock|alamy|istock|cns|cnsphoto"
    r"|vcg|imaginechina|ap\s+photo|the\s+associated\s+press|associated\s+press|agence\s+france-presse|wikimedia(?:\s+commons)?"
    r"|flickr|file|handout|supplied|courtesy|agencies|nasa|staff)"
)
_PHOTO = (
    r"(?:(?:file|staff|courtesy|archive|handout)\s+)?"
    r"(?:photos?|photographs?|photography|pictures?|pics?|pix|images?|illustrations?|graphics?|credit|camera|snap)"
)
_LABEL = re.compile(
    rf"{_PHOTO}(?:\s+credit)?\s*(?::|\bby\b|\bfrom\b|\bcourtesy\b|/|—|–|-|\|)\s*\S"
    r"|(?:photo\s+)?courtesy(?:\s+of|:)\s*\S|provided\s+(?:to|by)\s+\S|supplied\s+by\s"
    rf"|©\s*\S|\({_PHOTO}\b|(?:ap|epa|reuters|xinhua|afp|file|staff|handout)\s+(?:photo|picture|image)s?\b",
    re.IGNORECASE,
)
_AGENCY_ONLY = re.compile(rf"[\[(—–\-|/ ]{{0,4}}{_AGENCY}(?:\s*/\s*{_AGENCY})?[\])]?\.?$", re.IGNORECASE)
_SLASHED = re.compile(r"\S\s?/\s?\S")
_CREDIT_WORDS = PARTICLES | {"by", "to", "from", "courtesy", "for", "via", "photo", "and", "credit"}
_IN_BRACKETS = re.compile(rf"\b{_AGENCY}\b|\b{_PHOTO}\b", re.IGNORECASE)
_BOXES = {"(": ")", "[": "]", "{": "}"}
_CREDIT_LETTERS = 110
"""A credit is not longer than this,"""
_CREDIT_LENGTH = 12
"""nor has it more words."""
_SIGNS = frozenset({"©", "—", "–", "-", "|"})
_SENTENCE_THEN = re.compile(r"[.!?…][\"'”’)\]*_]{0,3}\s+(?=[\[(—–\-|©/*_]{0,2}\s?[^\W\d_]|©)")
_OPENER = re.compile(
    r"\s(?=[\[(|—–©PIC-])(?:[\[(|]\s?(?=[^\W\d_©])|[—–|-]{1,2}\s(?=[A-Z©])|(?=©)"
    r"|(?=(?:P(?:hoto|HOTO|hotograph|icture|ic)|Image|Credit)s?\b))"
)


def credit_start(text: str) -> int:
    """Give where the photo credit at the end of ``text`` begins; -1 where there is none.

    A credit is what follows the caption's last sentence: a label ("Photo:"), capitals, an agency, a name with a
    slash, or brackets round one of them. Inside a sentence capitals alone are no credit: "the board (XYZ)".
    """
    text = text.rstrip()
    if text.endswith((").", "].")):
        return -1
    for start, alone in _tail_starts(text):
        caption = text[:start]
        if any(c.islower() for c in caption) and caption.count(" ") >= 2 and is_credit(text[start:], alone=alone):
            return start
    return -1


def is_credit(text: str, *, alone: bool = False) -> bool:
    """Tell whether all of ``text`` is a photo credit; ``alone`` asks for more than capitals."""
    inner = text.strip()
    while len(inner) > 2 and inner[0] + inner[-1] in {"()", "[]", "{}", "**", "__", "||"}:
        inner = inner[1:-1].strip()
    inner = inner.strip("—–-| *")
    words = inner.split() if len(inner) <= _CREDIT_LETTERS else []
    if not words or len(words) > _CREDIT_LENGTH or inner[-1] in "?!":
        return False
    if _AGENCY_ONLY.match(inner) or (_LABEL.match(inner) and _mostly_named(words) and not is_note(inner)):
        return True
    if text[:1] in DASHES and text[1:2].isspace() and leading_names(words) == len(words) and len(words) > 1:
        return True
    if _SLASHED.search(inner) and all(
        is_name(part) or part in {"/", "&"} or part in _CREDIT_WORDS
        for part in re.split(r"\s+|(?<=\w)/(?=\w)", inner)
        if part
    ):
        return True
    if not alone and not any(c.islower() or c.isdigit() for c in inner) and len(words) <= 8:
        return sum(c.isalpha() for c in inner) >= 2
    bracketed = text.strip()[:1] in "([" and text.strip()[-1:] in ")]"
    return bracketed and bool(_IN_BRACKETS.search(inner)) and len(words) <= 8 and _mostly_named(words)


def _mostly_named(words: list[str]) -> bool:
    plain = sum(1 for word in words[1:] if word[:1].islower() and word.lower() not in _CREDIT_WORDS)
    return plain <= max(1, len(words) // 4)


def may_hold_credit(text: str) -> bool:
    """Tell quickly whether there may be a credit inside ``text`` that more text follows."""
    return text[:1] in _BOXES or bool(_SENTENCE_THEN.search(text))


def inner_credit_end(text: str, *, opened: bool) -> int:
    """Give the end of a photo credit inside ``text`` that more text follows; -1 where there is none.

    What follows it is the body, fused to the caption on the page. ``opened`` says that the body before ``text``
    is unfinished; where it is not, or the rest has no small first letter, only a credit in capitals with a slash
    or a label is taken for one.
    """
    for found in _SENTENCE_THEN.finditer(text):
        start = found.end()
        if not opened and text[start + 1 : start + 2].islower():
            continue
        ends = _credit_ends(text, start)
        end = next((end for end in ends if is_credit(text[start:end], alone=True)), -1)
        if end < 0 and opened and ends and not any(c.islower() for c in text[start : ends[0]]):
            end = ends[0] if text[start : ends[0]].count(" ") else -1
        rest = text[end:].lstrip() if end > start else ""
        if rest.count(" ") > (1 if opened else 3) and not is_credit(rest[:60], alone=True):
            credit = text[start:end]
            plain = "/" in credit or bool(_LABEL.match(credit))
            if (opened and rest[:1].islower()) or (plain and not any(c.islower() for c in credit)):
                return end
            if opened and _AGENCY_ONLY.match(credit):
                return end
    return -1


def boxed_end(text: str) -> int:
    """Give the end of the brackets that ``text`` begins with, where small letters follow them; else -1."""
    closing = _BOXES.get(text[:1])
    end = text.find(closing) + 1 if closing else 0
    return end if end > 12 and text[end : end + 2].strip()[:1].islower() else -1


def _credit_ends(text: str, start: int) -> list[int]:
    """Give where a credit that begins at ``start`` may end, the farthest first."""
    closing = {"(": ")", "[": "]"}.get(text[start : start + 1])
    if closing:
        end = text.find(closing, start, start + _CREDIT_LETTERS - 10) + 1
        return [end] if end > start else []
    ends: list[int] = []
    capitals = True
    for word in WORD.finditer(text, start, min(len(text), start + _CREDIT_LETTERS)):
        token = word.group()
        if any(c.islower() for c in token):
            if capitals and len(ends) > 1:
                break
            capitals = False
        if is_name(token) or token in {"/", "&", "|"} or "/" in token or token.endswith(":"):
            ends.append(word.end())
        elif token.lower() not in _CREDIT_WORDS and not (word.start() == start and token in _SIGNS):
            break
    return ends[::-1]


def _tail_starts(text: str) -> list[tuple[int, bool]]:
    """Give where a credit may begin in the last stretch of ``text``, the likeliest first.

    With each stands whether it begins inside a sentence.
    """
    floor = max(0, len(text) - _CREDIT_LETTERS - 20)
    tail = text[floor:]
    starts = [(floor + found.end(), False) for found in _SENTENCE_THEN.finditer(tail)]
    starts += [(floor + found.start() + 1, True) for found in _OPENER.finditer(tail)]
    position = len(text)
    for word in reversed(tail.split() if "/" in tail else ()):
        if any(c.islower() or c.isdigit() for c in word) or (word.endswith((".", "?", "!")) and len(word) > 2):
            break
        position = text.rindex(word, floor, position)
    if position < len(text) and "/" in text[position:]:
        starts.append((position, True))
    return starts
