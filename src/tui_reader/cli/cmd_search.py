"""``search``: names first, then the text."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from tui_reader.archive import Archive, SearchResult
from tui_reader.cli.cmd_mentions import hit_row, print_concordance
from tui_reader.cli.diagnostics import ExitCode, complain
from tui_reader.cli.output import Output, tally
from tui_reader.model import UsageProblem

_MOST = 10_000


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:8]) <= _MOST:
        message = f"must be a whole number from 1 to {_MOST}, not {text!r}"
        raise ArgumentTypeError(message)
    return int(text)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="*", metavar="QUERY [PATH ...]", help="what to look for, then where")
    parser.add_argument("--queries", metavar="FILE", help="read the queries from a file, one a line, in place of QUERY")
    parser.add_argument("--limit", type=_limit, default=20, metavar="N", help="at most N entities (default: 20)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Print what each query found."""
    queries = _queries(arguments.queries) if arguments.queries else [arguments.query]
    archive.read_all()
    results = [archive.search(query, arguments.limit) for query in queries]
    if arguments.json:
        rows = [_row(result) for result in results]
        output.json(rows if arguments.queries else rows[0])
    else:
        for result in results:
            _print(result, output)
    found = any(result.texts or any(not hit.match.weak for hit in result.entities) for result in results)
    return ExitCode.DONE if found or arguments.queries else ExitCode.NOTHING_FOUND


def prepare(arguments: Namespace) -> None:
    """Tell the query from the paths: the first word is the query unless the queries stand in a file."""
    if arguments.queries:
        return
    if not arguments.paths:
        message = "name what to search for: shanxi-reader search QUERY [PATH ...]"
        raise UsageProblem(message)
    arguments.query, *arguments.paths = arguments.paths
    if not arguments.query.strip():
        message = "the query is empty: name what to search for"
        raise UsageProblem(message)


def _queries(path: str) -> list[str]:
    from tui_reader.formats.source import read_text

    return read_text(path if path == "-" else str(Path(path))).splitlines()


def _row(result: SearchResult) -> dict[str, object]:
    entities = []
    for hit in result.entities:
        row: dict[str, object] = {
            "name": hit.match.candidate.name,
            "kind": hit.match.candidate.kind,
            "aliases": hit.match.candidate.aliases,
            "score": round(hit.match.score, 2),
            "story_count": hit.match.candidate.story_count,
            "mention_count": hit.match.candidate.mention_count,
            "first": {"story": hit.first.article, "start": hit.first.offset, "end": hit.first_end},
        }
        if hit.match.weak:
            row["weak"] = True
        entities.append(row)
    return {
        "query": result.query,
        "entities": entities,
        "text": [hit_row(hit) for hit in result.texts],
        "searched": result.searched,
    }


def _print(result: SearchResult, output: Output) -> None:
    for hit in result.entities:
        if hit.match.weak:
            continue
        name = hit.match.candidate
        also = f"  {output.styled('also ' + ', '.join(name.aliases), 'dim')}" if name.aliases else ""
        count = tally(name.mention_count, name.story_count)
        output.line(f"{count} {name.kind:<12} {output.styled(name.name, 'title')}{also}")
    print_concordance(list(result.texts), output)
    if result.query.split() and all(word.startswith("!") for word in result.query.split()):
        complain(f"{result.query}: leaves stories out, and names nothing to look for; add a word or a name before it")
    elif not result.entities and not result.texts:
        complain(f"{result.query}: nothing found in {result.searched} stories")
