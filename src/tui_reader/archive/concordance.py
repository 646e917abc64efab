"""Keyword in context."""

from tui_reader.model import Article, TextHit

_AROUND = 60
"""Code points given at each side, at most."""


def concordance_line(article: Article, start: int, end: int) -> TextHit:
    """Give a stretch of a story with what stands before and after it in its block."""
    text = article.text
    left = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    after = text.find("\n", end, end + _AROUND)
    right = after if after >= 0 else end + _AROUND
    return TextHit(article.id, start, end, text[left:start], text[start:end], text[end:right])
