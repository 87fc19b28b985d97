"""What holds after acts, undoing and doing again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from timeline_core.model.decision import Act, Decision, in_force, to_redo, to_undo


def _log(*acts: Act | int) -> list[Decision]:
    """Acts in order; a number is the `undo` of the act at that place."""
    log: list[Decision] = []
    for n, act in enumerate(acts):
        at = f"2023-02-15T00:00:{n:02d}.000Z"
        undoes = log[act].id if isinstance(act, int) else ""
        log.append(Decision(f"d{n:02d}", Act.UNDO if isinstance(act, int) else act, at, "sana", undoes=undoes))
    return log


def _ids(decisions: Sequence[Decision]) -> list[str]:
    return [one.id for one in decisions]


def test_an_act_holds_until_it_is_undone() -> None:
    assert _ids(in_force(_log(Act.ACCEPT, Act.STAR))) == ["d00", "d01"]
    assert _ids(in_force(_log(Act.ACCEPT, Act.STAR, 1))) == ["d00"]


def test_undoing_an_undo_does_the_act_again() -> None:
    assert _ids(in_force(_log(Act.ACCEPT, 0, 1))) == ["d00"]
    assert _ids(in_force(_log(Act.ACCEPT, 0, 1, 2))) == []


def test_acts_are_undone_last_first_and_done_again_first_undone_last() -> None:
    log = _log(Act.ACCEPT, Act.STAR, 1, 0)
    assert to_undo(log) is None
    again = to_redo(log)
    assert again is not None
    assert again.undoes == "d00"
    log = _log(Act.ACCEPT, Act.STAR, 1, 0, 3)
    again = to_redo(log)
    assert again is not None
    assert again.undoes == "d01"


def test_after_something_new_there_is_nothing_to_do_again() -> None:
    assert to_redo(_log(Act.ACCEPT, 0, Act.REJECT)) is None


def test_an_undo_with_a_name_is_a_step_that_is_undone_and_done_again() -> None:
    log = _log(Act.REMOVE, 0)
    log[1] = replace(log[1], values=("restore",))
    undone = to_undo(log)
    assert undone is not None
    assert undone.id == "d01"
    assert to_redo(log) is None
    log.append(Decision("d02", Act.UNDO, "2023-02-15T00:00:02.000Z", "sana", undoes="d01"))
    assert _ids(in_force(log)) == ["d00"]
    assert to_undo(log) == log[0]
    assert to_redo(log) == log[2]


def test_one_person_does_not_undo_what_another_decided() -> None:
    log = [*_log(Act.ACCEPT), Decision("e", Act.STAR, "2023-02-16T00:00:00.000Z", "omar")]
    undone = to_undo(log, "sana")
    assert undone is not None
    assert undone.id == "d00"


@given(st.permutations(_log(Act.ACCEPT, Act.STAR, 1, 2, Act.TAG, 4)))
def test_the_order_in_which_logs_are_put_together_says_nothing(log: list[Decision]) -> None:
    assert _ids(in_force(log)) == ["d00", "d01"]
