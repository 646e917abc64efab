"""Layout: a story's lines against the standard library's greedy ones, in the same run."""

from textwrap import wrap

from tests.bench.edition import stories
from tests.bench.measure import median_ms
from tui_reader.model import Article, Block, BlockType
from tui_reader.reflow import Flow

_WORDS = 1500


def run(*, whole: bool = False) -> list[str]:
    """Measure at three measures."""
    paragraphs: list[Block] = []
    for block in [block for article in stories() for block in article.blocks] * 3:
        if block.type is BlockType.PARAGRAPH and sum(len(each.text.split()) for each in paragraphs) < _WORDS:
            paragraphs.append(block)
    article = Article("story", "story", tuple(paragraphs))
    lines = []
    for measure in (40, 66, 100):
        ours, _ = median_ms(lambda: list(Flow(article, measure).lines()), 60 if whole else 20)  # noqa: B023 - run here
        theirs, _ = median_ms(lambda: [wrap(block.text, measure) for block in paragraphs], 20)  # noqa: B023 - as above
        lines.append(f"{article.words:,} words at {measure}: {ours:.1f} ms, {ours / theirs:.2f}x textwrap")
    return lines
