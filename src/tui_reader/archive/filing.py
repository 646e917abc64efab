"""One source becomes what the index holds of it: its stories with their figures and names. Runs in any process."""

from dataclasses import replace
from hashlib import blake2b

from tui_reader.archive.scope import STUDIED, Scope, beginning
from tui_reader.archive.sources import STDIN, Source
from tui_reader.formats import read_articles
from tui_reader.formats.source import read_bytes
from tui_reader.index.value import Delivery, Filing, Named, Stamp
from tui_reader.model import Article, InputProblem

_HEAD = 100_000
"""Bytes of a source that its first page needs at most."""


def deliver(source: Source, stamp: Stamp, after: bytes | None, book: str = "") -> Delivery:
    """Read a source and find everything in it; a source that cannot be read is delivered with its problem.

    The delivery's stamp has the hash of what was read. ``book`` is the text of the user's aliases.
    """
    try:
        data = read_bytes(source.path)
        stamp = replace(stamp, digest=digest_of(data) if source.path != STDIN else b"")
        articles = read_articles(source.path, data=data)
    except InputProblem as problem:
        return Delivery(stamp, problem=problem.reason, after=after)
    scope = Scope()
    filings = tuple(file_story(article, scope.studied(article), book) for article in articles)
    return Delivery(stamp, filings, "; ".join(filter(None, (articles[0].cut, scope.cut))), after)


def digest_of(data: bytes) -> bytes:
    """Hash what a source holds."""
    return blake2b(data, digest_size=16).digest()


def deliver_bare(source: Source, after: bytes | None) -> Delivery:
    """Read the beginning of a source for its text alone: the first page waits neither for the rest nor for annotators.

    The stamp is no real file's, so that the source is read again. Raises ``InputProblem``.
    """
    filings = tuple(Filing(article) for article in read_articles(source.path, head=_HEAD))
    return Delivery(Stamp(source.full, -2, 0), filings, after=after)


def file_story(article: Article, studied: Article, book: str = "") -> Filing:
    """Find figures and names in what is ``studied`` of a story."""
    from tui_reader.annotate.figures import find_figures

    return Filing(article, find_figures(studied.text), names_in(studied, book))


def names_in(article: Article, book: str = "") -> tuple[Named, ...]:
    """Find a story's names."""
    from tui_reader.annotate.entities import find_names
    from tui_reader.archive.identity import named, read_book

    return tuple(named(entity) for entity in read_book(book).apply(find_names(beginning(article, STUDIED))))
