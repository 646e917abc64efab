"""Step one: the names of one story, each with its mentions, tied together inside the story."""

from dataclasses import dataclass, replace

from tui_reader.annotate.entities.clues import beside
from tui_reader.annotate.entities.credits import credited, looks_like_byline, reads_as_headline
from tui_reader.annotate.entities.datelines import dateline
from tui_reader.annotate.entities.headlines import Accepted, headline_names, is_headline
from tui_reader.annotate.entities.judging import Found, Witness, judge, settle
from tui_reader.annotate.entities.lexicon import Lexicon, lexicon
from tui_reader.annotate.entities.linking import link_names
from tui_reader.annotate.entities.lists import share
from tui_reader.annotate.entities.particles import widen
from tui_reader.annotate.entities.peeling import names_in
from tui_reader.annotate.entities.pools import Link, Links, Pool
from tui_reader.annotate.entities.roles import role_after, suits, title_role
from tui_reader.annotate.entities.scores import KINDS, OTHER, PERSON, Scores, add
from tui_reader.annotate.entities.shape import LONGEST_NAME, normal_form, shown
from tui_reader.annotate.entities.spans import Piece
from tui_reader.annotate.entities.surnames import WIVES
from tui_reader.annotate.entities.survey import EMPTY, Survey
from tui_reader.annotate.entities.things import spelt_out, thing_of
from tui_reader.annotate.entities.titles import Title, titles
from tui_reader.annotate.entities.wording import inner
from tui_reader.model import Article, BlockType, EntityKind, Mention

ABBREVIATED = 5.0
"""What the last of the plain words that an acronym abbreviates says of its kind."""
LONGEST_CHAIN = 3
"""Ties that are followed from a short name to the fullest."""


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """One person, organisation, place or other thing as one story names it."""

    key: str
    """Normal form of the fullest name and the kind class: ``p`` for persons, ``n`` for all else."""
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
    seen = Witness(article, evidence, known)
    found: list[Found] = []
    headlines: list[tuple[int, str]] = []
    for index, (start, block) in enumerate(zip(article.starts, article.blocks, strict=True)):
        if (block.type is BlockType.BYLINE and not reads_as_headline(block.text)) or looks_like_byline(block.text):
            found.extend(credits_of(block.text, start, byline=True))
        elif is_headline(block.text, block.type, first=index == 0):
            headlines.append((start, block.text))
        else:
            found.extend(report(block.text, start, seen, known))
        if block.attribution:
            begin = article.attribution_span(index).start
            if block.type is BlockType.PULLQUOTE:
                found.extend(prose(block.attribution, begin, seen, known))
            else:
                found.extend(credits_of(block.attribution, begin, byline=False))
    settle(found, known)
    widen(found, article.text)
    accepted = Accepted(known)
    accepted.learn(found)
    for start, line in headlines:
        names = headline_names(line, start, accepted, known)
        accepted.learn(names)
        found.extend(names)
    found = [item for item in found if item.accepted]
    found.sort(key=lambda item: (item.start, -item.end))
    return assemble(article, found)


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


def report(text: str, offset: int, seen: Witness, known: Lexicon) -> list[Found]:
    """Give the names of a paragraph: its dateline's places, then those of what is reported."""
    line = dateline(text, known)
    if line is None:
        return prose(text, offset, seen, known)
    places = [
        Found(offset + start, offset + end, normal_form(text[start:end]), (0.0, 0.0, 6.0, 0.0), accepted=True)
        for start, end in line.places
    ]
    return places + prose(text[line.end :], offset + line.end, seen, known)


def prose(text: str, offset: int, seen: Witness, known: Lexicon) -> list[Found]:
    """Give the names of running text; those that need the rest of the story's word are not accepted yet."""
    found = []
    quoted = titles(text, known)
    for piece in names_in(text):
        if piece.end - piece.start > LONGEST_NAME or (quoted and is_within(piece, quoted)):
            continue
        accepted = judge(piece, text, seen, known)
        if accepted is None:
            continue
        form = normal_form(text[piece.start : piece.end])
        scores, thing = beside(text, piece)
        loud = len(piece.words) == 1 and piece.words[0].isupper()
        full = spelt_out(text, piece.start, piece.words[0]) if loud else ""
        if full:
            body = full.rpartition(" ")[2] in known.organization_heads
            scores = add(scores, (0.0, ABBREVIATED if body else 0.0, 0.0, 0.0 if body else ABBREVIATED))
            form = normal_form(full)
        found.append(
            Found(
                offset + piece.start,
                offset + piece.end,
                wife(piece.title) + form if piece.title and len(piece.words) == 1 else form,
                scores,
                accepted,
                role_of(text, piece, known),
                piece.title,
                thing,
                full,
                inside=not piece.initial,
                firm=piece.lows[-1] in known.company_endings,
            )
        )
    share(found, text, offset)
    found.extend(
        Found(
            offset + title.start,
            offset + title.end,
            normal_form(text[title.start : title.end]),
            (0.0, 0.0, 0.0, 6.0),
            accepted=True,
            thing=title.thing,
        )
        for title in quoted
    )
    return found


def role_of(text: str, piece: Piece, known: Lexicon) -> str:
    """Give the role that the words behind a name or the title before it say; empty for none."""
    role = role_after(text, piece.start, piece.end, known) if text.startswith(", ", piece.end) else ""
    return role or (title_role(piece.title) if piece.title else "")


def is_within(piece: Piece, quoted: list[Title]) -> bool:
    """Tell whether a piece stands inside a title."""
    return any(title.start <= piece.start and piece.end <= title.end for title in quoted)


def wife(title: str) -> str:
    """Give the title that stays in a lone surname's normal form, with a blank; empty for others."""
    low = title.casefold().rstrip(".") + "."
    return f"{low} " if low in WIVES else ""


def assemble(article: Article, found: list[Found]) -> tuple[LocalEntity, ...]:
    """Pool the evidence of equal names, tie short names to full ones, and give the entities by first mention."""
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
        pool.add(item.start, item.end, surface, item.scores, item.title)
    links = link_names(pools, text)
    for item in kept:
        short = normal_form(text[item.start : item.end]) if item.full else ""
        if short in pools:
            links[short, -1] = Link(item.form, f"short for {item.full}")
    return entities_of(article, kept, pools, links)


def entities_of(article: Article, kept: list[Found], pools: dict[str, Pool], links: Links) -> tuple[LocalEntity, ...]:
    """Make the entities from the pools and the ties between them."""
    text, known = article.text, lexicon()
    mentions: dict[str, list[Mention]] = {}
    surfaces: dict[str, dict[str, int]] = {}
    tied: dict[str, dict[str, str]] = {}
    scores: dict[str, Scores] = {}
    things: dict[str, EntityKind] = {}
    spelt: dict[str, str] = {}
    for item in kept:
        link = links.get((item.form, item.start)) or links.get((item.form, -1))
        root = followed(link.root, links) if link else item.form
        surface = text[item.start : item.end]
        mentions.setdefault(root, []).append(
            Mention(article.id, item.start, item.end, surface, item.role, link.reason if link else "")
        )
        scores[root] = add(scores.get(root, pools[root].inner), item.scores)
        if item.full:
            spelt.setdefault(root, item.full)
        if item.thing is not None:
            things.setdefault(root, item.thing)
        if link:
            tied.setdefault(root, {})[item.form] = link.reason
        else:
            counts = surfaces.setdefault(root, {})
            counts[surface] = counts.get(surface, 0) + 1
    made = []
    for root, places in mentions.items():
        kind = pools[root].kind_of(scores[root])
        if kind != PERSON:
            for at, place in enumerate(places):
                if place.role and not suits(place.role, known):
                    places[at] = replace(place, role="")
        surface = fullest(surfaces.get(root) or {pools[root].surface: 1})
        surface = WIVES.get(root.partition(" ")[0], "") + surface if " " in root else surface
        made.append(
            LocalEntity(
                f"{root}|{'p' if kind == PERSON else 'n'}",
                spelt.get(root, surface),
                KINDS[kind] if kind != OTHER else thing_of(surface) or things.get(root, EntityKind.OTHER),
                scores[root],
                tuple(places),
                tuple(sorted(tied.get(root, {}).items())),
            )
        )
    return tuple(made)


def followed(root: str, links: Links) -> str:
    """Follow the ties of a full name that is itself short for a fuller one."""
    for _ in range(LONGEST_CHAIN):
        link = links.get((root, -1))
        if link is None:
            break
        root = link.root
    return root


def fullest(surfaces: dict[str, int]) -> str:
    """Choose the surface to show: not in capitals if it can be helped, then the most frequent, then the longest."""
    if len(surfaces) == 1:
        return shown(next(iter(surfaces)))
    return shown(
        max(
            surfaces,
            key=lambda surface: (not surface.isupper() or len(surface) < 6, surfaces[surface], len(surface), surface),
        )
    )
