"""What a file is that is no text, by its first bytes."""

from __future__ import annotations

from store.intake.result import Refused

_TEXT = "export the text of it as .txt or .html"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", "call it .pdf, and it is read as one"),
    (b"{\\rtf", "an RTF document", "call it .rtf, and it is read as one"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)", _TEXT),
    (b"\x89PNG", "a PNG picture", "type its text off, or read it by OCR first"),
    (b"\xff\xd8\xff", "a JPEG picture", "type its text off, or read it by OCR first"),
    (b"GIF8", "a GIF picture", "type its text off, or read it by OCR first"),
    (b"II*\0", "a TIFF picture", "type its text off, or read it by OCR first"),
    (b"MM\0*", "a TIFF picture", "type its text off, or read it by OCR first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first (gunzip)"),
    (b"BZh", "a bzip2 archive", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it first (unzstd)"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\0", "an SQLite database", "export its texts as .jsonl"),
    (b"bplist00", "a web archive or property list", "save the page as .html"),
    (b"\x7fELF", "a program", "name a report"),
    (b"ID3", "a sound file", "write its words down first"),
    (b"OggS", "a sound or film file", "write its words down first"),
)

_NAMED = {
    "a zip archive": "call it .zip, and its members are read",
    "a Word document (.docx)": "call it .docx, and it is read as one",
}
_PACKED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel table (.xlsx)"),
    (b"opendocument.text", "an OpenDocument text (.odt)"),
    (b"epub+zip", "an EPUB book"),
)


_OLD = b"\xd0\xcf\x11\xe0"
_INSIDE: tuple[tuple[str, str, str, str], ...] = (
    ("EncryptedPackage", "", "an Office document that is locked", "save it without its password"),
    (
        "__substg1.0_",
        ".msg",
        "a mail of Outlook (.msg)",
        "save it as .eml, or drag it into another mail program and export it",
    ),
    ("WordDocument", ".doc", "an old Word document (.doc)", "open it in a word processor and save it as .docx"),
    ("PowerPoint Document", ".ppt", "an old PowerPoint document (.ppt)", "save it as .pptx"),
    ("Workbook", ".xls", "an old Excel table (.xls)", "open it in a spreadsheet and save it as .xlsx or .csv"),
)
"""What is named in the directory of such a file, the suffix that says the same, what it is, and what to do."""


def check_old(content: bytes, suffix: str) -> None:
    """Let pass what is no compound file of Microsoft.

    Raises:
        Refused: it is one; the reason names which.
    """
    if not content.startswith(_OLD):
        return
    for name, _, what, remedy in _INSIDE:
        if name.encode("utf-16-le") in content:
            raise Refused(f"is {what}", remedy)
    for _, known, what, remedy in _INSIDE:
        if suffix and suffix == known:
            raise Refused(f"is {what}", remedy)
    raise Refused("is an old Office document (.doc, .xls)", _TEXT)


def check(content: bytes) -> None:
    """Let pass what may be text.

    Raises:
        Refused: it is a document, picture or archive; the reason names which.
    """
    for start, what, remedy in _SIGNATURES:
        if content.startswith(start):
            raise Refused(f"is {what}, no text", remedy)
    if content.startswith(b"RIFF"):
        raise Refused("is a picture, sound or film (RIFF), no text", "write its words down first")
    if content[4:8] == b"ftyp":
        raise Refused("is a film or picture (MP4 family), no text", "write its words down first")
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        what = next((what for mark, what in _PACKED if mark in content), "a zip archive")
        raise Refused(f"is {what}, no text", _NAMED.get(what, _TEXT))
