"""The table of what may come in from a terminal besides keys: reports, broken sequences, mice of all ages, floods."""

from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes that a running reader is sent; it must go on as if nothing were."""

    name: str
    data: bytes
    before: tuple[str, ...] = ()
    """Keys pressed first."""
    after: tuple[str, ...] = ()
    """Keys that bring the page back."""
    pause: float = 0.15
    """Seconds until the next key is taken for one."""
    slow: bool = False


PROSE: Final = b"the quick brown fox quits over lazy question marks? :/]nNq\r\n"


def pasted(size: int) -> bytes:
    """Give prose of a size, with keys of ours in it."""
    return (PROSE * (size // len(PROSE) + 1))[:size]


INPUTS: Final = (
    Input("a byte that is no text", b"\xff"),
    Input("all bytes from 0x80", bytes(range(0x80, 0x100)), pause=0.7),
    Input("a letter cut in half", b"\xe4\xb8"),
    Input("zeros", b"\0" * 20),
    Input("a report of the title", b"\x1b]lTitle;q\x1b\\"),
    Input("a report of the icon, ended by a bell", b"\x1b]Lq?q\x07"),
    Input("a report of the background", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    Input("a report of the clipboard", b"\x1b]52;c;cXFxcQ==\x07"),
    Input("a report without an end", b"\x1b]52;c;qqqq", pause=0.7),
    Input("a report in two pieces of a letter's end", b"\x1b]2;caf\xc3", pause=0.7),
    Input("a device control string", b"\x1bP1$rq\x1b\\"),
    Input("a terminal's name", b"\x1bP>|XTerm(390)\x1b\\"),
    Input("an application command", b"\x1b_Gq=1;OK\x1b\\"),
    Input("a privacy message", b"\x1b^q q q\x1b\\"),
    Input("a start of string", b"\x1bXq q q\x1b\\"),
    Input("a report in eight bits", b"\x9dlTitle;q\x9c"),
    Input("a report in eight bits, as UTF-8", "\x9dlTitle;q\x9c".encode()),
    Input("a sequence in eight bits", b"\x9b?62;22c"),
    Input("device attributes", b"\x1b[?62;22c"),
    Input("second device attributes", b"\x1b[>41;390;0c"),
    Input("third device attributes", b"\x1bP!|00000000\x1b\\"),
    Input("device status", b"\x1b[0n"),
    Input("a place of the cursor", b"\x1b[12;40R"),
    Input("a size of the window", b"\x1b[8;24;80t"),
    Input("a size of nothing", b"\x1b[48;0;0;0;0t"),
    Input("a size beyond reason", b"\x1b[48;99999;99999;1;1t"),
    Input("a mode that is not ours", b"\x1b[?2048;1$y"),
    Input("flags of the keyboard", b"\x1b[?25u"),
    Input("an unknown sequence", b"\x1b[999;999zq\x1b[?q"[:10]),
    Input("a sequence without an end", b"\x1b[1;2;3;4", pause=0.3),
    Input("a sequence of thousands of digits", b"\x1b[" + b"9" * 5000 + b"z"),
    Input("a key beyond Unicode", b"\x1b[99999999999u"),
    Input("a key that is half a letter", b"\x1b[55357;1;55357u"),
    Input("a control character as a key's text", b"\x1b[97;1;27u"),
    Input("a click as three bytes", b"\x1b[M !!\x1b[M#!!"),
    Input("a click in the column of q", b"\x1b[M qq\x1b[M#qq"),
    Input("a click beyond column 95", b"\x1b[M \xa0\xb0\x1b[M#\xc3\xa9"),
    Input("a click that breaks off", b"\x1b[M ", pause=0.3),
    Input("a click in digits of the middle age", b"\x1b[32;4;4M\x1b[35;4;4M"),
    Input("a click far outside", b"\x1b[<0;4000;4000M\x1b[<0;4000;4000m"),
    Input("a click before the start", b"\x1b[<0;-1;-5M"),
    Input("a wheel turned by a storm", b"\x1b[<65;5;5M" * 300 + b"\x1b[<64;5;5M" * 300, pause=1.0),
    Input("a mouse on the run", b"".join(b"\x1b[<35;%d;%dM" % (5 + n % 60, 3 + n % 15) for n in range(3000))),
    Input("focus that comes and goes", b"\x1b[I\x1b[O" * 200, pause=0.5),
    Input("keys held with Alt", b"\x1bq\x1b?\x1bz"),
    Input("the end of a paste that never began", b"\x1b[201~"),
    Input("a paste into the page", b"\x1b[200~quit? q Q :q\n\x1b[201~"),
    Input("a paste without an end", b"\x1b[200~q?q", pause=1.2),
    Input("a paste of escapes into the bar", b"\x1b[200~\x1b]0;x\x07\x1b[31;777m\x1b[201~", ("/",), ("escape",)),
    Input(
        "a megabyte pasted into the bar", b"\x1b[200~" + pasted(MEGABYTE) + b"\x1b[201~", ("/",), ("escape",), slow=True
    ),
    Input("200 kB pasted into the bar, unannounced", pasted(200_000), ("/",), ("escape",), 1.0, slow=True),
    Input("20 kB of one letter pasted into the bar", b"x" * 20_000, ("/",), ("escape",), 1.0),
    Input("an arrow held down by a machine", b"\x1b[B" * 20_000, after=("g",), pause=3.0, slow=True),
    Input("half a megabyte of escape characters", b"\x1b" * 500_000, pause=3.0, slow=True),
    Input("noise", bytes(n * n % 251 | 0x80 for n in range(2000)), pause=1.5),
)
