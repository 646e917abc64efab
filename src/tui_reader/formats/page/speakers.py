"""Speakers: who said what a pull quote quotes."""

import re

from tui_reader.formats.page.bylines import DASHES, ROLE
from tui_reader.formats.page.names import leading_names
from tui_reader.formats.page.notices import is_note

_FIRST = re.compile(r"([^\"“”«:\n]{4,120}:)\s*[\"“«]")
_QUOTE_THEN = re.compile(r"[\"”’'»][.,]?\s{1,4}(?=[—–~―\-(]{0,2}\s?[A-Z*])")


def speaker_start(text: str) -> int:
    """Give where the speaker at the end of a pull quote begins; -1 where none is named there.

    The speaker follows the closing quotation mark, or a dash after it. An apostrophe closes no quotation.
    """
    floor = max(0, len(text) - 160)
    single = text[:1] in "‘'"
    for found in _QUOTE_THEN.finditer(text, floor):
        if found.group()[0] in "’'" and not single and text[found.start() - 1] not in ".?!,":
            continue
        if is_speaker(text[found.end() :]):
            return found.end()
    return -1


def is_speaker(text: str) -> bool:
    """Tell whether all of ``text`` names who said a quotation: a dash or a name, then a role or nothing."""
    dashed = text[:1] in DASHES and text[1:2] != text[:1]
    inner = text.lstrip("—–-~―• *").strip("* ")
    if inner[:1] == "(" and inner[-1:] == ")":
        inner = inner[1:-1]
    words = inner.split()
    if not words or len(words) > 18 or inner.endswith(("!", "?", '"', "”")):
        return False
    lead = leading_names(words)
    if not lead or is_note(text):
        return False
    if lead == len(words):
        return dashed or len(words) >= 2
    if dashed or words[lead].startswith("("):
        return len(words) <= 16
    if inner.endswith("."):
        return False
    capitals = [word for word in words if not any(c.islower() for c in word)]
    if len(capitals) >= 2 and words[: len(capitals)] == capitals and len(words) <= 12:
        return True
    after = words[lead]
    return words[lead - 1].endswith((",", ":")) and (bool(ROLE.match(after)) or after[:1].islower())


def leading_speaker_end(text: str) -> int:
    """Give where the quotation begins in ``Name, role: "..."``; -1 where ``text`` has no speaker before it."""
    if not text.rstrip().endswith(('"', "”", "»")):
        return -1
    found = _FIRST.match(text)
    return found.end(1) if found and is_speaker(found[1].rstrip(": ")) else -1
