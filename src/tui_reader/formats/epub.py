"""EPUB editions: the chapters in the order of the spine, each read as a web page is."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tui_reader.formats.budget import STORIES, Clock
from tui_reader.model import Article, Block, BlockType, InputProblem
from tui_reader.text.address import web_address
from tui_reader.text.sanitise import safe_line

if TYPE_CHECKING:
    from tui_reader.formats.markup.container import Container
    from tui_reader.formats.markup.piece import Details

SUFFIXES = (".epub",)
WHOLE = True
"""Half an archive cannot be opened."""

_ROOT = "META-INF/container.xml"
_CHAPTER_TYPES = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/xml"})
_CHAPTER_SECONDS = 2.0
_BOOK_SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class _Package:
    """What the package document says: the chapters' names in reading order, and the book's details."""

    chapters: tuple[str, ...]
    title: str
    date: str
    url: str


def parse_bytes(data: bytes, stem: str, source: str) -> tuple[Article, ...]:
    """Give the stories of an EPUB; raise ``InputProblem`` where it is none or nothing in it can be read.

    A chapter that cannot be read is told of in its place, and does not keep the others from being read.
    """
    from tui_reader.formats.markup.container import BadContainer, Container  # loaded only where it is used

    articles: list[Article] = []
    failures: list[str] = []
    try:
        container = Container(data)
        package = _read_package(container)
        clock = Clock(_BOOK_SECONDS)
        for name in package.chapters:
            try:
                found = _chapter(container, package, name, clock)
            except BadContainer as problem:
                failures.append(str(problem))
                clock.tell(f"a chapter, {name}, could not be read: {problem}")
                block = Block(BlockType.BOILERPLATE, f"A chapter could not be read here: {problem}.")
                found = (Article("", source, (block,)),)
            articles.extend(article for article in found if article.blocks)
            if len(articles) > STORIES:
                clock.tell(f"the stories after the first {STORIES:,} are left out")
                break
    except BadContainer as problem:
        raise InputProblem(source, f"is no readable EPUB: {problem}") from problem
    if failures and len(failures) == len(articles):
        raise InputProblem(source, f"holds no chapter that can be read: {failures[0]}")
    return tuple(
        replace(
            article,
            id=stem if number == 1 else f"{stem}-{number}",
            source=source,
            cut=safe_line(clock.cut) if number == 1 else "",
        )
        for number, article in enumerate(articles, 1)
    )


def _chapter(container: "Container", package: _Package, name: str, clock: Clock) -> tuple[Article, ...]:
    from tui_reader.formats.markup.assemble import assemble
    from tui_reader.formats.markup.web import read_page

    text = _text(container, name)
    own = Clock(max(0.0, min(_CHAPTER_SECONDS, clock.left)))
    pieces, details = read_page(text, own)
    if own.cut:
        over = "the book took too long to read" if clock.over else own.cut
        clock.tell(f"in a chapter, {name}, {over}")
    if not any(piece.text for piece in pieces):
        return ()
    placed = (replace(piece, picture=_member(name, piece.picture)) if piece.picture else piece for piece in pieces)
    return assemble(placed, _completed(details, package), "", "")


def _member(chapter: str, reference: str) -> str:
    """Give the member that a chapter calls a picture; an address on the net stays one."""
    if web_address(reference):
        return reference
    return posixpath.normpath(posixpath.join(posixpath.dirname(chapter), reference))


def _completed(details: "Details", package: _Package) -> "Details":
    """Add what the book says of itself; its title is where its stories were published, and no chapter's headline."""
    title = "" if details.title == package.title else details.title
    url, date = details.url or package.url, details.date or package.date
    return replace(details, title=title, provenance=package.title, date=date, url=url)


def _read_package(container: "Container") -> _Package:
    from tui_reader.formats.markup.container import BadContainer
    from tui_reader.formats.markup.tags import Tag, cut

    path = next(
        (
            token.attributes().get("full-path", "")
            for token, _ in cut(_text(container, _ROOT))
            if isinstance(token, Tag) and token.name == "rootfile" and not token.closes
        ),
        "",
    )
    if not path:
        message = "it does not name its contents"
        raise BadContainer(message)
    items: dict[str, str] = {}
    order: list[str] = []
    said: dict[str, str] = {}
    last = ""
    for token, _ in cut(_text(container, path)):
        if isinstance(token, str):
            if last in {"title", "date", "source"} and token.strip():
                said.setdefault(last, " ".join(token.split()))
            continue
        last = "" if token.closes else token.name
        attributes = token.attributes() if token.name in {"item", "itemref"} else {}
        if token.name == "item" and attributes.get("media-type") in _CHAPTER_TYPES:
            if "nav" not in attributes.get("properties", "").split():
                items[attributes.get("id", "")] = _resolved(path, attributes.get("href", ""))
        elif token.name == "itemref":
            order.append(attributes.get("idref", ""))
    chapters = tuple(dict.fromkeys(_in_spine(items, order)))
    return _Package(chapters, said.get("title", ""), said.get("date", ""), web_address(said.get("source", "")))


def _in_spine(items: dict[str, str], order: list[str]) -> Iterator[str]:
    return (items[identifier] for identifier in order if identifier in items)


def _resolved(base: str, href: str) -> str:
    """Give the member that a reference means; the archive's names are all there is, so it can lead nowhere else."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href.partition("#")[0])))


def _text(container: "Container", name: str) -> str:
    """Give a member's text; raise ``BadContainer`` where it defines entities, with which a text can be made to grow."""
    from tui_reader.formats.html import declared_charset
    from tui_reader.formats.markup.container import BadContainer
    from tui_reader.formats.source import as_text

    data = container.read(name)
    try:
        text = as_text(data, name, declared=declared_charset(data))
    except InputProblem as problem:
        message = f"a part {problem.reason}"
        raise BadContainer(message) from problem
    if "<!ENTITY" in text:
        message = "it defines entities, which are not read"
        raise BadContainer(message)
    return text
