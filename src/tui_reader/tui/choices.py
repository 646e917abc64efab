"""What keys have chosen, and for how long it holds: until the configuration file says something else."""

from collections.abc import Mapping
from dataclasses import replace

from tui_reader.settings import Settings
from tui_reader.state import ReadingState
from tui_reader.state.reading import Choice
from tui_reader.tui.palette import THEME_NAMES

_KEPT = ("theme", "measure", "sidebar_width")
"""Settings that keys change, too."""
_BOUNDS = {"measure": (45, 100), "sidebar_width": (16, 80)}


def chosen(settings: Settings, choices: Mapping[str, Choice]) -> Settings:
    """Give the settings with what keys have chosen since they were written so."""
    found = {name: choices[name] for name in _KEPT if name in choices and _holds(name, settings, choices)}
    return replace(settings, **found) if found else settings  # type: ignore[arg-type]  # checked by _holds


def choose(state: ReadingState, settings: Settings, name: str, value: Choice) -> None:
    """Keep what a key has chosen in place of a setting, with what the setting was then."""
    state.choose(name, value)
    state.choose(f"{name}.instead", getattr(settings, name))


def _holds(name: str, settings: Settings, choices: Mapping[str, Choice]) -> bool:
    value = choices[name]
    if choices.get(f"{name}.instead") != getattr(settings, name):
        return False
    if name == "theme":
        return value in THEME_NAMES
    lowest, highest = _BOUNDS[name]
    return isinstance(value, int) and lowest <= value <= highest
