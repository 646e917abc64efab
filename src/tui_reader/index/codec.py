"""Articles, figures and names as bytes, and back. What is read was written by this module: a mistake is damage."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tui_reader.model import Article, Block, BlockType, Figure, FigureKind, Mention, Origin, Repair, RepairKind, Span

_LEVEL = 3
_PRIMER = (
    b'["paragraph","caption","headline","standfirst","byline","crosshead","callout","pullquote" according to the '
    b"government of the United States and China said in a statement on Monday that the company would have more than "
    b"million percent of last year for the first time, he told reporters at the end of the market which has been "
    b'there with their from about after other under between people economic development international\\n\\n", ""], '
)
"""What most stories share: short texts are packed a third smaller against it."""


to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""Writes compact JSON; made once, since making an encoder costs more than most values."""


_NAMES_PRIMER = (
    b'"score:0":65536,"score:3":131072,"tied:"other",[["event",[[ president minister ministry university company '
    b'bank group corp inc","place",[["score:2":98304,"kind:place":1},["|p","person",[["score:0":98304,"name:'
    b'"kind:person":1},["|n","organization",[[,"",""]],{"stories":1,"mentions":1,"score:1":327680,"name:'
    b'":1,"kind:organization":1},["'
)
"""The same for the names of a story."""


def _pack(value: object, primer: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zdict=primer)
    return packer.compress(to_json(value).encode("utf-8", "surrogatepass")) + packer.flush()


def _unpack(data: bytes, primer: bytes) -> Any:  # noqa: ANN401 - JSON of our own making
    text = zlib.decompressobj(zdict=primer).decompress(data).decode("utf-8", "surrogatepass")
    return json.loads(text)


def pack_article(article: Article) -> bytes:
    """Turn an article into bytes."""
    return _pack(
        [
            article.id,
            article.source,
            [_block_row(block) for block in article.blocks],
            article.provenance,
            article.date,
            [[r.kind, r.start, r.end, r.raw_start, r.raw_end, r.confidence] for r in article.repairs],
            article.raw,
            [[origin.start, origin.raw_start, origin.length] for origin in article.origins],
            *([article.url] if article.url else ()),
        ],
        _PRIMER,
    )


def _block_row(block: Block) -> list[str]:
    row = [block.type, block.text, block.attribution]
    return [*row, block.picture] if block.picture else row


def unpack_article(data: bytes) -> Article:
    """Give back what ``pack_article`` took."""
    name, source, blocks, provenance, date, repairs, raw, origins, *url = _unpack(data, _PRIMER)
    return Article(
        name,
        source,
        tuple(Block(BlockType(kind), *rest) for kind, *rest in blocks),
        provenance,
        date,
        tuple(Repair(RepairKind(kind), *rest) for kind, *rest in repairs),
        raw,
        tuple(Origin(*origin) for origin in origins),
        *url,
    )


def pack_figure(figure: Figure) -> str:
    """Turn what a figure is worth into text; its place and kind have columns of their own."""
    conversion = [figure.conversion_of.start, figure.conversion_of.end] if figure.conversion_of else None
    row = [figure.value, figure.value_max, figure.unit, figure.per, figure.approx, conversion, figure.weak]
    while row and (row[-1] is None or row[-1] is False or row[-1] == ""):
        row.pop()
    return to_json(row)


def unpack_figure(start: int, end: int, kind: str, detail: str) -> Figure:
    """Give back a figure from its row."""
    row = json.loads(detail)
    value, value_max, unit, per, approx, conversion, weak = row + [None, None, "", "", "", None, False][len(row) :]
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


@dataclass(frozen=True, slots=True)
class StoredName:
    """What the store keeps of a name in a story, so that it can be shown and taken back."""

    key: str
    name: str
    kind: str
    mentions: tuple[tuple[int, int, str, str], ...]
    """Start, end, role, reason."""
    evidence: dict[str, int]
    groups: tuple[str, ...]


def pack_names(names: Iterable[StoredName]) -> bytes:
    """Turn a story's names into bytes."""
    rows = [[n.key, n.name, n.kind, n.mentions, n.evidence, n.groups] for n in names]
    return _pack(rows, _NAMES_PRIMER)


def unpack_names(data: bytes) -> tuple[StoredName, ...]:
    """Give back what ``pack_names`` took."""
    return tuple(
        StoredName(key, name, kind, tuple((s, e, role, why) for s, e, role, why in mentions), evidence, tuple(groups))
        for key, name, kind, mentions, evidence, groups in _unpack(data, _NAMES_PRIMER)
    )


def to_mention(article: Article, row: tuple[int, int, str, str]) -> Mention:
    """Make a mention of a stored row."""
    start, end, role, reason = row
    return Mention(article.id, start, end, article.text[start:end], role, reason)
