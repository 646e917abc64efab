"""What hurts readers most in the names of an archive, one test for each, in that order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.archive import Archive
from tui_reader.archive.study import card
from tui_reader.model import Entity

Named = Callable[..., dict[str, Entity]]


@pytest.fixture
def named(tmp_path: Path) -> Named:
    """Give the entities of stories by their names; each argument is one story's text."""

    def find(*texts: str) -> dict[str, Entity]:
        folder = tmp_path / "stories"
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"story-{number}.md").write_text(f"# A day in town\n\n{text}\n", encoding="utf-8")
        return {entity.name: entity for entity in Archive([str(folder)]).read_all().entities()}

    return find


def stories_of(entity: Entity) -> list[str]:
    """Give the stories that name an entity, in order."""
    return sorted({mention.article for mention in entity.mentions})


def test_wrong_merges(named: Named) -> None:
    """No story makes two things one: not by spelling, not by surname, not by a word they share."""
    entities = named(
        "Paul Vandermolen spoke to the mayor of the town about Shaanxi. He leads the Bank of Utopia.",
        "Mrs. Vandermolen spoke to the mayor about trains from Shanxi. The Utopia Bank Workers Union met.",
        "Li Ming came. A firm called Velmira International was sold, as was the mine of Velmira Lumber.",
        "The villagers trust Li, they said on Monday. The Velmira Water Authority closed its doors for good.",
    )
    assert {"Shaanxi", "Shanxi", "Paul Vandermolen", "Mrs. Vandermolen"} <= set(entities)
    assert stories_of(entities["Li Ming"]) == ["story-2"]
    assert {"Velmira International", "Velmira Lumber", "Velmira Water Authority"} <= set(entities)


def test_broken_chains(named: Named) -> None:
    """A name is followed through all stories: by surname, by acronym, by its second name."""
    entities = named(
        "Paul Vandermolen chairs the Zambezi Water Authority (ZAWA). He met the PLA Navy.",
        "Rates may fall, Vandermolen said. Fishermen asked ZAWA. The People's Liberation Army Navy sailed.",
    )
    for name in ("Paul Vandermolen", "Zambezi Water Authority"):
        assert stories_of(entities[name]) == ["story-0", "story-1"]
    assert len([name for name in entities if name.endswith("Navy")]) == 1


def test_unexplained_ties(tmp_path: Path) -> None:
    """Where all stories together tie a surname to a full name, every mention and the entity's card say why."""
    for number, text in enumerate(("Paul Vandermolen chairs the council.", "Rates may fall, Vandermolen said.")):
        (tmp_path / f"story-{number}.md").write_text(f"# A day in town\n\n{text}\n", encoding="utf-8")
    archive = Archive([str(tmp_path)]).read_all()
    (entity,) = (entity for entity in archive.entities() if entity.name == "Paul Vandermolen")
    assert [bool(mention.reason) for mention in entity.mentions] == [False, True]
    found = archive.find_entity("Paul Vandermolen")
    assert found is not None
    shown = card(archive, found.key)
    assert shown is not None
    (alias,) = shown.aliases
    assert (alias.text, alias.reason) == ("Vandermolen", entity.mentions[1].reason)


def test_junk_entities(named: Named) -> None:
    """Words that open a sentence or a headline are no entities of the archive."""
    entities = named(
        "Red tourism grows. Grasping the chance, villagers built inns. However, prices fell.",
        "Meanwhile, rents rose. Offloading took hours. The CEO and the CFO left on Monday.",
    )
    assert not entities


def test_bad_spans(named: Named) -> None:
    """The archive lists names without what stands beside them."""
    entities = named(
        "Beijing-based Huaxing Green Energy agreed with Chinese Foreign Minister Wang Ming.",
        "WHITE PLAINS, N.Y., April 12 - Soybean futures rose, Finance Minister Ana Ruiz said.",
    )
    assert set(entities) == {"Beijing", "Huaxing Green Energy", "Wang Ming", "White Plains", "N.Y.", "Ana Ruiz"}


def test_names_in_capitals(named: Named) -> None:
    """A name that one story has in capitals and another not is shown as the other has it."""
    entities = named("By ANA MCRAE\n\nIt rained on the town.", "Later Ana McRae added a photo.")
    assert stories_of(entities["Ana McRae"]) == ["story-0", "story-1"]
    assert not [name for name in entities if name.isupper()]


def test_wrong_kinds(named: Named) -> None:
    """What one story tells of a thing's kind holds in all."""
    entities = named(
        "On Friday Orvanta was full. They came for the Lena Music Festival.",
        "The town of Orvanta lies high. The steamer Sobraon lay off the Lena Music Festival.",
        "The Sobraon sailed at dawn.",
    )
    assert {name: entity.kind for name, entity in entities.items()} == {
        "Orvanta": "place",
        "Lena Music Festival": "event",
        "Sobraon": "product",
    }
