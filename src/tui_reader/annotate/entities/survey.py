"""What a text says about its words: how often they are capitalised where no sentence starts, and how often not."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tui_reader.annotate.entities.runs import is_sentence_start
from tui_reader.annotate.entities.shape import TOKEN
from tui_reader.model import Article


@dataclass(frozen=True, slots=True)
class Survey:
    """Counts of words over one story or many; two surveys merge into one by adding."""

    capital: Mapping[str, int]
    """Words (in lower case) by how often they are capitalised where no sentence starts."""
    lower: Mapping[str, int]
    """Words by how often they stand in lower case."""

    def merge(self, other: "Survey") -> "Survey":
        """Add two surveys; in any order the same."""
        return Survey(Counter(self.capital) + Counter(other.capital), Counter(self.lower) + Counter(other.lower))


EMPTY = Survey({}, {})


def survey(article: Article) -> Survey:
    """Count the words of one story."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for block in article.blocks:
        text = block.text
        lower.update(word.strip(",.;:?!\"'”’()") for word in text.split() if word[:1].islower())
        for match in TOKEN.finditer(text):
            if not is_sentence_start(text, match.start()):
                capital[match.group().casefold()] += 1
    return Survey(capital, lower)
