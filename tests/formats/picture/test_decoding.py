import io
import struct
import time
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tui_reader.formats.picture.decoding import pixels, png
from tui_reader.formats.picture.finding import NoPicture

RED, GROUND = (200, 30, 40), (20, 22, 26)


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def near(found: bytes, colour: tuple[int, int, int]) -> bool:
    return all(abs(value - colour[place % 3]) <= 6 for place, value in enumerate(found))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_every_kind_becomes_pixels(kind: str) -> None:
    """Three bytes each, row by row."""
    found = pixels(saved(Image.new("RGB", (90, 60), RED), kind), (9, 6), GROUND)
    assert len(found) == 9 * 6 * 3
    assert near(found, RED)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_mode_becomes_pixels(mode: str) -> None:
    """Grey, sixteen bits of grey, a palette, ink for print."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = (
        Image.new("I;16", (30, 30), 0xFFFF) if mode == "I;16" else Image.new("RGB", (30, 30), "white").convert(mode)
    )
    assert near(pixels(saved(picture, kind), (3, 4), GROUND), (255, 255, 255))


def test_what_is_clear_shows_the_ground() -> None:
    """A drawing without a ground of its own lies on the page's."""
    clear = Image.new("RGBA", (30, 30), (255, 255, 255, 0))
    assert near(pixels(saved(clear), (3, 4), GROUND), GROUND)
    indexed = Image.new("P", (30, 30), 0)
    assert near(pixels(saved(indexed, "GIF", transparency=0), (3, 4), GROUND), GROUND)


def test_a_photograph_is_turned_as_the_camera_was() -> None:
    """The upper half of an upright photograph stands above."""
    lying = Image.new("RGB", (200, 100), RED)
    lying.paste((30, 40, 200), (100, 0, 200, 100))
    exif = Image.Exif()
    exif[0x0112] = 6
    found = pixels(saved(lying, "JPEG", exif=exif), (2, 4), GROUND)
    assert near(found[:6], RED)
    assert near(found[-6:], (30, 40, 200))


def test_a_picture_is_packed_for_a_terminal_that_shows_files() -> None:
    """As a PNG of the size asked for."""
    with Image.open(io.BytesIO(png(saved(Image.new("RGB", (900, 600), RED), "JPEG"), (90, 60)))) as found:
        assert (found.format, found.size) == ("PNG", (90, 60))


def bomb(width: int, height: int) -> bytes:
    """Pack an endless grey into a small PNG."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    body = zlib.compress(bytes(1 << 20)) * 4
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (2**31 - 1, 2**31 - 1), (31_000_000, 1), (6000, 6000)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_made(size: tuple[int, int]) -> None:
    """What the head says is believed against the picture, and never for it."""
    began = time.process_time()
    with pytest.raises(NoPicture, match="too many pixels"):
        pixels(bomb(*size), (9, 6), GROUND)
    assert time.process_time() - began < 1


def test_a_large_photograph_is_read_at_a_fraction_of_its_size() -> None:
    """A camera's forty megapixels are never held at once."""
    large = saved(Image.new("L", (8000, 5000), 90), "JPEG")
    assert near(pixels(large, (9, 6), GROUND), (90, 90, 90))


def test_a_photograph_of_endless_passes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few bytes may ask for many passes over a picture; the time is what is counted."""
    monkeypatch.setattr("tui_reader.formats.picture.decoding.PICTURE_SECONDS", 0.3)
    whole = saved(Image.new("L", (4000, 4000), 90), "JPEG", progressive=True)
    scan = whole[whole.rindex(b"\xff\xda") : -2]
    began = time.process_time()
    with pytest.raises(NoPicture):
        pixels(whole[:-2] + scan * 1000 + whole[-2:], (9, 6), GROUND)
    assert time.process_time() - began < 3


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "BMP"]), st.integers(0, 900), st.binary(min_size=1, max_size=40))
def test_a_damaged_picture_gives_pixels_or_our_own_refusal(kind: str, where: int, noise: bytes) -> None:
    """Nothing a file holds makes anything else happen."""
    good = saved(Image.linear_gradient("L").resize((40, 40)).convert("RGB"), kind)
    with suppress(NoPicture):
        assert len(pixels(good[:where] + noise + good[where + len(noise) :], (4, 4), GROUND)) == 48
