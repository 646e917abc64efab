"""``import``: a page's stories as Markdown files."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui_reader.archive import Archive
from tui_reader.archive.writing import write_stories
from tui_reader.cli.diagnostics import ExitCode
from tui_reader.cli.output import Output


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PAGE", help="file, folder or -")
    parser.add_argument("--to", required=True, metavar="DIR", type=Path, help="folder to write to; made where missing")
    parser.add_argument("--force", action="store_true", help="overwrite files that are there")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Write one file a story; print each path written."""
    for path in write_stories(list(archive.stream()), arguments.to, force=arguments.force):
        output.line(output.styled(str(path), "dim"))
    return ExitCode.DONE
