"""Decades: "the '90s", "the sixties", and the same words as ages."""

from typing import Final

from tui_reader.annotate.figures.calendar import dated
from tui_reader.annotate.figures.claim import Claim
from tui_reader.annotate.figures.site import Site
from tui_reader.annotate.figures.vocabulary import listed, words
from tui_reader.model.figure import FigureKind


def read(site: Site) -> Claim | None:
    """Read "the '90s", and "in her 60s" as an age; the century is not guessed."""
    number = site.number
    if not number.plain or number.value % 10 or number.end - number.start != 2 or site.key != "s" or site.gap:
        return None
    decade = int(number.value)
    last = site.last().rstrip("'’‘")
    end = site.word_end
    if not _WEATHER.isdisjoint(word.lower() for word in site.left):
        return None
    if last in {"his", "her", "their", "my", "your", "our"} or site.last(2) in {"his", "her", "their"}:
        claim = dated(site, site.start, end, "", FigureKind.AGE)
        return claim._replace(value=decade, value_max=decade + 9, unit="year", dimension="time")
    paired = last == "and" and site.last(2).endswith("0s")
    said = paired or (decade >= 60 and (last in {"the", "early", "late", "mid", "and"} or site.before == "-"))
    if site.before in {"'", "’", "‘"} or said:
        return dated(site, site.start, end, (f"XX{decade:02}", f"XX{decade + 9:02}"), FigureKind.PERIOD)
    return None


_WEATHER: Final[frozenset[str]] = words(
    "temperatures temperature highs lows high low degrees readings mercury thermometer scored shot scores"
)
"""Words after which "the 60s" are degrees or scores and no years."""
_DECADES: Final[dict[str, int]] = {
    word: 20 + 10 * i
    for i, word in enumerate(listed("twenties thirties forties fifties sixties seventies eighties nineties"))
}
DECADE_WORDS: Final[frozenset[str]] = frozenset(_DECADES)
_CENTURIES: Final[dict[str, int]] = {"seventeen": 17, "eighteen": 18, "nineteen": 19}
_POSSESSIVES: Final[frozenset[str]] = words("his her their my your our")


def read_in_words(site: Site) -> Claim | None:
    """Read "the sixties", "nineteen fifties"; "in her forties" as an age."""
    text, number = site.text, site.number
    word = text[number.start : number.end].lower()
    century = _CENTURIES.get(word)
    if century is not None:
        decade = _DECADES.get(site.key)
        if decade is None or site.gap not in {" ", "-"}:
            return None
        first = century * 100 + decade
        return dated(site, site.start, site.word_end, (str(first), str(first + 9)), FigureKind.PERIOD)
    decade = _DECADES.get(word)
    if decade is None:
        return None
    last = site.last().rpartition("-")[0] if site.before == "-" else site.last()
    if last in _POSSESSIVES or site.last(2) in _POSSESSIVES:
        claim = dated(site, site.start, number.end, "", FigureKind.AGE)
        return claim._replace(value=decade, value_max=decade + 9, unit="year", dimension="time")
    said = last in {"the", "early", "late", "mid"} and not (site.gap == " " and site.word[:1].isupper())
    if not said or not _WEATHER.isdisjoint(word.lower() for word in site.left):
        return None
    return dated(site, site.start, number.end, (f"XX{decade:02}", f"XX{decade + 9:02}"), FigureKind.PERIOD)
