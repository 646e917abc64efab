"""Page repair: milliseconds a page, and how the cost grows with the length."""

from tests.bench.edition import stories, text_of
from tests.bench.measure import growth, median_ms
from tui_reader.formats.page import parse


def run(*, whole: bool = False) -> list[str]:
    """Measure repair on the bundled edition, printed as one page."""
    page = text_of(stories())
    median, p95 = median_ms(lambda: parse(page, "page", "page.txt"), 60 if whole else 20)
    long = "\n\n".join([page] * 20)
    return [
        f"a page of {len(page):,} characters: median {median:.1f} ms, p95 {p95:.1f} ms",
        f"{len(long):,} characters, and ten times as many: x{growth(lambda text: parse(text, 'p', 'p'), long):.1f}",
    ]
