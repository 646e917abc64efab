"""Tie the short names of a story to the full ones: surnames, leading words of organisations, acronyms. Never by edit distance."""

from dataclasses import dataclass, field

from tui_reader.annotate.entities.clues import ORGANIZATION, OTHER, PERSON, PLACE, Scores, add, best
from tui_reader.annotate.entities.lexicon import Lexicon, lexicon


@dataclass(frozen=True, slots=True)
class Link:
    """A tie from a short name to the name it stands for."""

    root: str
    """Normal form of the full name."""
    reason: str


@dataclass(slots=True)
class Pool:
    """Everything a story says under one normal form."""

    form: str
    inner: Scores
    surface: str
    scores: Scores = (0.0, 0.0, 0.0, 0.0)
    places: list[tuple[int, int]] = field(default_factory=list)
    surfaces: set[str] = field(default_factory=set)
    sexes: dict[int, str] = field(default_factory=dict)
    """Where a title tells the sex: ``m`` or ``f`` by the mention's start."""

    def know(self, inner: Scores) -> None:
        """Take in what another surface of the name says by its own words."""
        self.inner = (
            max(self.inner[0], inner[0]),
            max(self.inner[1], inner[1]),
            max(self.inner[2], inner[2]),
            max(self.inner[3], inner[3]),
        )

    def add(self, start: int, end: int, surface: str, scores: Scores, title: str = "") -> None:
        """Count one mention."""
        sex = sex_of(title)
        if sex:
            self.sexes[start] = sex
        self.places.append((start, end))
        self.scores = add(self.scores, scores)
        self.surfaces.add(surface)
        if len(surface) > len(self.surface) and not surface.isupper():
            self.surface = surface

    @property
    def total(self) -> Scores:
        """Evidence of the name's own words and of all its mentions."""
        return add(self.inner, self.scores)

    def kind_of(self, scores: Scores) -> int:
        """Choose a kind; a word that nothing speaks for is an organisation in capitals, else by its length."""
        if max(scores) >= 0.75:
            return best(scores)
        if self.surface.isupper():
            return ORGANIZATION
        words = self.form.split()
        if len(words) in {2, 3} and not any(word in lexicon().common for word in words):
            return PERSON
        return (
            OTHER
            if len(words) > 1
            else PLACE
            if scores[PLACE] > scores[PERSON]
            else PERSON
            if scores[PERSON] > 0
            else ORGANIZATION
        )


def link_names(pools: dict[str, Pool], text: str) -> dict[tuple[str, int], Link]:
    """Give for each short name what it stands for: by (form, start of one mention), or (form, -1) for all mentions."""
    known = lexicon()
    links: dict[tuple[str, int], Link] = {}
    persons = [pool for form, pool in pools.items() if " " in form and pool.kind_of(pool.total) == PERSON]
    link_longer(persons, links)
    persons = [pool for pool in persons if (pool.form, -1) not in links]
    link_persons(pools, persons, links, known)
    link_acronyms(pools, text, links, known)
    link_organizations(pools, links, known)
    link_trailing(pools, links, known)
    link_described(pools, links)
    link_heads(pools, links)
    return links


def link_longer(persons: list[Pool], links: dict[tuple[str, int], Link]) -> None:
    """Tie a person's shorter full name to the one longer name that holds it (``Carlos Ruiz`` in ``Carlos Ruiz Vega``)."""
    words = {pool.form: pool.form.split() for pool in persons}
    for pool in persons:
        mine = words[pool.form]
        arabic = any(word.startswith("al") or word in ARABIC for word in mine)
        longer = [
            form
            for form, other in words.items()
            if len(other) > len(mine) and (other[0] == mine[0] or not arabic) and holds(other, mine)
        ]
        if len(longer) == 1:
            links[pool.form, -1] = Link(longer[0], "shorter form of the full name")


ARABIC = frozenset({"bin", "ibn", "abu", "bint", "abdul", "abdel"})
"""Words of names that go on with the father's name, so that a name without its first word is another person's."""


def holds(longer: list[str], shorter: list[str]) -> bool:
    """Tell whether a longer name is the shorter one with words added: at an end, or between first and last."""
    width = len(shorter)
    if any(longer[at : at + width] == shorter for at in range(len(longer) - width + 1)):
        return True
    if longer[0] != shorter[0] or longer[-1] != shorter[-1]:
        return False
    return holds_ends(longer, shorter)


def link_persons(
    pools: dict[str, Pool], persons: list[Pool], links: dict[tuple[str, int], Link], known: Lexicon
) -> None:
    """Tie a lone surname or given name to the person last named in full before it, or the first named after."""
    holders: dict[str, list[Pool]] = {}
    for person in persons:
        words = person.form.split()
        for word in {words[0], words[-1], *([" ".join(words[-2:])] if len(words) > 2 else [])}:
            holders.setdefault(word, []).append(person)
        if len(words) > 2:
            holders.setdefault(words[1], []).append(person)
    for form, pool in pools.items():
        owners = holders.get(form)
        if not owners or (form, -1) in links or any(owner.form == form for owner in owners):
            continue
        if not may_be_person(pool, known):
            continue
        for start, _ in pool.places:
            person = nearest(start, [owner for owner in owners if not clash(pool.sexes.get(start, ""), owner, known)])
            if person is None:
                continue
            part = (
                "surname"
                if person.form.split()[-1] == form or person.form.split()[0] in known.east_surnames
                else "given name"
            )
            links[form, start] = Link(person.form, f"{part} of {person.surface}")


def part_name(form: str, words: list[str], known: Lexicon) -> str:
    """Say which part of a full name a lone name is."""
    if words[0] == form:
        return "surname" if form in known.east_surnames and form not in known.given_names else "first name"
    return "surname" if form.split()[-1] == words[-1] else "middle name"


LONE_BODIES = frozenset(
    [
        "parliament",
        "congress",
        "senate",
        "assembly",
        "council",
        "committee",
        "commission",
        "board",
        "court",
        "ministry",
        "bank",
    ]
    + [
        "university",
        "college",
        "school",
        "academy",
        "institute",
        "union",
        "federation",
        "association",
        "society",
        "agency",
    ]
    + ["party", "league", "foundation", "authority", "department", "bureau", "museum", "hospital", "club", "house"]
)
"""Head nouns that, alone and in capitals, mean the body of that sort the story has named."""


def may_be_person(pool: Pool, known: Lexicon) -> bool:
    """Tell whether a lone name may stand for a person: not a country or well-known place, unless its neighbours say so."""
    form = pool.surface.casefold()
    strong = (
        form in known.countries
        or form in known.regions
        or form in known.famous
        or form in known.cities_strong
        or form in known.states
    )
    if strong:
        return pool.scores[PERSON] > pool.scores[PLACE] + pool.scores[ORGANIZATION] + 1 and pool.scores[PLACE] < 1
    return not pool.surface.isupper() or pool.scores[PERSON] > 0 or len(form) > 5


FEMALE = frozenset(
    {"mrs", "ms", "miss", "madam", "madame", "lady", "dame", "sister", "queen", "princess", "mme", "mlle", "sheikha"}
)
MALE = frozenset({"mr", "sir", "lord", "brother", "father", "king", "prince", "sheikh", "messrs"})


def sex_of(title: str) -> str:
    """Give ``m`` or ``f`` where a title tells it."""
    last = title.casefold().rstrip(".").rpartition(" ")[2]
    return "f" if last in FEMALE else "m" if last in MALE else ""


def clash(sex: str, owner: Pool, known: Lexicon) -> bool:
    """Tell whether a title contradicts the full name's own title or first name (``Mrs. Brown``, ``John Brown``)."""
    if not sex:
        return False
    own = set(owner.sexes.values())
    if own:
        return sex not in own
    first = owner.form.split()[0]
    return first in (known.given_male if sex == "f" else known.given_female)


def nearest(start: int, owners: list[Pool]) -> Pool | None:
    """Choose the person named in full last before a place, else first after it."""
    if not owners:
        return None
    before = [(place, index) for index, owner in enumerate(owners) for place, _ in owner.places if place < start]
    if before:
        return owners[max(before)[1]]
    return owners[min((owner.places[0][0], index) for index, owner in enumerate(owners))[1]]


def initials_match(acronym: str, words: list[str]) -> bool:
    """Tell whether an acronym's letters open the words of a name, small words optional."""
    letters = [letter for letter in acronym.casefold() if letter.isalpha()]
    if not letters or not words or letters[0] != words[0][:1]:
        return False
    position = 0
    for word in words:
        if position < len(letters) and word.startswith(letters[position]):
            position += 1
    return position == len(letters)


def link_acronyms(pools: dict[str, Pool], text: str, links: dict[tuple[str, int], Link], known: Lexicon) -> None:
    """Tie ``ABC`` to the name it follows in brackets, or to the story's only organisation with those initials."""
    starts = {start: form for form, pool in pools.items() for start, _ in pool.places}
    bracketed: set[str] = set()
    for form, pool in pools.items():
        if " " not in form and len(form) < 4:
            continue
        for _, end in pool.places:
            if text[end : end + 2] != " (":
                continue
            short = starts.get(end + 2)
            if short and short != form and " " not in short and len(short) <= 10 and pools[short].places[0][0] >= 0:
                surface = text[end + 2 : end + 2 + len(short) + 3]
                words = form.split()
                inside = any(initials_match(short, words[at:]) for at in range(max(1, len(words) - 1)))
                if inside or (surface[:2].isupper() and len(words) > 1 and words[0][:1] == short[:1]):
                    links[short, -1] = Link(form, f"short for {pool.surface}, given in brackets")
                    bracketed.add(short)
    for form, pool in pools.items():
        if (
            form in bracketed
            or " " in form
            or not pool.surface.isupper()
            or not 3 <= len(form) <= 7
            or form in known.acronym_places
        ):
            continue
        full = [
            other
            for other in pools.values()
            if " " in other.form and initials_of(other.form) == form and other.kind_of(other.total) != PERSON
        ]
        if len(full) == 1:
            links[form, -1] = Link(full[0].form, f"initials of {full[0].surface}")


SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to", "de"})


def initials_of(form: str) -> str:
    """Give the initials of a name's words, small words left out."""
    return "".join(word[0] for word in form.split() if word not in SMALL)


def link_organizations(pools: dict[str, Pool], links: dict[tuple[str, int], Link], known: Lexicon) -> None:
    """Tie the leading words of an organisation's name to it, unless they name a place or stand for several."""
    full: dict[str, list[Pool]] = {}
    for pool in pools.values():
        if (pool.form, -1) in links or pool.kind_of(pool.total) != ORGANIZATION:
            continue
        words = pool.form.split()
        for width in range(1, len(words)):
            full.setdefault(" ".join(words[:width]), []).append(pool)
    for form, pool in pools.items():
        owners = full.get(form)
        if not owners or (form, -1) in links or any(key[0] == form for key in links):
            continue
        owners = [
            owner
            for owner in owners
            if not any(other is not owner and owner.form.startswith(other.form + " ") for other in owners)
        ] or owners
        if len(owners) == 1 and may_be_short(pool, owners[0], known):
            links[form, -1] = Link(owners[0].form, f"short for {owners[0].surface}")


def link_heads(pools: dict[str, Pool], links: dict[tuple[str, int], Link]) -> None:
    """Tie a lone head noun in capitals (``the Assembly``) to the organisation last named before it that ends in it."""
    for form, pool in pools.items():
        if form not in LONE_BODIES or (form, -1) in links:
            continue
        owners = [
            other
            for other in pools.values()
            if other.form.endswith(f" {form}") and other.kind_of(other.total) == ORGANIZATION
        ]
        for start, _ in pool.places:
            body = nearest(start, owners)
            if body:
                links[form, start] = Link(body.form, f"short for {body.surface}")


def link_trailing(pools: dict[str, Pool], links: dict[tuple[str, int], Link], known: Lexicon) -> None:
    """Tie a body's name to the story's only longer one that puts a country or a plain word before it."""
    bodies = [
        pool
        for pool in pools.values()
        if " " in pool.form and (pool.form, -1) not in links and pool.kind_of(pool.total) == ORGANIZATION
    ]
    for pool in bodies:
        owners = [other for other in bodies if other.form.endswith(f" {pool.form}")]
        if len(owners) != 1 or (owners[0].form, -1) in links:
            continue
        front = owners[0].form.removesuffix(f" {pool.form}")
        if (
            front in known.nationalities
            or front in known.countries
            or front in known.acronym_places
            or front in known.states
        ):
            links[pool.form, -1] = Link(owners[0].form, f"short for {owners[0].surface}")


def link_described(pools: dict[str, Pool], links: dict[tuple[str, int], Link]) -> None:
    """Tie a name that ends in plain words to the full one with the same first and last word (``X-Y economic zone``)."""
    plain = [
        pool for pool in pools.values() if pool.surface.rpartition(" ")[2].islower() and (pool.form, -1) not in links
    ]
    for pool in plain:
        mine = pool.form.split()
        if len(mine) < 3:
            continue
        full = [
            other
            for other in pools.values()
            if other is not pool and len(other.form) > len(pool.form) and holds_ends(other.form.split(), mine)
        ]
        if len(full) == 1:
            links[pool.form, -1] = Link(full[0].form, f"short for {full[0].surface}")


def holds_ends(longer: list[str], shorter: list[str]) -> bool:
    """Tell whether both names share first and last word, and the longer holds all words of the shorter in order."""
    rest = iter(longer)
    return longer[0] == shorter[0] and longer[-1] == shorter[-1] and all(word in rest for word in shorter)


def may_be_short(pool: Pool, owner: Pool, known: Lexicon) -> bool:
    """Tell whether a name may be the short form of an organisation: not a place, a person or a plain word."""
    form = pool.surface.casefold().replace("’", "'")
    rest = owner.form.split()[len(pool.form.split()) :]
    if form in known.countries or form in known.regions or form in known.states or form in known.cities_strong:
        return False
    if form in known.nationalities or rest[0] in LOCAL_BODIES:
        return False
    if form in known.famous and not all(word in known.organization_heads for word in rest):
        return False
    if pool.scores[PLACE] > 0.8 and (pool.inner[PLACE] > 1 or pool.scores[PLACE] > max(2.4, pool.scores[ORGANIZATION])):
        return False
    if form.isalpha() and form in known.common and form not in known.famous:
        return pool.scores[ORGANIZATION] > 0
    if " " in form and pool.kind_of(pool.total) == PERSON and pool.scores[PERSON] > pool.scores[ORGANIZATION]:
        return False
    return pool.inner[PERSON] <= 3


LOCAL_BODIES = frozenset(
    [
        "city",
        "county",
        "district",
        "municipal",
        "magistrate",
        "magistrates",
        "chamber",
        "provincial",
        "regional",
        "town",
        "village",
    ]
    + [
        "high",
        "court",
        "police",
        "diocese",
        "archdiocese",
        "bishop",
        "airport",
        "central",
        "state",
        "metropolitan",
    ]
)
"""Words that make what stands before them a place (``X County Council``), not the body's short name."""


__all__ = ["Link", "Pool", "link_names", "OTHER"]
