from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.page import parse
from tui_reader.formats.soft_hyphens import SOFT_HYPHEN, at_line_ends, without_soft_hyphens
from tui_reader.model import Article, Block, BlockType, Origin

SOME = st.text(st.sampled_from("ab \u00ad\n"), max_size=60)


def test_only_line_ends_keep_them() -> None:
    """Within a line a soft hyphen says nothing; at its end it may join a word."""
    assert at_line_ends("elec\u00adtric\u00ad \nx \u00ad\ny\u00ad") == "electric\u00ad \nx \ny\u00ad"


def test_a_word_broken_at_a_line_s_end_is_joined() -> None:
    """Page repair reads the soft hyphen, and the reader never sees it."""
    (article,) = parse("# Ferry\n\nThe elec\u00ad\ntric boats are quiet, the operator said.\n", "s", "s.txt")
    assert "electric boats" in without_soft_hyphens(article).text


@given(st.lists(SOME.map(lambda text: text.replace("\n", "x")).filter(bool), min_size=1, max_size=5))
def test_what_is_left_goes_and_origins_stay_true(texts: list[str]) -> None:
    """Every origin still stands letter for letter in the raw text."""
    blocks = tuple(Block(BlockType.PARAGRAPH, text) for text in texts)
    raw = "\n\n".join(texts)
    found = without_soft_hyphens(Article("s", "s", blocks, raw=raw, origins=(Origin(0, 0, len(raw)),)))
    assert SOFT_HYPHEN not in found.text
    assert found.text == raw.replace(SOFT_HYPHEN, "")
    for origin in found.origins:
        end = origin.raw_start + origin.length
        assert found.text[origin.start : origin.start + origin.length] == raw[origin.raw_start : end]
    assert sum(origin.length for origin in found.origins) == len(found.text)
    assert all(one.start + one.length == two.start for one, two in pairwise(found.origins))
