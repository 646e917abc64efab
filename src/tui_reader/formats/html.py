"""Stories in web pages: the article's text, without what surrounds it."""

import re

from tui_reader.formats.source import as_text
from tui_reader.model import Article

SUFFIXES = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}["']?([A-Za-z0-9_:-]{2,30})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096


def parse_bytes(data: bytes, stem: str, source: str) -> tuple[Article, ...]:
    """Give the stories of a page; raise ``InputProblem`` where the bytes are no text."""
    from tui_reader.formats.budget import Clock  # the parser is loaded only where it is used
    from tui_reader.formats.markup.assemble import assemble, with_cut
    from tui_reader.formats.markup.web import read_page

    clock = Clock()
    pieces, details = read_page(as_text(data, source, declared=declared_charset(data)), clock)
    return with_cut(assemble(pieces, details, stem, source), clock)


def declared_charset(data: bytes) -> str:
    """Give the character set that a page's head names; empty where it names none."""
    found = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    return found[1].decode("ascii") if found else ""
