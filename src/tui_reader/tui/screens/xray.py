"""X-Ray: the names of the story or of the archive, with how often and where they are mentioned; narrowed by typing."""

from functools import lru_cache
from typing import ClassVar

from tui_reader.archive import study
from tui_reader.archive.study import NameRow
from tui_reader.model import Place, Span
from tui_reader.text.normalise import fold
from tui_reader.tui.screens.panels import PanelActions
from tui_reader.tui.screens.study import Study
from tui_reader.tui.screens.trail import EntityTrail
from tui_reader.tui.widgets.answers import KIND_WORDS
from tui_reader.tui.widgets.strip import Parts, dispersion
from tui_reader.tui.widgets.window import fit

_KIND_CELLS = 8
_STRIP = 16
"""Cells of the dispersion plot, where there is room."""


class XRay(Study):
    """A list of names."""

    desk: PanelActions
    beside: ClassVar[bool] = True
    narrows: ClassVar[bool] = True
    answers: ClassVar[tuple[str, ...]] = ("panel_card", "panel_scope", "panel_repair", "panel_undo")

    def __init__(self, desk: PanelActions, *, everywhere: bool) -> None:
        super().__init__(desk)
        self.everywhere = everywhere
        self.story = desk.article.id
        self._load()
        followed = desk.trail.key if isinstance(desk.trail, EntityTrail) else None
        self.cursor = next((number for number, row in enumerate(self.rows) if row.key == followed), 0)

    def _load(self) -> None:
        archive = self.desk.archive
        self._strip = lru_cache(maxsize=512)(self._counts)
        if self.everywhere:
            self._all = study.names_of_archive(archive)
        else:
            self._all = study.names_of_story(archive, self.story)
        self.rows: list[NameRow] = self._all
        self.narrow(self.typed)

    def _counts(self, number: int, cells: int) -> tuple[int, ...]:
        row, archive = self.rows[number], self.desk.archive
        if self.everywhere:
            return study.dispersion(archive, row.key, cells)
        return study.dispersion_in(archive.article(self.story), row.offsets, cells)

    # what the panel draws -----------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What the names are of."""
        return "Names of the archive" if self.everywhere else "Names of this story"

    @property
    def said(self) -> str:
        """How many there are."""
        shown, every = len(self.rows), len(self._all)
        at = f"{self.desk.panel.cursor + 1:,}/{shown:,}" if shown and self.desk.study is self else f"{shown:,}"
        return f"{at} of {every:,}" if self.typed and not self.everywhere else at

    @property
    def empty(self) -> str:
        """What to do where no name is shown."""
        if self.typed:
            here = (
                "in the archive"
                if self.everywhere
                else f"in this story · {self.desk.key('panel_scope')} looks in the archive"
            )
            return f"no name like “{self.typed}” {here}"
        if not self.desk.archive.complete:
            return "names are being looked for · come back in a moment"
        if self.everywhere:
            return f"no name was found · {self.desk.key('search')} searches the text"
        return f"no name in this story · {self.desk.key('panel_scope')} looks in the archive"

    @property
    def count(self) -> int:
        """How many names there are."""
        return len(self.rows)

    def _cells(self, cells: int) -> tuple[int, int, int, int]:
        """Give the cells of kind, name, strip and counts."""
        kind = _KIND_CELLS if cells >= 44 else 0
        counts = 12 if self.everywhere and cells >= 36 else 5
        strip = min(_STRIP, max(0, cells - kind - counts - 20)) if cells >= 32 else 0
        return kind, cells - kind - counts - strip - bool(strip), strip, counts

    def columns(self, cells: int) -> Parts:
        """Name the columns."""
        kind, name, strip, counts = self._cells(cells)
        where = fit(" archive" if self.everywhere else " story", strip + bool(strip))
        many = "×  stories" if self.everywhere and counts > 5 else "×"
        return [(" " + fit("kind", kind) if kind else " ", ""), (fit("name", name) + where + many.rjust(counts), "")]

    def row(self, number: int, cells: int) -> Parts:
        """Draw a name with its kind, where it falls and how often."""
        row = self.rows[number]
        kind, name, strip, counts = self._cells(cells)
        parts: Parts = [(fit(KIND_WORDS[row.kind], kind), "kind")] if kind else []
        parts.append((fit(row.name, name), "name"))
        if strip:
            parts += [(" ", ""), *dispersion(self._strip(number, strip))]
        parts.append((f"{row.mentions:,}".rjust(5), "count"))
        if counts > 5:
            parts.append((f"{row.stories:,}".rjust(counts - 5), "dim"))
        return parts

    def notes(self, number: int, cells: int) -> list[Parts]:
        """Say what else the chosen one is called."""
        row = self.rows[number]
        aliases = row.aliases
        if self.everywhere and not aliases:
            known = self.desk.archive.candidate(row.key)
            aliases = known.aliases if known else ()
        said = f"also {', '.join(aliases)}" if aliases else "no other name"
        return [[(fit(said, cells), "")]]

    # what the keys do ---------------------------------------------------------------------------------------------

    def narrow(self, typed: str) -> None:
        """Keep the names that hold what was typed; of the archive's also those that are nearly called so."""
        super().narrow(typed)
        self._strip.cache_clear()
        wanted = fold(typed)
        if self.everywhere:
            self.rows = study.names_of_archive(self.desk.archive, typed) if wanted else self._all
        else:
            self.rows = [row for row in self._all if any(wanted in fold(name) for name in (row.name, *row.aliases))]

    def _span(self, number: int) -> tuple[str, Span] | None:
        """Give the mention to show: the next one from where the reader was."""
        row, desk = self.rows[number], self.desk
        here = desk.place_before
        begin = Place(here.article, here.offset - 1)
        found = desk.archive.next_mention(row.key, begin, 1)
        return (found[1], Span(found[2], found[3])) if found else None

    def preview(self, number: int) -> None:
        """Show the next mention in the text."""
        desk, row = self.desk, self.rows[number]
        at = self._span(number)
        if at is not None:
            desk.show_preview(*at, EntityTrail(desk.archive, row.key))
            desk.say(f"{row.name} · {desk.archive.article(at[0]).title}")

    def accept(self, number: int) -> None:
        """Follow the name from its next mention on."""
        desk, row = self.desk, self.rows[number]
        at = self._span(number)
        if at is not None:
            desk.go_from_study(Place(at[0], at[1].start), at[1], EntityTrail(desk.archive, row.key))

    def renew(self) -> None:
        """Take the names anew."""
        self._load()

    def panel_scope(self) -> None:
        """List the names of the other: of the story, or of the archive."""
        key = self.rows[self.desk.panel.cursor].key if self.rows else None
        self.everywhere = not self.everywhere
        self._load()
        number = next((number for number, row in enumerate(self.rows) if row.key == key), 0)
        self.desk.panel.show(number)

    def panel_card(self) -> None:
        """Open the card of the chosen name."""
        if self.rows:
            self.desk.open_card(self.rows[self.desk.panel.cursor].key)

    def panel_repair(self) -> None:
        """Offer to repair the chosen name."""
        if self.rows:
            self.desk.open_repair(self.rows[self.desk.panel.cursor])

    def panel_undo(self) -> None:
        """Undo the last repair."""
        self.desk.undo_repair()
