"""An export as JSON lines is a library: what comes back is the same timeline, with every decision."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from store.reports.library import Library
from tests.commands.words import RAID, Streams
from tests.store.intake.documents import archive, mail, word
from tests.store.words import written

PAGE = (
    "<html><head><title>بيان</title></head><body><article><p>أعلنت قوات سوريا الديمقراطية أنها اعتقلت ثلاثة عناصر من"
    " تنظيم الدولة في الحسكة في 12 شباط 2023.</p><p>وقالت إن العملية جرت فجراً.</p></article></body></html>"
)


@pytest.fixture
def library(waqai: Streams, tmp_path: Path) -> Path:
    """Reports of three kinds, decided upon in every way that there is."""
    (tmp_path / "raid.txt").write_text(RAID, "utf-8")
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "more.md").write_text("---\npublished: 2023-03-01\n---\nقتل جنديان أمس في دير الزور.\n", "utf-8")
    folder = tmp_path / "old"
    assert (
        waqai("--library", folder, "add", *(tmp_path / name for name in ("raid.txt", "page.html", "more.md"))).code == 0
    )
    ids = [event["id"] for event in timeline(waqai, folder)["events"]]
    for words in (
        (ids[0], "star"),
        (ids[0], "tag", "prison"),
        (ids[1], "accept"),
        (ids[1], "note", "seen"),
        (ids[-1], "reject"),
        (ids[-2], "date", "2023-02"),
        (ids[2], "title", "عنوان آخر"),
        (ids[2], "undo"),
    ):
        said = waqai("--library", folder, "decide", *words)
        assert said.code == 0, said.err
    return folder


def timeline(waqai: Streams, folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(waqai("--library", folder, "export", "--format", "json", "--everything").out)
    return read


TOLD_BY_ALL = (
    "أعلنت وزارة الصحة أمس مقتل سبعة أشخاص وإصابة عشرين آخرين في قصف استهدف السوق الشعبي في إدلب يوم 14 آذار 2024.\n\n"
    "وقال متحدث إن فرق الإنقاذ انتشلت خمس جثث صباح الأربعاء الماضي، ونزحت ثلاثون عائلة في مطلع الشهر الجاري.\n"
)
"""One text of one day in files of many kinds: nothing but the text itself may say which of them comes first."""


@pytest.fixture
def copies(waqai: Streams, tmp_path: Path) -> Path:
    """A library of such files."""
    made = {
        "a.txt": TOLD_BY_ALL.encode(),
        "b.md": f"---\npublisher: النهر\n---\n\n{TOLD_BY_ALL} وأضاف أن القصف كان عنيفا.\n".encode(),
        "c.txt": f"{TOLD_BY_ALL} والحصيلة أولية.".encode("cp1256"),
        "d.html": f"<html><body><p>{TOLD_BY_ALL}</p><p>وقال إن العدد قد يرتفع.</p></body></html>".encode(),
        "e.eml": mail(f"{TOLD_BY_ALL} انتهى البيان."),
        "f.docx": word(TOLD_BY_ALL, "انتهى"),
    }
    paths = [written(tmp_path / name, content) for name, content in made.items()]
    folder = tmp_path / "copies"
    assert waqai("--library", folder, "add", *paths, "--published", "2024-03-20").code == 0
    return folder


@pytest.mark.parametrize("way", ["file", "folder", "stdin"])
def test_whatever_its_reports_were_it_comes_back_the_same_in_every_way(
    waqai: Streams, copies: Path, tmp_path: Path, way: str
) -> None:
    ids = [event["id"] for event in timeline(waqai, copies)["events"]]
    for words in ((ids[0], "star"), (ids[-1], "tag", "x"), (ids[1], "note", "seen"), (ids[2], "reject")):
        assert waqai("--library", copies, "decide", *words).code == 0
    made = ("new", "--report", "d", "--words", "وقال إن العدد قد يرتفع.", "--date", "19 آذار 2024")
    assert waqai("--library", copies, "decide", *made).code == 0
    file, new = tmp_path / "out" / "all.jsonl", tmp_path / "new"
    file.parent.mkdir()
    assert waqai("--library", copies, "export", "--format", "jsonl", "--everything", "-o", file).code == 0
    path = {"file": str(file), "folder": str(file.parent), "stdin": "-"}[way]
    said = waqai("--library", new, "add", path, stdin=file.read_bytes() if way == "stdin" else b"")
    assert (said.code, "5 decisions taken in" in said.err) == (0, True), said.err
    before, after = timeline(waqai, copies), timeline(waqai, new)
    for part in ("events", "undated", "actors", "places", "orphans"):
        assert after[part] == before[part], part


def test_decisions_that_are_packed_are_told_of(waqai: Streams, library: Path, tmp_path: Path) -> None:
    text = waqai("--library", library, "export", "--format", "jsonl").out
    packed = tmp_path / "all.zip"
    packed.write_bytes(archive(("all.jsonl", text)))
    said = waqai("--library", tmp_path / "new", "add", packed)
    assert "all.zip/all.jsonl: is an export; its decisions are taken only from a file of its own" in said.err


def test_what_comes_back_is_the_same_timeline_decisions_included(waqai: Streams, library: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "all.jsonl", tmp_path / "new"
    assert waqai("--library", library, "export", "--format", "jsonl", "--everything", "-o", file).code == 0
    said = waqai("--library", new, "add", file)
    assert (said.code, said.out) == (0, "3 reports read: 3 new, 0 duplicates, 0 failed\n"), said.err
    before, after = timeline(waqai, library), timeline(waqai, new)
    assert {event["status"] for event in before["events"]} == {"draft", "edited", "accepted", "rejected"}
    assert any(event["machine"] for event in before["events"])
    for part in ("events", "undated", "actors", "places", "orphans"):
        assert after[part] == before[part], part
    for one, other in zip(before["reports"], after["reports"], strict=True):
        assert {**one, "path": "", "sha256": ""} == {**other, "path": "", "sha256": ""}
    logs = [Library(folder).decisions.log() for folder in (library, new)]
    assert [(one.id, one.act, one.values, one.undoes) for one in logs[0]] == [
        (one.id, one.act, one.values, one.undoes) for one in logs[1]
    ]
    again = waqai("--library", new, "add", file)
    assert (again.out, "decision" in again.err) == ("3 reports read: 0 new, 3 duplicates, 0 failed\n", False)


def test_it_can_be_read_without_keeping_it(waqai: Streams, library: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    waqai("--library", library, "export", "--format", "jsonl", "--everything", "-o", file)
    read = json.loads(waqai("export", "--format", "json", "--everything", "--from", file).out)
    assert read["events"] == timeline(waqai, library)["events"]


def test_a_decision_that_is_none_is_told_and_the_others_are_taken(
    waqai: Streams, library: Path, tmp_path: Path
) -> None:
    file, new = tmp_path / "all.jsonl", tmp_path / "new"
    waqai("--library", library, "export", "--format", "jsonl", "--everything", "-o", file)
    text = file.read_text("utf-8").replace('"act": "star"', '"act": "explode"')
    file.write_text(text, "utf-8")
    said = waqai("--library", new, "add", file)
    assert said.code == 0
    assert "«explode» is no act that this Waqai knows; it is passed over" in said.err
    assert len(Library(new).decisions.log()) == len(Library(library).decisions.log()) - 1


def test_what_is_tagged_sensitive_is_not_handed_on(waqai: Streams, library: Path, tmp_path: Path) -> None:
    first = timeline(waqai, library)["events"][0]
    assert waqai("--library", library, "decide", first["id"], "tag", "sensitive").code == 0
    file = tmp_path / "all.jsonl"
    said = waqai("--library", library, "export", "--format", "jsonl", "--everything", "-o", file)
    assert "redacted (sensitive); --unredacted takes them in" in said.err
    text = file.read_text("utf-8")
    assert first["evidence"][0]["exact"] not in text
    assert first["id"] not in text
    whole = waqai("--library", library, "export", "--format", "jsonl", "--unredacted").out
    assert first["evidence"][0]["exact"] in whole


def test_rejected_events_are_left_out_and_that_is_told(waqai: Streams, library: Path) -> None:
    said = waqai("--library", library, "export", "--format", "json")
    assert {event["status"] for event in json.loads(said.out)["events"]} == {"draft", "edited", "accepted"}
    assert "1 rejected event left out; --everything takes them in" in said.err
    asked = waqai("--library", library, "export", "status:rejected", "--format", "json")
    assert [event["status"] for event in json.loads(asked.out)["events"]] == ["rejected"]


def test_a_list_for_machines_says_that_it_holds_what_is_sensitive(waqai: Streams, library: Path) -> None:
    first = timeline(waqai, library)["events"][0]["id"]
    waqai("--library", library, "decide", first, "tag", "sensitive")
    assert "1 event tagged sensitive in this list" in waqai("--library", library, "list", "--format", "csv").err
    assert waqai("--library", library, "list", "-tag:sensitive", "--format", "csv").err == ""


def test_an_export_that_comes_home_brings_its_decisions_and_no_report_again(
    waqai: Streams, copies: Path, tmp_path: Path
) -> None:
    """A colleague decided upon it in a library of his own, made of nothing but the file."""
    file, other, back = tmp_path / "out.jsonl", tmp_path / "other", tmp_path / "back.jsonl"
    assert waqai("--library", copies, "export", "--format", "jsonl", "-o", file).code == 0
    assert waqai("--library", other, "add", file).code == 0
    first = timeline(waqai, copies)["events"][0]["id"]
    assert waqai("--library", other, "decide", first, "tag", "seen").code == 0
    assert waqai("--library", other, "export", "--format", "jsonl", "-o", back).code == 0
    said = waqai("--library", copies, "add", back)
    assert said.out == "6 reports read: 0 new, 6 duplicates, 0 failed\n"
    assert "1 decision taken in" in said.err
    assert timeline(waqai, copies)["events"][0]["tags"] == ["seen"]
    assert "all is well" in waqai("--library", copies, "library", "verify", "--events").err
