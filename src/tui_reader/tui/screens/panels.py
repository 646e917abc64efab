"""The keys that open panels: mentions, names, cards, figures; and what panels ask of the screen."""

from collections.abc import Iterable

from tui_reader.archive import study
from tui_reader.archive.study import NameRow
from tui_reader.model import Place
from tui_reader.tui.screens.core import View
from tui_reader.tui.screens.study import StudyActions
from tui_reader.tui.screens.trail import EntityTrail, TextTrail, Trail


class PanelActions(StudyActions):
    """Opens each of the panels."""

    # opening by key -----------------------------------------------------------------------------------------------

    def action_concordance(self) -> None:
        """List all mentions of what is followed, or of the nearest name."""
        if self.has_class("-kept"):
            self.panel.focus(scroll_visible=False)
            return
        trail = self.trail or self._nearest_trail()
        if trail is not None:
            self.open_concordance(trail)

    def open_concordance(self, trail: Trail, *, view: View | None = None, at: Place | None = None) -> None:
        """List all stops of a trail; the one at or after a place is chosen."""
        from tui_reader.tui.screens.concordance import Concordance

        begin = at or Place(self.article.id, self.reading_offset(1))
        opened = Concordance(self, trail, begin)
        self.open_study(opened, view=view)
        self.call_after_refresh(self._chosen)

    def action_names_here(self) -> None:
        """List the names of the open story."""
        from tui_reader.tui.screens.xray import XRay

        self.open_study(XRay(self, everywhere=False))

    def action_names_everywhere(self) -> None:
        """List the names of the archive."""
        from tui_reader.tui.screens.xray import XRay

        self.open_study(XRay(self, everywhere=True))

    def action_card(self) -> None:
        """Open the card of what is followed, else of the nearest name."""
        trail = self.trail if isinstance(self.trail, EntityTrail) else self._nearest_trail()
        if trail is not None:
            self.open_card(trail.key)

    def open_card(self, key: int) -> None:
        """Open an entity's card."""
        from tui_reader.tui.screens.card import CardStudy

        card = study.card(self.archive, key)
        if card is None:
            self.say("this name is not known any more")
            return
        self.open_study(CardStudy(self, card))
        self.call_after_refresh(self._chosen)

    @property
    def place_before(self) -> Place:
        """Where the reader is, whatever is previewed."""
        view = self._return
        return Place(view.story, view.place) if view is not None else self.here

    def open_repair(self, name: NameRow) -> None:
        """Offer what may be done about a name."""
        raise NotImplementedError

    def undo_repair(self) -> None:
        """Take the last repair back."""
        raise NotImplementedError

    def repair(self, kind: str, name: str, other: str = "") -> bool:
        """Write a repair and settle the names anew; tell whether it could be written."""
        raise NotImplementedError

    @property
    def listing_only(self) -> bool:
        """Tell whether only the stories that mention a name are listed."""
        raise NotImplementedError

    def keep_stories(self, stories: Iterable[str] | None, why: str = "") -> None:
        """Keep some stories only in the list, by id, or every one again."""
        raise NotImplementedError

    def action_only_mentioning(self) -> None:
        """List only the stories that mention what is followed, or the nearest name; or all again."""
        if self.listing_only:
            self.keep_stories(None)
            self.say("all stories again")
            return
        trail = self.trail or self._nearest_trail()
        if trail is not None:
            stories = list(dict.fromkeys(story for story, _, _ in self.stops_of(trail)))
            self.keep_stories(stories, trail.label)
            more = "stories mention" if len(stories) != 1 else "story mentions"
            self.say(f"{len(stories):,} {more} {trail.label} · {self.key('only_mentioning')} shows all again")

    def action_ledger(self) -> None:
        """List all figures of the open story."""
        from tui_reader.tui.screens.ledger import LedgerStudy

        self.open_study(LedgerStudy(self))

    @property
    def trail_before(self) -> Trail | None:
        """What is followed, whatever is previewed."""
        view = self._return
        return view.trail if view is not None else self.trail

    def show_before(self) -> None:
        """Show the text as it was before the panel was opened; the panel stays."""
        view = self._return
        if view is not None:
            self.restore(view)

    def _nearest_trail(self) -> EntityTrail | None:
        near = study.nearest_name(self.archive, self.here)
        if near is None:
            self.say("no name in this story" if self.archive.complete else "names are being looked for")
            return None
        return EntityTrail(self.archive, near[0])

    def stops_of(self, trail: Trail) -> list[tuple[str, int, int]]:
        """Give the stops of a trail in reading order, as (story, start, end), a bounded number."""
        if isinstance(trail, EntityTrail):
            return study.mention_lines(self.archive, trail.key)
        return [(hit.article, hit.start, hit.end) for hit in trail.hits] if isinstance(trail, TextTrail) else []
