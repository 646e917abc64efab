"""The hostile corpus: makes every input anew, and says in its manifest what each must lead to.

An input that ever broke the reader stays here for good.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.hostile import strange
from tests.hostile.books import ARCHIVES
from tests.hostile.content import ENCODINGS, FRONT_MATTER, HONEST, PAYLOADS, PLACES, STRUCTURES
from tests.hostile.giants import GIANTS, SIZES


class Outcome(StrEnum):
    """What opening an input must lead to."""

    OPENS = "opens"
    FAILS = "fails"
    EITHER = "either"
    """It may be taken for text or refused, in one line."""


@dataclass(frozen=True, slots=True)
class Case:
    """One input."""

    name: str
    """Names the case, not always the file."""
    path: bytes
    """The file, relative to the corpus."""
    outcome: Outcome
    shows: str = ""
    """What ``show`` must print, letter for letter."""
    is_large: bool = False
    """May take 5 s and 300 MB where an ordinary input takes 2 s and 150 MB."""
    is_slow: bool = False
    """Left to the soak run."""


def build(folder: Path) -> list[Case]:
    """Write the corpus, but for what is slow, into an empty folder and give its manifest."""
    cases: list[Case] = []
    for maker in (_escapes, _contents, _archives, _entries, _names):
        cases.extend(maker(folder))
    cases.extend(_sizes(folder, slow=False))
    assert len({case.name for case in cases}) == len(cases)
    return cases


def _escapes(folder: Path) -> Iterator[Case]:
    """Give every payload in every place of a story where text can stand."""
    for payload_name, payload in PAYLOADS.items():
        for place_name, (suffix, template) in PLACES.items():
            name = f"escape-{payload_name}-{place_name}"
            path = folder / f"{name}{suffix}"
            path.write_text(template.replace("@@", payload), encoding="utf-8", errors="surrogateescape")
            yield Case(name, os.fsencode(path.name), Outcome.OPENS)


def _contents(folder: Path) -> Iterator[Case]:
    """Give texts of odd encoding, size and structure, and honest ones that must not be harmed."""
    tables = (
        ("encoding", ENCODINGS),
        ("front-matter", FRONT_MATTER | strange.FRONT_MATTER),
        ("structure", STRUCTURES),
        ("markdown", strange.MARKDOWN),
        ("web", strange.WEB),
        ("text", strange.TEXT),
    )
    for kind, table in tables:
        for name, (suffix, data, outcome) in table.items():
            path = folder / f"{kind}-{name}{suffix}"
            path.write_bytes(data() if callable(data) else data)
            yield Case(f"{kind}-{name}", os.fsencode(path.name), Outcome(outcome))
    for name, text in HONEST.items():
        path = folder / f"honest-{name}.md"
        path.write_text(f"# Honest\n\n{text}\n", encoding="utf-8")
        yield Case(f"honest-{name}", os.fsencode(path.name), Outcome.OPENS, shows=text)


def build_slow(folder: Path) -> Iterator[Case]:
    """Write one after the other what is slow, and take each away again."""
    for name, (suffix, make) in GIANTS.items():
        path = folder / f"giant-{name}{suffix}"
        path.write_bytes(make())
        yield Case(f"giant-{name}", os.fsencode(path.name), Outcome.OPENS, is_large=True, is_slow=True)
        path.unlink()
    for case in _sizes(folder, slow=True):
        yield case
        (folder / os.fsdecode(case.path)).unlink()


def _sizes(folder: Path, *, slow: bool) -> Iterator[Case]:
    for name, (suffix, make, is_slow) in SIZES.items():
        if is_slow == slow:
            path = folder / f"size-{name}{suffix}"
            path.write_bytes(make())
            yield Case(f"size-{name}", os.fsencode(path.name), Outcome.OPENS, is_large=True, is_slow=is_slow)


def _archives(folder: Path) -> Iterator[Case]:
    for name, (make, outcome) in ARCHIVES.items():
        path = folder / f"archive-{name}.epub"
        path.write_bytes(make())
        is_slow = name == "many-bombs"
        yield Case(f"archive-{name}", os.fsencode(path.name), Outcome(outcome), is_large=True, is_slow=is_slow)


def _entries(folder: Path) -> Iterator[Case]:
    """Give entries of a folder that are no plain files."""
    makers: dict[str, tuple[Callable[[Path], object], Outcome]] = {
        "pipe.md": (os.mkfifo, Outcome.FAILS),
        "pipe.epub": (os.mkfifo, Outcome.FAILS),
        "self.md": (lambda path: path.symlink_to(path.name), Outcome.FAILS),
        "broken.md": (lambda path: path.symlink_to("nowhere"), Outcome.FAILS),
        "device.md": (lambda path: path.symlink_to("/dev/zero"), Outcome.FAILS),
        "terminal.md": (lambda path: path.symlink_to("/dev/tty"), Outcome.FAILS),
        "memory.md": (lambda path: path.symlink_to("/proc/self/mem"), Outcome.FAILS),
        "kernel.md": (lambda path: path.symlink_to("/proc/cpuinfo"), Outcome.OPENS),
        "sparse.md": (_sparse, Outcome.FAILS),
        "empty-folder.md": (Path.mkdir, Outcome.FAILS),
        "loop": (_loop, Outcome.OPENS),
        "missing.md": (lambda _: None, Outcome.FAILS),
    }
    for name, (make, outcome) in makers.items():
        make(folder / f"entry-{name}")
        yield Case(f"entry-{name}", os.fsencode(f"entry-{name}"), outcome)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def _loop(path: Path) -> None:
    (path / "in").mkdir(parents=True)
    (path / "in" / "again").symlink_to("..")
    (path / "story.md").write_text("# Story\n\nText.\n")


def _names(folder: Path) -> Iterator[Case]:
    """Give stories under names that act, mislead, or are no text."""
    names = {
        "escape": b"\x1b]52;c;UE9JU09O\x07.md",
        "csi": b"\x1b[31337m.md",
        "newline": b"one\ntwo.md",
        "bad-utf-8": b"bad\xff\xfe.md",
        "c1": "c1\u009b31337m.md".encode(),
        "bidi": "\u202egpj.md".encode(),
        "dash": b"-story.md",
        "option": b"--json.md",
        "markup": b"[@click=app.quit]x[_].md",
        "percent": b"%s%n{0}.md",
        "space": b" .md",
        "long": b"x" * 240 + b".md",
        "dots": b"...md",
        "tab": b"a\tb.md",
        "broken-markup": b"[bold]x[/nothing].md".replace(b"/", b"_"),
    }
    home = os.fsencode(folder / "names")
    os.mkdir(home)  # noqa: PTH102 - names that are no text
    for label, name in names.items():
        with open(os.path.join(home, name), "wb") as file:  # noqa: PTH118, PTH123 - as above
            file.write(b"The river rose in the night.\n")
        yield Case(f"name-{label}", b"names/" + name, Outcome.OPENS)
