"""The JSON that scripts depend on."""

import json

from tests.core.words import report, teller, timeline
from timeline_core.export import EXPORTERS

REPORT = report(
    "أعلنت القيادة المركزية الأميركية أمس أن غارة قتلت 3 عناصر من «داعش» في الحسكة في 10 أيار.",
    "2023-05-20",
    "r1",
    title="ع",
)
TOLD = timeline(REPORT)
EXPORTED = json.loads(EXPORTERS["json"](TOLD, teller("en"), "actor:isis"))


def test_the_top_has_these_keys_in_this_order() -> None:
    assert list(EXPORTED) == ["format", "query", "reports", "events", "actors", "places", "undated"]
    assert (EXPORTED["format"], EXPORTED["query"]) == ("waqai-timeline/1", "actor:isis")


def test_a_report_has_these_keys() -> None:
    [one] = EXPORTED["reports"]
    assert list(one) == ["id", "title", "publisher", "published", "lang", "path", "url", "sha256"]
    assert one["published"] == {"edtf": "2023-05-20", "origin": "given", "why": ""}
    assert one["lang"] == "ar"


def test_an_event_has_these_keys() -> None:
    event = EXPORTED["events"][0]
    what = ["id", "when", "kind", "title", "lang", "actors", "places", "announces", "disputes"]
    assert list(event) == [*what, "status", "tags", "note", "figures", "evidence"]
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
            assert list(piece) == ["report", "role", "exact", "prefix", "suffix", "start", "end", "expression"]
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
    [event] = json.loads(EXPORTERS["json"](told, teller("en"), ""))["undated"]
    assert (event["when"], event["evidence"][0]["expression"]) == (None, None)
