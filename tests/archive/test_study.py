"""Questions about the names and figures of an archive: bounded, and true to the text."""

import csv
import io
import json
from pathlib import Path

import pytest

from tui_reader.archive import Archive, ledger, study
from tui_reader.archive.ledger import Entry, Order
from tui_reader.model import EntityKind, FigureKind, InputProblem, Place

HARBOUR = """---
title: The harbour grows
date: 2023-04-02
---

The port of Rotterdam spent 200 million euros ($220 million) on a quay. Rotterdam and Antwerp share the trade.

Antwerp handled 12 million tonnes, the mayor said. Rotterdam handled 30 million tonnes, a rise of 5 percent.
"""
RIVER = """---
title: The river rises
date: 2023-09-10
---

Ships wait at Antwerp for 3 hours. The river is high.

In Hamburg, trade fell by 2 percent. Rotterdam is far away.
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Give two small stories."""
    folder = tmp_path_factory.mktemp("stories")
    (folder / "a-harbour.md").write_text(HARBOUR, "utf-8")
    (folder / "b-river.md").write_text(RIVER, "utf-8")
    (folder / "c-river.md").write_text(RIVER.replace("rises", "falls"), "utf-8")
    return Archive([str(folder)]).read_all()


def key_of(archive: Archive, name: str) -> int:
    """Give an entity's key."""
    known = archive.find_entity(name)
    assert known is not None
    return known.key


@pytest.fixture(scope="module")
def rows(archive: Archive) -> list[Entry]:
    """Give the ledger of the whole archive."""
    return [row for order in range(len(archive)) for row in ledger.entries(archive, archive.row(order).id)]


def narrowed(rows: list[Entry], typed: str) -> list[Entry]:
    """Keep the entries that answer what was typed."""
    wanted, words = ledger.wanted(typed), {(row.story, row.figure.start): row for row in rows}
    return [row for row in rows if wanted.admits(row, lambda row: words[row.story, row.figure.start])]


def test_names_of_a_story_are_counted_in_it(archive: Archive) -> None:
    """The most mentioned name stands first, with its offsets in the story."""
    names = study.names_of_story(archive, "a-harbour")
    assert names[0].name == "Rotterdam"
    text = archive.article("a-harbour").text
    for row in names:
        assert len(row.offsets) == row.mentions
        for offset in row.offsets:
            assert any(text.startswith(name, offset) for name in (row.name, *row.aliases))


def test_names_of_the_archive_are_found_by_slips(archive: Archive) -> None:
    """Without a query the most mentioned come first; with one, what is nearly called so."""
    assert study.names_of_archive(archive)[0].name == "Rotterdam"
    assert study.names_of_archive(archive, "hambrug")[0].name == "Hamburg"
    assert study.names_of_archive(archive, limit=1)[1:] == []


@pytest.mark.parametrize("cells", [1, 2, 7, 40])
def test_dispersion_counts_every_mention_once(archive: Archive, cells: int) -> None:
    """The stretches add up to the mentions, for small archives and by probing for large ones."""
    key = key_of(archive, "Rotterdam")
    row = archive.entity_row(key)
    assert row is not None
    assert sum(study.dispersion(archive, key, cells)) == row.mentions


def test_dispersion_of_a_large_archive_agrees_by_story(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stories are too many to open, the counts by story are the same."""
    key = key_of(archive, "Rotterdam")
    exact = study.dispersion(archive, key, 2)
    monkeypatch.setattr(study, "FEW_STORIES", 0)
    assert study.dispersion(archive, key, 2) == exact
    assert sum(study.dispersion(archive, key_of(archive, "Hamburg"), 2)) == 2


def test_the_card_says_what_the_stories_say(archive: Archive) -> None:
    """First and most mentions, figures of the same sentence only, companions of the same paragraphs, months."""
    card = study.card(archive, key_of(archive, "Rotterdam"))
    assert card is not None
    assert card.kind is EntityKind.PLACE
    assert card.first is not None
    assert (card.first.article, card.first.text) == ("a-harbour", "Rotterdam")
    assert card.most is not None
    assert card.most[:2] == ("The harbour grows", 3)
    assert {near.printed for near in card.figures} == {
        "200 million euros",
        "$220 million",
        "30 million tonnes",
        "5 percent",
    }
    assert {other.name: other.paragraphs for other in card.companions} == {"Antwerp": 2, "Hamburg": 2}
    assert [(date, count) for date, count, _ in card.dates] == [("2023-04", 3), ("2023-09", 2)]


def test_a_key_of_nobody_has_no_card(archive: Archive) -> None:
    """A key that is no entity's (any more) gives nothing."""
    assert study.card(archive, 10**6) is None


def test_the_nearest_name_is_the_next_one(archive: Archive) -> None:
    """From a place on; behind the last name, the last one."""
    text = archive.article("b-river").text
    for offset in (0, text.index("river is high"), len(text)):
        near = study.nearest_name(archive, Place("b-river", offset))
        assert near is not None
        key, span = near
        assert span.end > offset or offset == len(text)
        assert study.key_at(archive, Place("b-river", span.start)) == key


# the ledger -----------------------------------------------------------------------------------------------------------


def test_conversions_are_one_entry(rows: list[Entry]) -> None:
    """A conversion stands with what it converts and the rate between them, and nowhere else."""
    money = [row for row in rows if row.figure.kind is FigureKind.MONEY]
    assert [row.printed for row in money] == ["200 million euros = $220 million, at 1.10"]


def test_every_entry_lies_in_its_sentence(archive: Archive, rows: list[Entry]) -> None:
    """The sentence holds the figure where it says, letter for letter."""
    for row in rows:
        text = archive.article(row.story).text
        assert row.sentence[row.at.start : row.at.end] == text[row.figure.start : row.figure.end]
        assert row.sentence == row.sentence.strip()


def test_narrowing_by_words_and_bounds(rows: list[Entry]) -> None:
    """Words are found at their beginnings in kind, unit, print, sentence and story; ``>`` and ``<`` bound the value."""
    assert [row.counted for row in narrowed(rows, "quantity tonn")] == ["tonne", "tonne"]
    assert [row.value for row in narrowed(rows, "quantity >20m")] == [30e6]
    assert narrowed(rows, "otterdam") == []
    assert {row.story for row in narrowed(rows, "hamburg percent")} == {"b-river", "c-river"}
    assert narrowed(rows, ">") == list(rows)


@pytest.mark.parametrize("order", list(Order))
def test_no_two_figures_share_a_place(rows: list[Entry], order: Order) -> None:
    """Every order tells any two figures apart, so that a list comes out the same however it comes in."""
    assert len({ledger.order_key(row, order) for row in rows}) == len(rows)


def test_equal_figures_stay_as_printed(rows: list[Entry]) -> None:
    """By kind, the figures of one kind stand as they are printed, money first."""
    by_kind = sorted(rows, key=lambda row: ledger.order_key(row, Order.KIND))
    assert by_kind[0].figure.kind is FigureKind.MONEY
    percents = [row for row in by_kind if row.figure.kind is FigureKind.PERCENT]
    assert percents == [row for row in rows if row.figure.kind is FigureKind.PERCENT]


def test_bars_compare_one_unit(rows: list[Entry]) -> None:
    """Only scales that two figures share have a largest one; percentages are parts of a hundred."""
    scales = ledger.Scales()
    for row in rows:
        scales.meet(row)
    largest = {row.scale: scales.largest(row) for row in rows}
    assert largest["quantity", "tonne", ""] == 30e6
    assert largest["percent", "percent", ""] == 100
    assert not any(most for scale, most in largest.items() if scale[0] in ("money", "date"))


def test_exports_read_back(rows: list[Entry]) -> None:
    """JSON and CSV hold a row for each entry, with the same values."""
    made = json.loads(ledger.to_json(rows))
    assert [row["value"] for row in made] == [row.figure.value for row in rows]
    table = list(csv.DictReader(io.StringIO(ledger.to_csv(rows))))
    assert [row["sentence"] for row in table] == [row.sentence for row in rows]


def test_a_spreadsheet_finds_no_formula(rows: list[Entry]) -> None:
    """A text that begins as a formula does is written so that it is none."""
    from dataclasses import replace

    row = replace(rows[0], title="=HYPERLINK(1)")
    assert "'=HYPERLINK(1)" in ledger.to_csv([row])


def test_a_file_that_is_there_stays(rows: list[Entry], tmp_path: Path) -> None:
    """Writing over a file is refused unless it was asked for."""
    path = tmp_path / "figures.json"
    ledger.write(path, rows)
    before = path.read_bytes()
    with pytest.raises(InputProblem):
        ledger.write(path, rows[:1])
    assert path.read_bytes() == before
    ledger.write(path, rows[:1], replace=True)
    assert len(json.loads(path.read_text("utf-8"))) == 1


def test_the_nearest_spelling_is_named(archive: Archive) -> None:
    """A query that finds nothing has a name that is spelled most like it, unless all are far from it."""
    assert study.nearest_spelling(archive, "amtwxrp") == "Antwerp"
    assert study.nearest_spelling(archive, "rdm") == "Rotterdam"
    assert study.nearest_spelling(archive, "qqqq") == ""
