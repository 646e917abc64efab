"""Where a line may end.

After blanks, after a word's own hyphen or dash, between ideographs; never inside what belongs together.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, count
from operator import add

from tui_reader.reflow.glue import glue
from tui_reader.text import cells

BLANKS = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
"""Blanks at which a line may end; those that hold words together (U+00A0, U+2007, U+202F) are left out."""
_BLANK_RUN = re.compile(f"[{BLANKS}]+")
_ODD_BLANK = re.compile(f"[{BLANKS[1:]}]")
_DASH = re.compile(r"[-‐](?:(?<=\w\w[-‐])(?=[^\W\d_]\w)|(?<=\w--)(?=\w))|[—–](?<=[^\d\s][—–])(?=[^\W\d_]|[“‘\"'])")
"""A letter alone is not parted from its word ("e-mail"), nor are the figures of a range."""
_CLOSING = (
    "、。，．・：；？！゛゜ヽヾゝゞ々ー—…‥’”）〕］｝〉》」』】°′″℃￠％‰～〜!),.:;?\\]}%"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_OPENING = "‘“（〔［｛〈《「『【￥＄￡(\\[{$£¥€"
_STIFF = "\u00a0\u2007\u202f\u2060\ufeff"
"""Characters that hold their neighbours together."""


@lru_cache(maxsize=1)
def _between_ideographs() -> re.Pattern[str]:
    """Compile where a line may end beside an ideograph, when a text first holds one: it takes 3 ms."""
    return re.compile(
        f"(?<![{_OPENING}{BLANKS}{_STIFF}])(?=[^{_CLOSING}{BLANKS}{_STIFF}])"
        f"(?:(?<=[{cells.WIDE}])|(?<=[^\\d])(?=[{cells.WIDE}]))"
    )


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The places of one stretch at which a line may end, in reading order; the last is the stretch's end."""

    ends: list[int]
    """Where a line broken here ends, in code points of the stretch; blanks at the break are left out."""
    begins: list[int]
    """Where the line after it begins."""
    glued: frozenset[int]
    """Blanks passed over because the words beside them belong together."""


def find(text: str) -> Opportunities:
    """Find the places of a stretch (no line breaks, no blanks at its end) at which a line may end."""
    spans = _between_words(text)
    glued = glue(text)
    if glued:
        spans = [span for span in spans if span[0] not in glued]
    plain = text.isascii()
    if not plain or "-" in text:
        dashes = [found.end() for found in _DASH.finditer(text)]
        spans = sorted(spans + [(place, place) for place in dashes])
    if not plain:
        spans = _beyond_ascii(text, spans)
    ends = [span[0] for span in spans]
    begins = [span[1] for span in spans]
    ends.append(len(text))
    begins.append(len(text))
    return Opportunities(ends, begins, glued)


def is_between_ideographs(text: str, place: int) -> bool:
    """Tell whether a line may end at a place because an ideograph stands beside it."""
    return _between_ideographs().match(text, place) is not None


def _between_words(text: str) -> list[tuple[int, int]]:
    """Find the runs of blanks, but for one that ``text`` begins with."""
    if "  " in text or text.startswith(" ") or _ODD_BLANK.search(text):
        spans = [found.span() for found in _BLANK_RUN.finditer(text)]
        return spans[1:] if spans and not spans[0][0] else spans
    # Adding up the lengths between single spaces takes a fraction of the time.
    spans = [(place, place + 1) for place in map(add, accumulate(map(len, text.split(" "))), count())]
    spans.pop()
    return spans


def _beyond_ascii(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the breaks between ideographs and drop those that would split a grapheme."""
    if cells.is_narrow(text):
        return spans
    taken = {span[0] for span in spans}
    between = {found.start() for found in _between_ideographs().finditer(text, 1)} - taken
    spans = sorted([*spans, *zip(between, between, strict=True)])
    if cells.is_intricate(text):
        borders = set(accumulate(map(len, cells.graphemes(text))))
        spans = [span for span in spans if span[0] in borders and span[1] in borders]
    return spans
