"""The answers under the search bar: names first, then places in the text."""

from collections.abc import Callable, Sequence

from textual import events

from tui_reader.model import EntityHit, EntityKind, NameMatch, TextHit
from tui_reader.text.cells import clip, width
from tui_reader.tui.messages import ChooseAnswer
from tui_reader.tui.widgets.strip import dispersion
from tui_reader.tui.widgets.window import ListWindow, fit

KIND_WORDS = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANIZATION: "org",
    EntityKind.PLACE: "place",
    EntityKind.EVENT: "event",
    EntityKind.WORK: "work",
    EntityKind.PRODUCT: "product",
    EntityKind.OTHER: "name",
}
"""How a kind is called in a narrow column."""
_KIND_CELLS = 8
_LEFT_SHARE = 0.4
_STRIP = 12
"""Cells of the picture of where in the archive a name falls."""
_COUNT = 19
"""Cells of the counts, so that the pictures stand under each other."""
_ROOMY = 70
"""Cells from which there is room for it."""


class Answers(ListWindow):
    """A window over what a query found."""

    def __init__(self) -> None:
        super().__init__(item_rows=1, id="answers")
        self.rows: tuple[EntityHit | TextHit, ...] = ()
        self.dispersion_of: Callable[[int, int], Sequence[int]] = lambda _key, _cells: ()
        """Gives for an entity's key how many mentions fall into each of so many stretches of the archive."""
        self._dispersions: dict[int, Sequence[int]] = {}

    def set_rows(self, rows: tuple[EntityHit | TextHit, ...]) -> None:
        """Take a new query's answers; the first is chosen."""
        self.rows = rows
        self._first = 0
        self.set_count(len(rows), 0)

    def forget(self) -> None:
        """Ask anew where names fall: the archive has grown."""
        self._dispersions.clear()

    def draw_item(self, number: int, row: int, cells: int) -> list[tuple[str, str]]:
        """Draw an answer on one row."""
        del row
        hit = self.rows[number]
        mark = ("▌" if number == self.cursor else " ", "count")
        if isinstance(hit, TextHit):
            return [mark, *self._text(hit, cells - 2)]
        return [mark, *self._entity(hit, cells - 2)]

    def _entity(self, hit: EntityHit, cells: int) -> list[tuple[str, str]]:
        match, known = hit.match, hit.match.candidate
        stories = "story" if known.story_count == 1 else "stories"
        count = f"  {known.mention_count:,} in {known.story_count:,} {stories} "
        if cells > _ROOMY:
            count = count.rjust(_COUNT)
        kind = fit(f"{KIND_WORDS[known.kind]} ", _KIND_CELLS) if cells > 44 else ""
        strip = self._strip(known.key) if cells > _ROOMY else []
        room = max(4, cells - width(count) - width(kind) - (_STRIP + 1 if strip else 0))
        parts: list[tuple[str, str]] = [(kind, "kind")]
        name = fit(known.name, room).rstrip()
        parts += _matched(name, match)
        also = match.matched if match.matched != known.name else ", ".join(known.aliases)
        rest = room - width(name)
        parts.append((fit(f"  {also}", rest) if also and rest > 6 else " " * rest, "dim"))
        if strip:
            parts += [(" ", ""), *strip]
        parts.append((count, "count"))
        return parts

    def _strip(self, key: int) -> list[tuple[str, str]]:
        if key not in self._dispersions:
            self._dispersions[key] = self.dispersion_of(key, _STRIP)
        return dispersion(self._dispersions[key])

    def _text(self, hit: TextHit, cells: int) -> list[tuple[str, str]]:
        kind = fit("text", _KIND_CELLS) if cells > 44 else ""
        room = max(4, cells - width(kind))
        side = int((room - width(hit.text)) * _LEFT_SHARE)
        left = hit.left
        while width(left) > max(0, side):
            left = left[max(1, width(left) - side) :] if side > 0 else ""
        used = width(left) + width(hit.text)
        return [
            (kind, "kind"),
            (" " * max(0, side - width(left)) + left, "dim"),
            (hit.text, "matched"),
            (clip(hit.right, max(0, room - max(used, side + width(hit.text)))), "dim"),
        ]

    def on_click(self, event: events.Click) -> None:
        """Choose the answer under the mouse."""
        number = self.item_at(event.y)
        if number is not None:
            self.post_message(ChooseAnswer(number))


def _matched(name: str, match: NameMatch) -> list[tuple[str, str]]:
    """Cut a name into what met the query and what did not."""
    plain = "weak" if match.weak else "name"
    if match.matched != match.candidate.name:
        return [(name, plain)]
    parts: list[tuple[str, str]] = []
    position = 0
    for span in match.spans:
        start, end = max(position, span.start), min(span.end, len(name))
        if start < end:
            parts += [(name[position:start], plain), (name[start:end], "matched")]
            position = end
    return [*parts, (name[position:], plain)]
