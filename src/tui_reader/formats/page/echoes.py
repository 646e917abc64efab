"""Echoes: pieces whose words the page prints a second time, as pull quotes and callouts do."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

_WORD = re.compile(r"\w[\w'’.,-]*\w|\w")
_POINTS = str.maketrans("", "", "'’.,-")
_KEY = 4
_LONGEST = 120
_HEAD = 1_200
_OCCURRENCES = 6
_NEAR = 4
"""Behind how many pieces an interrupted text is looked for."""


def _fold(word: str) -> str:
    return word.casefold().translate(_POINTS)


def find_echoes(pieces: Sequence[str], asked: Sequence[int]) -> dict[int, int]:
    """Tell for each piece asked for how many of its first words stand inside another piece, in the same order.

    A piece's own beginning does not count, nor that of another: insets repeat the body, not each other. Pieces of
    fewer than four words have no echo. The cost is linear in the page.
    """
    heads = {index: [_fold(word) for word in _WORD.findall(pieces[index][:_HEAD])[:_LONGEST]] for index in asked}
    wanted: dict[tuple[str, ...], list[int]] = {tuple(head[:_KEY]): [] for head in heads.values() if len(head) >= _KEY}
    if not wanted:
        return dict.fromkeys(asked, 0)
    words: list[str] = []
    begins: list[int] = []
    for piece in pieces:
        begins.append(len(words))
        words += [_fold(word) for word in _WORD.findall(piece)]
    page = _Words(words, begins)
    firsts, first_words = {key[0] for key in wanted}, set(begins)
    for index, word in enumerate(words):
        if word in firsts and index not in first_words:
            places = wanted.get(tuple(words[index : index + _KEY]))
            if places is not None and len(places) < _OCCURRENCES:
                places.append(index)
    return {
        index: max((page.follow(head, place) for place in wanted.get(tuple(head[:_KEY]), [])), default=0)
        for index, head in heads.items()
    }


def end_of_words(text: str, count: int) -> int:
    """Give where the first ``count`` words of ``text`` end, counted as an echo counts them."""
    found = next(islice(_WORD.finditer(text), count - 1, None), None)
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
