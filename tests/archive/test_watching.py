"""Files that change while they are read."""

from pathlib import Path
from threading import Event, Thread, Timer

from tests.tui.reader import story, write_stories
from tui_reader.archive import Archive


def test_what_came_while_it_was_read_is_not_missed(tmp_path: Path) -> None:
    """A file that comes behind the first look, and before anybody watches, is read soon after."""
    folder = write_stories(tmp_path / "stories", paragraphs=1)
    archive, stop = Archive([str(folder)]), Event()
    limit = Timer(30, stop.set)
    limit.start()
    told = []
    for progress in archive.grow(stop):
        if progress.done:
            told.append(progress.stories)
            if len(told) == 1:
                (folder / "late.md").write_text(story(1, 1), encoding="utf-8")
            elif told[-1] > 4:
                stop.set()
    limit.cancel()
    assert told[0] == 4
    assert told[-1] == 5


def test_a_changed_folder_is_read_again(tmp_path: Path) -> None:
    """A file that comes while the archive is open is in the archive soon after; setting ``stop`` ends the wait."""
    folder = write_stories(tmp_path / "stories", paragraphs=1)
    archive, stop, seen = Archive([str(folder)]), Event(), []
    came = Event()

    def follow() -> None:
        for progress in archive.grow(stop):
            if progress.done:
                seen.append(progress.stories)
                (came if len(seen) > 1 else ready).set()

    ready = Event()
    thread = Thread(target=follow, daemon=True)
    thread.start()
    assert ready.wait(20)
    for number in range(5, 40):
        (folder / f"story-{number}.md").write_text(story(1 + number % 4, 1), encoding="utf-8")
        if came.wait(1):
            break
    stop.set()
    thread.join(20)
    assert not thread.is_alive()
    assert seen[0] == 4
    assert seen[-1] > 4
