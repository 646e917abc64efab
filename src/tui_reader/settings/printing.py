"""Writes the default configuration, every setting with its comment, from the one table."""

import json
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from tui_reader.settings.table import KEYS, TABLE, Setting

_WIDTH = 100


def default_config(actions: Mapping[str, Sequence[str]] | None = None) -> str:
    """Give a configuration file that sets everything to its default, with comments; it reads back as the defaults.

    ``actions`` are the commands' names and keys, which the front end knows.
    """
    lines = ["# The settings of shanxi-reader, each with its default. Delete what you do not change."]
    for setting in TABLE:
        lines += ["", *_comment(_described(setting)), f"{setting.name} = {_toml(setting.default)}"]
    lines += ["", *_comment("Keys by the name of the action; an empty list unbinds it."), f"[{KEYS}]"]
    lines += [f"{_key(action)} = {_toml(tuple(keys))}" for action, keys in (actions or {}).items()]
    return "\n".join(lines) + "\n"


def _described(setting: Setting) -> str:
    if setting.highest:
        return f"{setting.comment} {setting.lowest} to {setting.highest}."
    return f"{setting.comment} Any of: {', '.join(setting.choices)}." if setting.choices else setting.comment


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in wrap(text, _WIDTH - 2))


def _toml(value: bool | int | str | Sequence[str]) -> str:  # noqa: FBT001 - a value to write
    if isinstance(value, bool | int):
        return str(value).lower()
    return _string(value) if isinstance(value, str) else f"[{', '.join(map(_string, value))}]"


def _string(text: str) -> str:
    # A JSON string of printable characters is a TOML one; DEL is the one control that JSON leaves bare.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "a").replace("-", "a").isalnum() else _string(name)
