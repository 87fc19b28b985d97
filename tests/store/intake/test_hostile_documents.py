"""Documents made to harm: refused or made harmless with a clear word; nothing leaves the file but text."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from store.intake import archive as archives
from store.intake import aside
from store.intake.read import take
from store.intake.result import Failure
from store.reports.original import Original
from tests.store.intake.documents import ATOM, ENGLISH, RSS, archive, mail, pdf, word
from tests.store.words import ARABIC, only_failure, written

LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
) + "]>"  # fmt: skip
SECRET = "<!DOCTYPE x [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>"


def told(path: Path, content: bytes | str) -> list[str]:
    """What was told of a file, and the texts found in it behind `=`."""
    found = take([written(path, content)])
    return [f"={one.report.text}" if isinstance(one, Original) else str(one).removeprefix(str(path)) for one in found]


def flagged(content: bytes, *, central: int, local: int, value: int) -> bytes:
    """An archive with one byte changed in the head of each of its members, in both directories."""
    changed = bytearray(content)
    for mark, offset in ((b"PK\x01\x02", central), (b"PK\x03\x04", local)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + offset] = value
            at = changed.find(mark, at + 4)
    return bytes(changed)


def linked() -> bytes:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = 0o120777 << 16
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(info, "/etc/passwd")
    return file.getvalue()


def overlapping(times: int) -> bytes:
    """An archive whose directory names one member many times."""
    content = archive(("a.txt", ARABIC))
    begin, end = content.find(b"PK\x01\x02"), content.find(b"PK\x05\x06")
    entry = content[begin:end]
    numbers = struct.pack("<HHII", times, times, times * len(entry), begin)
    return content[:begin] + entry * times + content[end : end + 8] + numbers + content[end + 20 :]


ARCHIVES = {
    "overlap": (overlapping(50), ": is a zip archive whose members overlap, as in bombs"),
    "bomb": (archive(("a.txt", b"\0" * 15_000_000)), "/a.txt: unpacks to more than 100 times its size, as bombs do"),
    "up": (archive(("../../up.txt", "x")), "/../../up.txt: has a name that leads out of the archive"),
    "root": (archive(("/root.txt", "x")), "//root.txt: has a name that leads out of the archive"),
    "drive": (archive(("C:\\x.txt", "x")), "/C:\\x.txt: has a name that leads out of the archive"),
    "backslash": (archive(("..\\x.txt", "x")), "/..\\x.txt: has a name that leads out of the archive"),
    "nested": (archive(("in.zip", archive(("a.txt", "x")))), "/in.zip: is an archive within an archive"),
    "link": (linked(), "/link.txt: is a link, no file"),
    "encrypted": (
        flagged(archive(("a.txt", "x")), central=8, local=6, value=1),
        "/a.txt: is encrypted; unpack it with",
    ),
    "method": (flagged(archive(("a.txt", "x")), central=10, local=8, value=12), "/a.txt: is packed in a way that"),
    "many": (archive(*((f"{n}.x", "") for n in range(10_001))), ": is a zip archive of 10,001 members"),
    "none": (archive(("a.png", "x")), ": is a zip archive without reports"),
    "cut": (archive(("a.txt", ARABIC))[:-30], ": is a zip archive that is broken (BadZipFile)"),
    "checksum": (
        flagged(archive(("a.txt", "x")), central=16, local=14, value=0),
        "/a.txt: is packed in a zip archive that",
    ),
    "nameless": (archive(("a.txt", "x")).replace(b"a.txt", b"\0.txt"), ": is a zip archive without reports"),
    "control": (archive(("\x1b[2J.txt", b"")), "/\x1b[2J.txt: is empty"),
}


@pytest.mark.parametrize("content, reason", ARCHIVES.values(), ids=list(ARCHIVES))
def test_an_archive_made_to_harm_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    [said] = told(tmp_path / "in" / "a.zip", content)
    assert said.startswith(reason)
    assert "; " in said
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_an_archive_that_unpacks_to_too_much_is_refused_by_its_directory(tmp_path: Path) -> None:
    """Before a byte of it is unpacked; 14 members of 16 MB, which each is allowed."""
    content = archive(*((f"{n}.txt", "x") for n in range(14)))
    [said] = told(tmp_path / "a.zip", flagged(content, central=27, local=25, value=1))
    assert said.startswith(": is a zip archive that unpacks to 235 MB (the limit is 200 MB)")


def test_a_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    assert [line[:9] for line in told(tmp_path / "a.zip", archive(("../a.txt", "x"), ("b.txt", "y")))] == [
        "/../a.txt",
        "=y",
    ]


def with_body(body: str) -> bytes:
    """A Word document whose XML is given."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(word("x"))) as good, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for info in good.infolist():
            made.writestr(info.filename, body if info.filename == "word/document.xml" else good.read(info))
    return file.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize("entity", [LAUGHS, SECRET], ids=["laughs", "secret"])
def test_entities_of_a_word_document_stay_unread(tmp_path: Path, entity: str) -> None:
    name = "a11" if entity == LAUGHS else "secret"
    body = f"{entity}<w:document {W}><w:body><w:p><w:r><w:t>A&{name};B</w:t></w:r></w:p></w:body></w:document>"
    [said] = told(tmp_path / "a.docx", with_body(body))
    assert said == "=A" or ": is a Word document" in said


WORDS = {
    "deep": (with_body(f"<w:document {W}><w:body>{'<w:p>' * 20_000}"), ": is a Word document that is broken ("),
    "empty": (word(), ": is a Word document without text"),
    "bomb": (
        with_body(f"<w:document {W}>{' ' * 50_000_000}</w:document>"),
        ": unpacks to more than 100 times its size",
    ),
    "zip": (archive(("a.txt", "x")), ": is a Word document that is broken ("),
    "text": (b"text", ": is a Word document that is broken ("),
}


@pytest.mark.parametrize("content, reason", WORDS.values(), ids=list(WORDS))
def test_a_word_document_made_to_harm_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    [said] = told(tmp_path / "a.docx", content)
    assert said.startswith(reason)


FEEDS = {
    "laughs": (LAUGHS + RSS.partition("?>")[2], ": defines entities"),
    "laughs in UTF-16": ((LAUGHS + RSS.partition("?>")[2]).encode("utf-16"), ": defines entities"),
    "secret": (SECRET + ATOM, ": defines entities"),
    "page": ("<?xml version='1.0'?><html><p>x</html>", ": is XML, but no feed"),
    "empty": ("<rss version='2.0'><channel><title>x</title></channel></rss>", ": is a feed without entries"),
    "deep": ("<rss><channel><item>" + "<a>" * 20_000, ": is a feed"),
}


@pytest.mark.parametrize("content, reason", FEEDS.values(), ids=list(FEEDS))
def test_a_feed_made_to_harm_is_refused(tmp_path: Path, content: bytes | str, reason: str) -> None:
    assert reason in told(tmp_path / "a.rss", content)[-1]


def test_the_pictures_and_scripts_of_an_entry_are_no_text(tmp_path: Path) -> None:
    entry = "&lt;script&gt;alert()&lt;/script&gt;&lt;img src=x onerror=y&gt;&lt;p&gt;A raid.&lt;/p&gt;"
    item = f"<item><title>&lt;b&gt;x&lt;/b&gt;</title><description>{entry}</description></item>"
    feed = f"<rss><channel>{item}</channel></rss>"
    [found] = take([written(tmp_path / "a.rss", feed)])
    assert isinstance(found, Original)
    assert (found.report.text, found.report.title) == ("A raid.", "x")


PDFS = {
    "locked": (pdf("x", key="secret"), ": is a PDF document that is locked"),
    "without text": (pdf(), ": holds pictures of pages, no text"),
    "cut": (pdf("x")[:200], ": is a PDF document that is broken"),
    "head": (b"%PDF-1.7\n%\xe2\xe3", ": is a PDF document that is broken"),
    "other": (b"text", ": is no PDF document"),
}


@pytest.mark.parametrize("content, reason", PDFS.values(), ids=list(PDFS))
def test_a_pdf_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    [said] = told(tmp_path / "a.pdf", content)
    assert said.startswith(reason)


def test_a_pdf_that_takes_too_long_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "SECONDS", 0.01)
    assert "takes more than 0.01 seconds or 1,500 MB to read" in told(tmp_path / "a.pdf", pdf("x"))[0]


def test_the_folder_that_one_stands_in_runs_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of reports may hold `store/` or `pypdf.py`; reading a PDF there must not load them."""
    for name in ("store/__init__.py", "pypdf.py", "json.py"):
        written(tmp_path / name, f"open({str(tmp_path / 'ran')!r}, 'w')")
    monkeypatch.chdir(tmp_path)
    assert told(tmp_path / "a.pdf", pdf("A raid.")) == ["=A raid."]
    assert not (tmp_path / "ran").exists()


def parts(count: int) -> bytes:
    message = EmailMessage()
    message["From"] = "a@b"
    message.make_mixed()
    for _ in range(count):
        message.add_attachment("x")
    return message.as_bytes()


def russian_doll(depth: int) -> bytes:
    inner = mail("the innermost")
    for _ in range(depth):
        inner = mail("", attached={"m.eml": inner}) if _ else mail("one", attached={"m.eml": inner})
    return inner


MAILS = {
    "many": (parts(600), "is a mail of more than 500 parts"),
    "deep": (russian_doll(8), "stands too deep within other mails"),
    "none": (b"a text that is no mail", "has no head of a mail"),
    "empty": (b"From: a@b\r\n\r\n", "is a mail without text"),
    "no end": (b'Content-Type: multipart/mixed; boundary="x"\r\nFrom: a\r\n\r\n--x\r\n', "is a mail without text"),
}


@pytest.mark.parametrize("content, reason", MAILS.values(), ids=list(MAILS))
def test_a_mail_made_to_harm_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    assert reason in told(tmp_path / "a.eml", content)[-1]


@pytest.mark.parametrize(
    "head",
    [
        "Subject: =?utf-8?b?gICA?=", "Subject: =?none?q?x?=", "Subject: =?utf-8?q?" + "=41" * 5000 + "?=",
        "Date: yesterday", "Date: Fri, 99 Foo 20230 99:99:99 +9999", "From: \udc80\udcff", "From: <<<>>>,,;;",
        "Content-Type: text/plain; charset=none", "Content-Type: ;;;=", "Content-Type: text/plain; charset*=x'y'z",
        "Content-Transfer-Encoding: base64", "Content-Disposition: ; filename=", "To: " + "a" * 200_000,
    ],
    ids=range(13),
)  # fmt: skip
def test_a_mail_with_a_broken_head_is_read_or_refused(tmp_path: Path, head: str) -> None:
    content = f"MIME-Version: 1.0\r\n{head}\r\n\r\n{ENGLISH}\r\n".encode("utf-8", "surrogateescape")
    for found in take([written(tmp_path / "a.eml", content)]):
        if isinstance(found, Original):
            found.report.title.encode()
            found.report.publisher.encode()
            assert found.report.published is None


def test_the_name_of_an_attachment_leads_nowhere(tmp_path: Path) -> None:
    content = mail("x", attached={"a.txt": b"y"}).replace(b'filename="a.txt"', b'filename="../../../../etc/a.txt"')
    found = [one.report.path for one in take([written(tmp_path / "a.eml", content)]) if isinstance(one, Original)]
    assert found == [f"{tmp_path}/a.eml", f"{tmp_path}/a.eml/a.txt"]


TABLES = {
    "quote": ('text,title\n"a,b\nc,d\n', ": row 2 is broken (unexpected end of data); what follows it is not read"),
    "nul": (b"text\n\0\n", ": is binary: it holds NUL bytes"),
    "head": ("text\n", ": is empty"),
    "no name": (",,,\n1,2,3,4\n", ": has no column «text»"),
    "quoted": ('"text\n', ": is no table"),
}


@pytest.mark.parametrize("content, reason", TABLES.values(), ids=list(TABLES))
def test_a_broken_table_is_told(tmp_path: Path, content: bytes | str, reason: str) -> None:
    assert told(tmp_path / "a.csv", content)[-1].startswith(reason)


@pytest.mark.parametrize("suffix", [".jsonl", ".txt", ".html", ".csv", ".eml", ".pdf", ".rss", ".docx"])
def test_a_line_of_100_megabytes_is_told(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    with file.open("wb") as sparse:
        sparse.truncate(100_000_000)
    [found] = take([str(file)])
    assert isinstance(found, Failure)


@pytest.mark.parametrize("piece", ["<div>", "<p>a line of text<div>", "<table><tr><td>x", "<a href=x>", "<b>", "<li>x"])
def test_a_page_that_is_nested_deeply_is_read(tmp_path: Path, piece: str) -> None:
    page = "<p>A raid.</p>" * 5 + piece * 29_000 + f"<p>{ENGLISH}"
    assert ENGLISH in told(tmp_path / "a.html", page)[0]


def test_what_never_ends_is_not_opened_whatever_it_is_called(tmp_path: Path) -> None:
    for suffix in (".pdf", ".zip", ".eml", ".csv", ".docx", ".rss"):
        os.mkfifo(tmp_path / f"pipe{suffix}")
    (tmp_path / "zero.pdf").symlink_to("/dev/zero")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "in").symlink_to(tmp_path)
    said = [str(one).removeprefix(f"{tmp_path}/").split("; ")[0] for one in take([str(tmp_path)])]
    assert said == [
        "pipe.csv: is a pipe, no file", "pipe.docx: is a pipe, no file", "pipe.eml: is a pipe, no file",
        "pipe.pdf: is a pipe, no file", "pipe.rss: is a pipe, no file", "pipe.zip: is a pipe, no file",
        "self.txt: cannot be read (Too many levels of symbolic links)",
        "zero.pdf: is a link that leads out of its folder",
    ]  # fmt: skip


def test_the_limits_are_what_the_words_say() -> None:
    assert (archives.MEMBERS, archives.RATIO, aside.SECONDS) == (10_000, 100, 60)


def test_the_process_aside_may_not_take_all_memory() -> None:
    code = "from store.intake import aside; aside._limited(); bytearray(aside.MEMORY + 1)"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_the_ctrl_c_of_a_user_does_not_end_the_process_aside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever reads is told and ends it; else a report that was being read would be called broken."""
    real, sessions = subprocess.Popen, []

    class Noted(real):  # type: ignore[misc,valid-type]
        def __init__(self, *rest: object, **more: object) -> None:
            super().__init__(*rest, **more)
            sessions.append(os.getsid(self.pid))

    monkeypatch.setattr(subprocess, "Popen", Noted)
    assert told(tmp_path / "a.pdf", pdf("A raid.")) == ["=A raid."]
    assert sessions
    assert os.getsid(0) not in sessions


def test_a_link_in_a_folder_does_not_choose_what_is_read(tmp_path: Path) -> None:
    """Who packed the folder could else name any file of who reads it; one within the folder is read."""
    secret = tmp_path / "secret.txt"
    written(secret, "The key of the desk.")
    folder = tmp_path / "dossier"
    kept = Path(written(folder / "b.txt", ARABIC))
    (folder / "a.txt").symlink_to(secret)
    (folder / "c.txt").symlink_to(kept)
    for path in (str(folder), f"{folder}/*.txt"):
        refused, *reports = take([path])
        assert isinstance(refused, Failure)
        assert refused.reason == "is a link that leads out of its folder"
        assert [one.report.text for one in reports if isinstance(one, Original)] == [ARABIC, ARABIC]
    assert isinstance(next(iter(take([str(folder / "a.txt")]))), Original)


@pytest.mark.parametrize(
    "codec", ["unicode_escape", "raw_unicode_escape", "punycode", "utf-7", "idna", "rot13", "zlib"]
)
def test_a_page_cannot_name_an_encoding_that_does_more_than_give_letters(tmp_path: Path, codec: str) -> None:
    page = (
        f'<meta charset="{codec}"><p>\\ud800 +2AA- {ENGLISH} '.encode()
        + b"caf\xe9 r\xe9sum\xe9</p>"
        + b"a-b " * 100_000
    )
    begin = time.process_time()
    notice, text = told(tmp_path / "a.html", page)
    assert time.process_time() - begin < 5
    assert "read as Windows-1252" in notice
    assert "\\ud800 +2AA-" in text
    text.encode("utf-8")


@pytest.mark.parametrize("name", ["Subject", "From", "Content-Type", "Date"])
def test_a_line_in_the_head_of_a_mail_that_nobody_writes_is_refused(tmp_path: Path, name: str) -> None:
    """The standard library takes a subject of 400 kB apart in five gigabytes; only the head is looked at."""
    long = f"{name}: " + "=?utf-8?q?a?= " * 30_000
    failure = only_failure(tmp_path / "a.eml", f"To: a@example.org\n{long}\nSubject: A raid\n\n{ENGLISH}\n".encode())
    assert f"«{name}» of" in failure.reason


def test_a_mail_to_very_many_is_read(tmp_path: Path) -> None:
    many = ",\n ".join(f"reader{n}@example.org" for n in range(5_000))
    [found] = take([written(tmp_path / "b.eml", f"Subject: Raid\nTo: {many}\n\n{ENGLISH}\n".encode())])
    assert isinstance(found, Original)
    assert found.report.title == "Raid"
