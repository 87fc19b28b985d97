"""A small file of every kind that is a container of something else, with words of ours in it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from io import BytesIO

from tests.store.intake.documents import archive

ARABIC = "انهار جسر الوادي يوم 2 أيار 2023."
PAGE = (
    '<html><head><meta charset="utf-8"><title>الجسر</title><meta property="article:published_time"'
    f' content="2023-05-03"></head><body><p>{ARABIC}</p></body></html>'
)
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT = f'xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" xmlns:table="{_OFFICE}:table:1.0"'
ODT_BODY = f"""<office:document-content {_TEXT}><office:body><office:text>
<text:tracked-changes><text:p>struck out</text:p></text:tracked-changes>
<text:h text:outline-level="2">عنوان</text:h>
<text:p>{ARABIC}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p>
</text:note-body></text:note><text:s text:c="2"/>ثم<text:line-break/>أغلق</text:p>
<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>one</text:p></table:table-cell>
<table:table-cell><text:p>two</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
META = """<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The title</dc:title></m>"""


def odt(content: str = ODT_BODY) -> bytes:
    return archive(
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), ("meta.xml", META)
    )


def ods(rows: str = "") -> bytes:
    head = "".join(f"<table:table-cell><text:p>{name}</text:p></table:table-cell>" for name in ("Date", "Text"))
    row = (
        '<table:table-cell office:date-value="2023-05-03"><text:p>3 May</text:p></table:table-cell>'
        f"<table:table-cell><text:p>{ARABIC}</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="1020"/>'
    )
    content = (
        f"<office:document-content {_TEXT}><office:body><office:spreadsheet><table:table><table:table-row>{head}"
        f"</table:table-row><table:table-row>{row}</table:table-row>{rows}"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return archive(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content))


def xlsx(*sheets: Sequence[Sequence[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"s{number}")
        for row in rows:
            sheet.append([*row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def slide(*shapes: str) -> str:
    return f"<p:sld {_A} {_P}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def shape(text: str, kind: str = "body") -> str:
    place = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
    return f"<p:sp>{place}<p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"


def pptx(*slides: str) -> bytes:
    return archive(
        ("ppt/presentation.xml", "<p/>"), *((f"ppt/slides/slide{n}.xml", said) for n, said in enumerate(slides, 1))
    )


CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
OPF = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The book</dc:title>
<dc:publisher>House</dc:publisher><dc:language>ar</dc:language><dc:date>2023-06-01</dc:date></metadata><manifest>
<item id="two" href="b%20two.xhtml"/><item id="one" href="one.xhtml"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/></spine></package>"""


def epub(*more: tuple[str, str], opf: str = OPF) -> bytes:
    return archive(
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/a.opf", opf),
        ("OEBPS/one.xhtml", f"<html><body><h1>الفصل</h1><p>{ARABIC}</p></body></html>"),
        ("OEBPS/b two.xhtml", "<html><body><p>The end.</p></body></html>"),
        *more,
    )


def rtf(text: str = ARABIC) -> bytes:
    signs = "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)
    return f"{{\\rtf1\\ansi\\ansicpg1256\\deff0{{\\fonttbl{{\\f0 Arial;}}}}\\rtlpar {signs}\\par}}".encode()


SRT = """1
00:00:01,000 --> 00:00:04,000
انهار جسر الوادي

2
00:00:04,200 --> 00:00:07,000
<i>يوم</i> 2 أيار 2023.

3
00:00:30,000 --> 00:00:33,000
The end
"""
VTT = """WEBVTT
Kind: captions

NOTE nobody says this

00:01.000 --> 00:03.000 align:start
the bridge<00:01.500><c> fell</c>

00:03.000 --> 00:03.010
the bridge fell

00:03.010 --> 00:05.000
the bridge fell
on 2 May 2023
"""


def mhtml(page: str = PAGE) -> bytes:
    import quopri

    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/1\r\nSubject: x\r\n"
        "Date: Wed, 7 Jun 2023 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n'
    )
    body = quopri.encodestring(page.encode()).decode()
    part = f"----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n"
    return f"{head}{part}----b--\r\nContent-Type: image/png\r\n\r\nxx\r\n----b----\r\n".encode()


def record(page: str, address: str = "https://example.org/1", status: str = "200 OK", kind: str = "text/html") -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-06-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def warc(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one) for one in records or (record(PAGE),))


def wacz(crawl: bytes | None = None) -> bytes:
    page = json.dumps({"url": "https://example.org/1", "title": "t", "text": ARABIC})
    pages = f'{{"format": "json-pages-1.0"}}\n{page}\n'
    return archive(("archive/data.warc.gz", warc() if crawl is None else crawl), ("pages/pages.jsonl", pages))


MBOX = b"""From a@example.org Tue May  2 21:14:22 2023
From: Rasid <a@example.org>
Subject: One
Date: Tue, 2 May 2023 21:14:22 +0300
Content-Type: text/plain; charset=utf-8

The bridge fell today.
>From there nobody came.

From b@example.org Wed May  3 09:00:00 2023
From: Rasid <b@example.org>
Subject: Two
Date: Wed, 3 May 2023 09:00:00 +0300
Content-Type: text/plain; charset=utf-8

It was closed yesterday.
"""
WIKI = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="ar">
<siteinfo><sitename>أخبار</sitename>
</siteinfo><page><title>الجسر</title><ns>0</ns><revision><timestamp>2024-01-01T00:00:00Z</timestamp>
<text>{{تاريخ|2 مايو 2023}}
[[الوادي|جسر الوادي]] '''انهار''' أمس.&lt;ref&gt;source&lt;/ref&gt;
[[تصنيف:2 مايو 2023]]</text></revision></page>
<page><title>نقاش</title><ns>1</ns><revision><text>talk</text></revision></page></mediawiki>"""
SITEMAP = '<?xml version="1.0"?><urlset xmlns="x"><url><loc>https://example.org/1</loc></url></urlset>'

GOOD: dict[str, bytes] = {
    "a.odt": odt(),
    "a.ods": ods(),
    "a.xlsx": xlsx([["Date", "Text"], ["2023-05-03", ARABIC]]),
    "a.pptx": pptx(slide(shape("الجسر", "title"), shape(ARABIC))),
    "a.epub": epub(),
    "a.rtf": rtf(),
    "a.srt": SRT.encode(),
    "a.vtt": VTT.encode(),
    "a.mhtml": mhtml(),
    "a.warc.gz": warc(),
    "a.wacz": wacz(),
    "a.mbox": MBOX,
    "a.xml": WIKI.encode(),
}
"""Name -> a good file of its kind."""
