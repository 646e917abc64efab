"""What laying out loads."""

import subprocess
import sys


def _loaded(statement: str) -> set[str]:
    """Run a statement in a fresh interpreter and give the modules it has loaded."""
    code = f"import sys\nfrom tui_reader.reflow import break_lines\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_plain_story_loads_no_tables() -> None:
    """Unicode's tables and the hyphenation patterns take longer to load than a story to lay out."""
    loaded = _loaded("break_lines('“Rain” — on the hills’ slopes, é', 0, 32, 10)")
    assert not loaded & {"wcwidth", "pyphen", "rich", "textual"}


def test_the_tables_are_loaded_where_they_are_needed() -> None:
    """A family of joined signs, and a reader who asked for hyphens."""
    assert "wcwidth" in _loaded("break_lines('\\U0001f468\\u200d\\U0001f469 rain', 0, 8, 3)")
    assert "pyphen" in _loaded("break_lines('extraordinary development', 0, 25, 15, language='en_US')")
