"""The notebook: all notes in a panel, previewed in the text, changed, deleted, exported."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from tui_reader.archive.notebook import Noted, citation, write_notes
from tui_reader.model import InputProblem, Place, Span
from tui_reader.state import Note
from tui_reader.text.cells import clip
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.screens.noting import NoteActions
from tui_reader.tui.screens.saving import complaint, given_path
from tui_reader.tui.screens.study import Study
from tui_reader.tui.widgets.strip import Parts
from tui_reader.tui.widgets.window import fit

_MOST = 10_000
"""Notes listed at once."""
_PAGE = 1000
_QUOTE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class _Row:
    note: Note
    story: str | None
    """The story's id; None where it is not in this archive."""
    order: int
    """The story's place in the archive; those that are not in it come last."""


class Notebook(Study):
    """All notes, those of this archive first and in its order."""

    beside: ClassVar[bool] = True
    answers: ClassVar[tuple[str, ...]] = ("panel_edit", "panel_delete", "panel_undo", "panel_export")
    title = "Notes"

    def __init__(self, desk: NoteActions) -> None:
        super().__init__(desk)
        self._notes_desk = desk
        self._deleted: list[_Row] = []
        self._rows: list[_Row] = []
        self.renew()
        here = desk.here
        ahead = (number for number, row in enumerate(self._rows) if (row.order, row.note.span.end) > self._at(here))
        self.cursor = next(ahead, 0)

    def _at(self, place: Place) -> tuple[int, int]:
        return self.desk.archive.order_of(place.article), place.offset

    def renew(self) -> None:
        """Take the notes anew."""
        archive, state = self.desk.archive, self.desk.state
        notes: list[Note] = []
        while len(notes) < _MOST and (page := state.all_notes(_PAGE, notes[-1].id if notes else 0)):
            notes += page
        stories = {origin: archive.story_from(*origin) for origin in {(note.source, note.number) for note in notes}}
        rows = []
        for note in notes:
            story = stories[note.source, note.number]
            rows.append(_Row(note, story, archive.order_of(story) if story is not None else len(archive)))
        self._rows = sorted(rows, key=lambda row: (row.order, row.note.source, row.note.span, row.note.created))

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def said(self) -> str:
        """How many notes there are."""
        return f"{len(self._rows):,} note{'' if len(self._rows) == 1 else 's'}"

    @property
    def empty(self) -> str:
        """Say how to write one."""
        back, write = self.desk.key("panel_close"), self.desk.key("note")
        return f"no notes yet · {back} goes back, {write} writes one on the paragraph at the top"

    @property
    def count(self) -> int:
        """How many notes there are."""
        return len(self._rows)

    def row(self, number: int, cells: int) -> Parts:
        """Draw a note's first words after those it stands on."""
        note = self._rows[number].note
        quoted = max(8, int(cells * _QUOTE_SHARE))
        quote = fit(f"“{_one_line(note.quote)}”", quoted - 2)
        return [(f"{quote}  ", "dim"), (clip(_one_line(note.text), max(0, cells - quoted)), "name")]

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Show the chosen note's words and its story."""
        note = self._rows[number].note
        words = _one_line(note.text)
        first = clip(words, cells)
        rest = clip(words[len(first) :].lstrip(), cells)
        return [[(first, "name")], [(rest, "name")], [(fit(f"{note.created[:10]} · {self._story(number)}", cells), "")]]

    def _story(self, number: int) -> str:
        row = self._rows[number]
        return self.desk.archive.row(row.order).title if row.story is not None else self._source(number)

    def _source(self, number: int) -> str:
        row = self._rows[number]
        if row.story is None:
            name = safe_line(PurePath(row.note.source.decode("utf-8", "replace")).name)
            return f"{name}, which is not open"
        return citation(self.desk.archive.article(row.story))

    # what the keys do ---------------------------------------------------------------------------------------------

    def _span(self, row: _Row) -> Span | None:
        """Give where a note stands now; None where its story is not open or its words are gone."""
        if row.story is None:
            return None
        archive = self.desk.archive
        notes = self.desk.state.notes(archive.known(row.story), archive.article(row.story).text)
        return next((note.span for note in notes if note.id == row.note.id and not note.lost), None)

    def preview(self, number: int) -> None:
        """Show what the note stands on."""
        row = self._rows[number]
        span = self._span(row)
        if row.story is not None and span is not None:
            self.desk.show_preview(row.story, span, None)

    def accept(self, number: int) -> None:
        """Go to what the note stands on."""
        row = self._rows[number]
        span = self._span(row)
        if row.story is None or span is None:
            self.desk.say("the words of this note are not in the stories that are open", notice=True)
            return
        self.desk.go_from_study(Place(row.story, span.start), span)

    def panel_edit(self) -> None:
        """Change the chosen note's words."""
        if self._rows:
            row = self._rows[self.desk.panel.cursor]
            self._notes_desk.write_note(row.note, row.story or "", row.note.span, row.note.quote)

    def panel_delete(self) -> None:
        """Take the chosen note away."""
        if not self._rows:
            return
        row = self._rows[self.desk.panel.cursor]
        if row.story is None:
            self.desk.say("this note's story is not open: open it to take the note away", notice=True)
            return
        self._deleted.append(row)
        self.desk.state.remove_note(row.note.id)
        self._changed(f"note taken away · {self.desk.key('panel_undo')} brings it back")

    def panel_undo(self) -> None:
        """Bring the note back that was taken away last."""
        if not self._deleted:
            self.desk.say("nothing was taken away")
            return
        row = self._deleted.pop()
        assert row.story is not None  # noqa: S101 - others are not taken away
        archive = self.desk.archive
        text = archive.article(row.story).text
        self.desk.state.add_note(archive.known(row.story), row.note.span, row.note.text, text)
        self._changed("note brought back")

    def _changed(self, said: str) -> None:
        self.renew()
        self.desk.panel.show()
        self._notes_desk.show_signs()
        self.desk.say(said)

    def panel_export(self) -> None:
        """Write all notes as Markdown, to a file that is asked for."""
        if self._rows:
            self._notes_desk.ask("write the notes as Markdown to which file?", "notes.md", self._export)

    def _export(self, name: str) -> str:
        noted = [
            Noted(self._source(number), row.note.quote, row.note.text, row.note.created)
            for number, row in enumerate(self._rows)
        ]
        try:
            write_notes(given_path(name), noted)
        except InputProblem as problem:
            return complaint(problem, "file")
        self.desk.say(f"wrote {len(noted):,} note{'' if len(noted) == 1 else 's'} to {safe_line(name)}")
        return ""


def _one_line(text: str) -> str:
    return safe_line(" ".join(text.split()))
