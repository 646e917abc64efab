"""``config``: the configuration file with all its defaults, and what is wrong with the one that is there."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui_reader.archive import Archive
from tui_reader.cli.diagnostics import ExitCode, complain
from tui_reader.cli.output import Output
from tui_reader.model import InputProblem
from tui_reader.settings import config_file, default_config, load


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    wanted = parser.add_mutually_exclusive_group(required=False)
    wanted.add_argument(
        "--print", action="store_true", help="print every setting with its default, as a file to edit (the default)"
    )
    wanted.add_argument(
        "--check", nargs="?", const="", metavar="FILE", help="name what is wrong, by line (default: your own file)"
    )
    wanted.add_argument("--path", action="store_true", help="print where the file belongs")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Print the defaults, or check a file; faults are one line each on stderr."""
    del archive
    actions, themes = arguments.offered()
    if arguments.print or not (arguments.path or arguments.check is not None):
        output.line(default_config(actions).rstrip("\n"))
        return ExitCode.DONE
    own = config_file()
    if arguments.path:
        if own is None:
            complain("there is no home folder that a configuration file could be in")
            return ExitCode.NOTHING_FOUND
        output.line(output.styled(str(own), "title"))
        return ExitCode.DONE
    path = Path(arguments.check) if arguments.check else own
    if path is None or not path.exists():
        if arguments.check:
            raise InputProblem(arguments.check, "no such file")
        complain(
            f"there is no file {path or 'config.toml'}: the defaults hold (shanxi-reader config --print shows them)"
        )
        return ExitCode.DONE
    load(path, actions=actions, themes=themes)
    output.line(f"{output.styled(str(path), 'title')}: in order")
    return ExitCode.DONE
