"""Which part of a run is one name: what a connector joins, and what it parts."""

from dataclasses import dataclass

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.runs import CLOSE, Run, is_sentence_start, runs


@dataclass(slots=True)
class Piece:
    """One stretch that may be a name, while it is being cut to size."""

    source: str
    """The segment it stands in."""
    start: int
    end: int
    words: list[str]
    lows: list[str]
    """The words as the lists spell them."""
    offsets: list[int]
    """Where each word begins."""
    initial: bool
    """It stands where a sentence starts, so that its first capital says nothing."""
    title: str = ""
    """The title that was peeled off its front."""
    joined: bool = False
    """A connector stands inside."""
    suffixed: bool = False
    """A suffix such as ``-based`` was cut from its end."""
    office: str = ""
    """The title whose office it names or opens with (``Secretary of`` before ``State George Brown``)."""

    @property
    def phrase(self) -> str:
        """The words as the lists spell them, with what joins them."""
        if len(self.lows) == 1:
            return self.lows[0]
        if self.joined:
            return self.source[self.start : self.end].casefold().replace("’", "'")
        return " ".join(self.lows)

    def part(self, first: int, last: int) -> "Piece":
        """Give the words from one up to another, excluded, as a piece of their own."""
        ends_here = last == len(self.words)
        return Piece(
            self.source,
            self.offsets[first],
            self.end if ends_here else self.offsets[last - 1] + len(self.words[last - 1]),
            self.words[first:last],
            self.lows[first:last],
            self.offsets[first:last],
            self.initial and first == 0,
            self.title if first == 0 else "",
            self.joined,
            self.suffixed and ends_here,
            self.office if first == 0 else "",
        )


def candidates(text: str) -> list[Piece]:
    """Give the stretches of one segment that may hold names, joined over connectors."""
    known = lexicon()
    found = []
    for run in runs(text):
        begin = run.starts[0]
        initial = is_sentence_start(text, begin)
        if not any(run.links):
            if len(run.lows) == 1 and run.lows[0] in (known.functional if initial else known.plain_openers):
                continue
            found.append(Piece(text, begin, run.ends[-1], run.words, run.lows, run.starts, initial))
            continue
        for first, last in parts_of(run, known):
            begin = run.starts[first]
            found.append(
                Piece(
                    text,
                    begin,
                    run.ends[last],
                    run.words[first : last + 1],
                    run.lows[first : last + 1],
                    run.starts[first : last + 1],
                    initial and first == 0,
                    joined=any(link not in CLOSE for link in run.links[first:last]),
                    office=office_before(run, first, known),
                )
            )
    return found


def office_before(run: Run, first: int, known: Lexicon) -> str:
    """Give the title whose field of office a part opens with (``Secretary`` of ``State``); empty for none."""
    if not first or run.links[first - 1] not in {"of", "for"} or run.lows[first - 1] not in known.titles:
        return ""
    return run.words[first - 1]


def parts_of(run: Run, known: Lexicon) -> list[tuple[int, int]]:
    """Part a run at the connectors that do not belong inside a name; first and last word of each part."""
    links, lows = run.links, run.lows
    parts: list[tuple[int, int]] = []
    first = 0
    office = False
    for index, link in enumerate(links):
        if link in CLOSE:
            continue
        end = index + 1
        while end < len(links) and links[end] in CLOSE:
            end += 1
        left, right = lows[first : index + 1], lows[index + 1 : end + 1]
        if belongs(link, left, right, links[index + 1 :], known, office=office):
            office = office or link in {"of", "for", "on"}
        else:
            parts.append((first, index))
            first, office = index + 1, False
    parts.append((first, len(lows) - 1))
    return parts


def belongs(link: str, left: list[str], right: list[str], later: list[str], known: Lexicon, *, office: bool) -> bool:
    """Tell whether a connector stands inside one name; ``office``: an ``of`` was joined before it."""
    head = left[-1]
    whole = f"{' '.join(left[-2:])} {link} {' '.join(right)}"
    if f"{head} {link} {' '.join(right)}" in known.famous:
        return True
    if whole in known.countries or whole in known.famous or f"{head} {link} {right[0]}" in known.countries:
        return True
    if right[0] in known.days or right[0] in known.months:
        return False
    if link == "&":
        return ampersand(left, right, known)
    if link == "of":
        further = (
            office and head in known.common and head not in known.nationalities and right[-1] not in known.of_heads
        )
        league = head == "league" and left[0] not in known.common and " ".join(right) in known.regions
        paper = head == "times" and len(left) == 1
        inside = (head in known.of_heads and not league) or further or paper
        return inside and head not in known.titles
    if head in known.titles and link in {"for", "on"}:
        return False
    if link == "for":
        field = right[0] in known.common or (head in STRONG_HEADS and is_unknown(right, known))
        return head in known.for_heads and field and (len(right) == 1 or right[0] not in known.titles)
    if link == "on":
        return head in known.on_heads and right[0] in known.common
    plain = all(word in known.common and word not in known.nationalities and word not in known.titles for word in right)
    if link == "'s":
        return owns(left, right, known)
    if link == "and":
        if (
            " ".join(right) in known.events
            or " ".join(right) in known.famous
            or (right[-1] in NUMERALS and right[0] == "world")
        ):
            return False
        if office:
            lone = left[0] == "ministry" and len(right) == 1 and right[0] not in known.countries
            return (plain or lone) and right[0] not in known.of_heads
        return (right[0] in COMPANY and len(right) == 1) or (plain and conjoined(left, right, known))
    if link == "," and office and plain and left[0] in {"ministry", "department", "committee", "secretariat"}:
        ahead = [mark for mark in later if mark]
        return "and" in ahead[:3] and right[0] not in known.of_heads
    return False


NUMERALS = frozenset({"i", "ii", "iii"})
"""What ends the name of a world war."""
COMPANY = frozenset({"co", "company", "sons", "son", "brothers", "bros"})
"""What completes a firm's name behind ``and``."""
STRONG_HEADS = frozenset(
    {"center", "centre", "institute", "foundation", "association", "society", "agency", "council", "office", "network"}
)
"""Heads whose ``for`` goes on with the name, whatever their field is called."""


def is_unknown(words: list[str], known: Lexicon) -> bool:
    """Tell whether words name neither a person nor a place, as far as is known."""
    first = words[0]
    listed = first in known.countries or first in known.regions or first in known.cities_strong
    return len(words) == 1 and not listed and first not in known.given_names and first not in known.cities_large


BODIES = frozenset(
    {"republic", "hospital", "day", "hall", "memorial", "college", "university", "school", "court", "club", "house"}
)
"""What a plain owner may own in a name, wherever it stands behind him."""


SAINTS = frozenset({"st", "saint"})
DEDICATED = frozenset({"hospital", "church", "cathedral", "college", "school", "university", "basilica", "chapel"})
"""What is named after a saint."""
MEETINGS = frozenset({"conference", "congress", "tribunal"})


def owns(left: list[str], right: list[str], known: Lexicon) -> bool:
    """Tell whether a possessive stands inside a name: plain owner, body owned (``People's Court``)."""
    head = left[-1]
    if len(left) > 1 and left[-2] in SAINTS and not DEDICATED.isdisjoint(right):
        return True
    body = right[-1] in known.organization_heads or right[-1] in MEETINGS or not BODIES.isdisjoint(right)
    plain = head in {"people", "women", "men", "children"} or (head in known.common and head not in known.functional)
    return body and plain and head not in known.countries and len(right) <= 6


def ampersand(left: list[str], right: list[str], known: Lexicon) -> bool:
    """Tell whether ``&`` stands inside a firm's name, and not between two people or places."""
    if f"{left[-1]} & {right[0]}" in known.famous or left[-1] == right[0]:
        return True
    if right[-1] in known.organization_heads or right[-1] in known.other_heads:
        return True
    if all(word in known.common for word in (*left, *right)):
        return True
    first = left[0]
    place = first in known.countries or first in known.cities_strong or first in known.cities_large
    return len(left) == 1 and len(right) == 1 and not place and first not in known.given_names


def conjoined(left: list[str], right: list[str], known: Lexicon) -> bool:
    """Tell whether ``and`` joins two plain fields of one body (``Food and Drug Administration``)."""
    bodies = known.organization_heads | known.other_heads
    return (
        len(right) > 1
        and len(left) <= 3
        and right[-1] in bodies
        and all(is_field(word, known) for word in left[-2:])
        and (len(left) < 3 or is_field(left[0], known) or is_owner(left[0], known))
        and (left[-1] not in bodies or left[-1] in known.other_heads)
    ) or (
        len(right) > 1
        and len(left) == 2
        and right[-1] in ADMINISTRATIVE
        and is_field(left[1], known)
        and is_owner(left[0], known)
        and left[1] not in bodies
    )


ADMINISTRATIVE = frozenset(
    (
        *("bureau", "department", "commission", "administration", "office", "committee", "ministry"),
        *("group", "corporation", "corp", "company", "co"),
    )
)
"""Bodies and firms of a place's government, which are named after the place and two fields."""


def is_field(word: str, known: Lexicon) -> bool:
    """Tell whether a word may be a body's field: a plain word, and no title."""
    return word in known.common and word not in known.titles and word not in known.functional


def is_owner(word: str, known: Lexicon) -> bool:
    """Tell whether a word before a body's field may be the place it serves: no plain word and no first name."""
    return word not in known.common and word not in known.given_names and word not in known.titles
