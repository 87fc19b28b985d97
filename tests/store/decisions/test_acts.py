"""What stands in a log is a decision or is refused, field by field: it may come from a stranger."""

from __future__ import annotations

from typing import Any

import pytest

from store.decisions import acts
from timeline_core.model.decision import Act, Decision, Hold, Target

HOLD = {"report": "0" * 64, "start": 3, "end": 9, "exact": "a fire"}
WHOLE: dict[str, Any] = {
    "id": "d1",
    "act": "note",
    "at": "2024-05-06T00:00:01.000Z",
    "who": "Lea",
    "values": ["seen"],
    "undoes": "d0",
    "cleared": True,
    "before": "5f",
    "targets": [
        {"event": "e1", "title": "a fire", "holds": [{**HOLD, "prefix": "of ", "suffix": ".", "kind": "o", "by": "x"}]}
    ],
}
DECISION = Decision(
    "d1",
    Act.NOTE,
    "2024-05-06T00:00:01.000Z",
    "Lea",
    (Target("e1", (Hold("0" * 64, 3, 9, "a fire", "of ", ".", "o", "x"),), "a fire"),),
    ("seen",),
    "d0",
    cleared=True,
    before="5f",
)


def test_a_decision_and_its_document_are_the_same() -> None:
    assert acts.decision(WHOLE) == DECISION
    assert acts.document(DECISION) == WHOLE


def test_what_is_empty_is_left_out_and_read_as_empty() -> None:
    bare = {"id": "d1", "act": "star", "at": "2024", "who": ""}
    assert acts.document(Decision("d1", Act.STAR, "2024", "")) == bare
    assert acts.decision(bare) == Decision("d1", Act.STAR, "2024", "")
    hung = {**bare, "targets": [{"holds": [{**HOLD, "start": 0, "end": 0}]}]}
    [target] = acts.decision(hung).targets
    assert target == Target("", (Hold("0" * 64, 0, 0, "a fire"),), "")
    assert acts.document(acts.decision(hung)) == hung


@pytest.mark.parametrize("name", ["id", "act", "at", "who"])
@pytest.mark.parametrize("value", [None, 3, ["x"], {}])
def test_it_has_an_id_an_act_a_moment_and_a_person(name: str, value: object) -> None:
    with pytest.raises(acts.ActError, match=f"has no «{name}»"):
        acts.decision({**WHOLE, name: value})
    with pytest.raises(acts.ActError, match=f"has no «{name}»"):
        acts.decision({key: held for key, held in WHOLE.items() if key != name})


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("act", "burn", "no act that this Waqai knows"),
        ("values", "seen", "«values» that are no words"),
        ("values", ["seen", 3], "«values» that are no words"),
        ("undoes", 3, "has no «undoes»"),
        ("before", ["5f"], "has no «before»"),
        ("targets", {}, "«targets» that are none"),
        ("targets", "e1", "«targets» that are none"),
        ("targets", ["e1"], "is no target"),
        ("targets", [{}], "is no target"),
        ("targets", [{"holds": {}}], "is no target"),
        ("targets", [{"holds": [], "event": 3}], "has no «event»"),
        ("targets", [{"holds": [], "title": None}], "has no «title»"),
        ("targets", [{"holds": ["x"]}], "is no quote"),
    ],
)
def test_what_is_of_another_kind_is_refused(field: str, value: object, said: str) -> None:
    with pytest.raises(acts.ActError, match=said):
        acts.decision({**WHOLE, field: value})


@pytest.mark.parametrize(
    "wrong",
    [
        *({"start": value} for value in (None, "3", 3.0, True, -1, 10)),
        *({"end": value} for value in (None, "9", 9.0, False, 2)),
        *({name: value} for name in ("report", "exact", "prefix", "suffix", "kind", "by") for value in (3, None)),
    ],
    ids=str,
)
def test_a_quote_of_another_kind_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(acts.ActError, match="is no quote that a decision hangs on"):
        acts.decision({**WHOLE, "targets": [{"holds": [{**HOLD, **wrong}]}]})


@pytest.mark.parametrize(
    ("said", "fits"),
    [("a fire", True), ("حريق", True), ("", True), ("\ud7ff\ue000", True), ("a\ud800", False), ("\udfff", False)],
    ids=ascii,
)
def test_half_of_a_letter_is_no_text(said: str, *, fits: bool) -> None:
    assert acts.is_text(said) is fits
