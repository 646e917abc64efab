"""Annotation: figures in characters a second, names in words a second, and how the cost grows with the length."""

from tests.bench.edition import stories, text_of
from tests.bench.measure import growth, median_ms
from tui_reader.annotate.entities import find_names
from tui_reader.annotate.figures import find_figures


def run(*, whole: bool = False) -> list[str]:
    """Measure both annotators on the bundled edition."""
    articles = stories()
    text, runs = text_of(articles), 30 if whole else 10
    find_names(articles[0])  # tables are read once, whatever the number of stories
    figures, _ = median_ms(lambda: find_figures(text), runs)
    names, _ = median_ms(lambda: [find_names(article) for article in articles], runs)
    words = sum(article.words for article in articles)
    longer = growth(find_figures, text * 4)
    return [
        f"figures: {len(text) / figures * 1000:,.0f} characters a second; ten times the text: x{longer:.1f}",
        f"names: {words / names * 1000:,.0f} words a second",
    ]
