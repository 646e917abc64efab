"""What a name's own words say about its kind: gazetteers, head nouns, name lists, endings."""

import re
from functools import lru_cache

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.scores import ORGANIZATION, OTHER, PERSON, PLACE, Scores, add

HEAD = 5.0
"""What a head noun is worth that heads names of one kind only (``Ministry``, ``River``, ``Treaty``)."""
SHARED_HEAD = 2.6
"""What it is worth where it heads names of two kinds."""
PLACE_ENDS = (
    *("shire", "stan", "land", "burg", "ville", "grad", "abad", "pur", "ford", "ton", "polis", "nagar", "ovo"),
)
PERSON_ENDS = (
    *(
        "ovich",
        "enko",
        "escu",
        "sson",
        "ssen",
        "dze",
        "shvili",
        "opoulos",
        "ez",
        "ian",
        "yan",
        "ini",
        "ski",
        "sky",
        "nen",
    ),
    *("wala", "ullah"),
)
COMPANY_ENDS = ("corp", "tech", "bank", "soft", "net", "com", "tel", "air", "oil", "pharma", "media")
OTHER_ENDS = ("ism", "itis", "virus")
BOTH: Scores = (0, 4.5, 4, 0)
"""What a name says that is a region's and a firm's (``Amazon``): the words beside it decide."""
AMPERSAND = 4.0
"""What ``&`` says, which stands in firms' names."""
CONTINENTS = frozenset({"africa", "asia", "europe", "america"})
RAILS = frozenset({"railway", "railways", "railroad", "train", "trains", "service", "pipeline", "initiative", "plan"})
"""What runs from one place to another and is neither a place nor a firm (``Mombasa-Nairobi Railway``)."""
PLACE_FRONTS = frozenset(
    (
        *("mount", "mt", "lake", "cape", "port", "fort", "palais", "avenida", "calle", "rua", "rue", "piazza", "plaza"),
        *("jardin", "cerro", "monte"),
    )
)
"""First words that only places have."""
INNER_CAPITAL = re.compile(r"(?!Mc|Mac|De|Di|La|Le)[^\W\d_]\w*?[a-z][A-Z]\w*")
"""A word with a capital inside, as firms write themselves."""
SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:i?a(?:o|i|ng|n)?|i?ong|ou|ei|e(?:ng|n|r)?|i(?:a|e|u|n|ng)?"
    r"|u(?:a|o|i|e|n|ai|an|ang)?|o|ü|üe|un)"
)
PINYIN = re.compile(rf"(?:{SYLLABLE}){{2,3}}")
CHINESE = re.compile(r"zh|q[iu]|x[iu]|[aeiou]ng|iao|[uü]an|ian|iu|lyu|shui")
"""Spellings that in a word of two or three syllables are Chinese; such a name alone is mostly a place's."""
GIVEN = re.compile(rf"(?:{SYLLABLE}){{1,2}}|[a-z]{{2,5}}-[a-z]{{2,5}}|[a-z]{{2,6}}")
LONGEST_GIVEN = 11


@lru_cache(maxsize=65536)
def inner(name: str) -> Scores:
    """Score a name by its own words, wherever it stands."""
    known = lexicon()
    plain = name.casefold().replace("’", "'").removeprefix("the ").rstrip(".")
    words = plain.split()
    if plain in known.regions and plain in known.famous:
        return BOTH
    if plain in known.countries or plain in known.regions:
        return (0, 0, 9, 0)
    if plain in known.famous:
        return (0, 8, 0, 0)
    if plain in known.events:
        return (0, 0, 0, 9)
    place = listed_place(plain, words, known)
    own = several(name, words, known) if len(words) > 1 else single(name, plain, place, known)
    return add((0, AMPERSAND if " & " in name else 0, place, 0), own)


def listed_place(plain: str, words: list[str], known: Lexicon) -> float:
    """Score a name by the gazetteer of states and cities; small cities of one word are often surnames."""
    if plain in known.cities_strong:
        return 5.0
    if plain in known.states:
        return 6.0
    if len(words) > 1:
        if plain not in known.cities_large and plain not in known.cities:
            return 0.0
        return 3.0 if words[0] in known.given_names and words[-1] in known.family_names else 6.0
    return 3.5 if plain in known.cities_large else 1.6 if plain in known.cities else 0.0


def single(name: str, lower: str, place: float, known: Lexicon) -> Scores:
    """Score a name of one word."""
    scores = [0.0, 0.0, 0.0, 0.0]
    if lower in known.acronym_places:
        scores[PLACE] += 8
    elif lower in known.acronym_other and (name.isupper() or lower not in known.east_surnames):
        scores[OTHER] += 6
    elif name.isupper() and 2 <= len(name) <= 6 and not place and name.isalpha():
        scores[ORGANIZATION] += 2.5
    elif INNER_CAPITAL.fullmatch(name):
        scores[ORGANIZATION] += 2
    if any(map(str.isdigit, name)):
        scores[OTHER] += 3
    if lower in known.given_names:
        scores[PERSON] += 1.2
    if lower in known.family_names:
        scores[PERSON] += 0.8
    if lower.endswith(PLACE_ENDS):
        scores[PLACE] += 0.8
    if lower.startswith(("al-", "el-")) or lower.endswith(PERSON_ENDS):
        scores[PERSON] += 0.8
    if lower.endswith(COMPANY_ENDS):
        scores[ORGANIZATION] += 1.2
    if len(lower) > 4 and lower.isascii() and PINYIN.fullmatch(lower) and CHINESE.search(lower):
        scores[PLACE] += 0.8
    if lower.endswith(OTHER_ENDS):
        scores[OTHER] += 2
    return (scores[0], scores[1], scores[2], scores[3])


def several(name: str, words: list[str], known: Lexicon) -> Scores:
    """Score a name of several words by its head nouns and name lists."""
    scores = headed(words, known)
    front, last = words[0].rstrip("."), words[-1].rstrip(".")
    if last in known.company_endings:
        scores[ORGANIZATION] += 7
    if front == "miss" or front in known.product_fronts or (front in known.event_fronts and len(words) == 2):
        scores[OTHER] += 6
    if front in known.makers and len(words) < 4 and not scores[ORGANIZATION]:
        scores[OTHER] += 4
    elif front in known.famous and front not in known.given_names and front not in known.common:
        scores[ORGANIZATION] += 2
    if front in known.company_lead:
        scores[ORGANIZATION] += 2
    if "&" in words or "and" in words:
        scores[ORGANIZATION] += 1.5
    if front in {"la", "el", "los", "las", "le", "les"} and words[-1] not in known.family_names:
        scores[ORGANIZATION] += 2.0
    if words[-1] in CONTINENTS and front not in known.compass and not scores[PLACE]:
        scores[ORGANIZATION] += 2.5
    if not scores[PLACE] and any(word in known.countries or word in known.nationalities for word in words):
        scores[ORGANIZATION] += 3.0 if words[-1] in known.countries or front in known.countries else 1.0
    capitals = not name.isupper() and any(word.isupper() and len(word) > 1 for word in name.split())
    if capitals:
        scores[ORGANIZATION] += 1.5
    digits = any(map(str.isdigit, name))
    if digits:
        scores[OTHER] += 2
    common = sum(word in known.common for word in words)
    if len(words) <= 5 and not digits and max(scores) <= 4:
        scores[PERSON] += max(personal(words, common, known) - (2.0 if capitals else 0.0), 0.0)
    if common == len(words) and not scores[PERSON]:
        scores[OTHER] += 0.6
    return (scores[0], scores[1], scores[2], scores[3])


def headed(words: list[str], known: Lexicon) -> list[float]:
    """Score the head noun (before ``of``, ``for`` or ``on``, else the last word) and words that open place names."""
    scores = [0.0, 0.0, 0.0, 0.0]
    front = words[0].rstrip(".")
    head = next((words[at - 1] for at in range(1, len(words)) if words[at] in {"of", "for", "on"}), words[-1])
    if head == "bridge" and len(words) == 2 and front in known.nationalities:
        scores[OTHER] += HEAD  # it spans nations, not a river
        return scores
    if head in RAILS and "-" in words[0] and words[0].count("-") < 4:
        scores[OTHER] += HEAD
        return scores
    kinds = [
        kind
        for kind, heads in (
            (ORGANIZATION, known.organization_heads),
            (PLACE, known.place_heads),
            (OTHER, known.other_heads),
        )
        if head in heads
    ]
    for kind in kinds:
        scores[kind] += HEAD if len(kinds) == 1 else SHARED_HEAD
    if front in PLACE_FRONTS:
        scores[PLACE] += 2.5
    elif front in known.place_fronts:
        scores[PLACE] += 1.0
    rest = " ".join(words[1:])
    if front in known.compass and (
        rest in known.countries or words[-1] in known.cities_strong or words[-1] in known.cities_large
    ):
        scores[PLACE] += 5
    if words[:2] == ["city", "of"]:
        scores[PLACE] += 6
    return scores


def personal(words: list[str], common: int, known: Lexicon) -> float:
    """Score how much several words look like a person's full name; ``common`` of them are dictionary words."""
    score = 1.5 if len(words) <= 4 and not common else -0.8 * common
    front = words[0].rstrip(".")
    if front in known.given_names:
        score += 3.0
    if front in known.east_surnames and len(words) <= 3 and all(map(is_syllables, words[1:])):
        score += 3.0
    if words[-1] in known.family_names:
        score += 1.0
    if len(front) == 1 or any(len(word.rstrip(".")) == 1 for word in words[1:-1]):
        score += 2.0
    particle = any(word in known.particles for word in words[1:-1]) or front in {"abdul", "abu", "bin", "ibn"}
    if particle or words[-1].startswith(("al-", "el-")):
        score += 2.0
    if words[-1] in {"jr", "sr", "iii"}:
        score += 3.0
    return score


def is_syllables(word: str) -> bool:
    """Tell whether a word can be (half of) a Chinese or Korean given name."""
    return len(word) <= LONGEST_GIVEN and GIVEN.fullmatch(word) is not None
