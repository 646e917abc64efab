"""What a page says about its making: who contributed, where a story goes on, whose the rights are."""

import re

_CONTRIBUTED = re.compile(
    r"\bcontributed\s+(?:to\s+(?:this|the)\s+(?:story|report|article|dispatch|piece|feature|coverage|column|news|item)"
    r"|(?:additional\s+|further\s+)?(?:reporting|research|writing|material)\b)|\bcontributed\W{0,3}$"
    r"|\b(?:also|reporters?|staff|bureau)\s+contributed\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\W{0,4}(?:(?:with\s+)?(?:additional|further|extra|supplementary)\s+(?:reporting|material|research|writing|work|words)\b"
    r"|with\s+(?:reporting|files|reports|contributions|inputs?|material|agenc)"
    r"|(?:reporting|reported|editing|edited|research|researched|translated|translation|compiled|writing|written)"
    r"\s*(?::|by\s)\s*[A-Z]"
    r"|contributors?\s*:)",
    re.IGNORECASE,
)
_HINTS = ("contribut", "reporting", "material", "research", "edit", "written", "compiled", "translat")
FURNITURE = re.compile(
    r"^\W{0,4}(?:(?:story\s+)?continue[sd]\s+(?:on|from|overleaf|to|in)\b"
    r"|(?:please\s+)?(?:turn|see|go)\s+(?:also\s+)?(?:to\s+)?(?:[\w' ]{1,40},?\s+)?page\b"
    r"|from\s+page\s|page\s+\w?\d+\s*$"
    r"|jump\s+to\s+page"
    r"|more\s+(?:on|at)\s+(?:page|www)|©|copyright\b"
    r"|all\s+rights\s+reserved|printed\s+(?:in|by)\b|published\s+by\b|vol(?:ume)?\.?\s+\w+,?\s+no|advertisement\s*$"
    r"|(?:read|see)\s+more\b|subscribe\s+(?:to|at|now|today)|follow\s+(?:us|the)\b"
    r"|(?:https?://|www\.)\S+\s*$|[\w.+-]{1,64}@[\w.-]{1,64}\s*$"
    r"|this\s+(?:story|article)\s+(?:first|was\s+(?:first|originally)|originally)\b"
    r"|to\s+contact\s+the\s+(?:reporter|editor)"
    r"|for\s+more\s+(?:stories|information|news),?\s+(?:visit|go|see)|\d{1,3}\s*$|[A-Z]\d{1,2}\s*$)",
    re.IGNORECASE,
)
"""Page furniture: jump lines, page numbers, rights, addresses."""


def is_note(text: str) -> bool:
    """Tell whether ``text`` is, or holds, a note on who else worked on a story."""
    return bool(_NOTE.match(text) or ("contributed" in text.lower() and _CONTRIBUTED.search(text)))


def may_hold_note(text: str) -> bool:
    """Tell quickly whether a sentence of ``text`` may be such a note."""
    return any(map(text.lower().__contains__, _HINTS))
