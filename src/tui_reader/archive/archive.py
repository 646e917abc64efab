"""The stories behind some paths, read as they are needed.

Stages are imported where they are first needed, so that listing stories never loads the annotators and the first page
never waits for search.
"""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui_reader.model import (
    Article,
    Candidate,
    Entity,
    EntityHit,
    Figure,
    InputProblem,
    Mention,
    NameMatch,
    Place,
    TextHit,
)

if TYPE_CHECKING:
    from tui_reader.formats.discover import Skipped
    from tui_reader.index.names import NameIndex
    from tui_reader.state import StoryKey

STDIN = "-"
TEXT_HITS = 200
"""How many hits in the text one search gives at most."""

NEAR = 200
"""How many stories are read before the first frame, at most, to open the one that was open last."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What one query found."""

    query: str
    entities: tuple[EntityHit, ...]
    texts: tuple[TextHit, ...]
    searched: int
    """The number of stories that were searched."""


@dataclass(frozen=True)
class Names:
    """All entities of the stories read so far, and where each story mentions them. Not slotted: it caches its index."""

    entities: tuple[Entity, ...]
    order: dict[str, int]
    """Where each story stands in the archive."""

    @cached_property
    def index(self) -> NameIndex:
        """The names and aliases, ready to be searched."""
        from tui_reader.index.names import NameIndex

        return NameIndex(self.candidates)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """What may be searched for, by entity key."""
        return tuple(
            Candidate(key, entity.name, entity.kind, entity.aliases, entity.stories, len(entity.mentions))
            for key, entity in enumerate(self.entities)
        )

    @cached_property
    def by_story(self) -> dict[str, tuple[tuple[Mention, int], ...]]:
        """For each story, its mentions by start, each with its entity's key."""
        found: dict[str, list[tuple[Mention, int]]] = {}
        for key, entity in enumerate(self.entities):
            for mention in entity.mentions:
                found.setdefault(mention.article, []).append((mention, key))
        return {story: tuple(sorted(rows, key=lambda row: row[0].start)) for story, rows in found.items()}

    @cached_property
    def counts(self) -> Counter[tuple[int, str]]:
        """How often each entity is mentioned in each story."""
        return Counter(
            (key, mention.article) for key, entity in enumerate(self.entities) for mention in entity.mentions
        )

    @cached_property
    def places(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each entity, its mentions as (story's order, start), ascending."""
        return tuple(
            tuple((self.order[mention.article], mention.start) for mention in entity.mentions)
            for entity in self.entities
        )


class Archive:
    """The stories behind some paths.

    Opening reads nothing but the paths themselves; ``read_more`` and ``read_all`` bring the stories in.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        """Take files, folders, or ``-`` for the standard input.

        Raises ``InputProblem`` where a path does not exist or cannot be read.
        """
        for path in paths:
            if path != STDIN and not os.path.lexists(path):
                raise InputProblem(_shown(path), "no such file or folder")
        self.paths = tuple(paths)
        self.articles: list[Article] = []
        self.skipped: list[Skipped] = []
        self.complete = False
        self._order: dict[str, int] = {}
        self._origins: dict[str, tuple[bytes, int]] = {}
        self._pending = self._read()
        self._names: Names | None = None
        self._figures = lru_cache(maxsize=256)(self._find_figures)
        self._known = lru_cache(maxsize=4096)(self._identify)
        self.annotating = True
        """Whether figures are looked for; the screen turns it on after its first frame."""

    # reading ------------------------------------------------------------------------------------------------------

    def read_more(self, stories: int) -> int:
        """Read at least ``stories`` more stories, where there are as many; give the number read."""
        before = len(self.articles)
        for source, batch in self._pending:
            for number, article in enumerate(batch, 1):
                named = self._with_own_id(article)
                self._origins[named.id] = (source, number)
                self._order[named.id] = len(self.articles)
                self.articles.append(named)
            if len(self.articles) - before >= stories:
                return len(self.articles) - before
        self.complete = True
        return len(self.articles) - before

    def read_first(self, last: tuple[bytes, int] | None) -> None:
        """Read the first story, and on to the one that was open last, where that is not far.

        Raises ``InputProblem`` where there is nothing to read.
        """
        if not self.read_more(1):
            raise self.emptiness()
        while last is not None and self.story_from(*last) is None and len(self.articles) < NEAR and not self.complete:
            self.read_more(1)

    def read_all(self) -> Archive:
        """Read every story; raise ``InputProblem`` where there is none at all."""
        while not self.complete:
            self.read_more(1000)
        if not self.articles:
            raise self.emptiness()
        return self

    def emptiness(self) -> InputProblem:
        """Say why there is nothing to read, and what to do."""
        where = _shown(self.paths[0]) if self.paths else "."
        if self.skipped:
            return InputProblem(where, f"no story could be read: {self.skipped[0].source}: {self.skipped[0].why}")
        if self.paths and Path(self.paths[0]).is_dir():
            return InputProblem(where, "no stories in this folder (looked for .txt, .md, .html and .epub files)")
        return InputProblem(where, "the file holds no text to read")

    def _read(self) -> Iterator[tuple[bytes, tuple[Article, ...]]]:
        """Give the stories of each source, with the source's full path as the system has it."""
        from tui_reader.formats import read_articles
        from tui_reader.formats.discover import Skipped, discover

        for path in self.paths:
            if path == STDIN or not Path(path).is_dir():
                yield _full(path), read_articles(path)
                continue
            for found in discover(Path(path)):
                if isinstance(found, Skipped):
                    self.skipped.append(found)
                    continue
                try:
                    yield _full(found), read_articles(found)
                except InputProblem as problem:
                    self.skipped.append(Skipped(problem.source, problem.reason))

    def _with_own_id(self, article: Article) -> Article:
        """Keep ids apart where two files of an archive have the same stem."""
        if article.id not in self._order:
            return article
        number = 2
        while f"{article.id}~{number}" in self._order:
            number += 1
        return replace(article, id=f"{article.id}~{number}")

    # stories ------------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        """Count the stories read so far."""
        return len(self.articles)

    @cached_property
    def edition(self) -> bytes:
        """What the reading state knows this archive by: the full paths it was opened on."""
        return b"\n".join(_full(path) for path in self.paths)

    def story_from(self, source: bytes, number: int) -> str | None:
        """Give the id of a source's story by its number there; None where it is not read (yet)."""
        return next((story for story, origin in self._origins.items() if origin == (source, number)), None)

    def order_of(self, story: str) -> int:
        """Give a story's place in the archive, from 0; raise ``KeyError`` where there is none."""
        return self._order[story]

    def article(self, story: str) -> Article:
        """Give a story by its id; raise ``KeyError`` where there is none."""
        return self.articles[self._order[story]]

    def known(self, story: str) -> StoryKey:
        """Give what the reading state knows a story by."""
        return self._known(story)

    def _identify(self, story: str) -> StoryKey:
        from tui_reader.state import identify

        return identify(*self._origins[story], self.article(story).text)

    # figures ------------------------------------------------------------------------------------------------------

    def figures(self, story: str) -> tuple[Figure, ...]:
        """Give a story's figures by start."""
        return self._figures(story)

    def read_out(self, story: str, figure: Figure) -> str:
        """Say what a figure is worth, as the status line reads it out."""
        from tui_reader.annotate.figures import read_out

        return read_out(self.article(story).text, figure, self.figures(story))

    def _find_figures(self, story: str) -> tuple[Figure, ...]:
        from tui_reader.annotate.figures import find_figures

        return find_figures(self.article(story).text)

    # entities -----------------------------------------------------------------------------------------------------

    @property
    def names(self) -> Names:
        """The entities of all stories read when they were last looked for."""
        if self._names is None or len(self._names.order) < len(self.articles):
            self.find_names()
        assert self._names is not None  # noqa: S101 - find_names has set it
        return self._names

    @property
    def names_ready(self) -> bool:
        """Tell whether the entities of all stories are at hand without work."""
        return self._names is not None and len(self._names.order) == len(self.articles)

    def find_names(self) -> None:
        """Look for the entities of all stories read so far, and build their search index."""
        from tui_reader.annotate.entities import find_entities

        articles = tuple(self.articles)
        names = Names(find_entities(articles), {article.id: order for order, article in enumerate(articles)})
        _ = names.index, names.by_story, names.places, names.counts
        self._names = names

    def entities(self) -> tuple[Entity, ...]:
        """Give all entities, most mentioned first."""
        return self.names.entities

    def mentions_in(self, story: str) -> tuple[tuple[Mention, int], ...]:
        """Give a story's mentions by start, each with its entity's key; nothing while names are being looked for."""
        return self._names.by_story.get(story, ()) if self._names else ()

    def mention_count(self, key: int, story: str) -> int:
        """Count an entity's mentions in a story."""
        return self._names.counts.get((key, story), 0) if self._names else 0

    def next_mention(self, key: int, place: Place, step: int) -> tuple[int, Mention]:
        """Give the entity's next (``step`` 1) or previous (-1) mention from ``place``, with its number; wraps."""
        names = self.names
        places, here = names.places[key], (self._order[place.article], place.offset)
        number = bisect_right(places, here) if step > 0 else bisect_left(places, here) - 1
        number %= len(places)
        return number, names.entities[key].mentions[number]

    # search -------------------------------------------------------------------------------------------------------

    def search(self, query: str, limit: int = 20, *, wait: bool = True) -> SearchResult:
        """Find entities by name, then places in the text, best first.

        Without ``wait`` only the names that are known already are looked at.
        """
        from tui_reader.index.text import find_text

        names = self.names if wait else self._names or Names((), {})
        entities = tuple(self._hit(names, match) for match in names.index.search(query, limit))
        texts: Iterable[TextHit] = (hit for article in self.articles for hit in find_text(query, article))
        return SearchResult(query, entities, tuple(islice(texts, min(limit * 10, TEXT_HITS))), len(self.articles))

    def most_mentioned(self, limit: int) -> tuple[EntityHit, ...]:
        """Give the entities that are mentioned most, of those known already."""
        names = self._names or Names((), {})
        return tuple(
            self._hit(names, NameMatch(candidate, 100.0, candidate.name))
            for candidate in islice(names.candidates, limit)
        )

    @staticmethod
    def _hit(names: Names, match: NameMatch) -> EntityHit:
        first = names.entities[match.candidate.key].mentions[0]
        return EntityHit(match, Place(first.article, first.start), first.end)

    def concordance(self, story: str, start: int, end: int, cells: int = 60) -> TextHit:
        """Give a stretch of a story with what stands before and after it in its block."""
        text = self.article(story).text
        left = max(text.rfind("\n", 0, start) + 1, start - cells)
        after = text.find("\n", end, end + cells)
        right = after if after >= 0 else end + cells
        return TextHit(story, start, end, text[left:start], text[start:end], text[end:right])

    def find_entity(self, name: str) -> Entity | None:
        """Give the entity that a name, an alias or a near miss of one means; None where nothing is near."""
        matches = [match for match in self.names.index.search(name, 1) if not match.weak]
        return self.names.entities[matches[0].candidate.key] if matches else None

    # writing ------------------------------------------------------------------------------------------------------

    def write_stories(self, folder: Path, *, force: bool) -> Iterator[Path]:
        """Write every story as a Markdown file; give each path written.

        Raises ``InputProblem`` where a file is there already (unless forced) or cannot be written; nothing is written
        where any of the names is taken.
        """
        from tui_reader.formats.write import story_path, to_markdown, write_story

        targets = {article.id: story_path(folder, article) for article in self.articles}
        if not force:
            for path in targets.values():
                if path.exists():
                    raise InputProblem(_shown(str(path)), "is there already; use --force to overwrite it")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise InputProblem(_shown(str(folder)), f"cannot be made: {problem.strerror}") from problem
        for article in self.articles:
            write_story(targets[article.id], to_markdown(article), force=force)
            yield targets[article.id]


def _full(path: str | Path) -> bytes:
    return b"-" if path == STDIN else os.path.realpath(os.fsencode(path))


def _shown(path: str) -> str:
    """Give a path as it may be shown on a terminal."""
    from tui_reader.text.sanitise import safe_line

    return safe_line(os.fsencode(path).decode("utf-8", "replace"))
