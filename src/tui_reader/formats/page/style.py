"""A paper's house style, as one page shows it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tui_reader.formats.page.bylines import Byline
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.traits import Start, Stop, Traits


@dataclass(frozen=True, slots=True)
class Style:
    """A paper's house style as this page shows it: which look its headlines have."""

    headlines: Counter[str] = field(default_factory=Counter)
    """Looks of the pieces that bylines follow."""
    columns: float = 0.0
    """Which share of the page's longer pieces begins or stops inside a sentence, as columns do; 0 to 1."""
    top: int = 1
    """The highest level of marked headings on the page."""

    @property
    def known(self) -> bool:
        """Whether the page shows what its headlines look like."""
        return bool(self.headlines)


def read_style(traits: Sequence[Traits]) -> Style:
    """Read from a page what its headlines look like: the pieces that a byline follows within two pieces."""
    long = [now for now in traits if now.mark is Mark.PLAIN and now.words >= 15 and not now.credited and not now.spoken]
    cut = sum(now.start is Start.LOWER or not now.closed for now in long)
    top = min((now.level for now in traits if now.mark is Mark.HEADING), default=1)
    rows = [now for now in traits if now.mark is not Mark.LIST]
    heads = list(_heads(rows, Byline.PLACED)) or list(_heads(rows, Byline.NAMES))
    near = Counter(form for group in heads for form in {head.form for head in group})
    headlines = Counter(group[-1].form for group in heads if group[-1].mark in {Mark.HEADING, Mark.UNDERLINED})
    if near and not headlines:
        words = Counter(
            {form: max(head.words for group in heads for head in group if head.form == form) for form in near}
        )
        best = max(near, key=lambda form: (near[form], -words[form]))
        headlines[best] = near[best]
    return Style(headlines, cut / len(long) if long else 0.0, top)


def _heads(rows: Sequence[Traits], strength: Byline) -> Iterator[list[Traits]]:
    """Give the one or two pieces over each byline that may be headline and standfirst.

    Names and nothing else are taken for a byline only right over a good length of text.
    """
    for index, now in enumerate(rows):
        if now.byline < strength:
            continue
        heads = [head for head in rows[max(0, index - 2) : index] if _may_head(head)]
        near = now.byline is Byline.LABELLED or heads[-1:] == rows[index - 1 : index]
        told = now.byline is not Byline.NAMES or (index + 1 < len(rows) and rows[index + 1].words >= 20)
        if not heads or not near or not told:
            continue
        yield heads[1:] if len(heads) == 2 and heads[0].words <= 3 < heads[1].words else heads


def _may_head(now: Traits) -> bool:
    return now.words <= 30 and now.stop is not Stop.BROKEN and now.byline < Byline.PLACED and not now.credited
