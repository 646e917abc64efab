"""Echoes: pieces whose words the page prints a second time, as pull quotes and callouts do."""

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w[\w'’.,-]*\w|\w")
_KEY = 4
_LONGEST = 120
_OCCURRENCES = 6


def _fold(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum())


def find_echoes(page: str, texts: Sequence[str]) -> list[int]:
    """Tell for each text how many of its first words stand elsewhere on the page, in the same order.

    Texts of fewer than four words have none. The cost is linear in the page.
    """
    heads = [[_fold(word) for word in _WORD.findall(text[:1200])[:_LONGEST]] for text in texts]
    wanted: dict[tuple[str, ...], list[int]] = {tuple(head[:_KEY]): [] for head in heads if len(head) >= _KEY}
    if not wanted:
        return [0] * len(heads)
    words = [_fold(word) for word in _WORD.findall(page)]
    firsts = {key[0] for key in wanted}
    for index, word in enumerate(words):
        if word in firsts:
            places = wanted.get(tuple(words[index : index + _KEY]))
            if places is not None and len(places) < _OCCURRENCES:
                places.append(index)
    return [_second_longest(head, words, wanted.get(tuple(head[:_KEY]), [])) for head in heads]


def _second_longest(head: list[str], words: list[str], places: list[int]) -> int:
    lengths = []
    for place in places:
        length = 0
        while length < len(head) and place + length < len(words) and words[place + length] == head[length]:
            length += 1
        lengths.append(length)
    return sorted(lengths)[-2] if len(lengths) > 1 else 0
