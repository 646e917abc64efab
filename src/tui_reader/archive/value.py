"""What the archive gives, beside the model's own values."""

from dataclasses import dataclass

from tui_reader.model import EntityHit, TextHit


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What one query found."""

    query: str
    entities: tuple[EntityHit, ...]
    texts: tuple[TextHit, ...]
    searched: int
    """The number of stories that were searched."""
