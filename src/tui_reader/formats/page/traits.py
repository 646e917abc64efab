"""What can be told of a piece by itself: how it starts and stops, how long it is, what it looks like."""

import re
from enum import StrEnum
from typing import NamedTuple

from tui_reader.formats.page.bylines import Byline, byline_strength
from tui_reader.formats.page.hyphens import is_broken
from tui_reader.formats.page.lexicon import band, table
from tui_reader.formats.page.lines import MONEY, Mark, is_figured
from tui_reader.formats.page.notices import FURNITURE, is_note
from tui_reader.formats.page.pieces import Piece
from tui_reader.model import BlockType
from tui_reader.text.sentences import ends_sentence

_QUOTES = "\"“”‘’'«»"
_OPENING = "\"“«‘'"
_CLOSING = "\"”»’'"
_TITLE_WORDS = 30
"""A headline has no more,"""
_CLOSED_TITLE_WORDS = 16
"""and one with a full stop behind it hardly so many."""
_CALLOUT_WORDS = 34
"""Nor has a callout."""
_NAME = 24
"""In so many letters stands the name that a piece gives itself."""
_FUNCTION = table(
    "the a an this that these those it its he his she her they their we our i you your there here in on at by"
    " for from with as but and or so yet if when while after before since until although though because"
    " however meanwhile to of into over under about between among through during against than nor not is was"
    " are were be been has have had will would can could may might must should who which whose where what how"
    " why all some many most more one two three no every each both such other another only also"
)
_HUNGRY = table(
    "the a an its his her their our your my in on at by for from with as but and or if when while before since"
    " until although though because to of into over under about between among through during against than nor"
    " is was are were be been has have had will would can could may might must should who which whose where"
    " how why every no very almost still now mr mrs ms dr"
)
"""Words that a sentence does not stop at."""


class Start(StrEnum):
    """What a piece begins with."""

    LOWER = "lower"
    FUNCTION = "function"
    """A capitalised word that mid-sentence would have a small letter: "The", "In"."""
    WORD = "word"
    """Another capitalised word of the language, with a small letter after it: seldom a name."""
    NAME = "name"
    """Any other capitalised word."""
    FIGURE = "figure"
    QUOTE = "quote"
    OTHER = "other"


class Stop(StrEnum):
    """What a piece ends with."""

    CLOSED = "closed"
    SOFT = "soft"
    """At a full stop or mark that need not end the sentence: "U.S.", "Inc.", a question quoted."""
    OPEN = "open"
    BROKEN = "broken"
    """At a hyphen, inside a word."""
    HUNGRY = "hungry"
    """At an article, a preposition, a comma: more must follow."""


CLOSED = frozenset({Stop.CLOSED, Stop.SOFT})
"""The stops after which a text may begin anew."""


class Traits(NamedTuple):
    """The traits of one piece; the labeller reads nothing else of it."""

    words: int
    mark: Mark
    level: int
    start: Start
    stop: Stop
    capitals: bool
    """All its letters are capitals."""
    quoted: bool
    """It begins or ends with a quotation mark that has no partner, or is a quotation from end to end."""
    spoken: bool
    """It has a speaker for an attribution."""
    credited: bool
    """It has a photo credit for an attribution."""
    byline: Byline
    contributed: bool
    furniture: bool
    repeated: bool
    """Its words stand elsewhere on the page, too."""
    figured: bool
    """A figure comes first in it, behind whatever marks set it off."""
    fused: bool
    cued: bool
    """It begins as captions do: "Above:", "Pictured"."""
    told: BlockType | None
    """The kind that it names itself ("HEADLINE: ...")."""
    form: str
    """Its look, for telling one paper's headings from another's."""
    head: str
    """Its words, where they are few enough for a headline's."""

    @property
    def titled(self) -> bool:
        """Whether most of its longer words are capitalised."""
        initials = [word[0] for word in self.head.split() if len(word) > 3 and word[0].isalpha()]
        return bool(initials) and sum(map(str.isupper, initials)) >= 0.75 * len(initials)

    @property
    def closed(self) -> bool:
        """Whether it stops where a sentence may stop."""
        return self.stop in CLOSED

    @property
    def plain(self) -> bool:
        """Whether it is a whole paragraph, as far as can be told of it by itself: nothing sets it apart."""
        return not (
            self.mark is not Mark.PLAIN
            or self.byline
            or self.start is Start.LOWER
            or self.stop not in CLOSED
            or self.quoted
            or self.capitals
            or self.repeated
            or (self.figured and self.words <= _CALLOUT_WORDS)
            or self.spoken
            or self.credited
            or self.contributed
            or self.furniture
            or self.fused
            or self.cued
            or self.told
        )


_CLITIC = re.compile(r"['’](?:s|re|m|ve|ll|d|t)$")
_SOFT = re.compile(
    r"(?:\b(?:[A-Za-z]\.){2,4}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|in|ft|lb|vs|Ave|Bros|Cos|Dept|Univ)\.|[?!][\"”’'])$"
)
_CUES = (
    "photo:",
    "caption:",
    "above:",
    "below:",
    "left:",
    "right:",
    "above,",
    "below,",
    "left,",
    "right,",
    "pictured",
    "(above)",
    "clockwise",
    "from left",
    "top:",
    "bottom:",
    "picture:",
    "in this file photo",
    "a file photo",
    "file photo",
    "top,",
    "[photo",
    "(photo",
    "(left",
    "(right",
    "image:",
    "main picture",
    "main photo",
    "inset:",
)
_CUE = max(map(len, _CUES))


_NAMED = re.compile(
    r"\W{0,3}(headline|title|kicker|standfirst|sub-?head(?:line)?|deck|byline|(?:photo |picture )?caption"
    r"|pull[- ]?quote"
    r"|call-?out|fact ?box|sidebar|cross-?head)\s?:\s",
    re.IGNORECASE,
)
_TOLD = {
    "headline": BlockType.HEADLINE,
    "title": BlockType.HEADLINE,
    "kicker": BlockType.KICKER,
    "standfirst": BlockType.STANDFIRST,
    "subhead": BlockType.STANDFIRST,
    "subheadline": BlockType.STANDFIRST,
    "deck": BlockType.STANDFIRST,
    "byline": BlockType.BYLINE,
    "caption": BlockType.CAPTION,
    "photo caption": BlockType.CAPTION,
    "picture caption": BlockType.CAPTION,
    "pullquote": BlockType.PULLQUOTE,
    "pull quote": BlockType.PULLQUOTE,
    "callout": BlockType.CALLOUT,
    "call out": BlockType.CALLOUT,
    "crosshead": BlockType.CROSSHEAD,
    "cross head": BlockType.CROSSHEAD,
}


def read_traits(piece: Piece, *, repeated: bool) -> Traits:
    """Read the traits of a piece; ``repeated`` says that its words stand elsewhere on the page, too."""
    text = piece.text
    short = len(text) <= 400
    words = len(text.split()) if short else max(60, text.count(" ") + 1)
    head = text[:400]
    stop = read_stop(text)
    most = _CLOSED_TITLE_WORDS if stop in CLOSED else _TITLE_WORDS
    capitals = head.isupper() and sum(map(str.isalpha, head)) > 1
    return Traits(
        words=words,
        mark=piece.mark,
        level=piece.level,
        start=read_start(text),
        stop=stop,
        capitals=capitals,
        quoted=_is_quoted(text),
        spoken=piece.spoken,
        credited=piece.credited,
        byline=byline_strength(text) if short else Byline.NO,
        contributed=words <= 45 and is_note(head),
        furniture=words <= 30 and bool(FURNITURE.match(head)),
        repeated=repeated,
        figured=is_figured(text),
        fused=piece.fused,
        cued=text[:_CUE].lower().startswith(_CUES),
        told=_TOLD.get(named[1].lower().replace("-", " "))
        if ":" in head[:_NAME] and (named := _NAMED.match(head))
        else None,
        form=_read_form(piece, capitals=capitals),
        head=text if words <= most else "",
    )


def read_start(text: str) -> Start:
    """Tell what ``text`` begins with."""
    first = text[:1]
    if first in _QUOTES:
        inner = text.lstrip(_QUOTES)[:1]
        return Start.LOWER if inner.islower() else Start.QUOTE
    if first.isdigit() or first in MONEY:
        return Start.FIGURE
    if first.islower():
        return Start.LOWER
    if first.isupper():
        words = text[:80].split(maxsplit=2)
        word = words[0].strip(",.;:'’\"”").lower()
        word = word if word.isalpha() else _CLITIC.sub("", word)
        if word in _FUNCTION:
            return Start.FUNCTION
        return Start.WORD if len(words) > 1 and words[1][:1].islower() and band(word) else Start.NAME
    if first and first in "([{" and text[1:2].islower():
        return Start.LOWER
    if first and first in ",;.)—–":
        return Start.LOWER
    return Start.OTHER


def read_stop(text: str) -> Stop:
    """Tell what ``text`` ends with."""
    if is_broken(text):
        return Stop.BROKEN
    if ends_sentence(text[-200:]):
        return Stop.SOFT if not text[-6:-1].isalpha() and _SOFT.search(text[-24:]) else Stop.CLOSED
    tail = text[-60:].rstrip(_QUOTES)
    if tail.endswith(","):
        return Stop.HUNGRY if text[-1:] == "," else Stop.OPEN
    words = tail.split()
    return Stop.HUNGRY if words and words[-1].lower() in _HUNGRY else Stop.OPEN


def _is_quoted(text: str) -> bool:
    """Tell whether a text is one quotation: a mark at either end, and nothing outside the marks."""
    if len(text) > 700:
        return False
    bare = text.rstrip(" .,")
    opened, closed = text[:1] in _OPENING, bare[-1:] in _CLOSING
    if opened and not closed:
        return not any(mark in bare[1:-1] for mark in '"”»')
    return closed and (opened or not any(mark in bare[1:-1] for mark in '"“”«»'))


def _read_form(piece: Piece, *, capitals: bool) -> str:
    if piece.mark is Mark.HEADING or piece.mark is Mark.UNDERLINED:
        return f"{piece.mark}{piece.level}"
    return f"{piece.mark}-capitals" if capitals else piece.mark.value
