"""What a markup parser hands on: blocks before it is known which of them head a story."""

from dataclasses import dataclass

from tui_reader.model import Block, BlockType
from tui_reader.text.sanitise import safe_line

DEEPEST = 9
"""Lists in lists are told apart down to here."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block as marked up."""

    type: BlockType
    text: str
    attribution: str = ""
    level: int = 0
    """1 to 6 for a heading; 0 for anything else."""
    emphasised: bool = False
    """The whole of it is set in italics or bold."""
    explicit: bool = False
    """The source itself names the type, so that it is not up for reading as anything else."""
    picture: str = ""
    """What the source calls the picture that stands here; a caption without words is a picture that has none."""
    depth: int = 0
    """In how many lists a list item stands; 0 for anything else."""

    def block(self, kind: BlockType | None = None) -> Block:
        """Give the finished, clean block, as ``kind`` where that is given."""
        attribution = self.attribution and safe_line(self.attribution)
        return Block(kind or self.type, safe_line(self.text), attribution, self.picture, min(self.depth, DEEPEST))


@dataclass(frozen=True, slots=True)
class Details:
    """What a source says about itself before its text."""

    title: str = ""
    kicker: str = ""
    standfirst: str = ""
    byline: str = ""
    provenance: str = ""
    date: str = ""
    url: str = ""
    """Where the original stands on the net."""
    credits: tuple[str, ...] = ()
