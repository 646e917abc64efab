"""Which thing a name is that names no person, organisation or place: an event, a work or a product."""

import re
from functools import lru_cache

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.model import EntityKind

THINGS = frozenset({EntityKind.EVENT, EntityKind.WORK, EntityKind.PRODUCT})
NUMERAL = re.compile(r"[ivx]{1,4}|one|two|\d+\w?")
NUMBER = re.compile(
    r"(?: |-|/)(?!(?:19|20)\d\d(?!\d))\d{1,4}[A-Z]?(?: (?:Pro|Max|Plus|Ultra|Mini|SE|Air)\b){0,2}"
    r"(?![\w%$])(?![,.:]\d)(?! (?:percent|per|pct|million|billion|trillion|hundred|thousand|a\.?m|p\.?m|people|times))"
)
"""A model's number behind its name (``Falcon 9``, ``iPhone 15 Pro``)."""
BEFORE = re.compile(r"(?:^|[ (“\"])(?:an?|the|its|their|his|her|new|latest|of)(?: [a-z-]{3,12})? $", re.IGNORECASE)
OWNED = re.compile(r"(?: |^)(?:its|their|new|latest|flagship)(?: [a-z-]{3,12})? $", re.IGNORECASE)
LONGEST_PHRASE = 90
"""Code points before a bracket in which an acronym's words are looked for."""
NOUN = re.compile(r" ([a-z-]{2,12})")


@lru_cache(maxsize=16384)
def thing_of(name: str) -> EntityKind | None:
    """Tell by a name's own words which thing it is; None where they do not say."""
    known = lexicon()
    words = name.casefold().replace("’", "'").split()
    while len(words) > 1 and NUMERAL.fullmatch(words[-1]):
        words.pop()
    head = next((words[at - 1] for at in range(1, len(words)) if words[at] in {"of", "for", "on", "de"}), words[-1])
    if words[0] in known.product_fronts and len(words) > 1:
        return EntityKind.PRODUCT
    if head in known.event_heads or words[0] in known.event_fronts or " ".join(words[-2:]) in LEAGUES:
        return EntityKind.EVENT
    if head in known.work_heads:
        return EntityKind.WORK
    if head in known.product_heads or (" " in name and words[0] in known.makers):
        return EntityKind.PRODUCT
    return None


LEAGUES = frozenset({"champions league", "europa league", "new year", "silk road rally", "arab spring", "formula one"})
"""Events whose head noun heads names of other kinds."""


def numbered(text: str, start: int, end: int, word: str, known: Lexicon) -> int:
    """Give where a model's number ends that follows a name; ``end`` where none does.

    Only a maker, an article before or a product behind make it one: ``in Leeds 12 people`` has none.
    """
    match = NUMBER.match(text, end)
    if not match:
        return end
    noun = NOUN.match(text, match.end())
    if word in known.makers or (noun and noun.group(1) in known.products_after):
        return match.end()
    determined = BEFORE.search(text, max(0, start - 18), start)
    return match.end() if determined and (not noun or noun.group(1) in VERBS) else end


VERBS = frozenset(
    {"is", "was", "will", "has", "had", "can", "landed", "launched", "and", "or", "from", "to", "on", "in"}
)
"""Words that may follow a model's number; a plain noun there would be what is counted."""


def spelt_out(text: str, start: int, letters: str) -> str:
    """Give the plain words that an acronym beside them abbreviates (``heavy water reactor (HWR)``), or nothing."""
    before = text[max(0, start - LONGEST_PHRASE) : start]
    if not before.endswith((" (", ", or ")):
        return ""
    words = before[: -2 if before.endswith("(") else -5].split()[-len(letters) :]
    plain = len(words) == len(letters) > 1 and all(
        word[1:].islower() and word[0].casefold() == letter
        for word, letter in zip(words, letters.casefold(), strict=True)
    )
    return " ".join(words).casefold() if plain and " ".join(words[1:]).islower() else ""


def thing_beside(words: tuple[str, str], text: str, start: int, end: int, known: Lexicon) -> EntityKind | None:
    """Tell by the word before (``the steamer X``, ``the novel X``) and the word after which thing a name is."""
    before, after = words
    if before in known.works_before:
        return EntityKind.WORK
    if before in known.products_before:
        return EntityKind.PRODUCT
    if after in known.events_after:
        return EntityKind.EVENT
    if after in known.products_after and (text[end - 1].isdigit() or OWNED.search(text, max(0, start - 24), start)):
        return EntityKind.PRODUCT
    return None
