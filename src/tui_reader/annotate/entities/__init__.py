"""Names: who and what a story is about, tied together inside a story and across an archive.

Step one, ``find_names``, sees one story alone; step two, ``tally`` and ``resolve``, sees nothing but counts per key.
``find_entities`` does both for an archive held in memory.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui_reader.annotate.entities.alias_book import AliasBook
from tui_reader.annotate.entities.resolving import Identity, Profile, Tally, profile, resolve, tally
from tui_reader.annotate.entities.story import LocalEntity, find_names
from tui_reader.annotate.entities.survey import Survey, survey
from tui_reader.model import Article, Entity, Mention

VERSION = "3"
"""Changes when the same text may give other entities."""


def find_entities(articles: Sequence[Article], aliases: AliasBook | None = None) -> tuple[Entity, ...]:
    """Find the entities of an archive held in memory, the most mentioned first."""
    book = aliases or AliasBook()
    tallies: dict[str, Tally] = {}
    stories: list[tuple[LocalEntity, ...]] = []
    for article in articles:
        names = book.apply(find_names(article))
        stories.append(names)
        tally(tallies, names)
    identities = resolve(tallies, book)
    members: dict[str, list[str]] = {}
    for key, identity in identities.items():
        members.setdefault(identity.root, []).append(key)
    mentions: dict[str, list[Mention]] = {}
    for names in stories:
        for entity in names:
            identity = identities[entity.key]
            mentions.setdefault(identity.root, []).extend(
                replace(mention, reason=mention.reason or identity.reason) if identity.reason else mention
                for mention in entity.mentions
            )
    order = {article.id: number for number, article in enumerate(articles)}
    made = []
    for root, found in mentions.items():
        shown = profile(members[root], root, tallies, book)
        found.sort(key=lambda mention: (order[mention.article], mention.start))
        surfaces = Counter(mention.text for mention in found)
        surfaces.pop(shown.name, None)
        aliases_shown = tuple(text for text, _ in sorted(surfaces.items(), key=lambda entry: (-entry[1], entry[0])))
        made.append(Entity(shown.name, shown.kind, aliases_shown, tuple(found)))
    return tuple(sorted(made, key=lambda entity: (-len(entity.mentions), entity.name, entity.kind)))


__all__ = [
    "VERSION",
    "AliasBook",
    "Identity",
    "LocalEntity",
    "Profile",
    "Survey",
    "Tally",
    "find_entities",
    "find_names",
    "profile",
    "resolve",
    "survey",
    "tally",
]
