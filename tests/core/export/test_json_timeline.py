"""The JSON that scripts depend on."""

import json
from dataclasses import replace

from tests.core.export.words import case, decided, decision
from tests.core.words import report, teller, timeline
from timeline_core.export import EXPORTERS
from timeline_core.export.scope import Scope
from timeline_core.model.decision import Act

REPORT = report(
    "أعلنت القيادة المركزية الأميركية أمس أن غارة قتلت 3 عناصر من «داعش» في الحسكة في 10 أيار.",
    "2023-05-20",
    "r1",
    title="ع",
)
TOLD = timeline(REPORT)
LATER = ["starred", "machine", "tellings", "conflicts", "roles", "origins", "bound", "made_by", "date_set_by_person"]
"""What came after the first scripts: behind what they know."""
EXPORTED = json.loads(EXPORTERS["json"](TOLD, teller("en"), Scope("actor:isis")))


def test_the_top_has_these_keys_in_this_order() -> None:
    known = ["format", "query", "reports", "events", "actors", "places", "undated"]
    assert list(EXPORTED) == [*known, "orphans", "left_out"]
    assert (EXPORTED["format"], EXPORTED["query"]) == ("waqai-timeline/1", "actor:isis")


def test_a_report_has_these_keys() -> None:
    [one] = EXPORTED["reports"]
    assert list(one) == ["id", "title", "publisher", "published", "lang", "path", "url", "sha256", "dates"]
    assert one["published"] == {"edtf": "2023-05-20", "origin": "given", "why": ""}
    assert one["lang"] == "ar"


def test_every_date_of_a_report_is_told_with_what_became_of_it() -> None:
    [one] = EXPORTED["reports"]
    assert [list(date) for date in one["dates"]] == [["text", "start", "end", "edtf", "verdict"]] * 2
    assert [(date["text"], date["edtf"]) for date in one["dates"]] == [("أمس", "2023-05-19"), ("10 أيار", "2023-05-10")]
    for date in one["dates"]:
        assert REPORT.text[date["start"] : date["end"]] == date["text"]
        assert list(date["verdict"]) == ["effect", "rule", "start", "end", "limit", "event"]
        assert (date["verdict"]["effect"], date["verdict"]["event"]) == ("dates", True)


def test_a_date_of_which_no_event_is_made_says_why() -> None:
    told = timeline(report("The minister was due to visit Baghdad on 3 May 2023.", "2023-05-20", "r1"))
    [one] = json.loads(EXPORTERS["json"](told, teller("en"), Scope()))["reports"]
    [date] = one["dates"]
    assert (date["edtf"], date["verdict"]["limit"], date["verdict"]["event"]) == ("2023-05-03", "planned", False)


def test_an_event_has_these_keys() -> None:
    event = EXPORTED["events"][0]
    what = ["id", "when", "kind", "title", "lang", "actors", "places", "announces", "disputes"]
    assert list(event) == [*what, "status", "tags", "note", "figures", "evidence", *LATER]
    assert event["when"] == {
        "edtf": "2023-05-10",
        "first": "2023-05-10",
        "last": "2023-05-10",
        "precision": "day",
        "approximate": False,
        "mod": None,
    }


def test_evidence_counts_code_points_of_the_report() -> None:
    for event in EXPORTED["events"]:
        for piece in event["evidence"]:
            assert list(piece) == [
                "report",
                "role",
                "exact",
                "prefix",
                "suffix",
                "start",
                "end",
                "told_in",
                "told_by",
                "expression",
            ]
            assert REPORT.text[piece["start"] : piece["end"]] == piece["exact"]
            said = piece["expression"]
            assert list(said) == ["text", "start", "end", "edtf", "rule", "anchor", "why"]
            assert REPORT.text[said["start"] : said["end"]] == said["text"]


def test_a_figure_is_a_fact_with_its_place() -> None:
    [figure] = EXPORTED["events"][0]["figures"]
    assert (figure["what"], figure["low"], figure["high"], figure["report"]) == ("killed", 3, 3, "r1")
    assert REPORT.text[figure["start"] : figure["end"]] == "3"


def test_only_actors_and_places_of_the_events_are_named() -> None:
    assert {actor["id"] for actor in EXPORTED["actors"]} == {"centcom", "isis"}
    assert {place["id"] for place in EXPORTED["places"]} == {"hasakah"}
    assert all(list(entry) == ["id", "type", "names"] for entry in EXPORTED["actors"])


def test_an_undated_event_is_told_with_no_when() -> None:
    told = timeline(report("أعلن التحالف الدولي مقتل قيادي في «داعش»."))
    [event] = json.loads(EXPORTERS["json"](told, teller("en"), Scope()))["undated"]
    assert (event["when"], event["evidence"][0]["expression"]) == (None, None)


def test_what_a_person_did_is_told_beside_what_the_machine_derived() -> None:
    exported = json.loads(EXPORTERS["json"](decided(), teller("en"), Scope()))
    by_id = {event["id"]: event for event in exported["events"]}
    raid, denial = by_id["2023-02-10--5"], by_id["2023-02-17--8"]
    assert (raid["status"], raid["starred"], raid["tags"], raid["machine"]) == (
        "accepted",
        True,
        ["raid", "east"],
        None,
    )
    assert denial["machine"] == {"when": None, "title": "نفي", "kind": "occurrence", "actors": ["sdf"]}


def test_a_telling_is_of_one_report_and_its_quotes_are_among_the_evidence() -> None:
    for event in EXPORTED["events"]:
        places = [(piece["report"], piece["start"], piece["end"]) for piece in event["evidence"]]
        told = [(one["report"], piece["start"], piece["end"]) for one in event["tellings"] for piece in one["evidence"]]
        assert sorted(told) == sorted(places)


def test_decisions_without_an_event_and_what_was_left_out_are_told() -> None:
    told = case()
    orphan = decision("d1", Act.NOTE, told.events[0], told, "x")
    exported = json.loads(
        EXPORTERS["json"](
            replace(told, orphans=(orphan,)), teller("en"), Scope(rejected=2, redacted=1, tags=("secret",))
        )
    )
    [one] = exported["orphans"]
    assert (one["id"], one["act"], one["values"]) == ("d1", "note", ["x"])
    assert one["targets"][0]["holds"][0]["exact"] == told.events[0].evidence[0].exact
    assert exported["left_out"] == {"rejected": 2, "redacted": 1, "tags": ["secret"]}
