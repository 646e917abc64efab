"""The user's ``aliases.toml``: which names are one, which are not, what to call them and what to leave out.

ignore = ["Red tourism"]
[merge]
"Yellow River" = ["Huang He", "the River"]     # these are the Yellow River
[split]
"Yellow River" = ["River"]                     # this is never the Yellow River
[rename]
"Huang He" = "Yellow River"                    # shown under this name
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tui_reader.annotate.entities.shape import normal_form
from tui_reader.annotate.entities.story import LocalEntity
from tui_reader.model import Mention, UsageProblem

SECTIONS = ("merge", "split", "rename")
LONGEST = 1_000_000
"""Characters that the file may have."""
MERGED = "your aliases.toml says so"


@dataclass(frozen=True, slots=True)
class AliasBook:
    """What the user says about names; all names by their normal forms."""

    merged: Mapping[str, str] = field(default_factory=dict)
    """From a name to the name it belongs to."""
    parted: frozenset[tuple[str, str]] = frozenset()
    """Pairs (full name, short name) that are never one."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """From a name to what is shown."""
    ignored: frozenset[str] = frozenset()

    @classmethod
    def read(cls, text: str, source: str = "aliases.toml") -> "AliasBook":
        """Read the file's text.

        Raises UsageProblem that names the line and the key.
        """
        if len(text) > LONGEST:
            message = f"{source}: is longer than {LONGEST:,} characters"
            raise UsageProblem(message)
        try:
            content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as problem:
            raise unreadable(source, text, str(problem)) from problem
        except (RecursionError, ValueError) as problem:  # lists in lists, numbers of thousands of digits
            message = f"{source}: is nested too deeply or holds a number that is too long"
            raise UsageProblem(message) from problem
        for key in content:
            if key not in {*SECTIONS, "ignore"}:
                raise wrong(source, text, key, "is not known here: use merge, split, rename or ignore")
        merged: dict[str, str] = {}
        shown: dict[str, str] = {}
        spelt: dict[str, str] = {}
        for name, others in names_of(content, "merge", source, text).items():
            shown[normal_form(name)] = name
            for other in others:
                spelt[normal_form(other)] = other
                if merged.setdefault(normal_form(other), normal_form(name)) != normal_form(name):
                    raise wrong(source, text, other, "is merged into two names")
        flat = flatten(merged, spelt, source, text)
        parted = frozenset(
            (normal_form(name), normal_form(other))
            for name, others in names_of(content, "split", source, text).items()
            for other in others
        )
        for name, new in table(content, "rename", source, text).items():
            if not isinstance(new, str) or not new.strip():
                raise wrong(source, text, name, "wants one name in quotes")
            shown[flat.get(normal_form(name), normal_form(name))] = new.strip()
        ignored = content.get("ignore", [])
        if not isinstance(ignored, list) or not all(isinstance(name, str) for name in ignored):
            raise wrong(source, text, "ignore", "wants a list of names in quotes")
        return cls(flat, parted, shown, frozenset(normal_form(name) for name in ignored))

    def apply(self, names: tuple[LocalEntity, ...]) -> tuple[LocalEntity, ...]:
        """Give one story's entities as the user wants them, before they meet those of other stories."""
        if not (self.merged or self.parted or self.ignored):
            return names
        made: dict[str, LocalEntity] = {}
        for entity in names:
            form, _, kind = entity.key.rpartition("|")
            parts: dict[str, list[Mention]] = {}
            for mention in entity.mentions:
                surface = normal_form(mention.text)
                owner = (
                    surface if surface != form and ((form, surface) in self.parted or surface in self.merged) else form
                )
                parts.setdefault(owner, []).append(mention)
            for owner, mentions in parts.items():
                root = self.merged.get(owner, owner)
                if root in self.ignored or owner in self.ignored:
                    continue
                key = f"{root}|{kind}"
                reasoned = tuple(
                    replace(mention, reason=MERGED)
                    if root != owner
                    else replace(mention, reason=mention.reason if owner == form else "")
                    for mention in mentions
                )
                name = self.renamed.get(root, entity.name if owner == form else mentions[0].text)
                tied = tuple(
                    (short, why)
                    for short, why in entity.tied
                    if (root, short) not in self.parted and short not in self.merged
                )
                before = made.get(key)
                if before is None:
                    made[key] = LocalEntity(
                        key, name, entity.kind, entity.scores, reasoned, tied if owner == form else ()
                    )
                else:
                    together = tuple(sorted(before.mentions + reasoned, key=lambda mention: mention.start))
                    made[key] = replace(before, mentions=together, tied=before.tied + tied)
        return tuple(made.values())


def table(content: Mapping[str, Any], section: str, source: str, text: str) -> Mapping[str, Any]:
    """Give a section, which must be a table."""
    value = content.get(section, {})
    if not isinstance(value, dict):
        raise wrong(source, text, section, f"wants a table: [{section}]")
    return value


def names_of(content: Mapping[str, Any], section: str, source: str, text: str) -> dict[str, list[str]]:
    """Give a section whose values are lists of names (one name may stand without a list)."""
    lists: dict[str, list[str]] = {}
    for name, value in table(content, section, source, text).items():
        others = [value] if isinstance(value, str) else value
        if not isinstance(others, list) or not all(isinstance(other, str) and other.strip() for other in others):
            raise wrong(source, text, name, "wants a list of names in quotes")
        lists[name] = others
    return lists


def flatten(merged: Mapping[str, str], spelt: Mapping[str, str], source: str, text: str) -> dict[str, str]:
    """Follow chains of merges to their ends, so that one step is enough."""
    flat: dict[str, str] = {}
    for form, target in merged.items():
        seen = {form}
        end = target
        while end in merged:
            if end in seen:
                raise wrong(source, text, spelt[form], "is merged in a circle")
            seen.add(end)
            end = merged[end]
        if end != form:
            flat[form] = end
    return flat


def wrong(source: str, text: str, key: str, reason: str) -> UsageProblem:
    """Make the problem of a key, with the line it stands in."""
    quoted = re.compile(rf"[\"']{re.escape(key)}[\"']|^\s*\[?\s*{re.escape(key)}\s*[\]=]")
    line = next((number for number, row in enumerate(text.split("\n"), 1) if quoted.search(row)), 1)
    return UsageProblem(f"{source}: line {line}: {key}: {reason}")


def unreadable(source: str, text: str, reason: str) -> UsageProblem:
    """Make the problem of a text that is no TOML, with the line that the parser tells, or the last."""
    told = re.search(r" \(at line (\d+), column \d+\)", reason)
    line = told.group(1) if told else str(len(text.rstrip("\n").split("\n")))
    said = reason.partition(" (at ")[0]
    return UsageProblem(f"{source}: line {line}: {said[:1].lower()}{said[1:]}")
