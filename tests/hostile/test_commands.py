"""The corpus through ``show`` and ``list``: nothing acts, nothing hangs, a failure is one line with the file's name."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.corpus import Case, Outcome, build, build_slow
from tests.hostile.runner import Result, run_all, snapshot
from tui_reader.formats.source import display_name
from tui_reader.text.sanitise import safe_text

SMALL = ("escape", "name", "entry", "front-matter", "encoding")
"""The kinds that cost next to nothing."""
QUICK = (*SMALL, "honest", "structure", "archive", "size")
"""The kinds that are shown in every run."""
REST = ("markdown", "web", "text", "archive-many-bombs")
STUDYING: tuple[tuple[bytes, ...], ...] = (
    (b"figures",),
    (b"entities", b"--json"),
    (b"search", b"river"),
    (b"mentions", b"Li Ming"),
)
"""The commands that look for something; they may find nothing."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The corpus on disk, and a home for the program."""

    folder: Path
    home: Path
    cases: tuple[Case, ...]

    def run(self, command: str, *options: bytes, only: tuple[str, ...] = ("",)) -> list[tuple[Case, Result]]:
        """Run a command on each case, or on those that ``only`` names or, where they are quick, begins with."""
        wanted = [case for case in self.cases if case.name.startswith(only)]
        cases = [case for case in wanted if not case.is_slow or only == ("",) or case.name in only]
        words = [[command.encode(), *options, self.path(case)] for case in cases]
        return list(zip(cases, run_all(words, self.home), strict=True))

    def path(self, case: Case) -> bytes:
        """Give the path of a case's input."""
        return os.path.join(os.fsencode(self.folder), case.path)  # noqa: PTH118 - names that are no text


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """Build the corpus, and see afterwards that nothing in it was touched."""
    folder, home = tmp_path_factory.mktemp("corpus"), tmp_path_factory.mktemp("home")
    cases = tuple(build(folder))
    before = snapshot(folder)
    yield Corpus(folder, home, cases)
    assert snapshot(folder) == before


def failings(case: Case, result: Result, *, seconds: float, mebibytes: float, finds_nothing: bool = False) -> list[str]:
    """Say what is wrong with a run; ``finds_nothing`` where it looks for something that need not be there."""
    found = []
    if b"Traceback" in result.err or result.code not in {0, 1, 2}:
        found.append(f"ended with {result.code}: {result.err[-300:]!r}")
    expected = {Outcome.OPENS: {0}, Outcome.FAILS: {2}, Outcome.EITHER: {0, 2}}[case.outcome]
    if result.code not in expected and not (finds_nothing and result.code == 1 and 0 in expected):
        found.append(f"exit code {result.code}, not {case.outcome}: {result.err[:200]!r}")
    for name, data in (("stdout", result.out), ("stderr", result.err)):
        try:
            text = data.decode()
        except UnicodeDecodeError:
            found.append(f"{name} is not UTF-8")
            continue
        if safe_text(text) != text:
            found.append(f"{name} is not clean")
    if result.code == 2:
        lines = result.err.decode("utf-8", "replace").splitlines()
        if len(lines) != 1 or not lines[0].startswith("shanxi-reader: "):
            found.append(f"not one line: {lines!r}")
        elif display_name(os.fsdecode(case.path)) not in lines[0]:
            found.append(f"does not name the file: {lines[0]!r}")
    if case.shows and case.shows not in " ".join(result.out.decode("utf-8", "replace").split("\n")):
        found.append(f"does not show {case.shows!r}: {result.out[-300:]!r}")
    found += [f"did {act}" for act in result.acts]
    if result.seconds > seconds:
        found.append(f"took {result.seconds:.1f} s")
    if result.mebibytes > mebibytes:
        found.append(f"took {result.mebibytes:.0f} MB")
    return [f"{case.name}: {line}" for line in found]


def check(runs: list[tuple[Case, Result]], *, ordinary_mebibytes: int = 150, finds_nothing: bool = False) -> None:
    """Fail with everything that is wrong with some runs."""
    found = [
        line
        for case, result in runs
        for line in failings(
            case,
            result,
            seconds=10 if case.is_slow else 5 if case.is_large else 3,
            mebibytes=512 if case.is_slow else 300 if case.is_large else ordinary_mebibytes,
            finds_nothing=finds_nothing,
        )
    ]
    assert not found, "\n".join(found)


def test_the_corpus_is_large_enough(corpus: Corpus) -> None:
    """It covers every kind of input that a stranger may send."""
    assert len(corpus.cases) >= 480


def test_show(corpus: Corpus) -> None:
    """Every input is shown or refused, cleanly, in time and within its memory."""
    check(corpus.run("show", only=QUICK))


@pytest.mark.soak
def test_show_the_rest(corpus: Corpus) -> None:
    """The same for all the rest."""
    check(corpus.run("show", only=REST))


def test_show_json(corpus: Corpus) -> None:
    """The structure of an input is as clean as its text."""
    check([(case, result) for case, result in corpus.run("show", b"--json", only=SMALL) if not case.shows])


def test_list(corpus: Corpus) -> None:
    """Every input is listed or refused."""
    check([(case, result) for case, result in corpus.run("list", only=SMALL) if not case.shows])


@pytest.mark.soak
@pytest.mark.parametrize("words", STUDYING, ids=lambda words: words[0].decode())
def test_what_is_found_in_them(corpus: Corpus, words: tuple[bytes, ...]) -> None:
    """Looking for figures, names and words is as safe as showing, and as quick."""
    runs = corpus.run(words[0].decode(), *words[1:])
    check([(case, result) for case, result in runs if not case.shows], ordinary_mebibytes=250, finds_nothing=True)


@pytest.mark.soak
def test_import(corpus: Corpus, tmp_path: Path) -> None:
    """What is imported is written into the folder named, and nowhere else, under harmless names."""
    runs = corpus.run("import", b"--force", b"--to", os.fsencode(tmp_path))
    # a file takes its name only when it is whole: until then it stands beside, for the user alone
    acts = ("os.mkdir", "os.rename", "os.chmod", "os.remove")
    allowed = (f"open {tmp_path}", *(f"{act} '{tmp_path}" for act in acts))
    for case, result in runs:
        assert result.code in {0, 2}, (case.name, result.err)
        assert not [act for act in result.acts if not act.startswith(allowed)], (case.name, result.acts)
    for path in tmp_path.rglob("*"):
        assert path.parent == tmp_path
        assert safe_text(path.name) == path.name
        assert path.name[0] not in ".-"


@pytest.mark.soak
def test_giants(tmp_path: Path) -> None:
    """Floods, and files as large as may be, stay within 10 s and 512 MB, whatever is asked of them."""
    home = tmp_path / "home"
    home.mkdir()
    found = []
    for case in build_slow(tmp_path):
        path = os.path.join(os.fsencode(tmp_path), case.path)  # noqa: PTH118 - as all paths here
        for words in ((b"show",), (b"show", b"--json"), (b"list",), *STUDYING):
            (result,) = run_all([[*words, path]], home)
            lines = failings(case, result, seconds=10, mebibytes=512, finds_nothing=True)
            found += [f"{words[0].decode()} {line}" for line in lines]
    assert not found, "\n".join(found)


def test_a_folder_of_them_all(corpus: Corpus) -> None:
    """What cannot be read is named once on stderr; the rest is listed."""
    small = {case.path for case in corpus.cases if case.name.startswith(SMALL) and b"/" not in case.path}
    folder = corpus.home / "some"
    folder.mkdir()
    for path in small:
        if (corpus.folder / os.fsdecode(path)).is_symlink() or (corpus.folder / os.fsdecode(path)).exists():
            (folder / os.fsdecode(path)).symlink_to(corpus.folder / os.fsdecode(path))
    (result,) = run_all([[b"list", os.fsencode(folder)]], corpus.home)
    assert result.code == 0, result.err
    assert not result.acts
    text, talk = result.out.decode(), result.err.decode()
    assert safe_text(text + talk) == text + talk
    lines = talk.splitlines()
    assert len(lines) == len(set(lines))
    for case in corpus.cases:
        if (
            case.path in small
            and case.outcome is Outcome.FAILS
            and case.name not in {"entry-missing.md", "entry-empty-folder.md"}
        ):
            assert sum(f"/{display_name(os.fsdecode(case.path))}: " in line for line in lines) == 1, case.name
