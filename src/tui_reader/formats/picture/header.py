"""How large a picture is, told by its first bytes: no library is loaded and nothing is decoded for that."""

import struct

HEAD_BYTES = 512 * 1024
"""Enough of a file to find its size in; a photograph may carry long notes before it."""
_PNG, _GIF, _BMP = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"BM"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame, and so tell its size."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG markers without a length."""
_ORIENTATION = 0x0112
_ENTRIES = 200


def dimensions(head: bytes) -> tuple[int, int] | None:
    """Give a picture's width and height in pixels, as it is to be looked at; None where it is of no kind we show."""
    try:
        if head.startswith(_PNG) and head[12:16] == b"IHDR":
            found = struct.unpack_from(">II", head, 16)
        elif head.startswith(_GIF):
            found = struct.unpack_from("<HH", head, 6)
        elif head.startswith(_BMP):
            width, height = struct.unpack_from("<ii", head, 18)
            found = (width, abs(height))
        elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            found = _webp(head)
        elif head.startswith(b"\xff\xd8\xff"):
            found = _jpeg(head)
        else:
            return None
    except (struct.error, IndexError):  # it ends too soon
        return None
    return (found[0], found[1]) if found[0] > 0 and found[1] > 0 else None


def _webp(head: bytes) -> tuple[int, int]:
    kind = head[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", head, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return 0, 0


def _jpeg(head: bytes) -> tuple[int, int]:
    """Walk over the segments to the frame; a camera that was held upright says so on the way."""
    position, turned = 2, False
    while position + 4 <= len(head):
        if head[position] != 0xFF:
            position += 1
            continue
        marker = head[position + 1]
        if marker == 0xFF or marker in _ALONE:
            position += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", head, position + 2)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", head, position + 5)
            return (height, width) if turned else (width, height)
        if marker in {0xD9, 0xDA} or length < 2:
            break
        if marker == 0xE1 and head[position + 4 : position + 10] == b"Exif\0\0":
            turned = _is_turned(head[position + 10 : position + 2 + length])
        position += 2 + length
    return 0, 0


def _is_turned(exif: bytes) -> bool:
    """Tell whether a camera's notes say that the picture lies on its side."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return False
    (start,) = struct.unpack_from(f"{order}I", exif, 4)
    if start + 2 > len(exif):
        return False
    (count,) = struct.unpack_from(f"{order}H", exif, start)
    for entry in range(min(count, _ENTRIES)):
        place = start + 2 + entry * 12
        if place + 12 > len(exif):
            return False
        if struct.unpack_from(f"{order}H", exif, place)[0] == _ORIENTATION:
            (turn,) = struct.unpack_from(f"{order}H", exif, place + 8)
            return turn in range(5, 9)
    return False
