"""Step one: the names of one story, each with its mentions, tied together inside the story."""

import re
from collections import Counter
from dataclasses import dataclass

from tui_reader.annotate.entities.clues import (
    KINDS,
    NONE,
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Scores,
    add,
    beside,
    best,
    inner,
)
from tui_reader.annotate.entities.credits import credited, looks_like_byline
from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.linking import Link, Pool, link_names
from tui_reader.annotate.entities.shape import LONGEST_NAME, TOKEN, VOWELS, normal_form, shown
from tui_reader.annotate.entities.peeling import names_in
from tui_reader.annotate.entities.spans import Piece
from tui_reader.annotate.entities.survey import EMPTY, Survey
from tui_reader.model import Article, BlockType, EntityKind, Mention

HEADLINES = frozenset({BlockType.HEADLINE, BlockType.KICKER, BlockType.CROSSHEAD, BlockType.STANDFIRST})
ROLE = re.compile(
    r", ((?:an?|the|its|his|her|who is|general|deputy|vice|head|chief|managing|executive|senior|associate|assistant|founder|co-founder|chairman|president|director|professor|spokesman|spokeswoman|manager|minister|secretary|editor|author|owner)\b[^,.;:()“”\"\n]{2,90})(?=[,.;:\n\"”]|$)"
)


PLURAL_ACRONYM = re.compile(r"[A-Z]{2,4}s")


@dataclass(slots=True)
class Found:
    """A name found at one place, before names are tied together."""

    start: int
    end: int
    form: str
    scores: Scores
    accepted: bool
    role: str = ""


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """One person, organisation, place or other thing as one story names it."""

    key: str
    """Normal form of the fullest name and the kind class, ``p`` for persons and ``n`` for all else: what stories share."""
    name: str
    """The fullest surface, in normal case."""
    kind: EntityKind
    scores: Scores
    """Evidence for person, organisation, place, other; pooled over this story's mentions."""
    mentions: tuple[Mention, ...]
    tied: tuple[tuple[str, str], ...] = ()
    """Normal forms tied to it in this story (surname, short name, acronym), each with the reason."""


def find_names(article: Article, evidence: Survey = EMPTY) -> tuple[LocalEntity, ...]:
    """Find the names of one story and tie its mentions together; ``evidence`` may span the archive."""
    known = lexicon()
    text = article.text
    found: list[Found] = []
    titles: list[tuple[int, int]] = []
    lower = lower_words(article)
    for index, block in enumerate(article.blocks):
        start = article.starts[index]
        if block.type is BlockType.BYLINE or (block.type is BlockType.PARAGRAPH and looks_like_byline(block.text)):
            found.extend(credits_of(block.text, start, byline=True))
        elif is_headline(block.text, block.type, first=index == 0):
            titles.append((start, start + len(block.text)))
        else:
            found.extend(prose(block.text, start, lower, evidence, known))
        if block.attribution:
            begin = article.attribution_span(index).start
            if block.type is BlockType.PULLQUOTE:
                found.extend(prose(block.attribution, begin, lower, evidence, known))
            else:
                found.extend(credits_of(block.attribution, begin, byline=False))
    settle(found, known)
    for begin, end in titles:
        found.extend(headline_names(text, begin, end, found, known))
    found = [item for item in found if item.accepted]
    found.sort(key=lambda item: (item.start, -item.end))
    return assemble(article, found)


def lower_words(article: Article) -> Counter[str]:
    """Count the words a story spells in lower case."""
    counts: Counter[str] = Counter()
    for block in article.blocks:
        counts.update(block.text.split())
    return counts


def is_headline(text: str, kind: BlockType, *, first: bool) -> bool:
    """Tell whether most long words of a short line are capitalised, so that capitals mean nothing in it."""
    if len(text) > 240 or (text.endswith(".") and not text.isupper()):
        return False
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    if len(words) < 3:
        return kind in HEADLINES and capital == len(words)
    return capital >= (0.7 if kind in HEADLINES or first else 0.8) * len(words)


def credits_of(text: str, offset: int, *, byline: bool) -> list[Found]:
    """Give the names of a byline or credit as certain finds."""
    found = []
    for credit in credited(text, byline=byline):
        scores = [0.0, 0.0, 0.0, 0.0]
        scores[credit.kind] = 12.0
        surface = text[credit.start : credit.end]
        found.append(
            Found(
                offset + credit.start,
                offset + credit.end,
                normal_form(surface),
                (scores[0], scores[1], scores[2], scores[3]),
                accepted=True,
                role=credit.role,
            )
        )
    return found


def prose(text: str, offset: int, lower: Counter[str], evidence: Survey, known: Lexicon) -> list[Found]:
    """Give the names of running text; those that need the rest of the story's word are not accepted yet."""
    found = []
    for piece in names_in(text):
        if piece.end - piece.start > LONGEST_NAME:
            continue
        accepted = judge(piece, text, lower, evidence, known)
        if accepted is None:
            continue
        surface = text[piece.start : piece.end]
        role = piece.title
        if len(piece.words) > 1 and text[piece.end : piece.end + 2] == ", ":
            match = ROLE.match(text, piece.end)
            role = match.group(1) if match else role
        found.append(
            Found(offset + piece.start, offset + piece.end, normal_form(surface), beside(text, piece), accepted, role)
        )
    return found


def judge(piece: Piece, text: str, lower: Counter[str], evidence: Survey, known: Lexicon) -> bool | None:
    """Tell whether a piece is a name for sure (True), if others bear it out (False), or not at all (None)."""
    lows = piece.lows
    phrase = piece.phrase
    if phrase in known.countries or phrase in known.regions or phrase in known.famous or phrase in known.events:
        return not (piece.initial and phrase in known.common and len(lows) == 1 and phrase not in known.countries)
    if len(lows) == 1:
        return judge_word(piece, text, lower, evidence, known)
    if piece.initial and lows[0] in known.common and lows[0] not in known.given_names and not piece.title:
        trim_initial(piece, text, lows, known)
        lows = piece.lows
        if len(lows) == 1:
            return judge_word(piece, text, lower, evidence, known)
    if all(low in known.common or low in known.functional for low in lows):
        last = lows[-1]
        if last in known.organization_heads or last in known.place_heads or last in known.other_heads or piece.joined:
            return not piece.initial or len(lows) > 2
        if piece.initial or all(lower[low] for low in lows):
            return False
        return True
    return True


def trim_initial(piece: Piece, text: str, lows: list[str], known: Lexicon) -> None:
    """Drop a sentence's first common word from a run unless the run reads like an organisation."""
    last = lows[-1]
    if last in known.organization_heads or last in known.other_heads or last in known.place_heads or piece.joined:
        if lows[0] not in known.functional:
            return
    if (
        lows[0] in known.nationalities
        or lows[0] in known.family_names
        or lows[0] in known.east_surnames
        or lows[0] in known.place_fronts
    ):
        return
    piece.words = piece.words[1:]
    piece.lows = piece.lows[1:]
    piece.offsets = piece.offsets[1:]
    piece.start = piece.offsets[0]
    piece.initial = False


def judge_word(piece: Piece, text: str, lower: Counter[str], evidence: Survey, known: Lexicon) -> bool | None:
    """Judge a name of one word."""
    word, low = piece.words[0], piece.lows[0]
    if (
        len(low) < 2
        or low in known.functional
        or low in known.days
        or low in known.nationalities
        or low in known.weak_alone
    ):
        return (False if piece.title else None) if low not in known.known_alone else not piece.initial
    if low in known.months:
        return True if piece.title else None
    if low in known.known_alone or low in known.acronym_places:
        return True
    if low in known.acronym_other:
        return None
    if piece.title:
        return True
    if low in known.titles or low in known.title_modifiers:
        return None
    if word.isupper() and len(word) <= 6:
        return low not in known.common or not piece.initial
    if not word.isupper() and VOWELS.isdisjoint(low):
        return None
    if low in known.company_endings or PLURAL_ACRONYM.fullmatch(word):
        return None
    common = low in known.common
    seen = lower[low] + lower[low + ","] + lower[low + "."]
    if piece.initial:
        if common and low in known.family_names and says(text, piece.end, known):
            return True
        if common or seen:
            capital = evidence.capital.get(low, 0)
            return (
                True if capital > 2 and not seen and evidence.lower.get(low, 0) * 5 < capital and not common else False
            )
        return True
    if not common:
        return True if not seen else False
    if low in known.cities_strong:
        return True
    return False


def says(text: str, end: int, known: Lexicon) -> bool:
    """Tell whether a verb that only people are the subject of follows."""
    return (
        text[end : end + 24].lstrip().partition(" ")[0].rstrip(".,;:") in known.persons_next
        and text[end : end + 1] == " "
    )


def settle(found: list[Found], known: Lexicon) -> None:
    """Accept doubtful finds that accepted ones bear out: the same name elsewhere, or part of a person's or organisation's name."""
    sure: set[str] = set()
    parts: set[str] = set()
    leads: set[str] = set()
    for item in found:
        if not item.accepted:
            continue
        sure.add(item.form)
        words = item.form.split()
        if len(words) > 1:
            scores = add(inner_of(item.form), item.scores)
            if best(scores) == PERSON and scores[PERSON] > 2:
                parts.update((words[0], words[-1]))
            else:
                leads.add(words[0])
    for item in found:
        if not item.accepted and (
            item.form in sure
            or item.form in parts
            or (item.form in leads and (item.form not in known.common or item.form in known.famous))
        ):
            item.accepted = True


def inner_of(form: str) -> Scores:
    """Score a normal form by its own words."""
    return inner(form)


def headline_names(text: str, begin: int, end: int, found: list[Found], known: Lexicon) -> list[Found]:
    """Find, in a line where capitals mean nothing, the names accepted elsewhere, well-known places and unknown words."""
    forms = {item.form for item in found if item.accepted}
    firsts: dict[str, int] = {}
    for form in forms:
        first, _, _ = form.partition(" ")
        firsts[first] = max(firsts.get(first, 0), form.count(" ") + 1)
    line = text[begin:end]
    tokens = [(match.start(), match.end()) for match in re.finditer(r"[\w&][\w'’&.-]*(?<![.'’-])", line)]
    shouted = line.isupper()
    made: list[Found] = []
    index = 0
    while index < len(tokens):
        width = 0
        start = tokens[index][0]
        longest = min(max(firsts.get(normal_form(word_of(line, tokens[index])), 0), 4), len(tokens) - index)
        for count in range(longest, 0, -1):
            stop = tokens[index + count - 1][1]
            surface = strip_possessive(line[start:stop])
            form = normal_form(surface)
            if line[start].isupper() and (form in forms or is_known_place(form, surface, known)):
                made.append(Found(begin + start, begin + start + len(surface), form, NONE, accepted=True))
                width = count
                break
        if not width and not shouted:
            width = fresh(line, tokens, index, begin, made, known)
        index += max(width, 1)
    return made


def word_of(line: str, token: tuple[int, int]) -> str:
    """Give a token's word without its possessive ending."""
    return strip_possessive(line[token[0] : token[1]])


def strip_possessive(surface: str) -> str:
    """Drop a possessive ending."""
    return surface[:-2] if surface.endswith(("'s", "’s", "'S", "’S")) else surface.rstrip("'’")


def is_known_place(form: str, surface: str, known: Lexicon) -> bool:
    """Tell whether a headline's word is a well-known place or organisation whatever its case."""
    lower = surface.casefold().replace("’", "'")
    if form in known.functional or lower in known.functional and lower != "us":
        return surface in {"US", "UK", "UN", "EU", "WHO"}
    if lower in known.countries or lower in known.regions or lower in known.cities_strong:
        return True
    if lower in known.famous and (lower not in known.common or surface.isupper() and len(surface) < 5):
        return True
    return (
        lower in known.cities_large
        and lower not in known.common
        and lower not in known.family_names
        and lower not in known.given_names
    )


def fresh(line: str, tokens: list[tuple[int, int]], index: int, begin: int, made: list[Found], known: Lexicon) -> int:
    """Take a stretch of capitalised words that no dictionary knows as a name of the headline's own; give its width."""
    count = 0
    while index + count < len(tokens):
        start, stop = tokens[index + count]
        word = strip_possessive(line[start:stop])
        low = word.casefold()
        if (
            not TOKEN.match(word)
            or low in known.common
            or low in known.functional
            or low in known.nationalities
            or low in known.titles
            or low in known.days
            or low in known.months
        ):
            break
        if count and line[tokens[index + count - 1][1] : start] != " ":
            break
        count += 1
        if len(word) < stop - start:
            break
    if not count:
        return 0
    start = tokens[index][0]
    surface = strip_possessive(line[start : tokens[index + count - 1][1]])
    if len(surface) < 2:
        return count
    low = surface.casefold()
    if low in known.acronym_other or low in known.weak_alone:
        return count
    made.append(Found(begin + start, begin + start + len(surface), normal_form(surface), NONE, accepted=True))
    return count


def assemble(article: Article, found: list[Found]) -> tuple[LocalEntity, ...]:
    """Pool the evidence of equal names, tie short names to full ones, and give the story's entities by first mention."""
    text = article.text
    pools: dict[str, Pool] = {}
    last_end = -1
    kept: list[Found] = []
    for item in found:
        if item.start < last_end or not item.form:
            continue
        last_end = item.end
        kept.append(item)
        surface = text[item.start : item.end]
        pool = pools.get(item.form)
        if pool is None:
            pool = pools[item.form] = Pool(item.form, inner(shown(surface)), surface)
        elif surface not in pool.surfaces:
            pool.know(inner(shown(surface)))
        pool.add(item.start, item.end, surface, item.scores, item.role)
    links = link_names(pools, text)
    return entities_of(article, kept, pools, links)


def entities_of(
    article: Article, kept: list[Found], pools: dict[str, Pool], links: dict[tuple[str, int], Link]
) -> tuple[LocalEntity, ...]:
    """Make the entities from the pools and the ties between them."""
    text = article.text
    mentions: dict[str, list[Mention]] = {}
    surfaces: dict[str, Counter[str]] = {}
    tied: dict[str, dict[str, str]] = {}
    scores: dict[str, Scores] = {}
    for item in kept:
        link = links.get((item.form, item.start)) or links.get((item.form, -1))
        root = link.root if link else item.form
        surface = text[item.start : item.end]
        mentions.setdefault(root, []).append(
            Mention(article.id, item.start, item.end, surface, item.role, link.reason if link else "")
        )
        scores[root] = add(scores.get(root, pools[root].inner), item.scores)
        if link:
            tied.setdefault(root, {})[item.form] = link.reason
        else:
            surfaces.setdefault(root, Counter())[surface] += 1
    made = []
    for root, places in mentions.items():
        kind = pools[root].kind_of(scores[root])
        surface = fullest(surfaces.get(root) or Counter({pools[root].surface: 1}))
        made.append(
            LocalEntity(
                f"{root}|{'p' if kind == PERSON else 'n'}",
                surface,
                KINDS[kind],
                scores[root],
                tuple(places),
                tuple(sorted(tied.get(root, {}).items())),
            )
        )
    return tuple(made)


def fullest(surfaces: Counter[str]) -> str:
    """Choose the surface to show: not in capitals if it can be helped, then the most frequent, then the longest."""
    return shown(
        max(
            surfaces,
            key=lambda surface: (not surface.isupper() or len(surface) < 6, surfaces[surface], len(surface), surface),
        )
    )


__all__ = ["Found", "LocalEntity", "find_names", "ORGANIZATION", "OTHER", "PERSON", "PLACE"]
