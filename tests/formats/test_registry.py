import subprocess
import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import tui_reader.formats
from tui_reader.formats import read_articles
from tui_reader.formats.registry import MODULES, load
from tui_reader.model import InputProblem

LOADED = "import sys; from tui_reader.formats import read_articles; read_articles(sys.argv[1]); print(*sys.modules)"


def test_the_table_holds_what_the_formats_declare() -> None:
    """Each suffix a format declares is in the table under its module, and no other."""
    declared: dict[str, set[str]] = {}
    for entry in iter_modules(tui_reader.formats.__path__):
        module = import_module(f"tui_reader.formats.{entry.name}")
        if hasattr(module, "SUFFIXES"):
            declared[entry.name] = set(module.SUFFIXES)
    table: dict[str, set[str]] = defaultdict(set)
    for suffix, name in MODULES.items():
        table[name].add(suffix)
    assert table == declared
    assert {name: set(load(name).suffixes) for name in table} == declared


def test_suffixes_are_small_letters_with_their_dot() -> None:
    """Files are matched by their suffix in small letters."""
    assert all(suffix == suffix.lower() and Path(f"a{suffix}").suffix == suffix for suffix in MODULES)


@pytest.mark.parametrize(
    ("name", "content", "headline"),
    [
        ("a.MD", "# One", "One"),
        ("a.htm", "<h1>Two", "Two"),
        ("a.unknown", "---\ntitle: Three\n---\nx", "Three"),
        ("a", "<!doctype html><h1>Four", "Four"),
        ("a.txt", "# Five\n\nBy LI MING\n\nThe river rose on Monday, the city said.\n", "Five"),
    ],
)
def test_the_suffix_chooses_then_the_first_bytes(tmp_path: Path, name: str, content: str, headline: str) -> None:
    """A known suffix decides; an unknown one lets the content speak."""
    (tmp_path / name).write_text(content)
    assert read_articles(tmp_path / name)[0].headline == headline


def test_ids_begin_with_the_stem(tmp_path: Path) -> None:
    """Ids are the file's stem, or the one that is asked for."""
    path = tmp_path / "page.md"
    path.write_text("# One\n\n# Two\n")
    assert [article.id for article in read_articles(path)] == ["page", "page-2"]
    assert [article.id for article in read_articles(path, stem="other")] == ["other", "other-2"]


def test_an_empty_file_is_an_empty_story(tmp_path: Path) -> None:
    """It opens, and there is nothing in it."""
    for suffix in (".md", ".txt", ".html"):
        path = tmp_path / f"a{suffix}"
        path.write_text("")
        (article,) = read_articles(path)
        assert (article.id, article.text) == ("a", "")


def test_errors_name_the_file(tmp_path: Path) -> None:
    """Whatever the format, a failure says which file and why."""
    for suffix in (".md", ".txt", ".html", ".epub"):
        path = tmp_path / f"bad{suffix}"
        path.write_bytes(bytes(range(256)) * 9)
        with pytest.raises(InputProblem, match=rf"bad{suffix}: "):
            read_articles(path)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_only_the_format_in_use_is_loaded(tmp_path: Path, name: str) -> None:
    """Opening one kind of file does not wait for the parsers of the others."""
    (tmp_path / name).write_text("# One\n\nThe river rose.\n")
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(tmp_path / name)], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    assert ("markdown_it" in loaded) == (name == "a.md")
    assert not {"yaml", "zipfile", "html.parser", "xml.etree.ElementTree", "textual", "rich"} & loaded
