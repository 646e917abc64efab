"""Tie a story's short names of organisations, and of long-named places, to the full ones."""

import re
from collections.abc import Iterable

from tui_reader.annotate.entities.judging import FIRM_HEADS
from tui_reader.annotate.entities.lexicon import Lexicon
from tui_reader.annotate.entities.pools import Bearers, Link, Links, Pool
from tui_reader.annotate.entities.same import SAME, TARGETS
from tui_reader.annotate.entities.scores import ORGANIZATION, PERSON, PLACE
from tui_reader.annotate.entities.surnames import holds_between

SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "de"})
LONGEST_ACRONYM = 10
OFFICES = frozenset(
    {"administration", "government", "cabinet", "presidency", "campaign", "regime", "family", "dynasty"}
)
"""What a person or a nation has; the lone name means these."""
FAMILIES = frozenset({"group", "holding", "holdings", "industries"})
"""The one word that an acronym may leave out: other longer names are those of a part of it."""
MEMBERED = frozenset(
    (
        *(
            "association",
            "council",
            "society",
            "federation",
            "union",
            "committee",
            "chamber",
            "authority",
            "commission",
        ),
        *("board", "hospital", "growers", "farmers", "alliance", "network", "cooperative", "league", "service", "club"),
    )
)
"""Heads of bodies that are called after where they are: the first word alone is the place, unless it acts as a body."""
SPOKEN = 1.0
"""Evidence from which a name is a person's and no storm's."""
GIVEN = re.compile(r" \(|,? (?:better |also |widely )?known as (?:the )?|, or (?:the )?|, (?=[A-Z]{2,8},)")
"""What stands between a name and the acronym it is given."""


def link_acronyms(pools: dict[str, Pool], text: str, links: Links, known: Lexicon) -> None:
    """Tie ``ABC`` to the name it is given beside, or to the story's only name with those initials."""
    short_names = {
        form: pool
        for form, pool in pools.items()
        if " " not in form and len(form) <= LONGEST_ACRONYM and pool.surface[:2].isupper()
    }
    if not short_names:
        return
    starts = {start: form for form, pool in short_names.items() for start, _ in pool.places}
    initials: dict[str, dict[str, Pool]] = {}
    for form, pool in pools.items():
        if " " in form and pool.kind != PERSON:
            for letters in letters_of(form), letters_of(pool.surface.casefold()):
                initials.setdefault(letters, {})[form] = pool
        if " " not in form and len(form) < 4:
            continue
        for _, end in pool.places:
            beside = GIVEN.match(text, end)
            short = starts.get(beside.end()) if beside else None
            if short and beside and short != form and abbreviates(short, form, text, end, beside.end()):
                how = "given in brackets" if "(" in beside.group() else "given beside it"
                links[short, -1] = Link(form, f"short for {pool.surface}, {how}")
    for form, pool in short_names.items():
        if (form, -1) in links or not pool.surface.isupper() or not 3 <= len(form) <= 7 or form in known.acronym_places:
            continue
        full = list(initials.get(form, {}).values())
        if len(full) == 1:
            links[form, -1] = Link(full[0].form, f"initials of {full[0].surface}")


def letters_of(name: str) -> str:
    """Give the first letters of a name's words, the small ones passed over."""
    return "".join(word[0] for word in name.split() if word not in SMALL)


def abbreviates(short: str, form: str, text: str, end: int, at: int) -> bool:
    """Tell whether what is given at ``at`` beside a name that ends at ``end`` abbreviates it."""
    if " " in short or len(short) > LONGEST_ACRONYM:
        return False
    words = form.split()
    if any(initials_match(short, words[first:]) for first in range(max(1, len(words) - 1))):
        return True
    loud = text[at : at + 2].isupper()
    if "(" in text[end:at]:
        return loud and len(words) > 1 and (words[0][0] == short[0] or set(short) <= {word[0] for word in words})
    return loud and len(words) > 1 and (set(short) <= {word[0] for word in words} or is_drawn_from(short, form))


def is_drawn_from(short: str, form: str) -> bool:
    """Tell whether an acronym of four letters and more has a name's letters in order, from a word's first on."""
    words = form.split()
    return len(short) > 3 and any(
        words[first][0] == short[0] and is_inside(short, "".join(words[first:])) for first in range(len(words) - 1)
    )


def is_inside(letters: str, word: str) -> bool:
    """Tell whether a word has letters in their order, whatever stands between them."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def initials_match(acronym: str, words: list[str]) -> bool:
    """Tell whether an acronym's letters open the words of a name in order; words may be passed over, the first not."""
    letters = [letter for letter in acronym if letter.isalpha()]
    if not letters or letters[0] != words[0][:1]:
        return False
    position = 0
    for word in words:
        if position < len(letters) and word.startswith(letters[position]):
            position += 1
    return position == len(letters)


def link_leading(pools: dict[str, Pool], links: Links, known: Lexicon) -> None:
    """Tie the leading words of an organisation's name to it, unless they name a place or stand for several."""
    full: dict[str, list[Pool]] = {}
    for pool in free(pools.values(), links):
        if pool.kind == ORGANIZATION:
            words = pool.form.split()
            for width in range(1, len(words)):
                full.setdefault(" ".join(words[:width]), []).append(pool)
    tied = {form for form, _ in links}
    for form, pool in pools.items():
        owners = full.get(form)
        if not owners or form in tied or form in SAME or form in TARGETS:
            continue
        shortest = min(owners, key=lambda owner: len(owner.form))
        one = all(owner is shortest or owner.form.startswith(f"{shortest.form} ") for owner in owners)
        if one and may_be_short(pool, shortest, known):
            links[form, -1] = Link(shortest.form, f"short for {shortest.surface}")
        elif not one:
            first, second = sorted(owners, key=lambda owner: owner.places[0])[:2]
            if may_be_short(pool, first, known):
                for start, _ in pool.places:
                    if first.places[0][0] < start < second.places[0][0]:
                        links[form, start] = Link(first.form, f"short for {first.surface}")


def may_be_short(pool: Pool, owner: Pool, known: Lexicon) -> bool:
    """Tell whether a name may be the short form of an organisation: not a place, a person or a plain word."""
    form = pool.surface.casefold().replace("’", "'")
    rest = owner.form.split()[len(pool.form.split()) :]
    if form in known.countries or form in known.regions or form in known.states or form in known.cities_strong:
        return False
    if form in known.nationalities or rest[0] in known.local_bodies or rest[-1] in OFFICES:
        return False
    loud = pool.surface.isupper() and owner.surface.partition(" ")[0].isupper()
    if loud and (len(rest) > 1 or rest[0] not in FAMILIES):
        return False
    if rest[-1] in MEMBERED and pool.scores[ORGANIZATION] <= pool.scores[PLACE]:
        return False
    if form in known.famous and not known.organization_heads.issuperset(rest):
        return False
    if pool.scores[PLACE] > 0.8 and (pool.inner[PLACE] > 1 or pool.scores[PLACE] > max(2.4, pool.scores[ORGANIZATION])):
        return False
    if form in known.common and form not in known.famous:
        return pool.scores[ORGANIZATION] > 0 or (is_firm(owner, known) and max(pool.scores[PERSON], 0) == 0)
    if " " in form and pool.kind == PERSON and pool.scores[PERSON] > pool.scores[ORGANIZATION]:
        return False
    return pool.inner[PERSON] <= 3


def is_firm(owner: Pool, known: Lexicon) -> bool:
    """Tell whether a name ends as firms' names do."""
    last = owner.surface.casefold().rstrip(".").rpartition(" ")[2]
    return last in known.company_endings or last in FIRM_HEADS


def link_trailing(pools: dict[str, Pool], links: Links, known: Lexicon) -> None:
    """Tie a body's name to the story's only longer one that puts a country before it (``Foreign Ministry``)."""
    longer: dict[str, list[Pool]] = {}
    bodies = [pool for pool in free(pools.values(), links) if " " in pool.form and pool.kind == ORGANIZATION]
    for pool in bodies:
        words = pool.form.split()
        for width in (1, 2):
            front = " ".join(words[:width])
            if front in known.nationalities or front in known.countries or front in known.acronym_places:
                longer.setdefault(" ".join(words[width:]), []).append(pool)
    for pool in bodies:
        owners = longer.get(pool.form, ())
        if len(owners) == 1:
            links[pool.form, -1] = Link(owners[0].form, f"short for {owners[0].surface}")


def link_storms(pools: dict[str, Pool], links: Links, known: Lexicon) -> None:
    """Tie a storm's own name to the name with its kind before it (``Otis`` to ``Hurricane Otis``)."""
    for form, pool in pools.items():
        front, _, name = form.partition(" ")
        short = pools.get(name) if front in known.event_fronts and front not in known.of_heads else None
        if short and (name, -1) not in links and short.scores[PERSON] < SPOKEN:
            links[name, -1] = Link(form, f"short for {pool.surface}")


def link_described(pools: dict[str, Pool], links: Links) -> None:
    """Tie a name that ends in plain words to the full one with the same first and last word (``X-Y economic zone``)."""
    plain = [pool for pool in free(pools.values(), links) if pool.surface.rpartition(" ")[2].islower()]
    if not plain:
        return
    ends: dict[tuple[str, str], list[Pool]] = {}
    for pool in pools.values():
        ends.setdefault((pool.form.partition(" ")[0], pool.form.rpartition(" ")[2]), []).append(pool)
    for pool in plain:
        mine = pool.form.split()
        same = ends[mine[0], mine[-1]] if len(mine) > 2 else ()
        full = [other for other in same if len(other.form) > len(pool.form) and holds_between(other.form.split(), mine)]
        if len(full) == 1:
            links[pool.form, -1] = Link(full[0].form, f"short for {full[0].surface}")


def link_heads(pools: dict[str, Pool], links: Links, known: Lexicon) -> None:
    """Tie a lone head noun in capitals (``the Assembly``) to the organisation last named before it that ends in it."""
    lone = [pool for pool in free(pools.values(), links) if pool.form in known.lone_bodies]
    if not lone:
        return
    ends: dict[str, list[Pool]] = {}
    for pool in pools.values():
        if " " in pool.form and pool.kind == ORGANIZATION:
            ends.setdefault(pool.form.rpartition(" ")[2], []).append(pool)
    for pool in lone:
        bearers = Bearers(ends.get(pool.form, ()))
        for start, _ in pool.places:
            body = bearers.nearest(start)
            if body:
                links[pool.form, start] = Link(body.form, f"short for {body.surface}")


def free(pools: Iterable[Pool], links: Links) -> list[Pool]:
    """Give the pools that are tied to no other as a whole."""
    return [pool for pool in pools if (pool.form, -1) not in links]
