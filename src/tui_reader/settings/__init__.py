"""What the reader may be told in its configuration file, and where its files live.

`Settings` is read once and handed down as a value; nobody looks a setting up by name at run time.
"""

from tui_reader.settings.folders import CONFIG_NAME, cache_folder, config_file, config_folder, state_folder
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
