"""How a headless command is run."""

import argparse
import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import NoReturn, Protocol, cast

from tui_reader.archive import Archive, open_archive
from tui_reader.cli import COMMANDS
from tui_reader.cli.diagnostics import ExitCode, complain, refuse
from tui_reader.cli.output import Output, open_output
from tui_reader.model import ReaderProblem, UsageProblem


class _Command(Protocol):
    """What a command's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def prepare(self, arguments: Namespace) -> None: ...
    def run(self, arguments: Namespace, archive: Archive, output: Output) -> ExitCode: ...


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are one line, raised and not printed."""

    def error(self, message: str) -> NoReturn:
        """Raise ``UsageProblem`` with what is wrong and where to look."""
        text = f"{message} (see {self.prog} --help)"
        raise UsageProblem(text)


_GARBAGE = 50_000
"""So many objects are made before garbage is looked for: what a command makes is its answer, and looking for garbage
as often as a long-running program must would take a tenth of its time."""
Offered = Callable[[], tuple[Mapping[str, Sequence[str]], Sequence[str]]]
"""Gives what only the screen knows of the configuration: the actions with their keys, and the themes."""


def run_command(name: str, words: Sequence[str], bundled: str, offered: Offered) -> int:
    """Run one headless command to its end; give the exit code. ``bundled`` is read where no path is named."""
    gc.set_threshold(_GARBAGE)
    try:
        module = cast("_Command", import_module(f"tui_reader.cli.cmd_{name}"))
        parser = Parser(prog=f"shanxi-reader {name}", description=COMMANDS[name], allow_abbrev=False)
        module.add_arguments(parser)
        parser.add_argument("--no-color", action="store_true", help="never colour the output")
        parser.set_defaults(offered=offered)
        arguments = parser.parse_intermixed_args(words)
        if hasattr(module, "prepare"):
            module.prepare(arguments)
        output = open_output(colour=not arguments.no_color)
        archive = open_archive(getattr(arguments, "paths", None) or [bundled], keep=name == "index")
        code = module.run(arguments, archive, output)
        sys.stdout.flush()
    except ReaderProblem as problem:
        return refuse(problem)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        _leave_stdout()
        return ExitCode.DONE
    except OSError as problem:
        complain(f"cannot write the output: {problem.strerror or problem}")
        _leave_stdout()
        return ExitCode.BAD_INPUT
    for skipped in archive.skipped:
        complain(skipped)
    return code


def print_text(text: str) -> int:
    """Print a ready text on stdout; give the exit code."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_stdout()
    except OSError as problem:
        complain(f"cannot write the output: {problem.strerror or problem}")
        _leave_stdout()
        return ExitCode.BAD_INPUT
    return ExitCode.DONE


def _leave_stdout() -> None:
    """Point stdout away, so that the interpreter's last flush does not complain once more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return
