"""Fills an index until it is killed: ``python -m tests.index.kill_me INDEX``. Prints a dot after each batch."""

import sys
from pathlib import Path

from tests.index.filing import many, resolver
from tui_reader.index.store import Store

STORIES = 2000


def main() -> None:
    """Write what is missing, settle and list as one goes."""
    path = Path(sys.argv[1])
    store = Store(path, building=True)
    catalogue = store.catalogue(path.with_name("names"), building=True)
    missing = [each for each in many(STORIES) if store.read.stamp(each.stamp.path) is None]
    for start in range(0, len(missing), 50):
        store.write(missing[start : start + 50])
        list(store.settle(resolver))
        if start % 400 == 0:
            list(catalogue.list_due())
        sys.stdout.write(".")
        sys.stdout.flush()
    list(store.settle(resolver))
    list(catalogue.list_due())


if __name__ == "__main__":
    main()
