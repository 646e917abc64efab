"""Headless front end: one file per command, chosen from one table."""

from tui_reader.cli.command import COMMANDS, Parser, print_text, run_command

__all__ = ["COMMANDS", "Parser", "print_text", "run_command"]
