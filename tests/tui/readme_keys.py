"""The README's key list, written from the table of commands: ``python -m tests.tui.readme_keys``."""

from pathlib import Path

from tui_reader.tui.commands import keys_markdown

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- keys -->", "<!-- /keys -->"


def with_keys(text: str) -> str:
    """Give the README with the keys of the table between its marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{keys_markdown()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
