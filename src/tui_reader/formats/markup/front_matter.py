"""Front matter: the details between two lines of three hyphens at the head of a Markdown file."""

import re
from dataclasses import dataclass

from tui_reader.formats.budget import FRONT_MATTER_CHARACTERS, FRONT_MATTER_DEPTH
from tui_reader.formats.markup.piece import Details
from tui_reader.text.address import web_address
from tui_reader.text.sanitise import safe_line

_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z_][\w-]{0,60}):(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]{0,8}-[ \t]+(.*)$")
_QUOTED = re.compile(r'"([^"\\]*)"|\'([^\']*)\'')
_URLS = ("url", "link", "canonical", "canonical_url", "original", "source_url", "source")
"""Keys under which the original's address may stand, the surest first."""
_NOT_PLAIN_START = tuple("[]{}&*!|>'\"%@`#,?-:")

Values = dict[str, tuple[str, ...]]
"""The texts under each key, in small letters; a single value is a tuple of one."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A source's front matter and what follows it."""

    details: Details
    unread: tuple[str, ...]
    """The lines of front matter that makes no sense, to be shown as text."""
    body_start: int
    """Where in the source the text begins."""


def read_front_matter(text: str) -> FrontMatter:
    """Split the front matter off; without any, the details are empty and the body is all there is."""
    nothing = FrontMatter(Details(), (), 0)
    if not text.startswith("---"):
        return nothing
    opened = text.find("\n") + 1
    if not opened or text[3:opened].strip():
        return nothing
    closing = _CLOSING.search(text, opened, opened + FRONT_MATTER_CHARACTERS)
    if closing is None:
        return nothing
    inner = text[opened : closing.start()]
    values = _read_simple(inner)
    if values is None:
        values = _read_yaml(inner)
    if values is None:
        return FrontMatter(Details(), tuple(line for line in inner.split("\n") if line.strip()), closing.end())
    return FrontMatter(_details(values), (), closing.end())


def _details(values: Values) -> Details:
    def one(*keys: str, between: str = " ") -> str:
        return next((safe_line(between.join(values[key])) for key in keys if values.get(key)), "")

    return Details(
        title=one("title", "headline"),
        kicker=one("kicker"),
        standfirst=one("standfirst", "subtitle", "description"),
        byline=one("byline", "author", "authors", between=", "),
        provenance=one("source", "publication"),
        date=one("date", "published"),
        url=next(filter(None, (web_address(text) for key in _URLS for text in values.get(key, ()))), ""),
        credits=tuple(safe_line(text) for key in ("credits", "credit") for text in values.get(key, ())),
    )


def _read_simple(inner: str) -> Values | None:
    """Read plain and quoted one-line values and lists of them: nearly all front matter, without loading YAML."""
    values: Values = {}
    key = ""
    for line in inner.split("\n"):
        if not line.strip():
            continue
        if (item := _ITEM.match(line)) and key and (not values[key] or line[0] in " \t-"):
            text = _scalar(item[1])
            if text is None:
                return None
            values[key] = (*values[key], text)
            continue
        entry = _ENTRY.match(line)
        if entry is None or entry[1].lower() in values:
            return None
        key = entry[1].lower()
        text = _scalar(entry[2] or "")
        if text is None:
            return None
        values[key] = (text,) if text else ()
        if text:
            key = ""
    return values


def _scalar(text: str) -> str | None:
    """Give the value of a one-line scalar; None where it takes YAML to tell."""
    text = text.strip(" \t")
    if quoted := _QUOTED.fullmatch(text):
        return quoted[1] or quoted[2] or ""
    if text.startswith(_NOT_PLAIN_START) or ": " in text or " #" in text or text.endswith(":") or text == "~":
        return None
    return text


def _read_yaml(inner: str) -> Values | None:
    """Read a YAML mapping of texts and lists of texts; None where it is anything else, or tries anything clever."""
    from tui_reader.formats.markup.plain_yaml import load_plain  # loading YAML takes longer than reading most stories

    found = load_plain(inner, FRONT_MATTER_DEPTH)
    if not isinstance(found, dict):
        return None
    return {str(key).lower(): _texts(value) for key, value in found.items()}


def _texts(value: object) -> tuple[str, ...]:
    """Give the texts of a value; of a mapping in a list (``- name: ...``), its values."""
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return tuple(text for part in value for text in _texts(part))
    return ()
