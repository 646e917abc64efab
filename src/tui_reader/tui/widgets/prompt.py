"""The line that stands where the search bar opens: it says what can be searched for, and how much is searched."""

from rich.segment import Segment
from textual.strip import Strip

from tui_reader.text.cells import width
from tui_reader.tui.looks import looks
from tui_reader.tui.widgets.drawn import Drawn, row
from tui_reader.tui.widgets.window import fit


class SearchPrompt(Drawn):
    """A quiet search bar, before it is opened."""

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self._followed = ""
        self._coverage = ""

    def set_followed(self, text: str) -> None:
        """Show what is followed in place of the invitation."""
        self._followed = text
        self.refresh()

    def set_coverage(self, text: str) -> None:
        """Show how much can be searched, while not everything can."""
        self._coverage = text
        self.refresh()

    @property
    def coverage(self) -> str:
        """What is said of how much can be searched."""
        return self._coverage

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        cells, ground = self.size.width, self.rich_style
        dim = ground + looks(self.app)["prompt--dim"]
        key = ground + looks(self.app)["prompt--key"]
        said = self._followed or "search a person, company, place or word"
        coverage, space = self._coverage, cells - width(said) - 7
        if width(coverage) > space:
            coverage = coverage.partition(", ")[0]
        if width(coverage) > space:
            coverage = ""
        room = max(0, cells - 4 - width(coverage) - 1)
        segments = [
            Segment("  / ", key),
            Segment(fit(said, room), ground if self._followed else dim),
            Segment(f"{coverage} ", dim),
        ]
        return row(segments, cells, ground)
