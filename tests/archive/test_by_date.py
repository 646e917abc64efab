"""Stories by date, as a list shows them."""

from pathlib import Path

import pytest

from tui_reader.archive import Archive

DATES = (
    [""] * 5,
    ["2021-05-04"] * 3,
    ["2020-01-01", "", "2021", "2021-02-03", "2020-01-01"],
    [str(year) for year in range(1900, 2050)],
)


@pytest.mark.parametrize("dates", DATES)
def test_the_latest_come_first(tmp_path: Path, dates: list[str]) -> None:
    """Positions and places lead to each other; equal dates keep the archive's order, the undated come last."""
    for number, date in enumerate(dates):
        front = f"---\ndate: {date}\n---\n" if date else ""
        (tmp_path / f"{number:03}.md").write_text(f"{front}# Story {number}\n\nIt rained again.\n", encoding="utf-8")
    archive = Archive([str(tmp_path)]).read_all()
    assert [row.date for row in archive.rows()] == dates
    expected = sorted(range(len(dates)), key=lambda order: archive.row(order).date, reverse=True)
    assert [archive.by_date(position) for position in range(len(dates))] == expected
    assert [archive.position_by_date(order) for order in expected] == list(range(len(dates)))
    with pytest.raises(IndexError):
        archive.by_date(len(dates))
