"""Where something stands in an article's text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        """Tell whether the code point at ``offset`` lies inside."""
        return self.start <= offset < self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in the archive: the reader's place, a jump's target, a mark."""

    article: str
    """The article's id."""
    offset: int
    """Code points into the article's text."""
