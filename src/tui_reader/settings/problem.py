"""What can be wrong in a configuration file."""

from tui_reader.model import UsageProblem


class SettingsProblem(UsageProblem):
    """The configuration file holds settings that cannot be followed: one line each, with file, line and key."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
        """Each a line of its own, clean for the terminal, in the file's order."""
