import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.fixture import cases, told
from tui_reader.formats.html import parse_bytes

CASES = cases("html.txt")


@pytest.mark.parametrize(("text", "blocks"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_blocks(text: str, blocks: str) -> None:
    """Each fixture's input becomes the blocks below it."""
    assert told(parse_bytes(text.encode(), "s", "s.html")).replace("\xa0", " ") == blocks


def test_what_the_page_says_of_itself() -> None:
    """Site, date and author come from the head where the text does not name them."""
    page = (
        b'<meta property="og:site_name" content="The Daily"><meta name="author" content="Li Ming">'
        b'<meta property="article:published_time" content="2024-05-06T07:08:09Z"><h1>T</h1><p>Text.'
    )
    (article,) = parse_bytes(page, "s", "s.html")
    assert (article.provenance, article.date, article.byline) == ("The Daily", "2024-05-06", "Li Ming")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gbk"), ("big5", "big5"), ("windows-1251", "cp1251"), ("shift_jis", "shift_jis"), ("utf-8", "utf-8")],
)
def test_the_declared_encoding_is_believed(declared: str, encoding: str) -> None:
    """Old pages name their character set, and are read with it."""
    word = {"cp1251": "Москва река", "big5": "山西省", "shift_jis": "ひらがな"}.get(encoding, "太原市在山西省")
    page = f'<meta charset="{declared}"><h1>{word}</h1><p>{word}'.encode(encoding)
    assert parse_bytes(page, "s", "s.html")[0].headline == word


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "hex", "zip", "no-such", "iso-8859-1", "utf-16", "idna"])
def test_strange_declarations_are_not_believed(declared: str) -> None:
    """A codec that is no encoding of text, or can hide anything, falls back to Windows-1252."""
    page = f'<meta charset="{declared}"><h1>caf\xe9 \x93q\x94'.encode("latin-1")
    assert parse_bytes(page, "s", "s.html")[0].headline == "café “q”"


TAGS = """<p> </p> <h1> <li> <table> <tr> <td> </table> <article> </article> <a/href=' " <!-- --> <script> </script>
<br> <blockquote> <cite> </cite> </ > text &#x9b; <![CDATA[ <figure> <img/alt=x> </figure>
<div/class=share> </div> <pre>"""


@settings(deadline=None)
@given(st.lists(st.sampled_from([*TAGS.split(), " ", "\n\n"]), max_size=40).map("".join))
def test_any_page_is_read(page: str) -> None:
    """However the tags are nested or broken, the page opens, and its blocks are clean."""
    for article in parse_bytes(page.encode(), "s", "s.html"):
        for block in article.blocks:
            assert block.text.strip(" ") == block.text != ""
            assert not set(block.text) & set("\n\x1b\x9b\r\v")
