import io
import os
import socket
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tui_reader.formats.picture.finding import NoPicture, picture_bytes, sizes


def picture(path: Path, size: tuple[int, int] = (40, 30)) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size).save(data, "PNG")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.getvalue())
    return data.getvalue()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "edition" / "story.md"
    path.parent.mkdir()
    path.write_text("# A bridge opens\n")
    return path


def test_a_picture_beside_the_story_is_found(story: Path) -> None:
    """In the story's folder, and in folders below it."""
    one, two = picture(story.parent / "a.png"), picture(story.parent / "img" / "deep" / "b c.png", (7, 9))
    source = os.fsencode(story)
    assert sizes(source, ["a.png", "img/deep/b c.png", "img/../a.png", "missing.png", "story.md"]) == {
        "a.png": (40, 30),
        "img/deep/b c.png": (7, 9),
        "img/../a.png": (40, 30),
    }
    assert picture_bytes(source, "./a.png") == one
    assert picture_bytes(source, "img/deep/b c.png") == two


@pytest.mark.parametrize(
    "reference",
    [
        "",
        ".",
        "..",
        "../secret.png",
        "img/../../secret.png",
        "/dev/zero",
        "//host/a.png",
        "https://a.example/a.png",
        "file:///dev/zero",
        "a.png\0.md",
        "link.png",
        "linked/secret.png",
        "pipe",
        "socket",
        "img",
        "/".join(["a"] * 30),
        "x" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_ever_opened(
    story: Path, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No way up, no link, no device, no pipe that would be waited for, no host."""
    folder = story.parent
    picture(folder.parent / "secret.png")
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "img").mkdir()
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(folder)  # a socket's path may not be long
        server.bind("socket")
        source = os.fsencode(story)
        assert sizes(source, [reference]) == {}
        with pytest.raises(NoPicture):
            picture_bytes(source, reference)


def test_the_standard_input_has_no_pictures() -> None:
    """It lies in no folder."""
    with pytest.raises(NoPicture):
        picture_bytes(b"-", "a.png")


def test_a_file_beyond_the_limit_is_not_read(story: Path) -> None:
    """A sparse file of a gigabyte costs nothing."""
    picture(story.parent / "a.png")
    with (story.parent / "a.png").open("r+b") as file:
        file.truncate(1 << 30)
    with pytest.raises(NoPicture, match="too large"):
        picture_bytes(os.fsencode(story), "a.png")


def test_a_book_holds_its_pictures_itself(tmp_path: Path) -> None:
    """A member of the book by its name, and no file beside it."""
    data = picture(tmp_path / "beside.png")
    book = tmp_path / "b.epub"
    with zipfile.ZipFile(book, "w") as packed:
        packed.writestr("OPS/a.png", data)
    source = os.fsencode(book)
    assert sizes(source, ["OPS/a.png", "beside.png", "../beside.png"]) == {"OPS/a.png": (40, 30)}
    assert picture_bytes(source, "OPS/a.png") == data
    with pytest.raises(NoPicture):
        picture_bytes(source, "beside.png")
