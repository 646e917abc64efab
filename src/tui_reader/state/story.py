"""By what a story is known again: where it came from, and what it says."""

import re
from dataclasses import dataclass
from zlib import adler32, crc32

SKETCH_TEXT = 20_000
"""Code points of the text that the sketch is made from: enough to know a story by, quick for one of megabytes."""
SKETCH_SIZE = 32
ALIKE = 0.25
"""Share of three-word runs in common from which two texts are one story, edited; strangers share next to none."""
TELLING = 40
"""Code points a text needs to be known by its words alone; shorter ones may well be equal by chance."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class StoryKey:
    """A story as the reading state knows it."""

    source: bytes
    """The absolute path of its file as the system has it, or ``-``."""
    number: int
    """Which story of its source, from 1."""
    digest: bytes
    """Equal for equal texts and, but for forgeries, for no others; empty where the text is too short to be known by."""
    sketch: bytes
    """Four bytes for each of the lowest hashes of its three-word runs: alike for texts alike."""


def identify(source: bytes, number: int, text: str) -> StoryKey:
    """Make a story's key from its source, its number there and its text."""
    data = text.encode("utf-8", "surrogatepass") if len(text) >= TELLING else b""
    # Two checksums and the length: as good as a cryptographic hash against chance, and nothing to load at start.
    digest = b"".join(part.to_bytes(4, "big") for part in (crc32(data), adler32(data), len(data))) if data else b""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text[:SKETCH_TEXT].casefold())]
    runs = {crc32(b" ".join(words[i : i + 3])) for i in range(max(1, len(words) - 2))} if words else set()
    lowest = sorted(runs)[:SKETCH_SIZE]
    return StoryKey(source, number, digest, b"".join(run.to_bytes(4, "big") for run in lowest))


def alike(one: bytes, other: bytes) -> bool:
    """Tell from two sketches whether the texts are the same story, edited (two texts without words are)."""
    first, second = _runs(one), _runs(other)
    if not first or not second:
        return first == second
    union = sorted(first | second)[: max(len(first), len(second))]
    return sum(run in first and run in second for run in union) >= ALIKE * len(union)


def _runs(sketch: bytes) -> set[bytes]:
    return {sketch[i : i + 4] for i in range(0, len(sketch) - 3, 4)}
