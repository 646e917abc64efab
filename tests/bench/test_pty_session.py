"""The pseudo-terminal that programs are measured and tested in."""

import os
import signal

from tests.bench.pty_session import PtySession

CAT = ("sh", "-c", "stty -echo; echo ready; cat")


def test_the_program_has_a_terminal_of_the_size_asked_for() -> None:
    """The program's terminal is its controlling one and has the given columns and rows."""
    with PtySession(("sh", "-c", "stty size < /dev/tty; tty"), columns=61, rows=17) as session:
        assert session.wait_exit() == 0
        assert session.text.startswith("17 61\n/dev/")


def test_keys_arrive_and_answers_are_timed() -> None:
    """What is typed reaches the program, and its answer carries the moment it came."""
    with PtySession(CAT) as session:
        assert session.wait_for_text("ready") is not None
        pressed = session.press("h", "i", "enter")
        answered = session.wait_for_text("hi")
        assert answered is not None
        assert answered > pressed > session.started
        session.press("ctrl+d")
        assert session.wait_exit() == 0


def test_a_new_size_is_told() -> None:
    """A resize reaches the program as the signal and as the size it then asks for."""
    script = "trap 'stty size; exit 3' WINCH; echo ready; while :; do sleep 0.05; done"
    with PtySession(("bash", "-c", script)) as session:
        assert session.wait_for_text("ready") is not None
        session.resize(40, 10)
        assert session.wait_exit() == 3
        assert "10 40" in session.text
        assert len(session.screen.lines) == 10


def test_text_that_never_comes_is_waited_for_only_so_long() -> None:
    """Waiting in vain gives None, and the program goes on."""
    with PtySession(CAT) as session:
        assert session.wait_for_text("never", timeout=0.3) is None
        assert session.exit_code is None


def test_questions_to_the_terminal_are_answered() -> None:
    """A program that asks whether frames are known gets an answer, even where the question comes in two pieces."""
    script = "stty raw -echo; printf '\\033[?20'; sleep 0.1; printf '26$p'; head -c 11 | od -An -c"
    with PtySession(("sh", "-c", script)) as session:
        assert session.wait_exit() == 0
        assert "033   [   ?   2   0   2   6   ;   2   $   y" in session.text


def test_a_death_by_signal_is_told_from_an_exit() -> None:
    """A signal's end is its number, negative."""
    with PtySession(CAT) as session:
        assert session.wait_for_text("ready") is not None
        session.signal(signal.SIGTERM)
        assert session.wait_exit() == -signal.SIGTERM


def test_nothing_is_left_running() -> None:
    """Leaving the session ends the program, even one that ignores signals."""
    with PtySession(("sh", "-c", "trap '' TERM HUP INT; echo ready; while :; do sleep 0.05; done")) as session:
        assert session.wait_for_text("ready") is not None
        pid = session.pid
    assert session.exit_code == -signal.SIGKILL
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return
    raise AssertionError


def test_the_environment_is_a_readers() -> None:
    """A colour terminal is promised, a test run's own settings are gone, and what is asked for is set or unset."""
    script = 'echo "$TERM $COLORTERM [$NO_COLOR] [$COLUMNS] [$RIVER] [${HOME-none}]"'
    with PtySession(("sh", "-c", script), env={"RIVER": "Fen", "HOME": None}) as session:
        assert session.wait_exit() == 0
        assert "xterm-256color truecolor [] [] [Fen] [none]" in session.text
