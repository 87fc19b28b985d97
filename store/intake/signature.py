"""What a file is that is no text, by its first bytes."""

from __future__ import annotations

from store.intake.result import Refused

_TEXT = "export the text of it as .txt or .html"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", "call it .pdf, and it is read as one"),
    (b"{\\rtf", "an RTF document", _TEXT),
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
