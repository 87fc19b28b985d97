"""The sample dossier, from files to timeline: the founding case."""

import json
from functools import cache
from pathlib import Path

import frontmatter
import pytest

from seeds.load import report_paths
from tests.core.words import report, teller, timeline
from timeline_core.model.event import Event, Kind
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline

GOLD = json.loads((Path(__file__).parent.parent / "seeds" / "dossier.gold.json").read_text("utf-8"))


def read(path: Path) -> Report:
    about, text = frontmatter.parse(path.read_text("utf-8"))
    published = str(about["published"]) if "published" in about else None
    return report(text, published, path.stem, title=str(about["title"]), publisher=str(about["publisher"]))


@cache
def dossier() -> Timeline:
    return timeline(*map(read, report_paths()))


def at(edtf: str, kind: Kind = Kind.OCCURRENCE) -> Event:
    [event] = [e for e in dossier().events if e.when is not None and e.when.edtf == edtf and e.kind is kind]
    return event


def test_the_raid_is_one_event_in_two_languages() -> None:
    raid = at("2023-02-10")
    assert {piece.report for piece in raid.evidence} >= {"qahtani-raid", "centcom-statement", "homsi-raid-undated"}
    assert {"ibrahim-al-qahtani", "us-forces", "coalition"} <= set(raid.actors)


@pytest.mark.parametrize("day", ["2023-02-15", "2023-02-16"])
def test_the_statements_point_to_the_raid(day: str) -> None:
    assert at(day, Kind.ANNOUNCEMENT).announces == (at("2023-02-10").id,)


def test_the_later_raid_is_dated_by_the_report_that_knows_its_day() -> None:
    raid = at("2023-02-16")
    assert {"homsi-raid-undated", "homsi-raid-wire"} == set(raid.reports)
    assert ("wounded", 4) in {(figure.what, figure.low) for figure in raid.figures}


def test_the_attack_of_ghweiran_is_told_by_three_reports() -> None:
    attack = at("2022-01-20")
    assert {"ghweiran-attack", "qahtani-raid"} <= set(attack.reports)
    assert "sinaa-prison" in attack.places


def test_the_tally_keeps_its_figures() -> None:
    tally = at("2023-01")
    assert {("operations", 43), ("killed", 11), ("arrested", 227)} <= {(f.what, f.low) for f in tally.figures}
    assert len(tally.reports) == 3


def test_the_warning_of_late_2021_is_background() -> None:
    [warning] = [e for e in dossier().events if e.when is not None and e.when.edtf == "2021"]
    assert (warning.when and warning.when.mod, warning.background) == ("END", True)


def test_every_reason_names_its_words() -> None:
    tell = teller("en")
    for event in (*dossier().events, *dossier().undated):
        for piece in event.evidence:
            if piece.expression is not None and piece.expression.when is not None:
                assert piece.expression.text in tell.why(piece.expression, dossier().published[piece.report])


def test_every_quote_stands_in_its_report() -> None:
    for event in (*dossier().events, *dossier().undated):
        for piece in event.evidence:
            text = next(one.text for one in dossier().reports if one.id == piece.report)
            assert piece.span.of(text) == piece.exact


@pytest.mark.parametrize("wanted", GOLD, ids=lambda wanted: f"{wanted['edtf']} {wanted['kind']} {wanted['gist'][:40]}")
def test_the_dossier_gives_what_an_analyst_would_draw(wanted: dict[str, str]) -> None:
    told = (*dossier().events, *dossier().undated)
    found = [e for e in told if (e.when.edtf if e.when else None) == wanted["edtf"] and e.kind.value == wanted["kind"]]
    assert found, "no such event"


RAID = "قال الجيش إن القيادي سليم الراوي قتل في غارة على بلدة الشحيل يوم 12 آذار."
STATEMENT = """وصلت تعزيزات إلى الشرق.
وفي الـ19 من الشهر الجاري، تحدثت القيادة في كتاب لها، عن {deed} للجيش قرب بلدة الشحيل{joint} أدت إلى مقتل قيادي.
وأكد البيان مقتل المدعو سليم الراوي أثناء العملية، مشيرا إلى أن الحملة مستمرة."""


def told_together(deed: str, joint: str) -> Timeline:
    return timeline(
        report(RAID, "2023-03-13", "raid"), report(STATEMENT.format(deed=deed, joint=joint), None, "statement")
    )


@pytest.mark.parametrize("joint", ["،", ""])
def test_an_undated_report_is_dated_by_an_operation_that_a_saying_tells_of(joint: str) -> None:
    told = told_together("عملية", joint)
    [said] = [one for one in told.events if one.kind is Kind.ANNOUNCEMENT]
    [raid] = [one for one in told.events if one.kind is Kind.OCCURRENCE and one.when is not None]
    assert (said.when and said.when.edtf, said.announces) == ("2023-03-19", (raid.id,))
    assert raid.when is not None
    assert (raid.when.edtf, set(raid.reports)) == ("2023-03-12", {"raid", "statement"})


def test_what_a_saying_tells_of_a_plan_dates_no_report() -> None:
    told = told_together("خطة", "،")
    assert told.published["statement"].when is None


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("أعلن الجيش مقتل قائد في غارة.\nوكثر الكلام بين رعاة، والذين نبهوا إلى عدم وجود قائد بهذا الاسم.", 1),
        ("أعلن الجيش مقتل قائد في غارة.\nوتوالت الردود بين ناشطين، والذين لم ينفوا وجود قائد بهذا الاسم.", 0),
    ],
    ids=("denied", "not denied"),
)
def test_those_who_are_said_to_deny_a_happening_deny_it(text: str, kinds: int) -> None:
    told = timeline(report(text, "2023-03-13"))
    assert sum(event.kind is Kind.DENIAL for event in (*told.events, *told.undated)) == kinds
