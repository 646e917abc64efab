"""Addresses on the net, as far as a reader may be sent to one."""

import re

LONGEST = 2000
"""Characters; browsers take about as much."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}+:")
_WEB = re.compile(r"https?://(?=[A-Za-z0-9\[])[!-~]+", re.IGNORECASE)
_KEPT = "".join(map(chr, range(0x21, 0x7F)))


def web_address(text: str) -> str:
    """Give an http or https address in printable ASCII, other letters percent-encoded; empty where it is none."""
    text = text.strip()
    if len(text) > LONGEST or text[:4].lower() != "http":
        return ""
    if not text.isascii():
        from urllib.parse import quote

        text = quote(text, safe=_KEPT)
    return text if len(text) <= LONGEST and _WEB.fullmatch(text) else ""


def has_scheme(text: str) -> bool:
    """Tell whether a reference names its scheme or host, so that it is no path."""
    return text.startswith("//") or _SCHEME.match(text) is not None
