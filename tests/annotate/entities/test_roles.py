"""The role a text gives to whom it names is kept with the mention, and is no piece of another clause."""

from collections.abc import Callable

import pytest

from tui_reader.model import Entity

Found = Callable[..., dict[str, Entity]]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ana Ruiz, an engineer of the mine, spoke.", "Ana Ruiz", "an engineer of the mine"),
        ("Ana Ruiz, 45, a singer, spoke.", "Ana Ruiz", "a singer"),
        ("Ana Ruiz, director of the academy, spoke.", "Ana Ruiz", "director of the academy"),
        ("Ana Ruiz, who is a nurse, spoke.", "Ana Ruiz", "a nurse"),
        ("Ana Ruiz, then premier, spoke.", "Ana Ruiz", "then premier"),
        ("The prize went to Ana Ruiz, chief economist at the bank.", "Ana Ruiz", "chief economist at the bank"),
        ("Ana Ruiz, foreign policy adviser to the king, spoke.", "Ana Ruiz", "foreign policy adviser to the king"),
        (
            "They asked the minister of mines, Ana Ruiz, the former head of the firm to come.",
            "Ana Ruiz",
            "the former head of the firm",
        ),
        ("Finance Minister Ana Ruiz spoke.", "Ana Ruiz", "Finance Minister"),
        ("Rain fell on Orvanta, a village in the north.", "Orvanta", "a village in the north"),
        ("Altona Ludlow Corp, the carmaker, closed.", "Altona Ludlow Corp", "the carmaker"),
        ("Mr. Obuya spoke.", "Obuya", ""),
        ("For Ana Ruiz, the road was long.", "Ana Ruiz", ""),
        ("After talks with Ana Ruiz, the minister said no.", "Ana Ruiz", ""),
        ("As told by Ana Ruiz, the letter pointed to a clause in the law.", "Ana Ruiz", ""),
        ("It was won by Ana Ruiz, the president’s office has announced.", "Ana Ruiz", ""),
        ("They met Ana Ruiz, who is on trial.", "Ana Ruiz", ""),
        ("Ana Ruiz, 40, dug out his wife with his hands.", "Ana Ruiz", ""),
        ("He sang at the London Olympics, the Tokyo Olympics and at home.", "London Olympics", ""),
        ("He asked the National Assembly, the economy minister and the king.", "National Assembly", ""),
    ],
)
def test_roles(found: Found, text: str, name: str, role: str) -> None:
    """An apposition with a noun of roles is a role; a clause, a list or a form of address is none."""
    assert found(text)[name].mentions[0].role == role
