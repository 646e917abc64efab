"""Looking for garbage waits until nobody types."""

import asyncio
import gc

import pytest

from tui_reader.tui import tidying
from tui_reader.tui.tidying import Tidying


def test_nothing_is_looked_through_while_frames_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look through everything waits for a quiet moment, and comes once in it."""
    looks: list[int] = []
    monkeypatch.setattr(tidying, "_PAUSE", 0.02)
    monkeypatch.setattr(tidying, "_QUIET", 0.1)
    monkeypatch.setattr(gc, "collect", lambda generation=2: looks.append(generation))

    async def type_and_rest() -> list[int]:
        tidy = Tidying()
        for _ in range(8):
            tidy.put_off()
            await asyncio.sleep(0.01)
        typing = looks.copy()
        await asyncio.sleep(0.5)
        return typing

    assert 2 not in asyncio.run(type_and_rest())
    assert looks.count(2) == 1
