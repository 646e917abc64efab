"""The rows of a ledger, taken in a moment at a time."""

from pathlib import Path

import pytest

from tui_reader.archive import Archive, ledger
from tui_reader.archive.gathering import Gathering
from tui_reader.archive.ledger import Listed, Order

STORIES = 7


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Give an archive of a few stories, each with figures of its own."""
    for number in range(STORIES):
        text = f"The river rose by {number + 3} metres in {1990 + number}. It cost {number + 2} million euros. " * 5
        (tmp_path / f"story-{number}.md").write_text(f"---\ntitle: High water {number}\n---\n\n{text}\n", "utf-8")
    return Archive([str(tmp_path)]).read_all()


def every(archive: Archive) -> list[Listed]:
    """Give all figures in the order of the archive."""
    return [row for number in range(STORIES) for row in ledger.listed(archive, f"story-{number}")]


def little_by_little(gathering: Gathering) -> int:
    """Work a moment at a time until all is looked at; give how many moments it took. Rows only ever come in."""
    moments = 0
    while not gathering.complete:
        before = list(gathering.rows)
        gathering.work(0.0002)
        assert {(row.story, row.figure.start) for row in before} <= {(r.story, r.figure.start) for r in gathering.rows}
        moments += 1
    return moments


@pytest.mark.parametrize("begin", range(STORIES))
def test_the_archive_is_gathered_from_the_story_on(archive: Archive, begin: int) -> None:
    """Wherever it begins, the figures at hand come first and in the end all stand in the order of the archive."""
    gathering = Gathering(archive, f"story-{begin}", everywhere=True)
    gathering.work(0.0)
    assert not gathering.complete
    little_by_little(gathering)
    assert gathering.rows == every(archive)
    assert gathering.rows[gathering.ahead].order == begin


def test_a_story_has_its_own_figures_only(archive: Archive) -> None:
    """A story's ledger is whole at once."""
    gathering = Gathering(archive, "story-2", everywhere=False)
    gathering.work()
    assert gathering.complete
    assert gathering.rows == ledger.listed(archive, "story-2")


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("typed", ["", "metre", "high 4", ">2000000", "nothing"])
def test_narrowed_and_ordered_as_all_at_once(archive: Archive, order: Order, typed: str) -> None:
    """Little by little gives what sifting and sorting everything at once would give."""
    gathering = Gathering(archive, "story-3", everywhere=True)
    gathering.work()
    gathering.arrange(typed, order)
    little_by_little(gathering)
    wanted = ledger.wanted(typed)
    found = [row for row in every(archive) if wanted.admits(row, gathering.entry)]
    assert gathering.rows == sorted(found, key=lambda row: ledger.order_key(row, order))
    assert gathering.total == len(every(archive))


def test_no_more_than_may_be(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger is bounded, and holds what is nearest to where it began."""
    monkeypatch.setattr(ledger, "MOST_FIGURES", 20)
    gathering = Gathering(archive, "story-4", everywhere=True)
    gathering.work()
    assert 20 <= len(gathering.rows) < 20 + len(ledger.listed(archive, "story-4"))
    assert gathering.rows[0].order == 4
