"""The page as it came: lines, told apart by what their first and last marks show."""

import re
from enum import StrEnum
from typing import NamedTuple

from tui_reader.formats.page.strand import Strand, place_text, tie


class Mark(StrEnum):
    """How a piece of the page is marked, by typewriter, Markdown or typography."""

    PLAIN = "plain"
    HEADING = "heading"
    UNDERLINED = "underlined"
    BOLD = "bold"
    ITALIC = "italic"
    QUOTED = "quoted"
    BRACKETED = "bracketed"
    LIST = "list"
    RULE = "rule"


class Line(NamedTuple):
    """One line of the page that is not blank."""

    strand: Strand
    mark: Mark
    level: int = 0
    """1 to 6 for a heading with number signs; 1 or 2 for an underlined one; else 0."""
    indent: int = 0
    """Blanks before the first letter."""
    gap: int = 0
    """Blank lines before it; the page's first line counts as after a gap."""


MONEY = "$€£¥₹"
"""Signs that stand before a sum."""
_MARKS = frozenset("-–—·#*+_=~•‣▪●■>([{|<0123456789")
"""What the first letter of a line is where it is marked at all; but for the list's ``a)``."""
_RULE = re.compile(r"(?:[-*_=~—–•·#+][ \t]*+){3,}+$")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_CLOSING = re.compile(r"[ \t]+#{1,6}[ \t]*$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,})$")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_LIST = re.compile(r"(?:[-+*•‣▪●■·–][ \t]+|\(?\d{1,3}[.)][ \t]+|\(?[a-z][)][ \t]+)(?=\S)")
_BOLD = re.compile(r"(\*\*\*?|__)(?=\S)([^*\n]{1,600})(?<=\S)\1$")
_ITALIC = re.compile(r"([*_])(?=[^\s*_])([^*\n]{1,900})(?<=[^\s*])\1$")
_DECORATED = re.compile(r"([*=~#+<>_-]{2,8})[ \t]+(\S(?:.{0,400}\S)?)[ \t]+[*=~#+<>_-]{2,8}$")
_BRACKETS = (("[", "]"), ("(", ")"), ("{", "}"), ("|", "|"), ("<", ">"))
_BOLD_PAIR = re.compile(r"\*\*(?=\S)[^*\n]{1,400}(?<=\S)\*\*")
_ESCAPE = re.compile(r"\\(?=[$%&#_{}~^*])")


def read_lines(page: str) -> list[Line]:
    """Read the lines of a page that are not blank, in order; the only controls in ``page`` are newlines and tabs."""
    lines: list[Line] = []
    start, gap = 0, 1
    for raw in page.split("\n"):
        strand = place_text(raw, start)
        if not strand.text:
            gap += 1
        else:
            if gap == 0 and lines and _UNDERLINE.fullmatch(strand.text) and _may_be_underlined(lines[-1], strand.text):
                lines[-1] = _underline(lines[-1], strand)
            else:
                lines.append(_read_line(strand, strand.begin - start, gap))
            gap = 0
        start += len(raw) + 1
    return lines


def is_figured(text: str) -> bool:
    """Tell whether a figure comes first in ``text``, behind whatever marks set it off."""
    bare = text[:12].lstrip("([{<|>«»*•‣▪●■·–—+-\"“‘' \t")
    return bare[:1].isdigit() or (bare[:1] in MONEY and bool(bare))


def strip_escapes(strand: Strand) -> Strand:
    """Take out the backslashes that LaTeX and Markdown put before signs, and the asterisks round bold words."""
    text = strand.text
    if "\\" not in text and "**" not in text:
        return strand
    drop = [(found.start(), found.end()) for found in _ESCAPE.finditer(text)]
    for found in _BOLD_PAIR.finditer(text):
        drop += [(found.start(), found.start() + 2), (found.end() - 2, found.end())]
    return without(strand, drop)


def without(strand: Strand, drop: list[tuple[int, int]]) -> Strand:
    """Give a strand with some stretches left out; they must not overlap."""
    if not drop:
        return strand
    kept, position = [], 0
    for start, end in sorted(drop):
        kept.append(strand.part(position, start))
        position = end
    kept.append(strand.part(position, len(strand.text)))
    return tie(kept, "").cut(0)


def _may_be_underlined(line: Line, rule: str) -> bool:
    return line.mark in {Mark.PLAIN, Mark.BOLD, Mark.ITALIC} and len(line.strand.text) <= max(3 * len(rule), 30)


def _underline(line: Line, rule: Strand) -> Line:
    return Line(line.strand, Mark.UNDERLINED, 1 if rule.text[0] == "=" else 2, line.indent, line.gap)


def _read_line(strand: Strand, indent: int, gap: int) -> Line:
    text = strand.text
    if text[0] not in _MARKS and text[1:2] != ")":
        return Line(strip_escapes(strand), Mark.PLAIN, 0, indent, gap)
    if _RULE.match(text):
        return Line(strand, Mark.RULE, 0, indent, gap)
    heading = _HEADING.match(text)
    if heading:
        closing = _CLOSING.search(text, heading.end())
        inner = strand.cut(heading.end(), closing.start() if closing else None)
        return Line(strip_escapes(unwrap(inner)[0]), Mark.HEADING, len(heading[1]), indent, gap)
    quoted = _QUOTED.match(text)
    if quoted and len(text) > quoted.end():
        return Line(strip_escapes(unwrap(strand.cut(quoted.end()))[0]), Mark.QUOTED, 0, indent, gap)
    decorated = _DECORATED.match(text) if text[0] in "*=~#+<>-_" else None
    if decorated:
        return Line(strip_escapes(strand.cut(decorated.start(2), decorated.end(2))), Mark.BOLD, 0, indent, gap)
    inner, mark = unwrap(strand)
    if mark is Mark.PLAIN and _LIST.match(text):
        mark = Mark.LIST
    return Line(strip_escapes(inner), mark, 0, indent, gap)


def unwrap(strand: Strand) -> tuple[Strand, Mark]:
    """Take emphasis off a line that it wraps whole; brackets stay."""
    text = strand.text
    bold = _BOLD.match(text) if text[:1] in "*_" else None
    if bold:
        width = len(bold[1])
        return strand.cut(width, len(text) - width), Mark.BOLD
    italic = _ITALIC.match(text) if text[:1] in "*_" else None
    if italic:
        return strand.cut(1, len(text) - 1), Mark.ITALIC
    if any(text.startswith(first) and text.endswith(last) and len(text) > 4 for first, last in _BRACKETS):
        return strand, Mark.BRACKETED
    return strand, Mark.PLAIN
