"""Documents of every kind that tests make, with the words of one report in them."""

from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO

from tests.store.words import ARABIC

ENGLISH = "The army said on Friday that a raid on 10 March 2023 killed three men near Mayadin."


def zipped(**members: bytes | str) -> bytes:
    """An archive; `a_txt` is the name `a.txt`."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return file.getvalue()


def archive(*members: tuple[str, bytes | str]) -> bytes:
    """An archive of members with any names."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)
    return file.getvalue()


def mail(text: str = ARABIC, page: str = "", attached: dict[str, bytes] | None = None) -> bytes:
    """A mail as programs send it."""
    message = EmailMessage()
    message["From"] = "مرصد الفرات <news@example.org>"
    message["To"] = "desk@example.org"
    message["Date"] = "Sun, 12 Mar 2023 00:30:00 +0300"
    message["Subject"] = "بيان عن غارة"
    if text:
        message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html") if text else message.set_content(page, subtype="html")
    for name, content in (attached or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def word(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = (), title: str = "") -> bytes:
    """A Word document."""
    import docx

    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                table.cell(number, place).text = cell
    file = BytesIO()
    document.save(file)
    return file.getvalue()


RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>وكالة الفرات</title><link>https://e.org</link><language>en-US</language>
<item><title>غارة قرب الميادين</title><link>https://e.org/1</link>
<description>&lt;p&gt;{ARABIC}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description>
<pubDate>Sun, 12 Mar 2023 00:30:00 +0300</pubDate></item>
<item><title>Only a title</title></item><item></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Euphrates</title>
<entry><title>A raid</title><link href="https://e.org/2"/><published>2023-03-12T00:30:00+03:00</published>
<updated>2023-04-01T00:00:00Z</updated><summary>{ENGLISH[:40]}</summary>
<content type="html">&lt;p&gt;{ENGLISH}&lt;/p&gt;</content></entry>
<entry><title>B</title><updated>2023-04-01T00:00:00Z</updated><summary>{ENGLISH}</summary></entry></feed>"""


def pdf(*lines: str, codes: dict[str, str] | None = None, key: str = "") -> bytes:
    """A PDF of one page, each line one string in Helvetica; `codes` gives signs that stand for other characters."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import (
        DecodedStreamObject,
        DictionaryObject,
        NameObject,
    )

    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    if codes:
        chars = "\n".join(f"<{ord(sign):02x}> <{letters.encode('utf-16-be').hex()}>" for sign, letters in codes.items())
        stream = DecodedStreamObject()
        stream.set_data(
            b"/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n"
            + f"{len(codes)} beginbfchar\n{chars}\nendbfchar\nendcmap end".encode()
        )
        font[NameObject("/ToUnicode")] = writer._add_object(stream)
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    said = "".join(f"BT /F1 12 Tf 1 0 0 1 50 {700 - 20 * n} Tm ({line}) Tj ET\n" for n, line in enumerate(lines))
    content.set_data(said.encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)
    if key:
        writer.encrypt(key, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    assert PdfReader(BytesIO(file.getvalue()))
    return file.getvalue()
