"""What hurts readers most: two things under one name."""

from collections.abc import Callable

import pytest

from tui_reader.model import Article, Entity

Found = Callable[..., dict[str, Entity]]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Trains run from Shanxi to Shaanxi.", "Shanxi", "Shaanxi"),
        ("Li Hua spoke first. Li Shu spoke last.", "Li Hua", "Li Shu"),
        ("Lakes near Taiyuan froze. Taiyuan Normal University closed.", "Taiyuan", "Taiyuan Normal University"),
        ("The Yellow River rose. The Weifen River did not.", "Yellow River", "Weifen River"),
        ("The War of Liberation followed the War of Resistance.", "War of Liberation", "War of Resistance"),
        ("Officials in Iran met envoys from Iraq.", "Iran", "Iraq"),
        ("He flew to Austria, not to Australia.", "Austria", "Australia"),
        ("Niger and Nigeria share a border.", "Niger", "Nigeria"),
        ("In Texas, Texas Instruments Inc hired more people.", "Texas", "Texas Instruments Inc"),
        ("The ZAWB grew. ZAWB International paid.", "ZAWB", "ZAWB International"),
        ("In the Velmira it rained. The Velmira Growers Association paid.", "Velmira", "Velmira Growers Association"),
        ("President Orvanta spoke. The Orvanta Administration paid.", "Orvanta", "Orvanta Administration"),
        ("Bank of England rates fell. Bank of New England rates rose.", "Bank of England", "Bank of New England"),
        ("Texas Air Corp flew. It rained in Texas.", "Texas Air Corp", "Texas"),
        ("Gerald Ford spoke. Ford said it sold trucks.", "Gerald Ford", "Ford"),
        ("Lena Baker spoke. Baker International Corp grew.", "Lena Baker", "Baker International Corp"),
        (
            "The Federal Reserve met. The Federal Reserve Bank of Chicago paid.",
            "Federal Reserve",
            "Federal Reserve Bank of Chicago",
        ),
        ("West Germany won. East Germany lost.", "West Germany", "East Germany"),
        ("In Nairobi County the rain fell; Nairobi Hospital was flooded.", "Nairobi County", "Nairobi Hospital"),
    ],
)
def test_names_that_look_alike_stay_apart(found: Found, text: str, one: str, other: str) -> None:
    """No two names are joined for their spelling alone."""
    entities = found(text)
    assert one in entities
    assert other in entities


def test_no_edit_distance_between_stories(found: Found) -> None:
    """One letter apart is another name, however often each is met."""
    entities = found(
        "Trade with Slovakia grew. Slovakia exports cars.", "Trade with Slovenia grew. Slovenia exports cars."
    )
    assert {"Slovakia", "Slovenia"} <= set(entities)


def test_a_common_surname_is_not_taken_across_stories(found: Found) -> None:
    """A lone ``Li`` in another story is not the archive's only ``Li Ming``: too many people bear the name."""
    entities = found("Li Ming, a farmer, spoke.", "On Monday Li said the road was open. The villagers trust Li.")
    assert [mention.article for mention in entities["Li Ming"].mentions] == ["story-1"]


def test_a_title_keeps_wife_and_husband_apart(found: Found) -> None:
    """``Mrs. Harris`` is not the man named in full before her."""
    entities = found("Captain George Harris sailed at dawn. Mrs. Harris stayed in Boston.")
    assert [mention.text for mention in entities["George Harris"].mentions] == ["George Harris"]


def test_a_wife_keeps_her_own_name(found: Found) -> None:
    """``Mrs. Holm`` is neither ``Mr. Holm`` of the same story nor the only ``Carl Holm`` of another."""
    entities = found("Mr. Vandermolen and Mrs. Vandermolen came.", "Paul Vandermolen left. Vandermolen was tired.")
    assert {mention.text for mention in entities["Mrs. Vandermolen"].mentions} == {"Vandermolen"}
    assert len(entities["Mrs. Vandermolen"].mentions) == 1
    assert entities["Paul Vandermolen"].stories == 2


def test_a_firm_that_opens_with_a_plain_word_is_not_the_city_in_it(found: Found) -> None:
    """At a sentence's start, too, ``First Boston`` is the bank."""
    entities = found("First Boston made an offer. It has lent to First Boston before. Boston slept.")
    assert [mention.text for mention in entities["Boston"].mentions] == ["Boston"]


def test_an_acronym_of_one_body_is_not_short_for_another(found: Found) -> None:
    """``EC`` is the Community, though the ``EC Commission`` opens with it."""
    entities = found("The European Community met. The EC Commission agreed. The EC paid.")
    assert [mention.text for mention in entities["EC Commission"].mentions] == ["EC Commission"]


def test_an_acronym_of_plain_words_is_no_firm(found: Found) -> None:
    """``GM``, where a story says what it is short for there, is not the firm that other stories mean."""
    entities = found("They grow genetically modified (GM) maize. GM maize sells.", "General Motors grew.", "GM grew.")
    assert [mention.text for mention in entities["General Motors"].mentions] == ["General Motors", "GM"]
    assert [mention.article for mention in entities["genetically modified"].mentions] == ["story-1", "story-1"]


def test_two_firms_share_no_short_name(found: Found) -> None:
    """A short name is the first firm's until a second firm of that name is met, and nobody's from then on."""
    entities = found(
        "Altona International Inc sold it. Altona hired. It is no part of Altona Ludlow Corp. Altona was asked."
    )
    assert [mention.text for mention in entities["Altona International Inc"].mentions] == [
        "Altona International Inc",
        "Altona",
    ]
    assert [mention.text for mention in entities["Altona Ludlow Corp"].mentions] == ["Altona Ludlow Corp"]


def test_a_letter_before_a_full_stop_joins_no_acronym(found: Found) -> None:
    """``Model Y. NHTSA`` is two names."""
    assert "NHTSA" in found("It sells the Model Y. NHTSA asked why.")


def test_a_name_without_its_first_word_may_be_the_father(found: Found) -> None:
    """In names that go on with the father's, the shorter one is another person."""
    entities = found("Sheikh Ahmad Nasser Al-Omar met Sheikh Nasser Al-Omar.")
    assert len([name for name in entities if name.endswith("Al-Omar")]) == 2


def test_a_body_of_many_bodies_keeps_its_own_name(found: Found) -> None:
    """``United Nations`` is not short for one of its offices."""
    entities = found("The United Nations Office for Outer Space Affairs moved. The United Nations paid for it.")
    assert "United Nations" in entities


def test_acronyms_of_plain_offices_stay_in_their_story(found: Found) -> None:
    """Every country has a prime minister's office."""
    entities = found("The Prime Minister's Office (PMO) replied.", "In Canberra the PMO did not reply.")
    assert [mention.article for mention in entities["Prime Minister's Office"].mentions] == ["story-1", "story-1"]


def test_two_people_with_middle_initials_stay_apart(found: Found) -> None:
    """The bare name joins no one where two initials compete."""
    entities = found("Ann B. Stone spoke.", "Ann C. Stone sang.", "Ann Stone slept.")
    assert len([name for name in entities if name.endswith("Stone")]) == 3


def test_order_decides_between_two_bearers(found: Found, tell: Callable[..., Article]) -> None:
    """A surname that two people share means the one named last."""
    text = "Li Ming opened the fair. Li said it was large. Later Li Jun closed it. Li said it was small."
    entities = found(tell(text))
    assert [mention.start for mention in entities["Li Ming"].mentions] == [0, text.index("Li said")]
    assert [mention.start for mention in entities["Li Jun"].mentions] == [text.index("Li Jun"), text.rindex("Li said")]


def test_a_surname_that_two_people_share_never_means_the_last_for_being_last(
    found: Found, tell: Callable[..., Article]
) -> None:
    """It means the only one named so far, or the one named more often, or nobody."""
    text = "Ana Ruiz opened the fair. Ruiz smiled. Then Pedro Ruiz came. Ruiz left."
    entities = found(tell(text))
    assert [mention.text for mention in entities["Ana Ruiz"].mentions] == ["Ana Ruiz", "Ruiz"]
    assert [mention.text for mention in entities["Pedro Ruiz"].mentions] == ["Pedro Ruiz"]
    assert entities["Ruiz"].kind == "person"
    often = found(tell("Ana Ruiz came. Ana Ruiz spoke. Pedro Ruiz came. Ruiz left."))
    assert [mention.text for mention in often["Ana Ruiz"].mentions] == ["Ana Ruiz", "Ana Ruiz", "Ruiz"]


def test_a_person_called_as_a_land_is_no_land(found: Found) -> None:
    """Behind the full name, with no word for a land beside it, the surname is the person's."""
    assert "Jordan" not in found("Michael Jordan laughed; Jordan then left.")
    assert found("Michael Jordan laughed. He went to Jordan.")["Jordan"].kind == "place"
