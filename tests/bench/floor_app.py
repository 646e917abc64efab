"""The least a Textual program does for a key: a stock input over a stock list, with answers that cost nothing."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Input, OptionList

_RESULTS = 40


class FloorApp(App[None]):
    """Shows a list of results that follow from the length of what is typed."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    CSS = "OptionList { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """Give the input and its list."""
        field = Input(placeholder="Search here")
        field.cursor_blink = False
        yield field
        yield OptionList()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Answer what is typed."""
        results = self.query_one(OptionList)
        results.clear_options()
        results.add_options([f"{event.value} result {number:02d}" for number in range(_RESULTS)])


if __name__ == "__main__":
    FloorApp().run()
