"""Laws of one timeline of many reports, for any of them in any order: of all dossiers, and what nearly joins."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.words import known, report
from tests.gold.test_dossiers import DOSSIERS, every, reports
from timeline_core.derive import derive, join_accounts
from timeline_core.events.accounts import Account, account
from timeline_core.events.cross_dating import settled
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.timeline import Timeline

NEAR = (
    ("Floods cut the road to Harim on May 10.", "2023-05-12"),
    ("The road to Harim was cut by rising water on May 10.", "2023-05-12"),
    ("قطعت السيول طريق حارم في 10 أيار.", "2023-05-11"),
    ("Floods cut the road to Harim on May 11, the mayor said.", "2023-05-13"),
    ("A court in Homs sentenced Samir Hadlan to nine years on May 11.", "2023-05-12"),
    ("حكمت محكمة في حمص على سمير هدلان بالسجن تسع سنوات أمس.", "2023-05-12"),
    ("A strike on a bakery in Manbij killed 31 people on May 10.", None),
    ("قتل 28 شخصا في قصف على مخبز في منبج في 10 أيار.", "2023-05-12"),
)


@cache
def bank() -> tuple[Report, ...]:
    told = (replace(one, id=f"{dossier} {one.id}") for dossier in DOSSIERS for one in reports(dossier))
    return (*told, *(report(text, day, f"near {n}") for n, (text, day) in enumerate(NEAR)))


@cache
def alone(id: str) -> Account:
    """What the report tells by itself."""
    return account(next(one for one in bank() if one.id == id), known())


def joined(some: list[Report]) -> Timeline:
    return join_accounts(settled([alone(one.id) for one in some], known()), known())


def proofs(told: Timeline) -> set[tuple[str, Span]]:
    return {(piece.report, piece.span) for event in every(told) for piece in event.evidence}


SOME = st.deferred(lambda: st.lists(st.sampled_from(bank()), unique_by=lambda one: one.id, min_size=1, max_size=12))


@settings(deadline=None, max_examples=40)
@given(SOME, st.randoms(use_true_random=False))
def test_the_order_of_the_reports_says_nothing(some: list[Report], by: Random) -> None:
    before = joined(some)
    by.shuffle(some)
    assert every(joined(some)) == every(before)


@settings(deadline=None, max_examples=40)
@given(SOME, st.sampled_from(range(12)))
def test_a_library_that_was_split_in_two_and_joined_tells_the_same(some: list[Report], at: int) -> None:
    assert every(joined([*some[at:], *some[:at]])) == every(joined(some))
    assert every(derive(some, known())) == every(joined(some)), "what was read apart is what was read together"


@settings(deadline=None, max_examples=40)
@given(SOME, st.deferred(lambda: st.sampled_from(bank())))
def test_one_report_more_loses_no_evidence_and_added_twice_it_adds_nothing(some: list[Report], more: Report) -> None:
    part = joined(some)
    whole = joined([*some, *([] if more in some else [more])])
    assert proofs(part) <= proofs(whole)
    assert every(joined([*dict.fromkeys([*some, more, more])])) == every(whole)


@settings(deadline=None, max_examples=40)
@given(SOME)
def test_every_telling_is_in_one_event_and_ids_stay_apart(some: list[Report]) -> None:
    told = every(joined(some))
    tellings = [(one.report, one.evidence[0].span, one.kind) for event in told for one in event.tellings]
    assert len(tellings) == len(set(tellings))
    assert len({event.id for event in told}) == len(told)
