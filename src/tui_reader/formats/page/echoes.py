"""Echoes: pieces whose words the page prints a second time, as pull quotes and callouts do."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w[\w'’.,-]*\w|\w")
_KEY = 4
_LONGEST = 120
_HEAD = 1_200
_OCCURRENCES = 6


def _fold(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum())


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
    begins: set[int] = set()
    for piece in pieces:
        begins.add(len(words))
        words += [_fold(word) for word in _WORD.findall(piece)]
    firsts = {key[0] for key in wanted}
    for index, word in enumerate(words):
        if word in firsts and index not in begins:
            places = wanted.get(tuple(words[index : index + _KEY]))
            if places is not None and len(places) < _OCCURRENCES:
                places.append(index)
    return {index: _longest(head, words, wanted.get(tuple(head[:_KEY]), [])) for index, head in heads.items()}


def _longest(head: list[str], words: list[str], places: list[int]) -> int:
    longest = 0
    for place in places:
        length = 0
        while length < len(head) and place + length < len(words) and words[place + length] == head[length]:
            length += 1
        longest = max(longest, length)
    return longest
