"""Echoes: pieces whose words the page prints a second time, as pull quotes and callouts do."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count, islice

_WORD = re.compile(r"\w[\w'’.,-]*\w|\w")
_POINTS = "'’.,-"
_QUOTES_AND_DASHES = "“”‘–—"
_SEPARATE = re.compile(r"\w+")
_ASCII: dict[int, str | None] = {
    code: chr(code).lower() if chr(code).isalnum() or chr(code) == "_" else " " for code in range(128)
}
_ASCII |= dict.fromkeys(map(ord, "'.,-"))
_KEY = 4
_LONGEST = 120
_OCCURRENCES = 6
_NEAR = 4
"""Behind how many pieces an interrupted text is looked for."""


def fold_words(text: str) -> list[str]:
    """Give the words of a text without case and the points inside them."""
    if not text.isascii():
        text = text.replace("’", "")
        for mark in _QUOTES_AND_DASHES:
            text = text.replace(mark, " ")
    if text.isascii():
        return text.translate(_ASCII).split()
    text = text.casefold()
    for point in _POINTS:
        text = text.replace(point, "")
    return _SEPARATE.findall(text)


class Folds(dict[str, list[str]]):
    """The folded words of each text of a page; each text is folded once, when first asked."""

    def __missing__(self, text: str) -> list[str]:
        """Fold a text that was not asked for before."""
        folded = self[text] = fold_words(text)
        return folded


def find_echoes(pieces: Sequence[list[str]], asked: Sequence[int]) -> dict[int, int]:
    """Tell for each piece asked for how many of its first words stand inside another piece, in the same order.

    The pieces come as folded words. A piece's own beginning does not count, nor that of another: insets repeat the
    body, not each other. Pieces of fewer than four words have no echo. The cost is linear in the page.
    """
    heads = {index: pieces[index][:_LONGEST] for index in asked}
    wanted: dict[tuple[str, ...], list[int]] = {tuple(head[:_KEY]): [] for head in heads.values() if len(head) >= _KEY}
    if not wanted:
        return dict.fromkeys(asked, 0)
    words = list(chain.from_iterable(pieces))
    begins = [0, *accumulate(map(len, pieces[:-1]))]
    page = _Words(words, begins)
    first_words = set(begins)
    windows = zip(words, words[1:], words[2:], words[3:], strict=False)
    for index in compress(count(), map(wanted.__contains__, windows)):
        places = wanted[tuple(words[index : index + _KEY])]
        if index not in first_words and len(places) < _OCCURRENCES:
            places.append(index)
    return {
        index: max((page.follow(head, place) for place in wanted.get(tuple(head[:_KEY]), [])), default=0)
        for index, head in heads.items()
    }


def end_of_words(text: str, number: int) -> int:
    """Give where the first ``number`` words of ``text`` end, counted as an echo counts them."""
    found = next(islice(_WORD.finditer(text), number - 1, None), None)
    return found.end() if found else len(text)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a page, and where in them its pieces begin."""

    words: list[str]
    begins: list[int]

    def follow(self, head: list[str], place: int) -> int:
        """Tell how many words of ``head`` stand from ``place`` on; the body may go on behind an inset."""
        length = 0
        while length < len(head) and place < len(self.words):
            if self.words[place] == head[length]:
                place, length = place + 1, length + 1
                continue
            jumped = self._jump(head[length:], place)
            if jumped < 0:
                break
            place, length = jumped, length + 1
        return length

    def _jump(self, rest: list[str], place: int) -> int:
        """Give where the text goes on behind the first word of ``rest``, where a piece ends at ``place``; else -1.

        The word stands first in one of the next pieces, or is broken over the two.
        """
        number = bisect_left(self.begins, place)
        broken = (
            number < len(self.begins) and self.begins[number] == place + 1 and rest[0].startswith(self.words[place])
        )
        if not broken and (number >= len(self.begins) or self.begins[number] != place):
            return -1
        wanted = rest[0].removeprefix(self.words[place]) if broken else rest[0]
        for begin in self.begins[number : number + _NEAR]:
            if wanted and begin < len(self.words) and self.words[begin] == wanted:
                return begin + 1
        return -1
