"""Fifth: names shown in capitals, and names that only stand where capitals mean nothing."""

from collections.abc import Callable

import pytest

from tui_reader.annotate.entities.shape import shown
from tui_reader.model import Article, Block, BlockType, Entity

Found = Callable[..., dict[str, Entity]]
Tell = Callable[..., Article]


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("LI MING", "Li Ming"),
        ("CHINA DAILY", "China Daily"),
        ("SAN FRANCISCO", "San Francisco"),
        ("BBC NEWS", "BBC News"),
        ("BANK OF JAPAN", "Bank of Japan"),
        ("JEAN-PIERRE ROUX", "Jean-Pierre Roux"),
        ("IRAN", "Iran"),
        ("NEW YORK", "New York"),
        ("LI AND FUNG", "Li and Fung"),
        ("YUAN Shenggao", "Yuan Shenggao"),
        ("Woo Young CHOI", "Woo Young Choi"),
        ("BBC Radio", "BBC Radio"),
        ("NATO", "NATO"),
        ("COVID-19", "COVID-19"),
        ("U.S.", "U.S."),
        ("McDonald", "McDonald"),
    ],
)
def test_shown_in_normal_case(surface: str, name: str) -> None:
    """Capitals of print become normal case; acronyms stay."""
    assert shown(surface) == name


def test_the_case_of_the_text_is_preferred(found: Found, tell: Tell) -> None:
    """A name that stands in capitals here and in normal case there is shown in normal case."""
    entities = found(tell(Block(BlockType.BYLINE, "By ANA MCRAE"), "Later Ana McRae added a photo."))
    assert entities["Ana McRae"].aliases == ("ANA MCRAE",)


@pytest.mark.parametrize(
    ("headline", "body", "name"),
    [
        ("Talks Between Ana Ruiz and Sunmere Bank", "It rained at noon.", "Sunmere Bank"),
        ("Cuts at Sunmere Steel Co Hit Town", "It rained at noon.", "Sunmere Steel Co"),
        ("Solar Firm Sunmere Opens Plant", "The firm Sunmere opened a plant.", "Sunmere"),
        ("YANGTZE DELTA GROWS AS CHINA BUILDS", "Ports grow along the Yangtze.", "China"),
        ("RUIZ WINS SECOND RACE", "Ana Ruiz won again.", "Ana Ruiz"),
    ],
)
def test_headlines_name_what_the_body_names(found: Found, tell: Tell, headline: str, body: str, name: str) -> None:
    """In a headline's capitals, names are those the story bears out and the well-known ones."""
    mentions = found(tell(Block(BlockType.HEADLINE, headline), body))[name].mentions
    assert mentions[0].start < len(headline)


def test_a_headline_set_as_a_byline_is_read_as_a_headline(found: Found, tell: Tell) -> None:
    """Words of the language in capitals are no person, wherever a parser put the line."""
    entities = found(tell(Block(BlockType.BYLINE, "FED SETS NEW RATES, TRADERS SAY"), "The Fed set new rates."))
    assert {name: entity.kind for name, entity in entities.items()} == {"Fed": "organization"}


def test_a_short_line_in_capitals_is_a_headline(found: Found, tell: Tell) -> None:
    """Small words in capitals are no part of the name beside them."""
    entities = found(tell("FIRE AT HALIFAX.", "HALIFAX, Jan. 9. — It burned."))
    assert [mention.text for mention in entities["Halifax"].mentions] == ["HALIFAX", "HALIFAX"]


def test_a_headline_calls_a_body_by_its_first_words(found: Found, tell: Tell) -> None:
    """Two words and more of a body's name, its first, are the body in the headline too."""
    entities = found(tell(Block(BlockType.HEADLINE, "MURDER ON THE LENA PACIFIC"), "The Lena Pacific Railroad ran."))
    assert entities["Lena Pacific Railroad"].mentions[0].text == "LENA PACIFIC"


def test_a_headline_makes_no_names_of_its_words(found: Found, tell: Tell) -> None:
    """Plain words of a headline are no names, whatever their capitals."""
    assert not found(tell(Block(BlockType.HEADLINE, "Red Tourism Drives Growth of Township"), "Visitors came."))
