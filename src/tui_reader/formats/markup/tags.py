"""Cuts HTML and XML into tags and text, in one pass, whatever is damaged in it.

No tree is built and no entity is defined here, so nothing a document says can make it grow.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:_.-]{0,60}+)([^<>]*+)>")
# A quoted value may hold angle brackets; how far a quotation may reach is bounded, since it may never end.
_LONG_TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9:_.-]{0,60}+)((?:[^<>"']++|"[^"]{0,4000}+"|'[^']{0,4000}+'){0,50}+)>"""
)
_LONG_TAGS = 500
"""How often a document may try a tag with angle brackets in its values."""
_ATTRIBUTE = re.compile(
    r"""([A-Za-z_:@][\w:.@-]{0,60}+)(?:[ \t\n]{0,20}+=[ \t\n]{0,20}+("[^"]*+"|'[^']*+'|[^\s"'>]++))?"""
)
_RAW = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "textarea", "select"})
"""Elements whose content is no text of the story, and is passed over unread."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or an end tag."""

    name: str
    """In small letters, without a namespace prefix."""
    closes: bool
    inside: str
    """What stands between the name and the bracket."""

    def attributes(self) -> dict[str, str]:
        """Give the attributes, their names in small letters and without prefix."""
        return {
            match[1].lower().rpartition(":")[2]: _unescape((match[2] or "").strip("\"'"))
            for match in _ATTRIBUTE.finditer(self.inside)
        }


def cut(text: str) -> Iterator[tuple[Tag | str, int]]:
    """Give the tags and the texts between them, and where each begins.

    Character references are resolved, comments and scripts left out.
    """
    position, long_tags, size = 0, _LONG_TAGS, len(text)
    unclosed: set[str] = set()
    while position < size:
        opens = text.find("<", position)
        if opens < 0:
            break
        if opens > position:
            yield _unescape(text[position:opens]), position
        passed = _pass_over(text, opens, unclosed)
        if passed is not None:
            if text.startswith("<![CDATA[", opens):
                yield text[opens + 9 : passed - 3], opens
            position = passed
            continue
        match = _TAG.match(text, opens)
        if long_tags and (match is None or match[3].count('"') % 2 or match[3].count("'") % 2):
            long_tags -= 1
            match = _LONG_TAG.match(text, opens) or match
        if match is None:
            yield "<", opens
            position = opens + 1
            continue
        tag = Tag(match[2].lower().rpartition(":")[2], bool(match[1]), match[3])
        position = match.end()
        if tag.name in _RAW and not tag.closes and not tag.inside.endswith("/"):
            position = _end_of_raw(text, tag.name, position, unclosed)
            continue
        yield tag, opens
    if position < size:
        yield _unescape(text[position:]), position


def _unescape(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character number of thousands of digits
        return text


def _pass_over(text: str, opens: int, unclosed: set[str]) -> int | None:
    """Give where a comment, declaration or instruction ends; None where there is none, or it never ends."""
    for start, end in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
        if text.startswith(start, opens) and start not in unclosed:
            closes = text.find(end, opens + len(start))
            if closes >= 0:
                return closes + len(end)
            unclosed.add(start)
    return None


def _end_of_raw(text: str, name: str, position: int, unclosed: set[str]) -> int:
    """Give where an element that is passed over ends; where it never does, only its tag is passed over."""
    if name in unclosed:
        return position
    end = re.compile(rf"</(?:[\w-]{{1,20}}:)?{name}\s*+>", re.IGNORECASE).search(text, position)
    if end is None:
        unclosed.add(name)
        return position
    return end.end()
