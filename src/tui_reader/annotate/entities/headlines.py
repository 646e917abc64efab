"""Names in lines where capitals mean nothing: headlines in title case or in capitals throughout."""

import re
from collections.abc import Iterable

from tui_reader.annotate.entities.judging import Found, is_person
from tui_reader.annotate.entities.lexicon import Lexicon
from tui_reader.annotate.entities.scores import NONE, Scores
from tui_reader.annotate.entities.shape import TOKEN, normal_form
from tui_reader.model import BlockType

HEADLINES = frozenset({BlockType.HEADLINE, BlockType.KICKER, BlockType.CROSSHEAD, BlockType.STANDFIRST})
LONGEST_LINE = 240
INSIDE: Scores = (0.0, 0.0, 1.5, 0.0)
"""What a preposition before a name in a headline says."""
WORD = re.compile(r"[\w&][\w'’&.-]*+")
SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "de"})
ARTICLES = frozenset({"the", "a", "an"})
LONGEST_HEAD = 2
"""Words of a body's head that go on with a name."""
FIRM_HEADS_ALONE = frozenset(
    (
        *("airlines", "airways", "bank", "chemicals", "college", "electric", "electronics", "energy", "foods", "group"),
        *("holdings", "industries", "insurance", "motors", "pharmaceuticals", "railway", "resources", "securities"),
        *("steel", "systems", "technologies", "telecom", "university"),
    )
)
"""Heads that end no headline's clause as verbs or plain nouns do."""
LONGEST_FORM = 5
"""Words of the longest name that is looked up."""


def is_headline(text: str, kind: BlockType, *, first: bool) -> bool:
    """Tell whether most long words of a short line are capitalised, so that capitals mean nothing in it."""
    if len(text) > LONGEST_LINE or (text.endswith(".") and not text.isupper()):
        return False
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    if len(words) < 3:
        return (kind in HEADLINES and capital == len(words)) or (text.isupper() and " " in text)
    return capital >= (0.7 if kind in HEADLINES or first else 0.8) * len(words)


class Accepted:
    """The names accepted in a story so far, as a headline of it may call them."""

    def __init__(self, known: Lexicon) -> None:
        self._known = known
        self.forms: set[str] = set()
        """Normal forms: the names, what they begin with, and people's surnames."""
        self.longest: dict[str, int] = {}
        """The most words of a form, by its first."""

    def learn(self, found: Iterable[Found]) -> None:
        """Take in what was found."""
        accepted = [item for item in found if item.accepted]
        forms = {item.form for item in accepted if "." not in item.form}
        forms |= {lead for form in forms for lead in leads(form)}
        forms |= surnames(accepted, self._known)
        for form in forms - self.forms:
            first = form.partition(" ")[0]
            self.longest[first] = max(self.longest.get(first, 0), form.count(" ") + 1)
        self.forms |= forms


def headline_names(line: str, offset: int, accepted: Accepted, known: Lexicon) -> list[Found]:
    """Find in such a line the names accepted elsewhere in the story, well-known places, and unknown words."""
    forms, longest = accepted.forms, accepted.longest
    tokens = tokens_of(line)
    least = 5 if line.isupper() else 2
    made: list[Found] = []
    index = 0
    while index < len(tokens):
        start, stop = tokens[index]
        width = 0
        if line[start:stop].casefold() in ARTICLES:
            index += 1
            continue
        most = min(max(longest.get(normal_form(unowned(line[start:stop])), 0), 3), LONGEST_FORM, len(tokens) - index)
        for count in range(most if line[start].isupper() else 0, 0, -1):
            surface = unowned(line[start : tokens[index + count - 1][1]])
            form = normal_form(surface)
            if form in forms or is_well_known(form, surface, known):
                scores = INSIDE if line[max(0, start - 4) : start].casefold() in {" in ", " at "} else NONE
                made.append(Found(offset + start, offset + start + len(surface), form, scores, accepted=True))
                width = count
                break
        if not width:
            width, surface = fresh(line, tokens, index, known)
            if len(surface) >= least:
                end = offset + start + len(surface)
                made.append(Found(offset + start, end, normal_form(surface), NONE, accepted=True))
        index += max(width, 1)
    return made


def leads(form: str) -> list[str]:
    """Give the leading words of a name, by which a headline may call a body (``Missouri Pacific`` Railroad)."""
    words = form.split()
    return [" ".join(words[:width]) for width in range(2, len(words)) if words[width - 1] not in SMALL]


def surnames(found: list[Found], known: Lexicon) -> set[str]:
    """Give the surnames of the people accepted, which a headline may use alone; plain words are left out."""
    people = [item.form.split() for item in found if " " in item.form and is_person(item)]
    own = {words[0] if words[0] in known.east_surnames else words[-1] for words in people}
    return {word for word in own if word not in known.common}


def tokens_of(line: str) -> list[tuple[int, int]]:
    """Give the words of a line, stops and dashes at their ends left out."""
    return [(match.start(), match.start() + len(match.group().rstrip(".'’-"))) for match in WORD.finditer(line)]


def unowned(surface: str) -> str:
    """Drop a possessive ending."""
    return surface[:-2] if surface.endswith(("'s", "’s", "'S", "’S")) else surface.rstrip("'’")


def is_well_known(form: str, surface: str, known: Lexicon) -> bool:
    """Tell whether a headline's word is a well-known place or organisation whatever its case."""
    lower = surface.casefold().replace("’", "'")
    if form in known.functional or lower in known.functional:
        return surface in {"US", "UN", "EU", "WHO"}
    if lower in known.countries or lower in known.regions or lower in known.cities_strong:
        return True
    if lower in known.famous or lower in known.events:
        return lower not in known.common or (surface.isupper() and len(surface) < 5)
    if lower not in known.cities_large or lower in known.common:
        return False
    return lower not in known.family_names and lower not in known.given_names


def fresh(line: str, tokens: list[tuple[int, int]], index: int, known: Lexicon) -> tuple[int, str]:
    """Give how many words from one on make a name that only the headline has, and its surface; 0 for none."""
    count = 0
    while index + count < len(tokens):
        start, stop = tokens[index + count]
        word = unowned(line[start:stop])
        if not is_strange(word, known) or (count and line[tokens[index + count - 1][1] : start] != " "):
            break
        count += 1
        if len(word) < stop - start:
            break
    if not count:
        return 0, ""
    count += headed(line, tokens, index + count, known)
    surface = unowned(line[tokens[index][0] : tokens[index + count - 1][1]])
    low = surface.casefold()
    lone = low in known.acronym_other or low in known.weak_alone or low in known.company_endings
    return count, "" if lone else surface


def headed(line: str, tokens: list[tuple[int, int]], index: int, known: Lexicon) -> int:
    """Count the head nouns of a body that go on with a name (``Steel Co``), plain words though they are."""
    count = 0
    while count < LONGEST_HEAD and 0 < index + count < len(tokens):
        start, stop = tokens[index + count]
        word = line[start:stop]
        low = unowned(word).casefold()
        heads = low in FIRM_HEADS_ALONE or low in known.company_endings
        if not heads or not word[0].isupper() or line[tokens[index + count - 1][1] : start] != " ":
            break
        count += 1
        if len(unowned(word)) < len(word):
            break
    return count


def is_strange(word: str, known: Lexicon) -> bool:
    """Tell whether a capitalised word is none that a headline would capitalise for its own sake."""
    low = word.casefold()
    if not TOKEN.match(word) or ("-" in word and low.rpartition("-")[2] in known.common):
        return False
    plain = low in known.common or low in known.rare or low in known.functional or low in known.nationalities
    return not (plain or low in known.titles or low in known.days or low in known.months)
