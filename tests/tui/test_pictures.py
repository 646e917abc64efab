"""Pictures in the story: shown where the terminal can, never moving a word, never in the reader's way."""

import os
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from rich.segment import Segment

from tests.tui.reader import Reading, reading
from tests.tui.terminal_reader import Reader
from tui_reader.archive.pictures import picture_sizes
from tui_reader.reflow.room import MOST_ROWS
from tui_reader.settings import Settings
from tui_reader.tui.graphics import QUESTION, Means, means, number_for, placeholders, removal, transmission
from tui_reader.tui.messages import TerminalShowsPictures
from tui_reader.tui.screens import picturing
from tui_reader.tui.widgets.picture import half_blocks

WORDS = "The harbour handled ninety ships in a day, and the pilots slept on board. " * 6
STORY = (
    "---\ntitle: The harbour at dusk\nbyline: By the harbour desk\nurl: https://news.example/harbour\n---\n\n"
    f"{WORDS}\n\n![The quay](img/quay.png)\n*Photo: the port*\n\n{WORDS}\n\n![Not there](img/none.png)\n\n{WORDS}\n\n"
    f"![A crane](img/crane.jpg)\n\n{WORDS}\n"
)


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a story with two pictures, on a terminal with colours."""
    for name in ("NO_COLOR", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    folder = tmp_path / "edition"
    (folder / "img").mkdir(parents=True)
    Image.linear_gradient("L").resize((640, 400)).convert("RGB").save(folder / "img" / "quay.png")
    Image.new("RGB", (300, 600), (200, 60, 20)).save(folder / "img" / "crane.jpg")
    (folder / "story.md").write_text(STORY, encoding="utf-8")
    return folder


@asynccontextmanager
async def pictured(
    folder: Path, *, size: tuple[int, int] = (120, 36), shown: bool | str = True
) -> AsyncIterator[Reading]:
    """Read the story; wait until the pictures of the page are drawn."""
    async with reading(folder, size=size, settings=replace(Settings(), pictures=shown)) as at_work:
        await settled(at_work)
        yield at_work


async def settled(at_work: Reading) -> None:
    """Wait until no picture is due any more."""
    for _ in range(200):
        await at_work.pilot.pause(0.02)
        if not at_work.screen._due and not at_work.screen.is_measuring:
            break
    await at_work.pilot.pause()


def picture_rows(at_work: Reading) -> list[int]:
    return [line.picture_row for line in at_work.screen.pane.lines if line.picture_row >= 0]


def drawn_rows(at_work: Reading) -> int:
    """Count the rows of the page that have half blocks."""
    return sum("▀" in row or "48;2" in row for row in at_work.text().splitlines() if "▀" in row)


async def test_a_picture_stands_over_its_caption(edition: Path) -> None:
    """All its rows in order, right above the caption's words, which stay."""
    async with pictured(edition) as at_work:
        lines = at_work.screen.pane.lines
        rows = picture_rows(at_work)
        assert rows == list(range(len(rows)))
        assert len(rows) > 10
        last = max(y for y, line in enumerate(lines) if line.picture_row >= 0)
        below = lines[last + 1]
        assert at_work.screen.article.text[below.start : below.end] == "The quay"
        assert drawn_rows(at_work) >= len(rows) - 2


async def test_a_picture_that_is_not_there_leaves_its_caption_alone(edition: Path) -> None:
    """No room is left for it, and nothing is said."""
    async with pictured(edition) as at_work:
        blocks = at_work.screen.article.blocks
        missing = next(number for number, block in enumerate(blocks) if block.text == "Not there")
        assert missing not in at_work.screen.pane.flow.rooms  # type: ignore[union-attr]
        assert len(at_work.screen.pane.flow.rooms) == 2  # type: ignore[union-attr]


async def test_a_damaged_picture_gives_its_room_back(edition: Path) -> None:
    """The head told a size; what follows cannot be decoded."""
    path = edition / "img" / "quay.png"
    path.write_bytes(path.read_bytes()[:200])
    async with pictured(edition) as at_work:
        assert picture_rows(at_work) == []
        assert "The quay" in at_work.text()


@pytest.mark.parametrize("shown", [True, "blocks"])
async def test_pictures_that_come_late_move_no_word_from_the_top(
    edition: Path, monkeypatch: pytest.MonkeyPatch, shown: bool | str
) -> None:
    """The disk may be slow: the page is read at once, and its top line stays where it is when the sizes come."""
    gate = threading.Event()

    def slowly(*arguments: object) -> object:
        gate.wait(10)
        return picture_sizes(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(picturing, "picture_sizes", slowly)
    monkeypatch.setattr(picturing, "PATIENCE", 0.0)
    async with reading(edition, settings=replace(Settings(), pictures=shown)) as at_work:
        await at_work.press("j", "j", "j")
        top, place = at_work.top_words, at_work.screen.pane.place
        assert picture_rows(at_work) == []
        gate.set()
        await settled(at_work)
        assert picture_rows(at_work) != []
        assert (at_work.top_words, at_work.screen.pane.place) == (top, place)


async def test_a_page_waits_a_moment_for_sizes_so_that_it_is_set_once(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder on a disk near by is measured before the first frame."""
    monkeypatch.setattr(picturing, "PATIENCE", 5.0)
    async with reading(edition) as at_work:
        assert picture_rows(at_work) != []


async def test_reading_on_passes_pictures_row_by_row_and_comes_back(edition: Path) -> None:
    """Down and up again by lines is the same page; the place is in the text at every step."""
    async with pictured(edition) as at_work:
        first = at_work.screen.pane.lines
        for _ in range(30):
            await at_work.press("j")
        assert at_work.screen.pane.lines != first
        for _ in range(30):
            await at_work.press("k")
        assert at_work.screen.pane.lines == first


async def test_stepping_to_a_caption_shows_its_picture(edition: Path) -> None:
    """And the next step goes on to the next one, not to the same."""
    async with pictured(edition) as at_work:
        pane = at_work.screen.pane
        met = []
        for _ in range(3):
            await at_work.press(")")
            met.append((at_work.screen.article.blocks[pane.block_on_top].text, pane.lines[0].picture_row))
        assert met == [("The quay", 0), ("Not there", -1), ("A crane", 0)]
        await at_work.press("(")
        assert at_work.screen.article.blocks[pane.block_on_top].text == "Not there"


async def test_resizing_keeps_the_top_word(edition: Path) -> None:
    """At twenty widths, with pictures above and below."""
    async with pictured(edition) as at_work:
        await at_work.press(*"jjjjj", "space")
        await settled(at_work)
        while at_work.screen.pane.lines[0].start == at_work.screen.pane.lines[0].end:
            await at_work.press("j")
        place = at_work.screen.pane.place
        for columns in (*range(60, 200, 12), 40, 59, 60, 120):
            await at_work.pilot.resize_terminal(columns, 36)
            await at_work.pilot.pause()
            assert at_work.screen.pane.place == place
            assert at_work.screen.pane.lines[0].start <= place


@pytest.mark.parametrize(
    ("size", "shown", "variable"),
    [((120, 36), False, ""), ((59, 36), True, ""), ((40, 12), True, ""), ((120, 36), True, "NO_COLOR")],
)
async def test_where_pictures_are_not_shown_captions_stand_alone(
    edition: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], shown: bool, variable: str
) -> None:
    """Switched off, narrow, or without colour; and Pillow's decoder is never asked."""
    if variable:
        monkeypatch.setenv(variable, "1")
    monkeypatch.setattr(picturing, "picture_pixels", None)
    async with pictured(edition, size=size, shown=shown) as at_work:
        assert at_work.screen.pane.flow is not None
        assert at_work.screen.pane.flow.rooms == {}
        assert any(block.text == "The quay" for block in at_work.screen.article.blocks)


def test_a_start_without_a_picture_in_view_loads_no_decoder(edition: Path) -> None:
    """Measuring reads heads alone; the decoder is loaded by the first picture that is to be drawn."""
    script = (
        "import sys\nimport tui_reader.tui.app, tui_reader.tui.screens.picturing\n"
        "from tui_reader.archive.pictures import picture_pixels, picture_sizes\n"
        f"source = {os.fsencode(edition / 'story.md')!r}\n"
        "assert picture_sizes(source, {1: 'img/quay.png'}) == {1: (640, 400)}\n"
        "assert 'PIL' not in sys.modules\n"
        "picture_pixels(source, 'img/quay.png', (4, 4), (0, 0, 0))\n"
        "assert 'PIL' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


async def test_the_setting_takes_hold_at_once(edition: Path) -> None:
    """Pictures go and come while reading, and the top line stays."""
    async with pictured(edition) as at_work:
        await at_work.press("j", "j")
        place = at_work.screen.pane.place
        at_work.screen.take_settings(replace(Settings(), pictures=False), ())
        await at_work.pilot.pause()
        assert picture_rows(at_work) == []
        at_work.screen.take_settings(Settings(), ())
        await settled(at_work)
        assert picture_rows(at_work) != []
        assert at_work.screen.pane.place == place


async def test_other_colours_draw_pictures_on_the_new_ground(edition: Path) -> None:
    """What is clear in a picture shows the page, whatever its colour."""
    Image.new("RGBA", (640, 400), (0, 0, 0, 0)).save(edition / "img" / "quay.png")
    async with pictured(edition) as at_work:
        await at_work.press("c")
        await settled(at_work)
        page = at_work.screen.pane
        block = next(number for number, each in enumerate(at_work.screen.article.blocks) if each.text == "The quay")
        row = page.pictures.row(block, 0, page.room_cells, page.size.height)
        assert [told(segment) for segment in row] == [(None, (247, 242, 230))]


@pytest.mark.parametrize(
    ("wanted", "colours", "columns", "environ", "expected"),
    [
        (True, "truecolor", 120, {"TERM": "xterm-256color"}, Means.BLOCKS),
        (True, "256", 120, {"TERM": "xterm-256color"}, Means.BLOCKS),
        (True, "truecolor", 120, {"TERM": "xterm-kitty"}, Means.KITTY),
        (True, "truecolor", 120, {"TERM": "xterm-ghostty"}, Means.KITTY),
        ("blocks", "truecolor", 120, {"TERM": "xterm-kitty"}, Means.BLOCKS),
        (True, "truecolor", 120, {"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, Means.BLOCKS),
        (True, "standard", 120, {"TERM": "xterm"}, Means.NONE),
        (True, None, 120, {"TERM": "xterm"}, Means.NONE),
        (True, "truecolor", 59, {"TERM": "xterm-kitty"}, Means.NONE),
        (True, "truecolor", 120, {"TERM": "xterm-kitty", "NO_COLOR": "1"}, Means.NONE),
        (False, "truecolor", 120, {"TERM": "xterm-kitty"}, Means.NONE),
    ],
)
def test_a_terminal_gets_what_it_can_show(
    wanted: bool | str, colours: str | None, columns: int, environ: dict[str, str], expected: Means
) -> None:
    """Known by its name alone: nothing is asked of it."""
    assert means(wanted, colours=colours, columns=columns, environ=environ) is expected


async def test_a_terminal_that_shows_pictures_is_sent_them_once(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cells are text that scrolls; leaving the story makes it forget them."""
    monkeypatch.setenv("TERM", "xterm-kitty")
    sent: list[str] = []
    monkeypatch.setattr(picturing.PictureActions, "_tell_terminal", lambda _, text: sent.append(text))
    async with pictured(edition) as at_work:
        assert sent == [QUESTION]
        assert "▀" in at_work.text()
        at_work.app.post_message(TerminalShowsPictures())
        await settled(at_work)
        assert at_work.text().count("\U0010eeee") > 100
        await at_work.press("j", "j", "k", "k")
        transmissions = [text for text in sent if text.startswith("\x1b_Ga=T,U=1,q=2,f=100")]
        assert 0 < len(transmissions) == len(sent) - 1 <= 2
        at_work.screen.forget_pictures()
        assert sent[-1].count("\x1b_Ga=d,d=I,i=") == len(transmissions)


def test_a_terminal_that_answers_is_sent_pictures_and_left_clean(edition: Path, tmp_path: Path) -> None:
    """Half blocks until the answer, then the pictures themselves; at the end it is told to forget them."""
    env = {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "TMUX": None}
    with Reader(tmp_path, edition, columns=120, rows=36, env=env) as reader:
        reader.ready()
        assert reader.session.wait_for_text("▀▀") is not None
        assert QUESTION.encode() in reader.session.raw
        assert b"\x1b_Ga=T" not in reader.session.raw
        reader.session.send("\x1b_Gi=31;OK\x1b\\")
        cell = "\U0010eeee".encode()
        assert reader.session.wait_for(lambda screen: "▀" not in screen.text and cell in reader.session.raw) is not None
        raw = reader.session.raw
        assert 0 < raw.index(b"\x1b_Ga=T,U=1") < raw.index(cell)
        reader.press("q")
        assert reader.session.wait_exit() == 0
        assert b"\x1b_Ga=d,d=I,i=" in reader.session.raw


def test_a_picture_is_sent_in_pieces_that_a_terminal_takes() -> None:
    """Each of at most 4,096 letters, all but the last announcing more, and none asking for an answer."""
    pieces = transmission(7, os.urandom(9000), (20, 10)).split("\x1b\\")[:-1]
    assert [len(piece.partition(";")[2]) for piece in pieces] == [4096, 4096, 3808]
    assert [piece.partition(";")[0].rpartition("m=")[2] for piece in pieces] == ["1", "1", "0"]
    assert all("q=2" in piece for piece in pieces)
    assert removal(7) == "\x1b_Ga=d,d=I,i=7,q=2\x1b\\"


def test_placeholders_are_as_wide_as_the_picture() -> None:
    """A cell each, in the colour of the picture's number, the row told by marks that take no room."""
    number = number_for(3)
    rows = placeholders(number, (30, 4), (1, 2, 3))
    assert [sum(segment.cell_length for segment in row) for row in rows] == [30] * 4
    assert len({segment.text for row in rows for segment in row}) == 4
    style = rows[0][0].style
    assert style is not None and style.color is not None and style.color.triplet is not None  # noqa: PT018
    assert int(style.color.triplet.hex[1:], 16) == number
    assert len(placeholders(1, (5, MOST_ROWS), (1, 2, 3))) == MOST_ROWS


def test_half_blocks_give_two_pixels_a_cell() -> None:
    """The upper in the letter's colour, the lower in the ground's; like ones are one blank stretch."""
    red, blue, clear = (200, 0, 0), (0, 0, 200), (21, 22, 23)
    pixels = bytes((*red, *red, *clear, *blue, *blue, *clear))
    (row,) = half_blocks(pixels, 3, clear)
    assert [segment.text for segment in row] == ["▀▀", " "]
    assert [told(segment) for segment in row] == [(red, blue), (None, clear)]


def told(segment: Segment) -> tuple[object, object]:
    assert segment.style is not None
    colours = (segment.style.color, segment.style.bgcolor)
    return tuple(tuple(colour.triplet) if colour and colour.triplet else None for colour in colours)  # type: ignore[return-value]
