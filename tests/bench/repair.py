"""Page repair: milliseconds a page, microseconds a paragraph, and how the cost grows with the length."""

from itertools import islice

from tests.bench.edition import stories, text_of
from tests.bench.invent import Inventor
from tests.bench.measure import growth, median_ms
from tui_reader.formats.page import parse

_STORIES = 200


def run(*, whole: bool = False) -> list[str]:
    """Measure repair on the bundled edition, printed as one page, on small plain stories, and on both in one text."""
    runs = 60 if whole else 20
    page = text_of(stories())
    inventor = Inventor()
    plain = [story.text for story in islice(inventor.stories(_STORIES, inventor.names(400)), _STORIES)]
    mixed = "\n\n".join([*plain, page])
    median, p95 = median_ms(lambda: parse(page, "page", "page.txt"), runs)
    small, _ = median_ms(lambda: [parse(text, "s", "s.txt") for text in plain], runs)
    large, _ = median_ms(lambda: parse(mixed, "m", "m.txt"), runs)
    long = "\n\n".join([page] * 20)
    return [
        f"a page of {len(page):,} characters: median {median:.1f} ms, p95 {p95:.1f} ms",
        f"a plain story of some {len(plain[0]):,} characters: {small / _STORIES:.3f} ms",
        f"whole paragraphs with a page behind them: {1000 * large / (mixed.count(chr(10) * 2) + 1):.0f} µs a paragraph",
        f"{len(long):,} characters, and ten times as many: x{growth(lambda text: parse(text, 'p', 'p'), long):.1f}",
    ]
