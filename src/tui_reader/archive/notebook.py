"""The reader's notes as a Markdown file, each with its quotation and where it was published."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from tui_reader.model import Article

_MARKUP = re.compile(r"[\\`*_\[\]<]")


@dataclass(frozen=True, slots=True)
class Noted:
    """A note to export."""

    source: str
    """Where its story stands: the citation, or the name of its file."""
    quote: str
    words: str
    created: str
    """ISO 8601."""


def citation(article: Article) -> str:
    """Give where a story was published: byline, title, paper or file, date, as far as they are known.

    A paper that the byline ends with is named once, after the title; an author in capitals is given in normal case.
    """
    title = f"“{article.headline}”" if article.headline else ""
    byline, paper = _parted(article.byline, article.provenance)
    parts = (_in_normal_case(byline), title, paper or article.source, article.date)
    return ", ".join(part for part in parts if part)


def _in_normal_case(byline: str) -> str:
    """Give a byline with its author as a name is shown, where it is printed in capitals."""
    from tui_reader.annotate.entities.shape import shown

    author, comma, rest = byline.partition(", ")
    by, blank, name = author.partition(" ")
    if by.casefold() != "by" or not blank:
        by, blank, name = "", "", author
    return f"{by}{blank}{shown(name)}{comma}{rest}" if name.isupper() else byline


def _parted(byline: str, provenance: str) -> tuple[str, str]:
    """Give the author and the paper, where a byline and a provenance hold some of the same words."""
    author, paper = byline.strip(), provenance.strip()
    if author.casefold() == paper.casefold():
        author, _, paper = author.rpartition(", ")
        return (author, paper) if author else (paper, "")
    before, parted, after = paper.partition(", ")
    if parted and before.casefold() == author.casefold():
        return author, after
    before, parted, after = author.rpartition(", ")
    if parted and after.casefold() == paper.casefold():
        return before, paper
    return author, paper


def notes_markdown(notes: Iterable[Noted]) -> str:
    """Give notes as Markdown, those of one story under its citation."""
    return "\n\n".join(["# Notes", *_sections(notes)]) + "\n"


def write_notes(path: Path, notes: Iterable[Noted]) -> None:
    """Write notes as a Markdown file, whole or not at all.

    Raises ``InputProblem`` where there is a file already or it cannot be written.
    """
    from tui_reader.formats.write import write_story

    write_story(path, notes_markdown(notes))


def _sections(notes: Iterable[Noted]) -> Iterator[str]:
    for source, noted in groupby(notes, key=lambda note: note.source):
        yield f"## {_MARKUP.sub(_escape, source)}"
        for note in noted:
            quote = _MARKUP.sub(_escape, note.quote).strip()
            yield "\n".join(f"> {line}".rstrip() for line in quote.splitlines()) if quote else ">"
            yield f"{note.words.strip()}\n\n*{note.created[:10]}*"


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
