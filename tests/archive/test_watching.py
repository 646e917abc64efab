"""Files that change while they are read."""

from pathlib import Path
from threading import Event, Thread

from tests.tui.reader import story, write_stories
from tui_reader.archive import Archive


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
