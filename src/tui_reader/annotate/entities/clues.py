"""What speaks for a kind: the words of a name, and the words beside it. Scores are pooled over all mentions of a name."""

import re
from functools import lru_cache

from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.shape import normal_form
from tui_reader.annotate.entities.spans import Piece
from tui_reader.model import EntityKind

PERSON, ORGANIZATION, PLACE, OTHER = range(4)
KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.OTHER)
Scores = tuple[float, float, float, float]
NONE: Scores = (0.0, 0.0, 0.0, 0.0)
AGE = re.compile(r", (?:aged )?\d{1,2}(?:,|\.|;| who| years)|, (?:a|an) \d{1,2}-year|,? \(\d{2}\)")
LIFE = re.compile(r" \((?:born )?(?:c\. )?1\d{3}[-–—)]")
SCORE = re.compile(r" \d{1,3}(?= [A-Z]|$| \()")
"""A result beside a team's name, in a short line."""
WORDS_AFTER = re.compile(r"['’]?s? ?\(?([\w'’-]+)")
ROLE_AFTER = re.compile(
    r", (?:(?:an?|the|his|her|who|whose|its|their|then|former|one|general|deputy|vice|head|chief|managing|executive|senior|associate|assistant)\b|([a-z-]+)\b)"
)


def add(left: Scores, right: Scores) -> Scores:
    """Pool two scores."""
    return (left[0] + right[0], left[1] + right[1], left[2] + right[2], left[3] + right[3])


@lru_cache(maxsize=65536)
def inner(name: str) -> Scores:
    """Score a name by its own words, wherever it stands."""
    known = lexicon()
    lower = name.casefold().replace("’", "'")
    lower = lower.removeprefix("the ")
    plain = lower.rstrip(".")
    words = plain.split()
    if plain in known.countries or plain in known.regions:
        return (0, 0, 9, 0)
    if plain in known.famous:
        return (0, 8, 0, 0)
    if plain in known.events:
        return (0, 0, 0, 9)
    person, organization, place, other = 0.0, 0.0, 0.0, 0.0
    if plain in known.cities_strong:
        place += 5
    elif plain in known.states:
        place += 6
    elif len(words) > 1 and (plain in known.cities_large or plain in known.cities):
        place += 3.0 if words[0] in known.given_names and words[-1] in known.family_names else 6.0
    elif plain in known.cities_large:
        place += 3.5
    elif plain in known.cities:
        place += 1.6
    if len(words) == 1:
        return single(name, plain, (person, organization, place, other), known)
    return add((person, organization, place, other), several(name, words, known))


def single(name: str, lower: str, scores: Scores, known: Lexicon) -> Scores:
    """Score a name of one word."""
    person, organization, place, other = scores
    if lower in known.acronym_places:
        place += 8
    elif lower in known.acronym_other:
        other += 6
    elif name.isupper() and 2 <= len(name) <= 6 and not place:
        organization += 2.5
    elif (
        any(mark.isupper() for mark in name[1:])
        and not name.isupper()
        and "-" not in name
        and "'" not in name
        and "’" not in name
        and not name.startswith(("Mc", "Mac", "De", "Di", "La", "Le"))
    ):
        organization += 2
    if any(mark.isdigit() for mark in name):
        other += 3
    if lower in known.given_names:
        person += 1.2
    if lower in known.family_names:
        person += 0.8
    if lower.endswith(
        (
            "shire",
            "stan",
            "land",
            "burg",
            "ville",
            "grad",
            "abad",
            "pur",
            "istan",
            "ford",
            "ton",
            "polis",
            "nagar",
            "ovo",
        )
    ):
        place += 0.8
    if lower.startswith(("al-", "el-")) or lower.endswith(
        (
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
            "wala",
            "ullah",
        )
    ):
        person += 0.8
    if lower.endswith(("corp", "tech", "bank", "soft", "net", "com", "tel", "air", "oil", "pharma", "media")):
        organization += 1.2
    if lower.endswith(("ism", "itis", "virus")):
        other += 2
    return (person, organization, place, other)


def several(name: str, words: list[str], known: Lexicon) -> Scores:
    """Score a name of several words by its head nouns and name lists."""
    person, organization, place, other = 0.0, 0.0, 0.0, 0.0
    head, last = words[-1], words[-1].rstrip(".")
    front = words[0].rstrip(".")
    for link in ("of", "for", "on"):
        if link in words[1:]:
            head = words[words.index(link, 1) - 1]
            break
    if last in known.company_endings:
        organization += 7
    ranked = (known.organization_heads, known.place_heads, known.other_heads)
    if head in ranked[0]:
        organization += 5 if head not in ranked[1] and head not in ranked[2] else 2.6
    if head in ranked[1]:
        place += 5 if head not in ranked[0] and head not in ranked[2] else 2.6
    if head in ranked[2]:
        other += 5 if head not in ranked[0] and head not in ranked[1] else 2.6
    if front in known.company_lead and len(words) > 1:
        organization += 2
    if front in {"mount", "mt", "lake", "cape", "port", "fort"}:
        place += 2.5
    elif front in known.place_fronts:
        place += 1.0
    if front in known.compass and (
        " ".join(words[1:]) in known.countries or words[-1] in known.cities_strong or words[-1] in known.cities_large
    ):
        place += 5
    if "&" in words or "and" in words:
        organization += 1.5
    if front in {"la", "el", "los", "las", "le", "les"} and words[-1] not in known.family_names:
        organization += 1.5
    if words[:2] == ["city", "of"]:
        place += 6
    common = sum(word in known.common for word in words)
    lands = any(word in known.countries or word in known.nationalities for word in words)
    if lands and not place:
        organization += 1.0
        if words[-1] in known.countries or front in known.countries:
            organization += 2.0
    if any(word.isupper() and len(word) > 1 for word in name.split()) and not name.isupper():
        organization += 1.5
    digits = any(mark.isdigit() for mark in name)
    if digits:
        other += 2
    if len(words) <= 5 and not digits and not organization > 4 and not place > 4 and not other > 4:
        person += personal(name, words, common, known)
    if common == len(words) and not person:
        other += 0.6
    return (person, organization, place, other)


def personal(name: str, words: list[str], common: int, known: Lexicon) -> float:
    """Score how much several words look like a person's full name."""
    score = 0.0
    front = words[0].rstrip(".")
    if front in known.given_names:
        score += 3.0
    if front in known.east_surnames and 2 <= len(words) <= 3 and all(is_syllables(word) for word in words[1:]):
        score += 3.0
    if len(words) > 1 and words[-1] in known.family_names:
        score += 1.0
    if len(front) == 1 or any(len(word.rstrip(".")) == 1 for word in words[1:-1]):
        score += 2.0
    if (
        any(word in known.particles for word in words[1:-1])
        or words[-1].startswith(("al-", "el-"))
        or front in {"abdul", "abu", "bin", "ibn"}
    ):
        score += 2.0
    if len(words) <= 4 and not common:
        score += 1.5
    elif common:
        score -= 0.8 * common
    if words[-1] in {"jr", "sr", "iii"}:
        score += 3
    if any(word.isupper() and len(word) > 1 for word in name.split()) and not name.isupper():
        score -= 2.0
    return max(score, 0.0)


SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:i?a(?:o|i|ng|n)?|i?ong|ou|ei|e(?:ng|n|r)?|i(?:a|e|u|n|ng)?|u(?:a|o|i|e|n|ai|an|ang)?|o|ü|üe|un)"
GIVEN = re.compile(rf"(?:{SYLLABLE}){{1,2}}|[a-z]{{2,5}}-[a-z]{{2,5}}|[a-z]{{2,6}}")


def is_syllables(word: str) -> bool:
    """Tell whether a word can be (half of) a Chinese or Korean given name."""
    return len(word) <= 11 and GIVEN.fullmatch(word) is not None


def beside(text: str, piece: Piece) -> Scores:
    """Score a mention by the words beside it."""
    known = lexicon()
    person, organization, place, other = 0.0, 0.0, 0.0, 0.0
    start, end = piece.start, piece.end
    left = text[max(0, start - 28) : start]
    right = text[end : end + 34]
    if piece.title:
        person += 5
    before = left.rstrip(" \"'“‘(").rpartition(" ")[2].casefold() if left[-1:] in ' "“(‘' else ""
    two = left.split()[-2:]
    if before == "the" and len(two) == 2:
        if len(piece.words) == 1 and not piece.words[0].isupper():
            person -= 1
        organization += 0.5
        before = ""
        if two[0] in {"in", "across", "throughout"}:
            place += 0.7
    if before in known.place_before:
        place += 1.5 if before == "in" else 0.8
    elif before == "of" and len(two) == 2 and two[0].casefold() in known.place_of:
        place += 4
    elif before in known.org_before:
        organization += 0.8
    if before in known.roles and not before == "head":
        person += 2.5
    elif before in known.titles:
        person += 2
    if before in {"mr", "mr.", "mrs.", "ms.", "dr.", "ms", "mrs", "dr", "prof."}:
        person += 4
    if right:
        if right[0] == ",":
            if AGE.match(right):
                person += 5
            role = ROLE_AFTER.match(right)
            if role and (role.group(1) is None or role.group(1) in known.roles):
                person += 0.8 if role.group(1) is None else 2.0
            elif len(right) > 2 and right[1] == " ":
                follower = right[2:].split(",")[0].split(" ")[0].rstrip(".").casefold()
                if follower in known.countries or follower in known.states or follower in known.regions:
                    place += 2
        elif right.startswith(" ("):
            if LIFE.match(right):
                person += 4
            elif re.match(r" \([A-Z][A-Za-z]{1,7}\)", right):
                organization += 1.5
        if SCORE.match(right) and len(text) < 90:
            organization += 4
        nearby = WORDS_AFTER.match(right)
        if nearby and right[0] in " '’":
            person, organization, place = after(nearby.group(1), right, (person, organization, place), known)
        if right.startswith((" — ", " – ", " (", " - ", ":")) and piece.start < 3:
            place += 2
    if len(piece.words) == 1 and 2 <= len(piece.words[0]) <= 5 and piece.words[0].isupper():
        person = 0.0
    if piece.suffixed:
        place += 1
        organization += 0.5
        person -= 1
    return (person, organization, place, other)


def after(word: str, right: str, scores: tuple[float, float, float], known: Lexicon) -> tuple[float, float, float]:
    """Weigh the word that follows."""
    person, organization, place = scores
    owned = right[0] in "'’"
    if word in known.persons_next and not owned:
        person += 1.2
    elif word in known.lower_place_after:
        if not owned:
            place += 2.5
    elif word in known.lower_org_after:
        if not owned:
            organization += 0.8
    if owned:
        if word in {
            "wife",
            "husband",
            "son",
            "daughter",
            "mother",
            "father",
            "brother",
            "sister",
            "death",
            "family",
            "lawyer",
            "lawyers",
            "body",
        }:
            person += 1.5
        elif word in {
            "capital",
            "government",
            "president",
            "economy",
            "prime",
            "foreign",
            "parliament",
            "people",
            "southern",
            "northern",
            "eastern",
            "western",
            "central",
            "largest",
            "president",
            "army",
            "coast",
        }:
            place += 1.5
        elif word in {
            "shares",
            "chief",
            "ceo",
            "chairman",
            "board",
            "parent",
            "headquarters",
            "spokesman",
            "executive",
            "profit",
            "revenue",
            "products",
            "share",
        }:
            organization += 1.2
    return person, organization, place


def best(scores: Scores) -> int:
    """Give the kind with most evidence; a person where there is none at all and a tie is broken by the order."""
    top = max(scores)
    return scores.index(top)


def form_of(piece: Piece, text: str) -> str:
    """Give the normal form of a piece."""
    return normal_form(text[piece.start : piece.end])
