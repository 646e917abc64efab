"""The record of repairs: read off how a story's text lies over its part of the page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tui_reader.formats.page.assemble import Section
from tui_reader.formats.page.label import INSETS
from tui_reader.formats.page.strand import Run
from tui_reader.model import BlockType, Repair, RepairKind

_HYPHENS = "-‐¬\u00ad"
_SURE = 0.95
_PARAGRAPHED = 0.8


def record_seams(runs: Sequence[Run], raw: str, joins: Mapping[int, float]) -> Iterator[Repair]:
    """Give what was done where two runs of text meet: what the page has between them tells.

    The runs lie over ``raw``; ``joins`` has the sureness of each join by where in ``raw`` its right side begins.
    """
    for left, right in pairwise(runs):
        end, begin = left.start + left.length, left.page + left.length
        if right.start - end > 1:
            continue
        gap = raw[begin : right.page]
        if right.start == end and gap[:1] and gap[0] in _HYPHENS:
            sure = joins.get(right.page, _SURE)
            yield Repair(RepairKind.DEHYPHENATED, end, end, begin, right.page, sure)
        elif right.start == end and gap in {"\\", "**"}:
            yield Repair(RepairKind.UNESCAPED, end, end, begin, right.page, 1.0)
        if right.page in joins:
            yield Repair(RepairKind.REJOINED, end, right.start, begin, right.page, joins[right.page])


def record_moves(sections: Sequence[tuple[int, Section]], shift: int) -> Iterator[Repair]:
    """Give the insets lifted out of the body, those that changed places with it, and the new paragraphs.

    ``sections`` come with their places in the text; ``shift`` is where on the page the raw text begins.
    """
    if not any(section.type is BlockType.PARAGRAPH for _, section in sections):
        return
    body = 0
    for start, section in sections:
        begin, end = section.strand.begin, section.strand.end
        places = start, start + len(section.strand.text), begin - shift, end - shift
        if section.type in INSETS:
            yield Repair(RepairKind.LIFTED, *places, section.sure)
            if begin < body:
                yield Repair(RepairKind.MOVED, *places, section.sure)
        elif section.type is BlockType.PARAGRAPH:
            if body and begin == body + 1:
                yield Repair(RepairKind.PARAGRAPHED, start, start, begin - shift, begin - shift, _PARAGRAPHED)
            body = end
