"""Paragraphs that the page lost: where a news editor would break a long run of sentences."""

import re

from tui_reader.formats.page.strand import Strand
from tui_reader.model import Span
from tui_reader.text.sentences import split_sentences

_LONG = 45
"""A paragraph of so many words takes no further sentence."""
_LOOKBEHIND = re.compile(r"[\s(\[—–-]")
_SAYS = re.compile(
    r"^(?:(?:he|she|they|\w+)\s)?(?:said|says|added|adds|told|asked|explained|noted|recalled)\b", re.IGNORECASE
)


def break_paragraphs(strand: Strand) -> list[Strand]:
    """Break body text into paragraphs of one to three sentences; quotations and their attributions stay whole."""
    text = strand.text
    sentences = split_sentences(text)
    if len(sentences) < 2:
        return [strand] if strand else []
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
        for index, mark in enumerate(words):
            if mark == "“":
                self.open = True
            elif mark == "”":
                self.open = False
            elif mark == '"':
                opens = index == 0 or bool(_LOOKBEHIND.match(words[index - 1]))
                self.open = opens


def _belongs(text: str, group: list[Span], words: str, *, inside: bool) -> bool:
    """Tell whether a sentence goes on with the paragraph before it."""
    begins_quote = words[:1] in '"“'
    if inside and not begins_quote:
        return len(group) < 3
    if _SAYS.match(words) and len(words.split()) < 8:
        return True
    return False
