"""``index``: bring the index of an archive up to date without the screen."""

import multiprocessing
import os
from argparse import ArgumentParser, Namespace
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, replace

from tui_reader.archive import Archive, Progress
from tui_reader.archive.building import settle_in
from tui_reader.cli.diagnostics import ExitCode
from tui_reader.cli.output import Output


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file or folder (default: the bundled edition)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a step")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Build or update the index, telling how far it is; may be interrupted and goes on where it stopped."""
    processes = max(1, (os.cpu_count() or 2) - 1)
    executor = ProcessPoolExecutor(processes, initializer=settle_in)
    settle_in()
    try:
        for progress in archive.read_on(executor):
            if arguments.json:
                output.json(asdict(replace(progress, rate=round(progress.rate, 1), left=round(progress.left, 1))))
                output.flush()
            elif progress.done:
                output.line(_told(progress))
    finally:
        # whoever ends this process does not wait for what its helpers are reading
        executor.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
    return ExitCode.DONE if progress.stories else ExitCode.NOTHING_FOUND


def _told(progress: Progress) -> str:
    return (
        f"{progress.stories:,} stories, {progress.names:,} names; {progress.read:,} of {progress.sources:,} files read"
    )
