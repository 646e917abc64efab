import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.fixture import told
from tui_reader.formats import budget
from tui_reader.formats.epub import parse_bytes
from tui_reader.formats.markup import container
from tui_reader.model import InputProblem

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/c.opf"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?><package xmlns:dc="x"><metadata><dc:title>The Weekly</dc:title>
<dc:date>2024-05-06</dc:date></metadata><manifest>
<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="t/b%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="t/a.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.png" media-type="image/png"/>
</manifest>
<spine><itemref idref="nav"/><itemref idref="b"/><itemref idref="a"/><itemref idref="p"/></spine></package>"""
ONE = "<html><head><title>x</title></head><body><h1>One</h1><p>By LI MING</p><p>The river rose.</p></body></html>"
TWO = "<html><body><h1>Two</h1><p>The river fell.</p></body></html>"


def book(changes: Mapping[str, str | bytes | None] | None = None) -> bytes:
    """Give an EPUB of two chapters, with some of its parts changed or left out."""
    parts: dict[str, str | bytes | None] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/c.opf": PACKAGE,
        "OEBPS/nav.xhtml": "<p>Contents</p>",
        "OEBPS/t/b b.xhtml": ONE,
        "OEBPS/t/a.xhtml": TWO,
    }
    parts.update(changes or {})
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return made.getvalue()


def test_chapters_are_stories_in_the_order_of_the_spine() -> None:
    """The book's title is where its stories were published."""
    one, two = parse_bytes(book(), "s", "s.epub")
    assert (one.id, one.headline, one.byline, one.provenance, one.date) == (
        "s",
        "One",
        "By LI MING",
        "The Weekly",
        "2024-05-06",
    )
    assert (two.id, told((two,))) == ("s-2", "headline: Two\nparagraph: The river fell.")


BOMB = b"<p>" + b"a" * (budget.MEMBER_BYTES + 10)
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><p>&b;</p>'


@pytest.mark.parametrize(
    ("bad", "reason"),
    [(BOMB, "larger than 16 MB"), (ENTITIES, "entities"), (bytes(range(256)), "binary"), (None, "missing")],
)
def test_a_bad_chapter_does_not_lose_the_others(bad: str | bytes | None, reason: str) -> None:
    """What cannot be read is told of in its place."""
    one, two = parse_bytes(book({"OEBPS/t/b b.xhtml": bad}), "s", "s.epub")
    assert reason in one.text
    assert two.headline == "Two"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"META-INF/container.xml": None}, "missing"),
        ({"META-INF/container.xml": "<container/>"}, "does not name"),
        ({"OEBPS/c.opf": None}, "missing"),
        ({"OEBPS/c.opf": ENTITIES}, "entities"),
        ({"OEBPS/t/a.xhtml": None, "OEBPS/t/b b.xhtml": None}, "no chapter"),
    ],
)
def test_a_book_that_cannot_be_read_says_why(changes: dict[str, str | None], reason: str) -> None:
    """One line, under the book's own name."""
    with pytest.raises(InputProblem, match=reason) as problem:
        parse_bytes(book(changes), "s", "s.epub")
    assert problem.value.source == "s.epub"


def test_references_lead_nowhere_but_into_the_book() -> None:
    """Paths out of the archive are names that it does not hold."""
    package = PACKAGE.replace("t/a.xhtml", "../../../../etc/passwd").replace("t/b%20b.xhtml", "/etc/passwd")
    with pytest.raises(InputProblem, match="no chapter"):
        parse_bytes(book({"OEBPS/c.opf": package}), "s", "s.epub")


def test_the_number_of_entries_is_bounded() -> None:
    """A flood of entries is refused before each becomes an object."""
    with pytest.raises(InputProblem, match="entries"):
        parse_bytes(b"PK\x03\x04" + b"PK\x01\x02" * (budget.ARCHIVE_ENTRIES + 1), "s", "s.epub")


def test_encrypted_and_strangely_packed_parts_are_refused() -> None:
    """Only stored and deflated parts are read."""
    data = bytearray(book())
    for at in (position for position in range(len(data)) if data.startswith(b"PK\x01\x02", position)):
        data[at + 8] |= 1
    with pytest.raises(InputProblem, match="encrypted"):
        parse_bytes(bytes(data), "s", "s.epub")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
    with pytest.raises(InputProblem, match="unknown way"):
        parse_bytes(made.getvalue(), "s", "s.epub")


def test_the_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many large chapters cost no more than the budget of the book."""
    monkeypatch.setattr(container, "ARCHIVE_BYTES", 9000)
    numbers = range(8)
    items = "".join(f'<item id="{number}" href="{number}" media-type="text/html"/>' for number in numbers)
    order = "".join(f'<itemref idref="{number}"/>' for number in numbers)
    package = f"<package><manifest>{items}</manifest><spine>{order}</spine></package>"
    chapters = {f"OEBPS/{number}": b"<p>" + b"a " * 1000 for number in numbers}
    articles = parse_bytes(book({"OEBPS/c.opf": package, **chapters}), "s", "s.epub")
    assert "together larger than" in articles[-1].text
    assert sum(len(article.text) for article in articles if "together" not in article.text) <= 9000


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_book_opens_or_fails_in_one_line(data: st.DataObject) -> None:
    """Any byte may be wrong, any part cut off."""
    made = bytearray(book())
    for _ in range(data.draw(st.integers(1, 6))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(made)))
    with suppress(InputProblem):
        parse_bytes(bytes(made[:cut] if cut % 2 else made), "s", "s.epub")
