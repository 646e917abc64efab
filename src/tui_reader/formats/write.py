"""Writes a story as a Markdown file that reads back as the same story."""

import json
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tui_reader.formats.markdown import parse
from tui_reader.formats.markup.reference import link_target
from tui_reader.formats.source import display_name, why
from tui_reader.model import Article, Block, BlockType, InputProblem

_FURNITURE = (
    (BlockType.KICKER, "kicker"),
    (BlockType.HEADLINE, "title"),
    (BlockType.STANDFIRST, "standfirst"),
    (BlockType.BYLINE, "byline"),
)
# Inline markup everywhere; what begins a block, only where a line begins.
_MARKUP = re.compile(r"[\\`*_\[\]<]|&(?=[#\w])")
_BLOCK_START = re.compile(r"[#+\-=>|~:]|\d{1,9}(?=[.)])")
_PLAIN_VALUE = re.compile(r"[A-Za-z][\w ,.()'’“”–—-]*[\w.)’”]|\d{4}-\d\d-\d\d")

_NOT_A_NAME = re.compile(r"[/\\\x00-\x1f\x7f\ud800-\udfff]+")
_NAME_BYTES = 200


def to_markdown(article: Article) -> str:
    """Give the story as Markdown: front matter, then its blocks.

    Reading it back gives the same blocks, provenance and date. Blocks take their customary form; where that would be
    read as something else, every block names its type.
    """
    natural = _document(article, natural=True)
    return natural if _reads_back(natural, article) else _document(article, natural=False)


def story_path(folder: Path, article: Article) -> Path:
    """Give the path of a story's file in a folder: its id, as far as that may be a file's name."""
    name = _NOT_A_NAME.sub("-", article.id).lstrip("-. ") or "story"
    while len(name.encode("utf-8", "replace")) > _NAME_BYTES:
        name = name[:-1]
    return folder / f"{name}.md"


def write_story(path: Path, text: str, *, force: bool = False) -> None:
    """Write a story's file whole or not at all, and let nobody see half of it.

    Raises ``InputProblem`` where there is a file already and ``force`` is not set, or where it cannot be written.
    """
    name = display_name(path)
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        if force:
            Path(temporary).replace(path)
        else:
            os.link(temporary, path)  # fails where there is a file, which a rename would overwrite
    except FileExistsError as problem:
        raise InputProblem(name, "is there already (--force overwrites it)") from problem
    except (OSError, ValueError) as problem:
        reason = why(problem).replace("read", "written") if isinstance(problem, OSError) else why(problem)
        raise InputProblem(name, reason) from problem
    finally:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - may be empty, where it was never made


def _umask() -> int:
    """Give the process's file creation mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _reads_back(text: str, article: Article) -> bool:
    found = parse(text, article.id, article.source)
    return len(found) == 1 and found[0].blocks == article.blocks


def _document(article: Article, *, natural: bool) -> str:
    furniture, body, closing = _parts(article.blocks)
    details = [(key, block.text) for block, key in furniture]
    details += [("source", article.provenance), ("date", article.date), ("url", article.url)]
    lines = [f"{key}: {_value(text)}" for key, text in details if text]
    if closing:
        lines += ["credits:", *(f"  - {_value(block.text)}" for block in closing)]
    parts = ["---\n" + "\n".join(lines) + "\n---"] if lines else []
    parts += _body(body, natural=natural)
    return "\n\n".join(parts) + "\n"


def _parts(blocks: Sequence[Block]) -> tuple[list[tuple[Block, str]], Sequence[Block], Sequence[Block]]:
    """Part the blocks into those the front matter holds with their keys, the body, and the credits at the end."""
    furniture, start = [], 0
    for kind, key in _FURNITURE:
        if start < len(blocks) and blocks[start].type is kind and _is_bare(blocks[start]):
            furniture.append((blocks[start], key))
            start += 1
    end = len(blocks)
    while end > start and blocks[end - 1].type is BlockType.CREDIT and _is_bare(blocks[end - 1]):
        end -= 1
    return furniture, blocks[start:end], blocks[end:]


def _is_bare(block: Block) -> bool:
    return not (block.attribution or block.picture)


def _body(blocks: Sequence[Block], *, natural: bool) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if natural and block.depth and _is_bare(block):
            items.append(f"{'  ' * (block.depth - 1)}- {_escaped(block.text)}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _natural(block) if natural else _named(block)
    if items:
        yield "\n".join(items)


def _natural(block: Block) -> str:
    """Give a block in the form a person would write it in."""
    text = _escaped(block.text)
    match block.type:
        case BlockType.PARAGRAPH if not block.attribution:
            return f"{_picture(block)}\n\n{text}" if block.picture else text
        case BlockType.CROSSHEAD if _is_bare(block):
            return f"## {text}"
        case BlockType.PULLQUOTE if not block.picture:
            return f"> {text}{_spoken(block)}"
        case BlockType.CAPTION:
            credit = f"\n*{_MARKUP.sub(_escape, block.attribution)}*" if block.attribution else ""
            return f"![{_MARKUP.sub(_escape, block.text)}](<{link_target(block.picture)}>){credit}"
        case _:
            return _named(block)


def _named(block: Block) -> str:
    """Give a block in the form that names its type, which is never read as anything else."""
    name = "NOTE" if block.type is BlockType.CALLOUT else block.type.name
    name = f"{name} {block.depth}" if block.depth else name
    return f"> [!{name}]\n> {_picture(block)}{_escaped(block.text)}{_spoken(block)}"


def _picture(block: Block) -> str:
    """Give a picture without words of its own, to be written before the block it stands over."""
    return f"![](<{link_target(block.picture)}>)" if block.picture else ""


def _spoken(block: Block) -> str:
    return f"\n>\n> — {_escaped(block.attribution)}" if block.attribution else ""


def _escaped(text: str) -> str:
    """Give text that Markdown takes literally at the start of a line."""
    escaped = _MARKUP.sub(_escape, text)
    if start := _BLOCK_START.match(escaped):
        cut = start.end() if start[0].isdigit() else 0
        escaped = f"{escaped[:cut]}\\{escaped[cut:]}"
    inner = escaped.strip()
    before, _, after = escaped.partition(inner) if inner else (escaped, "", "")
    return _entities(before) + inner + _entities(after)


def _entities(blanks: str) -> str:
    """Spell out the blanks around a text: a no-break space at a line's end would be lost."""
    return "".join(f"&#{ord(blank)};" for blank in blanks)


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _value(text: str) -> str:
    """Give a text as a YAML scalar: plain where that is plainly safe, else as a quoted string."""
    return text if _PLAIN_VALUE.fullmatch(text) and len(text) < 1000 else json.dumps(text, ensure_ascii=False)
