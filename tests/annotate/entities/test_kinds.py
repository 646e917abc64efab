"""Sixth: the wrong kind."""

from collections.abc import Callable

import pytest

from tui_reader.model import Entity

Found = Callable[..., dict[str, Entity]]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("near the Weifen River", "Weifen River", "place"),
        ("in Caijiaya township", "Caijiaya", "place"),
        ("the city of Houma", "Houma", "place"),
        ("Taiyuan Normal University", "Taiyuan Normal University", "organization"),
        ("Northwind Holdings Ltd", "Northwind Holdings Ltd", "organization"),
        ("the Treaty of Lisbon", "Treaty of Lisbon", "other"),
        ("the War of Liberation", "War of Liberation", "event"),
        ("Li Ming, 45, a farmer", "Li Ming", "person"),
        ("Mr. Obuya said so", "Obuya", "person"),
        ("Okello Odongo told a reporter", "Okello Odongo", "person"),
        ("the firm's shares; Zipmere's shares fell", "Zipmere", "organization"),
        ("broadcaster NHK", "NHK", "organization"),
        ("flights to Georgia", "Georgia", "place"),
        ("Miss Iceland", "Miss Iceland", "other"),
        ("the Kenya Red Cross", "Kenya Red Cross", "organization"),
        ("COVID-19 spread", "COVID-19", "other"),
        ("the World Cup", "World Cup", "event"),
        ("Qingming Festival", "Qingming Festival", "event"),
        ("the Lena International Import Expo", "Lena International Import Expo", "event"),
        ("the Tokyo Olympics", "Tokyo Olympics", "event"),
        ("after Hurricane Otto", "Hurricane Otto", "event"),
        ("May Day", "May Day", "event"),
        ("the Chinese Bridge competition", "Chinese Bridge", "event"),
        ("they met at Chinese Bridge", "Chinese Bridge", "other"),
        ("they met at London Bridge", "London Bridge", "place"),
        ("a show called “Rivers of the Old North”", "Rivers of the Old North", "work"),
        ("the novel Zamiro", "Zamiro", "work"),
        ("a launch of the Falcon 9", "Falcon 9", "product"),
        ("its new Zelvo hatchback", "Zelvo", "product"),
        ("the steamer Sobraon", "Sobraon", "product"),
        ("the frigate HMS Orvanta", "HMS Orvanta", "product"),
        ("Velmira said it sold ships", "Velmira", "organization"),
        ("Velmira Africa", "Velmira Africa", "organization"),
        ("in Roumania", "Roumania", "place"),
        ("Toyota Camry", "Toyota Camry", "product"),
        ("she passed HSK-4", "HSK-4", "other"),
        ("the China-Laos Railway", "China-Laos Railway", "other"),
        ("the China-Laos railway", "China-Laos railway", "other"),
        ("Union Pacific Railroad", "Union Pacific Railroad", "organization"),
        ("at Lyuliang or anywhere", "Lyuliang", "place"),
        ("a native of Orvanta", "Orvanta", "place"),
        ("Zhuyang", "Zhuyang", "place"),
        ("in Lynchburg, Va. It rained", "Va", "place"),
        ("Mount Kenya", "Mount Kenya", "place"),
        ("the rail of Orvanta, the state miner, was cut", "Orvanta", "organization"),
        ("Maria Orvanta, the company chief, ran", "Maria Orvanta", "person"),
        ("London-based Orvanta closed", "Orvanta", "organization"),
        ("the shops of Orvant & Halden closed", "Orvant & Halden", "organization"),
        ("McDonald's closed its doors", "McDonald", "organization"),
        ("the floods in the Amazon rose", "Amazon", "place"),
        ("shares of Amazon rose", "Amazon", "organization"),
    ],
)
def test_kind(found: Found, text: str, name: str, kind: str) -> None:
    """Head nouns, gazetteers, titles and the words beside a name tell what it names."""
    assert found(f"Yesterday {text}.")[name].kind == kind


def test_evidence_is_pooled(found: Found) -> None:
    """One telling mention decides for all mentions of the name."""
    entities = found("On Friday Orvanta was full.", "The town of Orvanta lies high.")
    assert entities["Orvanta"].kind == "place"
    assert len(entities["Orvanta"].mentions) == 2


def test_a_list_shares_its_kind(found: Found) -> None:
    """What is listed with places is a place; what follows the place at a sentence's front is not in its list."""
    entities = found("Rain fell on Nairobi, Orvanta and Telmo.", "In Nairobi, Velmira said no.")
    assert {entities[name].kind for name in ("Orvanta", "Telmo")} == {"place"}
    assert entities["Velmira"].kind != "place"


def test_plain_words_may_be_towns_and_papers(found: Found) -> None:
    """A plain word in capitals behind ``in`` is the town of that name, behind ``the`` the newspaper."""
    entities = found("They met in Bath and read the Herald.")
    assert {name: entity.kind for name, entity in entities.items()} == {"Bath": "place", "Herald": "organization"}


def test_a_team_is_told_by_its_result(
    found: Found,
) -> None:
    """In a line of results a city's name is its team's."""
    assert found("Leeds 2 Ajax 0")["Ajax"].kind == "organization"
