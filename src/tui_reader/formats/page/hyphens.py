"""Words broken at the end of a line or column: whether the hyphen goes, stays, or is left alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui_reader.formats.page.lexicon import band, table
from tui_reader.formats.page.strand import Strand, tie_parts

_HYPHENS = "-‐¬\u00ad"
_LEFT = re.compile(r"([\w'’]+(?:[-‐][\w'’]+)*)[-‐¬\u00ad]$")
_RIGHT = re.compile(r"[\w'’]+(?:[-‐][\w'’]+)*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:-[^\W_]+(?:['’][^\W_]+)*)*")
_WINDOW = 60
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ies", "y"),
)
_BRITISH = re.compile(r"is(e[ds]?|ing|ations?|ers?)$")
_SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})
_KEPT = table(
    "non ex self all so well half cross vice quasi euro afro anglo sino pro anti mid pre post co hi much far long short"
    " high low full part multi mini north south"
)
"""First parts that newspapers mostly leave a hyphen after."""
_LOOSE = table("in on by no up off de re")
"""The same, where the table does not have the word written solid."""
_SOLID = table("un dis tele hydro aero micro mono syn")
"""First parts that are mostly written solid."""
_SECONDS = table(
    "based led born made style owned run wide like related shaped sized free backed bound friendly funded built class"
    " type term day year week old time rich poor wide up in on off out down by away over together"
)
"""Second parts of compounds."""


@dataclass(frozen=True)
class Vocabulary:
    """The words that a page prints whole; worked out when first asked."""

    page: str

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word inside a line, in small letters, compounds with their hyphens."""
        return frozenset(_WORD.findall(" ".join(set(self.page.lower().split()))))


def is_broken(text: str) -> bool:
    """Tell whether ``text`` stops at a hyphen after a letter or figure."""
    return len(text) > 1 and text[-1] in _HYPHENS and (text[-2].isalnum() or text[-2] == "_")


@dataclass(frozen=True, slots=True)
class Seam:
    """How the two sides of a break are sewn together."""

    drop: int
    """How many letters the left side loses: 1 for a hyphen that goes."""
    between: str
    """What is put between the sides: nothing or a blank."""
    confidence: float


BLANK = Seam(0, " ", 0.97)
"""The seam between two whole words."""


def seam(left: str, right: str, vocabulary: Vocabulary) -> Seam:
    """Decide how ``left``, the text before a break, goes on with ``right``."""
    if not is_broken(left):
        return BLANK
    before, after = _LEFT.search(left[-_WINDOW:]), _RIGHT.match(right[:_WINDOW])
    if not before or not after:
        return Seam(0, " ", 0.6)
    if after[0].lower() in _SUSPENDED and left[-1] in "-‐" and not band(before[1] + after[0]):
        return Seam(0, " ", 0.9)
    joined, confidence = _joins(before[1].lstrip("'’") or before[1], after[0], vocabulary, soft=left[-1] in "¬\u00ad")
    return Seam(int(joined), "", confidence)


def sew(strands: Sequence[Strand], vocabulary: Vocabulary) -> Strand:
    """Tie strands that follow each other into one text, mending words broken where two meet."""
    if len(strands) == 1:
        return strands[0]
    parts: list[tuple[str, Strand]] = []
    between = " "
    for index, strand in enumerate(strands):
        if index + 1 == len(strands):
            parts.append((between, strand))
            break
        found = seam(strand.text, strands[index + 1].text, vocabulary)
        parts.append((between, strand.cut(0, len(strand.text) - found.drop)))
        between = found.between
    return tie_parts(parts)


def _joins(left: str, right: str, vocabulary: Vocabulary, *, soft: bool) -> tuple[bool, float]:
    """Decide whether the hyphen between two parts goes (``True``) or stays, and how surely."""
    if soft:
        return True, 0.98
    if left[-1].isdigit() or right[0].isdigit():
        return False, 0.9
    whole, compound = (left + right).lower(), f"{left}-{right}".lower()
    if len(left) == 1 and left.isalpha():
        return False, 0.9
    if right[0].isupper() and not (left.isupper() and right.isupper()):
        return left in {"Mc", "Mac", "O'", "O’"}, 0.9
    if left.isupper() and len(left) > 1 and right.islower() and band(right):
        return False, 0.9
    words = vocabulary.words
    if whole in words and compound not in words:
        return True, 0.97
    if compound in words and whole not in words:
        return False, 0.97
    last, first = re.split(r"[-‐]", left)[-1].lower(), re.split(r"[-‐]", right)[0].lower()
    inside = last != left.lower() or first != right.lower()
    return _by_table(_bare(last), _bare(first), inside=inside, named=left[0].isupper())


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _by_table(left: str, right: str, *, inside: bool, named: bool) -> tuple[bool, float]:
    """Decide by the table of words; ``inside`` a longer compound, or where the left part is ``named`` by a capital."""
    whole, before, after = band(left + right) or _inflected(left + right), band(left), band(right)
    after = after or (band(right[:-1]) if right.endswith("s") and len(right) > 4 else 0)
    if left in {"north", "south"} and right.startswith(("east", "west")):
        return False, 0.6
    if left in {"re", "co", "pre", "de"} and right[0] == left[-1] and after:
        return False, 0.7
    if whole:
        told = len(left) > 2 and len(right) > 2 and 0 < before <= 2 and 0 < after <= 2
        shaky = whole > 2 and after and (left in _KEPT or (right in _SECONDS and before))
        return (False, 0.6) if shaky or (whole > 3 and told) else (True, 0.95 if not (before and after) else 0.9)
    if not after or left in _SOLID or (named and len(right) <= 4 and right not in _SECONDS and not inside):
        return True, 0.75
    if inside and (before or len(left) < 4):
        return False, 0.9
    if left in _KEPT or left in _LOOSE or (right in _SECONDS and (before or len(left) > 3)):
        return False, 0.85
    return (False, 0.75) if before and len(left) > 2 and len(right) > 2 else (True, 0.75)


def _inflected(word: str) -> int:
    """Tell how common the word is that ``word`` is a form of, in American spelling too; 0 where none is found."""
    for form in (word, _BRITISH.sub(r"iz\1", word)):
        for ending, base in _ENDINGS:
            stem = form.removesuffix(ending)
            found = band(stem + base) if form.endswith(ending) and len(stem) > 2 else 0
            if found:
                return found
    return 0
