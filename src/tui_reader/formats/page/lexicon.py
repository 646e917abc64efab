"""English words by how common they are: a table of its own, read when a hyphen first asks."""

import gzip
from functools import cache
from importlib.resources import files

BANDS = 4
"""The table's bands: 1 the commonest 5,000 words, then to 20,000, 40,000 and 82,000."""


@cache
def _bands() -> dict[str, int]:
    packed = files("tui_reader.formats.page").joinpath("words.txt.gz").read_bytes()
    bands: dict[str, int] = {}
    for number, words in enumerate(gzip.decompress(packed).decode("ascii").split("\n"), 1):
        bands.update(dict.fromkeys(words.split(), number))
    return bands


def band(word: str) -> int:
    """Tell how common a word is: 1 (very) to 4 (rare), 0 where the table does not have it."""
    return _bands().get(word.lower(), 0)
