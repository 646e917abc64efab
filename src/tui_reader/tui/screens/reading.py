"""The reading screen: wires keys and messages to what they do, and brings the stories in behind the first page."""

from time import monotonic

from textual import events

from tui_reader import first_frame
from tui_reader.tui.messages import OpenStory, PlaceMoved
from tui_reader.tui.screens.growing import GrowingArchive
from tui_reader.tui.screens.orientation import OrientationActions, faults_told
from tui_reader.tui.screens.originals import OriginalActions
from tui_reader.tui.screens.picturing import PictureActions
from tui_reader.tui.tidying import leave_alone

_NARROW = 90
"""Columns under which the list of stories folds away."""
_MOMENT = 1.0
"""Seconds after which what is in view has been seen."""
_SHORT = 16
"""Rows under which the page has no free row on top, and no line of keys."""


class ReadingScreen(PictureActions, OriginalActions, OrientationActions, GrowingArchive):
    """Stories at the left, the open one at the right, a search bar over it, what is the case below."""

    _seen: tuple[str, int, float] = ("", 0, 0.0)
    """The story that is open, its place when it was opened, and when that was."""

    def on_mount(self) -> None:
        """Show the first story at once; everything else comes after the first frame."""
        last = self.state.last(self.archive.edition)
        story = self.archive.story_from(*last) if last is not None else None
        self.open_story(story or self.archive.row(0).id)
        self.show_hints()
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        leave_alone()  # what the first frame is made of stays
        for notice in (*self.state.notices, faults_told(self.notices)):
            if notice:
                self.say(notice, notice=True)
        self.settle()
        await self.ready_bar()
        self.start_growing()

    def on_unmount(self) -> None:
        """Stop what runs beside."""
        self.stop_growing()

    def leave(self) -> None:
        """Keep everything that is precious, before the screen goes."""
        if self.searching:
            self._dismiss()
        self.leave_study()
        self.keep_place()
        self._keep_frame()
        self.forget_pictures()
        self.state.keep_last(self.archive.edition, self.archive.known(self.article.id))
        self.stop_growing()

    def _keep_frame(self) -> None:
        """Keep the page as the next start will show it first: nothing followed, nothing said."""
        self.trail = self.current = self.figure = None
        self.show_followed()
        self.show_lights()
        self.say("")
        console = self.app.console
        rows = [strip.render(console) for strip in self._compositor.render_strips()]
        first_frame.keep(list(self.archive.paths), self.size.width, rows)

    @property
    def previewing(self) -> bool:
        """Tell whether the text shows something else than where the reader is."""
        return self.searching or self.looking_around

    # messages -----------------------------------------------------------------------------------------------------

    def on_place_moved(self, message: PlaceMoved) -> None:
        """Show the place; a story read to its end is read."""
        message.stop()
        self.show_place()
        story = self.article.id
        if self.previewing:
            return
        # kept as it goes (in memory, and written when there is time): a terminal may close at any moment
        self.keep_place()
        self.state.keep_last(self.archive.edition, self.archive.known(story))
        if story != self._seen[0]:
            self._seen = (story, self.pane.place, monotonic())
        self._mark_read()

    def hear(self, key: str) -> None:
        """Take note of a key: a story whose end was in view for a moment has been read."""
        super().hear(key)
        if not self.previewing and self.is_mounted:
            self._mark_read()

    def _mark_read(self) -> None:
        """Mark a story read whose end is in view: once the reader has moved in it, or it was there for a moment."""
        story, place, since = self._seen
        text = self.article.text
        seen = story == self.article.id and (self.pane.place != place or monotonic() - since >= _MOMENT)
        if seen and text and self.pane.end >= len(text) and not self.is_read(story):
            self.set_read(story, read=True)

    def on_open_story(self, message: OpenStory) -> None:
        """Open the story that was clicked."""
        message.stop()
        self.open_story(self.listed(message.position))
        self.action_to_text()

    def on_resize(self, event: events.Resize) -> None:
        """Fold what has no room."""
        self.set_class(event.size.width < _NARROW, "-narrow")
        self.set_class(event.size.height < _SHORT, "-short")
        self.status.hinting = event.size.height < _SHORT
        self.show_pictures()

    # the reader as a whole ----------------------------------------------------------------------------------------

    def action_clear(self) -> None:
        """Close what is open, then clear what is lit, then say how to quit."""
        if self.has_class("-sidebar-open") and self.has_class("-narrow"):
            self.action_to_text()
        elif self.leave_study():
            pass
        elif self.has_class("-zen"):
            self.action_zen()
        elif self.trail is not None or self.figure is not None:
            self.trail = self.current = self.figure = None
            self.show_followed()
            self.show_lights()
            self.say("")
        elif self.list_all():
            self.say("all stories again")
        else:
            self.clear_selection()
            self.say(f"{self.key('back_or_quit')} quits")

    def action_keys(self) -> None:
        """Show all keys; typing narrows them, Enter does what is chosen."""
        from tui_reader.tui.screens.keys import KeysStudy

        if not isinstance(self.study, KeysStudy):
            self.open_study(KeysStudy(self))

    def action_palette(self) -> None:
        """Offer all commands by name."""
        self.action_keys()

    def action_as_scanned(self) -> None:
        """Show the page as it came, at the same place."""
        from tui_reader.tui.screens.scan import ScanScreen

        article = self.article
        if not article.raw:
            self.say("nothing was repaired in this story")
            return
        self.app.push_screen(ScanScreen(article, self.pane.place))

    def action_back_or_quit(self) -> None:
        """Leave the list, or quit."""
        if self.has_class("-sidebar-open") and self.has_class("-narrow"):
            self.action_to_text()
        else:
            self.action_quit_now()

    def action_quit_now(self) -> None:
        """Quit."""
        self.leave()
        self.app.exit()
