"""A small archive to read in tests, and the app on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tui_reader.archive import Archive
from tui_reader.settings import Settings
from tui_reader.state import ReadingState
from tui_reader.tui.app import ReaderApp
from tui_reader.tui.screens.reading import ReadingScreen
from tui_reader.tui.widgets.prompt import SearchPrompt

_SENTENCE = "The harbour of Rotterdam handled {n} million tonnes of cargo in {y}, the port authority said. "
_MORE = "Ships from Antwerp and Hamburg wait at the locks for about {n} hours, and the queue grows every spring. "


def story(number: int, paragraphs: int) -> str:
    """Give a Markdown story of our own; every paragraph differs in its figures."""
    body = "\n\n".join(
        _SENTENCE.format(n=number * 10 + part, y=1990 + part) + _MORE.format(n=part + 2) for part in range(paragraphs)
    )
    name = ("Rotterdam", "Antwerp", "Hamburg", "Genoa")[number - 1]
    return f"---\ntitle: {name} counts its ships\nbyline: By the harbour desk\n---\n\n{body}\n"


def write_stories(folder: Path, paragraphs: int = 14) -> Path:
    """Write four stories of our own into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, 5):
        (folder / f"story-{number}.md").write_text(story(number, paragraphs), encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Reading:
    """The app at work, and its reading screen."""

    app: ReaderApp
    pilot: Pilot[None]

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen."""
        (screen,) = [screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen)]
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys and let everything they cause happen."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text letter by letter."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def wait_for_names(self) -> None:
        """Wait until all stories are read and their names found."""
        # asked of the line itself: a narrow screen has no room to show it
        while " names in " not in self.screen.query_one("#prompt", SearchPrompt).coverage:
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    @property
    def top_words(self) -> str:
        """The words on the first line of the pane that has any."""
        line = next(line for line in self.screen.pane.lines if line.end > line.start)
        return self.screen.article.text[line.start : line.end]

    @property
    def said(self) -> str:
        """What the status line says."""
        return self.screen.status.said

    def rows(self) -> list[str]:
        """Give the whole screen as rendered, colours and all."""
        return [strip.render(self.app.console) for strip in self.screen._compositor.render_strips()]

    def text(self) -> str:
        """Give the whole screen as text."""
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


@asynccontextmanager
async def reading(
    *paths: Path, size: tuple[int, int] = (120, 36), state: Path | None = None, settings: Settings | None = None
) -> AsyncIterator[Reading]:
    """Run the app on some paths, with its reading state in a folder or in memory."""
    archive = Archive([str(path) for path in paths])
    memory = ReadingState.open(state)
    archive.read_first(memory.last(archive.edition))
    app = ReaderApp(archive, settings or Settings(), memory)
    try:
        async with app.run_test(size=size) as pilot:
            at_work = Reading(app, pilot)
            await pilot.pause()
            await at_work.wait_for_names()
            yield at_work
    finally:
        memory.close()


@asynccontextmanager
async def large(folder: Path, cache: Path) -> AsyncIterator[Reading]:
    """Run the app on more stories than are indexed in memory, their index made before."""
    text = (folder / "story-1.md").read_text(encoding="utf-8")
    for number in range(80):
        (folder / f"more-{number:02}.md").write_text(text.replace("Rotterdam", f"Quay {number}"), encoding="utf-8")
    Archive([str(folder)], cache=cache, keep=True).read_all()
    archive = Archive([str(folder)], cache=cache, keep=True)
    archive.read_first(None)
    app = ReaderApp(archive, Settings(), ReadingState.open(None))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        yield Reading(app, pilot)
