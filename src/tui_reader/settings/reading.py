"""Reads the configuration file."""

import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tui_reader.model import FigureKind
from tui_reader.settings.lines import key_lines
from tui_reader.settings.problem import SettingsProblem
from tui_reader.settings.table import KEYS, TABLE, Setting, Settings, shown
from tui_reader.text.sanitise import safe_line

SIZE_LIMIT = 64 * 1024
"""Bytes; a configuration is written by hand, and the parser's time grows faster than the text."""
NESTING_LIMIT = 100
_PLACE = re.compile(r"\s*\((?:at line (\d+), column \d+|at end of document)\)$")


@dataclass(frozen=True, slots=True)
class _Fault:
    """One thing wrong."""

    line: int
    """From 1; 0 where it concerns the whole file."""
    key: str
    reason: str


def load(path: Path | None, *, actions: Collection[str] = (), themes: Collection[str] = ()) -> Settings:
    """Read the settings from a file; where there is none, the defaults.

    ``actions`` are the names that may stand under ``[keys]`` and ``themes`` those that ``theme`` may be; where left
    out, any name passes. Raises SettingsProblem with a line for each thing wrong.
    """
    settings, faults = load_leniently(path, actions=actions, themes=themes)
    if faults:
        raise SettingsProblem(faults)
    return settings


def load_leniently(
    path: Path | None, *, actions: Collection[str] = (), themes: Collection[str] = ()
) -> tuple[Settings, tuple[str, ...]]:
    """Read the settings as `load` does, with the default for each wrong one; give them with the lines of complaint."""
    if path is None:
        return Settings(), ()
    try:
        text = _text(path)
        found = _parsed(text)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (_line(path, _Fault(0, "", error.strerror or "cannot be read")),)
    except _UnreadableError as error:
        return Settings(), (_line(path, error.fault),)
    faults = list(_faults(found, key_lines(text), actions, themes))
    wrong = {fault.key for fault in faults}
    good = {name: value for name, value in found.items() if name not in wrong}
    keys = good.pop(KEYS, {})
    good_keys = {action: value for action, value in keys.items() if f"{KEYS}.{action}" not in wrong}
    lines = tuple(dict.fromkeys(_line(path, fault) for fault in sorted(faults, key=lambda fault: fault.line)))
    return _settings(good, good_keys), lines


class _UnreadableError(Exception):
    """Nothing of the file can be used."""

    def __init__(self, fault: _Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


def _text(path: Path) -> str:
    """Read a regular file of bounded size; a pipe or a device is never waited for."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _UnreadableError(_Fault(0, "", "is not a regular file"))
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise _UnreadableError(_Fault(0, "", f"is larger than {SIZE_LIMIT // 1024} kB"))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _UnreadableError(_Fault(data.count(b"\n", 0, error.start) + 1, "", "is not UTF-8")) from None


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + (not text.endswith("\n"))
        reason = _PLACE.sub("", str(error)).replace("Expected", "expected")
        raise _UnreadableError(_Fault(line, "", reason)) from None
    except RecursionError:
        raise _UnreadableError(_Fault(0, "", "is nested too deeply")) from None
    except ValueError:  # a number of thousands of digits
        raise _UnreadableError(_Fault(0, "", "holds a number that is too long")) from None


def _faults(
    found: Mapping[str, Any], lines: Mapping[tuple[str, ...], int], actions: Collection[str], themes: Collection[str]
) -> Iterator[_Fault]:
    known = {setting.name: setting for setting in TABLE}
    for name, value in found.items():
        line = lines.get((name,), 0)
        if name == KEYS:
            yield from _key_faults(value, lines, actions)
        elif name not in known:
            yield _Fault(line, name, f"unknown setting{_nearest(name, (*known, KEYS))}")
        elif reason := known[name].fault(value, themes):
            yield _Fault(line, name, reason)


def _key_faults(value: object, lines: Mapping[tuple[str, ...], int], actions: Collection[str]) -> Iterator[_Fault]:
    if not isinstance(value, dict):
        yield _Fault(lines.get((KEYS,), 0), KEYS, f"must be a table of action names, not {shown(value)}")
        return
    for action, keys in value.items():
        line, name = lines.get((KEYS, action), lines.get((KEYS,), 0)), f"{KEYS}.{action}"
        listed = [keys] if isinstance(keys, str) else keys
        if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
            yield _Fault(line, name, f"must be a key or a list of keys, not {shown(keys)}")
        elif not all(key and key.isprintable() for key in listed):
            yield _Fault(line, name, f"holds what is no key: {shown(keys)}")
        elif actions and action not in actions:
            yield _Fault(line, name, f"unknown action{_nearest(action, actions)}")


def _nearest(name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name[:100], known, n=1)
    return f" (nearest: {near[0]})" if near else ""


def _settings(values: Mapping[str, Any], keys: Mapping[str, Any]) -> Settings:
    given: dict[str, Any] = {}
    for setting in TABLE:
        if setting.name in values and not (setting.kind is Path and not values[setting.name]):
            given[setting.name] = _value(setting, values[setting.name])
    bound = {action: (value,) if isinstance(value, str) else tuple(value) for action, value in keys.items()}
    return Settings(**given, keys=MappingProxyType(bound))


def _value(setting: Setting, value: Any) -> object:  # noqa: ANN401 - checked against its setting before
    if setting.kind is Path:
        return Path(value).expanduser()
    return frozenset(map(FigureKind, value)) if setting.name == "figures" else value


def _line(path: Path, fault: _Fault) -> str:
    parts = [path.name]
    if fault.line:
        parts.append(f"line {fault.line}")
    if fault.key:
        parts.append(fault.key if fault.key.isprintable() else shown(fault.key))
    return safe_line(": ".join([*parts, fault.reason]))
