"""Ordinals that rank: "fifth", "third-largest", "No 3"; not the names that carry one."""

import re
from typing import Final

from tui_reader.annotate.figures import calendar, quarter
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.noun import plural
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.vocabulary import listed, words
from tui_reader.model.figure import FigureKind

WORDS: Final[dict[str, int]] = {
    word: i + 1
    for i, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        )
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
SUFFIX = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])")
_SUPERLATIVE = re.compile(
    r"[- ](?:most[- ][a-z]{3,15}|[a-z]{2,12}est|least[- ][a-z]{3,15}|worst|ranked|placed|rated)(?![A-Za-z])"
)
_RANKS: Final[frozenset[str]] = words(
    "rank ranks ranked ranking place placed places came finished finish finishes finishing comes stood stands "
    "standing in at climbed dropped fell rose slipped jumped moved currently was is now to from"
)
_FIRM: Final[frozenset[str]] = words(
    "rank ranks ranked ranking placed came finished finish finishing finishes comes stood stands"
)
_DARK_AFTER: Final[frozenset[str]] = words(
    "party hand class lady ladies aid world floor person rate degree name quarter cousin generation language thought "
    "thoughts nature fiddle home half of to division street avenue place- and or base man"
) - {"and", "generation"}
_TWIN = re.compile(
    r" (?:and|or|to) (?:the )?(?:[a-z]{5,9}|\d{1,2}(?:st|nd|rd|th)) (centuries|quarters|century|quarter)(?![A-Za-z])"
)
"""Another ordinal and the noun that both share."""
_NUMBER = re.compile(r"(?:No|Nos|no|Number|NO|number|№)\.? ?$")


def read(site: Site) -> Claim | None:
    """Read an ordinal that ranks or says how many there have been, or that names a day or a period."""
    text, rank, end = site.text, int(site.number.value), site.number.end
    named = calendar.read_day_of_month(site, rank, end)
    if named is not None:
        return named
    twin = _TWIN.match(text, end)
    if twin is not None:
        site.gap, site.key, site.word_end = " ", twin[1].removesuffix("s").replace("centurie", "century"), end
    period = quarter.read_ordinal(site, rank)
    if period is not None:
        return period
    after = text[end : end + 1]
    if site.before and (site.before.isalnum() or (site.before == "-" and not site.last().endswith("-"))):
        return None
    superlative = _SUPERLATIVE.match(text, end)
    if superlative is not None:
        return _claim(site, rank, superlative.end())
    last = site.last()
    if after in {",", ":"} and (not last or last.endswith((".", "!", "?", "”", '"', ":"))):
        return None
    if rank == 1:
        return _claim(site, rank, end) if last in _FIRM and after != "-" else None
    key = site.key
    if after == "-" or (site.gap == " " and site.word[:1].isupper() and last not in _FIRM):
        return None
    if key in _DARK_AFTER and last not in _FIRM:
        return None
    start_word = text[site.start : site.start + 1]
    if (
        start_word.isupper()
        and last
        and not last.endswith((".", "!", "?", "”", '"'))
        and not text[site.start].isdigit()
    ):
        return None
    if last in {"one", "two", "a", "three"} and key == "of":
        return None
    weak = last not in _RANKS and key not in _TURNS and not superlative
    return _claim(site, rank, end)._replace(weak=weak)


_TURNS: Final[frozenset[str]] = words(
    "time year month week day season term anniversary birthday straight consecutive successive edition round session "
    "place minute lap goal title win victory set game quarter half"
)
"""Nouns whose ordinal says how many there have been."""


def _claim(site: Site, rank: int, end: int) -> Claim:
    """Give the claim of a rank."""
    return Claim(site.start, end, FigureKind.ORDINAL, rank, coefficient=rank, dimension="rank", spelled=True)


def read_number(site: Site) -> Claim | None:
    """Read "No 3", "No. 1": a rank, unless it numbers a house, a road or a thing by name."""
    number, text = site.number, site.text
    if not number.plain or number.end - number.start > 3 or site.gap == "-" or site.after.isalnum():
        return None
    lead = text[max(0, site.start - 8) : site.start]
    match = _NUMBER.search(lead)
    if match is None:
        return None
    start = site.start - len(lead) + match.start()
    if start and text[start - 1].isalnum():
        return None
    if match[0].startswith("n") and number.value > 50:
        return None
    lead_word = text[max(0, start - 16) : start].split()[-1:]
    if lead_word and lead_word[0][:1].isupper() and start > 1 and lead_word[0] not in {"The", "Now", "A", "As"}:
        return None
    if site.gap == " " and (site.word[:1].isupper() or plural(site.key)):
        return None
    return Claim(
        start, number.end, FigureKind.ORDINAL, int(number.value), coefficient=0, dimension="rank", spelled=True
    )
