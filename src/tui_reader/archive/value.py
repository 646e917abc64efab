"""What the archive gives, beside the model's own values."""

from dataclasses import dataclass

from tui_reader.model import EntityHit, InputProblem, TextHit

SMALL_NAMES = 1000
"""Entities up to which names are searched in memory; loading more takes longer than a reader waits."""
LOADED_NAMES = 20_000
"""Entities that are loaded where there is no other way to search them."""


_CANNOT = "cannot be used any further"


class IndexProblem(InputProblem):
    """The index on disk cannot be read or written any further; memory can take its place."""

    def __init__(self, fault: str) -> None:
        """Take the fault, bare or as another process has told of it."""
        super().__init__("the index", f"{_CANNOT} ({fault.rpartition(f'{_CANNOT} (')[2].removesuffix(')')})")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far building an index has come."""

    sources: int
    """Sources looked at."""
    stories: int
    """Stories in the index."""
    read: int = 0
    """Sources read, because they were new or changed."""
    names: int = 0
    """Entities, counted when all is done."""
    rate: float = 0.0
    """Sources read a second; 0 where it is not known."""
    total: int = 0
    """Sources there are, roughly; 0 where it is not known."""
    left: float = 0.0
    """Seconds that the rest will take, roughly; 0 where it is not known."""
    done: bool = False

    @property
    def reached(self) -> str:
        """How much of the archive has been read, as "100 of 300 stories"; empty where all of it has."""
        if self.done or self.total <= max(self.sources, self.stories):
            return ""
        # a file may hold many stories: how many those still unread hold is not known
        if self.stories > self.sources + 1:
            return f"{self.sources:,} of {self.total:,} files"
        return f"{self.stories:,} of {self.total:,} stories"


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What one query found."""

    query: str
    entities: tuple[EntityHit, ...]
    texts: tuple[TextHit, ...]
    searched: int
    """The number of stories that were searched."""
    more: bool = False
    """There are more places in the text than are given."""
    following: int | None = None
    """Where in the index to look for these; None where there are none."""
