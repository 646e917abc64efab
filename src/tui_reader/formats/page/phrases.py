"""The set phrases of newsrooms: bylines, photo credits, contributor credits, speakers and page furniture."""

import re
from enum import IntEnum

_LETTER = r"[^\W\d_]"
_TOKEN = rf"{_LETTER}[\w.'’\-]{{0,30}}+"
_PARTICLES = frozenset("de da do dos del della der den di du el al bin ibn la le van von of the y e ter ten".split(" "))
WORD = re.compile(r"\S+")

CONTRIBUTED = re.compile(
    r"\bcontributed\s+(?:to\s+(?:this|the)\s+(?:story|report|article|dispatch|piece|feature|coverage|column|news|item)"
    r"|(?:additional\s+|further\s+)?(?:reporting|research|writing|material)\b)|\bcontributed\W{0,3}$"
    r"|^\W{0,4}(?:with\s+)?(?:additional|further|extra|supplementary)\s+(?:reporting|material|research|writing|work|words)\b"
    r"|^\W{0,4}with\s+(?:reporting|files|reports|contributions|inputs?|material|agenc)"
    r"|^\W{0,4}(?:reporting|reported|editing|edited|research|researched|translated|translation|compiled|writing|written)"
    r"\s*(?::|by\s)\s*[A-Z]"
    r"|\b(?:also|reporters?|staff|bureau)\s+contributed\b|^\W{0,4}contributors?\s*:",
    re.IGNORECASE,
)
CONTRIBUTED_HINT = re.compile(r"contribut|reporting|material|research|edit|written|compiled|translat", re.IGNORECASE)
FURNITURE = re.compile(
    r"^\W{0,4}(?:(?:story\s+)?continue[sd]\s+(?:on|from|overleaf|to|in)\b|(?:please\s+)?(?:turn|see|go)\s+(?:also\s+)?(?:to\s+)?"
    r"(?:[\w' ]{1,40},?\s+)?page\b|from\s+page\s|page\s+\w?\d+\s*$|jump\s+to\s+page|more\s+(?:on|at)\s+(?:page|www)|©|copyright\b"
    r"|all\s+rights\s+reserved|printed\s+(?:in|by)\b|published\s+by\b|vol(?:ume)?\.?\s+\w+,?\s+no|advertisement\s*$"
    r"|(?:read|see)\s+more\b|subscribe\s+(?:to|at|now|today)|follow\s+(?:us|the)\b|(?:https?://|www\.)\S+\s*$|[\w.+-]+@[\w.-]+\s*$"
    r"|(?:this\s+(?:story|article)\s+(?:first|was\s+(?:first|originally)|originally)\b)|to\s+contact\s+the\s+(?:reporter|editor)"
    r"|for\s+more\s+(?:stories|information|news),?\s+(?:visit|go|see)|\d{1,3}\s*$|[A-Z]\d{1,2}\s*$)",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:afp|ap|reuters|xinhua|getty(?:\s+images)?|epa|upi|tass|pa|dpa|aap|bloomberg|shutterstock|alamy|istock|cns|cnsphoto"
    r"|vcg|imaginechina|ap\s+photo|the\s+associated\s+press|associated\s+press|agence\s+france-presse|wikimedia(?:\s+commons)?"
    r"|flickr|file|handout|supplied|courtesy|agencies|nasa|staff)"
)
_PHOTO = r"(?:(?:file|staff|courtesy|archive|handout)\s+)?(?:photos?|photographs?|photography|pictures?|pics?|pix|images?|illustrations?|graphics?|credit|camera|snap)"
_CREDIT_LABEL = re.compile(
    rf"{_PHOTO}(?:\s+credit)?\s*(?::|\bby\b|\bfrom\b|\bcourtesy\b|/|—|–|-|\|)\s*\S|(?:photo\s+)?courtesy(?:\s+of|:)\s*\S|provided\s+(?:to|by)\s+\S|supplied\s+by\s"
    rf"|©\s*\S|\({_PHOTO}\b|(?:ap|epa|reuters|xinhua|afp|file|staff|handout)\s+(?:photo|picture|image)s?\b",
    re.IGNORECASE,
)
_AGENCY_ONLY = re.compile(rf"[\[(—–\-|/ ]{{0,4}}{_AGENCY}(?:\s*/\s*{_AGENCY})?[\])]?\.?$", re.IGNORECASE)
_SLASHED = re.compile(r"\S\s?/\s?\S")
_BYLINE_LABEL = re.compile(
    r"(?:by\s*:?|(?:words|text|story|report|reporter|reporters|reporting|interview|author|writer|correspondent|dispatch|feature)"
    r"\s*(?::|by\s*:?|—|–|-)|(?:written|reported|told|as\s+told)\s+(?:by|to)\s*:?|from(?:\s+our\s+\w+)?\s*:?|(?-i:(?:Words|Text)(?=\s+[A-Z]{2})))\s+",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|bureau|columnist|staff|contributor|special\s+to|agency|agencies|news\s+service|desk)\b",
    re.IGNORECASE,
)
_DASHES = "—–-~―"
_SPEAKER_FIRST = re.compile(r"([^\"“”«:\n]{4,120}:)\s*[\"“«]")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ROLE = re.compile(
    r"(?:an?|the|head|chief|chair\w*|director|deputy|vice|general|manager|president|minister|professor|spokes\w+|co-\w+|senior|owner"
    r"|founder|resident|farmer|teacher|student|mayor|member|secretary|executive|former|local|\w+er|\w+or|\w+ist|\w+ian|\w+ant|of|at)\b",
    re.IGNORECASE,
)


class Byline(IntEnum):
    """How plainly a line names its writer."""

    NO = 0
    NAMES = 1
    """Names and nothing else: a byline only where one is looked for."""
    PLACED = 2
    """Names with a place, a role or a paper."""
    LABELLED = 3
    """It says so: "By", "Words:"."""


def is_name(word: str) -> bool:
    """Tell whether a word may be part of a person's name as printed: capitalised, an initial, or all capitals."""
    bare = word.strip(",.;:*_()|/&·")
    return bool(bare) and bare[0].isupper() and all(c.isalpha() or c in "'’.-" for c in bare)


def names_only(words: list[str]) -> bool:
    """Tell whether words are one to four names tied by "and", "&", commas or bars."""
    run = named = 0
    for word in words:
        if word.lower() in {"and", "&", "with", "|", "/", "·", "•", "+"}:
            if run == 0:
                return False
            run = 0
        elif is_name(word):
            run, named = run + 1, named + 1
            if run > 5:
                return False
            if word.endswith(","):
                run = 0
        elif word.lower() not in _PARTICLES or run == 0 or word.lower() == "the":
            return False
    return 1 <= named <= 16


def byline_strength(text: str) -> Byline:
    """Tell how plainly ``text`` is a byline."""
    if len(text) > 160 or text.endswith(("?", "!", "”", '"')):
        return Byline.NO
    inner = text.strip(" *_()[]|—–-•·")
    words = inner.split()
    if len(words) > 18 or not words:
        return Byline.NO
    label = _BYLINE_LABEL.match(inner)
    if label:
        return _labelled(inner, inner[label.end() :].split(), loose=label.group().lower().startswith("from"))
    lead = _leading_names(words)
    if not lead or (text.endswith(".") and not _EMAIL.search(text)):
        return Byline.NO
    if lead == len(words):
        parted = text[:1] in _DASHES or inner.count(",") == 1 or any(mark in inner for mark in "|/·•")
        first = re.split(r"[|/·•,]", inner, maxsplit=1)[0]
        if parted and len(first.split()) < 2 and not _STAFF.search(inner):
            return Byline.NO
        return Byline.NO if lead < 2 else Byline.PLACED if parted or _STAFF.search(inner) else Byline.NAMES
    return Byline.PLACED if _tail_fits(words, lead) else Byline.NO


def _labelled(inner: str, rest: list[str], *, loose: bool) -> Byline:
    """Judge a byline with a label; ``loose`` ones ("From ...") may begin a sentence, too."""
    lead = _leading_names(rest)
    if (
        lead
        and (lead == len(rest) or _tail_fits(rest, max(lead, 2)))
        and (not loose or " in " in inner or lead == len(rest))
    ):
        return Byline.PLACED if loose else Byline.LABELLED
    staffed = bool(rest) and len(rest) <= 8 and bool(_STAFF.search(inner))
    return Byline.LABELLED if staffed and (loose or rest[0][:1].isupper()) else Byline.NO


def _leading_names(words: list[str]) -> int:
    """Count the words at the start that make up names; a comma or bar ends them where no name follows."""
    count = run = 0
    for index, word in enumerate(words):
        if is_name(word):
            run += 1
            if run > 5:
                return 0
            count = index + 1
            if word.endswith((",", "|", ";")):
                run = 0
        elif word.lower() in {"and", "&", "|", "/", "·", "•", "+", ","} and run:
            run = 0
        elif not (word.lower() in _PARTICLES and word.lower() not in {"the", "of"} and run):
            break
    return count


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
        return (
            len(tail) <= 6 and all(is_name(word) or word.lower() in _PARTICLES for word in tail[1:]) and len(tail) > 1
        )
    if first in {"for", "of", "reports", "reporting", "|", "/", "·", "•", "—", "–", "-", "in,"}:
        return len(tail) <= 8 and len(tail) > 1
    if _EMAIL.search(joined) or _STAFF.search(" ".join(words)):
        return len(tail) <= 8
    return words[lead - 1].endswith(",") and len(tail) <= 7 and bool(_ROLE.match(tail[0]))


def credit_start(text: str) -> int:
    """Give where the photo credit at the end of ``text`` begins; -1 where there is none.

    A credit is what follows the caption's last sentence: a label ("Photo:"), capitals, an agency, a name with a
    slash, or brackets round one of them. ``0`` means that all of the text is a credit.
    """
    text = text.rstrip()
    for start in _tail_starts(text):
        caption = text[:start]
        if (start == 0 or (any(c.islower() for c in caption) and caption.count(" ") >= 2)) and is_credit(text[start:]):
            return start
    return -1


def is_credit(text: str, *, alone: bool = False) -> bool:
    """Tell whether all of ``text`` is a photo credit; ``alone`` asks for more than capitals."""
    inner = text.strip()
    while len(inner) > 2 and inner[0] + inner[-1] in {"()", "[]", "{}", "**", "__", "||"}:
        inner = inner[1:-1].strip()
    inner = inner.strip("—–-| *")
    words = inner.split()
    if not words or len(words) > 12 or len(inner) > 110 or inner[-1] in "?!":
        return False
    if _AGENCY_ONLY.match(inner) or (
        _CREDIT_LABEL.match(inner) and _mostly_named(words) and not CONTRIBUTED.search(inner)
    ):
        return True
    if text[:1] in _DASHES and text[1:2].isspace() and _leading_names(words) == len(words) and len(words) > 1:
        return True
    named = all(
        is_name(part) or part in {"/", "&"} or part in _CREDIT_WORDS
        for part in re.split(r"\s+|(?<=\w)/(?=\w)", inner)
        if part
    )
    if named and _SLASHED.search(inner):
        return True
    if not alone and not any(c.islower() or c.isdigit() for c in inner) and len(words) <= 8:
        return sum(c.isalpha() for c in inner) >= 2
    bracketed = text.strip()[:1] in "([" and text.strip()[-1:] in ")]"
    return bracketed and bool(_IN_BRACKETS.search(inner)) and len(words) <= 8


def _mostly_named(words: list[str]) -> bool:
    plain = sum(1 for word in words[1:] if word[:1].islower() and word.lower() not in _CREDIT_WORDS)
    return plain <= max(1, len(words) // 4)


_CREDIT_WORDS = _PARTICLES | {"by", "to", "from", "courtesy", "for", "via", "photo", "and", "credit"}
_IN_BRACKETS = re.compile(rf"\b{_AGENCY}\b|\b{_PHOTO}\b", re.IGNORECASE)


def inner_credit_end(text: str, *, opened: bool) -> int:
    """Give the end of a photo credit inside ``text`` that more text follows; -1 where there is none.

    What follows it is the body, fused to the caption on the page. ``opened`` says that the body before ``text``
    is unfinished; where it is not, or the rest has no small first letter, only a credit in capitals with a slash
    or a label is taken for one.
    """
    for found in _SENTENCE_THEN.finditer(text):
        start = found.end()
        end = _longest_credit(text, start)
        rest = text[end:].lstrip() if end > start else ""
        if rest.count(" ") > (1 if opened else 3) and not is_credit(rest[:60], alone=True):
            credit = text[start:end]
            plain = "/" in credit or bool(_CREDIT_LABEL.match(credit))
            if (opened and rest[:1].islower()) or (plain and not any(c.islower() for c in credit)):
                return end
            if opened and _AGENCY_ONLY.match(credit):
                return end
    return -1


def _longest_credit(text: str, start: int) -> int:
    """Give the end of the longest credit that begins at ``start``; ``start`` where none does."""
    closing = {"(": ")", "[": "]"}.get(text[start : start + 1])
    if closing:
        end = text.find(closing, start, start + 100) + 1
        return end if end > start and is_credit(text[start:end], alone=True) else start
    ends: list[int] = []
    capitals = True
    for word in WORD.finditer(text, start, min(len(text), start + 110)):
        token = word.group()
        if any(c.islower() for c in token):
            if capitals and len(ends) > 1:
                break
            capitals = False
        if is_name(token) or token in {"/", "&", "|"} or "/" in token or token.endswith(":"):
            ends.append(word.end())
        elif token.lower() not in _CREDIT_WORDS:
            break
    return next((end for end in reversed(ends) if is_credit(text[start:end], alone=True)), start)


_SENTENCE_THEN = re.compile(r"[.!?…][\"'”’)\]]{0,2}\s+(?=[\[(—–\-|©/*_]{0,2}\s?[^\W\d_]|©)")
_OPENER = re.compile(
    r"\s[\[(|]\s?(?=[^\W\d_©])|\s[—–|-]{1,2}\s(?=[A-Z©])|\s(?=©)|\s(?=(?:Photo|PHOTO|Picture|Pic|Image|Photograph|Credit)s?\b)"
)


def _tail_starts(text: str) -> list[int]:
    """Give where a credit may begin in the last stretch of ``text``, the likeliest first."""
    floor = max(0, len(text) - 130)
    tail = text[floor:]
    starts = [floor + found.end() for found in _SENTENCE_THEN.finditer(tail)]
    starts += [floor + found.start() + 1 for found in _OPENER.finditer(tail)]
    position = len(text)
    for found in reversed(list(WORD.finditer(tail))):
        word = found.group()
        if any(c.islower() or c.isdigit() for c in word) or word.endswith((".", "?", "!")) and len(word) > 2:
            break
        position = floor + found.start()
    if position < len(text) and "/" in text[position:]:
        starts.append(position)
    if floor == 0:
        starts.append(0)
    return starts


def speaker_start(text: str) -> int:
    """Give where the speaker at the end of a pull quote begins; -1 where none is named there.

    The speaker follows the closing quotation mark, or a dash after it.
    """
    floor = max(0, len(text) - 160)
    for found in _QUOTE_THEN.finditer(text, floor):
        if is_speaker(text[found.end() :]):
            return found.end()
    return -1


_QUOTE_THEN = re.compile(r"[\"”’'»][.,]?\s{1,4}(?=[—–~―\-(]{0,2}\s?[A-Z*])")


def is_speaker(text: str) -> bool:
    """Tell whether all of ``text`` names who said a quotation: a dash or a name, then a role or nothing."""
    dashed = text[:1] in _DASHES and text[1:2] != text[:1]
    inner = text.lstrip("—–-~―• *").strip("* ")
    if inner[:1] == "(" and inner[-1:] == ")":
        inner = inner[1:-1]
    words = inner.split()
    if not words or len(words) > 18 or inner.endswith(("!", "?", '"', "”")) or CONTRIBUTED.search(text):
        return False
    lead = _leading_names(words)
    if not lead:
        return False
    if lead == len(words):
        return dashed or len(words) >= 2
    if dashed or words[lead].startswith("("):
        return len(words) <= 16
    capitals = [word for word in words if not any(c.islower() for c in word)]
    if len(capitals) >= 2 and words[: len(capitals)] == capitals and len(words) <= 12 and not inner.endswith("."):
        return True
    after = words[lead]
    return (
        words[lead - 1].endswith((",", ":"))
        and (bool(_ROLE.match(after)) or after[:1].islower())
        and not inner.endswith(".")
    )


def leading_speaker_end(text: str) -> int:
    """Give where the quotation begins in ``Name, role: "..."``; -1 where ``text`` has no speaker before it."""
    found = _SPEAKER_FIRST.match(text)
    return found.end(1) if found and is_speaker(found[1].rstrip(": ")) and text.rstrip()[-1:] in '"”»' else -1
