"""Cutting a line into pieces of one style: block, figure, mention, selection, in that order of strength."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rich.style import Style

from tui_reader.model import Article, BlockType, Figure, Line, Span


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit in an article."""

    figures: tuple[Figure, ...] = ()
    """By start."""
    mentions: tuple[Span, ...] = ()
    """Of what is followed, by start."""
    current: Span | None = None
    """The current mention."""
    figure: Span | None = None
    """The current figure."""
    hover: Span | None = None
    """The name under the mouse."""
    selection: Span | None = None
    selection_style: Style = field(default_factory=Style.null)

    def with_hover(self, hover: Span | None) -> "Lit":
        """Light the name under the mouse."""
        return self if hover is None else replace(self, hover=hover)

    def with_selection(self, selection: Span, style: Style) -> "Lit":
        """Light what is selected."""
        return replace(self, selection=selection, selection_style=style)


def pieces(
    article: Article, line: Line, lit: Lit, style_of: Callable[[str], Style]
) -> Iterator[tuple[int, int, Style]]:
    """Give the line's stretches of one style, as (start, end, style), in order and without gaps."""
    if line.start >= line.end:
        return
    block = article.blocks[line.block]
    layers = [(line.start, line.end, style_of(_style_name(block.type, line)))]
    if block.type is not BlockType.HEADLINE:  # a headline is to be read at a glance
        layers += _figures(line, lit, style_of)
    layers += [
        (span.start, span.end, style_of("mention")) for span in _within(lit.mentions, line) if span != lit.current
    ]
    for span, name in ((lit.hover, "hover"), (lit.current, "current"), (lit.figure, "figure-current")):
        if span is not None:
            layers.append((span.start, span.end, style_of(name)))
    if lit.selection is not None:
        layers.append((lit.selection.start, lit.selection.end, lit.selection_style))
    cuts = {line.start, line.end}
    for start, end, _ in layers:
        cuts.update(cut for cut in (start, end) if line.start < cut < line.end)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        style = Style.combine(layer for first, last, layer in layers if first <= start < last)
        yield start, end, style


def _style_name(kind: BlockType, line: Line) -> str:
    """Name the style of a line's words: a photograph's credit is set as credits are, a speaker as an attribution."""
    if not line.attribution:
        return kind
    return BlockType.CREDIT if kind is BlockType.CAPTION else "attribution"


def _figures(line: Line, lit: Lit, style_of: Callable[[str], Style]) -> list[tuple[int, int, Style]]:
    first = bisect_left(lit.figures, line.start, key=lambda figure: figure.end)
    found = []
    for figure in lit.figures[first:]:
        if figure.start >= line.end:
            break
        found.append((figure.start, figure.end, style_of(f"figure-{figure.kind}")))
    return found


def _within(spans: tuple[Span, ...], line: Line) -> Iterator[Span]:
    for span in spans[bisect_left(spans, line.start, key=lambda span: span.end) :]:
        if span.start >= line.end:
            return
        yield span


def widened(start: int, end: int, gaps: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Cut a stretch after each blank that justification widens; give (start, end, cells to add)."""
    for blank, extra in gaps.items():
        if start <= blank < end:
            yield start, blank + 1, extra
            start = blank + 1
    if start < end:
        yield start, end, 0
