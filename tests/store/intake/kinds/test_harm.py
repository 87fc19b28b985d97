"""Every kind of file empty, broken, called something else, and made to harm: one clear line, and no traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.store.intake.chats.words import read
from tests.store.intake.documents import archive
from tests.store.intake.kinds import samples
from tests.store.intake.kinds.samples import GOOD

LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
DEEP = "<a>" * 100_000


@pytest.mark.parametrize("name", GOOD)
def test_an_empty_file_is_one_line(tmp_path: Path, name: str) -> None:
    assert read(tmp_path / name, b"") == ([], ["is empty; put the text of a report into it"])


@pytest.mark.parametrize("name", [name for name in GOOD if name not in ("a.srt", "a.vtt")])
@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_file_that_was_cut_off_never_raises_and_is_told_or_read(tmp_path: Path, name: str, part: float) -> None:
    found, told = read(tmp_path / name, GOOD[name][: int(len(GOOD[name]) * part)])
    assert found or len(told) == 1
    assert [line for line in told if "; " not in line and "passed over" not in line] == []


@pytest.mark.parametrize("name", [name for name in GOOD if name != "a.warc.gz"])
def test_what_is_called_so_and_is_none_is_one_line(tmp_path: Path, name: str) -> None:
    found, told = read(tmp_path / name, "The bridge fell on 2 May 2023.")
    assert found == []
    assert len(told) == 1
    assert "; " in told[0]


HARM: dict[str, tuple[str, bytes, str]] = {
    "odt laughs": ("a.odt", samples.odt(LAUGHS + samples.ODT_BODY), "defines entities"),
    "odt deep": ("a.odt", samples.odt(f"<x>{DEEP}"), "is an OpenDocument text that is broken"),
    "odt bomb": ("a.odt", archive(("content.xml", bytes(6_000_000))), "unpacks to more than 100 times its size"),
    "odt out": ("a.odt", archive(("../content.xml", "<x/>")), "has a name that leads out"),
    "odt nothing": ("a.odt", samples.odt("<x/>"), "is an OpenDocument text without words"),
    "ods laughs": ("a.ods", archive(("content.xml", f"{LAUGHS}<x/>")), "defines entities"),
    "ods nothing": ("a.ods", archive(("content.xml", "<x/>")), "is a table without rows"),
    "xlsx bomb": ("a.xlsx", archive(("xl/workbook.xml", bytes(6_000_000))), "unpacks to more than 100 times its size"),
    "xlsx nothing": ("a.xlsx", samples.xlsx([]), "is a table without rows"),
    "xlsx no columns": ("a.xlsx", samples.xlsx([["x", "y"], [1, 2]]), "has no column «text» (it has «x», «y»)"),
    "pptx laughs": ("a.pptx", samples.pptx(f"{LAUGHS}<x/>"), "defines entities"),
    "pptx nothing": ("a.pptx", samples.pptx(samples.slide()), "is a PowerPoint document without text"),
    "epub laughs": ("a.epub", samples.epub(opf=LAUGHS + samples.OPF), "defines entities"),
    "epub out": ("a.epub", samples.epub(opf=samples.OPF.replace("one.xhtml", "../../../etc/passwd")), ""),
    "epub locked": ("a.epub", samples.epub(("META-INF/encryption.xml", "<e a='aes256'/>")), "is a book that is locked"),
    "epub nothing": ("a.epub", samples.epub(opf="<package/>"), "is an EPUB book without text"),
    "rtf deep": ("a.rtf", b"{\\rtf1" + b"{" * 300_000, "without text"),
    "rtf nothing": ("a.rtf", b"{\\rtf1 }", "is an RTF document without text"),
    "srt nothing": ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\n", "holds no subtitles"),
    "vtt nothing": ("a.vtt", b"WEBVTT\n\nNOTE x\n", "holds no subtitles"),
    "mhtml nothing": ("a.mhtml", b"From: <Saved by x>\r\nMIME-Version: 1.0\r\n\r\nx", "without a page in it"),
    "warc nothing": ("a.warc", samples.record("x", status="404 Gone"), "is a web archive (WARC) without pages"),
    "wacz out": ("a.wacz", archive(("archive/../../x.warc", "x")), "has a name that leads out"),
    "wacz nothing": ("a.wacz", archive(("archive/x.txt", "x")), "is a web archive (WACZ) without pages"),
    "mbox nothing": ("a.mbox", b"hello\n", "is no mailbox, though it is called so"),
    "wiki laughs": ("a.xml", f"{LAUGHS}{samples.WIKI}".encode(), "defines entities"),
    "wiki nothing": ("a.xml", b"<mediawiki></mediawiki>", "is an export of MediaWiki without articles"),
    "sitemap": ("a.xml", samples.SITEMAP.encode(), "is a sitemap: addresses of pages, and no report"),
    "other XML": ("a.xml", b"<?xml version='1.0'?><x/>", "is XML, but no feed"),
}


@pytest.mark.parametrize("name, content, reason", HARM.values(), ids=HARM)
def test_what_was_made_to_harm_is_one_line(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    start = time.process_time()
    found, told = read(tmp_path / name, content)
    assert time.process_time() - start < 20
    assert "root:" not in "".join(one.text for one in found)
    if reason:
        assert found == []
        assert len(told) == 1
        assert reason in told[0]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    "name, inside, what",
    [
        ("a.msg", "", "is a mail of Outlook (.msg)"),
        ("a.doc", "", "is an old Word document (.doc)"),
        ("a.xls", "", "is an old Excel table (.xls)"),
        ("nameless", "__substg1.0_0037001F", "is a mail of Outlook (.msg)"),
        ("nameless", "WordDocument", "is an old Word document (.doc)"),
        ("a.docx", "EncryptedPackage", "is an Office document that is locked"),
        ("nameless", "", "is an old Office document (.doc, .xls)"),
    ],
)
def test_old_office_files_are_refused_by_their_right_names(tmp_path: Path, name: str, inside: str, what: str) -> None:
    found, [told] = read(tmp_path / name, OLE + inside.encode("utf-16-le"))
    assert found == []
    assert told.startswith(what)


def test_many_objects_that_are_no_reports_are_one_line(tmp_path: Path) -> None:
    found, told = read(tmp_path / "a.json", '[{"x": 1}, {"x": 2}, {"x": 3}]')
    assert found == []
    [one] = told
    assert one.startswith("holds no report: each of its 3 objects has neither «text» nor «content»; give each object")
