"""Questions about the names of an archive: which there are, where they fall, what is said of one.

Every answer is bounded, whatever the archive's size: it looks at so many stories and mentions, and says how many.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from tui_reader.model import Article, Candidate, EntityKind, Mention, Place, Span, TextHit
from tui_reader.text.normalise import fold
from tui_reader.text.sentences import split_sentences

if TYPE_CHECKING:
    from tui_reader.archive.archive import Archive
    from tui_reader.model import Figure

MOST_LINES = 5000
"""Lines of a concordance."""
MOST_NAMES = 500
"""Names listed at once, the most mentioned ones; typing finds the others."""
MOST_STORIES = 60
"""Stories an entity's card is made from."""
FEW_STORIES = 40
"""Up to so many stories a mention is placed by its story and its place in it, beyond by its story alone."""
_NEAR = 40.0
"""Likeness, in hundredths, from which a spelling is worth naming."""
_PAGE = 500


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name as a list shows it."""

    key: int
    """The entity's number in its archive, until the names are settled anew."""
    name: str
    kind: EntityKind
    mentions: int
    """In the story, or in the archive."""
    stories: int
    aliases: tuple[str, ...] = ()
    """Other surfaces; in a story's list those of that story, in the archive's none but of what was searched for."""
    offsets: tuple[int, ...] = ()
    """In a story's list, where it is named there."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A surface of an entity, and why it was tied to it."""

    text: str
    reason: str
    """Empty where the names themselves say it."""
    mentions: int
    first: TextHit


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says the entity is."""

    role: str
    at: TextHit


@dataclass(frozen=True, slots=True)
class FigureNear:
    """A figure in a sentence that names the entity."""

    story: str
    figure: Figure
    printed: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that is named in the same paragraphs."""

    key: int
    name: str
    kind: EntityKind
    paragraphs: int
    at: TextHit
    """Its first mention in such a paragraph."""


@dataclass(frozen=True, slots=True)
class Card:
    """What an archive says of one entity."""

    key: int
    name: str
    kind: EntityKind
    mentions: int
    stories: int
    looked_at: int
    """The number of stories that the rest was made from."""
    first: TextHit | None
    most: tuple[str, int, TextHit] | None
    """The story that names it most: title, how often, its first mention there."""
    aliases: tuple[Alias, ...]
    roles: tuple[Said, ...]
    figures: tuple[FigureNear, ...]
    companions: tuple[Companion, ...]
    dates: tuple[tuple[str, int, TextHit], ...]
    """Mentions by month or year of the stories that carry a date, oldest first, with the first mention then."""


# mentions -------------------------------------------------------------------------------------------------------------


def mention_lines(archive: Archive, key: int, limit: int = MOST_LINES) -> list[tuple[str, int, int]]:
    """Give an entity's mentions in reading order, as (story, start, end)."""
    lines: list[tuple[str, int, int]] = []
    after: Place | None = None
    while len(lines) < limit:
        page = archive.mentions(key, after, min(_PAGE, limit - len(lines)))
        lines += page
        if len(page) < _PAGE:
            break
        after = Place(page[-1][0], page[-1][1])
    return lines


def dispersion(archive: Archive, key: int, cells: int) -> tuple[int, ...]:
    """Count an entity's mentions over the archive, in so many equal stretches of it."""
    stories = len(archive)
    if not stories or cells < 1:
        return ()
    if stories <= FEW_STORIES:
        return _counted(
            (
                (archive.order_of(story) + start / max(1, len(archive.article(story).text))) / stories
                for story, start, _ in archive.mentions(key, limit=_PAGE)
            ),
            cells,
        )
    return tuple(archive.store.read.spread(key, archive.borders(cells)))


def dispersion_in(article: Article, offsets: Iterable[int], cells: int) -> tuple[int, ...]:
    """Count offsets over a story's text, in so many equal stretches of it."""
    return _counted((offset / max(1, len(article.text)) for offset in offsets), cells)


def _counted(shares: Iterable[float], cells: int) -> tuple[int, ...]:
    counts = Counter(min(cells - 1, int(share * cells)) for share in shares)
    return tuple(counts[cell] for cell in range(cells))


# names ----------------------------------------------------------------------------------------------------------------


def names_of_story(archive: Archive, story: str) -> list[NameRow]:
    """Give the names of a story, the most mentioned first."""
    found: dict[int, list[Mention]] = {}
    for mention, key in archive.mentions_in(story):
        found.setdefault(key, []).append(mention)
    rows = []
    for key, mentions in found.items():
        known = archive.entity_row(key)
        if known is not None:
            surfaces = Counter(mention.text for mention in mentions if mention.text != known.name)
            aliases = tuple(text for text, _ in surfaces.most_common())
            offsets = tuple(mention.start for mention in mentions)
            rows.append(NameRow(key, known.name, known.kind, len(mentions), known.stories, aliases, offsets))
    return sorted(rows, key=lambda row: (-row.mentions, row.offsets[0]))


def names_of_archive(archive: Archive, query: str = "", limit: int = MOST_NAMES) -> list[NameRow]:
    """Give the names of an archive: those that a query means, best first, or the most mentioned ones."""
    rows = archive.entity_rows(limit)
    if not query.strip() or not rows:
        return [NameRow(row.key, row.name, row.kind, row.mentions, row.stories) for row in rows]
    found = (match.candidate for match in archive.names.search(query, min(limit, 50)))
    return [_row(candidate) for candidate in found]


def nearest_spelling(archive: Archive, query: str) -> str:
    """Give the name that is spelled most like a query that finds nothing, among the most mentioned ones.

    Nothing where all are far from it.
    """
    from rapidfuzz import fuzz, process

    names = [row.name for row in archive.entity_rows(MOST_NAMES)]
    found = process.extractOne(query, names, scorer=fuzz.WRatio, processor=fold, score_cutoff=_NEAR)
    return found[0] if found else ""


def _row(known: Candidate) -> NameRow:
    return NameRow(known.key, known.name, known.kind, known.mention_count, known.story_count, known.aliases)


def nearest_name(archive: Archive, place: Place) -> tuple[int, Span] | None:
    """Give the name that a story mentions at a place or next after it, else the last one before; None without any."""
    mentions = archive.mentions_in(place.article)
    if not mentions:
        return None
    first = next((row for row in mentions if row[0].end > place.offset), mentions[-1])
    return first[1], Span(first[0].start, first[0].end)


def key_at(archive: Archive, place: Place) -> int | None:
    """Give the entity that is mentioned at a place; None where none is."""
    for mention, key in archive.mentions_in(place.article):
        if mention.start <= place.offset < mention.end:
            return key
    return None


# the card -------------------------------------------------------------------------------------------------------------


def card(archive: Archive, key: int) -> Card | None:
    """Give what the archive says of an entity; None where there is no such entity (any more)."""
    row = archive.entity_row(key)
    if row is None:
        return None
    stories = list(islice(dict.fromkeys(story for story, _, _ in mention_lines(archive, key, _PAGE)), MOST_STORIES))
    mentions = {story: [mention for mention, owner in archive.mentions_in(story) if owner == key] for story in stories}
    flat = [mention for found in mentions.values() for mention in found]
    most = max(stories, key=lambda story: len(mentions[story]), default=None)
    return Card(
        key,
        row.name,
        row.kind,
        row.mentions,
        row.stories,
        len(stories),
        _hit(archive, flat[0]) if flat else None,
        (archive.article(most).title, len(mentions[most]), _hit(archive, mentions[most][0]))
        if most is not None and mentions[most]
        else None,
        _aliases(archive, row.name, flat),
        _roles(archive, flat),
        tuple(islice(_figures(archive, mentions), 40)),
        _companions(archive, key, mentions),
        _dates(archive, mentions),
    )


def _hit(archive: Archive, mention: Mention) -> TextHit:
    return archive.concordance(mention.article, mention.start, mention.end)


def _aliases(archive: Archive, name: str, mentions: Sequence[Mention]) -> tuple[Alias, ...]:
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.text != name:
            found.setdefault(mention.text, []).append(mention)
    ordered = sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return tuple(
        Alias(text, next((m.reason for m in rows if m.reason), ""), len(rows), _hit(archive, rows[0]))
        for text, rows in islice(ordered, 40)
    )


def _roles(archive: Archive, mentions: Sequence[Mention]) -> tuple[Said, ...]:
    first: dict[str, Mention] = {}
    for mention in mentions:
        if mention.role:
            first.setdefault(mention.role, mention)
    return tuple(Said(role, _hit(archive, mention)) for role, mention in islice(first.items(), 20))


def _figures(archive: Archive, mentions: dict[str, list[Mention]]) -> Iterator[FigureNear]:
    for story, found in mentions.items():
        article = archive.article(story)
        sentences = sorted({sentence_at(article, mention.start) for mention in found})
        for figure in archive.figures(story):
            if figure.weak:
                continue
            number = bisect_right(sentences, Span(figure.start, len(article.text) + 1)) - 1
            if number >= 0 and figure.start in sentences[number]:
                sentence = article.text[sentences[number].start : sentences[number].end]
                printed = article.text[figure.start : figure.end]
                yield FigureNear(story, figure, " ".join(printed.split()), " ".join(sentence.split()))


def _companions(archive: Archive, key: int, mentions: dict[str, list[Mention]]) -> tuple[Companion, ...]:
    counts: Counter[int] = Counter()
    first: dict[int, Mention] = {}
    for story, found in mentions.items():
        article = archive.article(story)
        blocks = {article.block_at(mention.start) for mention in found}
        met: set[tuple[int, int]] = set()
        for mention, other in archive.mentions_in(story):
            block = article.block_at(mention.start)
            if other != key and block in blocks and (other, block) not in met:
                met.add((other, block))
                counts[other] += 1
                first.setdefault(other, mention)
    made = []
    for other, paragraphs in counts.most_common(12):
        row = archive.entity_row(other)
        if row is not None:
            made.append(Companion(other, row.name, row.kind, paragraphs, _hit(archive, first[other])))
    return tuple(made)


def _dates(archive: Archive, mentions: dict[str, list[Mention]]) -> tuple[tuple[str, int, TextHit], ...]:
    dated = [(archive.article(story).date, found) for story, found in mentions.items() if found]
    dated = sorted(((date, found) for date, found in dated if date), key=lambda row: row[0])
    if not dated:
        return ()
    length = 7 if len({date[:7] for date, _ in dated}) <= 24 else 4
    counts: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    for date, found in dated:
        counts[date[:length]] += len(found)
        first.setdefault(date[:length], found[0])
    return tuple((date, counts[date], _hit(archive, first[date])) for date in list(counts)[-36:])


def sentence_at(article: Article, offset: int) -> Span:
    """Give the sentence that holds an offset, within its block, as a span of the story's text."""
    block = article.block_at(offset)
    start = article.starts[block]
    content = article.blocks[block].content
    for sentence in split_sentences(content):
        if start + sentence.end > offset:
            return Span(start + sentence.start, start + sentence.end)
    return Span(start, start + len(content))
