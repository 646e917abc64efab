"""The frozen values that the stages hand to each other."""

from tui_reader.model.article import Article, Block, BlockType, Origin, Repair, RepairKind
from tui_reader.model.entity import Entity, EntityKind, Mention
from tui_reader.model.figure import Figure, FigureKind
from tui_reader.model.line import Line
from tui_reader.model.problem import InputProblem, ReaderProblem, UsageProblem
from tui_reader.model.search import Candidate, EntityHit, NameMatch, TextHit
from tui_reader.model.span import Place, Span

__all__ = [
    "Article",
    "Block",
    "BlockType",
    "Candidate",
    "Entity",
    "EntityHit",
    "EntityKind",
    "Figure",
    "FigureKind",
    "InputProblem",
    "Line",
    "Mention",
    "NameMatch",
    "Origin",
    "Place",
    "ReaderProblem",
    "Repair",
    "RepairKind",
    "Span",
    "TextHit",
    "UsageProblem",
]
