"""What widgets announce. Requests are imperative, facts are past tense."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual.message import Message

from tui_reader.model import Article


class OpenStory(Message):
    """The person chose a story in the sidebar."""

    def __init__(self, position: int, *, read_on: bool) -> None:
        super().__init__()
        self.position = position
        """The story's position in the list, from 0."""
        self.read_on = read_on
        """The keys go to the text from now on."""


class WidenStories(Message):
    """The person pulls the edge of the list of stories."""

    def __init__(self, cells: int) -> None:
        super().__init__()
        self.cells = cells


class NamePointedAt(Message):
    """The mouse came to another place of the text, or left it."""

    def __init__(self, offset: int | None) -> None:
        super().__init__()
        self.offset = offset
        """Where in the article's text; None where there is none."""


class PlaceMoved(Message):
    """The reading pane shows another place."""

    def __init__(self, offset: int, end: int) -> None:
        super().__init__()
        self.offset = offset
        """Where the top line begins, in the article's text."""
        self.end = end
        """Where the last line shown ends."""


class PicturesWanted(Message):
    """Room for pictures has come into view."""

    def __init__(self, rooms: Mapping[int, tuple[int, int]]) -> None:
        super().__init__()
        self.rooms = rooms
        """Columns and rows of each, by the index of the block it stands over."""


class PicturesMeasured(Message):
    """The sizes of a story's pictures are known, later than its page was set."""

    def __init__(self, article: Article, sizes: Mapping[int, tuple[int, int]]) -> None:
        super().__init__()
        self.article = article
        self.sizes = sizes
        """Pixels across and down, by the index of the block each stands over."""


class PictureDrawn(Message):
    """A picture is drawn for its room."""

    def __init__(
        self,
        article: Article,
        block: int,
        size: tuple[int, int],
        rows: Sequence[Sequence[Segment]] = (),
        *,
        number: int = 0,
        sent: str = "",
    ) -> None:
        super().__init__()
        self.article = article
        self.block = block
        self.size = size
        """Columns and rows of the room it was drawn for."""
        self.rows = rows
        """Empty where it cannot be shown."""
        self.number = number
        """What the terminal calls it, where it shows pictures itself."""
        self.sent = sent
        """What the terminal is sent before the rows; empty where it shows none itself."""


class TerminalShowsPictures(Message):
    """The terminal has answered that it shows pictures where their cells stand."""


class FollowName(Message):
    """The person clicked a name in the text."""

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


class ChooseAnswer(Message):
    """The person clicked an answer of the search."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
