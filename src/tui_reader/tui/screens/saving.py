"""What the reader takes away: a copied passage with its source, the story as a file."""

from pathlib import Path

from tui_reader.archive.notebook import citation
from tui_reader.archive.writing import write_stories
from tui_reader.model import InputProblem
from tui_reader.text.sanitise import safe_line
from tui_reader.tui.screens.asking import AskActions
from tui_reader.tui.screens.marks import MarkActions


class SavingActions(MarkActions, AskActions):
    """Copying and saving."""

    # copying ------------------------------------------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy the selection, or the paragraph at the top, with its source."""
        span = self.pane.selected_span
        article = self.article
        if span is not None:
            text = article.text[span.start : span.end].strip()
        else:
            text = article.blocks[article.block_at(self.pane.place)].content
        self.app.copy_to_clipboard(f"{text}\n— {citation(article)}\n")
        self.say("copied the selection with its source" if span else f"copied “{text[:40].rstrip()}…” with its source")
        self.clear_selection()

    # saving -------------------------------------------------------------------------------------------------------

    def action_save(self) -> None:
        """Save the story as Markdown, in a folder that is asked for."""
        before = self.state.choices().get("save_folder")
        self.ask(
            "save the story as Markdown in which folder? Enter saves · Esc leaves",
            before if isinstance(before, str) else ".",
            self._save,
        )

    def _save(self, folder: str) -> str:
        try:
            (path,) = write_stories([self.article], given_path(folder), force=False)
        except InputProblem as problem:
            return complaint(problem, "folder")
        self.state.choose("save_folder", folder)
        self.say(f"saved as {safe_line(str(path))}")
        return ""


def complaint(problem: InputProblem, other: str) -> str:
    """Say what is wrong with a place to write to, and what to do where the name is taken."""
    taken = problem.reason.startswith("is there already")
    return f"{problem.source}: {f'is there already: name another {other}' if taken else problem.reason}"


def given_path(text: str) -> Path:
    """Give the path that a person has typed; a leading ``~`` is the home folder. Raises ``InputProblem``."""
    if not text.strip():
        nothing = "nothing"
        raise InputProblem(nothing, "was typed: name a place, or leave with Esc")
    try:
        return Path(text.strip()).expanduser()
    except RuntimeError as problem:
        raise InputProblem(text, "there is no such home folder") from problem
