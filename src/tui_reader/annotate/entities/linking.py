"""Tie the short names of a story to the full ones: by surname, leading words, acronym. Never by edit distance."""

from tui_reader.annotate.entities.bodies import (
    link_acronyms,
    link_described,
    link_heads,
    link_leading,
    link_storms,
    link_trailing,
)
from tui_reader.annotate.entities.lexicon import lexicon
from tui_reader.annotate.entities.pools import Links, Pool
from tui_reader.annotate.entities.scores import PERSON
from tui_reader.annotate.entities.surnames import WIVES, link_longer, link_persons


def link_names(pools: dict[str, Pool], text: str) -> Links:
    """Give for each short name what it stands for in the story of that text."""
    known = lexicon()
    links: Links = {}
    for pool in pools.values():
        pool.choose()
    persons = [
        pool
        for pool in pools.values()
        if pool.kind == PERSON and " " in pool.form and pool.form.partition(" ")[0] not in WIVES
    ]
    link_longer(persons, links)
    link_persons(pools, [pool for pool in persons if (pool.form, -1) not in links], links, known)
    link_acronyms(pools, text, links, known)
    link_leading(pools, links, known)
    link_trailing(pools, links, known)
    link_described(pools, links)
    link_storms(pools, links, known)
    link_heads(pools, links, known)
    return links
