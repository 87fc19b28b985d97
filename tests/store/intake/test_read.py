"""From what a person names to reports: every form, and the order and names of what comes out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from store.intake.metadata import Defaults
from store.intake.read import read, take
from store.intake.result import Failure
from store.reports.original import Ids, Original, digest
from tests.store.words import ARABIC, notices, only_report, written
from timeline_core.model.report import Report
from timeline_core.model.when import When


def reports(*paths: str, stdin: bytes = b"") -> list[Report]:
    found = list(read(paths, stdin=io.BytesIO(stdin)))
    assert not [failure for failure in found if isinstance(failure, Failure)]
    return [report for report in found if isinstance(report, Report)]


def test_a_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    """Line ends, blank lines and spaces stay; evidence counts them."""
    text = f"\r\n  {ARABIC}\r\n\r\nثم\t.\n\n"
    report = only_report(tmp_path / "خبر.txt", text)
    assert (report.text, report.id, report.path) == (text, "خبر", str(tmp_path / "خبر.txt"))
    assert report.sha256 == digest(text.encode())


def test_only_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + ARABIC.encode()
    report = only_report(tmp_path / "a.txt", content)
    assert (report.text, report.sha256) == (ARABIC, digest(content))
    assert notices(tmp_path / "a.txt", content) == []


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_utf16_with_its_mark_is_read_and_told(tmp_path: Path, codec: str) -> None:
    assert only_report(tmp_path / "a.txt", ARABIC.encode(codec)).text == ARABIC
    assert notices(tmp_path / "a.txt", ARABIC.encode(codec)) == [f"read as {codec.upper()}"]


def test_windows_1256_is_read_and_told(tmp_path: Path) -> None:
    assert only_report(tmp_path / "a.txt", ARABIC.encode("cp1256")).text == ARABIC
    assert notices(tmp_path / "a.txt", ARABIC.encode("cp1256")) == ["not UTF-8; read as Windows-1256"]


def test_front_matter_says_what_a_report_is(tmp_path: Path) -> None:
    """As it was typed: `no` is Norwegian, not false; a year is a year, not a number."""
    front = "---\ntitle: 'A: b'\npublisher: وكالة\npublished: 2023\nlang: no\nurl: https://e.org/?a#b\nmood: [1]\n---\n"
    report = only_report(tmp_path / "a.md", f"{front}\n# Raid\n\nOn Feb 10.\n")
    assert report.text == "# Raid\n\nOn Feb 10.\n"
    assert (report.title, report.publisher, report.published) == ("A: b", "وكالة", When("2023"))
    assert (report.lang, report.url) == ("no", "https://e.org/?a#b")


@pytest.mark.parametrize(
    "text", ["# no front matter\n", "---\na line of dashes\n---\nis none either\n", "--- \nnor this\n"]
)
def test_markdown_without_front_matter_is_all_text(tmp_path: Path, text: str) -> None:
    assert only_report(tmp_path / "a.md", text).text == text


@pytest.mark.parametrize(
    "said, meant",
    [
        ("2023-02-16", "2023-02-16"),
        ("2023-02", "2023-02"),
        ("2023-02-09/2023-02-17", "2023-02-09/2023-02-17"),
        ("2023-02-16T21:00:00Z", "2023-02-16"),
        ("2015-08-06 01:00:00", "2015-08-06"),
        ("2023/2/6", "2023-02-06"),
        ("Thu, 16 Feb 2023 09:00:00 GMT", "2023-02-16"),
        ("20230216", "2023-02-16"),
        ("20230216T0900Z", "2023-02-16"),
        ("16/02/2023", "2023-02-16"),
        ("2/16/2023", "2023-02-16"),
        ("16.2.2023 09:00", "2023-02-16"),
        ("2/2/2023", "2023-02-02"),
        ("٢٠٢٣-٠٢-١٦", "2023-02-16"),
    ],
)
def test_a_published_date_may_be_written_in_these_ways(tmp_path: Path, said: str, meant: str) -> None:
    line = json.dumps({"text": "x", "published": said})
    assert only_report(tmp_path / "a.jsonl", line).published == When(meant)


def test_a_page_gives_what_one_sees_of_it(tmp_path: Path) -> None:
    page = (
        '<!doctype html><html lang="ar-SY"><head><title>غارة &amp; مقتل</title><style>p{}</style>'
        '<meta property="article:published_time" content="2023-02-16T10:00:00+02:00">'
        '<meta property="og:site_name" content="وكالة"></head><body><nav>menu</nav><script>var a="<p>";</script>'
        "<h1>غارة</h1><p>في <b>10</b> من\n شباط&nbsp;الجاري<br>ثم</p><footer>©</footer></body></html>"
    )
    report = only_report(tmp_path / "a.html", page)
    assert report.text == "غارة\nفي 10 من شباط الجاري\nثم"
    assert (report.title, report.lang, report.publisher) == ("غارة & مقتل", "ar", "وكالة")
    assert report.published == When("2023-02-16")
    assert report.sha256 == digest(page.encode())


def test_a_page_in_windows_1256_that_says_so_is_read(tmp_path: Path) -> None:
    page = f'<meta charset="windows-1256"><p>{ARABIC}'.encode("cp1256")
    assert only_report(tmp_path / "a.html", page).text == ARABIC


def test_every_line_of_a_corpus_is_a_report(tmp_path: Path) -> None:
    """Names as `dates` and its gold file use them; the hash is of the text."""
    lines = [
        {"id": "one", "content": ARABIC, "dct": "2015-08-02", "source": "3alyoum"},
        {"id": 7, "text": "b", "published": "2023", "publisher": "P", "title": "T", "url": "u", "lang": "EN-us"},
        {"text": "c", "published": None},
        {"text": "d"},
    ]
    path = written(tmp_path / "c.jsonl", "\ufeff" + "\r\n\n".join(json.dumps(line) for line in lines))
    one, two, three, four = reports(path)
    assert (one.id, one.text, one.published, one.publisher) == ("one", ARABIC, When("2015-08-02"), "3alyoum")
    assert one.sha256 == digest(ARABIC.encode())
    assert (two.id, two.publisher, two.title, two.lang) == ("7", "P", "T", "en")
    assert [three.id, four.id] == ["c", "c-2"]


@pytest.mark.parametrize(
    "form", ['{"text": "a"}', '[{"text": "a"}]', '{\n "text": "a"\n}', '{"text": "a"}\n{"text": "b"}\n']
)
def test_json_may_be_an_object_a_list_or_lines(tmp_path: Path, form: str) -> None:
    assert reports(written(tmp_path / "a.json", form))[0].text == "a"


def test_a_folder_is_read_in_order_without_what_is_hidden_or_explains_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.MD", "a/1.txt", ".git/x.txt", ".x.txt", "README.md", "notes.pages", "c.jsonl"):
        written(tmp_path / "in" / name, '{"text": "x"}' if name.endswith("jsonl") else f"text of {name}")
    found = reports(str(tmp_path / "in"))
    assert [Path(report.path).relative_to(tmp_path / "in").as_posix() for report in found] == [
        "b.txt", "c.jsonl", "a/1.txt", "a/2.MD",
    ]  # fmt: skip


def test_ids_are_unique_in_a_run(tmp_path: Path) -> None:
    paths = [written(tmp_path / folder / "news.txt", folder) for folder in "abc"]
    assert [report.id for report in reports(*paths)] == ["news", "news-2", "news-3"]


def test_a_file_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    assert reports(written(tmp_path / "list", "text"), written(tmp_path / "r.log", "text"))[1].id == "r"


@pytest.mark.parametrize(
    "content, ids",
    [
        (ARABIC.encode(), ["stdin"]),
        (b'{"id": "x", "text": "a"}\n{"text": "b"}\n', ["x", "stdin"]),
        (b'{"id": "x", "text": "a"}', ["x"]),
        (b'[\n{"id": "x", "text": "a"},\n{"id": "y", "text": "b"}]', ["x", "y"]),
        (b"{ braces } are no JSON\nof course", ["stdin"]),
        (b'{"no": "report"}\n', ["stdin"]),
    ],
    ids=["text", "lines", "object", "list", "braces", "other JSON"],
)
def test_standard_input_is_a_text_or_json(content: bytes, ids: list[str]) -> None:
    assert [report.id for report in reports("-", stdin=content)] == ids


def test_what_a_report_says_itself_comes_before_the_command_line(tmp_path: Path) -> None:
    given = Defaults(When("2020"), "Mine", "ar")
    plain = written(tmp_path / "a.txt", "x")
    said = written(tmp_path / "b.md", "---\npublished: 2021\npublisher: Theirs\nlang: en\n---\ny")
    first, second = [taken.report for taken in take([plain, said], given) if isinstance(taken, Original)]
    assert (first.published, first.publisher, first.lang) == (When("2020"), "Mine", "ar")
    assert (second.published, second.publisher, second.lang) == (When("2021"), "Theirs", "en")


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    paths = [written(tmp_path / "a.txt", "x"), str(tmp_path / "missing"), written(tmp_path / "b.txt", "y")]
    assert [type(found).__name__ for found in read(paths)] == ["Report", "Failure", "Report"]


def test_a_corpus_without_ids_is_named_in_linear_time() -> None:
    ids = Ids(["news"])
    assert [ids.unique("news") for _ in range(100_000)][-1] == "news-100001"
