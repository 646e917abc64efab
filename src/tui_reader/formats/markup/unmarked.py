"""Reads the blocks of a Markdown text of headings and paragraphs alone, as most stories are, without the parser."""

_OPENERS = frozenset("\"'“‘«($£€¥…¿¡@%/&.,;!?)”’")
"""What a paragraph's line may begin with besides a letter: signs that begin no block of Markdown."""
_EMPHASIS = "*_"
_BLANKS = " \t"
_DEEPEST = 6
"""The lowest level of headings."""


def unmarked_blocks(text: str) -> list[tuple[int, str]] | None:
    """Give each block's level of heading, 0 for a paragraph, and its marked-up content.

    None where any line begins as quotes, lists, tables, code or underlined headings do, or in a way not known here: the
    parser is to say what that is.
    """
    blocks: list[tuple[int, str]] = []
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line and is_prose(line):
            lines.append(line)
            continue
        if line and line[0] != "#":
            return None
        if lines:
            blocks.append((0, (lines[0] if len(lines) == 1 else "\n".join(lines)).rstrip(_BLANKS)))
            lines = []
        if line:
            content = line.lstrip("#")
            level, parted = len(line) - len(content), content[:1] == " "
            content = content.strip(_BLANKS)
            if level > _DEEPEST or not parted or not content or content[-1] == "#":
                return None
            blocks.append((level, content))
    if any(content[-1].isspace() or content[0].isspace() for _, content in blocks):
        return None
    return blocks


def is_prose(line: str) -> bool:
    """Tell whether a line can only be (part of) a paragraph, whatever stands around it."""
    first = line[0]
    if first.isalpha() or first in _OPENERS:
        return True
    if first in _EMPHASIS:
        return line.lstrip(_EMPHASIS)[:1].isalpha()
    return first.isdecimal() and first.isascii() and line.lstrip("0123456789")[:1] not in {".", ")"}
