"""The screen a measured or tested program is judged by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.terminal_screen import TerminalScreen

INVISIBLE = {
    "a window title": b"\x1b]0;title\x07",
    "a string ended by ST": b"\x1b]22;default\x1b\\",
    "a device control string": b"\x1bP1$r0m\x1b\\",
    "an application command": b"\x1b_Gi=1;AAAA\x1b\\",
    "a question for a mode": b"\x1b[?2026$p",
    "a keyboard protocol": b"\x1b[>25u",
    "its end": b"\x1b[<u",
    "a question for attributes": b"\x1b[>0c",
    "a cursor shape": b"\x1b[2 q",
    "a window report": b"\x1b[18t",
    "a private mode": b"\x1b[?1049h",
    "a character set": b"\x1b(B",
}

PIECES = st.sampled_from(
    [
        *INVISIBLE.values(),
        b"river",
        "Lü’an 山西".encode(),
        b"\x1b[31;48;2;1;2;3m",
        b"\x1b[0m",
        b"\x1b[3;5H",
        b"\r\n",
        b"\x1bM",
        b"\x1b[?2026hframe\x1b[?2026l",
    ]
)


@pytest.mark.parametrize("sequence", INVISIBLE.values(), ids=INVISIBLE.keys())
def test_what_a_terminal_does_not_print_is_not_shown(sequence: bytes) -> None:
    """Questions, strings and private sequences leave nothing between the words around them."""
    screen = TerminalScreen(20, 2)
    screen.feed(b"one" + sequence + b"two")
    assert screen.text == "onetwo\n"


@given(st.lists(PIECES, max_size=12), st.data())
def test_where_output_is_cut_makes_no_difference(pieces: list[bytes], data: st.DataObject) -> None:
    """Output that arrives in any pieces makes the same picture as output that arrives at once."""
    output = b"".join(pieces)
    whole, cut = TerminalScreen(16, 5), TerminalScreen(16, 5)
    whole.feed(output)
    place = 0
    while place < len(output):
        end = place + data.draw(st.integers(1, 9))
        cut.feed(output[place:end])
        place = end
    assert cut.picture() == whole.picture()
    assert cut.cursor == whole.cursor


def test_a_frame_is_shown_when_it_is_complete() -> None:
    """A synchronised frame appears at once, as on a terminal that knows such frames."""
    screen = TerminalScreen(10, 1)
    screen.feed(b"old\r\x1b[?2026hnew")
    assert screen.text == "old"
    screen.feed(b"er\x1b[?2026l")
    assert screen.text == "newer"


def test_pictures_tell_colours_apart() -> None:
    """Two screens with the same words in other colours differ in their pictures, not in their text."""
    plain, red = TerminalScreen(10, 1), TerminalScreen(10, 1)
    plain.feed(b"word")
    red.feed(b"\x1b[31mword")
    assert plain.text == red.text
    assert plain.picture() != red.picture()
