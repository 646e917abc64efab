"""Stories from labelled pieces: cut sentences rejoined, insets set after the paragraph they followed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui_reader.formats.page.hyphens import Vocabulary, seam, sew
from tui_reader.formats.page.label import Label
from tui_reader.formats.page.lines import Mark
from tui_reader.formats.page.paragraphs import break_paragraphs
from tui_reader.formats.page.pieces import Piece
from tui_reader.formats.page.strand import EMPTY, Strand
from tui_reader.model import BlockType

_SURE = 0.9


class Section(NamedTuple):
    """A block to be, with its letters' places on the page."""

    type: BlockType
    strand: Strand
    attribution: Strand = EMPTY
    sure: float = 1.0
    """How sure it is that it is no body text."""


@dataclass(slots=True)
class Story:
    """One story of the page, in reading order."""

    begin: int
    """Where on the page its first piece begins."""
    sections: list[Section] = field(default_factory=list)
    joins: dict[int, float] = field(default_factory=dict)
    """How sure each join is, by the place on the page where its right side begins."""


@dataclass(slots=True)
class _Chain:
    """Body text that goes on from piece to piece, and the insets met on the way."""

    strands: list[Strand] = field(default_factory=list)
    insets: list[tuple[int, Section]] = field(default_factory=list)
    """Each inset with the number of strands that came before it."""


def assemble(pieces: Sequence[Piece], labels: Sequence[Label], vocabulary: Vocabulary) -> list[Story]:
    """Put labelled pieces together as stories.

    A page on which no sentence surely goes on elsewhere is whole: its paragraphs stay as they are.
    """
    broken = is_broken_page(labels)
    told = labels if broken else [found._replace(joins=-1) for found in labels]
    return [_assemble_story(pieces, told, group, vocabulary, broken=broken) for group in _group(labels)]


def is_broken_page(labels: Sequence[Label]) -> bool:
    """Tell whether the page shows breaks that paragraphs do not have: a sentence that surely goes on elsewhere."""
    return any(label.joins >= 0 and label.confidence >= _SURE for label in labels)


def keep_rules(
    pieces: Sequence[Piece], labels: Sequence[Label], rules: Sequence[Piece]
) -> tuple[list[Piece], list[Label]]:
    """Put rules back as crossheads: on a page without headlines they part no stories, but sections of a text."""
    merged: list[tuple[Piece, Label]] = list(zip(pieces, labels, strict=True))
    merged += [(rule, Label(BlockType.CROSSHEAD, begins=False, joins=-1, confidence=1.0)) for rule in rules]
    merged.sort(key=lambda pair: pair[0].begin)
    kept: list[tuple[Piece, Label]] = []
    joined = False
    for piece, found in reversed(merged):
        if piece.mark is not Mark.RULE or not joined:
            kept.append((piece, found))
        if found.type is BlockType.PARAGRAPH:
            joined = found.joins >= 0
    return [piece for piece, _ in reversed(kept)], [found for _, found in reversed(kept)]


def _group(labels: Sequence[Label]) -> Iterator[range]:
    start = 0
    for index, label in enumerate(labels):
        if label.begins and index > start:
            yield range(start, index)
            start = index
    if labels:
        yield range(start, len(labels))


def _assemble_story(
    pieces: Sequence[Piece], labels: Sequence[Label], group: range, vocabulary: Vocabulary, *, broken: bool
) -> Story:
    story = Story(pieces[group[0]].begin)
    chain = _Chain()
    for index in group:
        piece, label = pieces[index], labels[index]
        if label.type is BlockType.PARAGRAPH:
            if label.joins < 0 or not chain.strands:
                _flush(story, chain, vocabulary, broken=broken)
                chain = _Chain()
            else:
                found = seam(chain.strands[-1].text, piece.text, vocabulary)
                story.joins[piece.strand.begin] = min(label.confidence, found.confidence)
            chain.strands.append(piece.strand)
            if piece.attribution:
                chain.strands.append(piece.attribution)
            continue
        section = Section(
            label.type, piece.strand, piece.attribution, sure=label.confidence - (0.1 if piece.fused else 0.0)
        )
        if chain.strands and label.type is not BlockType.CROSSHEAD:
            chain.insets.append((len(chain.strands), section))
        else:
            _flush(story, chain, vocabulary, broken=broken)
            chain = _Chain()
            story.sections.append(section)
    _flush(story, chain, vocabulary, broken=broken)
    return story


def _flush(story: Story, chain: _Chain, vocabulary: Vocabulary, *, broken: bool) -> None:
    """Write a finished chain into the story: paragraphs, each followed by the insets that stood in it."""
    if not chain.strands:
        story.sections.extend(section for _, section in chain.insets)
        return
    whole = sew(chain.strands, vocabulary)
    paragraphs = break_paragraphs(whole) if broken else [whole]
    if not chain.insets:
        story.sections += [Section(BlockType.PARAGRAPH, paragraph) for paragraph in paragraphs]
        return
    anchors = [(chain.strands[count - 1].end, section) for count, section in chain.insets]
    waiting = 0
    for number, paragraph in enumerate(paragraphs):
        story.sections.append(Section(BlockType.PARAGRAPH, paragraph))
        last = number + 1 == len(paragraphs)
        while waiting < len(anchors) and (last or anchors[waiting][0] <= paragraph.end):
            story.sections.append(anchors[waiting][1])
            waiting += 1
