"""No stage takes longer than in proportion to its text, whatever the text repeats."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.annotate.entities import find_names
from tui_reader.annotate.figures import find_figures
from tui_reader.formats import read_articles
from tui_reader.index.text import find_text
from tui_reader.index.words import word_feed
from tui_reader.model import Article, Block, BlockType
from tui_reader.reflow import Flow
from tui_reader.text.sanitise import safe_text
from tui_reader.text.sentences import split_sentences

ATOMS = (
    *("a", "A", "1", ".", " ", ",", "-", '"', "(", "<", "&", "|", "*", "_", "\n", "1,", "a ", "A ", "a-", "1 ", "A. "),
    *("1.", "By ", "of ", "the ", "$1 ", "\xa0", "太", "e\u0301", "/", "a.", "@a", "x@", "#", "=", "[a](", "> ", "- "),
    *("http://", "Mr. ", "1/", "1:", "'", "’s ", "  ", "\t", "; ", "and ", "Al ", "A&", "million ", "per ", "to "),
    *("1-", "May 4, ", "yuan ", '"a ', "A-", "a'", "Aa", "aA", "A.B", "1a", "a1", "1.1", "1/1", "A of ", "\u00ad\n"),
    *(
        "a-\n",
        "**a",
        "![",
        "<a ",
        "<!--",
        "&#",
        "(1 ",
        "Photo by ",
        "said Li Ming, ",
        "five ",
        "$1 million (",
        "\n\n1 ",
    ),
)
QUICK = ("a", "A ", "1,", "a-", "1.", '"a ', "A. ", "太", "(1 ", "<!--")
LENGTH = 60_000
SECONDS = 2.0


def stages(text: str, folder: Path) -> dict[str, Callable[[], object]]:
    """Give everything that is done with a text."""
    story = Article("a", "a.txt", (Block(BlockType.HEADLINE, "A head"), Block(BlockType.PARAGRAPH, text)))

    def read(suffix: str) -> object:
        path = folder / f"text{suffix}"
        path.write_text(text, encoding="utf-8")
        return read_articles(path)

    return {
        "clean": lambda: safe_text(text),
        "page": lambda: read(".txt"),
        "markdown": lambda: read(".md"),
        "web": lambda: read(".html"),
        "lines": lambda: sum(1 for _ in Flow(story, 66).lines()),
        "figures": lambda: find_figures(text),
        "names": lambda: find_names(story),
        "sentences": lambda: split_sentences(text),
        "words": lambda: word_feed(text),
        "search": lambda: sum(1 for _ in find_text(text[:200], story)),
    }


@pytest.mark.parametrize(
    "atom", [pytest.param(atom, marks=() if atom in QUICK else pytest.mark.soak) for atom in ATOMS]
)
def test_every_stage_is_linear(tmp_path: Path, atom: str) -> None:
    """Sixty thousand characters of anything take a moment."""
    text = (atom * (LENGTH // len(atom)))[:LENGTH] + "!"
    for name, run in stages(" ".join(text.split("\n")) if "\n" not in atom else text, tmp_path).items():
        started = time.process_time()
        run()
        assert time.process_time() - started < SECONDS, f"{name} of {atom!r}"
