"""Finds the line a TOML key stands on, which the standard parser does not tell."""

import re
from collections.abc import Iterator

DEPTH = 4
"""How deep keys are told apart; no setting lies deeper than two."""
_PIECE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{0,5}'  # a string of several lines
    r"|'''(?:[^']|'(?!''))*+'{0,5}"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|[\[\]{}\n=]"
    r"|[^\[\]{}\n=\"'#]++",
    re.DOTALL,
)
_PART = re.compile(r"\s*+(?:\"((?:[^\"\\]|\\.)*+)\"|'([^']*+)'|([^\s.\"'=\[\]]++))\s*+(?:\.|$)")


def key_lines(text: str) -> dict[tuple[str, ...], int]:
    """Give for each key of a TOML text, as a path from the root, the line it first stands on (from 1).

    Made for error messages: escapes within quoted keys are not undone, and keys of inline tables are not given. The
    text need not be valid. Linear in its length.
    """
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for line, statement in _statements(text):
        if statement.startswith("["):
            table = _path(statement.strip("[] \t\r"))[:DEPTH]
            lines.setdefault(table, line)
        elif statement.endswith("="):
            path = table + _path(statement[:-1])
            for length in range(len(table) + 1, min(len(path), DEPTH) + 1):
                lines.setdefault(path[:length], line)
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Give each table header, and each key with its ``=``, with its line."""
    line, depth, head, in_value = 1, 0, "", False
    for piece in _PIECE.findall(text):
        if piece == "\n":
            if not depth:
                if head.strip():
                    yield line, head.strip()
                head, in_value = "", False
        elif in_value:
            depth += (piece in "[{") - (piece in "]}")
            depth = max(depth, 0)
        elif piece == "=":
            yield line, f"{head.strip()}="
            head, in_value = "", True
        elif not piece.startswith("#"):
            head += piece
        line += piece.count("\n")
    if head.strip():
        yield line, head.strip()


def _path(dotted: str) -> tuple[str, ...]:
    return tuple(next(filter(None, found), "") for found in _PART.findall(dotted))
