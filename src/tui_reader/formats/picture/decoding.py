"""Decodes a picture into a few pixels a cell, within a budget of pixels and time. Pillow is loaded here alone."""

import io
from typing import TYPE_CHECKING

from tui_reader.formats.budget import PICTURE_PIXELS, PICTURE_PIXELS_SKIPPED, PICTURE_SECONDS, Clock
from tui_reader.formats.picture.finding import NoPicture
from tui_reader.formats.picture.header import HEAD_BYTES, dimensions

if TYPE_CHECKING:
    from PIL import Image

KINDS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
"""What is decoded; every decoder more is one more that a stranger's file may try."""
_PIECE = 2048
"""Bytes handed to the decoder of photographs at a time: a few may keep it busy for long, and between two pieces it can
be stopped."""
_READY_MADE = 2.0
"""How much larger than wanted a picture may be made on the quick before it is made small with care."""

Colour = tuple[int, int, int]


def pixels(data: bytes, size: tuple[int, int], ground: Colour) -> bytes:
    """Give a picture's pixels at a size, row by row, three bytes (red, green, blue) each; on ``ground`` where clear.

    Raises ``NoPicture`` where it cannot be decoded within the budget.
    """
    # sharp enough for so few pixels, and without the rings that sharper ways draw around every edge
    return _flat(_decoded(data, size, quick=True), ground).tobytes()


def png(data: bytes, size: tuple[int, int]) -> bytes:
    """Give a picture at a size as a PNG file; raise ``NoPicture`` as ``pixels`` does."""
    packed = io.BytesIO()
    _decoded(data, size, quick=False).save(packed, "PNG", compress_level=4)
    return packed.getvalue()


class _Watched(io.BytesIO):
    """A file in memory that ends the reading when the time is up."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._clock = Clock(PICTURE_SECONDS)
        self.most = len(data)
        """Bytes given at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Give a piece."""
        if self._clock.over:
            message = "it takes too long"
            raise NoPicture(message)
        return super().read(self.most if size is None or size < 0 else min(size, self.most))


def _decoded(data: bytes, size: tuple[int, int], *, quick: bool) -> "Image.Image":
    told = dimensions(data[:HEAD_BYTES])
    if told is None or told[0] * told[1] > PICTURE_PIXELS_SKIPPED:
        message = "it is of no kind that is shown" if told is None else "it has too many pixels"
        raise NoPicture(message)
    try:
        from PIL import Image, ImageOps
    except ImportError as problem:
        message = "Pillow is not installed"
        raise NoPicture(message) from problem

    Image.MAX_IMAGE_PIXELS = PICTURE_PIXELS_SKIPPED
    try:
        file = _Watched(data)
        with Image.open(file, formats=KINDS) as opened:
            # A photograph can be read at a fraction of its size; one that comes in several passes is held whole for it.
            if not opened.info.get("progressive"):
                opened.draft(None, (max(size), max(size)))
            if opened.size[0] * opened.size[1] > PICTURE_PIXELS:
                message = "it has too many pixels"
                raise NoPicture(message)  # noqa: TRY301 - whatever is wrong with it is told in one place
            if opened.format == "JPEG":
                file.most = _PIECE
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            way = Image.Resampling.HAMMING if quick else Image.Resampling.LANCZOS
            return _coloured(upright).resize(size, way, reducing_gap=_READY_MADE)
    except NoPicture:
        raise
    except Exception as problem:  # a damaged file may make a decoder fail in any way
        message = "it is damaged"
        raise NoPicture(message) from problem


def _coloured(picture: "Image.Image") -> "Image.Image":
    """Give a picture of any mode in plain colours, with what is clear in it where anything may be."""
    if picture.mode.startswith("I"):  # sixteen bits of grey
        picture = picture.convert("I").point([value >> 8 for value in range(0x10000)], "L")
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        return picture.convert("RGBA")
    return picture.convert("RGB")


def _flat(picture: "Image.Image", ground: Colour) -> "Image.Image":
    """Lay a picture on a ground."""
    if picture.mode != "RGBA":
        return picture
    from PIL import Image

    flat = Image.new("RGB", picture.size, ground)
    flat.paste(picture, mask=picture)
    return flat
