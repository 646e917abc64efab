"""Reading keys: lines, pages, paragraphs, insets, stories, and the way back."""

from tui_reader.model import BlockType, Place, Span
from tui_reader.tui.choices import choose
from tui_reader.tui.screens.core import ReadingCore
from tui_reader.tui.widgets.pane import INSETS

_STEP = 4
"""Cells by which the measure grows and shrinks."""
_SHORTEST, _LONGEST = 45, 100


class MotionActions(ReadingCore):
    """Where the reader goes by himself."""

    @property
    def in_sidebar(self) -> bool:
        """Tell whether the keys go to the list of stories."""
        return self.focused is self.sidebar

    def hush(self) -> None:
        """Take back what was said, now that the reader goes on; a notice stays until there is other news."""
        if not self.status.is_notice:
            self.say("")

    # lines and pages ----------------------------------------------------------------------------------------------

    def action_line_down(self) -> None:
        """Go one line down, or to the next story of the list."""
        self.hush()
        self._move(self.times) if self.in_sidebar else self.pane.move_lines(self.times)

    def action_line_up(self) -> None:
        """Go one line up, or to the previous story of the list."""
        self.hush()
        self._move(-self.times) if self.in_sidebar else self.pane.move_lines(-self.times)

    def action_page_down(self) -> None:
        """Go one page down; at the end of a story, say what is next."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Go one page up."""
        self._turn(-1)

    def action_half_down(self) -> None:
        """Go half a page down."""
        self._turn(0.5)

    def action_half_up(self) -> None:
        """Go half a page up."""
        self._turn(-0.5)

    def _turn(self, pages: float) -> None:
        """Go by pages of the text or of the list; by lines where a number was typed, as less does."""
        self.hush()
        step = 1 if pages > 0 else -1
        if self.in_sidebar:
            self._move(self.number * step or round(self.sidebar.page * pages) or step)
        elif not (self.pane.move_lines(self.number * step) if self.number else self.pane.move_page(pages)) and step > 0:
            self._at_end()

    def action_to_start(self) -> None:
        """Go to the first line, or the first story of the list; or to the one whose number was typed."""
        self._go_to_line(self.number or 1)

    def action_to_end(self) -> None:
        """Go to the last line, or the last story of the list; or to the one whose number was typed."""
        self._go_to_line(self.number)

    def _go_to_line(self, number: int) -> None:
        """Go to a line of the story, or a story of the list, from 1; 0 is the last one."""
        flow = self.pane.flow
        self.hush()
        if self.in_sidebar:
            self._move_to((number or len(self.archive)) - 1)
        elif flow is not None:
            self.remember_jump()
            if number:
                self.pane.place = flow.line(flow.move(flow.start, number - 1)).start
            else:
                self.pane.move_end()

    def action_to_percent(self) -> None:
        """Go so many hundredths into the story: to its start where no number was typed."""
        text = self.article.text
        self.remember_jump()
        self.say("" if self.number else f"the start · 50{self.key('to_percent')} goes to the middle")
        if self.number < 100:
            self.pane.place = len(text) * self.number // 100
        else:
            self.pane.move_end()

    def action_paragraph_down(self) -> None:
        """Put the next paragraph on the top line."""
        for _ in range(self.times):
            if not self.pane.move_paragraph(1):
                return

    def action_paragraph_up(self) -> None:
        """Put this paragraph's first line, or the previous one's, on the top line."""
        for _ in range(self.times):
            if not self.pane.move_paragraph(-1):
                return

    def action_next_caption(self) -> None:
        """Go to the next caption, pull quote or callout."""
        self._step_inset(1)

    def action_previous_caption(self) -> None:
        """Go to the previous caption, pull quote or callout."""
        self._step_inset(-1)

    def _step_inset(self, step: int) -> None:
        article, here = self.article, self.pane.place
        offsets = [start for start, block in zip(article.starts, article.blocks, strict=True) if block.type in INSETS]
        # a picture stands in the break before its block: from there, that block is not the next one
        met = self.pane.block_on_top
        ahead = [
            offset
            for offset in offsets
            if (offset > here and article.block_at(offset) != met if step > 0 else offset < here)
        ]
        if not ahead:
            self.say("no caption, quote or callout " + ("below" if step > 0 else "above"))
            return
        offset = ahead[min(self.times, len(ahead)) - 1] if step > 0 else ahead[-min(self.times, len(ahead))]
        self.pane.move_to_block(article.block_at(offset))
        kind = article.blocks[article.block_at(offset)].type
        self.say("pull quote" if kind is BlockType.PULLQUOTE else kind)

    def _at_end(self) -> None:
        following = self.story_beside(1)
        self.say(
            f"end of the story · {self.key('next_story')} opens “{following}”" if following else "end of the last story"
        )

    # stories ------------------------------------------------------------------------------------------------------

    def _move(self, items: int) -> None:
        """Open a story so many further down the list."""
        raise NotImplementedError

    def _move_to(self, position: int) -> None:
        """Open the story at a position of the list, or the last one."""
        raise NotImplementedError

    def story_beside(self, step: int) -> str:
        """Give the title of the story before or after the open one in the list; nothing where there is none."""
        raise NotImplementedError

    def action_next_story(self) -> None:
        """Open the next story."""
        if not self.story_beside(1):
            self.steps_due = 0 if self.archive.complete else self.steps_due + 1
            self.say("this is the last story" if self.archive.complete else "the next story is being read")
            return
        self._move(self.times)

    def action_previous_story(self) -> None:
        """Open the previous story."""
        if not self.story_beside(-1):
            self.say("this is the first story")
        self._move(-self.times)

    def action_to_sidebar(self) -> None:
        """Give the keys to the list of stories, and show it where it is hidden."""
        self.remove_class("-zen", "-no-sidebar")
        self.add_class("-sidebar-open")
        self.sidebar.focus()

    def action_to_text(self) -> None:
        """Give the keys to the text."""
        self.remove_class("-sidebar-open")
        self.pane.focus()

    def action_switch_pane(self) -> None:
        """Give the keys to the other of list and text."""
        self.action_to_text() if self.in_sidebar else self.action_to_sidebar()

    def action_toggle_sidebar(self) -> None:
        """Show or hide the list of stories."""
        if self.has_class("-narrow"):
            self.action_switch_pane()
            return
        self.toggle_class("-no-sidebar")
        if self.has_class("-no-sidebar"):
            self.action_to_text()

    def action_toggle_read(self) -> None:
        """Mark the open story read or unread."""
        read = not self.is_read(self.article.id)
        self.set_read(self.article.id, read=read)
        self.say("marked read" if read else "marked unread")

    # the way back -------------------------------------------------------------------------------------------------

    def remember_jump(self) -> None:
        """Remember this place as one to come back to."""
        self._back.append(self.here)
        self._forward.clear()

    def action_back(self) -> None:
        """Go back to where the last jump began."""
        self._retrace(self._back, self._forward, "nowhere to go back to")

    def action_forward(self) -> None:
        """Undo going back."""
        self._retrace(self._forward, self._back, "nowhere to go forward to")

    def _retrace(self, places: list[Place], others: list[Place], nowhere: str) -> None:
        here = self.here
        while places:
            place = places.pop()
            if place != here:
                others.append(here)
                self.visit(place)
                self.say("")
                return
        self.say(nowhere)

    # the page -----------------------------------------------------------------------------------------------------

    def action_wider(self) -> None:
        """Set longer lines."""
        self._set_measure(self.pane.measure + _STEP)

    def action_narrower(self) -> None:
        """Set shorter lines."""
        self._set_measure(self.pane.measure - _STEP)

    def action_preferred_measure(self) -> None:
        """Set lines of the preferred length."""
        self._set_measure(self.settings.measure)

    def _set_measure(self, measure: int) -> None:
        self.pane.set_measure(max(_SHORTEST, min(measure, _LONGEST)))
        choose(self.state, self.settings, "measure", self.pane.preferred_measure)
        self.say(f"{self.pane.measure} cells a line")

    def action_zen(self) -> None:
        """Show nothing but the text, or everything again."""
        self.toggle_class("-zen")
        self.pane.focus()

    def span_of_page(self) -> Span:
        """Give the stretch of text on the screen."""
        return Span(self.pane.place, max(self.pane.end, self.pane.place + 1))
