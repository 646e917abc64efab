"""An entity: who or what the news is about, with every mention of it."""

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing a name names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    WORK = "work"
    PRODUCT = "product"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named."""

    article: str
    """The article's id."""
    start: int
    """Code points into the article's text."""
    end: int
    text: str
    """The surface: ``article.text[start:end]``."""
    role: str = ""
    """What the text says the entity is, here ("an executive of the company"); empty where it says nothing."""
    reason: str = ""
    """Why this surface was tied to the entity ("surname of Shen Fangtao"); empty for the full name itself."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or other named thing, under one name."""

    name: str
    """The name to show: the fullest form, in normal case."""
    kind: EntityKind
    aliases: tuple[str, ...]
    """Other surfaces that mean it, most frequent first; the name itself is not among them."""
    mentions: tuple[Mention, ...]
    """In reading order: articles in archive order, then by start."""

    @property
    def stories(self) -> int:
        """In how many articles it is named."""
        return len({mention.article for mention in self.mentions})
