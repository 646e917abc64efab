"""Makes stories of pieces: finds where each begins, and its headline, standfirst and byline."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from tui_reader.formats.budget import STORIES, Clock
from tui_reader.formats.markup.piece import Details, Piece
from tui_reader.model import Article, Block, BlockType
from tui_reader.text.sanitise import safe_line

_BYLINE = re.compile(r"(?:[Bb]y|BY|Reported by|Words by|Story by)[ \t]+(?!the\b)[^\W\d_a-z]")
_BYLINE_LENGTH = 100
_STANDFIRST_LENGTH = 400
_CREDIT = re.compile(r"[(\[]?(?:photo|picture|image|illustration|graphic|credit|source|courtesy)", re.IGNORECASE)
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?![\d])")


def assemble(pieces: Iterable[Piece], details: Details, stem: str, source: str) -> tuple[Article, ...]:
    """Give the stories that the pieces make up: every heading of the first level begins one.

    ``details`` are the first story's; where they were published and when holds for all.
    """
    groups = _groups(_with_credits(_with_pictures(pieces)))
    if not groups and details == Details():
        return ()
    headings = sum(any(map(_begins_story, group[:2])) for group in groups)
    articles = []
    for number, group in enumerate(groups or [[]], 1):
        own = details if number == 1 else Details()
        if number == 1 and headings > 1 and group and _begins_story(group[0]) and not _same(own.title, group[0].text):
            own = replace(own, kicker=own.kicker or own.title, title="")
        articles.append(
            Article(
                stem if number == 1 else f"{stem}-{number}",
                source,
                tuple(block for block in _blocks(group, own) if block.text),
                safe_line(details.provenance),
                _date(details.date),
                url=details.url,
            )
        )
    return tuple(articles)


def with_cut(articles: tuple[Article, ...], clock: Clock) -> tuple[Article, ...]:
    """Give the stories with what a budget kept from being read as it was meant."""
    if len(articles) > STORIES:
        clock.tell(f"the stories after the first {STORIES:,} are read as one")
    return (replace(articles[0], cut=clock.cut), *articles[1:]) if articles and clock.cut else articles


def is_byline(text: str) -> bool:
    """Tell whether a paragraph at a story's head names who wrote it."""
    return len(text) <= _BYLINE_LENGTH and not text.endswith((".", "?", "!", ":")) and bool(_BYLINE.match(text))


def _with_pictures(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give a picture without words of its own to the emphasised words after it, as their caption, or to what follows.

    Text is all that a story is made of: a picture needs a block to stand over.
    """
    picture = ""
    met = False
    for piece in pieces:
        if piece.picture and not piece.text:
            picture = picture or piece.picture
            continue
        if picture and not (met and _begins_story(piece)):
            if piece.emphasised and _is_plain(piece) and not (_CREDIT.match(piece.text) or is_byline(piece.text)):
                yield replace(piece, type=BlockType.CAPTION, emphasised=False, picture=picture)
            else:
                yield piece if piece.picture else replace(piece, picture=picture)
        else:
            yield piece
        picture, met = "", True


def _with_credits(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Tie a caption to the emphasised paragraph after it, and know credits for what they are."""
    caption: Piece | None = None
    for piece in pieces:
        told = _as_told(piece, after_caption=caption is not None)
        if caption is not None:
            if told.type is BlockType.CREDIT and not told.explicit and not caption.attribution:
                yield replace(caption, attribution=told.text)
                caption = None
                continue
            yield caption
        caption = told if told.type is BlockType.CAPTION and not told.explicit else None
        if caption is None:
            yield told
    if caption is not None:
        yield caption


def _as_told(piece: Piece, *, after_caption: bool) -> Piece:
    """Give an emphasised paragraph the type its words or its place tell: credit or caption."""
    if not piece.emphasised or piece.type is not BlockType.PARAGRAPH:
        return piece
    if _CREDIT.match(piece.text):
        return replace(piece, type=BlockType.CREDIT)
    return replace(piece, type=BlockType.CAPTION) if after_caption else piece


def _groups(pieces: Iterable[Piece]) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    stories = 0
    for piece in pieces:
        if _begins_story(piece):
            stories += 1
        if not groups or (_begins_story(piece) and stories <= STORIES and not _is_kicker_only(groups)):
            groups.append([])
        groups[-1].append(piece)
    return groups


def _is_kicker_only(groups: list[list[Piece]]) -> bool:
    """Tell whether nothing was read yet but the kicker of the headline that follows."""
    return len(groups) == 1 and all(_is_kicker(piece) for piece in groups[0])


def _is_kicker(piece: Piece) -> bool:
    return piece.type is BlockType.KICKER and not piece.explicit


def _begins_story(piece: Piece) -> bool:
    return piece.level == 1


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _blocks(group: list[Piece], details: Details) -> Iterator[Block]:
    """Give one story's blocks: its furniture in its customary order, then the rest as it stands."""
    kickers = list(takewhile(_is_kicker, group))
    body = iter(group[len(kickers) :])
    rest: list[Piece] = []
    headline = details.title
    first = next(body, None)
    if first is not None:
        if first.level and not headline:
            headline = first.text
        elif not (first.level == 1 and _same(headline, first.text)):
            rest.append(first)
    rest += body
    standfirst, byline, used = details.standfirst, details.byline, 0
    if headline:
        standfirst, byline, used = _head(rest, details)
    for kind, text in (
        *((BlockType.KICKER, kicker.text) for kicker in kickers),
        (BlockType.KICKER, details.kicker),
        (BlockType.HEADLINE, headline),
        (BlockType.STANDFIRST, standfirst),
        (BlockType.BYLINE, byline),
    ):
        if text:
            yield Block(kind, safe_line(text))
    furniture = (*group[: len(group) - len(rest)], *rest[:used])
    picture = next((piece.picture for piece in furniture if piece.picture), "")
    for number, piece in enumerate(rest[used:]):
        yield (replace(piece, picture=picture) if picture and not number and not piece.picture else piece).block()
    for text in details.credits:
        yield Block(BlockType.CREDIT, safe_line(text))


def _head(rest: list[Piece], details: Details) -> tuple[str, str, int]:
    """Give standfirst, byline and the number of pieces these took, from what follows a headline."""
    standfirst, byline = details.standfirst, details.byline
    window = rest[:2]
    where = next((number for number, piece in enumerate(window) if _is_plain(piece) and is_byline(piece.text)), None)
    if where is None or byline:
        if window and not standfirst and _is_plain(window[0]) and window[0].emphasised:
            return window[0].text, byline, 1
        return standfirst, byline, 0
    if where == 1:
        before = window[0]
        may_stand = (before.type is BlockType.PARAGRAPH or before.level > 1) and not before.explicit
        if not may_stand or standfirst or len(before.text) > _STANDFIRST_LENGTH:
            return standfirst, byline, 0
        return before.text, window[1].text, 2
    if len(window) > 1 and not standfirst and _is_plain(window[1]) and window[1].emphasised:
        return window[1].text, window[0].text, 2
    return standfirst, window[0].text, 1


def _is_plain(piece: Piece) -> bool:
    return piece.type is BlockType.PARAGRAPH and not piece.explicit


def _date(text: str) -> str:
    found = _ISO_DATE.match(text.strip())
    return found[0] if found else ""
