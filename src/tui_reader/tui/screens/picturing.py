"""Shows the pictures of the open story: measured when it is opened, decoded when they come near, never waited for."""

import os
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from queue import SimpleQueue
from typing import Final

from textual.app import App
from textual.color import Color, ColorParseError
from textual.message import Message
from textual.theme import Theme

from tui_reader.archive.pictures import NoPicture, picture_as_png, picture_pixels, picture_sizes
from tui_reader.model import Article
from tui_reader.settings import Settings
from tui_reader.tui.graphics import (
    QUESTION,
    Means,
    cell_size,
    may_show_whole,
    means,
    number_for,
    placeholders,
    removal,
    transmission,
)
from tui_reader.tui.messages import PictureDrawn, PicturesMeasured, PicturesWanted
from tui_reader.tui.screens.core import ReadingCore
from tui_reader.tui.widgets.pane import ReadingPane
from tui_reader.tui.widgets.picture import half_blocks

PATIENCE: Final = 0.025
"""Seconds a story waits for the sizes of its pictures, so that its first page need not be set twice."""
_BLACK: Final = (0, 0, 0)

Room = tuple[int, tuple[int, int]]
"""A block, and the columns and rows of the room over it."""


class PictureActions(ReadingCore):
    """The pictures of the open story. What is slow is done by one thread, one thing after the other."""

    _jobs: "SimpleQueue[Callable[[], None]] | None" = None
    """What the thread is to do; None before there is one."""
    _means = Means.NONE
    _pictured: tuple[Article | None, Means, str] = (None, Means.NONE, "")
    """The story whose pictures are looked after, how they are shown, and in which colours."""
    _due: frozenset[Room] = frozenset()
    """What is being drawn."""
    _sent: tuple[int, ...] = ()
    """The numbers of the pictures that the terminal has."""
    _count = 0
    _asked_terminal = _shows_whole = False
    """Whether the terminal was asked to show pictures whole, and whether it answered that it does."""
    is_measuring = False
    """The sizes of the story's pictures are not known yet."""

    def on_mount(self) -> None:
        """Draw pictures on a new ground, and send them anew to a terminal that others have had meanwhile."""
        self.app.app_resume_signal.subscribe(self, self._resumed)
        self.app.theme_changed_signal.subscribe(self, self._recoloured)

    def _recoloured(self, theme: Theme) -> None:
        del theme
        self.show_pictures()

    def _resumed(self, app: App[object]) -> None:
        del app
        self._pictured = (None, Means.NONE, "")
        self.show_pictures()

    def _dress(self, pane: ReadingPane) -> None:
        super()._dress(pane)
        self.show_pictures()

    def take_settings(self, settings: Settings, faults: tuple[str, ...]) -> None:
        """Apply what the configuration file says now."""
        super().take_settings(settings, faults)  # type: ignore[misc]  # what the other parts of the screen do
        self.show_pictures()

    def show_pictures(self) -> None:
        """Leave room for the pictures of the open story, as far as pictures are shown."""
        colours = None if self.app.no_color else self.app.console.color_system
        wanted = self.settings.pictures if self._shows_whole else self.settings.pictures and "blocks"
        columns = self.app.size.width if self._has_blocks() else 0
        now = means(wanted, colours=colours, columns=columns, environ=os.environ)
        if self._pictured == (self.article, now, self.app.theme):
            return
        self._pictured = (self.article, now, self.app.theme)
        self._means = now
        self.forget_pictures()
        references = {index: block.picture for index, block in enumerate(self.article.blocks) if block.picture}
        source = self._source() if references and now is not Means.NONE else None
        if source is None:
            self.pane.set_pictures({})
        else:
            self._ask_terminal()
            self._measure(source, references)

    def _ask_terminal(self) -> None:
        """Ask a terminal that may show pictures whole whether it does, once."""
        if not self._asked_terminal and self.settings.pictures is True and may_show_whole(os.environ):
            self._asked_terminal = True
            self._tell_terminal(QUESTION)

    def show_pictures_whole(self) -> None:
        """Let the terminal show pictures, as it has answered that it does."""
        self._shows_whole = True
        self.show_pictures()

    def _has_blocks(self) -> bool:
        """Tell whether the terminal's encoding has the characters that pictures are made of."""
        stream = sys.__stdout__
        return "utf" in ((stream.encoding if stream is not None else None) or "utf-8").lower()

    def _source(self) -> bytes | None:
        try:
            return self.archive.origin(self.article.id)[0]
        except KeyError:  # its file is gone
            return None

    def _measure(self, source: bytes, references: Mapping[int, str]) -> None:
        article = self.article
        width, height = cell_size()
        self.pane.pictures.aspect = width / height
        found: dict[int, tuple[int, int]] = {}
        ready = threading.Event()

        def measure() -> None:
            found.update(picture_sizes(source, references))
            ready.set()
            self._announce(PicturesMeasured(article, found))

        self.is_measuring = True
        self._do(measure)
        self.pane.set_pictures(found if ready.wait(PATIENCE) else {})

    def on_pictures_measured(self, message: PicturesMeasured) -> None:
        """Leave room for pictures whose sizes came late; the top line keeps its place."""
        message.stop()
        self.is_measuring = False
        if message.article is self.article and self._means is not Means.NONE:
            self.pane.set_pictures(message.sizes)

    # drawing ------------------------------------------------------------------------------------------------------

    def on_pictures_wanted(self, message: PicturesWanted) -> None:
        """Draw the pictures that have come near, the upper ones first; those that have gone again are not drawn."""
        message.stop()
        former, self._due = self._due, frozenset(message.rooms.items())
        source = self._source()
        if source is None or self._means is Means.NONE:
            return
        for room in sorted(self._due - former):
            self._count += 1
            self._do(self._drawing(source, room, self._count, self._ground()))

    def _drawing(self, source: bytes, room: Room, count: int, ground: tuple[int, int, int]) -> Callable[[], None]:
        article, whole, (block, size) = self.article, self._means is Means.KITTY, room
        reference = article.blocks[block].picture

        def draw() -> None:
            if room not in self._due or self.article is not article:
                return
            columns, rows = size
            try:
                if whole:
                    width, height = cell_size()
                    png = picture_as_png(source, reference, (columns * width, rows * height))
                    number = number_for(count)
                    sent = transmission(number, png, size)
                    drawn = PictureDrawn(
                        article, block, size, placeholders(number, size, ground), number=number, sent=sent
                    )
                else:
                    pixels = picture_pixels(source, reference, (columns, 2 * rows), ground)
                    drawn = PictureDrawn(article, block, size, half_blocks(pixels, columns, ground))
            except NoPicture:
                drawn = PictureDrawn(article, block, size)
            self._announce(drawn)

        return draw

    def on_picture_drawn(self, message: PictureDrawn) -> None:
        """Show a picture in its room; of one that cannot be shown, take the room back: its caption stands alone."""
        message.stop()
        self._due -= {(message.block, message.size)}
        if message.article is not self.article or self._means is Means.NONE:
            return
        if not message.rows:
            self.pane.drop_picture(message.block)
            return
        if message.sent:
            self._sent = (*self._sent, message.number)
            self._tell_terminal(message.sent)
        self.pane.take_picture(message.block, message.size, message.rows)

    def forget_pictures(self) -> None:
        """Let the terminal forget the pictures it was sent."""
        sent, self._sent, self._due = self._sent, (), frozenset()
        if sent:
            self._tell_terminal("".join(map(removal, sent)))

    def _tell_terminal(self, sequences: str) -> None:
        driver = self.app._driver  # noqa: SLF001 - frames go this way, and pictures between them
        if driver is not None:
            driver.write(sequences)

    def _ground(self) -> tuple[int, int, int]:
        """Give the colour that shows where a picture is clear."""
        with suppress(ColorParseError):
            return Color.parse(self.app.theme_variables.get("background", "")).rgb
        return _BLACK

    # the thread ---------------------------------------------------------------------------------------------------

    def _do(self, job: Callable[[], None]) -> None:
        if self._jobs is None:
            self._jobs = SimpleQueue()
            threading.Thread(target=_work, args=(self._jobs,), name="pictures", daemon=True).start()
        self._jobs.put(job)

    def _announce(self, message: Message) -> None:
        with suppress(RuntimeError):  # the loop ended by itself
            self.post_message(message)


def _work(jobs: "SimpleQueue[Callable[[], None]]") -> None:
    while True:
        jobs.get()()
