import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.formats.markdown import parse
from tui_reader.formats.write import to_markdown, write_story
from tui_reader.model import Article, Block, BlockType, InputProblem
from tui_reader.text.sanitise import safe_line

MARKS = r"""By Li-Ming river * _ ** ` [a](b) ![a](b) <b> &amp; \ # ## - + 1. 2) > --- === — [!NOTE] Photo: a : ~~~ ```
title: | 太原 'said' "said" % @ ! {} null ~ 2024-01-01 ... http://a.b <http://a.b> (c) &#160;"""
WORDS = st.sampled_from([*MARKS.split(), "\u00a0", "\u3000", "\t", " ", "By Li Ming"])
TEXT = (st.lists(WORDS, min_size=1, max_size=6).map(" ".join) | st.text(max_size=40)).map(safe_line).filter(bool)
PICTURE = st.sampled_from(["", "", "map.png", "a b/ü (1)?#%.jpg", "https://a.example/b.png?c=(d)"])
BLOCK = st.builds(Block, st.sampled_from(BlockType), TEXT, st.just("") | TEXT, PICTURE)
ITEM = st.builds(Block, st.just(BlockType.LIST_ITEM), TEXT, depth=st.integers(1, 3))
NATURAL = st.builds(Block, st.sampled_from([BlockType.PARAGRAPH, BlockType.CROSSHEAD, BlockType.PULLQUOTE]), TEXT)
URL = st.sampled_from(["", "https://a.example/stories/1?page=2&x='%22"])


@settings(max_examples=600, deadline=None)
@given(
    st.lists(BLOCK | NATURAL | ITEM, min_size=1, max_size=6),
    st.sampled_from(["", "After a paper: two"]),
    st.booleans(),
    URL,
)
def test_a_written_story_reads_back_the_same(blocks: list[Block], provenance: str, dated: bool, url: str) -> None:
    """Whatever the words look like, and in whatever order the blocks stand, nothing is lost or changed."""
    article = Article("s", "s.md", tuple(blocks), provenance, "2024-05-06" if dated else "", url=url)
    (found,) = parse(to_markdown(article), "s", "s.md")
    assert found == article


def test_a_story_is_good_to_read_as_markdown() -> None:
    """The file looks as a person would have written it."""
    article = Article(
        "s",
        "s.txt",
        (
            Block(BlockType.HEADLINE, "A bridge opens"),
            Block(BlockType.BYLINE, "By LI MING"),
            Block(BlockType.PARAGRAPH, "The bridge over the river opened."),
            Block(BlockType.CROSSHEAD, "Costs"),
            Block(BlockType.PULLQUOTE, "It is long.", "Li Ming, engineer"),
            Block(BlockType.CAPTION, "The bridge", "Photo by an agency"),
            Block(BlockType.CAPTION, "The river", picture="river at dusk.jpg"),
            Block(BlockType.PARAGRAPH, "Boats pass under it.", picture="boats.png"),
            Block(BlockType.LIST_ITEM, "one", depth=1),
            Block(BlockType.LIST_ITEM, "two", depth=2),
            Block(BlockType.CREDIT, "Source: the city"),
        ),
        "A paper",
    )
    assert to_markdown(article) == (
        "---\ntitle: A bridge opens\nbyline: By LI MING\nsource: A paper\n"
        'credits:\n  - "Source: the city"\n---\n\n'
        "The bridge over the river opened.\n\n## Costs\n\n> It is long.\n>\n> — Li Ming, engineer\n\n"
        "![The bridge](<>)\n*Photo by an agency*\n\n"
        "![The river](<river%20at%20dusk.jpg>)\n\n![](<boats.png>)\n\nBoats pass under it.\n\n- one\n  - two\n"
    )


def test_a_story_without_furniture_needs_no_front_matter() -> None:
    """A paragraph alone is written as it is."""
    article = Article("s", "s.txt", (Block(BlockType.PARAGRAPH, "Words."),))
    assert to_markdown(article) == "Words.\n"
    assert parse(to_markdown(replace(article, blocks=())), "s", "s.txt") == ()


def test_a_file_is_never_overwritten_without_force(tmp_path: Path) -> None:
    """What stands in the folder belongs to the user."""
    path = tmp_path / "a.md"
    write_story(path, "first\n")
    with pytest.raises(InputProblem, match="is there already"):
        write_story(path, "second\n")
    assert path.read_text() == "first\n"
    write_story(path, "third\n", force=True)
    assert path.read_text() == "third\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]
    assert stat.S_IMODE(path.stat().st_mode) & 0o400


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    """A link planted under the name keeps its target untouched."""
    target = tmp_path / "precious"
    target.write_text("precious")
    (tmp_path / "a.md").symlink_to(target)
    with pytest.raises(InputProblem):
        write_story(tmp_path / "a.md", "x")
    write_story(tmp_path / "a.md", "x", force=True)
    assert target.read_text() == "precious"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message says which file could not be written."""
    with pytest.raises(InputProblem, match=r"a\.md"):
        write_story(tmp_path / "missing" / "a.md", "x")
