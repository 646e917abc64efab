"""Finds a story in the tags of a web page or a book's chapter: its blocks, and what the page says about itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui_reader.formats import budget
from tui_reader.formats.markup.elements import (
    ASIDE_ROLES,
    ASIDE_WORDS,
    BLOCKS,
    CLOSED_BY_NEXT,
    CREDIT_WORDS,
    DROPPED,
    EMPHASIS,
    EMPTY,
    HEADINGS,
    KINDS,
    WORDS,
)
from tui_reader.formats.markup.piece import Details, Piece
from tui_reader.formats.markup.tags import Tag, cut
from tui_reader.model import BlockType

_LINE_BREAK = "\v"
_PARAGRAPH_BREAK = re.compile(r"\v[ \t\n\v]*\v")
_BLANKS = re.compile(r"[ \t\n\r\f\v]{2,}+|[\t\n\r\f\v]")
_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|li|br|tr|blockquote|figcaption)\b[^<>]*+>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*+>")
_LONGEST_TEASER = 200
_DASH = re.compile(r"^[—–―-]+[ \t]*")
_SITE_IN_TITLE = re.compile(r" [|–—·-] [^|–—·]{1,60}$")


@dataclass(slots=True)
class _Element:
    """An open element, as far as it bears on the text in it."""

    name: str
    dropped: bool = False
    kind: BlockType | None = None
    credits: bool = False
    """Its text says who is quoted, or who took the picture."""
    scope: str = ""
    """``article`` or ``main``."""


@dataclass(slots=True)
class _Found:
    """A block of the page, and where in the page it stands."""

    piece: Piece
    article: int
    """The number of the article element around it, from 1; 0 outside."""
    is_main: bool
    linked: int
    """How many of its characters are links."""


@dataclass(slots=True)
class _Page:
    """The reading of one page."""

    open: list[_Element] = field(default_factory=list)
    found: list[_Found] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    linked: int = 0
    emphasised: int = 0
    row: list[str] | None = None
    articles: int = 0
    alt: str = ""
    """What the last picture in a figure shows, for want of a caption."""
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)


def read_page(text: str, clock: budget.Clock) -> tuple[list[Piece], Details]:
    """Give the pieces of the story that a page holds, and what it says about itself.

    Navigation, forms, scripts, adverts and what is hidden are left out, and so is all that stands outside the main part
    where the page marks one. The budget spent: the text that is left is given without its markup.
    """
    page = _Page()
    end = len(text)
    for number, (token, position) in enumerate(cut(text)):
        if not number % 1024 and (number >= budget.TAGS or clock.over):
            end = position
            break
        _take(page, token)
    _flush(page)
    pieces = [found.piece for found in _story(page.found)]
    pieces += _without_markup(text[end:], max(1, budget.BLOCKS - len(pieces)))
    return pieces, _details(page, has_headline=any(piece.level == 1 for piece in pieces))


def _without_markup(text: str, most: int) -> Iterator[Piece]:
    """Give a text's paragraphs, their markup left out unread; what would make more than ``most`` is one."""
    for part in _BLOCK_TAG.split(text, maxsplit=most):
        if flowing := _flowing(_ANY_TAG.sub(" ", part)):
            yield Piece(BlockType.PARAGRAPH, flowing)


def _take(page: _Page, token: Tag | str) -> None:
    if isinstance(token, str):
        _take_text(page, token)
    elif token.closes:
        _close(page, token.name)
    elif token.name in EMPTY:
        _take_empty(page, token)
    else:
        _open(page, token)


def _take_text(page: _Page, text: str) -> None:
    if any(element.dropped for element in page.open):
        return
    page.text.append(text)
    length = _length(text)
    names = {element.name for element in page.open}
    page.linked += length if "a" in names else 0
    page.emphasised += length if names & EMPHASIS else 0


def _take_empty(page: _Page, tag: Tag) -> None:
    if tag.name == "meta":
        attributes = tag.attributes()
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        name = name.rpartition(":")[2] if name.startswith(("og:", "article:", "dc:", "twitter:")) else name
        if name and (content := attributes.get("content")):
            page.meta.setdefault(name, content)
    elif tag.name == "br":
        page.text.append(_LINE_BREAK)
    elif tag.name == "hr":
        _flush(page)
    elif tag.name == "img" and any(element.name == "figure" for element in page.open):
        _flush(page)
        page.alt = tag.attributes().get("alt", "")


def _open(page: _Page, tag: Tag) -> None:
    if tag.name in BLOCKS:
        _flush(page)
        _close_before(page, tag.name)
    if tag.name == "tr":
        _finish_row(page)
        page.row = []
    if tag.name == "figure":
        page.alt = ""
    if len(page.open) >= budget.NESTING:
        return
    element = _Element(tag.name, dropped=tag.name in DROPPED, kind=KINDS.get(tag.name))
    if tag.inside:
        _read_attributes(tag, element)
    if tag.name == "article":
        element.scope = "article"
        if not any(outer.scope == "article" for outer in page.open):
            page.articles += 1
    elif tag.name == "main":
        element.scope = "main"
    elif tag.name in {"header", "footer", "aside"} and element.kind is None:
        inside = {outer.name for outer in page.open}
        quoted = tag.name == "footer" and "blockquote" in inside
        element.credits |= quoted
        element.dropped |= not quoted and (tag.name != "header" or not inside & {"article", "main", "section"})
    elif tag.name == "cite" and any(outer.kind in {BlockType.PULLQUOTE, BlockType.CAPTION} for outer in page.open):
        element.credits = True
    if element.credits and tag.name not in BLOCKS:
        _flush(page)
    page.open.append(element)


def _read_attributes(tag: Tag, element: _Element) -> None:
    """Let an element's class and other attributes say what it is for."""
    attributes = tag.attributes()
    words = " ".join(attributes.get(key, "") for key in ("class", "itemprop", "rel", "id")).lower().split()
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    style = attributes.get("style", "").replace(" ", "")
    if tag.name in {"html", "body", "main", "article"}:
        return
    element.dropped |= hidden or "display:none" in style or not ASIDE_WORDS.isdisjoint(words)
    element.dropped |= attributes.get("role") in ASIDE_ROLES
    for word in words:
        plain = word.rpartition("__")[2]
        if tag.name not in HEADINGS and (kind := WORDS.get(word) or WORDS.get(plain)):
            element.kind = kind
        if plain in CREDIT_WORDS or word in CREDIT_WORDS:
            element.credits = True


def _close_before(page: _Page, name: str) -> None:
    """Close what the next element of a kind closes by custom: a paragraph, an item, a row, a cell."""
    if name not in CLOSED_BY_NEXT and any(element.name == "p" for element in page.open[-8:]):
        name = "p"
    for depth in range(len(page.open) - 1, max(-1, len(page.open) - 12), -1):
        inner = page.open[depth].name
        if inner == name and name in CLOSED_BY_NEXT:
            del page.open[depth:]
            return
        if inner in CLOSED_BY_NEXT.get(name, ()) or inner in {"table", "ul", "ol", "blockquote", "div", "section"}:
            return


def _close(page: _Page, name: str) -> None:
    depth = next((depth for depth in range(len(page.open) - 1, -1, -1) if page.open[depth].name == name), None)
    if name in BLOCKS or (depth is not None and page.open[depth].credits):
        _flush(page)
    if name in {"tr", "tbody", "table"}:
        _finish_row(page)
    if name == "figure" and page.alt:
        _add(page, Piece(BlockType.CAPTION, _flowing(page.alt)), 0)
        page.alt = ""
    if depth is not None:
        del page.open[depth:]


def _length(text: str) -> int:
    """Count the characters of a text that can be seen."""
    return len(text) - sum(map(text.count, " \n\t\v"))


def _flowing(text: str) -> str:
    """Give a text on one line, its blanks single."""
    return _BLANKS.sub(" ", text).strip(" ")


def _finish_row(page: _Page) -> None:
    """Make a block of the table row that is being read."""
    row, page.row = " | ".join(page.row or ()), None
    if row.strip(" |"):
        _add(page, Piece(BlockType.LIST_ITEM, row), 0)


def _flush(page: _Page) -> None:
    """Make a block of the text read since the last one."""
    text = "".join(page.text)
    linked, emphasised = page.linked, page.emphasised
    page.text.clear()
    page.linked = page.emphasised = 0
    if any(element.name == "pre" for element in page.open):
        text = text.replace("\n\n", _LINE_BREAK * 2)
    is_emphasised = 0 < _length(text) <= emphasised
    for part in _PARAGRAPH_BREAK.split(text):
        if flowing := _flowing(part):
            _place(page, flowing, linked, is_emphasised=is_emphasised)


def _place(page: _Page, text: str, linked: int, *, is_emphasised: bool) -> None:
    """Put a block's text where it belongs: a title, a cell, an attribution, or a piece of its own."""
    names = [element.name for element in page.open]
    if "title" in names:
        page.title = page.title or text
    elif "head" in names:
        return
    elif page.row is not None and names[-1:] and {"td", "th"} & set(names):
        page.row.append(text)
    else:
        kind = next((element.kind for element in reversed(page.open) if element.kind is not None), None)
        level = next((HEADINGS[name] for name in reversed(names) if name in HEADINGS), 0)
        if any(element.credits for element in page.open):
            _credit(page, text)
        elif level and kind is None:
            _add(page, Piece(BlockType.CROSSHEAD, text, level=level), 0)
        else:
            if kind is BlockType.CAPTION:
                page.alt = ""
            _add(page, Piece(kind or BlockType.PARAGRAPH, text, emphasised=is_emphasised and kind is None), linked)


def _credit(page: _Page, text: str) -> None:
    """Tie who said or took it to the quotation or picture before it."""
    last = page.found[-1].piece if page.found else None
    text = _DASH.sub("", text)
    if last and last.type in {BlockType.PULLQUOTE, BlockType.CAPTION} and not last.attribution:
        page.found[-1].piece = Piece(last.type, last.text, text)
    else:
        _add(page, Piece(BlockType.CREDIT, text), 0)


def _add(page: _Page, piece: Piece, linked: int) -> None:
    in_article = any(element.scope == "article" for element in page.open)
    is_main = any(element.scope == "main" for element in page.open)
    page.found.append(_Found(piece, page.articles if in_article else 0, is_main, linked))


def _story(found: list[_Found]) -> Iterator[_Found]:
    """Give the part of the page that is the story: its articles, else its main part, else all; no lists of links."""
    sizes: dict[int, int] = {}
    for each in found:
        if each.article:
            sizes[each.article] = sizes.get(each.article, 0) + len(each.piece.text)
    largest = max(sizes.values(), default=0)
    kept = {article for article, size in sizes.items() if size * 3 >= largest}
    has_main = any(each.is_main for each in found)
    for each in found:
        if each.article not in kept if kept else has_main and not each.is_main:
            continue
        if not _is_link_list(each):
            yield each


def _is_link_list(found: _Found) -> bool:
    """Tell whether a block is little else than links, as menus and teasers are."""
    if found.piece.type not in {BlockType.PARAGRAPH, BlockType.LIST_ITEM}:
        return False
    return len(found.piece.text) < _LONGEST_TEASER and found.linked * 10 >= len(found.piece.text.replace(" ", "")) * 8


def _details(page: _Page, *, has_headline: bool) -> Details:
    title = page.meta.get("title") or _SITE_IN_TITLE.sub("", page.title)
    has_byline = any(each.piece.type is BlockType.BYLINE for each in page.found)
    author = page.meta.get("author", "")
    return Details(
        title="" if has_headline else title,
        byline="" if has_byline or "/" in author else author,
        provenance=page.meta.get("site_name", ""),
        date=page.meta.get("published_time", "") or page.meta.get("date", ""),
    )
