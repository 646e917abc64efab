"""``make bench``: every figure the README gives, medians and ratios against a baseline of the same run.

``python -m tests.bench NAME ...`` runs some of the benchmarks; ``--whole`` runs the long curve as well.
"""

import sys
from importlib import import_module

BENCHMARKS = ("repair", "annotate", "layout", "search", "index", "terminal", "opening", "answering", "walking", "curve")
"""Modules of this package, each with ``run(whole=...)`` giving the lines to print."""


def main() -> None:
    """Run the benchmarks named on the command line, or all."""
    whole = "--whole" in sys.argv
    wanted = [word for word in sys.argv[1:] if not word.startswith("-")] or list(BENCHMARKS)
    for name in wanted:
        if name not in BENCHMARKS:
            message = f"no benchmark is called {name}: there are {', '.join(BENCHMARKS)}"
            raise SystemExit(message)
        print(f"== {name}", flush=True)
        for line in import_module(f"tests.bench.{name}").run(whole=whole):
            print(line, flush=True)


if __name__ == "__main__":
    main()
