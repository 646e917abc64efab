"""Reads the tags of a page one by one into blocks that know where in the page they stand."""

import re
from dataclasses import dataclass, field, replace

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
    LISTS,
    WORDS,
)
from tui_reader.formats.markup.piece import Piece
from tui_reader.formats.markup.reference import picture_reference
from tui_reader.formats.markup.tags import Tag
from tui_reader.model import BlockType
from tui_reader.text.address import web_address

_LINE_BREAK = "\v"
_PARAGRAPH_BREAK = re.compile(r"\v[ \t\n\v]*\v")
_BLANKS = re.compile(r"[ \t\n\r\f\v]{2,}+|[\t\n\r\f\v]")
_DASH = re.compile(r"^[—–―-]+[ \t]*")
_LONGEST_BYLINE = 100
_LARGEST_ICON = 48
"""Pixels; what is said to be no larger is a button or a counter."""


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
    items: int = 0
    """How many items of a numbered list are open or read."""
    marker: str = ""
    """The number of a numbered item, until its text has it."""


@dataclass(slots=True)
class Found:
    """A block of the page, and where in the page it stands."""

    piece: Piece
    article: int
    """The number of the article element around it, from 1; 0 outside."""
    is_main: bool
    linked: int
    """How many of its characters are links."""


@dataclass(slots=True)
class Page:
    """The reading of one page."""

    open: list[_Element] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    linked: int = 0
    emphasised: int = 0
    row: list[str] | None = None
    articles: int = 0
    alt: str = ""
    """What the last picture in a figure shows, for want of a caption."""
    picture: str = ""
    """What the figure's first picture is called, until a caption has it."""
    figure: int = 0
    """How many blocks were found before the figure that is being read."""
    title: str = ""
    canonical: str = ""
    """Where the page says that it really stands."""
    meta: dict[str, str] = field(default_factory=dict)


def take(page: Page, token: Tag | str) -> None:
    """Read the next tag or text."""
    if isinstance(token, str):
        _take_text(page, token)
    elif token.closes:
        _close(page, token.name)
    elif token.name in EMPTY:
        _take_empty(page, token)
    else:
        _open(page, token)


def _take_text(page: Page, text: str) -> None:
    if any(element.dropped for element in page.open):
        return
    page.text.append(text)
    length = _length(text)
    names = {element.name for element in page.open}
    page.linked += length if "a" in names else 0
    page.emphasised += length if names & EMPHASIS else 0


def _take_empty(page: Page, tag: Tag) -> None:
    if tag.name == "meta":
        attributes = tag.attributes()
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        name = name.rpartition(":")[2] if name.startswith(("og:", "article:", "dc:", "twitter:")) else name
        if name and (content := attributes.get("content")):
            page.meta.setdefault(name, content)
    elif tag.name == "br":
        page.text.append(_LINE_BREAK)
    elif tag.name == "hr":
        flush(page)
    elif tag.name == "img":
        _take_picture(page, tag.attributes())
    elif tag.name == "link":
        attributes = tag.attributes()
        if "canonical" in attributes.get("rel", "").lower().split():
            page.canonical = page.canonical or attributes.get("href", "")


def _take_picture(page: Page, attributes: dict[str, str]) -> None:
    """Keep a figure's picture for its caption; one in the text stands there by itself, where it is a file of ours."""
    if any(element.dropped for element in page.open):
        return
    reference = picture_reference(attributes.get("src", "") or attributes.get("data-src", ""))
    if any(element.name == "figure" for element in page.open):
        flush(page)
        page.alt = attributes.get("alt", "")
        page.picture = page.picture or reference
    elif reference and not reference.startswith("/") and not web_address(reference) and not _is_icon(attributes):
        _add(page, Piece(BlockType.CAPTION, flowing(attributes.get("alt", "")), picture=reference), 0)


def _is_icon(attributes: dict[str, str]) -> bool:
    sizes = (attributes.get(name, "").removesuffix("px") for name in ("width", "height"))
    return any(size.isdecimal() and int(size[:6]) <= _LARGEST_ICON for size in sizes)


def _open(page: Page, tag: Tag) -> None:
    if tag.name in BLOCKS:
        flush(page)
        _close_before(page, tag.name)
    if tag.name == "tr":
        _finish_row(page)
        page.row = []
    if tag.name == "figure":
        page.alt = page.picture = ""
        page.figure = len(page.found)
    if len(page.open) >= budget.NESTING:
        return
    element = _Element(tag.name, dropped=tag.name in DROPPED, kind=KINDS.get(tag.name))
    if tag.inside:
        _read_attributes(tag, element)
    if tag.name == "li" and (around := next((outer for outer in reversed(page.open) if outer.name in LISTS), None)):
        around.items += 1
        element.marker = f"{around.items}. " if around.name == "ol" else ""
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
        flush(page)
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


def _close_before(page: Page, name: str) -> None:
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


def _close(page: Page, name: str) -> None:
    depth = next((depth for depth in range(len(page.open) - 1, -1, -1) if page.open[depth].name == name), None)
    if name in BLOCKS or (depth is not None and page.open[depth].credits):
        flush(page)
    if name in {"tr", "tbody", "table"}:
        _finish_row(page)
    if name == "figure":
        _end_figure(page)
    if depth is not None:
        del page.open[depth:]


def _end_figure(page: Page) -> None:
    """Give a figure's picture to a caption that stood before it, else let its own description be the caption."""
    captions = (found for found in page.found[page.figure :] if found.piece.type is BlockType.CAPTION)
    caption = next(captions, None) if not page.alt else None
    if caption is not None and page.picture:
        caption.piece = replace(caption.piece, picture=caption.piece.picture or page.picture)
    elif page.alt or page.picture:
        _add(page, Piece(BlockType.CAPTION, flowing(page.alt), picture=page.picture), 0)
    page.alt = page.picture = ""


def _length(text: str) -> int:
    """Count the characters of a text that can be seen."""
    return len(text) - sum(map(text.count, " \n\t\v"))


def flowing(text: str) -> str:
    """Give a text on one line, its blanks single."""
    return _BLANKS.sub(" ", text).strip(" ")


def _finish_row(page: Page) -> None:
    """Make a block of the table row that is being read."""
    row, page.row = " | ".join(page.row or ()), None
    if row.strip(" |"):
        _add(page, Piece(BlockType.LIST_ITEM, row), 0)


def flush(page: Page) -> None:
    """Make a block of the text read since the last one."""
    text = "".join(page.text)
    linked, emphasised = page.linked, page.emphasised
    page.text.clear()
    page.linked = page.emphasised = 0
    if any(element.name == "pre" for element in page.open):
        text = text.replace("\n\n", _LINE_BREAK * 2)
    is_emphasised = 0 < _length(text) <= emphasised
    for part in _PARAGRAPH_BREAK.split(text):
        if line := flowing(part):
            _place(page, line, linked, is_emphasised=is_emphasised)


def _place(page: Page, text: str, linked: int, *, is_emphasised: bool) -> None:
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
        if kind is BlockType.BYLINE and len(text) > _LONGEST_BYLINE:
            kind = None  # what is told of the author
        level = next((HEADINGS[name] for name in reversed(names) if name in HEADINGS), 0)
        if any(element.credits for element in page.open):
            _credit(page, text)
        elif level and kind is None:
            _add(page, Piece(BlockType.CROSSHEAD, text, level=level), 0)
        else:
            picture = ""
            if kind is BlockType.CAPTION:
                picture, page.alt, page.picture = page.picture, "", ""
            emphasised = is_emphasised and kind is None
            piece = Piece(kind or BlockType.PARAGRAPH, text, emphasised=emphasised, picture=picture)
            _add(page, _in_list(page, piece) if kind is BlockType.LIST_ITEM else piece, linked)


def _in_list(page: Page, piece: Piece) -> Piece:
    """Give a list item its depth and, where it is its item's first, its number."""
    item = next((element for element in reversed(page.open) if element.name == "li"), None)
    marker = ""
    if item is not None:
        marker, item.marker = item.marker, ""
    depth = sum(element.name in LISTS for element in page.open) or 1
    return replace(piece, text=marker + piece.text, depth=depth)


def _credit(page: Page, text: str) -> None:
    """Tie who said or took it to the quotation or picture before it."""
    last = page.found[-1].piece if page.found else None
    text = _DASH.sub("", text)
    if last and last.type in {BlockType.PULLQUOTE, BlockType.CAPTION} and not last.attribution:
        page.found[-1].piece = replace(last, attribution=text)
    else:
        _add(page, Piece(BlockType.CREDIT, text), 0)


def _add(page: Page, piece: Piece, linked: int) -> None:
    in_article = any(element.scope == "article" for element in page.open)
    is_main = any(element.scope == "main" for element in page.open)
    page.found.append(Found(piece, page.articles if in_article else 0, is_main, linked))
