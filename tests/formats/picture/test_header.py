import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tui_reader.formats.picture.header import dimensions


def drawn(kind: str, size: tuple[int, int], **options: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, (40, 90, 160)).save(data, kind, **options)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (33, 1000)])
def test_the_first_bytes_tell_the_size(kind: str, size: tuple[int, int]) -> None:
    """Every kind that is shown is measured without being decoded."""
    assert dimensions(drawn(kind, size)) == size


@pytest.mark.parametrize("options", [{"lossless": True}, {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}])
def test_the_other_forms_of_webp_tell_their_size(options: dict[str, object]) -> None:
    """A lossless and an extended file keep their size elsewhere."""
    assert dimensions(drawn("WEBP", (300, 200), **options)) == (300, 200)


@pytest.mark.parametrize(("turn", "expected"), [(1, (640, 480)), (3, (640, 480)), (6, (480, 640)), (8, (480, 640))])
def test_a_camera_held_upright_makes_an_upright_picture(turn: int, expected: tuple[int, int]) -> None:
    """The camera's note turns the picture, and so its size."""
    exif = Image.Exif()
    exif[0x0112] = turn
    assert dimensions(drawn("JPEG", (640, 480), exif=exif)) == expected


def test_long_notes_before_a_photograph_are_passed_over() -> None:
    """Segments are skipped by their length, however long they are."""
    notes = b"".join(b"\xff\xe2" + struct.pack(">H", 60_002) + bytes(60_000) for _ in range(4))
    plain = drawn("JPEG", (640, 480))
    assert dimensions(plain[:2] + notes + plain[2:]) == (640, 480)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\xff\xd8\xff", b"<svg width='9' height='9'/>", b"%PDF-1.7", b"BM"])
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    """Too short, or of a kind that is not shown."""
    assert dimensions(data) is None


@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "BMP"]), st.binary(max_size=200), st.integers(0, 200))
def test_a_damaged_head_gives_a_size_or_none(kind: str, noise: bytes, where: int) -> None:
    """Whatever stands in a file, measuring it never fails and never runs on."""
    good = drawn(kind, (20, 10), **({"exif": b"Exif\0\0II*\0\x08\0\0\0\x01\0"} if kind == "JPEG" else {}))
    found = dimensions(good[:where] + noise + good[where + len(noise) :])
    assert found is None or (found[0] > 0 and found[1] > 0)
