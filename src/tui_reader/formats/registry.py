"""Chooses the format of a source. A new format is one new file here, with ``SUFFIXES`` and ``parse``, and its suffixes.

The suffixes stand in a table because asking every format would load them all, and the first page would wait for parsers
that it does not need; a test holds the table to what the formats declare.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from tui_reader.formats.budget import MEBIBYTE, PAGE_CHARACTERS, PAGE_LINES, PAGE_PARAGRAPHS
from tui_reader.formats.soft_hyphens import SOFT_HYPHEN, at_line_ends, without_soft_hyphens
from tui_reader.formats.source import STDIN, as_text, display_name, read_bytes, stem_of
from tui_reader.model import Article

PLAIN = ".txt"
"""The suffix whose format also takes text of unknown kind."""
MODULES = {
    ".txt": "page",
    ".text": "page",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".mkd": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".epub": "epub",
}
"""Each suffix, in small letters with its dot, and the module of this package that reads it."""
_SNIFFED = 1024


@dataclass(frozen=True, slots=True)
class Format:
    """How sources of one kind become stories."""

    suffixes: frozenset[str]
    parse: Callable[[str, str, str], tuple[Article, ...]] | None
    """Takes clean text, the stem for ids and the source's name; None where the format wants the bytes."""
    parse_bytes: Callable[[bytes, str, str], tuple[Article, ...]] | None
    """Takes bytes where the format itself knows how they are to be read."""
    soft_hyphens: bool
    """Whether the format reads soft hyphens as line ends."""
    whole: bool
    """Whether a source makes sense only as a whole."""


@cache
def load(name: str) -> Format:
    """Give a format by its module's name."""
    module = import_module(f"{__name__.rpartition('.')[0]}.{name}")
    return Format(
        frozenset(module.SUFFIXES),
        getattr(module, "parse", None),
        getattr(module, "parse_bytes", None),
        getattr(module, "SOFT_HYPHENS", name == "page"),
        getattr(module, "WHOLE", False),
    )


def suffixes() -> frozenset[str]:
    """Give the suffixes of all formats, in small letters with their dot."""
    return frozenset(MODULES)


def read_articles(
    path: str | os.PathLike[str], *, stem: str | None = None, head: int | None = None, data: bytes | None = None
) -> tuple[Article, ...]:
    """Read the stories of a file, or of the standard input for ``-``.

    The suffix chooses the format; where it is unknown, the first bytes do, and plain text is read as a page. An empty
    source is one story without blocks. Ids are made from ``stem``, which is the file's where none is given: ``stem``,
    ``stem-2`` ... With ``head`` only about so many bytes are read, up to the end of a paragraph, where the format
    allows it: enough for a first page. ``data`` is what the source holds, for who has read it already. Raises
    ``InputProblem`` where there is nothing to read.
    """
    name = display_name(path)
    stem = stem or stem_of(path)
    data = read_bytes(path) if data is None else data
    chosen = _format_for(path, data)
    if head is not None and len(data) > head and not chosen.whole:
        data = data[: max(data.rfind(b"\n\n", 0, head), data.rfind(b"\n", head // 2, head), head // 2)]
    if chosen.parse_bytes is not None:
        articles = chosen.parse_bytes(data, stem, name)
    else:
        articles = _parse_text(chosen, as_text(data, name, soft_hyphens=chosen.soft_hyphens), stem, name)
    return articles or (Article(stem, name, ()),)


def _parse_text(chosen: Format, text: str, stem: str, name: str) -> tuple[Article, ...]:
    """Parse clean text; what is too large to be a newspaper page is read paragraph by paragraph, without repair."""
    if not text or text.isspace() or chosen.parse is None:
        return ()
    if chosen.soft_hyphens and (reason := _more_than_a_page(text)):
        from tui_reader.formats.budget import Clock
        from tui_reader.formats.markup.assemble import assemble, with_cut
        from tui_reader.formats.markup.piece import Details
        from tui_reader.formats.markup.plain import plain_pieces

        clock = Clock()
        clock.tell(f"it is not repaired as a page (more than {reason})")
        return with_cut(assemble(plain_pieces(text), Details(), stem, name), clock)
    if not chosen.soft_hyphens or SOFT_HYPHEN not in text:
        return chosen.parse(text, stem, name)
    return tuple(map(without_soft_hyphens, chosen.parse(at_line_ends(text), stem, name)))


def _more_than_a_page(text: str) -> str:
    """Say of what a text has more than any page; nothing where it may be one."""
    if len(text) > PAGE_CHARACTERS:
        return f"{PAGE_CHARACTERS // MEBIBYTE} million characters"
    if text.count("\n\n") > PAGE_PARAGRAPHS:
        return f"{PAGE_PARAGRAPHS:,} paragraphs"
    return f"{PAGE_LINES:,} lines" if text.count("\n") > PAGE_LINES else ""


def _format_for(path: str | os.PathLike[str], data: bytes) -> Format:
    suffix = os.path.splitext(os.fspath(path))[1].lower()  # noqa: PTH122 - the path may be any bytes
    if os.fspath(path) == STDIN or suffix not in MODULES:
        suffix = _sniff(data)
    return load(MODULES[suffix])


def _sniff(data: bytes) -> str:
    """Tell a suffix from how a source begins."""
    head = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(b"PK\x03\x04") and b"application/epub+zip" in data[:_SNIFFED]:
        return ".epub"
    if head.startswith((b"---\n", b"---\r\n")):
        return ".md"
    if head[:15].lower().startswith((b"<!doctype html", b"<html")):
        return ".html"
    return PLAIN
