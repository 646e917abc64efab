"""Hostile books: archives that lie, swell, lead outside or stop short."""

import io
import warnings
import zipfile
from collections.abc import Callable, Mapping

from tests.hostile.giants import MEBIBYTE


def zipped(parts: Mapping[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make an archive of some parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def book(*chapters: bytes, package: bytes = b"", **more: bytes) -> bytes:
    """Make an EPUB of some chapters; ``more`` are further parts."""
    items = b"".join(b'<item id="%d" href="%d.xhtml" media-type="text/html"/>' % (n, n) for n in range(len(chapters)))
    order = b"".join(b'<itemref idref="%d"/>' % n for n in range(len(chapters)))
    parts: dict[str | zipfile.ZipInfo, bytes] = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": b'<container><rootfile full-path="c.opf"/></container>',
        "c.opf": package or b"<package><manifest>%s</manifest><spine>%s</spine></package>" % (items, order),
    }
    for number, chapter in enumerate(chapters):
        parts[f"{number}.xhtml"] = chapter
    parts.update(more.items())
    return zipped(parts)


def _linked() -> bytes:
    """Make a book whose package is a link to a file outside."""
    link = zipfile.ZipInfo("c.opf")
    link.create_system = 3
    link.external_attr = 0o120777 << 16
    return zipped({"META-INF/container.xml": b'<rootfile full-path="c.opf"/>', link: b"/etc/passwd"})


CHAPTER = b"<h1>Headline</h1><p>The river rose.</p>"
ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "plain": (lambda: book(CHAPTER, CHAPTER), "opens"),
    "escapes": (lambda: book(b"<h1>\x1b]52;c;UE9JU09O\x07&#27;[31337m</h1><p>\x9b31337m"), "opens"),
    "bomb": (lambda: book(b"<p>" + bytes(32 * MEBIBYTE)), "fails"),
    "bomb-and-chapter": (lambda: book(b"<p>" + b"a" * 20 * MEBIBYTE, CHAPTER), "opens"),
    "many-bombs": (lambda: book(*[b"<p>" + b"word " * (3 * MEBIBYTE)] * 8), "opens"),
    "entities": (lambda: book(b'<!DOCTYPE x [<!ENTITY a "x">]><p>&a;', CHAPTER), "opens"),
    "entities-in-package": (lambda: book(CHAPTER, package=b'<!DOCTYPE x [<!ENTITY a "x">]><package/>'), "fails"),
    "external": (lambda: book(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;'), "fails"),
    "paths": (
        lambda: zipped(
            {"META-INF/container.xml": b'<rootfile full-path="../../etc/passwd"/>', "../../x": b"x", "/y": b"y"}
        ),
        "fails",
    ),
    "no-container": (lambda: zipped({"a": b"a"}), "fails"),
    "many-entries": (lambda: zipped({f"{n}": b"" for n in range(60_000)}, zipfile.ZIP_STORED), "fails"),
    "lying-size": (lambda: book(CHAPTER).replace(len(CHAPTER).to_bytes(4, "little"), b"\xff\xff\xff\x7f"), "either"),
    "cut": (lambda: book(CHAPTER)[:-40], "fails"),
    "text": (lambda: b"This is no archive.", "fails"),
    "empty": (lambda: b"", "fails"),
    "nested": (lambda: book(book(CHAPTER), CHAPTER), "opens"),
    "same-chapter": (
        lambda: book(
            CHAPTER,
            package=b'<manifest><item id="a" href="0.xhtml" media-type="text/html"/></manifest>'
            + b'<itemref idref="a"/>' * 90000,
        ),
        "opens",
    ),
    "empty-spine": (lambda: book(CHAPTER, package=b"<package/>"), "either"),
    "same-member-twice": (lambda: _twice(CHAPTER), "opens"),
    "symlink": (_linked, "either"),
    "encrypted": (lambda: _flagged(book(CHAPTER), 1), "fails"),
    "wrong-sum": (lambda: _wrong_sum(book(CHAPTER)), "fails"),
    "unknown-method": (lambda: _method(book(CHAPTER), 99), "fails"),
    "bzip2": (lambda: _with_method(zipfile.ZIP_BZIP2), "either"),
    "lzma": (lambda: _with_method(zipfile.ZIP_LZMA), "either"),
    "prefix": (lambda: b"#!/bin/sh\nrm -rf /\n" + book(CHAPTER), "either"),
    "tail": (lambda: book(CHAPTER) + b"tail" * 9000, "either"),
    "comment": (lambda: book(CHAPTER)[:-2] + (60000).to_bytes(2, "little") + b"c" * 60000, "opens"),
    "ends": (lambda: b"PK\5\6" * 9000, "fails"),
    "heads": (lambda: b"PK\3\4" * 90000, "fails"),
    "container-cycle": (
        lambda: zipped({"META-INF/container.xml": b'<rootfile full-path="META-INF/container.xml"/>'}),
        "either",
    ),
    "container-twice": (
        lambda: zipped(
            {"META-INF/container.xml": b'<rootfile full-path="a"/><rootfile full-path="b"/>', "b": b"<package/>"}
        ),
        "fails",
    ),
    "spine-of-nothing": (lambda: book(CHAPTER, package=b'<itemref idref="x"/>' * 50000), "either"),
    "item-loop": (
        lambda: book(
            CHAPTER, package=b'<item id="a" href="c.opf" media-type="text/html"/><spine><itemref idref="a"/></spine>'
        ),
        "either",
    ),
    "absolute-names": (
        lambda: book(
            CHAPTER,
            package=b'<item id="a" href="/etc/passwd" media-type="text/html"/><itemref idref="a"/>',
        ),
        "fails",
    ),
    "climbing-names": (
        lambda: book(
            CHAPTER,
            package=b'<item id="a" href="../../../../etc/passwd" media-type="text/html"/><itemref idref="a"/>',
        ),
        "fails",
    ),
    "address-names": (
        lambda: book(
            CHAPTER,
            package=b'<item id="a" href="http://x.example/a" media-type="text/html"/><itemref idref="a"/>',
        ),
        "fails",
    ),
    "acting-names": (
        lambda: book(
            CHAPTER,
            package='<item id="a" href="\x1b]52;c;UE9JU09O\x07\u202e" media-type="text/html"/>'.encode()
            + b'<itemref idref="a"/>',
        ),
        "fails",
    ),
    "acting-title": (
        lambda: book(
            CHAPTER,
            package="<dc:title>\x1b[31337m&#27;[31337m\u202e</dc:title>"
            '<item id="a" href="0.xhtml" media-type="text/html"/>'
            '<itemref idref="a"/>'.encode(),
        ),
        "opens",
    ),
    "thousand-chapters": (lambda: book(*[CHAPTER] * 1000), "opens"),
    "empty-chapters": (lambda: book(*[b""] * 500), "either"),
    "one-good-chapter": (lambda: book(b"\0" * 9000, b"\x89PNG\r\n\x1a\n", CHAPTER), "opens"),
    "utf-16-chapter": (lambda: book("<h1>Head</h1><p>The river rose.".encode("utf-16")), "opens"),
    "chapter-of-tags": (lambda: book(b"<div>" * 200_000 + b"text"), "opens"),
    "nested-bombs": (lambda: book(zipped({"a": bytes(30 * MEBIBYTE)}), CHAPTER), "opens"),
    "picture-bomb": (
        lambda: book(CHAPTER + b'<img src="p.png" alt="A boat">', **{"p.png": bytes(40 * MEBIBYTE)}),
        "opens",
    ),
}


def _twice(chapter: bytes) -> bytes:
    """Make a book that holds its chapter twice under one name."""
    made = io.BytesIO(book(chapter))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(made, "a") as archive:
            archive.writestr("0.xhtml", chapter + b"<p>It fell.")
    return made.getvalue()


def _flagged(data: bytes, flag: int) -> bytes:
    """Set a flag of every member, in both of its heads."""
    made = bytearray(data)
    for head, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = made.find(head)
        while place >= 0:
            made[place + offset] |= flag
            place = made.find(head, place + 4)
    return bytes(made)


def _wrong_sum(data: bytes) -> bytes:
    """Change every member's checksum."""
    made = bytearray(data)
    for head, offset in ((b"PK\3\4", 14), (b"PK\1\2", 16)):
        place = made.find(head)
        while place >= 0:
            made[place + offset] ^= 0x55
            place = made.find(head, place + 4)
    return bytes(made)


def _method(data: bytes, method: int) -> bytes:
    """Claim another way of packing for every member."""
    made = bytearray(data)
    for head, offset in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
        place = made.find(head)
        while place >= 0:
            made[place + offset : place + offset + 2] = method.to_bytes(2, "little")
            place = made.find(head, place + 4)
    return bytes(made)


def _with_method(method: int) -> bytes:
    """Pack a book in an unusual way."""
    with zipfile.ZipFile(io.BytesIO(book(CHAPTER))) as plain:
        return zipped({name: plain.read(name) for name in plain.namelist()}, method)
