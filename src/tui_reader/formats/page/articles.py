"""Articles from assembled stories: blocks, and the raw page under them."""

from tui_reader.formats.page.assemble import Section, Story
from tui_reader.formats.page.record import record_moves, record_seams
from tui_reader.formats.page.strand import Run
from tui_reader.model import Article, Block, Origin
from tui_reader.model.article import ATTRIBUTION_BREAK, BLOCK_BREAK


def write_article(story: Story, end: int, page: str, identity: str, source: str) -> Article:
    """Make the article of a story whose part of the page stops at ``end``."""
    raw = page[story.begin : end].rstrip()
    blocks: list[Block] = []
    runs: list[Run] = []
    sections: list[tuple[int, Section]] = []
    position = 0
    for section in story.sections:
        sections.append((position, section))
        runs += [Run(position + run.start, run.page - story.begin, run.length) for run in section.strand.runs]
        block = Block(section.type, section.strand.text, section.attribution.text)
        shift = position + len(block.text) + len(ATTRIBUTION_BREAK)
        runs += [Run(shift + run.start, run.page - story.begin, run.length) for run in section.attribution.runs]
        blocks.append(block)
        position += len(block.content) + len(BLOCK_BREAK)
    joins = {place - story.begin: sure for place, sure in story.joins.items()}
    repairs = [*record_seams(runs, raw, joins), *record_moves(sections, story.begin)]
    repairs.sort(key=lambda repair: (repair.start, repair.end, repair.kind))
    same = BLOCK_BREAK.join(block.content for block in blocks) == raw
    return Article(
        id=identity,
        source=source,
        blocks=tuple(blocks),
        repairs=tuple(repairs),
        raw="" if same else raw,
        origins=() if same else tuple(Origin(run.start, run.page, run.length) for run in runs),
    )
