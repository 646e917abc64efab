"""Giants and floods: inputs that are nothing but large."""

from collections.abc import Callable

MEBIBYTE = 1 << 20


def much(text: str | bytes, mebibytes: float) -> Callable[[], bytes]:
    """Give what makes so much of a text, when it is needed."""
    data = text.encode() if isinstance(text, str) else text
    return lambda: data * int(mebibytes * MEBIBYTE / len(data))


def word(number: int) -> bytes:
    """Make a word of a number."""
    return bytes(97 + int(digit) for digit in str(number))


SIZES: dict[str, tuple[str, Callable[[], bytes], bool]] = {
    "line-8m": (".md", lambda: b"word " * (8 * MEBIBYTE // 5), False),
    "line-8m-page": (".txt", lambda: b"word " * (8 * MEBIBYTE // 5), True),
    "line-8m-web": (".html", lambda: b"<p>" + b"word " * (8 * MEBIBYTE // 5), True),
    "line-50m": (".md", lambda: b"word " * (50 * MEBIBYTE // 5), True),
    "line-50m-page": (".txt", lambda: b"word " * (50 * MEBIBYTE // 5), True),
    "letter-8m": (".md", lambda: b"x" * 8 * MEBIBYTE, True),
    "blank-lines": (".md", lambda: b"\n" * 1_000_000, False),
    "blank-lines-page": (".txt", lambda: b"\n" * 1_000_000 + b"End.\n", True),
    "lines": (".md", lambda: b"a line\n" * 1_000_000, True),
    "lines-page": (".txt", lambda: b"a line\n" * 1_000_000, True),
    "headings": (".md", lambda: b"# h\n" * 1_000_000, True),
    "headings-page": (".txt", lambda: b"# h\n\n" * 1_000_000, True),
    "crossheads": (".md", lambda: b"## h\n\n" * 1_000_000, True),
    "stories": (".md", lambda: b"# Title\n\nBy LI MING\n\nThe river rose.\n\n" * 10_000, True),
    "stories-page": (".txt", lambda: b"# Title of it\n\nBy LI MING\n\nThe river rose on Monday.\n\n" * 10_000, True),
    "items": (".md", lambda: b"- a\n" * 1_000_000, True),
    "tags": (".html", lambda: b"<p>a" * 1_000_000, True),
    "breaks": (".html", lambda: b"a<br><br>" * 500_000, True),
    "controls": (".md", lambda: b"\x1b[31337m" * 1_000_000, True),
    "marks": (".md", lambda: "a\u0301".encode() * 2_000_000, True),
    "wide": (".md", lambda: "太原 ".encode() * 1_000_000, True),
}
"""What is large; those marked are left to the soak run."""

GIANTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "line-emoji": (".md", lambda: b"word " * (10 * MEBIBYTE) + "👩".encode()),
    "line-emoji-page": (".txt", lambda: b"word " * (10 * MEBIBYTE) + "👩".encode()),
    "prose": (".md", much("The ferry carried 240 passengers to Wuhan on May 4, said Li Ming. " * 8 + "\n\n", 50)),
    "prose-page": (".txt", much("The ferry carried 240 passengers to Wuhan on May 4, said Li Ming. " * 8 + "\n\n", 50)),
    "wide": (".md", much("太原市山西省", 60)),
    "wide-page": (".txt", much("太原市，山西省。", 60)),
    "marks": (".md", much("a\u0301 ", 50)),
    "towers": (".txt", much("a" + "\u0301" * 50, 50)),
    "joiners": (".md", much("👩\u200d", 50)),
    "letters": (".md", much("x", 60)),
    "letters-page": (".txt", much("x", 60)),
    "one-letter-words": (".txt", much("a ", 60)),
    "one-letter-paragraphs": (".md", much("a " * 4000 + "\n\n", 40)),
    "two-letter-paragraphs": (".txt", much("ab " * 10000 + "\n\n", 40)),
    "newlines": (".txt", much("\n", 63)),
    "letters-in-lines": (".txt", much("x\n", 60)),
    "letters-in-paragraphs": (".md", much("x\n\n", 60)),
    "headings": (".md", much("# h\n", 60)),
    "blanks": (".md", much(" ", 63)),
    "tabs": (".txt", much("a\t", 60)),
    "controls": (".md", much("\x1b[31337m", 60)),
    "figures": (".md", much("1,234 yuan, ", 60)),
    "figures-page": (".txt", much("$1.5 (£2) ", 60)),
    "names": (".md", much("Li Ming of Wuhan, ", 60)),
    "different-names": (".md", lambda: b" ".join(b"Al%sa Bo%sb," % (word(n), word(n * 7)) for n in range(200_000))),
    "quotes": (".md", much("> ", 60)),
    "items": (".md", much("- a\n", 60)),
    "pipes": (".md", much("|a", 60)),
    "tables": (".md", lambda: b"|a|b|\n|-|-|\n" + b"|c|d|\n" * (10 * MEBIBYTE)),
    "stars": (".md", much("*a ", 60)),
    "links": (".md", much("[a](b) ", 60)),
    "fences": (".md", much("```\na\n", 60)),
    "tags": (".html", much("<p>a", 60)),
    "breaks": (".html", much("a<br><br>", 60)),
    "angles": (".html", much("<", 60)),
    "references": (".html", much("&amp;", 60)),
    "comments": (".html", much("<!-- a -->", 60)),
    "rows": (".html", much("<table><tr><td>x", 60)),
    "base64": (".html", lambda: b'<h1>H</h1><p>Text.<img src="data:image/png;base64,' + b"A" * (50 * MEBIBYTE) + b'">'),
    "base64-md": (".md", lambda: b"# H\n\n![x](data:image/png;base64," + b"A" * (50 * MEBIBYTE) + b")\n"),
    "scripts": (".html", much("<script>a</script>", 60)),
    "utf-16": (".txt", lambda: b"\xff\xfe" + ("word " * (6 * MEBIBYTE)).encode("utf-16-le")),
    "utf-32": (".txt", lambda: ("word " * (3 * MEBIBYTE)).encode("utf-32")),
    "one-bad-byte": (".md", lambda: b"word " * (10 * MEBIBYTE) + b"\xff"),
    "bad-bytes": (".txt", much("word \u20ac".encode()[:-1], 50)),
    "windows": (".txt", much(b"caf\xe9 ", 60)),
    "bylines": (".txt", much("By LI MING\n\n", 50)),
    "hyphens": (".txt", much("elec-\n", 50)),
    "credits": (".txt", much("PHOTO BY AN AGENCY\n\n", 50)),
    "long-stories": (".md", much("# Title\n\n" + "The river rose in the night. " * 100 + "\n\n", 60)),
}
"""What is as large as a file may be: opened in the soak run alone."""
