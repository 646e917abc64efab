"""Repairs at work: one line into the user's aliases, then the names settled anew beside the screen."""

from dataclasses import replace
from threading import Event

from tui_reader.archive import Archive, study
from tui_reader.archive.study import NameRow
from tui_reader.model import Place, ReaderProblem
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.screens.panels import PanelActions
from tui_reader.tui.screens.trail import EntityTrail, Trail


class RepairActions(PanelActions):
    """Merge, split, rename, ignore; and undo."""

    _undo: tuple[tuple[str, str], ...] = ()
    """The file's text before and after each repair of this session, the last one last."""

    def open_repair(self, name: NameRow) -> None:
        """Offer what may be done about a name."""
        from tui_reader.tui.screens.repair_names import RepairMenu

        self.open_study(RepairMenu(self, name))

    def repair(self, kind: str, name: str, other: str = "") -> bool:
        """Write a repair and settle the names anew; tell whether it could be written."""
        from tui_reader.archive import repair as edit
        from tui_reader.settings import config_folder

        try:
            path = edit.aliases_file(config_folder())
            text = edit.load(path)
            match kind:
                case "merge":
                    repaired = edit.merge(text, name, [other])
                case "split":
                    repaired = edit.split(text, name, other)
                case "rename":
                    repaired = edit.rename(text, name, other)
                case _:
                    repaired = edit.ignore(text, name)
            if repaired.before == repaired.after:
                self.say("your aliases.toml says so already")
                return False
            edit.save(path, repaired)
        except (ReaderProblem, OSError) as problem:
            self.say(safe_line(str(problem)), notice=True)
            return False
        self._undo = (*self._undo[-100:], (repaired.before, repaired.after))
        self._leave_repair()
        self._settle(
            repaired.after, f"aliases.toml: {' '.join(repaired.lines[-1:])} · {self.key('panel_undo')} takes it back"
        )
        return True

    def undo_repair(self) -> None:
        """Take the last repair of this session back, if nobody has written to the file since."""
        from tui_reader.archive import repair as edit
        from tui_reader.settings import config_folder

        if not self._undo:
            self.say("no repair to take back")
            return
        before, after = self._undo[-1]
        try:
            edit.save(edit.aliases_file(config_folder()), edit.Repaired(after, before))
        except (ReaderProblem, OSError) as problem:
            self.say(safe_line(str(problem)), notice=True)
            return
        self._undo = self._undo[:-1]
        self._leave_repair()
        self._settle(before, "the last repair is taken back")

    def _leave_repair(self) -> None:
        """Go back to the list that the repair began from."""
        from tui_reader.tui.screens.repair_names import MergeWith, RepairMenu, SplitOff

        while len(self._studies) > 1 and isinstance(self.study, RepairMenu | MergeWith | SplitOff):
            self.close_study()

    # settling anew ------------------------------------------------------------------------------------------------

    def _settle(self, book: str, said: str) -> None:
        """Settle the names by the aliases as they are now, beside the screen."""
        self.archive.book = book
        large = self.archive.index_folder is not None
        if large and not self.archive.complete:
            self.say(f"{said} · it holds once all stories are read, at the next start")
            return
        self.say("settling the names …")
        view = self._return
        trails = self.trail, view.trail if view is not None else None
        firsts = tuple(self._first_of(trail) for trail in trails)

        def work() -> None:
            fresh = None if large else Archive(self.archive.paths, book=book)
            try:
                if fresh is not None:
                    fresh.read_all()
                else:
                    self.archive.settle_anew(Event())
            except ReaderProblem as problem:
                said_instead = str(problem)
                self.app.call_from_thread(lambda: self.say(said_instead, notice=True))
                return
            self.app.call_from_thread(self._settled, fresh, book, firsts, said)

        self.run_worker(work, thread=True, group="settle", exclusive=True)

    def _settled(self, fresh: Archive | None, book: str, firsts: tuple[Place | None, ...], said: str) -> None:
        """Take the names as they are now; what is followed is found again by where it was mentioned first."""
        if book != self.archive.book:
            return
        if fresh is not None:
            self.archive.adopt(fresh)
        else:
            self.archive.refresh()
        view = self._return
        self.trail = self._found_again(self.trail, firsts[0])
        if view is not None:
            self._return = replace(view, trail=self._found_again(view.trail, firsts[1]))
        if self.trail is None:
            self.current = None
        self.renew_study()
        self.show_followed()
        self.show_lights()
        self.say(said)

    def _first_of(self, trail: Trail | None) -> Place | None:
        if not isinstance(trail, EntityTrail):
            return None
        first = self.archive.mentions(trail.key, limit=1)
        return Place(first[0][0], first[0][1]) if first else None

    def _found_again(self, trail: Trail | None, place: Place | None) -> Trail | None:
        if not isinstance(trail, EntityTrail):
            return trail
        key = study.key_at(self.archive, place) if place is not None else None
        return EntityTrail(self.archive, key) if key is not None else None
