"""A place in a text, remembered by the words around it, so that it is found again when the text has changed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

CONTEXT = 160
"""Code points kept on either side."""
_STEPS = (CONTEXT, 80, 40, 20)
"""How much of the context is looked for at once, best first; shorter stretches stand everywhere."""
_NEAR = 100_000
"""Code points on either side of the old offset in which reworded context is looked for."""
_RUN = 3
"""Words in a row that vote for a place."""
_OFTEN = 4
"""A run that stands this often in the context tells nothing."""
_TELLING = (8, 5)
"""Words in a row, the place's own among them, that are enough to know it by if they stand once in the text."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A place as it is stored."""

    offset: int
    """Code points into the text as it was."""
    before: str
    """The text up to the place, at most `CONTEXT` code points."""
    after: str
    """The text from the place on, at most `CONTEXT` code points."""


def remember(text: str, offset: int) -> Remembered:
    """Take down a place with the words around it; an offset outside the text is its nearest end."""
    offset = min(max(offset, 0), len(text))
    return Remembered(offset, text[max(0, offset - CONTEXT) : offset], text[offset : offset + CONTEXT])


def find_again(text: str, remembered: Remembered) -> int | None:
    """Find a remembered place in a text that may have changed; None where neither its words nor their like are left.

    Letter for letter first (of several equal places the nearest to the old offset), then by words alone, whatever
    stands between them and however they are divided or capitalised. Time is linear in the text.
    """
    offset, before, after = remembered.offset, remembered.before, remembered.after
    if not before and not after:
        return 0
    if not text:
        return None
    if offset <= len(text) and text.endswith(before, 0, offset) and text.startswith(after, offset):
        return offset
    for length in _STEPS:
        left, right = before[-length:], after[:length]
        found = _nearest(text, left + right, offset - len(left))
        if found is not None:
            return found + len(left)
    return _by_words(text, remembered)


def _nearest(text: str, part: str, near: int) -> int | None:
    """Give where ``part`` stands nearest to the offset ``near``, or None."""
    near = max(0, near)
    following = text.find(part, near)
    preceding = text.rfind(part, 0, near + len(part) - 1) if part else -1
    found = [position for position in (preceding, following) if position >= 0]
    return min(found, key=lambda position: abs(position - near)) if found else None


def _by_words(text: str, remembered: Remembered) -> int | None:
    """Find the stretch that holds most of the context's word runs, then the word within it."""
    start = max(0, min(remembered.offset, len(text)) - _NEAR)
    window = text[start : start + 2 * _NEAR]
    here = [(match.group().casefold(), start + match.start()) for match in _WORD.finditer(window)]
    left, right = _words(remembered.before), _words(remembered.after)
    if remembered.before[-1:].isalnum() and remembered.after[:1].isalnum() and left:
        right[:1] = [left.pop() + "".join(right[:1])]  # the place stood inside a word
    context = left + right
    words = [word for word, _ in here]
    for length in _TELLING:
        moved = _only(words, context, len(left), length)
        if moved is not None:
            return here[moved][1]
    shift = _best_shift(words, context)
    if shift is None:
        return None
    return _aligned(here, context, len(left), shift)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _only(words: list[str], context: list[str], place: int, length: int) -> int | None:
    """Give the word that a row of words around the place stands at, if one stands there alone; for moved passages."""
    rows = {
        tuple(context[first : first + length]): place - first for first in range(max(0, place - length + 1), place + 1)
    }
    places: dict[tuple[str, ...], list[int]] = {}
    for index, row in enumerate(_runs(words, length)):
        if row in rows:
            places.setdefault(row, []).append(index + rows[row])
    return next((found[0] for row in reversed(rows) if len(found := places.get(row, [])) == 1), None)


def _best_shift(words: list[str], context: list[str]) -> int | None:
    """Give by how many words the context lies later in the text, by the votes of its word runs; None without votes."""
    for run in (_RUN, 2):
        wanted: dict[tuple[str, ...], list[int]] = {}
        for position, piece in enumerate(_runs(context, run)):
            wanted.setdefault(piece, []).append(position)
        votes: Counter[int] = Counter()
        for position, piece in enumerate(_runs(words, run)):
            found = wanted.get(piece, ())
            for at in found if len(found) < _OFTEN else ():
                # Words put in or taken out move the votes of one side a little: neighbours count together.
                votes[(position - at) // 8] += 1
        if votes:
            best = max(votes, key=lambda shift: (votes[shift] + votes.get(shift + 1, 0), -abs(shift)))
            if votes[best] + votes.get(best + 1, 0) >= min(2, len(context) - run + 1):
                return best * 8
    return None


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[first:] for first in range(length)), strict=False)


def _aligned(here: list[tuple[str, int]], context: list[str], place: int, shift: int) -> int:
    """Lay the context over the text around it and give where the word at index ``place`` of the context went."""
    from difflib import SequenceMatcher

    first = max(0, shift - 16)
    window = here[first : shift + len(context) + 32]
    matcher = SequenceMatcher(None, context, [word for word, _ in window], autojunk=False)
    target = 0
    for old, new, length in matcher.get_matching_blocks():
        if length and old <= place < old + length:
            target = new + place - old
            break
        if length and old + length <= place:
            target = new + length  # the word itself went: what now follows the words before it
        elif length and target == 0:
            target = new
            break
    return window[min(target, len(window) - 1)][1]
