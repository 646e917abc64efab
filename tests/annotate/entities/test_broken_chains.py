"""Second to hurt: one thing under two names."""

from collections.abc import Callable

import pytest

from tui_reader.annotate.entities.shape import normal_form
from tui_reader.model import Entity

Found = Callable[..., dict[str, Entity]]


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        ("Ana Ruiz won. Ruiz smiled.", "Ana Ruiz", ["Ruiz"]),
        ("Choi Eun-ji came by train. Choi said it was late.", "Choi Eun-ji", ["Choi"]),
        ("Huaxing Lamp Technologies grew. Huaxing hired.", "Huaxing Lamp Technologies", ["Huaxing"]),
        ("The World Health Organization (WHO) met.", "World Health Organization", ["WHO"]),
        ("The African Wildlife Trust met. The AWT agreed.", "African Wildlife Trust", ["AWT"]),
        (
            "The Kenyan Foreign Ministry wrote. The Foreign Ministry paid.",
            "Kenyan Foreign Ministry",
            ["Foreign Ministry"],
        ),
        ("The National Assembly met. On Friday the Assembly voted.", "National Assembly", ["Assembly"]),
        ("The Lena Machine Tool Corp grew. LMTC hired.", "Lena Machine Tool Corp", ["LMTC"]),
        ("Lena Amperex Technology Co, known as LATN, grew.", "Lena Amperex Technology Co", ["LATN"]),
        ("The Ghana Cocoa Board, COCOBOD, paid. COCOBOD owes.", "Ghana Cocoa Board", ["COCOBOD", "COCOBOD"]),
        ("Luis Ignacio Tula da Silva won. Tula smiled.", "Luis Ignacio Tula da Silva", ["Tula"]),
        ("Eastern Airlines flew. A plane of Eastern was late.", "Eastern Airlines", ["Eastern"]),
        ("Standard Oil Co agreed. Holders of Standard sold.", "Standard Oil Co", ["Standard"]),
        ("Xi Ming came. Xi spoke. On Sunday Xi left.", "Xi Ming", ["Xi", "Xi"]),
        ("Sun Ming came. The hall was full, Sun said.", "Sun Ming", ["Sun"]),
        ("Mrs. Orvanta came. Later Orvanta sang.", "Orvanta", ["Orvanta"]),
        ("The Jin-neng Group grew. Critics say Jinneng Group is slow.", "Jin-neng Group", ["Jinneng Group"]),
        ("Walls stand in Xi'an. Xi’an is old. Roads to Xi'an.", "Xi'an", ["Xi’an", "Xi'an"]),
        ("José Peña won. Jose Pena smiled.", "José Peña", ["Jose Pena"]),
    ],
)
def test_short_and_full_names_are_one(found: Found, text: str, name: str, others: list[str]) -> None:
    """Inside a story a short name is tied to the full one it stands for."""
    entity = found(text)[name]
    assert [mention.text for mention in entity.mentions] == [name, *others]
    assert all(mention.reason or normal_form(mention.text) == normal_form(name) for mention in entity.mentions)


def test_a_name_in_plain_words_means_the_full_one(found: Found) -> None:
    """A name that goes on in lower case is the longer name that begins and ends like it."""
    entities = found("The Linfen-Yuncheng Integrated Trade Zone opened. The Linfen-Yuncheng trade zone grew.")
    assert entities["Linfen-Yuncheng Integrated Trade Zone"].aliases == ("Linfen-Yuncheng trade zone",)


def test_plain_words_give_an_acronym_its_name(found: Found) -> None:
    """An acronym that stands in brackets behind the plain words it abbreviates is shown under them, and is no body."""
    entity = found("It makes a heavy water reactor (HWR). The HWR is large.")["heavy water reactor"]
    assert entity.aliases == ("HWR",)
    assert "light water reactor" in found("Light water reactor, or LWR, is one kind. The LWR is small.")
    assert entity.kind == "other"


def test_every_tie_keeps_its_reason(found: Found) -> None:
    """The full name needs no reason; each short one says why it was tied."""
    mentions = found("Ana Ruiz won. Ruiz smiled.")["Ana Ruiz"].mentions
    assert [mention.reason for mention in mentions] == ["", "surname of Ana Ruiz"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The PLA Navy sailed.", "The People's Liberation Army Navy sailed."),
        ("The CPC Central Committee met.", "The Communist Party of China Central Committee met."),
        ("The UN Security Council met.", "The United Nations Security Council met."),
        ("The Chinese Ministry of Education wrote.", "The Chinese Education Ministry wrote."),
        ("The US Department of Agriculture wrote.", "The USDA wrote."),
        ("The Fed acted.", "The Federal Reserve Board acted."),
        ("The ICO met.", "The International Coffee Organisation failed."),
        ("The Group of Seven met.", "The G-7 failed."),
        ("The Ministry of Defence wrote.", "The Defense Ministry wrote."),
        ("GATT met.", "The General Agreement on Tariffs and Trade failed."),
    ],
)
def test_bodies_have_second_names(found: Found, one: str, other: str) -> None:
    """Acronyms that open a longer name are spelt out, and a ministry is itself however its name is turned."""
    entities = found(one, other)
    assert [entity.stories for entity in entities.values()] == [2]


def test_countries_have_second_names(found: Found) -> None:
    """``US``, ``U.S.`` and the United States are one, in any story."""
    entities = found("The United States agreed.", "In the U.S. it rained.", "The US team won.")
    assert entities["United States"].stories == 3


def test_legal_endings_do_not_part_firms(found: Found) -> None:
    """A firm is the same with and without its ending."""
    entities = found("Northwind Corp grew.", "Shares of Northwind fell.")
    assert entities["Northwind Corp"].stories == 2


def test_a_rare_surname_is_taken_across_stories(found: Found) -> None:
    """A lone surname means the only person of that name whom the archive names in full."""
    entities = found(
        "Paul Vandermolen chairs the bank. Vandermolen spoke.", "Rates may fall, Vandermolen said on Monday."
    )
    assert entities["Paul Vandermolen"].stories == 2
    assert entities["Paul Vandermolen"].mentions[-1].reason


def test_an_acronym_is_taken_across_stories(found: Found) -> None:
    """One story explains the letters, the others need not."""
    entities = found("The Zambezi Water Authority (ZAWA) met.", "Fishermen asked ZAWA for help.")
    assert entities["Zambezi Water Authority"].stories == 2


def test_a_middle_initial_does_not_part_a_person(found: Found) -> None:
    """The same name with and without its initial is one."""
    entities = found("Ronald O. Perelman sold it.", "Ronald Perelman bought it.")
    assert len(entities) == 1
