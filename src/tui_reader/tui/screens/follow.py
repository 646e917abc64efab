"""Following a name through the stories, and stepping through the figures."""

from bisect import bisect_left, bisect_right

from tui_reader.model import Place, Span
from tui_reader.tui.messages import FollowName, NamePointedAt
from tui_reader.tui.screens.core import ReadingCore
from tui_reader.tui.screens.trail import EntityTrail, Stop, Trail


class FollowActions(ReadingCore):
    """Mentions and figures, one after another."""

    _figures_due: tuple[str, int] = ("", 0)
    """A story, and figures to go on by in it as soon as they are found: keys pressed before they were."""

    @property
    def previewing(self) -> bool:
        """Tell whether the text shows something else than where the reader is."""
        raise NotImplementedError

    # mentions -----------------------------------------------------------------------------------------------------

    def action_next_mention(self) -> None:
        """Go to the next mention, in this story or a later one."""
        self._step_mention(1)

    def action_previous_mention(self) -> None:
        """Go to the previous mention, in this story or an earlier one."""
        self._step_mention(-1)

    @property
    def nothing_followed(self) -> str:
        """What to do where a name is asked for and none is followed."""
        return (
            f"nothing is followed yet: {self.key('search')} searches, {self.key('take_entity')} takes the nearest name"
        )

    def _step_mention(self, step: int) -> None:
        trail = self.trail
        if trail is None or not trail.total:
            self.say(self.nothing_followed)
            return
        start = Place(self.article.id, self.reading_offset(step))
        stop = trail.step(start, step)
        if stop is None:
            self.say(f"{trail.label} is mentioned nowhere any more")
            return
        for _ in range(min(self.times, trail.total) - 1):
            stop = trail.step(Place(stop.article, stop.span.start), step) or stop
        here = (self.order, start.offset)
        there = (self.archive.order_of(stop.article), stop.span.start)
        wrapped = there <= here if step > 0 else there >= here
        self.go_to_stop(trail, stop, wrapped=wrapped and trail.total > 1, step=step)

    def reading_offset(self, step: int) -> int:
        """Give the place the next step starts from: the current mention while it is in view, else the page's edge."""
        current = self.current
        if current is not None and self.span_in_view(current):
            return current.start
        return self.pane.place - 1 if step > 0 else self.pane.place

    def span_in_view(self, span: Span) -> bool:
        """Tell whether a span stands on the screen."""
        return self.pane.place <= span.start < max(self.pane.end, self.pane.place + 1)

    def go_to_stop(self, trail: Trail, stop: Stop, *, wrapped: bool = False, step: int = 1) -> None:
        """Show a stop and count it in the status line."""
        self.jump(Place(stop.article, stop.span.start), stop.span)
        self.current = stop.span
        self.show_lights()
        self.say(self.count_of(trail, stop, wrapped=wrapped, step=step))

    def count_of(self, trail: Trail, stop: Stop, *, wrapped: bool = False, step: int = 1) -> str:
        """Say which of the trail's stops this is."""
        number = f"{stop.number + 1:,}/" if stop.number is not None else "one of "
        text = f"{trail.label} {number}{trail.total:,}"
        if len(self.archive) > 1:
            text += f" · story {self.archive.order_of(stop.article) + 1}/{len(self.archive)}"
        if wrapped:
            text += " · from the start again" if step > 0 else " · from the end again"
        return text

    def follow(self, key: int, at: Span | None = None) -> None:
        """Follow an entity from here on; ``at`` is the mention it was taken from."""
        self.trail = EntityTrail(self.archive, key)
        self.current = at
        self.show_followed()
        self.show_lights()

    def show_followed(self) -> None:
        """Say in the search line what is followed."""
        raise NotImplementedError

    def action_take_entity(self) -> None:
        """Follow the name nearest the top line (or the current mention's line)."""
        mentions = self.archive.mentions_in(self.article.id)
        if not mentions:
            self.say("no name in this story" if self.archive.complete else "names are being looked for")
            return
        first = bisect_left(mentions, self.pane.place, key=lambda row: row[0].start)
        mention, key = mentions[min(first, len(mentions) - 1)]
        self._follow_mention(key, Span(mention.start, mention.end))

    def on_follow_name(self, message: FollowName) -> None:
        """Follow the name that was clicked."""
        message.stop()
        found = self._name_at(message.offset)
        if found is not None:
            self._follow_mention(*found)

    def on_name_pointed_at(self, message: NamePointedAt) -> None:
        """Underline the name under the mouse."""
        message.stop()
        found = self._name_at(message.offset) if message.offset is not None else None
        self.pane.point_at(found[1] if found is not None else None)

    def _name_at(self, offset: int) -> tuple[int, Span] | None:
        """Give the entity that is mentioned at an offset of the open story, and the mention; None where none is."""
        mentions = self.archive.mentions_in(self.article.id)
        number = bisect_right(mentions, offset, key=lambda row: row[0].start) - 1
        if number < 0 or offset >= mentions[number][0].end:
            return None
        mention, key = mentions[number]
        return key, Span(mention.start, mention.end)

    def _follow_mention(self, key: int, span: Span) -> None:
        self.follow(key, span)
        trail = self.trail
        if trail is not None:
            stop = trail.step(Place(self.article.id, span.start - 1), 1)
            if stop is not None:
                self.say(
                    self.count_of(trail, stop) + f" · {self.key('next_mention')} {self.key('previous_mention')} walk"
                )

    # figures ------------------------------------------------------------------------------------------------------

    def action_next_figure(self) -> None:
        """Go to the next figure and read it out."""
        self._step_figure(1, self.times)

    def action_previous_figure(self) -> None:
        """Go to the previous figure and read it out."""
        self._step_figure(-1, self.times)

    def take_due_figures(self) -> None:
        """Go on to the figure that was asked for before figures were found, in the story that is still open."""
        story, steps = self._figures_due
        if not steps or not (self.figures() or self.archive.complete):
            return
        self._figures_due = ("", 0)
        if story == self.article.id and not self.previewing:
            self._step_figure(1 if steps > 0 else -1, abs(steps))

    def _step_figure(self, step: int, times: int) -> None:
        figures = self.figures()
        if not figures and not self.archive.complete:
            story, steps = self._figures_due
            self._figures_due = (self.article.id, (steps if story == self.article.id else 0) + step * times)
            self.say("the figures are being looked for: it goes there once they are found")
            return
        if not figures:
            self.say(f"no figure in this story · {self.key('next_story')} opens the next one")
            return
        current = self.figure
        starts = [figure.start for figure in figures]
        if current is not None and self.span_in_view(current):
            number = bisect_right(starts, current.start) if step > 0 else bisect_left(starts, current.start) - 1
        else:
            number = bisect_left(starts, self.pane.place) + (0 if step > 0 else -1)
        number += (times - 1) * step
        wrapped = not 0 <= number < len(figures)
        number %= len(figures)
        figure = figures[number]
        self.figure = figure.span
        self.pane.reveal(figure.span)
        self.show_lights()
        again = " · from the start again" if step > 0 else " · from the end again"
        said = self.archive.read_out(self.article.id, figure)
        self.say(f"{number + 1}/{len(figures)} {figure.kind} · {said}{again if wrapped else ''}")
