"""The composition root: the only place that builds things and wires them together."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # signal itself takes longer to load than a page to paint
import gc
import os
import sys

from tui_reader import first_frame
from tui_reader.cli import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself is not loaded yet
    from collections.abc import Mapping, Sequence
    from typing import NoReturn

    from tui_reader.archive import Archive
    from tui_reader.settings import Settings
    from tui_reader.state import ReadingState

_ENDING = (_signal.SIGHUP, _signal.SIGINT, _signal.SIGTERM)

HELP = """\
shanxi-reader: read news stories in a terminal, see their figures, follow a name

  shanxi-reader                          read the bundled edition
  shanxi-reader page.txt                 repair a newspaper page and read its stories
  shanxi-reader stories/ other.md        read everything in a folder, and one more file
  pdftotext scan.pdf - | shanxi-reader -           read what another program prints
  shanxi-reader show page.txt --width 72           print the repaired text
  shanxi-reader search "taiyuan normal" stories/   find a name (typos allowed) or words
  shanxi-reader figures page.txt --json            every figure with value and unit
  shanxi-reader import page.txt --to stories/      write the page's stories as Markdown

usage: shanxi-reader [PATH ...]            open the reader (a file, a folder, or - for stdin)
       shanxi-reader COMMAND ... [--help]  print to the terminal or a pipe

commands:
{commands}

options:
  --theme NAME   colours: ink (dark), newsprint (light), high-contrast, terminal, or one of Textual's
  --debug        tell everything about a fault of the reader's own
  -h, --help     show this
  --version      show the version

In the reader: ? shows all keys, q quits. Exit codes: 0 done or found, 1 nothing found, 2 bad argument or input.
"""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program; give its exit code."""
    words = list(sys.argv[1:] if words is None else words)
    try:
        return _start(words)
    except Exception as fault:  # noqa: BLE001 - whatever it is, a person gets one line
        from tui_reader.cli.crash import report

        return report(fault, debug="--debug" in words)


def _start(words: list[str]) -> int:
    """Run a command, or paint the last page and open the reader."""
    if words and words[0] in COMMANDS:
        from tui_reader.cli.command import run_command

        return run_command(words[0], words[1:], bundled_edition(), _offered)
    for number in _ENDING:
        _signal.signal(number, _end)
    # what is loaded stays: to look through it for what could be given back takes time, and brings nothing
    gc.disable()
    if not any(word.startswith("-") for word in words):
        first_frame.paint(words or [bundled_edition()])
    try:
        return _run(words)
    finally:
        first_frame.close()


def _run(words: Sequence[str]) -> int:
    """Open the reader; a problem is one line and an exit code."""
    from tui_reader.cli.diagnostics import ExitCode, refuse
    from tui_reader.model import ReaderProblem

    try:
        return _read(words)
    except ReaderProblem as problem:
        first_frame.close()
        return refuse(problem)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


def _end(number: int, frame: object) -> NoReturn:
    """Leave at once, and in order, for a signal that comes before there is a screen."""
    del frame
    raise SystemExit(128 + number)


def bundled_edition() -> str:
    """Give the folder of the stories that ship with the program."""
    package = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - pathlib is not loaded yet
    inside = f"{package}/articles"
    return inside if os.path.isdir(inside) else os.path.realpath(f"{package}/../../articles")  # noqa: PTH112 - as above


def _offered() -> tuple[Mapping[str, Sequence[str]], Sequence[str]]:
    """Give what only the screen knows of the configuration: the actions with their keys, and the themes."""
    from tui_reader.tui.commands import default_keys
    from tui_reader.tui.palette import THEME_NAMES

    return default_keys(), THEME_NAMES


def _read(words: Sequence[str]) -> int:
    """Open the reader, or answer ``--help`` and ``--version``."""
    from tui_reader.cli.command import Parser, print_text

    parser = Parser(prog="shanxi-reader", add_help=False, allow_abbrev=False)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--theme")
    parser.add_argument("--debug", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    arguments = parser.parse_intermixed_args(words)
    if arguments.help:
        commands = "\n".join(f"  {name:<9} {summary}" for name, summary in COMMANDS.items())
        return print_text(HELP.format(commands=commands))
    if arguments.version:
        from tui_reader import __version__

        return print_text(f"shanxi-reader {__version__}\n")
    _look_for_command(arguments.paths)
    return _open(arguments.paths, theme=arguments.theme)


def _look_for_command(paths: Sequence[str]) -> None:
    """Raise ``UsageProblem`` where the first path is nothing but a command, out of its place or mistyped."""
    if not paths or os.path.lexists(paths[0]) or paths[0] == "-":
        return
    from tui_reader.model import UsageProblem

    word = paths[0]
    if word in COMMANDS:
        message = f"{word}: a command comes first, its options after it: shanxi-reader {word} ..."
        raise UsageProblem(message)
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), COMMANDS, 1, 0.6)
    if near:
        message = f"{word}: no such file, folder or command; did you mean shanxi-reader {near[0]}?"
        raise UsageProblem(message)


def _open(paths: Sequence[str], *, theme: str | None) -> int:
    """Wire the parts of the full-screen reader together and run it."""
    from tui_reader.archive import STDIN, open_archive
    from tui_reader.cli.terminal import require_terminal, use_terminal_as_stdin
    from tui_reader.model import UsageProblem
    from tui_reader.settings import config_file, load_leniently
    from tui_reader.state import ReadingState

    archive = open_archive(paths or [bundled_edition()], keep=True)
    require_terminal(from_stdin=STDIN in paths)
    actions, themes = _offered()
    if theme is not None and theme not in themes:
        message = f"--theme {theme}: must be one of {', '.join(themes)}"
        raise UsageProblem(message)
    settings, notices = load_leniently(config_file(), actions=actions, themes=themes)
    state = ReadingState.open(settings.state_folder)
    try:
        archive.read_first(state.last(archive.edition))
        if STDIN in paths:
            use_terminal_as_stdin()
        if not first_frame.painted():
            _show_first_page(archive, settings, state, theme)
        from tui_reader.tui.lifecycle import drop_foreign_switches

        drop_foreign_switches()
        from tui_reader.tui.app import read

        first_frame.hand_over()
        return read(archive, settings, state, notices, theme=theme)
    finally:
        state.close()


def _show_first_page(archive: Archive, settings: Settings, state: ReadingState, theme: str | None) -> None:
    """Draw the text of the page that the app will open on, before the app is loaded."""
    from tui_reader.tui.choices import chosen
    from tui_reader.tui.first_page import draw

    last = state.last(archive.edition)
    story = (archive.story_from(*last) if last is not None else None) or archive.row(0).id
    article, wanted = archive.article(story), chosen(settings, state.choices())
    terminal = os.get_terminal_size(1)
    rows = draw(
        article,
        state.place(archive.known(story), article.text) or 0,
        size=(terminal.columns, terminal.lines),
        theme=theme or wanted.theme,
        measure=wanted.measure,
        sidebar=wanted.sidebar_width,
    )
    if rows is not None:
        first_frame.show(rows)


if __name__ == "__main__":
    sys.exit(main())
