"""The reader's folders, as the XDG base directory rules place them.

A relative value is no value (the rules say so): it would put a reader's notes wherever he happens to stand. Where
neither the variable nor HOME names a folder there is none, and nothing is kept.
"""

import os
from collections.abc import Mapping
from pathlib import Path

APPLICATION = "shanxi-reader"
CONFIG_NAME = "config.toml"


def cache_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """Give the folder of what can be made again (the index), or None where there is no home."""
    return _folder("XDG_CACHE_HOME", ".cache", environ)


def state_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """Give the folder of what cannot be made again (places, marks, notes), or None where there is no home."""
    return _folder("XDG_STATE_HOME", ".local/state", environ)


def config_folder(environ: Mapping[str, str] | None = None) -> Path | None:
    """Give the folder of what the reader wrote himself (settings, aliases), or None where there is no home."""
    return _folder("XDG_CONFIG_HOME", ".config", environ)


def config_file(environ: Mapping[str, str] | None = None) -> Path | None:
    """Give the path of the configuration file, which need not exist, or None where there is no home."""
    folder = config_folder(environ)
    return folder / CONFIG_NAME if folder else None


def _folder(variable: str, under_home: str, environ: Mapping[str, str] | None) -> Path | None:
    environ = os.environ if environ is None else environ
    base, home = environ.get(variable, ""), environ.get("HOME", "")
    if _usable(base):
        return Path(base) / APPLICATION
    return Path(home) / under_home / APPLICATION if _usable(home) else None


def _usable(folder: str) -> bool:
    return folder.startswith("/") and "\0" not in folder
