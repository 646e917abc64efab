"""The pictures of a story, read from where its source lies. Everything here may be called from any thread."""

from collections.abc import Mapping

from tui_reader.formats.picture.finding import NoPicture, picture_bytes, sizes

__all__ = ["NoPicture", "picture_as_png", "picture_pixels", "picture_sizes"]

MOST_PICTURES = 500
"""Pictures of one story that are shown."""


def picture_sizes(source: bytes, references: Mapping[int, str]) -> dict[int, tuple[int, int]]:
    """Give the sizes in pixels of a story's pictures, by block, of those that can be shown.

    ``source`` is the full path of the story's source; ``references`` are what its blocks call their pictures.
    """
    found = sizes(source, list(references.values())[:MOST_PICTURES])
    return {block: found[reference] for block, reference in references.items() if reference in found}


def picture_pixels(source: bytes, reference: str, size: tuple[int, int], ground: tuple[int, int, int]) -> bytes:
    """Give a picture's pixels at a size, three bytes each, on a ground; raise ``NoPicture`` where there is none."""
    from tui_reader.formats.picture.decoding import pixels  # loads Pillow

    return pixels(picture_bytes(source, reference), size, ground)


def picture_as_png(source: bytes, reference: str, size: tuple[int, int]) -> bytes:
    """Give a picture at a size, as a PNG file; raise ``NoPicture`` where there is none."""
    from tui_reader.formats.picture.decoding import png

    return png(picture_bytes(source, reference), size)
