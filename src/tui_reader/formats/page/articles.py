"""Articles from assembled stories: blocks, and the raw page under them."""

from collections.abc import Iterator, Sequence

from tui_reader.formats.page.assemble import Section, Story
from tui_reader.formats.page.record import record_moves, record_seams
from tui_reader.formats.page.strand import Run
from tui_reader.model import Article, Block, BlockType, Origin
from tui_reader.model.article import ATTRIBUTION_BREAK, BLOCK_BREAK


def write_article(story: Story, end: int, page: str, identity: str, source: str) -> Article:
    """Make the article of a story whose part of the page stops at ``end``."""
    raw = page[story.begin : end].rstrip()
    blocks: list[Block] = []
    sections: list[tuple[int, Section]] = []
    position = 0
    for section in story.sections:
        sections.append((position, section))
        depth = int(section.type is BlockType.LIST_ITEM)
        block = Block(section.type, section.strand.text, section.attribution.text, depth=depth)
        blocks.append(block)
        position += len(block.content) + len(BLOCK_BREAK)
    repairs = list(record_moves(sections, story.begin))
    same = BLOCK_BREAK.join([block.content for block in blocks]) == raw
    if same and not story.joins:
        return Article(identity, source, tuple(blocks), repairs=tuple(repairs))
    runs = list(_lay(sections, story.begin))
    joins = {place - story.begin: sure for place, sure in story.joins.items()}
    repairs += record_seams(runs, raw, joins)
    repairs.sort(key=lambda repair: (repair.start, repair.end, repair.kind))
    return Article(
        id=identity,
        source=source,
        blocks=tuple(blocks),
        repairs=tuple(repairs),
        raw="" if same else raw,
        origins=() if same else tuple(Origin(*run) for run in runs),
    )


def _lay(sections: Sequence[tuple[int, Section]], begin: int) -> Iterator[Run]:
    """Lay the text of sections, each with its place in the article, over the page from ``begin`` on."""
    for position, section in sections:
        for run in section.strand.runs:
            yield Run(position + run.start, run.page - begin, run.length)
        shift = position + len(section.strand.text) + len(ATTRIBUTION_BREAK)
        for run in section.attribution.runs:
            yield Run(shift + run.start, run.page - begin, run.length)
