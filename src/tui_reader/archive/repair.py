"""Repairs of names: edits of the user's ``aliases.toml`` that add or change one line and leave the rest as written.

Every edit is tried and read back: what cannot be done in one line without touching the user's own words is refused.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from typing import Any

from tui_reader.annotate.entities.alias_book import AliasBook
from tui_reader.annotate.entities.shape import normal_form
from tui_reader.archive.opening import ALIASES
from tui_reader.model import UsageProblem
from tui_reader.text.sanitise import safe_line

_HEAD = re.compile(r"[ \t]*\[")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*=[ \t]*""")
Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Repaired:
    """The file's text before and after a repair."""

    before: str
    after: str

    @property
    def lines(self) -> tuple[str, ...]:
        """What changed, as a diff shows it: lines that begin with ``+ `` or ``- ``."""
        changed = ndiff(self.before.splitlines(), self.after.splitlines())
        return tuple(line for line in changed if line[:2] in ("+ ", "- ") and line[2:].strip())


def merge(text: str, name: str, others: Iterable[str]) -> Repaired:
    """Say that other names mean the entity called ``name``. Raises ``UsageProblem`` where that cannot be written."""
    content = _read(text)
    owner = written_name(content, name)
    after = text
    for other in others:
        after = _listed(after, "merge", owner, written_name(content, other))
    return _checked(text, after)


def split(text: str, name: str, surface: str) -> Repaired:
    """Say that a surface never means the entity called ``name``; a merge that said so is taken back."""
    content = _read(text)
    owner, form = written_name(content, name), normal_form(surface)
    for key, values in content.get("merge", {}).items():
        for value in [values] if isinstance(values, str) else values:
            if normal_form(value) == form and normal_form(key) == normal_form(owner):
                return _checked(text, _unlisted(text, "merge", key, value))
    return _checked(text, _listed(text, "split", owner, surface))


def rename(text: str, name: str, new: str) -> Repaired:
    """Say that the entity called ``name`` is shown under another name."""
    content = _read(text)
    owner = written_name(content, name)
    wanted = _copy(content)
    table = wanted.setdefault("rename", {})
    key = next((key for key in table if normal_form(key) == normal_form(owner)), owner)
    table[key] = new
    line = f"{_string(key)} = {_string(new)}"
    return _checked(text, _first_that(wanted, _rewritten(text, "rename", key, line)))


def ignore(text: str, name: str) -> Repaired:
    """Say that the entity called ``name`` is to be left out."""
    content = _read(text)
    owner = written_name(content, name)
    wanted = _copy(content)
    names = wanted.setdefault("ignore", [])
    if any(normal_form(known) == normal_form(owner) for known in names):
        return Repaired(text, text)
    names.append(owner)
    return _checked(text, _first_that(wanted, _with_item(text, "", "ignore", owner)))


def written_name(content: Mapping[str, Any], name: str) -> str:
    """Give what the file calls an entity: a name that is only shown stands for the one it replaces."""
    renamed = content.get("rename", {})
    return next((key for key, shown in renamed.items() if shown == name), name)


def aliases_file(folder: Path | None) -> Path:
    """Give the file of the user's aliases. Raises ``UsageProblem`` where there is no home to keep it in."""
    if folder is None:
        message = "there is no home folder to keep aliases in: set HOME or XDG_CONFIG_HOME"
        raise UsageProblem(message)
    return folder / ALIASES


def load(path: Path) -> str:
    """Give the file's text; empty where there is none. Raises ``InputProblem`` where it cannot be read."""
    from tui_reader.formats.source import read_text

    return read_text(path) if path.exists() else ""


def save(path: Path, repaired: Repaired) -> None:
    """Write the file whole; through a link to where it lies.

    Raises ``UsageProblem`` where it says something else by now than before the repair, ``InputProblem`` where it
    cannot be written.
    """
    from tui_reader.formats.write import write_story

    if load(path) != repaired.before:
        message = f"{ALIASES} was changed meanwhile: look again"
        raise UsageProblem(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_story(path.resolve(), repaired.after, force=True)


# editing --------------------------------------------------------------------------------------------------------------


def _read(text: str) -> Content:
    AliasBook.read(text)  # says with line and key what is wrong
    return tomllib.loads(text)


def _checked(before: str, after: str) -> Repaired:
    AliasBook.read(after)
    return Repaired(before, after)


def _copy(content: Mapping[str, Any]) -> Content:
    made: Content = json.loads(json.dumps(content))
    return made


def _listed(text: str, section: str, name: str, item: str) -> str:
    """Add an item to the list that a name has in a section."""
    wanted = _copy(_read(text))
    table = wanted.setdefault(section, {})
    key = next((key for key in table if normal_form(key) == normal_form(name)), name)
    former = table.get(key, [])
    items = [former] if isinstance(former, str) else former
    if any(normal_form(known) == normal_form(item) for known in items):
        return text
    table[key] = [*items, item]
    return _first_that(wanted, _with_item(text, section, key, item))


def _unlisted(text: str, section: str, key: str, item: str) -> str:
    """Take an item out of a name's list; a list that held no more goes."""
    wanted = _copy(_read(text))
    values = wanted[section][key]
    left = [value for value in ([values] if isinstance(values, str) else values) if value != item]
    wanted[section][key] = left
    if not left:
        del wanted[section][key]
    return _first_that(wanted, _without_item(text, section, key, item))


def _first_that(wanted: Content, texts: Iterable[str]) -> str:
    """Give the first text that says what is wanted, in whatever order a list has it."""
    for text in texts:
        try:
            if _sorted(tomllib.loads(text)) == _sorted(wanted):
                return text
        except tomllib.TOMLDecodeError:
            continue
    message = f"{ALIASES} is written in a way that cannot be edited for you: please add it by hand"
    raise UsageProblem(message)


def _sorted(content: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    if isinstance(content, dict):
        return {key: _sorted(value) for key, value in content.items()}
    return sorted(map(repr, content)) if isinstance(content, list) else [repr(content)]


def _with_item(text: str, section: str, key: str, item: str) -> Iterator[str]:
    """Give ways of adding an item to a list: into its line, as a line of its own, as a new list."""
    lines, quoted = text.split("\n"), _string(item)
    for number in _lines_of(lines, section, key):
        line = lines[number]
        for bracket in reversed([place for place, letter in enumerate(line) if letter == "]"]):
            inside = line[:bracket].rstrip()
            comma = "" if inside.endswith(("[", ",")) else ","
            blank = "" if inside.endswith("[") else " "
            yield _with_line(lines, number, f"{inside}{comma}{blank}{quoted}{line[bracket:]}")
        opening = _KEY.match(line)
        if opening:
            value, comment = _value_and_comment(line[opening.end() :])
            yield _with_line(lines, number, f"{line[: opening.end()]}[{value}, {quoted}]{comment}")
        yield "\n".join([*lines[: number + 1], f"    {quoted},", *lines[number + 1 :]])
    yield from _new_line(lines, section, f"{_string(key) if section else key} = [{quoted}]")


def _without_item(text: str, section: str, key: str, item: str) -> Iterator[str]:
    """Give ways of taking an item out: from its line, with its own line, with the whole list."""
    lines = text.split("\n")
    spelled = f"""(?:"{re.escape(json.dumps(item, ensure_ascii=False)[1:-1])}"|'{re.escape(item)}')"""
    for number in _lines_of(lines, section, key):
        yield "\n".join(lines[:number] + lines[number + 1 :])
        for pattern in (rf",[ \t]*{spelled}", rf"{spelled}[ \t]*,[ \t]*"):
            yield _with_line(lines, number, re.sub(pattern, "", lines[number], count=1))
        for later in range(number + 1, min(number + 200, len(lines))):
            if re.fullmatch(rf"[ \t]*{spelled}[ \t]*,?[ \t]*(?:#.*)?", lines[later]):
                yield "\n".join(lines[:later] + lines[later + 1 :])


def _rewritten(text: str, section: str, key: str, line: str) -> Iterator[str]:
    """Give ways of setting a value: its line anew, with the comment it had, or a new line."""
    lines = text.split("\n")
    for number in _lines_of(lines, section, key):
        opening = _KEY.match(lines[number])
        comment = _value_and_comment(lines[number][opening.end() :])[1] if opening else ""
        yield _with_line(lines, number, line + comment)
    yield from _new_line(lines, section, line)


def _new_line(lines: list[str], section: str, line: str) -> Iterator[str]:
    """Give ways of adding a line: at the end of its section, or with a new section at the end."""
    if not section:
        first = next((number for number, row in enumerate(lines) if _HEAD.match(row)), len(lines))
        while first and not lines[first - 1].strip():
            first -= 1
        gap = [""] if first < len(lines) and lines[first].strip() else []
        yield "\n".join([*lines[:first], line, *gap, *lines[first:]]) + ("" if first < len(lines) else "\n")
        return
    for start, end in _sections(lines, section):
        last = end
        while last > start + 1 and not lines[last - 1].strip():
            last -= 1
        tail = lines[last:] or [""]
        yield "\n".join([*lines[:last], line, *tail])
    text = "\n".join(lines).rstrip("\n")
    yield f"{text}{chr(10) * 2 if text else ''}[{section}]\n{line}\n"


def _sections(lines: list[str], section: str) -> Iterator[tuple[int, int]]:
    """Give where a section's lines may stand: from its head to before the next one."""
    head = re.compile(rf"""[ \t]*\[[ \t]*["']?{section}["']?[ \t]*\][ \t]*(?:#.*)?""")
    for start, line in enumerate(lines):
        if head.fullmatch(line):
            later = range(start + 1, len(lines))
            yield (
                start,
                next(
                    (number for number in later if _HEAD.match(lines[number]) and "=" not in lines[number]), len(lines)
                ),
            )


def _lines_of(lines: list[str], section: str, key: str) -> Iterator[int]:
    """Give the lines on which a section's key may be set."""
    first = next((number for number, row in enumerate(lines) if _HEAD.match(row)), len(lines))
    stretches = _sections(lines, section) if section else iter([(-1, first)])
    for start, end in stretches:
        for number in range(start + 1, end):
            opening = _KEY.match(lines[number])
            if opening and _spelled(opening[1]) == key:
                yield number


def _spelled(key: str) -> str:
    try:
        return str(next(iter(tomllib.loads(f"{key} = 0"))))
    except tomllib.TOMLDecodeError:
        return key


def _value_and_comment(rest: str) -> tuple[str, str]:
    """Part what stands after an equals sign into the value and the comment behind it, with its blanks."""
    for place, letter in enumerate(rest):
        if letter == "#":
            try:
                tomllib.loads(f"x = {rest[:place]}")
            except tomllib.TOMLDecodeError:
                continue
            value = rest[:place].rstrip()
            return value, rest[len(value) :]
    return rest.rstrip(), ""


def _with_line(lines: list[str], number: int, line: str) -> str:
    return "\n".join([*lines[:number], line, *lines[number + 1 :]])


def _string(text: str) -> str:
    """Give a TOML string; a JSON string of printable characters is one."""
    return json.dumps(safe_line(text).replace("\x7f", ""), ensure_ascii=False)
