"""What is tagged as sensitive leaves no word behind, whatever the format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seeds.load import knowledge
from tests import builders
from tests.builders import evidence, report
from tests.core.export.words import case, decided, decision, handed, tagged
from tests.core.words import teller
from timeline_core.derive import derive
from timeline_core.export import EXPORTERS
from timeline_core.export.scope import Asked, scoped
from timeline_core.model.decision import Act, Decision, Hold, Target
from timeline_core.model.event import Event, Role
from timeline_core.model.report import Clue, Report
from timeline_core.model.when import When
from timeline_core.timeline import Timeline
from timeline_core.view.filter import Filter, Term, apply

RAID = "2023-02-10--5"


def ids(timeline: Timeline) -> set[str]:
    return {event.id for event in (*timeline.events, *timeline.undated)}


def test_what_is_tagged_goes_and_what_announces_or_disputes_it_goes_with_it() -> None:
    told = tagged(RAID)
    shown, scope = handed(told)
    assert ids(told) - ids(shown) == {RAID, "2023-02-15--6", "2023-02-16--7", "2023-02-17--8"}
    assert scope.redacted == 4


def test_what_announces_an_event_that_was_joined_with_it_goes_too() -> None:
    """The announcement still names the id that the machine gave; a person joined that event with the sensitive one."""
    told = tagged("2022-01-20--2")
    joined = replace(told, events=tuple(e for e in told.events if e.id != RAID), moved={RAID: "2022-01-20--2"})
    assert not {"2023-02-15--6", "2023-02-16--7", "2023-02-17--8"} & ids(handed(joined).timeline)


def test_copies_and_what_was_derived_tell_nothing_of_it() -> None:
    told = replace(tagged("undated--9"), copies={"later": "raid"}, derived=case())
    shown, _ = handed(told)
    [first, later] = shown.reports
    assert (shown.derived, shown.copies) == (None, {later.id: first.id})
    assert later.id != "later"


def test_the_case_of_the_tag_does_not_matter_and_another_tag_is_no_reason() -> None:
    assert handed(tagged(RAID, "Sensitive")).scope.redacted == 4
    assert handed(tagged(RAID, "insensitive")).scope.redacted == 0
    assert handed(tagged(RAID, "witness"), redact=("sensitive", "witness")).scope.redacted == 4


def test_a_timeline_without_the_tag_is_left_as_it_is() -> None:
    told = case()
    assert handed(told).timeline == told


def test_the_view_cannot_bring_back_what_announces_a_sensitive_event() -> None:
    """The filter takes the raid out of the view, but not the knowledge that it is sensitive."""
    told = tagged(RAID)
    view = apply(Filter((Term("kind", ("announcement",)),)), told)
    assert RAID not in ids(view)
    shown, _ = scoped(told, view, Asked("kind:announcement"))
    assert ids(shown) == {"2021-09-01--1", "2023-02-01--4"}


def test_words_that_are_shared_hide_their_event_too() -> None:
    told = report("one", "The witness Salma told of the raid on Monday and of the fire.")
    secret = evidence(told, "The witness Salma told of the raid on Monday", "Monday", When("2023-02-13"))
    shares = evidence(told, "of the raid on Monday and of the fire", "Monday", When("2023-02-13"))
    timeline = builders.timeline(
        replace(builders.event("a", "2023-02-13", "Salma told", secret), tags=("sensitive",)),
        builders.event("b", "2023-02-13", "fire", shares),
        reports=(told,),
    )
    assert handed(timeline).timeline.events == ()


def test_nothing_of_it_is_left_in_the_words_around_other_quotes_or_in_the_report() -> None:
    text = "On Monday Salma spoke in secret. On Tuesday a fire broke out near Salma."
    told = report("salma-spoke", text, title="Salma speaks")
    secret = evidence(told, "On Monday Salma spoke in secret", "Monday", When("2023-02-13"))
    fire = evidence(told, "On Tuesday a fire broke out", "Tuesday", When("2023-02-14"))
    timeline = builders.timeline(
        replace(builders.event("a", "2023-02-13", "Salma spoke", secret), tags=("sensitive",)),
        builders.event("b", "2023-02-14", "a fire", fire),
        reports=(replace(told, path="salma.txt", url="https://example.org/salma"),),
    )
    shown, _ = handed(timeline)
    [event], [left] = shown.events, shown.reports
    assert "Salma" not in event.evidence[0].prefix
    assert "On Tuesday a fire broke out" in left.text
    assert "Salma" not in left.text
    assert len(left.text) == len(text)
    span = event.evidence[0].span
    assert left.text[span.start : span.end] == "On Tuesday a fire broke out"
    assert (left.title, left.path, left.url) == ("", "", "")
    assert left.id == event.evidence[0].report == f"report-{told.sha256[:8]}"
    assert set(shown.published) == {left.id}


def test_a_date_of_hidden_words_is_not_told_either() -> None:
    text = "Salma was shot on Monday 13 February 2023. A fire broke out on Tuesday 14 February 2023."
    told = derive([replace(report("salma", text), published=When("2023-02-20"))], knowledge())
    [secret, fire] = told.events
    [hidden, shown] = told.verdicts["salma"]
    assert (hidden.edtf, shown.edtf) == ("2023-02-13", "2023-02-14")
    left, _ = handed(replace(told, events=(replace(secret, tags=("sensitive",)), fire)))
    [one] = left.reports
    assert left.verdicts == {one.id: (shown,)}


def test_dates_of_a_report_that_is_left_out_go_with_it() -> None:
    first = replace(report("one", "Salma was shot on 13 February 2023."), published=When("2023-02-20"))
    other = replace(report("two", "A fire broke out on 14 February 2023."), published=When("2023-02-20"))
    told = derive([first, other], knowledge())
    [secret, fire] = told.events
    left, _ = handed(replace(told, events=(replace(secret, tags=("sensitive",)), fire)))
    assert set(left.verdicts) == {"two"}
    view = replace(told, events=(fire,))
    assert set(scoped(told, view, Asked("fire")).timeline.verdicts) == {"two"}
    assert set(scoped(told, told, Asked()).timeline.verdicts) == {"one", "two"}


def test_a_report_that_only_reminds_of_it_keeps_its_name() -> None:
    told = tagged("2022-01-20--2")
    assert all(piece.role is Role.BACKGROUND for piece in told.events[1].evidence)
    shown, _ = handed(told)
    assert shown.reports[0].title == case().reports[0].title
    assert "غويران" not in shown.reports[0].text


def test_a_report_that_tells_of_nothing_else_is_not_named_at_all() -> None:
    secret = replace(builders.event("a", "2023-02-13", "Salma spoke"), tags=("sensitive",))
    shown, _ = handed(builders.timeline(secret))
    assert (shown.reports, shown.published, len(shown.names)) == ((), {}, 0)


def test_decisions_upon_it_are_not_handed_on_and_neither_is_what_undoes_them() -> None:
    told = tagged(RAID)
    attack, raid = (event for event in told.events if event.id in (RAID, "2022-01-20--2"))
    log = (
        decision("d1", Act.TAG, attack, told, "prison"),
        decision("d2", Act.TAG, raid, told, "sensitive"),
        decision("d3", Act.UNDO, raid, told, undoes="d2"),
        Decision("d4", Act.NAME, "2024", "nadia", values=("ibrahim-al-qahtani", "Abu X", "en")),
        Decision("d5", Act.NAME, "2024", "nadia", values=("isis", "Daesh", "en")),
        Decision("d6", Act.HIDE, "2024", "nadia", values=("ibrahim-al-qahtani",)),
        Decision("d7", Act.OTHER, "2024", "nadia", values=("isis", "isis~2", "0" * 64)),
        Decision("d8", Act.OTHER, "2024", "nadia", values=("isis", "isis~2", told.reports[0].sha256)),
    )
    assert [one.id for one in handed(told, log=log).scope.log] == ["d1", "d5", "d8"]
    assert [one.id for one in handed(case(), log=log).scope.log] == [one.id for one in log]


SALMA = "On Monday Salma spoke in secret. On Tuesday a fire broke out near Salma. On Friday it rained on Salma."
TOLD = report("salma-spoke", SALMA, title="Salma speaks")
RAIN = report("rain", "On Friday it rained.", title="Rain")
ALONE = report("alone", "On Sunday Salma slept.", title="Salma sleeps")
FIRE, SECRET = "On Tuesday a fire broke out", "On Monday Salma spoke in secret"


def salma() -> Timeline:
    """A secret that a report tells beside a fire, one that a report tells alone, and a rain that is no secret."""
    told = replace(TOLD, thread="Salma's friends")

    def of(id: str, of: Report, words: str, tag: str = "") -> Event:
        piece = evidence(of, words, words.split()[1], When("2023-02-13"))
        made = builders.event(id, "2023-02-13", words, piece, actors=("sdf",) if id == "rain" else ())
        return replace(made, tags=(tag,) if tag else ())

    return builders.timeline(
        of("secret", told, SECRET, "sensitive"),
        of("asleep", ALONE, "On Sunday Salma slept", "sensitive"),
        of("fire", told, FIRE),
        of("rain", RAIN, "On Friday it rained"),
        reports=(told, RAIN, ALONE),
    )


def said_of(words: str, of: Report = TOLD, *, before: int = 0, event: str = "fire") -> Target:
    """A decision hangs on these words, with so many letters before them and all behind."""
    at = of.text.index(words)
    hold = Hold(of.sha256, at, at + len(words), words, of.text[at - before : at], of.text[at + len(words) :], "o")
    return Target(event, (hold,), "a title")


@pytest.mark.parametrize(
    ("act", "values", "targets", "goes"),
    [
        (Act.NOTE, ("n",), (said_of(FIRE),), False),
        (Act.NOTE, ("n",), (said_of(SECRET),), True),
        (Act.NOTE, ("n",), (said_of("secret. On Tuesday"),), True),
        (Act.NOTE, ("n",), (said_of(FIRE), said_of(SECRET)), True),
        (Act.NOTE, ("n",), (replace(said_of(FIRE), event="secret"),), True),
        (Act.NOTE, ("n",), (Target("secret", (), "Salma spoke"),), True),
        (Act.NOTE, ("n",), (said_of(FIRE, replace(TOLD, sha256="0" * 64)),), True),
        (Act.ABOUT, (TOLD.sha256, "publisher", "Coast"), (), False),
        (Act.ABOUT, (TOLD.sha256, "published", "2023-02-15"), (), False),
        (Act.ABOUT, (TOLD.sha256, "title", "Salma speaks"), (), True),
        (Act.ABOUT, (TOLD.sha256, "url", "https://example.org/salma-speaks"), (), True),
        (Act.ABOUT, (TOLD.sha256, "thread", "Salma's friends"), (), True),
        (Act.ABOUT, (ALONE.sha256, "published", "2023-02-15"), (), True),
        (Act.ABOUT, ("0" * 64, "published", "2023-02-15"), (), True),
        (Act.REMOVE, (ALONE.sha256,), (), True),
        (Act.REMOVE, (RAIN.sha256,), (), False),
        (Act.OTHER, ("sdf", "sdf~2", RAIN.sha256), (), False),
        (Act.OTHER, ("sdf", "sdf~2", RAIN.sha256, ALONE.sha256), (), True),
        (Act.GAZETTEER, ("actor", "mine", "me", "CC0", "Salma"), (), True),
        (Act.STORY, ("a story", "Salma spoke"), (), True),
        (Act.SAME, ("sdf", "isis"), (), True),
        (Act.HIDE, ("sdf",), (), False),
        (Act.HIDE, ("isis",), (), True),
        (Act.DIFFERENT, ("sdf", "sdf"), (), False),
        (Act.RENAME, ("sdf", "Salma's guards"), (), False),
    ],
)
def test_a_decision_that_speaks_of_it_goes(
    act: Act, values: tuple[str, ...], targets: tuple[Target, ...], *, goes: bool
) -> None:
    one = Decision("d1", act, "2024", "nadia", targets, values)
    undone = Decision("d2", Act.UNDO, "2024", "nadia", undoes="d1")
    assert [left.id for left in handed(salma(), log=(one, undone)).scope.log] == ([] if goes else ["d1", "d2"])


def test_the_words_around_a_decision_that_stays_are_blacked_out() -> None:
    """To the letter: what is hidden ends with the stop, and what stands behind the quote is the blank before it."""
    log = (Decision("d1", Act.NOTE, "2024", "nadia", (said_of(FIRE, before=len(SECRET) + 2),), ("n",)),)
    [left] = handed(salma(), log=log).scope.log
    [hold] = left.targets[0].holds
    assert hold.prefix == "█" * len(SECRET) + ". "
    assert hold.suffix == SALMA.partition(FIRE)[2]


def test_a_report_that_tells_it_names_neither_its_thread_nor_who_told_it() -> None:
    shown = handed(salma()).timeline
    assert [(one.title, one.thread) for one in shown.reports] == [("", ""), ("Rain", "")]


def test_what_a_quote_was_told_in_is_not_told() -> None:
    told = salma()
    [fire] = [event for event in told.events if event.id == "fire"]
    piece = replace(fire.evidence[0], told_in="Salma's house", told_by="Salma")
    events = tuple(replace(event, evidence=(piece,)) if event is fire else event for event in told.events)
    [left] = [event for event in handed(replace(told, events=events)).timeline.events if event.id == "fire"]
    assert (left.evidence[0].told_in, left.evidence[0].told_by) == ("", "")


@pytest.mark.parametrize(
    ("slot", "name", "stays"), [("persons", "sdf", True), ("persons", "isis", False), ("words", "isis", True)]
)
def test_a_clue_that_names_who_is_not_named_any_more_goes(slot: str, name: str, *, stays: bool) -> None:
    told = salma()
    why = (Clue("office", ((slot, name),)),)
    told = replace(told, published={**told.published, "rain": replace(told.published["rain"], why=why)})
    assert handed(told).timeline.published["rain"].why == (why if stays else ())


def test_orphans_are_not_handed_on_where_anything_is_sensitive() -> None:
    told = case()
    orphan = decision("d1", Act.NOTE, told.events[0], told, "x")
    assert handed(replace(told, orphans=(orphan,))).timeline.orphans == (orphan,)
    assert handed(replace(tagged(RAID), orphans=(orphan,))).timeline.orphans == ()
    hidden = decision("d2", Act.TAG, told.events[0], told, "sensitive")
    assert handed(replace(told, orphans=(orphan, hidden))).timeline.orphans == ()


def test_rejected_events_are_left_out_of_the_view_and_kept_in_everything() -> None:
    told = decided()
    assert "2023-01-01--3" not in ids(handed(told).timeline)
    assert handed(told).scope.rejected == 1
    assert "2023-01-01--3" in ids(handed(told, everything=True).timeline)
    assert "2023-01-01--3" in ids(handed(told, rejected=True).timeline)


@pytest.mark.parametrize("format", EXPORTERS)
def test_no_format_has_a_word_of_it(format: str) -> None:
    shown, scope = handed(tagged(RAID))
    written = EXPORTERS[format](shown, teller("en"), scope)
    for word in ("القحطاني", "Qahtani", "Feb 10th", RAID):
        assert word not in written
