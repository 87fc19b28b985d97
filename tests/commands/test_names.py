"""`waqai names`: whom a report names and where, for scripts and for people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.words import Streams
from tests.core.words import known
from timeline_core.model.entry import Named
from timeline_core.model.span import Span
from timeline_core.text.fold import fold
from tui.commands.names import kind

TEXT = "قال إبراهيم القحطاني إن القوات الأميركية دخلت الحسكة."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_every_name_has_its_offsets_kind_and_id(waqai: Streams, report: Path) -> None:
    said = waqai("names", report, "--format", "jsonl")
    [line] = said.out.splitlines()
    found = json.loads(line)
    assert found["id"] == "one"
    assert [(TEXT[name["start"] : name["end"]], name["type"]) for name in found["names"]] == [
        ("إبراهيم القحطاني", "person"),
        ("القوات الأميركية", "group"),
        ("الحسكة", "place"),
    ]
    assert all(name["id"] for name in found["names"])


@pytest.mark.parametrize(
    "text, said, ids",
    [
        ("احترق مخزن في طرابلس.", "طرابلس", ["tripoli", "tripoli-lebanon"]),
        ("A depot burned in Tripoli.", "Tripoli", ["tripoli", "tripoli-lebanon"]),
        ("سافر المدرب إلى عمان.", "عمان", ["amman", "oman"]),
        ("A ferry stopped in Hyderabad.", "Hyderabad", ["place:1269843", "place:1176734"]),
    ],
)
def test_a_name_that_several_places_bear_is_told_as_open(
    waqai: Streams, tmp_path: Path, text: str, said: str, ids: list[str]
) -> None:
    (path := tmp_path / "two.txt").write_text(text, "utf-8")
    found = json.loads(waqai("names", path, "--format", "jsonl").out)
    [one] = found["open"]
    assert (text[one["start"] : one["end"]], sorted(one["ids"])) == (said, sorted(ids))
    assert not found["names"]
    assert f"[{' or '.join(one['ids'])}]" in waqai("names", path).out


@pytest.mark.parametrize(
    "text, said",
    [
        ("احترق مخزن في طرابلس، وأغلقت الشرطة الليبية الطريق.", "tripoli"),
        ("احترق مخزن في طرابلس، وأغلقت الشرطة اللبنانية الطريق.", "tripoli-lebanon"),
        ("A depot burned in Tripoli, and Lebanese firemen came.", "tripoli-lebanon"),
        ("احترق مخزن في طرابلس، وأغلقت الشرطة الليبية واللبنانية الطريق.", ""),
        ("عاد من الحفل.", ""),
    ],
)
def test_the_state_that_a_text_speaks_of_tells_which_is_meant(
    waqai: Streams, tmp_path: Path, text: str, said: str
) -> None:
    (path := tmp_path / "two.txt").write_text(text, "utf-8")
    found = json.loads(waqai("names", path, "--format", "jsonl").out)
    assert [name["id"] for name in found["names"] if name["type"] == "place"] == ([said] if said else [])
    assert ("open" in found) == (not said and "طرابلس" in text)


def test_for_people_a_name_stands_on_a_line_of_its_own(waqai: Streams, report: Path) -> None:
    said = waqai("names", report)
    assert said.code == 0
    assert said.out.startswith("one: 3 names\n")
    assert "place         الحسكة" in said.out


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(waqai: Streams, report: Path) -> None:
    said = waqai("names", report.parent / "none.txt", report, "--format", "jsonl")
    assert said.code == 1
    assert "none.txt" in said.err
    assert len(said.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("said", "category", "id", "type", "expected"),
    [
        ("الحسكة", "place", "hasakah", "town", "place"),
        ("العراق", "actor", "iraq", "state", "place"),
        ("للعراق", "actor", "iraq", "state", "place"),
        ("عراقية", "actor", "iraq", "state", "reference"),
        ("لونغ", "actor", "person:lng", "person", "person"),
        ("الرئيس", "actor", "person:lng", "person", "reference"),
        ("قسد", "actor", "sdf", "armed group", "organisation"),
        ("التنظيم", "actor", "isis", "armed group", "reference"),
        ("الشرطة", "actor", "some:police", "armed force", "group"),
        ("Turkish police", "actor", "body:turkey:police", "armed force", "group"),
        ("البنك المركزي", "actor", "some", "organisation", "organisation"),
        ("مشاة البحرية الشرقية", "actor", "gone", "", "organisation"),
    ],
)
def test_a_kind_of_body_is_a_group_and_what_has_no_word_of_the_name_refers(
    said: str, category: str, id: str, type: str, expected: str
) -> None:
    called = {*map(fold, ("حسكة", "عراق", "لونغ", "قسد", "داعش", "بنك", "مشاة"))}
    assert kind(Named(Span(0, 1), id, category), type, said, known(), called) == expected
