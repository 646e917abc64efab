"""Stories as bytes, and back: the article, its figures and its names, each part a line of JSON, packed together.

A name's words are the text's own and a figure's too, so that together they take little more than the text alone. What
is read was written by this module: a mistake is damage.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from tui_reader.index.value import Named
from tui_reader.model import Article, Block, BlockType, Figure, FigureKind, Mention, Origin, Repair, RepairKind, Span

_STRETCH = 1 << 20
"""Characters that are packed at once."""
_LEVEL = 3
_PRIMER = (
    b'"@bridge":1,"@river":1,"@company":1,"tied:"kind:event":1,"kind:place":1,"kind:person":1,"kind:organization":1}'
    b'],"score:3":131072,"score:2":98304,"score:0":98304,"name:"score:1":327680,"kind:organization":1,{"stories":1,'
    b'"mentions":2,"score:"mentions":1,"money","CNY"],[percent","","","more than"]],[quantity","kilometer"],[period",'
    b'"year"],[date","20],[ordinal",[count",0,"quot;said would have their with from that which were been more than '
    b"about other after under people government company percent year million market first also into over last week "
    b"month official public service local region report growth output price trade plan work new there he told "
    b"reporters at the end of according to the government of the United States and China said in a statement on "
    b'Monday that the company would have","caption","","crosshead","standfirst","byline","","headline","paragraph","'
)
"""What most stories share: short texts are packed a third smaller against it."""


to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""Writes compact JSON, all on one line; made once, since making an encoder costs more than most values."""


NameRow = tuple[int, str, Sequence[int | str], Mapping[str, int], Sequence[str]]
"""What is kept of a name in a story: its key's number, the name shown, its mentions (start and length; where a role or
a reason is known, both follow), its evidence, its groups."""


class Body:
    """A story as it is stored, whole: unpacked at once, each part read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        lines = zlib.decompressobj(zdict=_PRIMER).decompress(data).rstrip(b"\n").split(b"\n")
        self._article, self._figures, self._names, *self._giants = lines

    def article(self, name: str) -> Article:
        """Give the story under its id."""
        source, provenance, date, blocks, raw, repairs, origins, *rest = json.loads(self._article)
        url: str
        pictures: dict[str, str]
        depths: list[dict[str, int]]
        url, pictures, *depths = rest or ("", dict[str, str]())
        depth_of = depths[0] if depths else {}
        each = iter(blocks)
        return Article(
            name,
            source,
            tuple(
                Block(BlockType(kind), self._whole(text), by, pictures.get(key, ""), depth_of.get(key, 0))
                for key, kind, text, by in zip(map(str, count()), each, each, each, strict=False)
            ),
            provenance,
            date,
            tuple(Repair(RepairKind(kind), *rest) for kind, *rest in repairs),
            raw,
            tuple(Origin(*origin) for origin in origins),
            url,
        )

    def _whole(self, text: str | list[int]) -> str:
        """Give a block's text, put together where it is a giant's."""
        if isinstance(text, str):
            return text
        first, count = text
        return "".join(map(json.loads, self._giants[first : first + count]))

    def figures(self) -> tuple[Figure, ...]:
        """Give the story's figures by start."""
        return tuple(_to_figure(row) for row in json.loads(self._figures))

    def names(self) -> list[NameRow]:
        """Give the story's names as they were packed."""
        return list(map(tuple, json.loads(self._names)))


def pack_body(article: Article, figures: Iterable[Figure], names: Sequence[NameRow]) -> bytes:
    """Turn a story and everything found in it into bytes; its id is not among them."""
    giants: list[str] = []
    blocks = [part for block in article.blocks for part in (block.type, _parted(block.text, giants), block.attribution)]
    repairs = [[r.kind, r.start, r.end, r.raw_start, r.raw_end, r.confidence] for r in article.repairs]
    origins = [[origin.start, origin.raw_start, origin.length] for origin in article.origins]
    pictures = {str(number): block.picture for number, block in enumerate(article.blocks) if block.picture}
    depths = {str(number): block.depth for number, block in enumerate(article.blocks) if block.depth}
    rest = (article.url, pictures, *([depths] if depths else [])) if article.url or pictures or depths else ()
    story = (article.source, article.provenance, article.date, blocks, article.raw, repairs, origins, *rest)
    packer = zlib.compressobj(_LEVEL, zdict=_PRIMER)
    lines = map(to_json, (story, [_from_figure(figure) for figure in figures], names, *giants))
    if max(len(article.text), len(article.raw)) <= _STRETCH:
        whole = "\n".join(lines).encode("utf-8", "surrogatepass")
        return packer.compress(whole) + packer.flush()
    # one after the other: a giant is not held twice
    packed = [packer.compress(part) for line in lines for part in _stretches(line)]
    return b"".join([*packed, packer.flush()])


def _parted(text: str, giants: list[str]) -> str | tuple[int, int]:
    """Put a giant's pieces behind the story, and give the first one's number and how many they are."""
    if len(text) <= _STRETCH:
        return text
    first = len(giants)
    giants += (text[start : start + _STRETCH] for start in range(0, len(text), _STRETCH))
    return first, len(giants) - first


def _stretches(line: str) -> Iterator[bytes]:
    """Give a line with its end as bytes, so much at a time."""
    for start in range(0, len(line), _STRETCH):
        yield line[start : start + _STRETCH].encode("utf-8", "surrogatepass")
    yield b"\n"


def _from_figure(figure: Figure) -> list[Any]:
    conversion = [figure.conversion_of.start, figure.conversion_of.end] if figure.conversion_of else None
    row = [
        *(figure.start, figure.end, figure.kind, figure.value, figure.unit, figure.approx),
        *(figure.value_max, figure.per, conversion, figure.weak),
    ]
    while row[-1] is None or row[-1] is False or row[-1] == "":
        row.pop()
    return row


_FIGURE_REST: tuple[Any, ...] = (None, "", "", None, "", None, False)
"""What a figure's row may leave out at its end: value, unit, approximator, upper bound, per, conversion, weak."""


def _to_figure(row: list[Any]) -> Figure:
    start, end, kind, *given = row
    value, unit, approx, value_max, per, conversion, weak = (*given, *_FIGURE_REST[len(given) :])
    return Figure(
        start,
        end,
        FigureKind(kind),
        tuple(value) if isinstance(value, list) else value,
        value_max,
        unit,
        per,
        approx,
        Span(*conversion) if conversion else None,
        weak,
    )


def name_row(identity: int, named: Named) -> NameRow:
    """Give what is kept of a name, of its mentions one for each place."""
    places: list[int | str] = []
    mentions = {mention.start: mention for mention in named.mentions}
    for start, mention in mentions.items():
        places += (start, mention.end - start)
        if mention.role or mention.reason:
            places += (mention.role, mention.reason)
    return identity, named.name, places, named.evidence, named.groups


def spans_of(row: NameRow) -> list[tuple[int, int]]:
    """Give start and length of each mention."""
    numbers = [place for place in row[2] if isinstance(place, int)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def mentions_of(row: NameRow, article: Article) -> Iterator[Mention]:
    """Give the mentions themselves."""
    places = row[2]
    index = 0
    while index < len(places):
        start, length = places[index : index + 2]
        index += 2
        role = reason = ""
        if index < len(places) and isinstance(places[index], str):
            role, reason = map(str, places[index : index + 2])
            index += 2
        end = int(start) + int(length)
        yield Mention(article.id, int(start), end, article.text[int(start) : end], role, reason)
