"""Headless front end: one file per command, chosen from one table.

This module holds the table alone: the first page is painted before anything heavier is loaded.
"""

COMMANDS: dict[str, str] = {
    "list": "list the stories",
    "show": "print a story's text, or its structure as JSON",
    "figures": "list the figures with their values and units",
    "entities": "list the people, organisations and places",
    "mentions": "list every mention of a name, with its context",
    "search": "find names (typos allowed) and words",
    "index": "build or update a large archive's index",
    "config": "print the default configuration, or check yours",
    "import": "write a page's stories as Markdown files",
}
"""Each command's name and summary; its module in this package is ``cmd_`` and the name."""
