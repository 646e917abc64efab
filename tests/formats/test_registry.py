"""The table of formats."""

from collections import defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import tui_reader.formats
from tui_reader.formats.registry import MODULES, load


def test_the_table_holds_what_the_formats_declare() -> None:
    """Each suffix a format declares is in the table under its module, and no other."""
    declared: dict[str, set[str]] = {}
    for entry in iter_modules(tui_reader.formats.__path__):
        module = import_module(f"tui_reader.formats.{entry.name}")
        if hasattr(module, "SUFFIXES"):
            declared[entry.name] = set(module.SUFFIXES)
    table: dict[str, set[str]] = defaultdict(set)
    for suffix, name in MODULES.items():
        table[name].add(suffix)
    assert table == declared
    assert {name: set(load(name).suffixes) for name in table} == declared


def test_suffixes_are_small_letters_with_their_dot() -> None:
    """Files are matched by their suffix in small letters."""
    assert all(suffix == suffix.lower() and Path(f"a{suffix}").suffix == suffix for suffix in MODULES)
