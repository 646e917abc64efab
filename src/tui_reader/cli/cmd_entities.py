"""``entities``: who and what the stories are about."""

from argparse import ArgumentParser, Namespace

from tui_reader.archive import Archive
from tui_reader.cli.diagnostics import ExitCode
from tui_reader.cli.output import Output, tally


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder or - (default: the bundled edition)")
    parser.add_argument("--json", action="store_true", help="print JSON, with every mention")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Print the entities, most mentioned first."""
    entities = archive.read_all().entities()
    if arguments.json:
        output.json(
            [
                {
                    "name": entity.name,
                    "kind": entity.kind,
                    "aliases": entity.aliases,
                    "mentions": [
                        {"story": mention.article, "start": mention.start, "end": mention.end, "text": mention.text}
                        for mention in entity.mentions
                    ],
                }
                for entity in entities
            ]
        )
        return ExitCode.DONE
    for entity in entities:
        also = f"  {output.styled('also ' + ', '.join(entity.aliases), 'dim')}" if entity.aliases else ""
        output.line(
            f"{tally(len(entity.mentions), entity.stories)} {entity.kind:<12} "
            f"{output.styled(entity.name, 'title')}{also}"
        )
    return ExitCode.DONE
