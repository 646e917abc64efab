"""``figures``: every figure with its value and unit."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tui_reader.archive import Archive, Skipped
from tui_reader.archive.figures import figures_of, read_out
from tui_reader.archive.scope import Scope
from tui_reader.cli.diagnostics import ExitCode
from tui_reader.cli.output import Output
from tui_reader.model import Article, Figure


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder or - (default: the bundled edition)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Print the figures of all stories in reading order."""
    if arguments.json:
        output.json(
            [_row(article.id, article.text, figure) for article, figures in _found(archive) for figure in figures]
        )
        return ExitCode.DONE
    for article, figures in _found(archive):
        for number, figure in enumerate(figures):
            if figure.weak:
                continue
            # what it converts, or what converts it, stands right beside it
            beside = figures[max(0, number - 4) : number + 5]
            output.line(
                f"{output.styled(article.id, 'dim')}  {figure.kind:<8}  "
                f"{output.styled(article.text[figure.start : figure.end], 'title')}  "
                f"{output.styled(read_out(article, figure, beside), 'dim')}"
            )
    return ExitCode.DONE


def _found(archive: Archive) -> Iterator[tuple[Article, tuple[Figure, ...]]]:
    """Give each story with its figures, and tell once of a source that is too long to be looked through."""
    scope, told = Scope(), ""
    for article in archive.stream():
        looked_at = scope.studied(article)
        if scope.cut and article.source != told:
            told = article.source
            archive.skipped.append(Skipped(told, scope.cut, partly=True))
        yield article, figures_of(looked_at)


def _row(story: str, text: str, figure: Figure) -> dict[str, object]:
    row: dict[str, object] = {
        "story": story,
        "start": figure.start,
        "end": figure.end,
        "text": text[figure.start : figure.end],
        "kind": figure.kind,
        "value": figure.value,
    }
    if figure.value_max is not None:
        row["value_max"] = figure.value_max
    row["unit"] = figure.unit
    if figure.per:
        row["per"] = figure.per
    row["approx"] = figure.approx
    if figure.conversion_of is not None:
        row["conversion_of"] = {"start": figure.conversion_of.start, "end": figure.conversion_of.end}
    if figure.weak:
        row["weak"] = True
    return row
