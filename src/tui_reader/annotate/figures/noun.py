"""What is counted: the noun phrase after a number, without a tagger."""

import re
from typing import Final, NamedTuple

from tui_reader.annotate.figures import unit
from tui_reader.annotate.figures.currency import CODES
from tui_reader.annotate.figures.numeral import SMALL, TENS
from tui_reader.annotate.figures.vocabulary import words

_MODEL = re.compile(r"(?: ?-)?[ \u00a0](\d{3}(?=(?:-\d00)? [A-Z]|-\d00 [a-z])(?:-\d00)?|\d{1,3}s(?![A-Za-z]))")
_WORD = re.compile(r"(?:[ \u00a0]|\n(?!\n))((?:[A-Z]\.){2,4}(?=[ \n])|[^\W\d_](?:[\w'’&/-]){0,39})")
_RATE = re.compile(
    r"(?:[ \n-](?:per|a|an|every|each)[ \n-]|/)"
    r"((?:(?:square|cubic|sq|metric|100|1,000|100,000|million)[ -]|100(?=km|g|ml))?"
    r"[A-Za-z]{1,20}(?:-hours?)?[23²³]?)(?![A-Za-z])"
)
_LATER = re.compile(r" (?:earlier|ago|later|before|after|from)(?![A-Za-z])")
"""What makes of "a year" a time and no rate: "$5 a year earlier"."""
_DAILY: Final[dict[str, str]] = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}

STOPS: Final[frozenset[str]] = words(
    "a an the this that these those his her its their our my your and or but nor so yet if then than as of in on at "
    "to for from by with without within into onto over under above below between among amid during since until till "
    "after before about around near against across along behind beside besides beyond despite down off out through "
    "throughout toward towards up upon via per is are was were be been being am has have had having do does did done "
    "will would shall should can could may might must not no who whom whose which what when where while why how he "
    "she it they we you i him them us me there here because although though whether also too just only even "
    "still already ago later earlier now said says say told went came come goes go made make makes got get gets took "
    "take takes gave give left leave died killed hurt injured found won lost rose fell remain remained including "
    "according each every both either neither all any some respectively together apart away back home worldwide "
    "globally nationwide annually daily weekly monthly yearly alone overall online abroad overseas yesterday today "
    "tomorrow once twice again instead old if unless however therefore meanwhile like unlike versus vs plus minus "
    "attended visited joined showed sold bought signed built used became began started ended opened closed left "
    "reached met led called named known seen shown held based located designed produced developed made provided "
    "needed required expected estimated compared involved used ranging starting working living waiting using making "
    "taking going being having selling leaving facing aged long wide tall deep high thick away "
    "twenties thirties forties fifties sixties seventies eighties nineties millionth billionth trillionth thousandth "
    "hundredth millionths billionths trillionths"
)
"""Words at which a noun phrase ends."""

IRREGULAR: Final[dict[str, str]] = {
    "people": "people", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife",
    "knives": "knife", "halves": "half", "loaves": "loaf", "leaves": "leaf", "wolves": "wolf", "shelves": "shelf",
    "thieves": "thief", "calves": "calf", "criteria": "criterion", "phenomena": "phenomenon", "alumni": "alumnus",
    "bacteria": "bacterium", "analyses": "analysis", "crises": "crisis", "bases": "base", "buses": "bus",
    "viruses": "virus", "lenses": "lens", "gases": "gas", "movies": "movie", "cookies": "cookie", "zombies": "zombie",
    "calories": "calorie", "ties": "tie", "pies": "pie", "shoes": "shoe", "staff": "staff", "aircraft": "aircraft",
    "police": "police", "personnel": "personnel", "cattle": "cattle", "sheep": "sheep", "fish": "fish", "deer": "deer",
    "series": "series", "species": "species", "troops": "troop", "spacecraft": "spacecraft", "crew": "crew",
    "headquarters": "headquarters", "means": "means", "offspring": "offspring", "livestock": "livestock",
    "poultry": "poultry", "youth": "youth", "media": "media", "dead": "dead", "wounded": "wounded",
    "missing": "missing",
    "homeless": "homeless", "unemployed": "unemployed", "pence": "penny", "taxes": "tax", "campuses": "campus",
    "statuses": "status", "bonuses": "bonus", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "vetoes": "veto", "houses": "house", "horses": "horse", "courses": "course", "nurses": "nurse", "cases": "case",
    "purchases": "purchase", "licenses": "license", "expenses": "expense", "causes": "cause", "clauses": "clause",
    "phases": "phase", "phrases": "phrase", "diseases": "disease", "releases": "release", "leases": "lease",
    "databases": "database", "businesses": "business", "axes": "axe", "caches": "cache", "moustaches": "moustache",
    "headaches": "headache", "roses": "rose", "noses": "nose", "doses": "dose", "hypotheses": "hypothesis",
    "overseas": "", "always": "", "perhaps": "", "sometimes": "", "whereas": "", "besides": "", "thus": "", "plus": "",
    "less": "", "across": "", "towards": "", "afterwards": "", "is": "", "was": "", "has": "", "does": "", "us": "",
    "this": "", "his": "", "its": "", "as": "", "yes": "", "versus": "", "nonetheless": "", "regardless": "",
}  # fmt: skip
"""Nouns whose plural does not end in a plain s; an empty singular is no plural at all."""

_STATES: Final[frozenset[str]] = frozenset({"dead", "wounded", "missing", "homeless", "unemployed"})
"""Words that are counted when alone, and say how the counted are when they follow."""
_NOT_PLURAL: Final = ("ss", "us", "is", "'s", "’s", "ous")
_FILLERS: Final[frozenset[str]] = words(
    "more other additional further extra such same different separate total recorded previous"
) - {"different"}
_NUMBERS: Final[frozenset[str]] = frozenset({*SMALL, *TENS})
"""A new number begins a new phrase."""
CLASSIFIERS: Final[frozenset[str]] = words(
    "set type kind sort piece pair batch group copy unit variety species item part box bottle bag case cup glass ton "
    "sheet slice roll bunch series row form class category team crew pack tray head acre load truckload layer block "
    "member count bowl"
)
"""Nouns after which "of" names what is really counted."""
PAIRS: Final[frozenset[str]] = words(
    "regions women men children girls boys villages towns counties cities municipalities districts teachers "
    "territories officers soldiers"
)
"""Second halves of set pairs: "countries and regions", "men and women"."""


class Counted(NamedTuple):
    """What a number counts."""

    unit: str
    """Singular, with what describes it: "production line"."""
    end: int
    """Where the phrase ends in the text, with what an "of" adds."""
    core: int
    """Where the noun itself ends."""


_OES: Final[frozenset[str]] = words(
    "shoes toes foes canoes hoes oboes horseshoes floes does woes sloes roes tiptoes aloes"
)


def singular(word: str) -> str:
    """Give the singular of a plural noun, or the word itself."""
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low] or low
    if low.endswith("children"):
        return word[:-3]
    if low.endswith("men") and len(low) > 4:
        return word[:-2] + "an"
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith("oes") and low not in _OES:
        return word[:-2]
    if low.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    if low.endswith("s") and (not low.endswith(_NOT_PLURAL) or word[0].isupper()) and len(low) > 2:
        return word[:-1]
    return word


def plural(low: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    known = IRREGULAR.get(low)
    if known is not None:
        return known != ""
    if low.endswith("children"):
        return True
    if low.endswith("s"):
        return (len(low) > 2 or low[0].isdigit()) and not low.endswith(_NOT_PLURAL)
    return low.endswith("men") and len(low) > 4 and low not in {"specimen", "omen", "regimen", "abdomen", "yemen"}


def read(text: str, end: int, *, one: bool = False) -> Counted | None:
    """Give the noun phrase that follows a number ending at ``end``; None where no plural noun is reached.

    With ``one`` the noun is singular, and the phrase ends before the first stop word or verb-like word.
    """
    words: list[str] = []
    ends: list[int] = []
    head = -1
    for index in range(6):
        match = _WORD.match(text, end)
        if match is None:
            model = _MODEL.match(text, end) if head < 0 else None
            if model is None:
                break
            match = model
        word = match[1]
        low = word.lower()
        if low == "and" and words and head < 0 and not one:
            words.append(low)
            end = match.end()
            ends.append(end)
            continue
        if word[-1].isdigit() and word[:3] in CODES:
            break
        adjective = low in _ALSO_ADJECTIVES and not one and _before_plural(text, match.end())
        if (low in STOPS and not adjective) or low in _NUMBERS or (head >= 0 and (not plural(low) or low in _STATES)):
            break
        possessive = low.endswith(("'s", "’s", "s'", "s’"))
        if possessive:
            break
        words.append(word)
        end = match.end()
        ends.append(end)
        if plural(low) or _acronyms(word) or (low.endswith("is") and word[0].isupper() and len(word) > 5):
            if one:
                break
            head = index
    if one:
        return _read_one(words, ends)
    if head < 0:
        return None
    words, core = words[: head + 1], ends[head]
    if len(words[-1]) > 3 and words[-1].isupper():
        words = [word.lower() for word in words]
    unit = " ".join([*(word for word in words[:-1] if word.lower() not in _FILLERS), singular(words[-1])])
    return Counted(*_extend(text, unit, words[-1].lower(), core), core)


_ALSO_ADJECTIVES: Final[frozenset[str]] = words(
    "home daily weekly monthly yearly online overseas used known working living estimated old high tall deep low "
    "expected required missing open closed leading designated"
)
"""Stop words that are adjectives where a plural follows at once: "22 home runs", "two high schools"."""


def _before_plural(text: str, end: int) -> bool:
    """Whether a plural noun follows at ``end``."""
    match = _WORD.match(text, end)
    if match is None:
        return False
    low = match[1].lower()
    return plural(low) and low not in STOPS


def _acronyms(word: str) -> bool:
    """Whether a word is the plural of an acronym: "RBIs", "MPs"."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def _read_one(words: list[str], ends: list[int]) -> Counted | None:
    """Give the noun that "one" counts: up to two words."""
    while words and (plural(words[-1].lower()) or words[-1].lower().endswith(("ly", "ed", "ing", "very"))):
        words.pop()
    if not words or len(words) > 3 or len(words[-1]) < 2:
        return None
    return Counted(" ".join(words), ends[len(words) - 1], ends[len(words) - 1])


def _extend(text: str, unit: str, head: str, core: int) -> tuple[str, int]:
    """Take in the second half of a set pair, and what an "of" after a classifier names."""
    if text.startswith(" and ", core):
        match = _WORD.match(text, core + 4)
        if match is not None and match[1].lower() in PAIRS:
            return f"{unit} and {singular(match[1])}", match.end()
    if singular(head) in CLASSIFIERS and text.startswith(" of ", core):
        inner = read(text, core + 3)
        if inner is not None:
            return unit, inner.core
    return unit, core


_RATE_NOUNS: Final[frozenset[str]] = words(
    "second minute hour day night week month quarter year decade century share loaf dozen pint sack crate carton "
    "tray jar tin packet item set flat barrel ounce pound ton tonne gallon "
    "litre liter kilogram kilo kg gram person head piece unit bottle box bushel acre hectare mile kilometer kilometre "
    "metre meter student pupil family household ticket seat room bed car vehicle visit trip game match season episode "
    "copy pack cup glass bbl serving dose plate meal bag can litter mu household kilowatt-hour kwh song stock point "
    "time go pop carat download user customer passenger worker employee h hr s min sq m2 kg km l cm2 m3 cubic square "
    "metric"
)


def rate(text: str, end: int) -> tuple[str, int]:
    """Tell what the figure ending at ``end`` is a rate over, and where that ends; ("", end) where it is none."""
    if end >= len(text) or text[end] not in " -/\n":
        return "", end
    match = _RATE.match(text, end)
    if match is None:
        match = _WORD.match(text, end)
        if match is not None and match[1].lower() in _DAILY:
            return _DAILY[match[1].lower()], match.end()
        return "", end
    over, stop = match[1], match.end()
    first, _, second = over.lower().partition(" ")
    if second in STOPS:
        over, stop, second = first, match.start(1) + len(first), ""
    if first in unit.TIMES and _LATER.match(text, stop):
        return "", end
    firm = match[0][0] == "/" or match[0][1:4] == "per"
    if first in {"cent", "se"} or not (firm or first in _RATE_NOUNS):
        return "", end
    known = unit.ABBREVIATIONS.get(over) or unit.NAMES.get(over.lower())
    return (known.name if known is not None else singular(over)), stop
