"""What stays on one line."""

import pytest

from tui_reader.reflow.glue import glue

TOGETHER = (
    ("rain of 6|in fell", "a number and its unit"),
    ("some 31.5|million people", "a number and its scale, not what is counted"),
    ("about 10|percent of it", "a share"),
    ("ten|per|cent more", "a share in words"),
    ("533.7|billion|yuan ($84.1|billion)", "a sum with scale and currency"),
    ("a|million trees", "a scale after a word"),
    ("on Dec|29 and 30", "a month and its day"),
    ("on Sept.|3, the", "a shortened month and its day"),
    ("on 15|March the", "a day and its month"),
    ("at 5|pm today", "an hour"),
    ("paid US$|30|million", "a currency sign and its number"),
    ("paid RMB|500 for", "a currency code and its number"),
    ("paid 500|RMB for", "a number and its currency code"),
    ("by J.|K.|Rowling in", "initials and a name"),
    ("by J.K.|Rowling in", "initials without a blank"),
    ("by Mr|Smith and Dr.|Li", "a courtesy title and a name"),
    ("see No.|12 there", "a number's own sign"),
    ("on Dec|29 in the city", "a preposition is no inch"),
    ("covers 85|square|meters of", "a unit of two words"),
    ("rose 25|basis|points to", "a unit of two words, of rates"),
    ("grew to 1,200|hectares last", "a number with a comma"),
    ("for 12|months or 3|years", "a time"),
    ("it was late|– and cold", "a spaced dash begins no line"),
)
APART = (
    ("in March 2021 the", "a month and a year may part"),
    ("founded in 2019 and", "a year is no number of anything"),
    ("page 4 shows", "a verb is no unit"),
    ("sold 50 sets of", "what is counted is no unit"),
    ("said it. The", "a sentence ends"),
    ("on the square in front", "a place is no unit"),
    ("in the city. In", "a sentence ends before a short word"),
    ("may 3", "a verb is no month"),
    ("an inn in town", "a word that only looks like a unit"),
    ("the decimal 5 minds", "a word that only begins like a unit"),
)


@pytest.mark.parametrize(("marked", "rule"), TOGETHER)
def test_what_belongs_together_is_held(marked: str, rule: str) -> None:
    """The bar stands for a blank at which no line may end."""
    text = marked.replace("|", " ")
    assert glue(text) == {index for index, character in enumerate(marked) if character == "|"}, rule


@pytest.mark.parametrize(("text", "rule"), APART)
def test_what_only_looks_alike_may_part(text: str, rule: str) -> None:
    """Every blank held costs evenness."""
    assert not glue(text), rule
