"""Whatever bytes come from a terminal, in whatever pieces, only keys are keys."""

from hypothesis import example, given
from hypothesis import strategies as st

from tui_reader.tui.keystream import BURST_SILENCE, LONGEST_PASTE, Key, KeyStream, Pasted, PicturesUnderstood, Piece


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Give the time."""
        return self.now


def read(*parts: bytes, pause: float = 0.0) -> list[Piece]:
    """Feed parts with pauses between them, then wait until nothing is expected any more."""
    clock = Clock()
    stream = KeyStream(clock)
    pieces: list[Piece] = []
    for part in parts:
        pieces += stream.tick()
        pieces += stream.feed(part)
        clock.now += pause
    for _ in range(5):
        clock.now += 2
        pieces += stream.tick()
    assert stream.deadline is None
    return pieces


def keys(*parts: bytes, pause: float = 0.0) -> list[str]:
    """Give the keys alone."""
    return [piece.text for piece in read(*parts, pause=pause) if isinstance(piece, Key)]


def test_keys_are_keys() -> None:
    """Letters, controls, arrows, function keys of every make, Alt and Escape."""
    data = b"q\x03\xc3\xa9\x1b[A\x1bOP\x1b[[B\x1b[15;5~\x1b[99;5u\x1bx"
    assert keys(data) == ["q", "\x03", "é", "\x1b[A", "\x1bOP", "\x1b[[B", "\x1b[15;5~", "\x1b[99;5u", "\x1bx"]
    assert keys(b"\x1b") == ["\x1b"]
    assert keys(b"\x1b\x1b[A") == ["\x1b", "\x1b[A"]


def test_reports_are_dropped() -> None:
    """A report's letters never act, however it is opened and ended; what follows it does."""
    for report in (
        b"\x1b]lq;q\x1b\\",
        b"\x1b]0;q\x07",
        b"\x1bPq\x1b\\",
        b"\x1b_q\x1b\\",
        b"\x9dlq\x9c",
        b"\xc2\x9dq\xc2\x9c",
    ):
        assert keys(report + b"j") == ["j"]


def test_report_without_an_end() -> None:
    """A report that never ends swallows no key that comes half a second later, nor a sequence at all."""
    assert keys(b"\x1b]0;qqq", b"j", pause=0.6) == ["j"]
    assert keys(b"\x1b]0;qqq\x1b[A") == ["\x1b[A"]


def test_old_mice() -> None:
    """Mouse reports of three bytes, of any value, are read as those in digits; so are urxvt's."""
    assert keys(b"\x1b[M qq") == ["\x1b[<0;81;81M"]
    assert keys(b"\x1b[M#\xc3\xa9") == ["\x1b[<0;163;137m"]
    assert keys(b"\x1b[32;4;5M") == ["\x1b[<0;4;5M"]


def test_pastes() -> None:
    """A paste is one piece, with brackets or without; a held key is none; its length is bounded."""
    assert read(b"\x1b[200~a q\x1b[2", b"01~q") == [Pasted("a q"), Key("q")]
    assert read(b"\x1b[200~a q") == [Pasted("a q")]
    assert read(b"some words " * 20) == [Pasted("some words " * 20)]
    assert keys(b"j" * 200) == ["j"] * 200
    (paste,) = read(*[b"\x1b[200~", *[b"x" * 4096] * 250, b"\x1b[201~"])
    assert isinstance(paste, Pasted)
    assert len(paste.text) == LONGEST_PASTE
    (paste,) = read(*[b"words of a page\n" * 256] * 250)
    assert isinstance(paste, Pasted)
    assert len(paste.text) == LONGEST_PASTE


def test_burst_ends() -> None:
    """After a burst and a silence keys are keys again."""
    pieces = read(b"some words " * 20, b"q", pause=BURST_SILENCE + 0.01)
    assert pieces[-1] == Key("q")


@example(b"\x1b[200~")
@example(b"\x1b[200~\x1b[201~")
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """Nothing raises, nothing is kept for ever, and no sequence in eight bits comes through."""
    for piece in read(data):
        if isinstance(piece, PicturesUnderstood):
            continue
        assert piece.text.encode("utf-8")
        if isinstance(piece, Key):
            assert len(piece.text) == 1 or piece.text.startswith("\x1b")


_PIECES = st.sampled_from(
    [b"q", b"\xc3\xa9", b"\x1b[A", b"\x1b]0;t\x1b\\", b"\x1b[M !!", b"\x1b[200~p\x1b[201~", b"\x1bOP"]
)


@given(st.lists(_PIECES, max_size=12), st.data())
def test_cut_anywhere(pieces: list[bytes], data: st.DataObject) -> None:
    """Where the line cuts the bytes makes no difference."""
    whole = b"".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)), max_size=4)))
    parts = [whole[start:end] for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    assert read(*parts) == read(whole)


def test_only_the_one_answer_about_pictures_is_passed_on() -> None:
    """Whole and to the letter; any other report is dropped, and none is read as keys."""
    stream = KeyStream()
    assert stream.feed(b"a\x1b_Gi=31;OK\x1b\\b") == [Key("a"), PicturesUnderstood(), Key("b")]
    for other in (b"\x1b_Gi=31;ENOENT:q\x1b\\", b"\x1b_Gi=31;OKq\x1b\\", b"\x1b_q\x1b\\", b"\x1b]Gi=31;OK\x1b\\"):
        assert stream.feed(other + b"c") == [Key("c")]
