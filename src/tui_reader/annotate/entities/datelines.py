"""Datelines: the place, and the country or state, with which a report opens (``LAGOS, Nigeria (AP) —``)."""

import re
from dataclasses import dataclass

from tui_reader.annotate.entities.lexicon import Lexicon
from tui_reader.annotate.entities.shape import UPPER

DATE = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?"
)
LOUD = rf"[{UPPER}][{UPPER}.'’-]++(?: [{UPPER}][{UPPER}.'’-]*+){{0,3}}"
PLAIN = rf"[{UPPER}][\w.'’-]++(?: [{UPPER}][\w.'’-]++){{0,2}}"
DATELINE = re.compile(
    rf"(?P<place>{LOUD}|{PLAIN})(?:/(?P<second>{LOUD}|{PLAIN}))?(?:, ?(?P<land>(?!{DATE}){PLAIN}))?"
    rf"(?P<date>,? {DATE})?(?: ?\([\w /.-]{{2,30}}\))?(?:(?P<dash>\.?\s?(?:—|–|--)\s?|\.? - )|(?P<stop>\.:? ))"
)
"""Place in capitals or not, country or state, date, agency, dash; with a date a full stop will do."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The places of a dateline as spans of its text, and where the report itself begins."""

    places: tuple[tuple[int, int], ...]
    end: int


def dateline(text: str, known: Lexicon) -> Dateline | None:
    """Read the dateline that a paragraph opens with; None for none.

    A date, a well-known place or an uncommon word in capitals makes one; ``WARNING - keep out`` is none.
    """
    match = DATELINE.match(text) if text[:1].isupper() else None
    if not match or match.end() == len(text):
        return None
    if not match["date"]:
        place, low = match["place"], match["place"].casefold()
        strange = place.isupper() and len(place) > 3 and known.common.isdisjoint(low.split())
        if match["stop"] or not (strange or is_city(low, known) or (place.isupper() and match["land"])):
            return None
    spans = (match.span(name) for name in ("place", "second", "land") if match[name])
    return Dateline(tuple(spans), match.end())


def is_city(low: str, known: Lexicon) -> bool:
    """Tell whether a gazetteer has a name."""
    return (
        low in known.cities_strong
        or low in known.regions
        or low in known.countries
        or low in known.cities_large
        or low in known.cities
    )
