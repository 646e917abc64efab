"""What the formats tell of a story's pictures and of where its original stands."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats import epub, html, markdown
from tui_reader.formats.markup.reference import picture_reference
from tui_reader.model import Article

Told = list[tuple[str, str, str]]


def told(article: Article) -> Told:
    return [(block.type, block.text, block.picture) for block in article.blocks if block.type != "headline"]


def from_markdown(text: str) -> Article:
    return markdown.parse(text, "s", "s.md")[0]


def from_html(text: str) -> Article:
    return html.parse_bytes(text.encode(), "s", "s.html")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![The bridge](bridge.jpg)", [("caption", "The bridge", "bridge.jpg")]),
        ('![b](bridge.jpg "The bridge at dusk")', [("caption", "The bridge at dusk", "bridge.jpg")]),
        ("![](bridge.jpg)\n*The bridge*", [("caption", "The bridge", "bridge.jpg")]),
        ("![](bridge.jpg)\n\n*The bridge*", [("caption", "The bridge", "bridge.jpg")]),
        ("![A bridge](b.jpg)\n*Photo: an agency*", [("caption", "A bridge", "b.jpg")]),
        ("![](bridge.jpg)\n\nIt opened.", [("paragraph", "It opened.", "bridge.jpg")]),
        ("One ![x](a.png) two.", [("paragraph", "One two.", ""), ("caption", "x", "a.png")]),
        ("> [!CAPTION]\n> ![](a.png)\n> The river", [("caption", "The river", "a.png")]),
        ("![Far](https://a.example/f.png)", [("caption", "Far", "https://a.example/f.png")]),
        ("![My map](my%20map%20(1).png?x=1#y)", [("caption", "My map", "my map (1).png")]),
    ],
)
def test_a_markdown_picture_stands_over_its_caption(text: str, expected: Told) -> None:
    """A description is the caption; a picture without one stands over what follows, and adds no words."""
    assert told(from_markdown(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<figure><img src=a.png alt=alt><figcaption>The river</figcaption></figure>",
            [("caption", "The river", "a.png")],
        ),
        (
            "<figure><figcaption>The river</figcaption><img src=a.png></figure>",
            [("caption", "The river", "a.png")],
        ),
        ("<figure><img src=a.png alt='The river'></figure>", [("caption", "The river", "a.png")]),
        ("<figure><img src=a.png></figure><p>Words.", [("paragraph", "Words.", "a.png")]),
        (
            "<p><img src=a.png alt='The river'></p><p>Words.",
            [("caption", "The river", "a.png"), ("paragraph", "Words.", "")],
        ),
        ("<p>Words. <img src=b.gif alt=like width=16 height=16></p>", [("paragraph", "Words.", "")]),
        ("<p>Words. <img src=https://a.example/b.gif alt=logo></p>", [("paragraph", "Words.", "")]),
        ("<nav><img src=b.gif alt=home></nav><p>Words.</p>", [("paragraph", "Words.", "")]),
    ],
)
def test_a_web_page_picture_stands_over_its_caption(text: str, expected: Told) -> None:
    """A figure's picture goes with its caption; what is a button or comes from elsewhere is no picture of the story."""
    assert told(from_html(f"<h1>A bridge opens</h1>{text}<p>")) == expected


def test_a_picture_at_the_head_of_a_story_stands_over_its_first_paragraph() -> None:
    """What becomes headline, standfirst and byline hands its picture on."""
    article = from_markdown("![](lead.jpg)\n\n# A bridge opens\n\n*Long awaited*\n\nBy LI MING\n\nIt opened.")
    assert [(block.type, block.picture) for block in article.blocks][-1] == ("paragraph", "lead.jpg")
    assert sum(bool(block.picture) for block in article.blocks) == 1


def test_a_picture_without_words_does_not_go_over_to_the_next_story() -> None:
    """It stood at the end of a story, and not at the head of the next."""
    stories = markdown.parse("# One\n\nWords.\n\n![](end.png)\n\n# Two\n\nMore words.", "s", "s.md")
    assert [block.picture for story in stories for block in story.blocks] == ["", "", "", ""]


def test_a_book_names_its_pictures_by_member() -> None:
    """A chapter's path is taken from where the chapter lies in the book."""
    package = (
        "<package><metadata><dc:source>https://a.example/book</dc:source></metadata><manifest>"
        "<item id='c' href='text/c.xhtml' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='c'/></spine></package>"
    )
    chapter = (
        "<h1>One</h1><figure><img src='../images/a%20b.png'/><figcaption>The river</figcaption></figure><p>Words.</p>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as book:
        book.writestr("META-INF/container.xml", "<rootfile full-path='OPS/p.opf'/>")
        book.writestr("OPS/p.opf", package)
        book.writestr("OPS/text/c.xhtml", chapter)
    (story,) = epub.parse_bytes(data.getvalue(), "s", "s.epub")
    assert [block.picture for block in story.blocks if block.picture] == ["OPS/images/a b.png"]
    assert story.url == "https://a.example/book"


@pytest.mark.parametrize(
    ("front", "url"),
    [
        ("url: https://a.example/1", "https://a.example/1"),
        ("source: Example Daily\nlink: http://a.example/2", "http://a.example/2"),
        ("source: https://a.example/3", "https://a.example/3"),
        ("url: javascript:alert(1)", ""),
        ("url: file:///etc/passwd", ""),
        ("url: --help", ""),
        ('url: "https://a.example/\\x1b]0;x"', ""),
        ("url: https://a.example/ü", "https://a.example/%C3%BC"),
    ],
)
def test_front_matter_says_where_the_original_stands(front: str, url: str) -> None:
    """Only an address that a browser may be sent to is kept."""
    assert from_markdown(f"---\ntitle: t\n{front}\n---\n\nWords.").url == url


def test_a_page_says_where_it_really_stands() -> None:
    """The canonical link wins over what is told to other sites."""
    head = "<meta property=og:url content=https://a.example/og><link rel=canonical href='https://a.example/real'>"
    assert from_html(f"<head>{head}</head><p>Words.").url == "https://a.example/real"
    assert from_html("<meta property=og:url content=https://a.example/og><p>Words.").url == "https://a.example/og"
    assert from_html("<link rel=canonical href='/relative'><p>Words.").url == ""


@pytest.mark.parametrize(
    "target", ["javascript:x", "data:image/png;base64,AAAA", "//host/a.png", "file:///a.png", "c:\\a"]
)
def test_what_is_neither_a_path_nor_a_web_address_is_no_picture(target: str) -> None:
    """Schemes that act, and hosts without a scheme, are not kept at all."""
    assert picture_reference(target) == ""


@given(st.text())
def test_a_reference_holds_nothing_that_acts(target: str) -> None:
    """Whatever a source writes, what is kept is one clean line, and is kept as it is when it is read again."""
    found = picture_reference(target)
    assert "\n" not in found
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in found)
