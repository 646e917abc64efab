"""What a start may load: the headless part never waits for the screen's libraries."""

import subprocess
import sys

import pytest

HEADLESS = (
    "tui_reader.cli",
    "tui_reader.archive",
    "tui_reader.settings",
    "tui_reader.state",
    "tui_reader.formats",
    "tui_reader.formats.page",
    "tui_reader.formats.markdown",
    "tui_reader.annotate.figures",
    "tui_reader.annotate.entities",
    "tui_reader.reflow",
    "tui_reader.index",
    "tui_reader.index.names",
    "tui_reader.text",
    "tui_reader.model",
)
_COMMANDS = (
    "['list', EDITION]",
    "['show', EDITION, '--json']",
    "['figures', EDITION]",
    "['entities', EDITION, '--json']",
    "['mentions', 'Taiyuan', EDITION]",
    "['search', 'taiyuan', EDITION]",
    "['--help']",
    "['--version']",
)


def loaded_after(code: str) -> set[str]:
    """Run code in a fresh interpreter; give the top-level packages it loaded."""
    script = f"{code}\nimport sys; print(*sorted({{name.split('.')[0] for name in sys.modules}}), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("module", HEADLESS)
def test_headless_modules_load_no_screen_library(module: str) -> None:
    """Textual and Rich are known only under ``tui``."""
    assert not loaded_after(f"import {module}") & {"textual", "rich"}


@pytest.mark.parametrize("words", _COMMANDS)
def test_headless_commands_load_no_screen_library(words: str) -> None:
    """A headless command runs to its end without Textual and Rich."""
    code = (
        "from tui_reader.__main__ import bundled_edition, main\n"
        f"EDITION = str(bundled_edition())\nassert main({words}) == 0"
    )
    assert not loaded_after(code) & {"textual", "rich"}


def test_listing_loads_no_annotator() -> None:
    """Listing stories never pays for figures, entities or search."""
    code = "from tui_reader.__main__ import bundled_edition, main\nmain(['list', str(bundled_edition())])"
    script = f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    modules = set(done.stderr.split())
    assert "tui_reader.formats.markdown" in modules
    assert not {name for name in modules if name.startswith("tui_reader.annotate")}
    assert not modules & {"sqlite3", "rapidfuzz", "tui_reader.index.store", "tui_reader.index.names"}
