"""What a search gives back."""

from dataclasses import dataclass

from tui_reader.model.entity import EntityKind
from tui_reader.model.span import Place, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be looked for: one entity with everything it is called."""

    key: int
    """The entity's number in its archive."""
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    story_count: int
    mention_count: int


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A candidate that answers a query, before its mentions are looked up."""

    candidate: Candidate
    score: float
    """0 to 100, higher is better."""
    matched: str
    """The form that met the query: the name or one of the aliases."""
    spans: tuple[Span, ...] = ()
    """The stretches of ``matched`` that the query's words met, in code points, in order."""
    weak: bool = False
    """Near the query, but not near enough to be an answer."""


@dataclass(frozen=True, slots=True)
class EntityHit:
    """An entity that answers a query, with where its mentions begin."""

    match: NameMatch
    first: Place
    """The first mention."""
    first_end: int
    """Where the first mention ends."""


@dataclass(frozen=True, slots=True)
class TextHit:
    """A place in the text that answers a query: a concordance line."""

    article: str
    start: int
    end: int
    left: str
    text: str
    right: str
