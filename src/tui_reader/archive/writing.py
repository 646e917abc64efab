"""Writing stories as Markdown files."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui_reader.archive.sources import shown
from tui_reader.model import Article, InputProblem


def write_stories(articles: Sequence[Article], folder: Path, *, force: bool) -> Iterator[Path]:
    """Write every story as a Markdown file; give each path written.

    Raises ``InputProblem`` where a file is there already (unless forced) or cannot be written; nothing is written where
    any of the names is taken.
    """
    from tui_reader.formats.write import story_path, to_markdown, write_story

    targets = {article.id: story_path(folder, article) for article in articles}
    if not force:
        for path in targets.values():
            if path.exists():
                raise InputProblem(shown(str(path)), "is there already; use --force to overwrite it")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise InputProblem(shown(str(folder)), f"cannot be made: {problem.strerror}") from problem
    for article in articles:
        write_story(targets[article.id], to_markdown(article), force=force)
        yield targets[article.id]
