"""Keyword in context."""

from tui_reader.model import Article, TextHit

AROUND = 60
"""Code points given at each side, at most, where nothing else is asked for."""


def concordance_line(article: Article, start: int, end: int, around: int = AROUND) -> TextHit:
    """Give a stretch of a story with what stands before and after it in its block."""
    text = article.text
    left = max(text.rfind("\n", 0, start) + 1, start - around)
    after = text.find("\n", end, end + around)
    right = after if after >= 0 else end + around
    return TextHit(article.id, start, end, text[left:start], text[start:end], text[end:right])
