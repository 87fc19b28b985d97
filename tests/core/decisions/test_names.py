"""What a reader says of names: found in the text from then on, undone without a trace, the same in every order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.core.words import known, report
from timeline_core.decisions.names import apply_names
from timeline_core.derive import derive
from timeline_core.model.decision import Act, Decision
from timeline_core.model.entry import Entry
from timeline_core.names.gazetteer import Gazetteer

SDF = Entry("sdf", "actor", "armed force", {"ar": ("قسد",), "en": ("SDF",)})
QSD = Entry("qsd", "actor", "armed force", {"ar": ("قوات سوريا الديمقراطية",)}, affiliation="sdc")
SDC = Entry("sdc", "actor", "party", {"ar": ("مسد",)})
YPG = Entry("ypg", "actor", "armed force", {"en": ("YPG",)}, affiliation="qsd")
KNOWN = Gazetteer([SDF, QSD, SDC, YPG])


def act(id: str, kind: Act, *values: str, undoes: str = "") -> Decision:
    return Decision(id, kind, f"2026-01-01T00:00:0{id}.000Z", "sara", values=values, undoes=undoes)


def found(gazetteer: Gazetteer, text: str) -> list[str]:
    return [hit.id for hit in gazetteer.find(text)]


def test_a_name_that_was_added_is_found() -> None:
    after = apply_names(KNOWN, [act("1", Act.NAME, "sdf", "القوات الديمقراطية", "ar")])
    assert found(after, "قالت القوات الديمقراطية وقسد") == ["sdf", "sdf"]
    assert after["sdf"].name("ar") == "قسد"
    assert found(KNOWN, "قالت القوات الديمقراطية") == []


def test_a_name_that_was_given_to_one_is_no_other_s() -> None:
    after = apply_names(KNOWN, [act("1", Act.NAME, "ypg", "SDF", "en")])
    assert found(after, "SDF, قسد") == ["ypg", "sdf"]


def test_two_that_are_one_are_found_under_the_first_and_known_by_both_ids() -> None:
    after = apply_names(KNOWN, [act("1", Act.SAME, "sdf", "qsd")])
    assert found(after, "قسد، قوات سوريا الديمقراطية") == ["sdf", "sdf"]
    assert "qsd" in after
    assert after["qsd"] is after["sdf"]
    assert after.canonical("qsd") == "sdf"
    assert after["ypg"].affiliation == "sdf"
    assert [entry.id for entry in after] == ["sdf", "sdc", "ypg"]
    assert [entry.id for entry in after.only(["qsd"])] == ["sdf"]


def test_what_was_merged_into_what_was_merged_is_the_last() -> None:
    after = apply_names(KNOWN, [act("1", Act.SAME, "qsd", "ypg"), act("2", Act.SAME, "sdf", "qsd")])
    assert found(after, "YPG قوات سوريا الديمقراطية") == ["sdf", "sdf"]


def test_what_makes_a_circle_is_passed_by() -> None:
    after = apply_names(KNOWN, [act("1", Act.SAME, "sdf", "qsd"), act("2", Act.SAME, "qsd", "sdf")])
    assert found(after, "قسد، قوات سوريا الديمقراطية") == ["sdf", "sdf"]


def test_an_act_that_was_undone_leaves_nothing() -> None:
    log = [act("1", Act.SAME, "sdf", "qsd"), act("2", Act.NAME, "sdf", "X Y", "en")]
    undone = [act("3", Act.UNDO, undoes="1"), act("4", Act.UNDO, undoes="2")]
    assert apply_names(KNOWN, [*log, *undone]) is KNOWN


def test_acts_that_say_nothing_are_passed_by() -> None:
    log = [act("1", Act.NAME, "sdf"), act("2", Act.SAME, "sdf"), act("3", Act.NAME, "sdf", " ، ", "ar")]
    after = apply_names(KNOWN, log)
    assert [*after] == [*KNOWN]


@given(
    st.permutations(
        [act("1", Act.SAME, "qsd", "ypg"), act("2", Act.SAME, "sdf", "qsd"), act("3", Act.NAME, "ypg", "X", "en")]
    )
)
def test_the_order_of_the_log_tells_nothing(log: list[Decision]) -> None:
    one = apply_names(KNOWN, log)
    assert ([*one], one.aliases) == ([*apply_names(KNOWN, log[::-1])], one.aliases)
    assert found(one, "X") == ["sdf"]


def test_persons_that_only_reports_name_are_merged_and_named_too() -> None:
    text = "قتل القيادي خالد شرف الدين أمس، ثم دفن شرف الدين. وقتل العقيد سامي الحوراني أمس."
    read = report(text, "2023-05-20")
    [one, other] = [entry.id for entry in derive([read], known()).names if entry.type == "person"]
    log = [act("1", Act.SAME, one, other), act("2", Act.NAME, one, "أبو الوليد", "ar")]
    after = derive([read], replace(known(), gazetteer=apply_names(known().gazetteer, log)))
    assert [entry.id for entry in after.names if entry.type == "person"] == [one]
    assert after.names[other].id == one
    again = report("قتل أبو الوليد أمس في غارة.", "2023-05-20")
    assert [
        event.actors
        for event in derive([again], replace(known(), gazetteer=apply_names(known().gazetteer, log))).events
    ] == [(one,)]
