"""Which stretches are names: at once, if the rest of the story bears them out, or never."""

import re
from dataclasses import dataclass
from functools import cached_property

from tui_reader.annotate.entities.lexicon import Lexicon, is_head, is_listed
from tui_reader.annotate.entities.scores import ORGANIZATION, PERSON, Scores, add, best
from tui_reader.annotate.entities.shape import VOWELS
from tui_reader.annotate.entities.spans import Piece
from tui_reader.annotate.entities.survey import Survey
from tui_reader.annotate.entities.wording import inner
from tui_reader.model import Article, EntityKind

PLURAL_ACRONYM = re.compile(r"[A-Z]{2,4}s")
GENERIC = frozenset(
    {"board of directors", "general manager", "board of trustees", "board of governors", "human resources"}
)
"""Capitalised by house style, but nobody's name."""
NOISE = 0.1
"""Share of a story's lower-case words that no dictionary has, from which its text is taken for badly scanned."""


@dataclass(slots=True)
class Found:
    """A name found at one place, before names are tied together."""

    start: int
    end: int
    form: str
    scores: Scores
    accepted: bool
    role: str = ""
    title: str = ""
    """The title before it, as it stands."""
    thing: EntityKind | None = None
    """Event, work or product, where the words beside say so."""
    full: str = ""
    """The plain words that it abbreviates, where they stand before it."""
    inside: bool = False
    """It stands inside a sentence, where a capital says something."""
    firm: bool = False
    """It ends as firms' names do (``Inc``)."""


class Witness:
    """What the story (and the archive, where it was surveyed) says about its words."""

    def __init__(self, article: Article, evidence: Survey, known: Lexicon) -> None:
        self.lower = set[str]().union(*(block.text.split() for block in article.blocks))
        """Words between blanks, as they stand."""
        self._evidence = evidence
        self._known = known

    @cached_property
    def noisy(self) -> bool:
        """Whether the text is badly scanned, so that an unknown word at a sentence's start proves nothing."""
        plain = {word for word in self.lower if word.islower() and len(word) > 2 and word.isalpha()}
        strange = len(plain - self._known.common - self._known.functional)
        return len(plain) > 20 and strange > NOISE * len(plain)

    def plain(self, low: str) -> bool:
        """Tell whether the story has a word in lower case."""
        return low in self.lower or low + "," in self.lower or low + "." in self.lower

    def doubts(self, low: str) -> bool:
        """Tell whether the archive knows a word in lower case only."""
        return self._evidence.lower.get(low, 0) > 0 and low not in self._evidence.capital


def judge(piece: Piece, text: str, seen: Witness, known: Lexicon) -> bool | None:
    """Tell whether a piece is a name for sure (True), if others bear it out (False), or not at all (None)."""
    phrase = piece.phrase
    if phrase in known.listed and (phrase not in known.cities_strong or phrase in known.regions):
        word = len(piece.lows) == 1 and phrase not in known.countries
        return not (piece.initial and word and phrase in known.common and not is_subject(text, piece.end, known))
    if len(piece.lows) > 1 and piece.initial and not piece.title:
        trim_initial(piece, known)
    lows = piece.lows
    if piece.end > piece.offsets[-1] + len(piece.words[-1]) and text[piece.end - 1].isalnum():
        return True  # a model's number, or a plain noun that completes the name
    if len(lows) == 1:
        return judge_word(piece, text, seen, known)
    if all(low in known.common or low in known.functional for low in lows):
        if all(map(str.isupper, piece.words)):
            return None
        if is_head(lows[-1], known) or piece.joined:
            return phrase not in GENERIC
        if lows[0] in known.given_names and lows[-1] in known.family_names and len(lows) == 2:
            return True
        return not (piece.initial or seen.lower.issuperset(lows))
    return True


def trim_initial(piece: Piece, known: Lexicon) -> None:
    """Drop a sentence's first common word from a run unless the run reads like an organisation or a full name."""
    lows = piece.lows
    first = lows[0]
    if is_listed(f"{first} {lows[1]}", known):
        return
    if len(lows) > 2 and lows[-1] in known.countries and first not in known.functional:
        return
    if first not in known.common or first in known.given_names or first in known.nationalities:
        return
    if (is_head(lows[-1], known) or piece.joined) and first not in known.functional:
        return
    if first in known.family_names or first in known.east_surnames or first in known.place_fronts:
        return
    piece.words, piece.lows, piece.offsets = piece.words[1:], lows[1:], piece.offsets[1:]
    piece.start = piece.offsets[0]
    piece.initial = False


def judge_word(piece: Piece, text: str, seen: Witness, known: Lexicon) -> bool | None:
    """Judge a name of one word."""
    word, low = piece.words[0], piece.lows[0]
    if low in known.weak_alone:
        return not piece.initial if low in known.known_alone else (False if piece.title or not piece.initial else None)
    if low in known.days and low in known.east_surnames and not piece.title:
        return False
    if len(low) < 2 or low in known.functional or low in known.days or low in known.nationalities:
        return False if piece.title else None
    if low in known.months:
        return True if piece.title else None
    if low in known.known_alone or low in known.acronym_places:
        return True
    if low in known.states_short and text[piece.end - 1 : piece.end + 1].endswith(".") and is_after_place(text, piece):
        return True
    if low in known.acronym_other and (word.isupper() or low not in known.east_surnames):
        return None
    if piece.title:
        return True
    if (
        low in known.titles
        or low in known.title_modifiers
        or low in known.company_endings
        or PLURAL_ACRONYM.fullmatch(word)
    ):
        return None
    common = is_plain(low, known)
    if word.isupper() and len(word) <= 6:
        return not (common and (piece.initial or len(word) > 3))
    if not word.isupper() and VOWELS.isdisjoint(low):
        return None
    if len(word) == 2 and not word.isupper() and low not in known.east_surnames:
        return False
    if piece.initial:
        if common and low in known.family_names and says(text, piece.end, known):
            return True
        return not (common or seen.plain(low) or is_derived(low, known) or seen.doubts(low) or seen.noisy)
    if common:
        return low in known.cities_strong or is_placed(text, piece, known)
    return not seen.plain(low)


def is_placed(text: str, piece: Piece, known: Lexicon) -> bool:
    """Tell whether a plain word in capitals is a place here (``in Bath``) or a newspaper (``the Herald``)."""
    before = text[max(0, piece.start - 14) : piece.start].rstrip(' “"‘').rpartition(" ")[2].casefold()
    low = piece.lows[0]
    if before == "the":
        return low in known.newspapers
    if before in known.works_before or before in known.products_before:
        return True
    if (
        text[piece.end : piece.end + 1] == " "
        and text[piece.end + 1 : piece.end + 14].partition(" ")[0].rstrip(".,;") in COUNTIES
    ):
        return True
    return before in {"in", "from", "near", "at"} and (low in known.cities or low in known.cities_large)


COUNTIES = frozenset({"county", "township", "prefecture", "village"})
"""What stands in lower case behind the name of a place that it is."""


def is_subject(text: str, end: int, known: Lexicon) -> bool:
    """Tell whether a verb follows, of which a plain noun without an article would not be the subject."""
    word = text[end + 1 : end + 24].partition(" ")[0] if text[end : end + 1] == " " else ""
    return word in known.persons_next or word in SUBJECT_VERBS or (len(word) > 5 and word.endswith("ed"))


def is_after_place(text: str, piece: Piece) -> bool:
    """Tell whether a piece stands after a comma and a capitalised word, as a state does after a town."""
    before = text[max(0, piece.start - 24) : piece.start]
    return before.endswith(", ") and before[:-2].rpartition(" ")[2][:1].isupper()


SUBJECT_VERBS = frozenset(
    {"has", "is", "was", "will", "won", "beat", "lost", "makes", "plans", "sells", "sold", "fell"}
)
"""Verbs of one thing."""


def is_plain(low: str, known: Lexicon) -> bool:
    """Tell whether a dictionary has a word, or all parts of a hyphened one."""
    return low in known.common or ("-" in low and all(part in known.common for part in low.split("-")))


def is_derived(low: str, known: Lexicon) -> bool:
    """Tell whether a word that no dictionary has is made of words that it has (``offloading``, ``approvers``)."""
    if low in known.rare:
        return True
    if any(
        low.endswith(ending) and len(low) > len(ending) + 3 and low[: -len(ending)] in known.common
        for ending in ENDINGS
    ):
        return True
    if any(low.startswith(front) and low[len(front) :] in known.common for front in FRONTS):
        return True
    return any(low[:at] in known.common and low[at:] in known.common for at in range(4, len(low) - 3))


ENDINGS = (
    "s",
    "es",
    "er",
    "ers",
    "ee",
    "ees",
    "ing",
    "ed",
    "ly",
    "ness",
    "ory",
    "ment",
    "al",
    "ism",
    "ist",
    "ists",
    "able",
    "less",
    "ful",
)
FRONTS = (
    "re",
    "un",
    "mal",
    "non",
    "pre",
    "de",
    "dis",
    "mis",
    "out",
    "over",
    "off",
    "up",
    "under",
    "inter",
    "anti",
    "co",
    "bi",
    "tri",
    "multi",
)


def says(text: str, end: int, known: Lexicon) -> bool:
    """Tell whether a verb that only people are the subject of follows."""
    return (
        text[end : end + 1] == " " and text[end + 1 : end + 24].partition(" ")[0].rstrip(".,;:") in known.persons_next
    )


def is_person(item: Found) -> bool:
    """Tell whether a name of several words is more likely a person's than anything else."""
    scores = add(inner(item.form), item.scores)
    return best(scores) == PERSON and scores[PERSON] > 2


FIRM_HEADS = frozenset({"airlines", "airways", "motors", "industries", "technologies"})
"""Last words of firms that are called by their first, though it is a plain word (``Eastern``)."""


def settle(found: list[Found], known: Lexicon) -> None:
    """Accept doubtful finds that sure ones bear out: the same name, or part of a person's or an organisation's name."""
    sure: set[str] = set()
    parts: set[str] = set()
    firms: set[str] = set()
    for item in found:
        if not item.accepted:
            continue
        sure.add(item.form)
        words = item.form.split()
        if len(words) > 2:
            sure.update([" ".join(words[:width]) for width in range(2, len(words))])
        if item.firm or words[-1] in FIRM_HEADS:
            firms.add(words[0])
        if len(words) < 2:
            continue
        scores = add(inner(item.form), item.scores)
        kind = best(scores)
        if kind == PERSON and scores[PERSON] > 2:
            parts.update((words[0], words[-1]) if words[0][-1] != "." else words[-1:])
            continue
        if words[0] not in known.weak_alone and (words[0] not in known.common or words[0] in known.famous):
            parts.add(words[0])
        if words[-1] in known.lone_bodies and kind == ORGANIZATION:
            parts.add(words[-1])
    sure = sure - known.weak_alone  # goes through the few forms; in place, it would go through the long list
    firms = {item.form for item in found if item.inside and item.form in firms} - known.weak_alone
    for item in found:
        item.accepted = item.accepted or item.form in sure or item.form in parts or item.form in firms
