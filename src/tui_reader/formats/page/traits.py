"""What can be told of a piece by itself: how it starts and stops, how long it is, what it looks like."""

from dataclasses import dataclass
from enum import StrEnum

from tui_reader.formats.page import phrases
from tui_reader.formats.page.hyphens import is_broken
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.phrases import Byline
from tui_reader.formats.page.pieces import Piece
from tui_reader.text.sentences import ends_sentence

_QUOTES = "\"“”‘’'«»"
_FUNCTION = frozenset(
    (
        "the a an this that these those it its he his she her they their we our i you your there here in on at by for from with"
        " as but and or so yet if when while after before since until although though because however meanwhile to of into"
        " over under about between among through during against than nor not is was are were be been has have had will would"
        " can could may might must should who which whose where what how why all some many most more one two three no every"
        " each both such other another only also"
    ).split(" ")
)
_MONEY = "$€£¥₹"


class Start(StrEnum):
    """What a piece begins with."""

    LOWER = "lower"
    FUNCTION = "function"
    """A capitalised word that mid-sentence would have a small letter: "The", "In"."""
    NAME = "name"
    """Any other capitalised word."""
    FIGURE = "figure"
    QUOTE = "quote"
    OTHER = "other"


class Stop(StrEnum):
    """What a piece ends with."""

    CLOSED = "closed"
    OPEN = "open"
    BROKEN = "broken"
    """At a hyphen, inside a word."""
    HUNGRY = "hungry"
    """At an article, a preposition, a comma: more must follow."""


@dataclass(frozen=True, slots=True)
class Traits:
    """The traits of one piece; the labeller reads nothing else of it."""

    words: int
    mark: Mark
    level: int
    start: Start
    stop: Stop
    capitals: bool
    """All its letters are capitals."""
    titled: bool
    """Most of its longer words are capitalised."""
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
    ruled: bool
    gap: int
    fused: bool
    cued: bool
    """It begins as captions do: "Above:", "Pictured"."""
    form: str
    """Its look, for telling one paper's headings from another's."""


_CUES = (
    "photo:", "caption:", "above:", "below:", "left:", "right:", "above,", "below,", "left,", "right,", "pictured", "(above)",
    "clockwise", "from left", "top:", "bottom:", "picture:", "in this file photo", "a file photo", "file photo", "top,",
    "[photo", "(photo", "(left", "(right", "image:", "main picture", "main photo", "inset:",
)  # fmt: skip


def read_traits(piece: Piece, *, spoken: bool, credited: bool, repeated: bool) -> Traits:
    """Read the traits of a piece."""
    text = piece.text
    short = len(text) <= 400
    words = len(text.split()) if short else max(60, text.count(" ") + 1)
    head = text[:400]
    letters = [c for c in head if c.isalpha()]
    capitals = len(letters) > 1 and not any(c.islower() for c in letters)
    return Traits(
        words=words,
        mark=piece.mark,
        level=piece.level,
        start=read_start(text),
        stop=read_stop(text),
        capitals=capitals,
        titled=short and _is_titled(text),
        quoted=_is_quoted(text),
        spoken=spoken,
        credited=credited,
        byline=phrases.byline_strength(text) if short else Byline.NO,
        contributed=words <= 45 and bool(phrases.CONTRIBUTED.search(head)),
        furniture=words <= 30 and bool(phrases.FURNITURE.match(head)),
        repeated=repeated,
        ruled=piece.ruled,
        gap=piece.gap,
        fused=piece.fused,
        cued=head.lower().startswith(_CUES),
        form=_read_form(piece, capitals=capitals),
    )


def read_start(text: str) -> Start:
    """Tell what ``text`` begins with."""
    first = text[:1]
    if first in _QUOTES:
        inner = text.lstrip(_QUOTES)[:1]
        return Start.LOWER if inner.islower() else Start.QUOTE
    if first.isdigit() or first in _MONEY:
        return Start.FIGURE
    if first.islower():
        return Start.LOWER
    if first.isupper():
        word = text.split(maxsplit=1)[0].strip(",.;:'’\"”").lower() if text.strip() else ""
        return Start.FUNCTION if word in _FUNCTION else Start.NAME
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
        return Stop.CLOSED
    tail = text[-60:].rstrip(_QUOTES)
    if tail.endswith(","):
        return Stop.HUNGRY if text[-1:] == "," else Stop.OPEN
    words = tail.split()
    return Stop.HUNGRY if words and words[-1].lower() in _FUNCTION else Stop.OPEN


def _is_titled(text: str) -> bool:
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)


def _is_quoted(text: str) -> bool:
    if len(text) > 700:
        return False
    opened = text[:1] in "\"“«‘'"
    closed = text.rstrip(" .")[-1:] in "\"”»’'" or text[-1:] in '"”»'
    return opened or (closed and '"' not in text[:-2] and "“" not in text)


def _read_form(piece: Piece, *, capitals: bool) -> str:
    if piece.mark is Mark.HEADING or piece.mark is Mark.UNDERLINED:
        return f"{piece.mark}{piece.level}"
    return f"{piece.mark}{'-capitals' if capitals else ''}"
