"""Sweeps faults over every file operation of a reader's session: what was acknowledged must be there afterwards.

Run as a program, ``python -m tests.state.crash_sweep FOLDER MODE EVERY``: prints one JSON object. It
forks for each point, so it needs an interpreter without threads, and is quick.
"""

import json
import os
import shutil
import sqlite3
import sys
from pathlib import Path

from tests.state.faulty_system import FaultySystem
from tui_reader.model import Span
from tui_reader.state import ReadingState, StoryKey, find_again, identify

ARCHIVE = b"/archive"
STORIES = 6
Facts = dict[str, int | str]


def text_of(number: int) -> str:
    """Invent a story."""
    return " ".join(
        f"On day {day} the ferry {number} crossed the strait with {day * number} passengers." for day in range(40)
    )


def key_of(number: int) -> StoryKey:
    """Give the story's key."""
    return identify(ARCHIVE + b"/%d.md" % number, 1, text_of(number))


def read_along(folder: Path, acknowledge: int) -> None:
    """Read a few stories as a person does, and write down what was acknowledged."""
    state = ReadingState.open(folder)

    def tell(name: str, value: int | str, kept: bool) -> None:
        if kept:
            os.write(acknowledge, json.dumps([name, value]).encode() + b"\n")

    for number in range(1, STORIES + 1):
        text, story = text_of(number), key_of(number)
        state.keep_last(ARCHIVE, story)
        for offset in (10, 200 + number, 400 + number):
            state.keep_place(story, offset, text)
            tell(f"place {number}", offset, state.flush())
        tell(f"mark {number}", 50 + number, state.set_mark(ARCHIVE, "abcdefghi"[number], story, 50 + number, text))
        note = state.add_note(story, Span(20, 30), f"remark {number}", text)
        tell(f"note {number}", note.text, state.flush())
        tell(f"read {number}", 1, state.set_read(story))
    for name, value in (("width", 70), ("theme", 3)):
        state.choose(name, value)
    os.write(acknowledge, json.dumps(["closed", int(state.close())]).encode() + b"\n")
    os.write(acknowledge, json.dumps(["notices", len(state.notices)]).encode() + b"\n")


def kept_in(folder: Path) -> Facts:
    """Tell what a new session finds."""
    state = ReadingState.open(folder)
    facts: Facts = {"notice": "; ".join(state.notices)}
    marks = {mark.letter: mark for mark in state.marks(ARCHIVE)}
    for number in range(1, STORIES + 1):
        text, story = text_of(number), key_of(number)
        place = state.place(story, text)
        if place is not None:
            facts[f"place {number}"] = place
        mark = marks.get("abcdefghi"[number])
        if mark is not None:
            facts[f"mark {number}"] = find_again(text, mark.place) or 0
        for note in state.notes(story, text):
            facts[f"note {number}"] = note.text
        if state.is_read(story):
            facts[f"read {number}"] = 1
    state.close()
    return facts


def session(folder: Path, mode: str, point: int) -> tuple[Facts, int]:
    """Run a session in a child process with a fault at one point; give what it acknowledged and how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        system = FaultySystem(mode, point)
        read_along(folder, writing)
        os.write(writing, json.dumps(["operations", system.count]).encode() + b"\n")
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        lines = file.read().splitlines()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    acknowledged: Facts = {}
    for line in lines:
        name, value = json.loads(line)
        acknowledged[name] = value
    return acknowledged, status


def complaints(folder: Path, acknowledged: Facts) -> list[str]:
    """Compare what was acknowledged with what is there."""
    found = kept_in(folder)
    wrong = [f"notice: {found['notice']}"] if found["notice"] else []
    for name, value in acknowledged.items():
        if name.split()[0] not in {"place", "mark", "note", "read"}:
            continue
        # A later place may have reached the disk although the end came before it was acknowledged.
        later = name.startswith("place") and int(found.get(name, -1)) > int(value)
        if found.get(name) != value and not later:
            wrong.append(f"{name}: {value!r} was acknowledged, {found.get(name)!r} is there")
    connection = sqlite3.connect(folder / "reading-state.db")
    check = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    return [*wrong, *([] if check == "ok" else [check])]


def sweep(folder: Path, mode: str, every: int) -> dict[str, object]:
    """Put the fault at every n-th operation, first on a new file, then on one that holds a former session."""
    faults: list[str] = []
    points = 0
    for former in (False, True):
        folder.mkdir(parents=True)
        if former:
            session(folder, "", 0)
        template = folder.with_name("template")
        shutil.copytree(folder, template)
        whole = session(folder, "", 0)[0]
        operations = int(whole["operations"])
        for point in range(1, operations + 1, every):
            shutil.rmtree(folder)
            shutil.copytree(template, folder)
            acknowledged, status = session(folder, mode, point)
            points += 1
            if mode in {"io", "full"} and (status or int(acknowledged["notices"]) > 1):
                faults.append(f"{mode} at {point}: status {status}, {acknowledged.get('notices')} notices")
            if mode in {"exit", "torn"} and status != 9:
                faults.append(f"{mode} at {point}: status {status}, the fault did not happen")
            if mode == "io" and not acknowledged["closed"]:
                faults.append(f"{mode} at {point}: one refused operation, and the session was not kept")
            if acknowledged.get("closed"):
                acknowledged |= whole
            faults += [f"{mode} at {point}: {wrong}" for wrong in complaints(folder, acknowledged)]
        shutil.rmtree(folder)
        shutil.rmtree(template)
    return {"points": points, "faults": faults}


if __name__ == "__main__":
    print(json.dumps(sweep(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
