"""What is known about words before any story is read: gazetteers, name lists, head nouns, common English.

Loaded on first use and kept; a few milliseconds, a few megabytes.
"""

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

TABLES = (
    *("given_names", "given_male", "given_female", "family_names", "family_names_common"),
    *("cities", "cities_large", "states", "common", "rare"),
)
"""Lists that have a file of their own, made by ``data/compile_tables.py``."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of ``data/words.txt`` by their section names, and the compiled tables; all in lower case."""

    functional: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    titles: frozenset[str]
    title_modifiers: frozenset[str]
    persons_next: frozenset[str]
    roles: frozenset[str]
    organization_heads: frozenset[str]
    company_endings: frozenset[str]
    place_heads: frozenset[str]
    place_fronts: frozenset[str]
    compass: frozenset[str]
    other_heads: frozenset[str]
    of_heads: frozenset[str]
    for_heads: frozenset[str]
    on_heads: frozenset[str]
    suffixes: frozenset[str]
    company_lead: frozenset[str]
    lower_place_after: frozenset[str]
    lower_org_after: frozenset[str]
    place_before: frozenset[str]
    org_before: frozenset[str]
    place_of: frozenset[str]
    particles: frozenset[str]
    east_surnames: frozenset[str]
    countries: frozenset[str]
    regions: frozenset[str]
    cities_strong: frozenset[str]
    nationalities: frozenset[str]
    owned_by_persons: frozenset[str]
    owned_by_places: frozenset[str]
    owned_by_firms: frozenset[str]
    titles_female: frozenset[str]
    titles_male: frozenset[str]
    lone_bodies: frozenset[str]
    local_bodies: frozenset[str]
    plain_openers: frozenset[str]
    honours: frozenset[str]
    parties: frozenset[str]
    name_openers: frozenset[str]
    ambiguous_dates: frozenset[str]
    short_dates: frozenset[str]
    states_short: frozenset[str]
    newspapers: frozenset[str]
    event_heads: frozenset[str]
    event_fronts: frozenset[str]
    work_heads: frozenset[str]
    product_heads: frozenset[str]
    product_fronts: frozenset[str]
    makers: frozenset[str]
    works_before: frozenset[str]
    works_near: frozenset[str]
    products_before: frozenset[str]
    events_after: frozenset[str]
    products_after: frozenset[str]
    korean_first: frozenset[str]
    weak_alone: frozenset[str]
    known_alone: frozenset[str]
    famous: frozenset[str]
    events: frozenset[str]
    acronym_places: frozenset[str]
    acronym_other: frozenset[str]
    given_names: frozenset[str]
    given_male: frozenset[str]
    given_female: frozenset[str]
    family_names: frozenset[str]
    family_names_common: frozenset[str]
    cities: frozenset[str]
    cities_large: frozenset[str]
    states: frozenset[str]
    common: frozenset[str]
    rare: frozenset[str]
    listed: frozenset[str]
    """Gazetteer and well-known names: phrases that are names as they stand."""
    heads: frozenset[str]
    """Words that head names of organisations, places or other things."""
    dates: frozenset[str]
    """Months and days."""


def read_table(name: str) -> frozenset[str]:
    """Read a table of one entry a line."""
    text = (files("tui_reader.annotate.entities") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.split("\n")) - {""}


def read_sections() -> dict[str, frozenset[str]]:
    """Read ``words.txt``: a section's name in brackets, then its entries parted by commas."""
    text = (files("tui_reader.annotate.entities") / "data" / "words.txt").read_text(encoding="utf-8")
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in text.split("\n"):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            current.update(entry.strip() for entry in line.split(",") if entry.strip())
    return {name: frozenset(entries) for name, entries in sections.items()}


def is_listed(phrase: str, known: Lexicon) -> bool:
    """Tell whether a phrase as it stands is in a gazetteer or among the well-known names."""
    return phrase in known.listed


def is_head(word: str, known: Lexicon) -> bool:
    """Tell whether a word heads names of organisations, places or other things."""
    return word in known.heads


def is_office(words: list[str], known: Lexicon) -> bool:
    """Tell whether all words are titles, words of offices, or functional: no name is among them."""
    for word in words:  # a loop, since it is asked of every name and mostly ends at the first word
        if word not in known.titles and word not in known.title_modifiers and word not in known.functional:
            return False
    return True


@cache
def lexicon() -> Lexicon:
    """Give the lists, read once a process."""
    sections = read_sections()
    lists = {field.name: sections.get(field.name, frozenset()) for field in fields(Lexicon)}
    for name in TABLES:
        lists[name] = lists[name] | read_table(name)
    lists["common"] |= sections["modern"]
    lists["functional"] |= sections["misread"]
    lists["title_modifiers"] |= {f"ex-{word}" for word in lists["title_modifiers"]}
    lists["titles"] |= {f"{front}-{title}" for title in lists["titles"] for front in ("ex", "co", "vice")}
    towns = frozenset(name for name in lists["cities_large"] if " " in name)
    gazetteer = lists["countries"] | lists["regions"] | lists["cities_strong"]
    lists["listed"] = gazetteer | lists["famous"] | lists["events"] | towns
    lists["heads"] = lists["organization_heads"] | lists["place_heads"] | lists["other_heads"]
    lists["dates"] = lists["months"] | lists["days"]
    return Lexicon(**lists)
