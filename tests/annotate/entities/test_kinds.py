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
        ("the War of Liberation", "War of Liberation", "other"),
        ("Li Ming, 45, a farmer", "Li Ming", "person"),
        ("Mr. Obuya said so", "Obuya", "person"),
        ("Okello Odongo told a reporter", "Okello Odongo", "person"),
        ("the firm's shares; Zipmere's shares fell", "Zipmere", "organization"),
        ("broadcaster NHK", "NHK", "organization"),
        ("flights to Georgia", "Georgia", "place"),
        ("Miss Iceland", "Miss Iceland", "other"),
        ("the Kenya Red Cross", "Kenya Red Cross", "organization"),
        ("COVID-19 spread", "COVID-19", "other"),
        ("the World Cup", "World Cup", "other"),
        ("Mount Kenya", "Mount Kenya", "place"),
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


def test_a_team_is_told_by_its_result(
    found: Found,
) -> None:
    """In a line of results a city's name is its team's."""
    assert found("Leeds 2 Ajax 0")["Ajax"].kind == "organization"
