"""What can be joined is looked at: nothing that is alike is missed for want of a shared key or day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from seeds.load import concepts
from tests.core.merge.test_likeness import bounds, telling
from timeline_core.merge.apart import contradict, is_day
from timeline_core.merge.blocking import Blocks, keys_of
from timeline_core.merge.bounds import Bounds
from timeline_core.merge.event_of import Rank
from timeline_core.merge.likeness import score_likeness
from timeline_core.merge.merge import Sources, merge
from timeline_core.model.actor_role import ActorRole
from timeline_core.model.draft import Draft
from timeline_core.model.event import Evidence, Figure, Kind, Role
from timeline_core.model.span import Span
from timeline_core.model.when import When

DAYS = (None, "2023-02-10", "2023-02-10", "2023-02", "2023-02-09/2023-02-12", "2022/2026", "2019/..", "XXXX-XX-16")
REPORTS = ("one", "other", "third", "undated")
BOUNDS = Bounds(
    since={"one": date(2023, 2, 15), "other": date(2023, 2, 20), "third": date(2023, 6, 1), "undated": date.max},
    until={"one": date(2023, 2, 15), "other": date(2023, 2, 28), "third": date(2023, 6, 2), "undated": date.max},
    around={"street": frozenset({"town", "land"}), "town": frozenset({"land"}), "land": frozenset()},
    vague=frozenset({"land"}),
    concepts=concepts(),
)
NAMES = ("ann", "ben", "army", "force")
PLACES = ("street", "town", "land")
PLAIN = ("gravel", "harvest", "inquest", "jetty", "kerosene", "lantern", "mortar", "notice", "orchard")
WORDS = ("ambulance", "barracks", "checkpoint", "drone", "evening", "five")


def some(values: tuple[str, ...], most: int = 3) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=most)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    report, when = draw(st.sampled_from(REPORTS)), draw(st.sampled_from(DAYS))
    actors = draw(some(NAMES))
    start = draw(st.integers(0, 400))
    said = f"words at {start}"
    figures = draw(
        st.lists(
            st.tuples(st.sampled_from(("killed", "released", "detainees")), st.sampled_from((3, 7, 40, 120))),
            max_size=2,
        )
    )
    return Draft(
        report=report,
        when=When(when) if when else None,
        kind=draw(st.sampled_from((Kind.OCCURRENCE, Kind.OCCURRENCE, Kind.PLANNED, Kind.ANNOUNCEMENT, Kind.DENIAL))),
        title=said,
        lang=draw(st.sampled_from(("ar", "en"))),
        evidence=(Evidence(report, Role.STORY, Span(start, start + len(said)), said, "", "", None),),
        actors=tuple(sorted(actors)),
        places=tuple(sorted(draw(some(PLACES, 2)))),
        persons=actors & {"ann", "ben"},
        figures=tuple(
            Figure(what, low, low, approximate=False, report=report, span=Span(0, 1)) for what, low in figures
        ),
        concepts=draw(some(("kill", "raid", "strike", "meeting", "operation", "tally", "collapse", "visit", "lose"))),
        words=draw(some(WORDS, 6)),
        things=draw(some(("market", "drone"), 1)),
        context=draw(some((*NAMES, *PLACES), 2)),
        predicate=draw(st.sampled_from(("", "harm", "die", "hold", "decide"))),
        wordings=tuple(draw(st.lists(some(PLAIN, 8), max_size=2))),
        called=draw(some(("hospital:amal", "hospital:nour", "place village:tin"), 1)),
        roles=tuple((draw(st.sampled_from(tuple(ActorRole))), actor) for actor in sorted(actors)),
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Draft, Draft]:
    """Two tellings of which the second repeats most of the first."""
    one, other = draw(drafts()), draw(drafts())
    own = draw(
        st.frozensets(
            st.sampled_from(
                ("when", "persons", "places", "figures", "concepts", "words", "things", "wordings", "roles")
            )
        )
    )
    fields = (
        *("kind", "when", "actors", "persons", "places", "figures", "concepts", "words", "things", "context"),
        *("predicate", "wordings", "called", "roles"),
    )
    kept = {name: getattr(one, name) for name in fields if name not in own}
    return one, replace(other, **kept)


def order_of(draft: Draft) -> tuple[bool, bool, date, date]:
    """Days first, as a merge takes them."""
    days = draft.when.days if draft.when is not None and draft.when.days else (date.max, date.max)
    return (draft.when is None, not is_day(draft), *days)


@given(pairs())
@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.filter_too_much])
def test_two_that_are_alike_are_compared(two: tuple[Draft, Draft]) -> None:
    first, second = sorted(two, key=order_of)
    assume(not contradict(first, second, BOUNDS) and score_likeness(first, second, BOUNDS) > 0)
    blocks = Blocks(BOUNDS)
    blocks.put(0, first, keys_of(first, BOUNDS))
    assert list(blocks.near(second, keys_of(second, BOUNDS))) == [0]


def test_two_of_like_wording_are_compared_however_many_longer_words_each_has_of_its_own() -> None:
    shared = {"guard", "baker", "ridge", "goats", "mills"}
    one, other = (
        telling(report, wordings=(frozenset({*shared, *(f"{report}-{number}-own" for number in range(9))}),))
        for report in ("one", "other")
    )
    blocks = Blocks(bounds())
    blocks.put(3, one, keys_of(one, bounds()))
    assert dict(blocks.near(other, keys_of(other, bounds()))) == {3: [one]}


SOURCES = Sources({id: Rank(BOUNDS.since[id], f"sha-{id}", BOUNDS.until[id]) for id in REPORTS}, BOUNDS)


@given(st.lists(drafts(), max_size=12, unique_by=lambda draft: draft.key), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_the_drafts_changes_nothing(told: list[Draft], by: object) -> None:
    mixed = list(told)
    by.shuffle(mixed)  # type: ignore[attr-defined]
    assert merge(mixed, SOURCES) == merge(told, SOURCES)


@given(st.lists(drafts(), max_size=12, unique_by=lambda draft: draft.key))
@settings(deadline=None, max_examples=60)
def test_every_draft_tells_of_one_event(told: list[Draft]) -> None:
    events = merge(told, SOURCES)
    pieces = sorted(
        (piece.report, piece.span) for one in events for telling in one.tellings for piece in telling.evidence
    )
    assert pieces == sorted((piece.report, piece.span) for draft in told for piece in draft.evidence)
    assert len({one.id for one in events}) == len(events)


@pytest.mark.parametrize("published", ["third", "undated"])
def test_undated_tellings_of_other_times_stay_two(published: str) -> None:
    """The same number at the same place is told of every year; only a person says which one it was."""
    telling = Draft(
        report="one",
        when=None,
        kind=Kind.OCCURRENCE,
        title="t",
        lang="en",
        evidence=(Evidence("one", Role.STORY, Span(0, 1), "t", "", "", None),),
        actors=("army",),
        places=("town",),
        persons=frozenset(),
        figures=(Figure("killed", 7, 7, approximate=False, report="one", span=Span(0, 1)),),
        concepts=frozenset({"raid"}),
        words=frozenset(),
    )
    other = replace(telling, report=published, evidence=(replace(telling.evidence[0], report=published),))
    near = replace(other, report="other", evidence=(replace(telling.evidence[0], report="other"),))
    assert len(merge([telling, other], SOURCES)) == 2
    assert len(merge([telling, near], SOURCES)) == 1
