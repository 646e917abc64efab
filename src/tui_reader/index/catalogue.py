"""The catalogue: names in any number, found by the letter groups they share with what was typed.

A full-text engine (tantivy) finds the few hundred forms that share most trigrams with a query, by their rarity; these
are then compared as in a small archive, by ``cost``. It follows the store: forms that came or went wait in ``unlisted``
until the catalogue has seen them, so either may be killed at any moment.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from tui_reader.index.cost import Form, Query
from tui_reader.index.entering import tier
from tui_reader.index.query import LIST_ALL_ANEW, SQL
from tui_reader.index.ranking import Ranking, nearest
from tui_reader.index.reading import Reader
from tui_reader.index.writing import transaction
from tui_reader.model import Candidate, NameMatch

if TYPE_CHECKING:
    import tantivy

VERSION = "1"
"""Changes when documents are made otherwise; an older catalogue is made anew."""
_MOST_GATHERED = 500
"""Forms that are fetched for a query."""
_MOST_COMPARED = 48
"""Forms that are compared word by word."""
_MOST_GRAMS = 24
"""Of a long query only so many letter groups are asked for, the rarest."""
_SHORT = 4
"""Queries of so few letters meet more names than can be compared: the often named are preferred."""
_MOST_KEPT = 10_000
"""Forms that are kept from one key to the next."""
_HIGHEST = tier(1 << 40)
_BATCH = 50_000
_HEAP = 100_000_000
"""Bytes tantivy may gather before it writes."""


def form_grams(form: Form, mentions: int) -> Iterator[str]:
    """Give what a form is found by: trigrams of its words, their heads and ends, across its blanks, its acronyms."""
    for word in form.words:
        yield f"^{word[0]}"
        yield f"^{word[:2]}"
        yield from _word_grams(word)
        yield f"{word[-2:]}$"
    for first, second in pairwise(form.words):
        yield f"{first[-2:]}{second[0]}"
        yield f"{first[-1]}{second[:2]}"
    for letters in form.acronyms:
        yield f"={letters}"
    for number in range(tier(mentions)):
        yield f"#{number}"


def query_grams(query: Query) -> list[str]:
    """Give the letter groups of a query; the last word may go on, so its end is not asked for."""
    grams: dict[str, None] = {}
    for number, word in enumerate(query.words):
        if len(word) < 3:
            grams[f"^{word}"] = None
        grams.update(dict.fromkeys(_word_grams(word)))
        if number < len(query.words) - 1 or len(word) > 4:
            grams[f"{word[-2:]}$"] = None
    return list(grams)


def _word_grams(word: str) -> Iterator[str]:
    if len(word) >= 3:
        yield f"^{word[:3]}"
        for start in range(len(word) - 2):
            yield word[start : start + 3]


class Catalogue:
    """The names of a store, in a folder beside it. One process fills it; any number search."""

    def __init__(self, folder: Path, connection: sqlite3.Connection, *, building: bool = False) -> None:
        """Open the catalogue; who is ``building`` makes a missing, damaged or older one anew from the store.

        Raises ``ImportError`` where tantivy is not installed, ``OSError`` or ``ValueError`` where there is nothing to
        open, or no place to make it.
        """
        self._folder = folder
        self._connection = connection
        self._read = Reader(connection)
        # what the last keys brought: each key asks for much of it again
        self._seen = (0, 0)
        self._plain: dict[int, str] = {}
        self._forms: dict[int, Form] = {}
        self._candidates: dict[int, Candidate | None] = {}
        try:
            self._index = self._open()
        except (OSError, ValueError):
            if not building:
                raise
            self._index = self._make()

    def _open(self) -> "tantivy.Index":
        import tantivy

        if (self._folder / "version").read_text() != VERSION:
            message = "made by another version"
            raise ValueError(message)
        return _with_tokenizer(tantivy.Index.open(str(self._folder)))

    def _make(self) -> "tantivy.Index":
        import tantivy

        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("grams", stored=False, tokenizer_name="blanks", index_option="freq")
        builder.add_integer_field("form", stored=False, indexed=True, fast=True)
        index = tantivy.Index(builder.build(), path=str(self._folder))
        self._connection.execute(LIST_ALL_ANEW)
        (self._folder / "version").write_text(VERSION)
        return _with_tokenizer(index)

    def list_due(self) -> Iterator[int]:
        """Take in the forms that came and drop those that went, step by step; each step gives their number."""
        import tantivy

        try:
            writer = self._index.writer(_HEAP, 1)
        except ValueError:
            return  # another process is listing
        empty = self._index.searcher().num_docs == 0
        try:
            while due := [form for (form,) in self._connection.execute(SQL["unlisted"], (_BATCH,))]:
                wanted = json.dumps(due)
                for form in () if empty else due:
                    writer.delete_documents_by_term("form", form)
                for number, written, mentions in self._connection.execute(SQL["forms to list"], (wanted,)):
                    grams = form_grams(Form.of(number, written, mentions), mentions)
                    writer.add_document(tantivy.Document(grams=" ".join(grams), form=number))
                writer.commit()
                with transaction(self._connection):
                    self._connection.execute(SQL["listed"], (wanted,))
                yield len(due)
        finally:
            writer.wait_merging_threads()
            self.reload()

    def reload(self) -> None:
        """See what others have added."""
        self._index.reload()

    def search(self, query: str, limit: int = 20) -> list[NameMatch]:
        """Give what the query may mean, best first; when nothing fits, up to three weak near misses."""
        asked = Query.of(query)
        if not asked.words:
            return []
        forms = self._compare_with(asked, self._gather(asked))
        ranking = Ranking(asked)
        for form in forms:
            ranking.add(form)
        return ranking.best(limit, self._candidate) or nearest(asked, forms, self._candidate)

    def _gather(self, asked: Query) -> list[int]:
        """Give the forms that share the rarest letter groups with the query, most alike first."""
        from tantivy import Occur
        from tantivy import Query as Ask

        searcher = self._index.searcher()
        grams = query_grams(asked)
        if len(grams) > _MOST_GRAMS:
            grams = sorted(grams, key=lambda gram: searcher.doc_freq("grams", gram))[:_MOST_GRAMS]
        parts = [(Occur.Should, Ask.term_query(self._index.schema, "grams", gram, "freq")) for gram in grams]
        letters = asked.joined
        if len(asked.words) == 1 and 2 <= len(letters) <= 6:
            acronym = Ask.term_query(self._index.schema, "grams", f"={letters}", "freq")
            parts.append((Occur.Should, Ask.boost_query(acronym, 3.0)))
        wanted = Ask.boolean_query(parts)
        if len(letters) <= _SHORT:
            often = [Ask.term_query(self._index.schema, "grams", f"#{number}", "freq") for number in range(_HIGHEST)]
            raised = [(Occur.Should, Ask.const_score_query(each, 1.0)) for each in often]
            wanted = Ask.boolean_query([(Occur.Must, wanted), *raised])
        hits = searcher.search(wanted, _MOST_GATHERED, count=False).hits
        found = searcher.fast_field_values("form", [address for _, address in hits])
        return [form for form in found if isinstance(form, int)]

    def _compare_with(self, asked: Query, gathered: list[int]) -> list[Form]:
        """Choose the forms worth comparing word by word: the most alike in letters, and those that share the rarest."""
        self._see()
        known = self._plain
        unknown = [number for number in gathered if number not in known]
        if unknown:
            for number, written in self._connection.execute(SQL["forms by number"], (json.dumps(unknown),)):
                known[number] = utils.default_process(written)
        plain = {number: known[number] for number in gathered if number in known}
        alike = process.extract(
            utils.default_process(" ".join(asked.words)), plain, scorer=fuzz.WRatio, limit=_MOST_COMPARED // 2
        )
        chosen = {number: None for _, _, number in alike}
        for number in plain:
            if len(chosen) >= _MOST_COMPARED:
                break
            chosen[number] = None
        return self._prepared(list(chosen))

    def _prepared(self, chosen: list[int]) -> list[Form]:
        """Give forms ready to be compared."""
        unknown = [number for number in chosen if number not in self._forms]
        if unknown:
            rows = self._connection.execute(SQL["owners of forms"], (json.dumps(unknown),))
            for number, root, written, mentions in rows:
                self._forms[number] = Form.of(root, written, mentions)
        return [form for number in chosen if (form := self._forms.get(number))]

    def _see(self) -> None:
        """Forget what was read before others changed it, and what is too much to be kept."""
        now = self._connection.execute("PRAGMA data_version").fetchone()[0], self._connection.total_changes
        if now != self._seen or len(self._plain) > _MOST_KEPT:
            self._seen = now
            self._plain.clear()
            self._forms.clear()
            self._candidates.clear()

    def _candidate(self, key: int) -> Candidate | None:
        if key not in self._candidates:
            self._candidates[key] = self._read.candidate(key)
        return self._candidates[key]


def _with_tokenizer(index: "tantivy.Index") -> "tantivy.Index":
    """Let letter groups be parted by blanks."""
    import tantivy

    index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index
