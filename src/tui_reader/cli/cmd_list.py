"""``list``: the stories, one a line."""

from argparse import ArgumentParser, Namespace

from tui_reader.archive import Archive
from tui_reader.cli.diagnostics import ExitCode
from tui_reader.cli.output import Output


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder or - (default: the bundled edition)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Print the stories."""
    articles = list(archive.stream())
    if arguments.json:
        output.json(
            {
                "stories": [
                    {
                        "id": article.id,
                        "title": article.title,
                        "byline": article.byline,
                        "source": article.source,
                        "words": article.words,
                        **({"date": article.date} if article.date else {}),
                    }
                    for article in articles
                ],
                "skipped": [{"source": skipped.source, "why": skipped.why} for skipped in archive.skipped],
            }
        )
        return ExitCode.DONE
    width = min(40, max(len(article.id) for article in articles))
    for article in articles:
        known = " · ".join(filter(None, (article.byline, article.date)))
        byline = f"  {output.styled(known, 'dim')}" if known else ""
        output.line(
            f"{output.styled(article.id.ljust(width), 'dim')} {article.words:>6} words  "
            f"{output.styled(article.title, 'title')}{byline}"
        )
    return ExitCode.DONE
