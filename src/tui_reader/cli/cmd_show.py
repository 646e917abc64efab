"""``show``: a story's reflowed text, or its structure."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from tui_reader.archive import Archive
from tui_reader.cli.diagnostics import ExitCode
from tui_reader.cli.output import Output
from tui_reader.model import Article, BlockType, UsageProblem

if TYPE_CHECKING:
    from tui_reader.reflow import Options

_FIELDS = {BlockType.HEADLINE, BlockType.STANDFIRST, BlockType.BYLINE}
_STYLES = {BlockType.HEADLINE: "title", BlockType.CROSSHEAD: "title", BlockType.STANDFIRST: "standfirst"}
_QUIET = {BlockType.BYLINE, BlockType.KICKER, BlockType.CAPTION, BlockType.CREDIT, BlockType.BOILERPLATE}
_LARGE = 4_000_000
"""Code points of a story that is not held a second time to be written."""
_PREFERRED = 66
"""Cells in a line of text, where there is room: the middle of the comfortable range."""


def _width(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= 1000:
        message = f"must be a whole number of cells from 1 to 1000, not {text!r}"
        raise ArgumentTypeError(message)
    return int(text)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder or - (default: the bundled edition)")
    parser.add_argument("--story", metavar="ID", help="only the story with this id (see list)")
    parser.add_argument("--width", type=_width, metavar="N", help="cells in a line (default: 66, or the terminal)")
    parser.add_argument("--json", action="store_true", help="print the structure as JSON")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Print the stories asked for."""
    articles = list(archive.stream())
    if arguments.story is not None:
        articles = [article for article in articles if article.id == arguments.story]
        if not articles:
            message = f"{arguments.story}: no story has this id (shanxi-reader list shows them)"
            raise UsageProblem(message)
    if arguments.json:
        large = any(len(article.text) > _LARGE for article in articles)
        output.json({"stories": [_structure(article) for article in articles]}, large=large)
        return ExitCode.DONE
    from tui_reader.reflow import QUICK, Options

    measure = arguments.width or min(_PREFERRED, output.columns)
    options = Options(quick=sum(len(article.text) for article in articles) > QUICK)
    for number, article in enumerate(articles):
        if number:
            output.line()
            output.line("* * *".center(measure).rstrip())
            output.line()
        _print(article, measure, options, output)
    return ExitCode.DONE


def _structure(article: Article) -> dict[str, object]:
    blocks = []
    for index, block in enumerate(article.blocks):
        if block.type in _FIELDS:
            continue
        span = article.span(index)
        # a kicker is a small heading, and the interface has one word for those
        kind = BlockType.CROSSHEAD if block.type is BlockType.KICKER else block.type
        row: dict[str, object] = {"type": kind, "text": block.text, "start": span.start, "end": span.end}
        if block.attribution:
            row["attribution"] = block.attribution
            if block.type is BlockType.CAPTION:
                row["credit"] = block.attribution
        if block.depth:
            row["depth"] = block.depth
        if block.picture:
            row["picture"] = block.picture
        blocks.append(row)
    return {
        "id": article.id,
        "title": article.headline,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "source": article.source,
        **({"url": article.url} if article.url else {}),
        "text": article.text,
        "blocks": blocks,
        "repairs": [
            {
                "kind": repair.kind,
                "start": repair.start,
                "end": repair.end,
                "raw_start": repair.raw_start,
                "raw_end": repair.raw_end,
                "confidence": round(repair.confidence, 3),
            }
            for repair in article.repairs
        ],
    }


def _print(article: Article, measure: int, options: "Options", output: Output) -> None:
    from tui_reader.reflow import Flow, lead

    if not article.blocks:
        return
    for line in Flow(article, measure, options).lines():
        kind = article.blocks[line.block].type
        text = article.text[line.start : line.end] + ("-" if line.hyphen else "")
        indent = lead(article, line) if text else ""
        if style := _STYLES.get(kind):
            text = output.styled(text, style)
        else:
            text = output.styled(text, "dim") if kind in _QUIET or line.attribution else text
        output.line(indent + text)
