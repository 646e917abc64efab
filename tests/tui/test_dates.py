"""A story's date, as it is read."""

import pytest

from tui_reader.tui.screens.core import long_date


@pytest.mark.parametrize(
    ("date", "read"), [("2024-02-02", "2 February 2024"), ("2024-02", "2024-02"), ("2024", "2024"), ("", "")]
)
def test_a_date_is_told_as_far_as_it_is_known(date: str, read: str) -> None:
    """A whole date has its month's name; a part of one stays as it is."""
    assert long_date(date) == read
