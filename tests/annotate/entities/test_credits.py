"""Bylines, photo credits and attributions."""

from collections.abc import Callable

import pytest

from tui_reader.annotate.entities.credits import credited
from tui_reader.model import Article, Block, BlockType, Entity

Found = Callable[..., dict[str, Entity]]
Tell = Callable[..., Article]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By ANA RUIZ", ["ANA RUIZ"]),
        ("By Ana Ruiz and Li Ming", ["Ana Ruiz", "Li Ming"]),
        ("By Ana Ruiz, Chief Correspondent", ["Ana Ruiz"]),
        ("Ana Ruiz in Nairobi", ["Ana Ruiz", "Nairobi"]),
        ("By Ana Ruiz | Reuters", ["Ana Ruiz", "Reuters"]),
        ("Staff Reporter", []),
    ],
)
def test_bylines(line: str, names: list[str]) -> None:
    """A byline names people, then where or for whom they write; roles are no names."""
    assert [line[credit.start : credit.end] for credit in credited(line, byline=True)] == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("LI MING / FOR CHINA DAILY", ["LI MING", "CHINA DAILY"]),
        ("PHOTO BY ANA RUIZ", ["ANA RUIZ"]),
        ("Photo: Ana Ruiz/Reuters", ["Ana Ruiz", "Reuters"]),
        ("(Photo courtesy of NASA)", ["NASA"]),
        ("Getty Images", ["Getty Images"]),
    ],
)
def test_photo_credits(line: str, names: list[str]) -> None:
    """A credit names who took a picture and for whom."""
    assert [line[credit.start : credit.end] for credit in credited(line, byline=False)] == names


def test_credits_are_people_and_agencies_in_normal_case(found: Found, tell: Tell) -> None:
    """What a credit names is certain, and is shown in normal case."""
    entities = found(tell(Block(BlockType.CAPTION, "A dam.", "LI MING / FOR CHINA DAILY"), "Later Li Ming wrote."))
    assert entities["Li Ming"].kind == "person"
    assert len(entities["Li Ming"].mentions) == 2
    assert entities["China Daily"].kind == "organization"


def test_a_pull_quotes_speaker_is_named(found: Found, tell: Tell) -> None:
    """A pull quote's attribution is a mention with its role."""
    entities = found(tell(Block(BlockType.PULLQUOTE, "We grew.", "Ana Ruiz, an owner of Northwind Lamps"), "It grew."))
    assert entities["Ana Ruiz"].mentions[0].role == "an owner of Northwind Lamps"
    assert "Northwind Lamps" in entities


def test_a_byline_in_plain_text_is_known(found: Found) -> None:
    """A short paragraph that opens with ``By`` and a name is a byline."""
    assert found("By ANA RUIZ")["Ana Ruiz"].kind == "person"
