"""What a page says about its making: who contributed, where a story goes on, whose the rights are."""

import re

CONTRIBUTED = re.compile(
    r"\bcontributed\s+(?:to\s+(?:this|the)\s+(?:story|report|article|dispatch|piece|feature|coverage|column|news|item)"
    r"|(?:additional\s+|further\s+)?(?:reporting|research|writing|material)\b)|\bcontributed\W{0,3}$"
    r"|^\W{0,4}(?:with\s+)?(?:additional|further|extra|supplementary)\s+(?:reporting|material|research|writing|work|words)\b"
    r"|^\W{0,4}with\s+(?:reporting|files|reports|contributions|inputs?|material|agenc)"
    r"|^\W{0,4}(?:reporting|reported|editing|edited|research|researched|translated|translation|compiled|writing|written)"
    r"\s*(?::|by\s)\s*[A-Z]"
    r"|\b(?:also|reporters?|staff|bureau)\s+contributed\b|^\W{0,4}contributors?\s*:",
    re.IGNORECASE,
)
"""A note on who else worked on a story."""
CONTRIBUTED_HINT = re.compile(r"contribut|reporting|material|research|edit|written|compiled|translat", re.IGNORECASE)
"""A quick look for :data:`CONTRIBUTED`."""
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
