"""Word lists, written as running text."""


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


def listed(text: str) -> tuple[str, ...]:
    """Make a list of the words of a text, in order."""
    return tuple(text.split())
