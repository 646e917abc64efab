"""Where a line may end: after blanks, a word's own hyphen or dash, between ideographs; never inside what belongs together."""

import re
from dataclasses import dataclass

from tui_reader.reflow.glue import glue
from tui_reader.text import cells

BLANKS = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
"""Blanks at which a line may end; those that hold words together (U+00A0, U+2007, U+202F) are not among them."""
_BLANK_RUN = re.compile(f"[{BLANKS}]+")
_DASH = re.compile(r"(?<=\w\w)[-‐](?=[^\W\d_]\w)|[—–](?=[^\W\d_])(?<=[^\d\s][—–])")
_IDEOGRAPH = re.compile(f"[{cells.WIDE}]")
_CLOSING = "、。，．・：；？！゛゜ヽヾゝゞ々ー—…‥’”）〕］｝〉》」』】°′″℃￠％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ～〜!),.:;?\\]}%"
_OPENING = "‘“（〔［｛〈《「『【￥＄￡(\\[{$£¥€"
_BETWEEN_IDEOGRAPHS = re.compile(
    f"(?<=[{cells.WIDE}])(?<![{_OPENING}{BLANKS}])(?=[^{_CLOSING}{BLANKS}\u00a0\u202f\u2060])"
    f"|(?<![{_OPENING}{BLANKS}\\d\u00a0\u202f\u2060])(?=[{cells.WIDE}])(?=[^{_CLOSING}{BLANKS}])(?!^)"
)


@dataclass(frozen=True, slots=True)
class Opportunities:
    """The places of one stretch at which a line may end, in reading order; the last is the stretch's end."""

    ends: list[int]
    """Where a line broken here ends, in code points of the stretch; blanks at the break are left out."""
    begins: list[int]
    """Where the line after it begins."""
    glued: frozenset[int]
    """Blanks passed over because the words beside them belong together, by their first code point."""


def find(text: str) -> Opportunities:
    """Find the places of a stretch (no line breaks, no blanks at its end) at which a line may end."""
    spans = [found.span() for found in _BLANK_RUN.finditer(text)]
    if spans and not spans[0][0]:
        del spans[0]
    glued = glue(text)
    if glued:
        spans = [span for span in spans if span[0] not in glued]
    dashes = [found.end() for found in _DASH.finditer(text)]
    if dashes:
        spans = sorted(spans + [(place, place) for place in dashes])
    if not text.isascii():
        spans = _beyond_ascii(text, spans)
    ends = [span[0] for span in spans]
    begins = [span[1] for span in spans]
    ends.append(len(text))
    begins.append(len(text))
    return Opportunities(ends, begins, glued)


def _beyond_ascii(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Add the breaks between ideographs and drop those that would split a grapheme."""
    if _IDEOGRAPH.search(text):
        between = {found.start() for found in _BETWEEN_IDEOGRAPHS.finditer(text)} - {span[0] for span in spans}
        spans = sorted([*spans, *((place, place) for place in between if 0 < place < len(text))])
    if cells.is_intricate(text):
        borders, offset = set(), 0
        for grapheme in cells.graphemes(text):
            borders.add(offset)
            offset += len(grapheme)
        spans = [span for span in spans if span[0] in borders and span[1] in borders]
    return spans
