"""The screens as they are meant to look, at three sizes."""

from pathlib import Path

import pytest

from tests.tui.snapshot import FOLDER, SCENES, SIZES, scenes


@pytest.mark.parametrize("size", SIZES)
async def test_screens_look_as_they_did(size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each screen is drawn to the letter as in its picture; ``python -m tests.tui.snapshot`` takes them anew."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    other = []
    async for name, text in scenes(size):
        lines = text.split("\n")
        assert len(lines) == size[1] + 1
        assert max(map(len, lines)) <= size[0]
        if text != (FOLDER / f"{name}.txt").read_text(encoding="utf-8"):
            (tmp_path / name).write_text(text, encoding="utf-8")
            other.append(f"{FOLDER / name}.txt is not {tmp_path / name}")
    assert not other, "\n".join(other)


def test_every_picture_is_of_a_scene() -> None:
    """No picture stays behind when its scene is gone."""
    wanted = {f"{name}-{columns}x{rows}.txt" for name, _ in SCENES for columns, rows in SIZES}
    assert {path.name for path in FOLDER.glob("*.txt")} == wanted
