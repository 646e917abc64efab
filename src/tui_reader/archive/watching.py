"""Noticing that files changed while they are read."""

from collections.abc import Iterator, Sequence
from threading import Event

from tui_reader.archive.sources import STDIN

_SETTLED_MS = 800
"""Milliseconds without a further change after which a change is told."""
_LOOK_MS = 5000
"""How often the wait is broken to see whether it should end."""


def changes(paths: Sequence[str], stop: Event, *, missed: bool = False) -> Iterator[None]:
    """Wait, and say each time that something changed under the paths; ends at ``stop``, or where nobody can watch.

    Where something may have been ``missed`` before, that is said once the watch stands.
    """
    from watchfiles import watch

    watched = [path for path in paths if path != STDIN]
    if not watched:
        return
    try:
        for seen in watch(
            *watched,
            stop_event=stop,
            debounce=_SETTLED_MS * 4,
            step=_SETTLED_MS,
            rust_timeout=_LOOK_MS,
            raise_interrupt=False,
            ignore_permission_denied=True,
            yield_on_timeout=missed,
        ):
            if seen or missed:
                missed = False
                yield
    except (OSError, RuntimeError):  # no more watches, or a path that is gone: the next start looks again
        return
