"""Notes: the reader's words on a selection or a paragraph."""

from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from tui_reader.model import Span
from tui_reader.state import Note
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.commands import NOTE_HINTS
from tui_reader.tui.screens.saving import SavingActions
from tui_reader.tui.screens.study import StudyActions

if TYPE_CHECKING:
    from tui_reader.tui.widgets.note_editor import NoteEditor

NOTE_SIGN = "†"
"""What stands in the margin beside a noted passage."""


class NoteActions(SavingActions, StudyActions):
    """``a`` and ``A``: write notes, and go through them."""

    _noted: tuple[Note | None, str, Span] | None = None
    """The note being written: what it was, its story and its span; None while none is written."""
    _draft: tuple[str, Span, str] | None = None
    """A note that was left unfinished: story, span, words."""

    def story_notes(self) -> tuple[Note, ...]:
        """Give the open story's notes, in reading order."""
        return self.state.notes(self.archive.known(self.article.id), self.article.text)

    def action_note(self) -> None:
        """Write a note on the selection, or on the paragraph at the top line; change it where there is one."""
        article, span = self.article, self.pane.selected_span
        if span is None:
            number = article.block_at(self.pane.place)
            start = article.starts[number]
            span = Span(start, start + len(article.blocks[number].content))
        note = next((note for note in self.story_notes() if note.span == span), None)
        self.write_note(note, article.id, span, article.text[span.start : span.end])

    def write_note(self, note: Note | None, story: str, span: Span, quote: str) -> None:
        """Open the editor on a note, or on a new one on a span of a story."""
        draft = self._draft if self._draft is not None and self._draft[:2] == (story, span) else None
        editor = self._ready_editor()
        self._noted = (note, story, span)
        about = safe_line(" ".join(quote.split()))
        editor.begin(f"note on “{about[:48].rstrip()}{'…' if len(about) > 48 else ''}”", self._words(note, draft))
        editor.display = True
        editor.focus(scroll_visible=False)
        self.show_hints(NOTE_HINTS)
        self.say("Enter keeps the note · ctrl+j new line · Esc leaves")

    @staticmethod
    def _words(note: Note | None, draft: tuple[str, Span, str] | None) -> str:
        if draft is not None:
            return draft[2]
        return note.text if note is not None else ""

    def _ready_editor(self) -> "NoteEditor":
        from tui_reader.tui.widgets.note_editor import NoteEditor

        try:
            return self.query_one("#note", NoteEditor)
        except NoMatches:
            editor = NoteEditor(self._keep_note, self._leave_note)
            self.mount(editor)
            return editor

    def _keep_note(self, words: str) -> None:
        if self._noted is None:
            return
        note, story, span = self._noted
        if not words.strip():
            said = "the note was empty"
            if note is not None:
                self.state.remove_note(note.id)
                said = "note taken away"
        elif note is not None:
            self.state.change_note(note.id, words.strip())
            said = "note changed"
        else:
            self.state.add_note(self.archive.known(story), span, words.strip(), self.archive.article(story).text)
            said = f"noted · {self.key('notes')} lists all notes"
        self._draft = None
        self._close_editor()
        self.say(said)

    def _leave_note(self, words: str) -> None:
        if self._noted is None:
            return
        note, story, span = self._noted
        former = note.text if note is not None else ""
        self._draft = (story, span, words) if words.strip() and words != former else None
        self._close_editor()
        self.say(f"left unfinished; {self.key('note')} goes on with it" if self._draft else "")

    def _close_editor(self) -> None:
        self._noted = None
        self._ready_editor().display = False
        self.clear_selection()
        self.show_signs()
        opened = self.study
        if opened is not None and not self.has_class("-kept"):
            opened.renew()
            self.panel.show()
            self.panel.focus(scroll_visible=False)
        else:
            self.pane.focus(scroll_visible=False)
        self.show_keys()

    def signs(self) -> list[tuple[int, str]]:
        """Give what the margin shows beside the open story: marks, then notes."""
        return [*super().signs(), *((note.span.start, NOTE_SIGN) for note in self.story_notes() if not note.lost)]

    def action_notes(self) -> None:
        """List all notes."""
        from tui_reader.tui.screens.notebook import Notebook

        self.open_study(Notebook(self))
        self.call_after_refresh(self._chosen)
