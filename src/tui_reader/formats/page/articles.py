"""Articles from assembled stories: blocks, the raw page under them, and a record of every repair."""

from collections.abc import Sequence
from itertools import pairwise

from tui_reader.formats.page.assemble import Section, Story
from tui_reader.formats.page.strand import Run
from tui_reader.model import Article, Block, BlockType, Origin, Repair, RepairKind
from tui_reader.model.article import ATTRIBUTION_BREAK, BLOCK_BREAK

_HYPHENS = "-‐¬\u00ad"
_INSETS = frozenset({BlockType.CAPTION, BlockType.PULLQUOTE, BlockType.CALLOUT})


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
    repairs = _record(runs, sections, raw, {place - story.begin: sure for place, sure in story.joins.items()})
    same = BLOCK_BREAK.join(block.content for block in blocks) == raw
    return Article(
        id=identity,
        source=source,
        blocks=tuple(blocks),
        repairs=tuple(repairs),
        raw="" if same else raw,
        origins=() if same else tuple(Origin(run.start, run.page, run.length) for run in runs),
    )


def _record(
    runs: Sequence[Run], sections: Sequence[tuple[int, Section]], raw: str, joins: dict[int, float]
) -> list[Repair]:
    """Read the repairs off the runs: what the page has between two neighbours tells what was done there."""
    repairs = []
    for left, right in pairwise(runs):
        end, begin = left.start + left.length, left.page + left.length
        if right.start - end > 1:
            continue
        gap = raw[begin : right.page] if right.page >= begin else ""
        sure = joins.get(right.page, 0.95)
        if gap[:1] in _HYPHENS and gap and right.start == end:
            repairs.append(Repair(RepairKind.DEHYPHENATED, end, end, begin, right.page, sure))
        elif gap in {"\\", "**"} and right.start == end:
            repairs.append(Repair(RepairKind.UNESCAPED, end, end, begin, right.page, 1.0))
        if right.page in joins:
            repairs.append(Repair(RepairKind.REJOINED, end, right.start, begin, right.page, sure))
    bodied = any(section.type is BlockType.PARAGRAPH for _, section in sections)
    previous = -1
    body_end = -1
    for start, section in sections:
        begin = section.strand.begin
        if section.type in _INSETS and section.strand.runs and bodied:
            place = section.strand.runs[0].page
            kind = RepairKind.LIFTED
            repairs.append(
                Repair(kind, start, start + len(section.strand.text), place, section.strand.end, section.lifted)
            )
        if section.type is BlockType.PARAGRAPH and previous == begin - 1 and body_end >= 0:
            repairs.append(Repair(RepairKind.PARAGRAPHED, start, start, begin, begin, 0.8))
        if section.type is BlockType.PARAGRAPH:
            body_end = previous = section.strand.end
    return sorted(repairs, key=lambda repair: (repair.start, repair.end, repair.kind))
