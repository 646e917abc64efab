"""What widgets announce. Requests are imperative, facts are past tense."""

from textual.message import Message


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


class PlaceMoved(Message):
    """The reading pane shows another place."""

    def __init__(self, offset: int, end: int) -> None:
        super().__init__()
        self.offset = offset
        """Where the top line begins, in the article's text."""
        self.end = end
        """Where the last line shown ends."""


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
