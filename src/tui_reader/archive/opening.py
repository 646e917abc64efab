"""Opening an archive with what the user has set: where its index is kept, and what names mean."""

from collections.abc import Sequence

from tui_reader.archive.archive import Archive
from tui_reader.model import InputProblem
from tui_reader.settings.folders import cache_folder, config_file, config_folder

ALIASES = "aliases.toml"


def open_archive(paths: Sequence[str], *, keep: bool = False) -> Archive:
    """Open an archive; ``keep`` makes an index on disk for a large one, else only one that is there is used.

    Raises ``InputProblem`` where a path does not exist.
    """
    cache, config = cache_folder(), config_file()
    if config is not None and config.exists():
        from tui_reader.settings import load_leniently

        cache = load_leniently(config)[0].cache_folder
    return Archive(paths, cache=cache, book=aliases_text(), keep=keep)


def aliases_text() -> str:
    """Give the text of the user's aliases; empty where there are none, or none that can be read."""
    folder = config_folder()
    if folder is None or not (folder / ALIASES).is_file():
        return ""
    from tui_reader.formats.source import read_text

    try:
        return read_text(folder / ALIASES)
    except InputProblem:
        return ""
