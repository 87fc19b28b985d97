"""What a person decides holds, whatever is derived anew."""

from dataclasses import replace

import pytest

from tests.core.decisions.acts import Reader
from tests.core.words import report, timeline
from timeline_core.decisions.anchors import Holds
from timeline_core.decisions.apply import decide, make_target
from timeline_core.model.decision import Act, Hold
from timeline_core.model.event import Event, Kind, Status
from timeline_core.model.report import Report
from timeline_core.timeline import Timeline

RAID = report("Ibrahim al-Qahtani was killed in a raid by U.S. forces on Feb. 10.", "2023-02-18", "raid")
ARABIC = report("قتل إبراهيم القحطاني في غارة للتحالف الدولي في 10 شباط الجاري.", "2023-02-17", "ar")
STORM = report(
    "Protesters stormed the prison of Hasakah on Feb. 12, and a guard was wounded there.", "2023-02-19", "storm"
)
RIOT = report("Inmates set fire to a ward of the jail in Hasakah on Feb. 12.", "2023-02-20", "riot")
SAID = report(
    "The ministry said on Feb. 14 that a raid in Manbij on Feb. 9 killed Hamza al-Homsi.", "2023-02-20", "said"
)
UNDATED = report("مقتل أبو ماريا في كمين قرب الرقة.", None, "undated")
ALL = (RAID, ARABIC, STORM, RIOT, SAID, UNDATED)


def reader(*reports: Report) -> Reader:
    return Reader(timeline(*(reports or ALL)))


def every(told: Timeline) -> tuple[Event, ...]:
    return (*told.events, *told.undated)


def titled(told: Timeline, words: str) -> Event:
    [event] = [event for event in every(told) if words in event.title]
    return event


def test_nothing_decided_is_what_was_derived() -> None:
    derived = timeline(*ALL)
    assert decide(derived, []) is derived


@pytest.mark.parametrize(
    "act, status", [(Act.ACCEPT, Status.ACCEPTED), (Act.REJECT, Status.REJECTED), (Act.REOPEN, Status.DRAFT)]
)
def test_an_event_is_accepted_rejected_and_reopened(act: Act, status: Status) -> None:
    sana = reader()
    sana.act(Act.ACCEPT, "Protesters")
    done = sana.act(act, "Protesters")
    event = sana.event("Protesters")
    assert event.status is status
    assert event.decisions[-1] == done.id
    assert len(every(sana.sees)) == len(every(sana.derived))


def test_a_corrected_date_moves_the_event_and_keeps_what_the_machine_gave() -> None:
    sana = reader()
    before = sana.event("Protesters")
    sana.act(Act.DATE, "Protesters", values=["2023-02-08", "8 Feb"])
    after = sana.event("Protesters")
    assert after.when is not None
    assert (after.when.edtf, after.id) == ("2023-02-08", before.id)
    assert after.machine is not None
    assert after.machine.when == before.when
    assert after.evidence == before.evidence
    assert sana.sees.events[0] == after
    assert sana.sees.event(before.id) == after


def test_a_date_is_given_to_the_undated_and_taken_back() -> None:
    sana = reader()
    sana.act(Act.DATE, "أبو ماريا", values=["2023-01", ""])
    assert not any("أبو ماريا" in event.title for event in sana.sees.undated)
    sana.act(Act.DATE, "أبو ماريا", values=["", ""])
    assert sum("أبو ماريا" in event.title for event in sana.sees.undated) == 1
    assert all(event.machine is None for event in every(sana.sees))


def test_title_kind_and_actors_are_corrected_and_given_back() -> None:
    sana = reader()
    before = sana.event("Protesters")
    sana.act(Act.TITLE, before, values=["A crowd at the prison"])
    sana.act(Act.KIND, before, values=["planned"])
    sana.act(Act.ACTORS, before, values=["isis", "sdf", "isis"])
    after = sana.event("A crowd")
    assert (after.kind, after.actors) == (Kind.PLANNED, ("isis", "sdf"))
    sana.act(Act.TITLE, after, values=[""])
    sana.act(Act.KIND, after, values=[""])
    sana.act(Act.ACTORS, after, cleared=True)
    assert replace(sana.event("Protesters"), decisions=()) == before


def test_no_actor_is_not_the_same_as_the_actors_of_the_machine() -> None:
    sana = reader()
    sana.act(Act.ACTORS, "القحطاني", cleared=True)
    assert sana.event("القحطاني").actors
    sana.act(Act.ACTORS, "القحطاني", values=["isis"])
    assert sana.event("القحطاني").actors == ("isis",)


def test_a_happening_that_is_no_announcement_announces_nothing() -> None:
    sana = reader()
    said = next(event for event in sana.sees.events if event.kind is Kind.ANNOUNCEMENT)
    assert said.announces
    done = sana.act(Act.KIND, said, values=["occurrence"])
    assert [event.announces for event in sana.sees.events if event.id == said.id] == [()]
    sana.undo(done)
    assert sana.sees == sana.derived


def test_stars_tags_and_notes() -> None:
    sana = reader()
    sana.act(Act.STAR, "Protesters")
    sana.act(Act.TAG, "Protesters", values=["prison", "urgent"])
    sana.act(Act.NOTE, "Protesters", values=["ask the guard"])
    sana.act(Act.UNTAG, "Protesters", values=["urgent"])
    event = sana.event("Protesters")
    assert (event.starred, event.tags, event.note) == (True, ("prison",), "ask the guard")
    sana.act(Act.UNSTAR, "Protesters")
    sana.act(Act.NOTE, "Protesters", values=[""])
    event = sana.event("Protesters")
    assert (event.starred, event.note) == (False, "")


def test_of_two_people_the_later_one_holds_and_both_stay_in_the_log() -> None:
    derived = timeline(*ALL)
    sana, omar = Reader(derived), Reader(derived, "omar", 10)
    first = sana.act(Act.ACCEPT, "Protesters")
    second = omar.act(Act.REJECT, "Protesters")
    for log in ([first, second], [second, first]):
        event = titled(decide(derived, log), "Protesters")
        assert (event.status, event.decisions) == (Status.REJECTED, (first.id, second.id))


class TestMerge:
    def test_the_first_takes_in_the_others_with_all_that_they_tell(self) -> None:
        sana = reader()
        one, other = sana.event("Protesters"), sana.event("Inmates")
        done = sana.act(Act.MERGE, one, other)
        event = titled(sana.sees, "Protesters")
        assert (event.id, event.title) == (one.id, one.title)
        assert set(event.evidence) == {*one.evidence, *other.evidence}
        assert [join.by for join in event.joined] == [done.id]
        assert sana.sees.event(other.id) == event

    def test_what_announced_the_one_announces_the_whole(self) -> None:
        sana = reader()
        homsi = next(event for event in sana.sees.events if event.kind is Kind.OCCURRENCE and "Homsi" in event.title)
        raid = sana.event("القحطاني")
        sana.act(Act.MERGE, raid, homsi)
        [said] = [event for event in sana.sees.events if event.kind is Kind.ANNOUNCEMENT]
        assert said.announces == (raid.id,)

    def test_it_is_transitive_whatever_was_joined_first(self) -> None:
        derived = timeline(*ALL)
        sana, omar = Reader(derived), Reader(derived, "omar", 10)
        first = sana.act(Act.MERGE, "Protesters", "Inmates")
        second = omar.act(Act.MERGE, "Inmates", "القحطاني")
        later = replace(first, at="2023-02-15T11:00:00.000Z")
        found = [decide(derived, log) for log in ([first, second], [second, first], [later, second])]
        assert [len(told.events) for told in found] == [len(derived.events) - 2] * 3
        assert len({frozenset(max(told.events, key=lambda e: len(e.evidence)).evidence) for told in found}) == 1

    def test_what_was_said_of_the_parts_stays_with_the_whole(self) -> None:
        sana = reader()
        sana.act(Act.NOTE, "Protesters", values=["one"])
        sana.act(Act.NOTE, "Inmates", values=["two"])
        sana.act(Act.TAG, "Inmates", values=["fire"])
        sana.act(Act.STAR, "Inmates")
        sana.act(Act.DATE, "Inmates", values=["2023-02-11", ""])
        sana.act(Act.MERGE, "Protesters", "Inmates")
        event = sana.event("Protesters")
        assert (event.note, event.tags, event.starred) == ("one\ntwo", ("fire",), True)
        assert event.when is not None
        assert event.when.edtf == "2023-02-11"
        sana.act(Act.NOTE, event, values=["three"])
        assert sana.event("Protesters").note == "three"

    def test_a_rejected_part_does_not_hide_the_whole(self) -> None:
        sana = reader()
        sana.act(Act.REJECT, "Inmates")
        sana.act(Act.MERGE, "Protesters", "Inmates")
        assert sana.event("Protesters").status is Status.DRAFT
        sana.act(Act.REJECT, "Protesters")
        assert sana.event("Protesters").status is Status.REJECTED

    def test_undone_it_gives_back_both(self) -> None:
        sana = reader()
        sana.act(Act.NOTE, "Inmates", values=["two"])
        before = sana.sees
        done = sana.act(Act.MERGE, "Protesters", "Inmates")
        sana.undo(done)
        assert sana.sees == before

    def test_an_announcement_joined_with_what_it_announces_does_not_announce_itself(self) -> None:
        sana = reader(SAID)
        said = next(event for event in sana.sees.events if event.kind is Kind.ANNOUNCEMENT)
        sana.act(Act.MERGE, said, *(event for event in sana.sees.events if event.kind is Kind.OCCURRENCE))
        [event] = sana.sees.events
        assert (event.id, event.kind, event.announces) == (said.id, Kind.ANNOUNCEMENT, ())


class TestSplit:
    def test_what_has_the_same_words_gets_another_id(self) -> None:
        sana = reader(RAID, report(RAID.text + " ", "2023-02-18", "again"))
        [raid] = sana.sees.events
        sana.split(raid)
        ids = [event.id for event in sana.sees.events]
        assert ids == [raid.id, f"{raid.id}-2"]

    def test_a_telling_leaves_with_its_evidence(self) -> None:
        sana = reader()
        raid = next(e for e in sana.sees.events if len(e.reports) > 1)
        [leaving] = [piece for piece in raid.evidence if piece.report == "raid"]
        sana.split(raid, [leaving])
        whole, alone = (
            next(e for e in sana.sees.events if e.kind is Kind.OCCURRENCE and id in e.reports) for id in ("ar", "raid")
        )
        assert (whole.reports, alone.reports) == (("ar",), ("raid",))
        assert whole.id == raid.id
        assert alone.id != raid.id
        assert alone.title.startswith("Ibrahim al-Qahtani")

    def test_a_machine_that_joins_one_more_report_does_not_undo_it(self) -> None:
        sana = reader(RAID, ARABIC)
        [raid] = sana.sees.events
        sana.split(raid)
        assert len(sana.sees.events) == 2
        more = report("مقتل القيادي إبراهيم القحطاني بغارة للتحالف يوم 10 شباط.", "2023-02-19", "more")
        [joined] = timeline(RAID, ARABIC, more).events
        told = decide(timeline(RAID, ARABIC, more), sana.log)
        assert {event.reports for event in told.events} == {("raid",), ("ar", "more")}
        assert {piece for event in told.events for piece in event.evidence} == set(joined.evidence)
        assert told.orphans == ()

    def test_a_later_merge_joins_again(self) -> None:
        sana = reader(RAID, ARABIC)
        [raid] = sana.sees.events
        sana.split(raid)
        sana.act(Act.MERGE, *sana.sees.events)
        [again] = sana.sees.events
        assert (again.id, again.evidence) == (raid.id, raid.evidence)

    def test_an_announcement_follows_the_part_of_its_own_report(self) -> None:
        more = report("Hamza al-Homsi was killed in a raid in Manbij on Feb. 9.", "2023-02-15", "more")
        sana = reader(SAID, more)
        homsi = next(event for event in sana.sees.events if event.kind is Kind.OCCURRENCE)
        assert homsi.reports == ("more", "said")
        sana.split(homsi)
        [said] = [event for event in sana.sees.events if event.kind is Kind.ANNOUNCEMENT]
        [about] = said.announces
        target = sana.sees.event(about)
        assert target is not None
        assert target.reports == ("said",)


class TestDerivedAnew:
    def test_another_report_joins_the_event_and_decisions_hold(self) -> None:
        sana = reader(ARABIC, STORM)
        sana.act(Act.ACCEPT, "القحطاني")
        sana.act(Act.DATE, "القحطاني", values=["2023-02-09", ""])
        told = decide(timeline(ARABIC, STORM, RAID), sana.log)
        [raid] = [event for event in told.events if len(event.reports) == 2]
        assert raid.status is Status.ACCEPTED
        assert raid.when is not None
        assert raid.when.edtf == "2023-02-09"

    def test_neither_ids_nor_titles_are_needed(self) -> None:
        sana = reader()
        sana.act(Act.STAR, "Protesters")
        changed = replace(
            sana.derived, events=tuple(replace(event, id=f"new-{event.id}", title="?") for event in sana.derived.events)
        )
        assert [event.reports for event in decide(changed, sana.log).events if event.starred] == [("storm",)]

    def test_the_report_is_found_again_when_it_was_read_from_another_file(self) -> None:
        sana = reader(STORM)
        sana.act(Act.STAR, "Protesters")
        again = report(f"HASAKAH. — {STORM.text}\n", "2023-02-19", "again")
        [event] = decide(timeline(again, RAID), sana.log).events[-1:]
        assert event.starred

    def test_what_is_gone_is_shown_and_not_dropped(self) -> None:
        sana = reader(STORM, RAID)
        star = sana.act(Act.STAR, "Protesters")
        joined = sana.act(Act.MERGE, "Qahtani", "Protesters")
        told = decide(timeline(RAID), sana.log)
        assert told.orphans == (star, joined)
        assert decide(timeline(RAID, STORM), sana.log).orphans == ()

    def test_a_neighbour_does_not_inherit_what_was_said_of_the_gone(self) -> None:
        text = "A guard was killed in Raqqa on Feb. 3. A pilot was killed in Homs on Feb. 4."
        sana = reader(report(text, "2023-02-19", "two"))
        done = sana.act(Act.REJECT, "pilot")
        rest = replace(sana.derived, events=tuple(e for e in sana.derived.events if "guard" in e.title))
        told = decide(rest, sana.log)
        assert [event.status for event in told.events] == [Status.DRAFT]
        assert told.orphans == (done,)


class TestNames:
    def test_two_actors_that_are_one_have_one_id_and_both_names(self) -> None:
        sana = reader(RAID)
        sana.upon(Act.SAME, values=["us-forces", "ibrahim-al-qahtani"])
        [event] = sana.sees.events
        assert event.actors == ("us-forces",)
        assert event.tellings[0].actors == ("us-forces",)
        assert sana.sees.names.canonical("ibrahim-al-qahtani") == "us-forces"
        assert any("Qahtani" in name for name in sana.sees.names["us-forces"].names["en"])
        assert sana.sees.orphans == ()

    def test_an_actor_has_one_more_name(self) -> None:
        sana = reader(RAID)
        sana.upon(Act.NAME, values=["us-forces", "the visitors", "en"])
        assert "the visitors" in sana.sees.names["us-forces"].names["en"]
        assert sana.sees.events == sana.derived.events

    def test_a_name_of_someone_who_is_not_told_of_changes_nothing(self) -> None:
        sana = reader(RAID)
        sana.upon(Act.NAME, values=["rsf", "the quick ones", "en"])
        assert [entry.id for entry in sana.sees.names] == [entry.id for entry in sana.derived.names]

    def test_an_actor_that_a_person_names_has_the_id_of_now(self) -> None:
        sana = reader(RAID)
        sana.act(Act.ACTORS, "Qahtani", values=["coalition"])
        sana.upon(Act.SAME, values=["us-forces", "coalition"])
        assert sana.event("Qahtani").actors == ("us-forces",)


@pytest.mark.parametrize(
    "act, values",
    [(Act.DATE, ["someday"]), (Act.DATE, []), (Act.KIND, ["party"]), (Act.NOTE, []), (Act.TITLE, []), (Act.ACTORS, [])],
)
def test_an_act_that_says_nothing_is_shown_and_does_nothing(act: Act, values: list[str]) -> None:
    sana = reader(STORM)
    done = sana.act(act, "Protesters", values=values)
    assert sana.sees.events == sana.derived.events
    assert sana.sees.orphans == (done,)


def test_a_target_hangs_on_every_quote() -> None:
    derived = timeline(*ALL)
    for event in every(derived):
        target = make_target(event, derived)
        assert (target.event, target.title) == (event.id, event.title)
        assert [hold.exact for hold in target.holds] == [piece.exact for piece in event.evidence]
        texts = {one.sha256: one.text for one in ALL}
        assert all(texts[hold.report][hold.start : hold.end] == hold.exact for hold in target.holds)


CLAIM = report(
    "The police said on Friday that they killed Hamza al-Homsi in a raid in Manbij on Wednesday.", "2023-05-20", "claim"
)


@pytest.mark.parametrize("parted", ["split", "undone"])
@pytest.mark.parametrize("head", [Kind.OCCURRENCE, Kind.ANNOUNCEMENT])
def test_what_is_said_of_a_merged_event_stays_with_what_named_it(head: Kind, parted: str) -> None:
    """Though the words of the other one stand first in the text, and it has as many of them."""
    sana = reader(CLAIM)
    own, other = sorted(every(sana.sees), key=lambda event: event.kind is not head)
    merge = sana.act(Act.MERGE, own, other)
    [whole] = every(sana.sees)
    sana.act(Act.DATE, whole, values=["2023-05-16", ""])
    sana.act(Act.NOTE, whole, values=["checked"])
    if parted == "split":
        [moved] = every(sana.sees)
        sana.split(moved)
    else:
        sana.undo(merge)
    kept, left = sorted(every(sana.sees), key=lambda event: event.kind is not head)
    assert (kept.id, kept.when and kept.when.edtf, kept.note) == (own.id, "2023-05-16", "checked")
    assert (left.id, left.when, left.note) == (other.id, other.when, "")


def test_words_that_hardly_overlap_are_others() -> None:
    """Half of the shorter of two quotes must be in both."""
    text = "A guard was killed in Raqqa on Feb. 3. A pilot was killed in Homs on Feb. 4."
    one = report(text, "2023-02-19", "two")
    tellings = [telling for event in timeline(one).events for telling in event.tellings]
    holds = Holds(tellings, [one])

    def found(start: int, end: int) -> int | None:
        return holds.find(Hold(one.sha256, start, end, text[start:end]))

    first, second = (telling.evidence[0].span for telling in tellings)
    assert (found(first.start, first.end), found(second.start, second.end)) == (0, 1)
    assert (found(first.start + 4, first.end + 6), found(0, second.end)) == (0, 1 if len(second) > len(first) else 0)
    assert found(first.end - 4, second.start + 4) is None
