import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.model import Span
from tui_reader.state import ReadingState, find_again, identify

TEXT = "The ferry left Dover at noon. Fog lay on the water. Two hours later it stood off Calais and waited. " * 4
STORY = identify(b"/news/ferry.md", 1, TEXT)
OTHER = identify(b"/news/\xff.md", 2, TEXT.upper())
ARCHIVE = b"/news"


def test_everything_is_there_the_next_time(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path / "a" / "b")
    assert state.place(STORY, TEXT) is None
    state.keep_place(STORY, 35, TEXT)
    state.keep_place(STORY, 40, TEXT)
    assert state.place(STORY, TEXT) == 40
    assert state.set_read(OTHER)
    assert state.set_mark(ARCHIVE, "a", STORY, 10, TEXT)
    note = state.add_note(STORY, Span(4, 9), "A new boat", TEXT)
    state.keep_query("calais")
    state.keep_query("fog")
    state.keep_query("calais")
    state.keep_last(ARCHIVE, OTHER)
    state.choose("measure", 72)
    state.choose("theme", "newsprint")
    state.choose("sidebar", value=False)
    assert state.close()
    state = ReadingState.open(tmp_path / "a" / "b")
    assert state.notices == ()
    assert state.place(STORY, TEXT) == 40
    assert (state.is_read(STORY), state.is_read(OTHER)) == (False, True)
    assert state.read_among([(b"/news/ferry.md", 1), (b"/news/\xff.md", 2)]) == {(b"/news/\xff.md", 2)}
    (mark,) = state.marks(ARCHIVE)
    assert (mark.letter, mark.source, mark.number, find_again(TEXT, mark.place)) == ("a", b"/news/ferry.md", 1, 10)
    assert state.notes(STORY, TEXT) == state.all_notes() == (note,)
    assert (note.quote, note.text) == ("ferry", "A new boat")
    assert state.history() == ("calais", "fog")
    assert state.last(ARCHIVE) == (b"/news/\xff.md", 2)
    assert state.choices() == {"measure": 72, "theme": "newsprint", "sidebar": False}
    assert state.close()


def test_what_needs_no_state_loads_no_database() -> None:
    """Headless commands import the package and keep nothing."""
    code = (
        "import sys, tui_reader.state, tui_reader.settings\n"
        "print({'sqlite3', 'tomllib', 'textual', 'rich'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_the_folder_and_the_file_are_the_readers_own(tmp_path: Path) -> None:
    """What someone reads is nobody else's business."""
    ReadingState.open(tmp_path / "state").close()
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0


def test_marks_are_an_archives_own_but_capitals_everyones(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)
    state.set_mark(ARCHIVE, "a", STORY, 1, TEXT)
    state.set_mark(b"/other", "a", STORY, 2, TEXT)
    state.set_mark(b"/other", "B", STORY, 3, TEXT)
    assert [(mark.letter, mark.place.offset) for mark in state.marks(ARCHIVE)] == [("B", 3), ("a", 1)]
    state.set_mark(ARCHIVE, "a", STORY, 9, TEXT)
    state.remove_mark(ARCHIVE, "B")
    assert [(mark.letter, mark.place.offset) for mark in state.marks(ARCHIVE)] == [("a", 9)]
    state.close()


def test_notes_follow_their_words(tmp_path: Path) -> None:
    """After an edit a note stands on the same words; where they went it is kept, and said to be lost."""
    text = "Wheat was sown in March. The canal at Briare was drained for repairs. Barges wait in a long row."
    story = identify(b"/f", 1, text)
    state = ReadingState.open(tmp_path)
    span = Span(text.index("canal"), text.index(" was drained"))
    note = state.add_note(story, span, "since when?", text)
    assert state.change_note(note.id, "since June")
    changed = "Late news first. " + text.replace("drained", "emptied")
    (found,) = state.notes(identify(b"/f", 1, changed), changed)
    assert changed[found.span.start : found.span.end] == "canal at Briare"
    assert (found.text, found.lost) == ("since June", False)
    (found,) = state.notes(story, "Wheat.")
    assert (found.quote, found.lost) == ("canal at Briare", True)
    assert state.remove_note(note.id)
    assert state.notes(story, text) == ()
    state.close()


def test_nothing_kept_can_act_on_a_terminal(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)
    state.keep_query("a\x1b]0;b\x07\nc")
    state.choose("theme", "\x9bJ")
    note = state.add_note(STORY, Span(0, 3), "one\r\n\x1b[2J", TEXT)
    assert state.history()[0].isprintable()
    assert str(state.choices()["theme"]).isprintable()
    assert "\x1b" not in note.text
    state.close()


def test_the_history_is_bounded(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)
    for number in range(1010):
        state.keep_query(f"query {number}")
    assert state.history(3) == ("query 1009", "query 1008", "query 1007")
    assert len(state.history(5000)) == 1000
    state.close()


def test_places_are_saved_while_the_reader_moves(tmp_path: Path) -> None:
    """At most a second of scrolling is at stake, and a call is cheap."""
    now = [0.0]
    state = ReadingState.open(tmp_path, clock=lambda: now[0])
    state.keep_place(STORY, 10, TEXT)
    other = ReadingState.open(tmp_path)
    assert other.place(STORY, TEXT) is None
    now[0] = 1.5
    state.keep_place(STORY, 20, TEXT)
    assert other.place(STORY, TEXT) == 20
    state.keep_place(STORY, 30, TEXT)
    assert state.flush()
    assert other.place(STORY, TEXT) == 30
    other.close()
    state.close()


def test_after_the_end_nothing_raises(tmp_path: Path) -> None:
    """A timer or a worker may come late."""
    state = ReadingState.open(tmp_path)
    state.close()
    state.keep_place(STORY, 3, TEXT)
    assert not state.set_read(STORY)
    assert not state.flush()
    assert state.place(STORY, TEXT) is None
    assert state.close()


def test_two_readers_lose_nothing_of_each_other(tmp_path: Path) -> None:
    """Both write at once; the later place of one story wins, and everything else is the sum."""
    first, second = ReadingState.open(tmp_path), ReadingState.open(tmp_path)
    first.keep_place(STORY, 10, TEXT)
    second.keep_place(OTHER, 20, TEXT.upper())
    first.set_mark(ARCHIVE, "a", STORY, 1, TEXT)
    second.set_mark(ARCHIVE, "b", STORY, 2, TEXT)
    first.add_note(STORY, Span(0, 3), "one", TEXT)
    second.add_note(STORY, Span(0, 3), "two", TEXT)
    first.flush()
    second.keep_place(STORY, 50, TEXT)
    assert second.close()
    assert first.place(STORY, TEXT) == 50
    assert first.close()
    state = ReadingState.open(tmp_path)
    assert state.place(OTHER, TEXT.upper()) == 20
    assert [mark.letter for mark in state.marks(ARCHIVE)] == ["a", "b"]
    assert sorted(note.text for note in state.notes(STORY, TEXT)) == ["one", "two"]
    state.close()


def test_many_readers_start_at_once(tmp_path: Path) -> None:
    """Eight instances that meet on no file, or on a damaged one, all work, and set aside one file at most."""
    code = (
        "import sys; from pathlib import Path; from tui_reader.state import ReadingState, identify\n"
        "number = int(sys.argv[2]); text = f'Reader {number} waits. ' * 20\n"
        "import tui_reader.state.store; sys.stdin.read()\n"
        "state = ReadingState.open(Path(sys.argv[1]))\n"
        "for offset in range(20):\n"
        "    kept = state.set_mark(b'/n', 'abcdefgh'[number], identify(b'/%d' % number, 1, text), offset, text)\n"
        "print(state.close(), *state.notices, sep='|')\n"
    )
    for damage in (b"", b"damage"):
        folder = tmp_path / f"state{len(damage)}"
        folder.mkdir()
        if damage:
            (folder / "reading-state.db").write_bytes(damage)
        readers = [
            subprocess.Popen(
                [sys.executable, "-c", code, folder, str(number)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for number in range(8)
        ]
        for reader in readers:
            assert reader.stdin
            reader.stdin.close()
        said = []
        for reader in readers:
            assert reader.stdout
            said.append(reader.stdout.read())
            reader.stdout.close()
            assert reader.wait() == 0
        assert all(line.startswith("True") for line in said), said
        assert sum("set aside" in line for line in said) == (1 if damage else 0), said
        state = ReadingState.open(folder)
        assert "".join(mark.letter for mark in state.marks(b"/n")) == "abcdefgh"
        state.close()


def test_any_thread_may_ask(tmp_path: Path) -> None:
    state = ReadingState.open(tmp_path)

    def work(number: int) -> None:
        for offset in range(20):
            story = identify(b"/%d" % number, 1, TEXT)
            state.keep_place(story, offset, TEXT)
            assert state.place(story, TEXT) == offset

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [state.place(identify(b"/%d" % number, 1, TEXT), TEXT) for number in range(4)] == [19] * 4
    state.close()


def test_opening_does_not_keep_the_first_page_waiting(tmp_path: Path) -> None:
    """A few milliseconds, also with thousands of stories kept (the limit is loose, for slow machines)."""
    state = ReadingState.open(tmp_path)
    for number in range(3000):
        state._store.later(number, lambda db, number=number: db.execute(  # type: ignore[misc]
            "INSERT INTO story VALUES (NULL, ?, 1, ?, ?, 5, ?, ?, 1, 0)",
            (b"/news/%d" % number, b"%12d" % number, b"s" * 128, "before " * 20, "after " * 20),
        ))  # fmt: skip
    state.close()
    times = []
    for _ in range(5):
        started = time.perf_counter()
        state = ReadingState.open(tmp_path)
        times.append(time.perf_counter() - started)
        state.close()
    assert min(times) < 0.05


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["place", "read", "unread", "mark", "query", "choose", "reopen"]), st.integers(0, 4)),
        max_size=25,
    )
)
def test_it_remembers_as_a_dictionary_would(steps: list[tuple[str, int]]) -> None:
    """Any order of calls, with closing and opening in between, gives what a naive twin gives."""
    places: dict[int, int] = {}
    read: set[int] = set()
    marks: dict[str, int] = {}
    queries: list[str] = []
    chosen: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        state = ReadingState.open(Path(folder))
        for step, (kind, number) in enumerate(steps):
            text = f"Story {number} of the day begins here. " * 5
            story = identify(b"/%d" % number, 1, text)
            if kind == "place":
                state.keep_place(story, step, text)
                places[number] = step
            elif kind in {"read", "unread"}:
                state.set_read(story, read=kind == "read")
                read = read | {number} if kind == "read" else read - {number}
            elif kind == "mark":
                state.set_mark(b"/", "abcde"[number], story, step, text)
                marks["abcde"[number]] = step
            elif kind == "query":
                state.keep_query(f"q{number}")
                queries = [f"q{number}", *(query for query in queries if query != f"q{number}")]
            elif kind == "choose":
                state.choose(f"c{number}", step)
                chosen[f"c{number}"] = step
            else:
                state.close()
                state = ReadingState.open(Path(folder))
            assert state.place(story, text) == places.get(number)
            assert state.is_read(story) == (number in read)
        assert {mark.letter: mark.place.offset for mark in state.marks(b"/")} == marks
        assert list(state.history()) == queries
        assert state.choices() == chosen
        assert state.notices == ()
        state.close()
