"""What the store takes and gives, beside the model's own values. Keys and places are plain numbers and strings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tui_reader.model import Article, EntityKind, Figure, Mention


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a source file looked when it was read: what tells that it has not changed."""

    path: bytes
    size: int
    """Bytes."""
    modified: int
    """Nanoseconds since 1970."""
    digest: bytes = b""
    """Hash of the content, for files whose time changed and content did not; empty where it was not taken."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name with all its mentions in one story, and what the story adds to the archive's knowledge of it."""

    key: str
    """What stories share of a name: the same key is the same name."""
    name: str
    """How the story calls it."""
    kind: EntityKind
    mentions: tuple[Mention, ...]
    evidence: Mapping[str, int]
    """Counts that add up over stories and mean something to the resolver alone."""
    groups: tuple[str, ...] = ()
    """Names can be the same entity only by way of a group they share; a name's own key is always one of its groups."""


@dataclass(frozen=True, slots=True)
class Filing:
    """One story with everything found in it, ready to be stored."""

    article: Article
    figures: tuple[Figure, ...] = ()
    names: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """One source with its stories."""

    stamp: Stamp
    filings: tuple[Filing, ...] = ()
    problem: str = ""
    """Why the source could not be read, in words for the reader; empty where it could."""
    after: bytes | None = None
    """Path of the source it follows in the archive, empty for the first of all; nothing puts it at the end."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What the resolver says of a key."""

    root: str
    """Key of the entity it belongs to."""
    name: str
    """The entity's name to show."""
    kind: EntityKind
    reason: str = ""
    """Why it belongs to another key; empty for itself."""


Resolver = Callable[[Mapping[str, Mapping[str, int]]], Mapping[str, Identity]]
"""Settles identity from the evidence of all keys that may bear on each other; sees no order and no story."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story as a list shows it."""

    place: int
    """Its place in the archive's order; places ascend, with gaps."""
    id: str
    title: str
    byline: str
    source: str
    words: int
    figures: int
    names: int
    """How many entities it names."""
    date: str
    """When it was published, as far as it says; empty where unknown."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention, found in the archive."""

    place: int
    story: str
    """The story's id."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity as a list shows it."""

    key: int
    name: str
    kind: EntityKind
    mentions: int
    stories: int
