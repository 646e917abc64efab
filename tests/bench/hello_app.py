"""The least a Textual program can do: the floor that start-up is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class HelloApp(App[None]):
    """Says hello and waits."""

    def compose(self) -> ComposeResult:
        """Give the one widget."""
        yield Static("Hello, world!")


if __name__ == "__main__":
    HelloApp().run()
