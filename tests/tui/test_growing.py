"""Reading while the archive is still being read: answers say how much they are of, and Enter waits for the names."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from threading import Event, Semaphore

import pytest

from tests.tui.reader import Reading, story, write_stories
from tui_reader.archive import Archive
from tui_reader.archive.value import Progress
from tui_reader.settings import Settings
from tui_reader.state import ReadingState
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.screens import searching
from tui_reader.tui.screens.trail import EntityTrail

MANY = 120


class Steps:
    """Lets the archive grow a step at a time."""

    def __init__(self) -> None:
        self.due = Semaphore(0)
        self.idle = Event()

    def taken(self, steps: Callable[[Event], Iterator[Progress]], stop: Event) -> Iterator[Progress]:
        """Give each step when it is due."""
        coming = steps(stop)
        while not stop.is_set():
            self.idle.set()
            while not self.due.acquire(timeout=0.05) and not stop.is_set():
                pass
            progress = next(coming, None)
            if progress is None:
                return
            yield progress


@asynccontextmanager
async def growing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Reading, Steps]]:
    """Run the app on a folder whose stories are read on by steps."""
    archive = Archive([str(folder)])
    archive.read_first(None)
    steps = Steps()
    monkeypatch.setattr(archive, "_grow_once", partial(steps.taken, archive._grow_once))
    app = ReaderApp(archive, Settings(), ReadingState.open(None))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        yield Reading(app, pilot), steps


async def _grow(at: Reading, steps: Steps, *, reached: str = "") -> None:
    """Let it go on until so much has been read; to the end where nothing is named."""
    while at.screen.reached != reached or not (reached or at.screen.archive.complete):
        while not steps.idle.is_set():
            await at.pilot.pause(0.01)
        steps.idle.clear()
        steps.due.release()
        while not steps.idle.is_set() and not at.screen.archive.complete:
            await at.pilot.pause(0.01)
    await at.pilot.pause(0.05)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Give a folder of many stories; a name stands in the later ones alone."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(MANY):
        words = story(1, 2) + ("" if number < MANY // 2 else "\nThe minister went to Okahandja in spring.\n")
        (folder / f"story-{number:03}.md").write_text(words, encoding="utf-8")
    return folder


async def test_an_answer_of_a_part_is_said_to_be_one(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While stories are still being read, nothing found is nothing so far; what comes later shows by itself."""
    async with growing(many, monkeypatch) as (at, steps):
        await _grow(at, steps, reached="25 of 120 stories")
        assert "reading 25 of 120 stories" in at.text()
        await at.press("/")
        await at.type("okahandja")
        assert "so far, 25 of 120 stories" in at.said
        assert "nearest" not in at.said
        await at.press("enter")
        assert "so far, 25 of 120 stories" in at.said
        await _grow(at, steps)
        assert at.screen.answers.rows
        assert "so far" not in at.said
        await at.press("enter")
        assert isinstance(at.screen.trail, EntityTrail)


async def test_the_chosen_answer_stays_chosen_as_more_comes(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that was chosen by hand is the chosen one still when the archive has grown."""
    async with growing(many, monkeypatch) as (at, steps):
        await _grow(at, steps, reached="75 of 120 stories")
        await at.press("/")
        await at.type("har")
        await at.press("down", "down")
        chosen = at.screen.answers.rows[at.screen.answers.cursor]
        await _grow(at, steps)
        now = at.screen.answers.rows[at.screen.answers.cursor]
        assert searching._same(now, chosen)


async def test_enter_waits_for_the_names_and_keeps_the_keys_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is asked for before names are found is followed once they are, and ``n`` after it walks."""
    folder = write_stories(tmp_path / "stories")
    async with growing(folder, monkeypatch) as (at, steps):
        await at.press("/")
        await at.type("antwerp")
        await at.press("enter", "n")
        assert at.screen.searching
        assert at.screen.answers.rows
        await _grow(at, steps)
        await at.pilot.pause(0.05)
        assert not at.screen.searching
        assert isinstance(at.screen.trail, EntityTrail)
        assert at.said.startswith("Antwerp 2/")


async def test_enter_waits_no_longer_than_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where names do not come, Enter goes to the place in the text."""
    monkeypatch.setattr(searching, "_NAMES_WITHIN", 0.1)
    folder = write_stories(tmp_path / "stories")
    async with growing(folder, monkeypatch) as (at, _):
        await at.press("/")
        await at.type("harbour")
        await at.press("enter")
        await at.pilot.pause(0.3)
        assert not at.screen.searching
        assert at.screen.trail is not None


async def test_escape_ends_the_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Esc leaves the search while Enter waits."""
    folder = write_stories(tmp_path / "stories")
    async with growing(folder, monkeypatch) as (at, _):
        await at.press("/")
        await at.type("antwerp")
        await at.press("enter", "n", "escape")
        assert not at.screen.searching
        assert at.screen.trail is None


async def test_a_figure_asked_for_too_early_is_shown_once_it_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Presses of ``]`` before figures are found are counted and done then."""
    folder = write_stories(tmp_path / "stories")
    async with growing(folder, monkeypatch) as (at, steps):
        await at.press("]", "]", "2", "]", "[")
        assert "being looked for" in at.said
        await _grow(at, steps)
        assert at.said.startswith("3/")


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress(100, 100, total=300), "100 of 300 stories"),
        (Progress(0, 1, total=300), "1 of 300 stories"),
        (Progress(10, 90, total=300), "10 of 300 files"),
        (Progress(0, 300, total=300), ""),
        (Progress(1, 31, total=1), ""),
        (Progress(300, 300, total=300, done=True), ""),
    ],
)
def test_how_much_is_read(progress: Progress, said: str) -> None:
    """Stories are counted where each is a file of its own, else files; nothing is said where all is read."""
    assert progress.reached == said
