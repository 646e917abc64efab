"""``config``: the file to begin from, and what is wrong with one's own."""

import tomllib
from pathlib import Path

import pytest

from tests.cli.test_commands import run
from tui_reader.settings import load
from tui_reader.tui.commands import default_keys
from tui_reader.tui.palette import THEME_NAMES


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of an own configuration."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "shanxi-reader"
    folder.mkdir()
    return folder


def test_the_printed_file_holds_every_default(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    """``--print`` gives a file that reads back as the defaults, with every command and a comment for each setting."""
    code, out, err = run(capsys, "config", "--print")
    assert (code, err) == (0, "")
    assert tomllib.loads(out)["keys"] == {name: list(keys) for name, keys in default_keys().items()}
    path = home / "config.toml"
    path.write_text(out, encoding="utf-8")
    settings = load(path, actions=default_keys(), themes=THEME_NAMES)
    assert settings.theme == "ink"
    assert dict(settings.keys) == default_keys()
    assert out.count("\n#") >= 10


def test_a_good_file_is_in_order(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    """``--check`` of a file without faults says so and gives 0."""
    (home / "config.toml").write_text('theme = "terminal"\n[keys]\npage_down = ["x"]\n', encoding="utf-8")
    code, out, err = run(capsys, "config", "--check")
    assert (code, err) == (0, "")
    assert "in order" in out


def test_faults_are_named_by_line_and_key(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    """``--check`` names each fault by line and key, one a line, and gives 2."""
    text = 'theme = "inkk"\nmeasure = 7\n\n[keys]\npage_don = "x"\n'
    (home / "config.toml").write_text(text, encoding="utf-8")
    code, out, err = run(capsys, "config", "--check")
    assert (code, out) == (2, "")
    lines = err.splitlines()
    assert len(lines) == 3
    for line, number, key in zip(lines, (1, 2, 5), ("theme", "measure", "keys.page_don"), strict=True):
        assert f"config.toml: line {number}: {key}: " in line


@pytest.mark.parametrize(
    ("text", "named"),
    [("theme = \n", "line 1"), ("a = 1\na = 2\n", "line 2"), ("\x1b]0;x\x07 = 1", "line 1"), ("[[keys]]\n", "keys")],
)
def test_what_cannot_be_read_is_one_clean_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, named: str
) -> None:
    """A broken file is one line without anything that acts."""
    path = tmp_path / "other.toml"
    path.write_text(text, encoding="utf-8")
    code, _, err = run(capsys, "config", "--check", path)
    assert code == 2
    assert named in err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_no_file_is_no_fault(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    """Without a file of one's own the defaults hold; a named file that is missing is a mistake."""
    code, out, err = run(capsys, "config", "--check")
    assert (code, out) == (0, "")
    assert "defaults" in err
    code, _, err = run(capsys, "config", "--check", home / "absent.toml")
    assert code == 2
    assert "absent.toml" in err
    code, out, _ = run(capsys, "config", "--path")
    assert (code, out) == (0, f"{home / 'config.toml'}\n")
