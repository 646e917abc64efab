"""``mentions``: every place where an entity is named, in context."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from tui_reader.archive import Archive
from tui_reader.archive.concordance import AROUND
from tui_reader.cli.diagnostics import ExitCode, complain
from tui_reader.cli.output import Output
from tui_reader.model import Place, TextHit


def add_arguments(parser: ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "name", metavar="NAME", help="a person, organisation or place; aliases and typos are understood"
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder or - (default: the bundled edition)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: Namespace, archive: Archive, output: Output) -> ExitCode:
    """Print the mentions in reading order."""
    known = archive.read_all().find_entity(arguments.name)
    if known is None:
        complain(f"{arguments.name}: no such name (shanxi-reader entities lists them all)")
        if arguments.json:
            output.json([])
        return ExitCode.NOTHING_FOUND
    lines = list(_lines(archive, known.key))
    if arguments.json:
        output.json([hit_row(line) for line in lines])
        return ExitCode.DONE
    if arguments.name.casefold() not in map(str.casefold, (known.name, *known.aliases)):
        complain(f"for “{arguments.name}”: {known.name}")
    print_concordance(lines, output)
    return ExitCode.DONE


def _lines(archive: Archive, key: int) -> Iterator[TextHit]:
    after: Place | None = None
    while page := archive.mentions(key, after):
        for story, start, end in page:
            yield archive.concordance(story, start, end)
        after = Place(page[-1][0], page[-1][1])


def hit_row(hit: TextHit) -> dict[str, object]:
    """Give a concordance line as the machine interface has it."""
    return {
        "story": hit.article,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "left": hit.left,
        "right": hit.right,
    }


def print_concordance(hits: list[TextHit], output: Output) -> None:
    """Write keyword-in-context lines, the keywords under each other."""
    from tui_reader.text.cells import width

    side = max(10, (output.columns - 24) // 2)
    for hit in hits:
        left = _ending(hit.left, side)
        output.line(
            f"{' ' * (side - width(left))}{output.styled(left, 'dim')}{output.styled(hit.text, 'mark')}"
            f"{output.styled(_beginning(hit.right, side), 'dim')}  {output.styled(hit.article, 'dim')}"
        )


def _ending(text: str, cells: int) -> str:
    """Give as many of a text's last words as fit, with a sign for what is left out."""
    from tui_reader.text.cells import width

    if width(text) <= cells and len(text) < AROUND:
        return text
    while width(text) >= cells:
        text = text[max(1, (width(text) - cells) // 2) :]
    return f"…{text.partition(' ')[2] or text}"


def _beginning(text: str, cells: int) -> str:
    """Give as many of a text's first words as fit, with a sign for what is left out."""
    from tui_reader.text.cells import clip, width

    if width(text) <= cells and len(text) < AROUND:
        return text
    kept = clip(text, cells - 1)
    return f"{kept.rpartition(' ')[0] or kept}…"
