"""How much is studied: finding figures and names takes far longer than reading does."""

from dataclasses import replace

from tui_reader.model import Article, Block

STUDIED = 4_000_000
"""Code points of a story in which figures and names are looked for: more than any newspaper prints in a day."""
STUDIED_OF_SOURCE = 32_000_000
"""Code points of one source in which they are looked for: some five million words in a single file."""


class Scope:
    """Cuts story after story, those of a source in a row, to what figures and names are looked for in."""

    def __init__(self) -> None:
        self._source: str | None = None
        self._left = STUDIED_OF_SOURCE
        self.cut = ""
        """What is not studied of the source of the last story, in words for the reader; empty where all is."""

    def studied(self, article: Article) -> Article:
        """Give the beginning of the next story that is studied, mostly all of it; offsets stay."""
        if article.source != self._source:
            self._source, self._left, self.cut = article.source, STUDIED_OF_SOURCE, ""
        looked_at = beginning(article, min(STUDIED, self._left))
        self._left = max(0, self._left - len(article.text))
        if looked_at is not article:
            from tui_reader.index.text import SEARCHED  # most sources are studied whole and do not ask

            self.cut = (
                f"names and figures are found in the first {STUDIED:,} characters of a story and "
                f"{STUDIED_OF_SOURCE:,} of a file, words in {SEARCHED:,} of a story"
            )
        return looked_at


def beginning(article: Article, room: int) -> Article:
    """Give at most so many code points of a story, from its start; offsets stay."""
    if len(article.text) <= room:
        return article
    last = article.block_at(room)
    blocks = list(article.blocks[:last])
    room -= article.starts[last] if last else 0
    if room > 0:
        text = article.blocks[last].text[:room]
        end = max(text.rfind(" "), 0) or len(text)
        blocks.append(Block(article.blocks[last].type, text[:end]))
    return replace(article, blocks=tuple(blocks))
