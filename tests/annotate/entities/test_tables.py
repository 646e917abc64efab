"""The shipped tables."""

from dataclasses import fields
from importlib.resources import files

from tui_reader.annotate.entities.lexicon import TABLES, Lexicon, lexicon, read_sections

DATA = files("tui_reader.annotate.entities") / "data"


def test_every_section_is_used_and_none_is_empty() -> None:
    """A list that nothing reads, or that is gone, is a mistake."""
    names = {field.name for field in fields(Lexicon)}
    assert set(read_sections()) - {"modern", "misread"} <= names
    assert all(getattr(lexicon(), name) for name in names)


def test_the_notice_names_every_table() -> None:
    """Each shipped table says where it comes from and under which licence."""
    notice = (DATA / "NOTICE").read_text(encoding="utf-8")
    assert all(f"{table}.txt" in notice for table in (*TABLES, "words"))


def test_entries_are_spelt_as_they_are_looked_up() -> None:
    """Entries are lower case but for the few acronyms that in lower case are plain words."""
    loud = {"US", "WHO", "UN", "AU"}
    for field in fields(Lexicon):
        assert all(entry == entry.casefold() or entry in loud for entry in getattr(lexicon(), field.name)), field.name
