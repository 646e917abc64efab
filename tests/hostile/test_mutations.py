"""Ordinary sources, damaged at random: each still opens, or fails with one line."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formats.fixture import cases
from tests.formats.test_epub import book
from tests.hostile.content import PAYLOADS
from tui_reader.archive.filing import file_story
from tui_reader.archive.identity import read_book, resolver
from tui_reader.archive.scope import Scope
from tui_reader.formats import read_articles
from tui_reader.index.store import Store
from tui_reader.index.value import Delivery, Stamp
from tui_reader.model import Article, InputProblem
from tui_reader.reflow import Flow
from tui_reader.text.sanitise import safe_text

PAGE = """# Ferry line opens

Boats run four times a day

By STAFF REPORTER

A new ferry carried 240 passengers on May 4, the operator said. The boats cost 12 million euros
($13.2 million) and run four times a day. It is designed as a hub



"It is a long way, and the river is wide."

**Li Ming**, a captain of the line

for trade with the towns down the river. The elec\u00ad
tric boats are quiet.

A boat at dawn. PHOTO BY AN AGENCY
"""
SEEDS = {
    ".md": [text.encode() for _, text, _ in cases("markdown.txt")],
    ".html": [text.encode() for _, text, _ in cases("html.txt")],
    ".txt": [PAGE.encode(), PAGE.encode("utf-16"), PAGE.replace("\n", "\r\n").encode("cp1252", "replace")],
    ".epub": [book()],
}
INSERTS = [
    *(payload.encode("utf-8", "surrogateescape") for payload in PAYLOADS.values()),
    *b"---\n|\n\n# |> |- |\xff|\0|\xe2\x80|<!--|<p|&#x|\"|'|[|](|*|`|1. |By |\xc2\xad\n|\xcc\x81|\r|PK\1\2".split(b"|"),
]
BREAKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Give a source with some bytes changed, cut out, doubled or put in."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.choice([1, 2, 10, 100]))
        match chance.randrange(5):
            case 0:
                made[at:end] = b""
            case 1:
                made[at:at] = chance.choice(INSERTS)
            case 2:
                made[at:at] = made[at:end] * chance.choice([1, 2, 50])
            case 3:
                made[at:end] = chance.randbytes(end - at)
            case _:
                other = chance.randrange(len(made) + 1)
                made[at:at] = made[other : other + 200]
    return bytes(made)


def check(articles: tuple[Article, ...]) -> None:
    """Hold what was read to what every stage after it relies on."""
    assert articles
    assert len({article.id for article in articles}) == len(articles)
    for article in articles:
        assert safe_text(article.text) == article.text
        for block in article.blocks:
            assert block.text
            assert "\n" not in block.text
            assert "\n" not in block.attribution


def run(folder: Path, count: int, seed: int, use: Callable[[tuple[Article, ...]], None]) -> None:
    """Read ``count`` mutations of every kind of source, and use what is read."""
    chance = random.Random(seed)
    for number in range(count):
        suffix = chance.choice(list(SEEDS))
        path = folder / f"{number % 8}{suffix}"
        path.write_bytes(data := mutated(chance.choice(SEEDS[suffix]), chance))
        try:
            use(read_articles(path))
        except InputProblem as problem:
            line = str(problem)
            assert not BREAKS.search(line)
            assert path.name in line
        except Exception as problem:
            message = f"mutation {number} of seed {seed}: {data!r}"
            raise AssertionError(message) from problem


def study(articles: tuple[Article, ...]) -> None:
    """Hold everything that is found in stories, laid out of them and kept of them to the text."""
    scope = Scope()
    filings = tuple(file_story(article, scope.studied(article)) for article in articles)
    for filing in filings:
        article, size = filing.article, len(filing.article.text)
        assert all(0 <= figure.start < figure.end <= size for figure in filing.figures)
        assert all(0 <= mention.start < mention.end <= size for name in filing.names for mention in name.mentions)
        for measure in (4, 66):
            lines = list(Flow(article, measure).lines())
            assert all(0 <= line.start <= line.end <= size for line in lines)
            assert not any("\n" in article.text[line.start : line.end] for line in lines)
    with Store(None) as store:
        store.write([Delivery(Stamp(b"/mutation", 1, 1), filings)])
        list(store.settle(resolver(read_book(""))))
        for row in store.read.stories():
            read = next(article for article in articles if article.id == row.id)
            assert store.read.article(row.place).text == read.text
            word = next(iter(read.text.split()), "river")
            store.read.find_text(word, limit=5, each=5, seconds=1)
            store.full_index().search(word, 5)


def test_some_mutations(tmp_path: Path) -> None:
    """Damage of every kind leads to text or to one line."""
    run(tmp_path, 400, 1, check)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
def test_many_mutations(tmp_path: Path, seed: int) -> None:
    """The same, ten thousand times over."""
    run(tmp_path, 1000, seed, check)


@pytest.mark.parametrize(
    ("count", "seed"), [(30, 100), *(pytest.param(250, seed, marks=pytest.mark.soak) for seed in range(101, 105))]
)
def test_mutations_are_studied(tmp_path: Path, count: int, seed: int) -> None:
    """What is read of them goes through finding figures and names, setting lines and the index."""
    run(tmp_path, count, seed, study)
