"""Columns and keys of the trade, which need no `--map`: what was taken is told, and what was not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.store.intake.chats.words import days, read

TEXT = "The bridge fell yesterday."


@pytest.mark.parametrize(
    "name, value, day",
    [
        ("date", "2023-05-02", "2023-05-02"),
        ("created_at", "2023-05-02T10:00:00Z", "2023-05-02"),
        ("createdAt", "2023-05-02T10:00:00+03:00", "2023-05-02"),
        ("datePublished", "2 May 2023", "2023-05-02"),
        ("timestamp", 1683028800, "2023-05-02"),
        ("timestamp_ms", 1683028800000, "2023-05-02"),
        ("time", "Tue, 02 May 2023 10:00:00 +0300", "2023-05-02"),
        ("التاريخ", "٢ أيار ٢٠٢٣", "2023-05-02"),
        ("تاريخ النشر", "2 مايو 2023", "2023-05-02"),
        ("issued", {"date-parts": [["2023", 5, 2]]}, "2023-05-02"),
        ("date", {"created": "2023-05-02T10:00:00+00:00"}, "2023-05-02"),
    ],
)
def test_the_day_is_taken_from_any_usual_key(tmp_path: Path, name: str, value: object, day: str) -> None:
    [found], told = read(tmp_path / "a.json", json.dumps([{"text": TEXT, name: value}]))
    assert days([found]) == [day]
    assert told == [f"taken without being asked: published from «{name}»"]


@pytest.mark.parametrize("name", ["full_text", "message", "body", "abstract", "النص", "articleBody", "نص الخبر"])
def test_the_text_is_taken_from_any_usual_key(tmp_path: Path, name: str) -> None:
    [found], told = read(tmp_path / "a.json", json.dumps({name: TEXT}))
    assert found.text == TEXT
    assert told == [f"taken without being asked: text from «{name}»"]


def test_names_of_our_own_need_no_word(tmp_path: Path) -> None:
    _, told = read(tmp_path / "a.json", json.dumps({"text": TEXT, "published": "2023-05-02", "source": "A"}))
    assert told == []


@pytest.mark.parametrize("around", ["data", "items", "messages", "posts", "results"])
def test_reports_are_found_within_what_is_around_them(tmp_path: Path, around: str) -> None:
    found, _ = read(tmp_path / "a.json", json.dumps({"meta": {"total": 2}, around: [{"text": "a"}, {"text": "b"}]}))
    assert [one.text for one in found] == ["a", "b"]


def test_an_answer_of_reliefweb(tmp_path: Path) -> None:
    answer = {
        "totalCount": 1,
        "data": [
            {
                "id": "77",
                "fields": {
                    "title": "Flash Update",
                    "body": TEXT,
                    "date": {"original": "2023-05-02T00:00:00+00:00", "created": "2023-05-04T00:00:00+00:00"},
                    "source": [{"name": "OCHA"}],
                    "language": [{"name": "English", "code": "en"}],
                    "url": "https://example.org/77",
                },
            }
        ],
    }
    [found], _ = read(tmp_path / "a.json", json.dumps(answer))
    assert (found.title, found.publisher, found.url) == ("Flash Update", "OCHA", "https://example.org/77")
    assert days([found]) == ["2023-05-02"]


def test_a_text_that_is_a_page_is_read_as_one(tmp_path: Path) -> None:
    [found], _ = read(tmp_path / "a.json", json.dumps({"content": {"rendered": f"<p>{TEXT}</p><p>More.</p>"}}))
    assert found.text == f"{TEXT}\nMore."


def test_a_day_that_nobody_asked_for_and_that_may_be_two_leaves_the_report_undated(tmp_path: Path) -> None:
    found, told = read(tmp_path / "a.csv", "date,text\n02/03/2023,a bridge\n04/05/2023,a road\n")
    assert days(found) == ["", ""]
    assert told[1].startswith("2 of the dates of «date» are no days, or may be two («02/03/2023», «04/05/2023»)")


def test_a_table_of_crowdtangle(tmp_path: Path) -> None:
    table = (
        '\ufeff"Page Name","Page Created","Post Created","Post Created Date","URL","Message"\n'
        '"راصد","2014-03-01 10:00:00","2023-05-02 23:14:22 EET","2023-05-02","https://e.org/1","انهار الجسر اليوم"\n'
    )
    [found], [told] = read(tmp_path / "a.csv", table)
    assert (found.text, found.publisher, found.url) == ("انهار الجسر اليوم", "راصد", "https://e.org/1")
    assert days([found]) == ["2023-05-02"]
    assert told == (
        "taken without being asked: text from «Message», publisher from «Page Name», published from «Post Created»"
    )


def test_rows_that_auto_archiver_could_not_keep_are_passed_over_and_counted(tmp_path: Path) -> None:
    table = (
        "Link,Archive status,Upload timestamp,Upload title,Text content\n"
        f"https://t.me/a/2,telethon_archiver: success,2023-05-02T10:00:00+00:00,,{TEXT}\n"
        "https://t.me/a/3,nothing archived,,,\n"
    )
    found, told = read(tmp_path / "a.csv", table)
    assert days(found) == ["2023-05-02"]
    assert told[-1] == "passed over: 1 not archived"


@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_what_excel_writes_for_itself_is_no_row(tmp_path: Path, name: str) -> None:
    """`sep=;`, and «Unicode text» with tabs."""
    table = "sep=;\r\ndate;text\r\n2023-05-02;" if name == "a.csv" else "date\ttext\r\n2023-05-02\t"
    [found], _ = read(tmp_path / name, f"{table}{TEXT}\r\n".encode("utf-16" if name == "a.txt" else "utf-8"))
    assert (found.text, days([found])) == (TEXT, ["2023-05-02"])


def test_a_column_that_is_asked_for_is_the_one_that_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    found, told = read(path, f"date,when,text\n2023-01-01,2023-05-02,{TEXT}\n", columns=(("published", "when"),))
    assert days(found) == ["2023-05-02"]
    assert told == []


def test_the_same_text_of_two_days_is_two_reports(tmp_path: Path) -> None:
    found, _ = read(tmp_path / "a.csv", f"published,text\n2023-05-02,{TEXT}\n2023-05-09,{TEXT}\n2023-05-09,{TEXT}\n")
    assert len({one.sha256 for one in found}) == 2


@pytest.mark.parametrize(
    "name, content", [("a.csv", "seen,text\n2023-05-02,x\n"), ("a.json", '[{"text": "x", "seen": 1683028800}]')]
)
def test_a_column_of_days_that_is_not_taken_is_told(tmp_path: Path, name: str, content: str) -> None:
    found, told = read(tmp_path / name, content)
    assert days(found) == [""]
    assert told == ["«seen» holds days and is not used, so reports have none; --map published=seen takes it"]


def test_a_column_of_years_or_numbers_is_no_column_of_days(tmp_path: Path) -> None:
    _, told = read(tmp_path / "a.csv", "year,code,text\n2023,20230,x\n")
    assert told == []


def test_the_same_words_at_two_addresses_are_two_posts_in_whatever_files(tmp_path: Path) -> None:
    one, _ = read(tmp_path / "a.csv", f"date,url,text\n2023-05-02,https://e.org/1,{TEXT}\n")
    two, _ = read(tmp_path / "b.csv", f"date,url,text\n2023-05-09,https://e.org/2,{TEXT}\n")
    again, _ = read(tmp_path / "c.csv", f"when,url,text\n2023-05-02,https://e.org/1,{TEXT}\n")
    assert one[0].sha256 != two[0].sha256
    assert one[0].sha256 == again[0].sha256
    assert one[0].text == TEXT
