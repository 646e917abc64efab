"""What can go wrong that a person can act on. Each message is one line without a final stop."""


class ReaderProblem(Exception):  # noqa: N818 - the word users see
    """Root of every failure that is reported in one line."""


class UsageProblem(ReaderProblem):
    """The command line asks for something that does not exist."""


class InputProblem(ReaderProblem):
    """A file or folder cannot be read."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason
