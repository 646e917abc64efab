"""The archive grows behind the reading: stories come in, names are found, files change; place and story stay."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from tui_reader.archive import Progress
from tui_reader.model import ReaderProblem
from tui_reader.state import find_again, remember
from tui_reader.tui.screens.searching import SearchActions
from tui_reader.tui.widgets.prompt import SearchPrompt


class GrowingArchive(SearchActions):
    """Takes in what is added to the archive while it is read."""

    _stop: threading.Event | None = None
    """Set to end the work beside the screen; None before it begins."""
    _skipped: Sequence[str] = ()
    """What was told of as skipped."""

    def start_growing(self) -> None:
        """Bring the archive up to date beside the screen; leaving never waits for it."""
        stop = self._stop = threading.Event()
        threading.Thread(target=self._grow, args=(stop,), name="archive", daemon=True).start()

    def stop_growing(self) -> None:
        """Let the work beside the screen end; what is done stays done."""
        if self._stop is not None:
            self._stop.set()

    def _grow(self, stop: threading.Event) -> None:
        try:
            for progress in self.archive.grow(stop):
                self._tell(stop, partial(self._grown, progress))
        except ReaderProblem as problem:
            self._tell(stop, partial(self.say, str(problem), notice=True))

    def _tell(self, stop: threading.Event, fact: Callable[[], None]) -> None:
        if not stop.is_set() and self.app.is_running:
            self.app.call_from_thread(fact)

    def _grown(self, progress: Progress) -> None:
        changed = not self.archive.is_current
        if changed:
            self._take_in()
        told, self.reached = self.reached, progress.reached
        self.query_one("#prompt", SearchPrompt).set_coverage(self._coverage(progress))
        if self.archive.notice:
            self.say(self.archive.notice, notice=True)
        elif progress.done:
            self._tell_skipped()
        self.show_place()
        self._take_due_steps()
        self.take_due_figures()
        if changed:
            self.renew_study()
        if changed or told != self.reached or self._accepting is not None:
            self.answer_anew()

    def _take_in(self) -> None:
        self.archive.refresh()
        self._renew()
        self.show_stories()
        self.answers.forget()

    def _tell_skipped(self) -> None:
        """Say, once, what could not be read, or not as it was meant."""
        skipped = [str(each) for each in self.archive.skipped]
        if skipped and skipped != self._skipped:
            more = f" (and {len(skipped) - 1:,} more: shanxi-reader list tells)" if len(skipped) > 1 else ""
            self.say(f"{skipped[0]}{more}", notice=True)
        self._skipped = skipped

    def _take_due_steps(self) -> None:
        """Go on to the story that was asked for before it was read."""
        steps = min(self.steps_due, len(self.archive) - 1 - self.order)
        if steps > 0 and not self.searching:
            self.steps_due -= steps
            self.open_story(self.archive.row(self.order + steps).id)
            self.say("")
        if self.archive.complete or self.searching:
            self.steps_due = 0

    def _coverage(self, progress: Progress) -> str:
        stories = f"{progress.stories:,} stor{'y' if progress.stories == 1 else 'ies'}"
        left = f", {_spoken(progress.left)} left" if progress.left >= 1 else ""
        if progress.done:
            return f"{progress.names:,} name{'' if progress.names == 1 else 's'} in {stories}"
        if progress.reached:
            return f"reading {progress.reached}{left}"
        rate = f", {progress.rate:,.0f} a second" if progress.rate else ""
        return f"reading on: {stories}{rate}{left}"

    def _renew(self) -> None:
        """Take the open story as the index now has it; where its file is gone, keep what is shown."""
        try:
            fresh = self.archive.article(self.article.id)
        except KeyError:
            self.say("the file of this story is gone; it stays here until you open another", notice=True)
            return
        if fresh.text != self.article.text:
            place = find_again(fresh.text, remember(self.article.text, self.pane.place))
            self.current = self.figure = None
            self.article = fresh
            self.pane.show(fresh, place or 0, self.figures())
            self._dress(self.pane)
        self.show_lights()


def _spoken(seconds: float) -> str:
    """Say a time roughly."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.0f} h"
