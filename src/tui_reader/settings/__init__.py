"""What the reader may be told in its configuration file, and where its files live.

`Settings` is read once and handed down as a value; nobody looks a setting up by name at run time. Folders are asked for
by every command, settings by few: these are loaded when first named.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from tui_reader.settings.folders import CONFIG_NAME, cache_folder, config_file, config_folder, state_folder

if TYPE_CHECKING:
    from tui_reader.settings.printing import default_config
    from tui_reader.settings.problem import SettingsProblem
    from tui_reader.settings.reading import load, load_leniently
    from tui_reader.settings.table import TABLE, Setting, Settings

__all__ = [
    "CONFIG_NAME",
    "TABLE",
    "Setting",
    "Settings",
    "SettingsProblem",
    "cache_folder",
    "config_file",
    "config_folder",
    "default_config",
    "load",
    "load_leniently",
    "state_folder",
]

_LATER = {
    "TABLE": "table",
    "Setting": "table",
    "Settings": "table",
    "SettingsProblem": "problem",
    "default_config": "printing",
    "load": "reading",
    "load_leniently": "reading",
}
"""What is loaded when first named, and the module that has it."""


def __getattr__(name: str) -> object:
    """Give what is loaded late."""
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
