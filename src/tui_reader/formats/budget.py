"""What a source may cost: the limits of all formats in one place.

Sources come from strangers. Each limit is far above honest stories and far below what would trouble the machine.
"""

import time
from dataclasses import dataclass, field

MEBIBYTE = 1024 * 1024

FILE_BYTES = 64 * MEBIBYTE
"""The largest file that is read."""
STORIES = 20_000
"""The most stories one source is cut into; later headings then head a section of the last story."""
BLOCKS = 250_000
"""The most blocks one source is cut into; what is left then is read in pieces of some thousand words."""

PAGE_PARAGRAPHS = 15_000
"""The most paragraphs of a text that is repaired as a newspaper page; a real page has some hundred."""
PAGE_LINES = 150_000
"""The most lines of the same."""
PAGE_CHARACTERS = 4 * MEBIBYTE
"""The most characters of the same."""

FRONT_MATTER_CHARACTERS = 64 * 1024
"""The longest front matter that is taken as such."""
FRONT_MATTER_DEPTH = 8
"""How deep front matter may nest."""

NESTING = 100
"""How deep quotes, lists and elements may nest before their markup is read as text."""
INLINE_CHARACTERS = 32 * 1024
"""The longest paragraph whose inline markup is parsed; a longer one is shown as it stands."""
CHUNK_CHARACTERS = 64 * 1024
"""How much Markdown is parsed at once."""
MARKED_CHARACTERS = MEBIBYTE
"""How much Markdown of one source is parsed; what is left is shown as plain text, with its headings."""
TAGS = 50_000
"""How many tags and texts of one page, or blocks of Markdown, are parsed; the same."""
PARSE_SECONDS = 3.0
"""How long markup is parsed at most. Only a hostile source comes so far: what an honest one gives does not depend on
how fast the machine is."""

ARCHIVE_ENTRIES = 50_000
"""The most entries of an archive."""
MEMBER_BYTES = 16 * MEBIBYTE
"""The most bytes one member of an archive may really hold."""
ARCHIVE_BYTES = 48 * MEBIBYTE
"""The most bytes the members of an archive may really hold together."""

PICTURE_BYTES = 32 * MEBIBYTE
"""The largest file that a picture is read from."""
PICTURE_PIXELS = 30_000_000
"""The most pixels of a picture that are held at once: some 120 MB for a moment."""
PICTURE_PIXELS_SKIPPED = 250_000_000
"""The most pixels of a photograph that is read at a fraction of its size."""
PICTURE_SECONDS = 4.0
"""How long a picture is decoded at most."""


@dataclass(slots=True)
class Clock:
    """A time budget that runs from its making, in seconds of this thread's own work; it keeps what a budget cost."""

    seconds: float = PARSE_SECONDS
    started: float = field(default_factory=time.thread_time)
    cut: str = ""
    """What was not read as it was meant, where and why, in words for the reader; empty while all was."""

    def tell(self, cut: str) -> None:
        """Keep what was not read as it was meant; the first place counts."""
        self.cut = self.cut or cut

    @property
    def over(self) -> bool:
        """Tell whether the time is spent."""
        return self.left <= 0

    @property
    def left(self) -> float:
        """Give the seconds left; negative where more are spent."""
        return self.seconds - (time.thread_time() - self.started)
