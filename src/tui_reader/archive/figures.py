"""A story's figures, for front ends that hold the story itself."""

from collections.abc import Sequence

from tui_reader.model import Article, Figure


def figures_of(article: Article) -> tuple[Figure, ...]:
    """Find the figures of what is studied of a story, by start."""
    from tui_reader.annotate.figures import find_figures

    return find_figures(article.text)


def read_out(article: Article, figure: Figure, figures: Sequence[Figure]) -> str:
    """Say what a figure is worth; ``figures`` are the story's, among which its conversion is found."""
    from tui_reader.annotate.figures import read_out as read

    return read(article.text, figure, figures)
