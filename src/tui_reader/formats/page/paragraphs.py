"""Paragraphs that the page lost: where a news editor would break a long run of sentences."""

import re

from tui_reader.formats.page.strand import Strand
from tui_reader.model import Span
from tui_reader.text.sentences import split_sentences

_MOST = 3
"""A paragraph has no more sentences."""
_LONG = 60
"""A quotation that goes on behind its attribution makes one paragraph of no more words."""
_SHORT = 30
_LINKED = 40
"""A short sentence that points back to the one before it stays with it up to so many words."""
_LINK = re.compile(r"(?:It|Its|They|Their|This|These)\b")
_QUOTES = '"“'
_SPOKEN = re.compile(
    r"[,?!][\"”]\s(?:[^\"“”]{1,90}\s)?(?:said|says|added|adds|explained|noted|recalled|told)\b[^\"“”]{0,120}\.$"
)
"""A quotation, then who said it."""
_INNER_END = re.compile(r"[.?!…][\"'”’»)\]}*_]*+\s")
"""Where this is not, there is but one sentence."""
_MARK = re.compile(r"[\"“”]")
_LOOKBEHIND = re.compile(r"[\s(\[—–-]")
_SAYS = re.compile(
    r"^(?:(?:he|she|they|\w+)\s)?(?:said|says|added|adds|told|asked|explained|noted|recalled)\b", re.IGNORECASE
)


def break_paragraphs(strand: Strand) -> list[Strand]:
    """Break body text into paragraphs of one to three sentences; quotations and their attributions stay whole."""
    text = strand.text
    sentences = split_sentences(text) if _INNER_END.search(text) else ()
    if len(sentences) < 2:
        return [strand] if text else []
    groups: list[list[Span]] = [[sentences[0]]]
    state = _Quotation()
    state.read(text[sentences[0].start : sentences[0].end])
    for sentence in sentences[1:]:
        words = text[sentence.start : sentence.end]
        if _belongs(text, groups[-1], words, inside=state.open):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
            state = _Quotation()
        state.read(words)
    return [strand.cut(group[0].start, group[-1].end) for group in groups]


class _Quotation:
    """Whether a quotation is open after the sentences read so far."""

    def __init__(self) -> None:
        self.open = False

    def read(self, words: str) -> None:
        for found in _MARK.finditer(words):
            index = found.start()
            straight = words[index] == '"'
            opens = index == 0 or bool(_LOOKBEHIND.match(words[index - 1]))
            self.open = opens if straight else words[index] == "“"


def _belongs(text: str, group: list[Span], words: str, *, inside: bool) -> bool:
    """Tell whether a sentence goes on with the paragraph before it."""
    begins_quote = words[:1] in _QUOTES
    if inside and not begins_quote:
        return len(group) < _MOST
    if len(group) >= _MOST:
        return False
    if _SAYS.match(words) and words.count(" ") < 7:
        return True
    before = text[group[-1].start : group[-1].end]
    total = before.count(" ") + words.count(" ") + 2
    if len(group) > 1 or total > _LONG:
        return False
    if begins_quote:
        return bool(_SPOKEN.search(before)) or (total < _SHORT and before[:1] in _QUOTES)
    return total <= _LINKED and before[:1] not in _QUOTES and bool(_LINK.match(words))
