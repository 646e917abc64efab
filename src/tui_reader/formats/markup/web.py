"""Finds a story in a web page or a book's chapter: its blocks, and what the page says about itself."""

import re
from collections.abc import Iterator
from itertools import islice

from tui_reader.formats import budget
from tui_reader.formats.markup.elements import BLOCKS
from tui_reader.formats.markup.piece import Details, Piece
from tui_reader.formats.markup.plain import plain_pieces
from tui_reader.formats.markup.reading import Found, Page, flowing, flush, take
from tui_reader.formats.markup.tags import cut
from tui_reader.model import BlockType
from tui_reader.text.address import web_address

_BLOCK_TAG = re.compile(r"</?(?:p|div|h[1-6]|li|br|tr|blockquote|figcaption)\b[^<>]*+>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*+>")
_LARGE = 1 << 17
"""Characters of a piece, at least, where there would be too many."""
_LONGEST_TEASER = 200
_SITE_IN_TITLE = re.compile(r" [|–—·-] [^|–—·]{1,60}$")


def read_page(text: str, clock: budget.Clock) -> tuple[list[Piece], Details]:
    """Give the pieces of the story that a page holds, and what it says about itself.

    Navigation, forms, scripts, adverts and what is hidden are left out, and so is all that stands outside the main part
    where the page marks one. The budget spent: the text that is left is given without its markup.
    """
    page = Page()
    end = len(text)
    for number, (token, position) in enumerate(cut(text)):
        if not number % 1024 and (number >= budget.TAGS or clock.over):
            end = position
            line = text.count("\n", 0, end) + 1
            reason = f"took more than {clock.seconds:g} s" if clock.over else f"has more than {budget.TAGS:,} parts"
            clock.tell(f"its markup is left out unread from line {line:,} on (the page {reason})")
            break
        take(page, token)
    flush(page)
    pieces = [found.piece for found in _story(page.found)]
    pieces += _without_markup(text[end:], max(1, budget.BLOCKS - len(pieces)))
    if not any(piece.text for piece in pieces):
        pieces += plain_pieces("".join(_words(text)))
    return pieces, _details(page, has_headline=any(piece.level == 1 for piece in pieces))


def _words(text: str) -> Iterator[str]:
    """Give all the words of a page, whatever surrounds them: better a menu than a blank page."""
    for token, _ in islice(cut(text), budget.TAGS):
        if isinstance(token, str):
            yield token
        elif token.name in BLOCKS:
            yield "\n\n"


def _without_markup(text: str, most: int) -> Iterator[Piece]:
    """Give a text's paragraphs, their markup left out unread; after ``most`` the rest comes in large pieces."""
    for part in _parts(text, most):
        if line := flowing(_ANY_TAG.sub(" ", part)):
            yield Piece(BlockType.PARAGRAPH, line)


def _parts(text: str, most: int) -> Iterator[str]:
    start = 0
    for tag in islice(_BLOCK_TAG.finditer(text), most):
        yield text[start : tag.start()]
        start = tag.end()
    while start < len(text):
        end = text.find("<", start + _LARGE)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end


def _story(found: list[Found]) -> Iterator[Found]:
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


def _is_link_list(found: Found) -> bool:
    """Tell whether a block is little else than links, as menus and teasers are."""
    if found.piece.type not in {BlockType.PARAGRAPH, BlockType.LIST_ITEM}:
        return False
    return len(found.piece.text) < _LONGEST_TEASER and found.linked * 10 >= len(found.piece.text.replace(" ", "")) * 8


def _details(page: Page, *, has_headline: bool) -> Details:
    title = page.meta.get("title") or _SITE_IN_TITLE.sub("", page.title)
    has_byline = any(each.piece.type is BlockType.BYLINE for each in page.found)
    author = page.meta.get("author", "")
    return Details(
        title="" if has_headline else title,
        byline="" if has_byline or "/" in author else author,
        provenance=page.meta.get("site_name", ""),
        date=page.meta.get("published_time", "") or page.meta.get("date", ""),
        url=web_address(page.canonical) or web_address(page.meta.get("url", "")),
    )
