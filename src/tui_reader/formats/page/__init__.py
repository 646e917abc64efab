"""Page repair: a newspaper page whose columns and insets were shuffled, put back into clean stories.

The steps, each a module: ``lines`` and ``pieces`` read the page, ``plain`` lets through what is no page, ``insets``
cuts loose what is fused, ``traits``, ``evidence`` and ``label`` tell what each piece is, ``assemble`` rejoins the body,
``articles`` writes the result.
No word is lost or invented, and what is not broken is not repaired.
"""

from tui_reader.formats.page.articles import write_article
from tui_reader.formats.page.assemble import assemble, keep_rules
from tui_reader.formats.page.hyphens import Vocabulary
from tui_reader.formats.page.insets import dress
from tui_reader.formats.page.label import label
from tui_reader.formats.page.lines import Mark, read_lines
from tui_reader.formats.page.pieces import gather, split_tails
from tui_reader.formats.page.plain import is_page, is_whole, label_plain
from tui_reader.formats.page.style import read_style
from tui_reader.model import Article, BlockType

__all__ = ["SUFFIXES", "parse"]

SUFFIXES = (".txt", ".text")
"""The file endings that page repair reads."""


def parse(text: str, stem: str, source: str) -> tuple[Article, ...]:
    """Repair a page: ``text`` is sanitised, with newlines and tabs as its only controls; no text gives no article."""
    vocabulary = Vocabulary(text)
    gathered = split_tails(gather(read_lines(text), vocabulary))
    pieces = [piece for piece in gathered if piece.mark is not Mark.RULE]
    dressed, traits = ([], []) if is_whole(pieces) else dress(pieces)
    if is_page(traits):
        pieces, labels = dressed, label(traits, read_style(traits))
    else:
        labels = label_plain(pieces)
    rules = [piece for piece in gathered if piece.mark is Mark.RULE]
    if not any(found.type is BlockType.HEADLINE for found in labels):
        pieces, labels = keep_rules(pieces, labels, rules)
    stories = assemble(pieces, labels, vocabulary)
    ends = [*(story.begin for story in stories[1:]), len(text)]
    return tuple(
        write_article(story, end, text, stem if number == 1 else f"{stem}-{number}", source)
        for number, (story, end) in enumerate(zip(stories, ends, strict=False), 1)
    )
