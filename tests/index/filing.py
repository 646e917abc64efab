"""Small stories with names for the tests of the store, and a resolver simple enough to be checked by eye."""

import re
from collections.abc import Mapping, Sequence

from tui_reader.index.value import Delivery, Filing, Identity, Named, Stamp
from tui_reader.model import Article, Block, BlockType, EntityKind, Figure, FigureKind, Mention

_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")
_NUMBER = re.compile(r"\d+")


def filing(story: str, *paragraphs: str) -> Filing:
    """Make a story; capitals in a row are names, digits are counts; names share the group of their last word."""
    blocks = tuple(Block(BlockType.PARAGRAPH, text) for text in paragraphs)
    article = Article(story, f"{story}.txt", blocks)
    found: dict[str, list[Mention]] = {}
    for match in _NAME.finditer(article.text):
        mention = Mention(story, match.start(), match.end(), match.group(), "a role", "")
        found.setdefault(match.group().lower(), []).append(mention)
    names = tuple(
        Named(
            key, mentions[0].text, EntityKind.PERSON, tuple(mentions), {"seen": len(mentions)}, (key, key.split()[-1])
        )
        for key, mentions in found.items()
    )
    figures = tuple(
        Figure(match.start(), match.end(), FigureKind.COUNT, int(match.group()), unit="ton", approx="about")
        for match in _NUMBER.finditer(article.text)
    )
    return Filing(article, figures, names)


def delivery(path: str, *filings: Filing, size: int = 1, after: str | None = None) -> Delivery:
    """Deliver stories as one file."""
    return Delivery(Stamp(path.encode(), size, 0), filings, after=after.encode() if after is not None else None)


def resolver(evidence: Mapping[str, Mapping[str, int]]) -> Mapping[str, Identity]:
    """Give a lone last word to the only full name that ends in it."""
    owners: dict[str, list[str]] = {}
    for key in evidence:
        if " " in key:
            owners.setdefault(key.split()[-1], []).append(key)
    roots = {key: owned[0] if len(owned := owners.get(key, [])) == 1 else key for key in evidence}
    return {
        key: Identity(root, root.title(), EntityKind.PERSON, "" if root == key else "surname")
        for key, root in roots.items()
    }


def many(count: int) -> Sequence[Delivery]:
    """Deliver so many small stories, a file each; ``River Ouse`` is in each of them."""
    return [
        delivery(
            f"{number:06}",
            filing(
                f"story-{number}", f"The River Ouse rose {number + 2} tons", f"said Ward{number % 50}A of word{number}"
            ),
        )
        for number in range(count)
    ]
