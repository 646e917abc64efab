import os
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from tui_reader.model import FigureKind, UsageProblem
from tui_reader.settings import (
    TABLE,
    Settings,
    SettingsProblem,
    cache_folder,
    config_file,
    default_config,
    load,
    load_leniently,
    state_folder,
)
from tui_reader.settings.lines import key_lines

ACTIONS = {"next_line": ("j", "down"), "search": ("/",), 'quote "it"': ("\\", "'")}


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(folder: Path, text: str | bytes) -> tuple[str, ...]:
    return load_leniently(written(folder, text), actions=ACTIONS, themes=("ink", "newsprint"))[1]


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == load(None) == Settings()


def test_the_printed_configuration_reads_back_as_the_defaults(tmp_path: Path) -> None:
    """What ``config --print`` writes can be saved as it is, and every setting stands in it with a comment."""
    text = default_config(ACTIONS)
    settings = load(written(tmp_path, text), actions=ACTIONS)
    assert settings == Settings(keys={action: tuple(keys) for action, keys in ACTIONS.items()})
    lines = text.splitlines()
    for setting in TABLE:
        line = next(index for index, line in enumerate(lines) if line.startswith(f"{setting.name} = "))
        assert lines[line - 1].startswith("# ")
    assert all(len(line) <= 100 for line in lines)


def test_the_table_and_the_value_name_the_same_settings() -> None:
    """A setting that is in the table but not in the value, or with another default, would be a lie in print."""
    defaults = Settings()
    for setting in TABLE:
        value = getattr(defaults, setting.name)
        if setting.kind not in {tuple, Path}:
            assert value == setting.default
    assert {setting.name for setting in TABLE} | {"keys"} == set(Settings.__slots__)


def test_settings_are_taken(tmp_path: Path) -> None:
    text = (
        'theme = "newsprint"\nmeasure = 80\nfigures = ["money", "date"]\nmouse = false\n'
        'state_folder = "/somewhere/else"\n[keys]\nsearch = ["s", "/"]\nnext_line = "n"\n'
    )
    settings = load(written(tmp_path, text), actions=ACTIONS)
    assert (settings.theme, settings.measure, settings.mouse) == ("newsprint", 80, False)
    assert settings.figures == {FigureKind.MONEY, FigureKind.DATE}
    assert settings.state_folder == Path("/somewhere/else")
    assert settings.keys == {"search": ("s", "/"), "next_line": ("n",)}


def test_each_mistake_is_named_by_file_line_and_key(tmp_path: Path) -> None:
    text = (
        '# a comment with measure = 3\ntheme = """\nmeasure = 3"""\n\nmeasure = 200\nmesure = 50\n'
        'sidebar_width = "wide"\npictures = 1\nfigures = ["money", "mony"]\nstate_folder = "notes"\n'
        '[keys]\nnext_lin = "j"\nsearch = 3\n'
    )
    assert faults(tmp_path, text) == (
        "config.toml: line 2: theme: must be ink or newsprint, not 'measure = 3'",
        "config.toml: line 5: measure: must be between 45 and 100, not 200",
        "config.toml: line 6: mesure: unknown setting (nearest: measure)",
        "config.toml: line 7: sidebar_width: must be a whole number, not 'wide'",
        "config.toml: line 8: pictures: must be true, false or 'blocks', not 1",
        f"config.toml: line 9: figures: must be {', '.join([*FigureKind][:-1])} or other, not 'mony'",
        "config.toml: line 10: state_folder: must be an absolute folder, not 'notes'",
        "config.toml: line 12: keys.next_lin: unknown action (nearest: next_line)",
        "config.toml: line 13: keys.search: must be a key or a list of keys, not 3",
    )


def test_strict_reading_raises_all_mistakes_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "measure = 1\nmouse = 2\n")
    with pytest.raises(SettingsProblem) as caught:
        load(path)
    assert isinstance(caught.value, UsageProblem)
    assert str(caught.value).splitlines() == list(caught.value.faults)
    assert len(caught.value.faults) == 2


def test_lenient_reading_takes_the_rest(tmp_path: Path) -> None:
    """One wrong setting costs only itself."""
    path = written(tmp_path, 'measure = 1\nmouse = false\n[keys]\nsearch = "s"\nnext_line = 4\n')
    settings, wrong = load_leniently(path, actions=ACTIONS)
    assert (settings.measure, settings.mouse, dict(settings.keys)) == (66, False, {"search": ("s",)})
    assert len(wrong) == 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("measure = \n", "config.toml: line 1: Invalid value"),
        ("\n\nmeasure 3\n", "config.toml: line 3: expected '=' after a key in a key/value pair"),
        ("theme = [1,\n2", "config.toml: line 2: Unclosed array"),
        ("mouse = true\nmouse = true\n", "config.toml: line 2: Cannot overwrite a value"),
        (b"mouse = true\n\xff", "config.toml: line 2: is not UTF-8"),
        ("x = " + "[" * 5000, "config.toml: is nested too deeply"),
        ("measure = " + "9" * 6000, "config.toml: holds a number that is too long"),
        ("#" * 70_000, "config.toml: is larger than 64 kB"),
        (
            "measure = 0x" + "f" * 6000,
            "config.toml: line 1: measure: must be between 45 and 100, not a number that is too long",
        ),
    ],
)
def test_what_cannot_be_parsed_is_one_line(tmp_path: Path, text: str | bytes, fault: str) -> None:
    assert faults(tmp_path, text) == (fault,)


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    """Nothing is waited for: not a folder, not a device, not a pipe without a writer."""
    os.mkfifo(tmp_path / "pipe")
    assert load_leniently(tmp_path)[1] == (f"{tmp_path.name}: Is a directory",)
    assert load_leniently(Path("/dev/zero"))[1] == ("zero: is not a regular file",)
    assert load_leniently(tmp_path / "pipe")[1] == ("pipe: is not a regular file",)


def test_nothing_of_the_file_reaches_the_terminal_unclean(tmp_path: Path) -> None:
    path = tmp_path / "con\x1b[2Jfig.toml"
    path.write_text('"a\\u001b]0;x" = 1\ntheme = "\\u001b[2J"\nmeasure = "\\u009b\\u202e"\n[keys]\nx = "\\u001b"\n')
    wrong = load_leniently(path, themes=("ink",))[1]
    assert len(wrong) == 4
    assert all(line.isprintable() for line in wrong)


@tried(deadline=None)
@given(st.binary(max_size=200) | st.text(alphabet="measuretheme=[]\"'#\n .,0123456789{}keys", max_size=80))
def test_any_file_gives_settings_and_clean_lines(content: bytes | str) -> None:
    """No content raises, hangs or prints a control character."""
    with tempfile.TemporaryDirectory() as folder:
        settings, wrong = load_leniently(written(Path(folder), content))
    assert 45 <= settings.measure <= 100
    assert all(line.isprintable() and line.startswith("config.toml: ") for line in wrong)


@tried(deadline=None)
@given(st.text(alphabet="ab=[]\"'#\n \\.{}", max_size=60))
def test_line_numbers_lie_within_the_text(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in key_lines(text).values())


def test_lines_of_keys_behind_strings_and_arrays() -> None:
    text = 'a = [\n "b = 1", # ]\n]\n\'c d\' = { e = 1 }\nf.g = """\nh = 1\n"""\n[i."j"]\nk = \'[\'\nl = 2\n'
    assert key_lines(text) == {
        ("a",): 1,
        ("c d",): 4,
        ("f",): 5,
        ("f", "g"): 5,
        ("i", "j"): 8,
        ("i", "j", "k"): 9,
        ("i", "j", "l"): 10,
    }


@pytest.mark.parametrize(
    "piece",
    ['"""', "'", '"\\', "[", "a=", "a.", '"a".', "\n", " ", "[a]\n", "a\n=\n", "[a.b.c.d.e.f]\n", "x={", "a=[\n"],
)
def test_hostile_files_cost_no_more_than_others(tmp_path: Path, piece: str) -> None:
    """The largest file that is read, of any repeated piece, is answered in a moment."""
    path = written(tmp_path, piece * (65_000 // len(piece)) + "=1")
    started = time.perf_counter()
    load_leniently(path)
    assert time.perf_counter() - started < 5


def test_folders_follow_the_xdg_rules() -> None:
    """A relative value counts for nothing, and without a home there is no folder."""
    home = {"HOME": "/home/x"}
    assert cache_folder(home) == Path("/home/x/.cache/shanxi-reader")
    assert state_folder(home) == Path("/home/x/.local/state/shanxi-reader")
    assert config_file(home) == Path("/home/x/.config/shanxi-reader/config.toml")
    assert state_folder(home | {"XDG_STATE_HOME": "/s"}) == Path("/s/shanxi-reader")
    assert state_folder(home | {"XDG_STATE_HOME": "s"}) == Path("/home/x/.local/state/shanxi-reader")
    assert state_folder({"XDG_STATE_HOME": "/s"}) == Path("/s/shanxi-reader")
    assert state_folder({}) is None
    assert config_file({"HOME": "."}) is None
