"""Files that are no reports: each is told, with what is wrong and what to do, quickly, and none hangs the run."""

from __future__ import annotations

import os
import socket
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from store.intake.read import take
from store.intake.result import Failure
from store.reports.original import Original
from tests.store.words import ARABIC, only_failure, written


def docx() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", "<w/>")
    return file.getvalue()


BINARY = {
    "is empty": b"",
    "is empty but": b"\xef\xbb\xbf \n\t\xc2\xa0\n",
    "is a PDF document": b"%PDF-1.7\n%\xe2\xe3",
    "is a PNG picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "is a JPEG picture": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "is a Word document": docx(),
    "is a zip archive": b"PK\x03\x04\x14\0\0\0 other",
    "is an old Office document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "is a gzip archive": b"\x1f\x8b\x08\0",
    "is an RTF document": b"{\\rtf1\\ansi",
    "is a program": b"\x7fELF\x02",
    "NUL bytes": b"text\0text",
    "(UTF-16 is read where it begins with its mark)": "text".encode("utf-16-le"),
    "is binary: much of it is control characters": b"\x01\x02\x03abc\x1b[2J",
    "is not UTF-8, and reads like words in no other encoding": b"\x80\x81\xfe\xff\x90\x12\xc3\x28 \xa0\xa1\xf8\x88\x80",
    "is UTF-8 with broken bytes (the first is byte 7, in line 2)": "سلا\n\xff".encode("latin-1", "ignore") + b"",
}
BINARY["is UTF-8 with broken bytes (the first is byte 7, in line 2)"] = "سلا\n".encode() + b"\xff" + ARABIC.encode()


@pytest.mark.parametrize("reason, content", BINARY.items(), ids=list(BINARY))
def test_what_is_no_text_is_named(tmp_path: Path, reason: str, content: bytes) -> None:
    failure = only_failure(tmp_path / "a.txt", content)
    assert reason in f"{failure.reason}; {failure.remedy}"
    assert failure.remedy


def test_a_file_of_50_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as sparse:
        sparse.truncate(50_000_000)
    begin = time.process_time()
    [failure] = take([str(file)])
    assert time.process_time() - begin < 0.2
    assert str(failure).endswith(
        "big.txt: is too large for one report (50 MB, the limit is 20 MB); split it into single reports, "
        "or make it .jsonl with a report a line"
    )


def test_a_corpus_may_be_larger_than_a_report(tmp_path: Path) -> None:
    line = '{"text": "' + "x" * 6_000_000 + '"}\n'
    found = list(take([written(tmp_path / "c.jsonl", line * 4)]))
    assert [type(taken) for taken in found] == [Original] * 4


def test_one_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    text = '{"text": "' + "x" * 21_000_000 + '"}\n{"text": "b"}\n'
    too_long, fine = take([written(tmp_path / "c.jsonl", text)])
    assert isinstance(too_long, Failure)
    assert too_long.reason == "line 1 is too large for one report (21 MB, the limit is 20 MB)"
    assert isinstance(fine, Original)


@pytest.mark.parametrize(
    "line, reason",
    [
        ("{", "line 2 is not JSON (Expecting property name enclosed in double quotes, column 2)"),
        ("3", "line 2 is no JSON object"),
        ("{}", "line 2 has neither «text» nor «content»"),
        ('{"text": 3}', "line 2 has a text that is no string"),
        ('{"text": " "}', "line 2 has an empty text"),
        ('{"text": "a", "published": "yesterday"}', "line 2 its published date «yesterday» is none"),
        ('{"text": "a", "published": "2023-02-30"}', "line 2 its published date «2023-02-30» is none"),
        ('{"text": "a", "title": ["b"]}', "line 2 has a «title» that is no string"),
        ('{"text": "\\ud800"}', "line 2 holds half a surrogate pair, which is no character"),
        ("[" * 100_000, "line 2 is JSON nested too deeply"),
        ('{"text": "a", "id": ' + "9" * 5000 + "}", "line 2 is not JSON (Exceeds the limit"),
    ],
    ids=lambda value: value[:30],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    first, failure, third = take([written(tmp_path / "c.jsonl", f'{{"text": "a"}}\n{line}\n{{"text": "b"}}\n')])
    assert isinstance(failure, Failure)
    assert failure.reason.startswith(reason)
    assert isinstance(first, Original)
    assert isinstance(third, Original)


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
MERGES = "a: &a {k: v}\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} {{<<: [{','.join(['*' + chr(97 + n)] * 9)}]}}\n" for n in range(9)
)
FRONT = {
    "has broken front matter in line 3 ": "title: x\nlang: [ar\n",
    "has front matter with an alias (*) in line ": LAUGHS,
    "has front matter with an alias (*)": MERGES,
    "has front matter nested too deeply": "a: " + "[" * 9_000 + "\n",
    "has front matter of more than 20,000 characters": "a: " + "x" * 30_000 + "\n",
    "has front matter whose «title» is no plain value": "title: [a, b]\n",
    "its published date «Sun, 12 Mar 2023 00:30:0999999999999999…» is none": "published: Sun, 12 Mar 2023 00:30:0"
    f"{'9' * 400} +0300\n",
    "its published date «10/02/2023» may be two days": "published: 10/02/2023\n",
    "its published date «2023-02-30» is none": "published: 2023-02-30\n",
    "has broken front matter": "title: \x07\n",
}


@pytest.mark.parametrize("reason, front", FRONT.items(), ids=list(FRONT))
def test_broken_front_matter_is_told_at_once(tmp_path: Path, reason: str, front: str) -> None:
    begin = time.process_time()
    assert only_failure(tmp_path / "a.md", f"---\n{front}---\ntext\n").reason.startswith(reason)
    assert time.process_time() - begin < 1


def test_front_matter_runs_no_code(tmp_path: Path) -> None:
    """A tag is a word like any other; the file that it would make is not there."""
    front = f"---\ntitle: !!python/object/apply:os.system ['touch {tmp_path}/made']\n---\ntext\n"
    assert "no plain value" in only_failure(tmp_path / "a.md", front).reason
    assert not (tmp_path / "made").exists()


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert [str(taken) for taken in take([str(tmp_path / "no"), "nul\0byte"])] == [
        f"{tmp_path}/no: there is no such file; check the name",
        "nul\0byte: is no name of a file: it holds a NUL byte; check the name",
    ]


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pages").write_bytes(b"x")
    [failure] = take([str(tmp_path)])
    assert "is a folder without reports; name a folder that holds .atom, .csv," in str(failure)


def test_devices_and_pipes_are_not_opened(tmp_path: Path) -> None:
    """They could never end; a pipe in a folder would hang the whole run."""
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        found = [str(taken) for taken in take([str(tmp_path), "/dev/zero"])]
    assert [line.split(": ", 1)[1] for line in found] == [
        "is a pipe, no file; name a file, or pipe its text to «-»",
        "is a socket, no file; name a file, or pipe its text to «-»",
        "is a device, no file; name a file, or pipe its text to «-»",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind root")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "x")
    Path(path).chmod(0)
    assert [str(taken) for taken in take([path])] == [f"{path}: may not be read; allow it (chmod u+r)"]


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<!--",
        "<![CDATA[",
        "<p",
        "&#",
        "</",
        "<!",
        "<?",
        '<a b="',
        "<b><i>",
        "<script>",
        "<title>",
        "<nav>",
        "'<a \"",
        "&#99999999",
        "&lt",
    ],
)
def test_a_page_made_to_be_slow_is_read_or_refused_in_seconds(tmp_path: Path, piece: str) -> None:
    begin = time.process_time()
    list(take([written(tmp_path / "a.html", "<p>text " + piece * (300_000 // len(piece)))]))
    assert time.process_time() - begin < 3


def test_elements_that_are_ended_without_having_begun_cost_nothing(tmp_path: Path) -> None:
    begin = time.process_time()
    list(take([written(tmp_path / "a.html", "<nav>" * 50_000 + "<p>x" + "</form>" * 50_000)]))
    assert time.process_time() - begin < 3
