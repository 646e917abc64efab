"""What stands in the hostile inputs. Every payload carries a mark that must never reach a terminal as it is."""

import io
import zipfile
from collections.abc import Callable

MEBIBYTE = 1 << 20

PAYLOADS = {
    "colour": "\x1b[31337m",
    "clear": "\x1b[2J\x1b[3J\x1b[H",
    "title": "\x1b]0;POISON\x07",
    "link": "\x1b]8;;http://poison.example\x1b\\POISON\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;UE9JU09O\x07",
    "device-control": '\x1bP$q"pPOISON\x1b\\',
    "application": "\x1b_GPOISON\x1b\\",
    "privacy": "\x1b^POISON\x1b\\",
    "string": "\x1bXPOISON\x1b\\",
    "reset": "\x1bc\x1b[!p",
    "screen": "\x1b[?1049l\x1b[?1003h",
    "report": "\x1b[6n\x1b[c\x1b[21t",
    "c1": "\x9b31337m\x9d52;c;UE9JU09O\x9c\x90POISON\x9c",
    "c1-bytes": "\udc9b31337m",
    "unfinished": "\x1b]52;c;POISON",
    "double": "\x1b\x1b[31337m\x1b",
    "controls": "\a\b\b\b\x7f\x0e\x0f\x05",
    "shift": "\x1b(0\x1b)0\x1b#8",
    "bidi": "\u202eevil\u2066x\u2069\u202c",
    "markup": "[bold red]x[/] [@click=app.quit]click[/] [link=http://poison.example]y[/link]",
    "broken-markup": "[/] [bold [[ ]] [/bold] [$x] [@click=]",
}
PLACES = {
    "body": (".md", "# Headline\n\nBefore @@ after, the river rose.\n"),
    "headline": (".md", "# Before @@ after\n\nText.\n"),
    "front-matter": (".md", "---\ntitle: Before @@ after\nbyline: By @@\nsource: @@\n---\nText.\n"),
    "picture": (".md", '# H\n\n![@@](http://x/@@ "@@")\n*Photo: @@*\n\n[@@](@@)\n\n> @@\n> — @@\n'),
    "page": (".txt", "# Headline @@\n\nBy STAFF @@\n\nThe river @@ rose on Monday, the city said. It fell later.\n"),
    "web": (
        ".html",
        '<title>@@</title><h1>@@</h1><p title="@@">The river @@ rose.<img alt="@@"><figure><img alt="@@"></figure>',
    ),
}

_STORY = "# Headline\n\nThe river – “wide” – rose; 太原 was dry.\n"
_ASCII = b"# Headline\n\nThe river rose in the night, and fell again in the morning.\n"

Data = bytes | Callable[[], bytes]
ENCODINGS: dict[str, tuple[str, Data, str]] = {
    "empty": (".md", b"", "opens"),
    "one-byte": (".md", b"x", "opens"),
    "one-newline": (".txt", b"\n", "opens"),
    "mark-only": (".md", b"\xef\xbb\xbf", "opens"),
    "utf-8-mark": (".md", b"\xef\xbb\xbf" + _STORY.encode(), "opens"),
    "utf-16-le": (".md", b"\xff\xfe" + _STORY.encode("utf-16-le"), "opens"),
    "utf-16-be": (".txt", b"\xfe\xff" + _STORY.encode("utf-16-be"), "opens"),
    "utf-16-le-bare": (".md", _STORY.encode("utf-16-le"), "opens"),
    "utf-16-be-bare": (".txt", _STORY.encode("utf-16-be"), "opens"),
    "utf-16-cut": (".md", b"\xff\xfe" + _STORY.encode("utf-16-le")[:-3], "opens"),
    "utf-32": (".md", _STORY.encode("utf-32"), "opens"),
    "utf-7": (".md", b"+AGEAYgBj- +ABs-[31337m", "opens"),
    "windows": (".md", b"# \x93Caf\xe9\x94\n\n\x81\x8d\x8f\x90\x9d \x9b31337m\n", "opens"),
    "one-bad-byte": (".md", b"\xff" + _STORY.encode(), "opens"),
    "cut-letter": (".md", "The river “".encode()[:-1], "opens"),
    "overlong": (".md", b"# H\n\n\xc0\x9b\xe0\x80\x9b\xf8\x88\x80\x80\x80 text\n", "opens"),
    "surrogates": (".md", b"# H\n\n\xed\xa0\x80\xed\xb0\x80 text\n", "opens"),
    "noncharacters": (".md", "# H\n\n\uffff\ufdd0\U0010ffff text\n".encode(), "opens"),
    "one-null": (".md", _ASCII * 4 + b"\0\n", "opens"),
    "nulls": (".md", b"a\0b\0c\0" * 30 + b"\xff\0", "fails"),
    "all-nulls": (".txt", b"\0" * 5000, "fails"),
    "all-bytes": (".md", bytes(range(256)) * 10, "fails"),
    "picture": (".md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1", "fails"),
    "program": (".txt", b"\x7fELF\2\1\1" + bytes(90), "fails"),
    "pdf": (".txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "fails"),
    "compressed": (".md", b"\x1f\x8b\x08\0\0\0\0\0\0\x03abc", "fails"),
    "returns": (".md", b"# Headline\r\rThe river rose.\rIt fell.\r", "opens"),
    "returns-newlines": (".txt", _ASCII.replace(b"\n", b"\r\n"), "opens"),
    "mixed-ends": (".txt", b"# A\r\n\rThe river\nrose.\x0b\x0c\xc2\x85It fell.\xe2\x80\xa8End", "opens"),
    "no-final-newline": (".md", b"# A\n\nText", "opens"),
    "web-strange-charset": (".html", b"<meta charset=rot13><h1>Headline</h1><p>Caf\xe9", "opens"),
    "web-utf-7": (".html", b"<meta charset=utf-7><h1>Headline</h1><p>+ADw-script+AD4- \xe9", "opens"),
    "web-references": (
        ".html",
        b"<h1>&#27;]52;c;UE9JU09O&#7;</h1><p>&#155;31337m &#x202e;x &#0; &#xd800; &#" + b"9" * 9000,
        "opens",
    ),
    "references": (".md", b"# &#27;[31337m\n\n&#155;31337m &#x9b; &#x202e;x &#0; &#xd800; &#1114112;\n", "opens"),
}

FRONT_MATTER: dict[str, tuple[str, Data, str]] = {
    "not-yaml": (".md", b"---\n: : {[\n\t- x: [\n---\nText.\n", "opens"),
    "escapes": (".md", b'---\ntitle: "\\e]52;c;UE9JU09O\\a \\x9b31337m \\u202e"\n---\nText.\n', "opens"),
    "anchors": (".md", b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nText.\n", "opens"),
    "laughs": (
        ".md",
        b"---\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9) if n else b"x") for n in range(30))
        + b"---\nText.\n",
        "opens",
    ),
    "merge": (".md", b"---\na: &a {x: 1}\nb: {<<: *a}\n---\nText.\n", "opens"),
    "python": (".md", b"---\ntitle: !!python/object/apply:os.system ['touch /tmp/POISON']\n---\nText.\n", "opens"),
    "tags": (".md", b"---\ntitle: !!binary aGk=\ndate: !x y\n---\nText.\n", "opens"),
    "deep": (".md", b"---\na: " + b"[" * 20000 + b"\n---\nText.\n", "opens"),
    "deep-map": (".md", b"---\na: " + b"{a: " * 9000 + b"\n---\nText.\n", "opens"),
    "huge": (".md", b"---\n" + b"key: value\n" * 20000 + b"---\nText.\n", "opens"),
    "huge-value": (".md", b"---\ntitle: " + b"word " * 10000 + b"\n---\nText.\n", "opens"),
    "unclosed": (".md", b"---\ntitle: never closed\n\nText.\n", "opens"),
    "list": (".md", b"---\n- a\n- b\n---\nText.\n", "opens"),
    "numbers": (".md", b"---\ntitle: 0x1F\ndate: 9999-99-99\nsource: .nan\nbyline: 1e999\n---\nText.\n", "opens"),
    "int-bomb": (".md", b"---\ntitle: " + b"9" * 30000 + b"\n---\nText.\n", "opens"),
    "doubled-keys": (".md", b"---\ntitle: a\ntitle: b\n---\nText.\n", "opens"),
    "mapped": (".md", b"---\ntitle: {a: {b: c}}\nbyline:\n  - name: Li Ming\n---\nText.\n", "opens"),
    "documents": (".md", b"---\na: b\n--- c\n...\n---\nText.\n", "opens"),
    "merge-keys": (".md", b"---\n? [a, b]\n: c\n---\nText.\n", "opens"),
    "only": (".md", b"---\ntitle: Alone\n---", "opens"),
}

STRUCTURES: dict[str, tuple[str, Data, str]] = {
    "quotes": (".md", b">" * 50000 + b" deep\n", "opens"),
    "lists": (".md", b"- " * 20000 + b"deep\n", "opens"),
    "indented-lists": (".md", b"".join(b"  " * n + b"- x\n" for n in range(400)), "opens"),
    "brackets": (".md", b"[" * 60000, "opens"),
    "pictures": (".md", b"![" * 40000, "opens"),
    "links": (".md", b"[a](" * 30000, "opens"),
    "stars": (".md", b"*a _b **c " * 8000, "opens"),
    "backticks": (".md", b" ".join(b"`" * n for n in range(1, 400)), "opens"),
    "fences": (".md", b"```\n" * 20000, "opens"),
    "references": (".md", b"".join(b"[a%d]: <x> 'y\n" % n for n in range(9000)), "opens"),
    "table": (".md", b"|a" * 9000 + b"\n" + b"|-" * 9000 + b"\n" + b"|b" * 9000, "opens"),
    "entities": (".md", b"&amp;" * 40000, "opens"),
    "backslashes": (".md", b"\\" * 90000, "opens"),
    "raw-html": (".md", b"<script>alert(1)</script>\n\n<iframe src=file:///etc/passwd>\n", "opens"),
    "file-links": (".md", b"# H\n\n[x](file:///etc/passwd) ![y](/etc/passwd) [z](javascript:x)\n", "opens"),
    "web-deep": (".html", b"<div>" * 100000 + b"deep" + b"</div>" * 100000, "opens"),
    "web-unclosed": (".html", b"<p>x<b" * 40000, "opens"),
    "web-quotes": (".html", b'<a "' * 90000 + b"text", "opens"),
    "web-comments": (".html", b"<!--" * 90000 + b"text", "opens"),
    "web-tables": (".html", b"<table><tr><td>x" * 30000, "opens"),
    "web-formats": (".html", b"<b><i><a href=x>x" * 30000, "opens"),
    "web-attributes": (".html", b"<p " + b"a=b " * 90000 + b">text", "opens"),
    "web-entities": (".html", b'<!DOCTYPE x [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]><h1>H</h1><p>&b;', "opens"),
    "web-external": (".xhtml", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><h1>H</h1><p>&a;', "opens"),
    "web-binary": (".html", bytes(range(256)) * 8, "fails"),
    "page-marks": (".txt", b"**" * 30000, "opens"),
    "page-headings": (".txt", b"# " * 30000, "opens"),
    "page-spaces": (".txt", b"a" + b" " * 90000 + b"b", "opens"),
    "page-hyphens": (".txt", b"elec-\n" * 9000, "opens"),
    "page-soft-hyphens": (".txt", "elec\u00ad\n".encode() * 9000, "opens"),
    "page-capitals": (".txt", b"By LI MING\n\n" * 3000, "opens"),
    "page-quotes": (".txt", b'"' * 50000, "opens"),
    "page-short-lines": (".txt", b"a\n\n" * 20000, "opens"),
    "page-dots": (".txt", b". " * 40000, "opens"),
    "page-digits": (".txt", b"9" * 50000 + b" yuan, " + b"1,000" * 9000 + b" " + b"1.2.3." * 5000, "opens"),
    "page-names": (".txt", b"Li Ming of Wuhan met " * 3000 + b".", "opens"),
    "page-money": (".txt", b"$1 ($2 ($3 " * 4000, "opens"),
    "towers": (".md", ("# H" + "\u0301" * 5000 + "\n\n" + "a\u0301\u0302" * 9000 + "\u0489" * 9000).encode(), "opens"),
    "joiners": (".md", ("👩‍👩‍👧‍👦" * 4000 + "\u200d" * 9000 + "\u200b" * 9000).encode(), "opens"),
    "flags": (".md", ("🇨🇳" * 9000 + "🏴" + "\U000e0067" * 9000).encode(), "opens"),
    "selectors": (".md", ("❤" + "\ufe0f" * 9000 + "x\u034f" * 5000).encode(), "opens"),
    "wide": (".md", ("太原" * 20000).encode(), "opens"),
    "right-to-left": (".md", ("שלום עולם مرحبا " * 4000).encode(), "opens"),
    "no-width": (".md", ("\u200b\u2060\u00ad\ufeff" * 9000).encode(), "opens"),
    "exotic-blanks": (".md", ("\u00a0\u3000\u2003\u2028\u2029\u1680" * 5000 + "x").encode(), "opens"),
    "one-word": (".md", b"x" * 200000, "opens"),
    "hangul": (".md", ("\u1100\u1161\u11a8" * 9000 + "\u1160" * 9000).encode(), "opens"),
    "tabs": (".md", b"a" + b"\t" * 50000 + b"b", "opens"),
}

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

HONEST = {
    "right-to-left": "שלום עולם, then مرحبا بالعالم.",
    "cjk": "太原市，山西省。日本語のテキスト。한국어",
    "emoji": "👩‍👩‍👧‍👦 and 👍🏽 and ❤️ and 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "brackets": "An [aside] of [the] editor [sic], a (b) {c}",
    "combining": "Việt Nam, naïve, क्षत्रिय, é",
    "signs": "5 < 6 & 7 > 2, 100% €20 ±3 °C — “so”",
    "not-markup": "2 * 3 * 4 and snake_case_name and C:\\folder",
}


def _zip(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def _book(*chapters: bytes, package: bytes = b"") -> bytes:
    items = b"".join(b'<item id="%d" href="%d.xhtml" media-type="text/html"/>' % (n, n) for n in range(len(chapters)))
    order = b"".join(b'<itemref idref="%d"/>' % n for n in range(len(chapters)))
    parts = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container><rootfile full-path="c.opf"/></container>',
        "c.opf": package or b"<package><manifest>%s</manifest><spine>%s</spine></package>" % (items, order),
    }
    return _zip(parts | {f"{number}.xhtml": chapter for number, chapter in enumerate(chapters)})


_CHAPTER = b"<h1>Headline</h1><p>The river rose.</p>"
ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "plain": (lambda: _book(_CHAPTER, _CHAPTER), "opens"),
    "escapes": (lambda: _book(b"<h1>\x1b]52;c;UE9JU09O\x07&#27;[31337m</h1><p>\x9b31337m"), "opens"),
    "bomb": (lambda: _book(b"<p>" + bytes(32 * MEBIBYTE)), "fails"),
    "bomb-and-chapter": (lambda: _book(b"<p>" + b"a" * 20 * MEBIBYTE, _CHAPTER), "opens"),
    "many-bombs": (lambda: _book(*[b"<p>" + b"word " * (3 * MEBIBYTE)] * 8), "opens"),
    "entities": (lambda: _book(b'<!DOCTYPE x [<!ENTITY a "x">]><p>&a;', _CHAPTER), "opens"),
    "entities-in-package": (lambda: _book(_CHAPTER, package=b'<!DOCTYPE x [<!ENTITY a "x">]><package/>'), "fails"),
    "external": (lambda: _book(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;'), "fails"),
    "paths": (
        lambda: _zip(
            {"META-INF/container.xml": b'<rootfile full-path="../../etc/passwd"/>', "../../x": b"x", "/y": b"y"}
        ),
        "fails",
    ),
    "no-container": (lambda: _zip({"a": b"a"}), "fails"),
    "many-entries": (lambda: _zip({f"{n}": b"" for n in range(60_000)}, zipfile.ZIP_STORED), "fails"),
    "lying-size": (lambda: _book(_CHAPTER).replace(len(_CHAPTER).to_bytes(4, "little"), b"\xff\xff\xff\x7f"), "either"),
    "cut": (lambda: _book(_CHAPTER)[:-40], "fails"),
    "text": (lambda: b"This is no archive.", "fails"),
    "empty": (lambda: b"", "fails"),
    "nested": (lambda: _book(_book(_CHAPTER), _CHAPTER), "opens"),
    "same-chapter": (
        lambda: _book(
            _CHAPTER,
            package=b'<manifest><item id="a" href="0.xhtml" media-type="text/html"/></manifest>'
            + b'<itemref idref="a"/>' * 90000,
        ),
        "opens",
    ),
    "empty-spine": (lambda: _book(_CHAPTER, package=b"<package/>"), "either"),
}
