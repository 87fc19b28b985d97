"""A library decided upon when only dated words made events: every decision still hangs, and what does not is told."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from store.decisions.decisions import Decisions
from tests.commands.words import Streams
from timeline_core.model.decision import Act, in_force

SAVED = Path(__file__).parents[1] / "store" / "files" / "library-3-dated"
LATER = {Act.NEW, Act.RENAME, Act.HIDE, Act.OTHER, Act.GAZETTEER, Act.DIFFERENT, Act.UNSURE, Act.APART, Act.DOUBT}
LATER |= {Act.STORY}
"""Acts that there were none of when it was saved; `test_actors.py`, `test_pairs.py` and others record them."""
Exported = list[dict[str, object]]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    shutil.copytree(SAVED, tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def told(waqai: Streams, library: Path) -> Exported:
    """Its events, the rejected ones too."""
    said = waqai("--library", library, "export", "--format", "json", "--everything")
    read = json.loads(said.out)
    assert read["orphans"] == []
    return [*read["events"], *read["undated"]]


def of(told: Exported, words: str) -> dict[str, object]:
    """The event one of whose quotes holds these words; titles may come out better by now."""
    pieces = [(event, event["evidence"]) for event in told]
    [found] = [
        event
        for event, evidence in pieces
        if isinstance(evidence, list) and any(words in piece["exact"] for piece in evidence)
    ]
    return found


def test_it_holds_decisions_of_every_kind(library: Path) -> None:
    log = Decisions(library).log()
    assert {one.act for one in log} == set(Act) - LATER
    assert {one.who for one in log} == {"ليلى", "Sam"}


def test_all_of_its_decisions_in_force_still_hang(waqai: Streams, library: Path) -> None:
    said = waqai("--library", library, "library", "verify", "--events")
    assert (said.code, said.out, said.err) == (0, "", "waqai: 8 reports and 30 decisions: all is well\n")


def test_what_was_undated_and_accepted_is_accepted_on_its_bound(told: Exported) -> None:
    shelling = of(told, "بقصف مدفعي لقوات النظام على بلدة كنصفرة")
    when = shelling["when"]
    assert isinstance(when, dict)
    assert (when["edtf"], shelling["status"], shelling["starred"]) == ("../2023-05-14", "accepted", True)
    assert (shelling["tags"], shelling["note"]) == (["كنصفرة"], "ينقصه اسم المستشفى")


def test_the_day_that_a_person_gave_what_was_undated_holds(told: Exported) -> None:
    raid = of(told, "Gunmen stormed a checkpoint")
    when, machine = raid["when"], raid["machine"]
    assert isinstance(when, dict)
    assert isinstance(machine, dict)
    assert (when["edtf"], machine["when"]["edtf"], raid["bound"]) == ("2023-07-31", "../2023-08-02", None)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("closed for repairs in March 2022", "rejected"),
        ("killed in the collapse of the bridge", "rejected"),
        ("a second bridge will be opened", "draft"),
        ("arrested seven suspects", "accepted"),
        ("نفى مجلس البلدية", "accepted"),
    ],
)
def test_what_was_accepted_and_rejected_is_so(told: Exported, words: str, status: str) -> None:
    statuses = {
        event["status"]
        for event in told
        if isinstance(event["evidence"], list) and any(words in piece["exact"] for piece in event["evidence"])
    }
    assert status in statuses


def test_what_was_corrected_joined_and_parted_is_so(told: Exported) -> None:
    fire = of(told, "A fire at the port market in Tripoli")
    assert fire is of(told, "اندلع حريق كبير في سوق الميناء")
    assert of(told, "reopened the bridge of Salhiya")["title"] == "The bridge of Salhiya is open again"
    assert of(told, "ارتفاع عدد القتلى إلى ستة")["kind"] == "occurrence"
    assert of(told, "اعتقلت الحمداني")["actors"] == ["some:police"]
    assert of(told, "أصدرت محكمة في الموصل") is not of(told, "قضت محكمة في الموصل")


def test_what_was_said_of_reports_and_names_holds(waqai: Streams, library: Path) -> None:
    read = json.loads(waqai("--library", library, "export", "--format", "json").out)
    publishers = {report["id"]: report["publisher"] for report in read["reports"]}
    assert publishers["bridge"] == "River Post (Deir ez-Zor)"
    assert "spare" not in publishers
    assert "شرطة الموصل" in [name for actor in read["actors"] for name in actor["names"].get("ar", ())]


def test_the_ids_that_decisions_were_made_upon_still_name_their_events(told: Exported, library: Path) -> None:
    """Scripts name events by id; what has a bound keeps the one that it had without a date."""
    asked = Counter(
        target.event for one in in_force(Decisions(library).log()) for target in one.targets if one.act is not Act.MERGE
    )
    ids = {event["id"] for event in told}
    assert {id for id in asked if id.startswith("undated--")} <= ids


def test_a_decision_whose_words_prove_nothing_any_more_is_counted_and_named(waqai: Streams, library: Path) -> None:
    waqai("--library", library, "reports", "remove", "raid")
    listed = waqai("--library", library, "list")
    assert "2 decisions found no event, or not all of it; «waqai library verify --events» names what was" in listed.err
    verified = waqai("--library", library, "library", "verify", "--events")
    named = [line.split(" finds no event: ")[1] for line in verified.out.splitlines()]
    assert (verified.code, named) == (
        1,
        [
            "«Gunmen stormed a checkpoint near Mayadin and killed four soldiers»",
            "«The army said that it had arrested seven suspects in the town of Asharah»",
        ],
    )
    exported = json.loads(waqai("--library", library, "export", "--format", "json").out)
    assert [one["act"] for one in exported["orphans"]] == ["date", "accept"]
