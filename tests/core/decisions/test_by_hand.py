"""Events that a person makes of words of a report: what they are, what outlives what, and what is not believed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from tests.core.decisions.acts import Reader
from tests.core.words import known, report, span_of, timeline
from timeline_core.decisions import by_hand
from timeline_core.decisions.apply import decide, make_target
from timeline_core.decisions.by_hand import id_by_hand, is_proven, read_by_hand, values_of
from timeline_core.decisions.on_event import is_sound
from timeline_core.decisions.reading_words import WordsRead, read_words
from timeline_core.model.decision import Act, Decision, Hold, Target
from timeline_core.model.event import Event, Kind, Status
from timeline_core.model.report import Report
from timeline_core.model.when import When
from timeline_core.timeline import Timeline

VIGIL = "A vigil is planned for next Friday near the mill."
FIRE = "a barn burned in Manbij"
TEXT = f"The valley was quiet this week. {VIGIL} On 3 May 2023 {FIRE}."
AR_VIGIL = "ومن المقرر أن تقام أمسية يوم الجمعة المقبل قرب الطاحونة"


def paper(text: str = TEXT, published: str | None = "2023-05-10", id: str = "r1") -> Report:
    return report(text, published, id)


def read(words: str, of: Report) -> WordsRead:
    return read_words(of, timeline(of).published[of.id], span_of(of.text, words), known())


def new(sana: Reader, words: str, typed: str = "", edtf: str = "") -> Decision:
    """She makes an event of these words of the first report, as the screen does."""
    of = sana.derived.reports[0]
    found = read(words, of)
    said = replace(found.said, when=When(edtf), typed=typed, read=None) if edtf else found.said
    start, end = found.span.start, found.span.end
    around = of.text[max(0, start - 32) : start], of.text[end : end + 32]
    hold = Hold(of.sha256, start, end, found.span.of(of.text), *around, found.kind.value)
    return sana.upon(Act.NEW, Target("", (hold,), said.title), values=values_of(said))


def every(told: Timeline) -> tuple[Event, ...]:
    return (*told.events, *told.undated)


def edtf(event: Event) -> str:
    return event.when.edtf if event.when is not None else ""


@pytest.mark.parametrize(
    ("text", "published", "words", "wanted"),
    [
        (TEXT, "2023-05-10", VIGIL, ("2023-05-12", Kind.PLANNED)),
        (f"The roof fell. {VIGIL}", "2023-05-10", "The roof fell.", ("", Kind.OCCURRENCE)),
        (TEXT, "2023-05-10", FIRE, ("2023-05-03", Kind.OCCURRENCE)),
        (f"ساد الهدوء. {AR_VIGIL}.", "2023-05-10", AR_VIGIL, ("2023-05-12", Kind.PLANNED)),
        (TEXT, None, VIGIL, ("", Kind.PLANNED)),
        ("In 2014 a road was laid; it was widened in 2019.", None, "In 2014 a road was laid; it was widened in 2019.",
         ("", Kind.OCCURRENCE)),
        ("In May, on 3 May 2023, the mill burned.", "2023-05-10", "In May, on 3 May 2023, the mill burned.",
         ("2023-05-03", Kind.OCCURRENCE)),
        ("The bridge of 2014 was painted.", "2023-05-10", "The bridge of 2014 was painted.", ("", Kind.OCCURRENCE)),
    ],
    ids=["a plan", "no date", "the date stands before the words", "Arabic", "no day to count from", "two dates",
         "a month and a day in it", "the date of a noun"],
)  # fmt: skip
def test_the_date_is_read_in_the_words_with_its_reason(
    text: str, published: str | None, words: str, wanted: tuple[str, Kind]
) -> None:
    found = read(words, paper(text, published))
    assert (found.said.when.edtf if found.said.when is not None else "", found.kind) == wanted
    assert (found.said.when is None) or (found.said.read is not None and found.said.read.when == found.said.when)


def test_of_two_dates_none_is_taken_and_both_are_told() -> None:
    text = "In 2014 a road was laid; it was widened in 2019."
    assert [one.text for one in read(text, paper(text, None)).dates] == ["2014", "2019"]


def test_the_title_is_the_first_sentence_in_one_line() -> None:
    text = "The mill\nburned at night.  Nobody was there."
    assert read(text, paper(text)).said.title == "The mill burned at night"


def test_it_stands_in_the_timeline_with_its_words_and_its_reason() -> None:
    sana = Reader(timeline(paper()))
    act = new(sana, VIGIL)
    event = sana.event("vigil")
    assert (edtf(event), event.kind, event.status, event.by_hand) == ("2023-05-12", Kind.PLANNED, Status.EDITED, True)
    assert (event.id, event.decisions, event.machine, event.dated) == (id_by_hand(act), (act.id,), None, "")
    [piece] = event.evidence
    assert piece.expression is not None
    assert (piece.exact, piece.expression.text, piece.expression.reason.anchor) == (VIGIL, "next Friday", "2023-05-10")
    assert sana.sees.event(event.id) == event
    assert len(every(sana.sees)) == len(every(sana.derived)) + 1


def test_a_typed_date_is_told_as_that_of_a_person() -> None:
    sana = Reader(timeline(paper()))
    new(sana, "The valley was quiet this week", "in early May", "2023-05-01/2023-05-09")
    event = sana.event("valley")
    assert (edtf(event), event.dated, event.evidence[0].expression) == ("2023-05-01/2023-05-09", "in early May", None)


def test_a_corrected_event_is_reviewed_and_its_date_is_told_as_that_of_a_person() -> None:
    sana = Reader(timeline(paper()))
    sana.act(Act.DATE, "barn", values=["2023-05-04", "4 May"])
    assert (sana.event("barn").status, sana.event("barn").dated) == (Status.EDITED, "4 May")
    sana.act(Act.DATE, "barn", values=["", ""])
    assert (sana.event("barn").status, sana.event("barn").dated) == (Status.DRAFT, "")


def test_it_is_decided_upon_as_any_other_and_the_event_of_the_machine_beside_it_is_not() -> None:
    """The machine made an event of the very same words."""
    sana = Reader(timeline(paper()))
    machine = sana.event("barn")
    act = new(sana, machine.evidence[0].exact, "3 or 4 May", "2023-05-03/2023-05-04")
    own = sana.sees.event(id_by_hand(act))
    assert own is not None
    sana.act(Act.STAR, own)
    sana.act(Act.TAG, own, values=["mill"])
    sana.act(Act.TITLE, own, values=["Smoke over the valley"])
    sana.act(Act.ACCEPT, own)
    now = sana.event("Smoke")
    assert (now.id, now.starred, now.tags, now.status) == (own.id, True, ("mill",), Status.ACCEPTED)
    assert (now.machine, now.by_hand) == (None, True)
    assert sana.event("barn") == machine
    sana.act(Act.REJECT, machine)
    assert (sana.event("barn").status, sana.event("Smoke").status) == (Status.REJECTED, Status.ACCEPTED)


def test_it_joins_an_event_of_the_machine_and_leaves_it_again() -> None:
    sana = Reader(timeline(paper()))
    machine = sana.event("barn")
    own = id_by_hand(new(sana, VIGIL))
    joined = sana.act(Act.MERGE, "barn", "vigil")
    assert (len(every(sana.sees)), sana.sees.moved) == (1, {own: machine.id})
    [whole] = sana.sees.events
    assert (edtf(whole), whole.by_hand, len(whole.evidence)) == ("2023-05-03", False, 2)
    sana.split(whole, [piece for piece in whole.evidence if "vigil" in piece.exact])
    assert len(every(sana.sees)) == 2
    sana.undo(joined)
    assert {event.id for event in every(sana.sees)} == {machine.id, own}


def test_undone_it_is_gone_and_what_was_decided_upon_it_is_an_orphan() -> None:
    sana = Reader(timeline(paper()))
    act = new(sana, VIGIL)
    star = sana.act(Act.STAR, "vigil")
    sana.undo(act)
    assert every(sana.sees) == every(sana.derived)
    assert sana.sees.orphans == (star,)
    sana.undo(sana.log[-1])
    assert sana.event("vigil").starred


def test_words_that_are_gone_are_told_as_a_decision_that_lost_its_words() -> None:
    sana = Reader(timeline(paper()))
    act = new(sana, VIGIL)
    other = timeline(replace(paper("Nothing of it is left."), sha256=paper().sha256))
    assert decide(other, sana.log).orphans == (act,)
    assert decide(timeline(paper("Another report.", id="r2")), sana.log).orphans == (act,)


def test_in_a_text_that_was_read_otherwise_it_is_found_by_its_words() -> None:
    sana = Reader(timeline(paper()))
    act = new(sana, VIGIL)
    longer = timeline(replace(paper(f"A headline. {TEXT}"), sha256=paper().sha256))
    found = decide(longer, sana.log).event(id_by_hand(act))
    assert found is not None
    assert found.evidence[0].exact == VIGIL
    assert found.evidence[0].span.start == TEXT.index(VIGIL) + len("A headline. ")
    assert found.evidence[0].expression is not None
    assert found.evidence[0].expression.text == "next Friday"


def test_a_date_that_was_read_follows_the_day_of_its_report_and_a_typed_one_does_not() -> None:
    sana = Reader(timeline(paper()))
    new(sana, VIGIL)
    new(sana, "The valley was quiet this week", "8 May", "2023-05-08")
    later = decide(timeline(paper(published="2023-05-17")), sana.log)
    days = {event.title[:5]: edtf(event) for event in every(later)}
    assert (days["A vig"], days["The v"]) == ("2023-05-19", "2023-05-08")
    unknown = decide(
        timeline(replace(paper(f"The valley was quiet this week. {VIGIL}", None), sha256=paper().sha256)), sana.log
    )
    assert sorted(edtf(event) for event in every(unknown) if event.by_hand) == ["", "2023-05-08"]


def test_a_reading_that_the_report_does_not_have_is_a_date_of_a_person() -> None:
    """A stranger's log calls words a date that are none."""
    sana = Reader(timeline(paper()))
    act = new(sana, VIGIL)
    at = TEXT.index("valley")
    lie = tuple(f"at {at} {at + 6}" if value.startswith("at ") else value for value in act.values)
    [event] = [one for one in every(decide(sana.derived, [replace(act, values=lie)])) if one.by_hand]
    assert (edtf(event), event.dated, event.evidence[0].expression) == ("2023-05-12", "valley", None)


def test_two_people_who_make_the_same_event_make_one() -> None:
    sana, omar = Reader(timeline(paper())), Reader(timeline(paper()), "omar", 10)
    first, second = new(sana, VIGIL), new(omar, VIGIL)
    omar.act(Act.STAR, "vigil")
    log = [*sana.log, *omar.log]
    told = [decide(sana.derived, some) for some in permutations(log)]
    assert all(one == told[0] for one in told)
    [event] = [one for one in every(told[0]) if one.by_hand]
    assert (event.id, event.starred, set(event.decisions)) == (
        id_by_hand(first),
        True,
        {first.id, second.id, omar.log[-1].id},
    )


def test_a_report_that_tells_nothing_else_is_silent_no_more() -> None:
    of = paper(f"The valley was quiet. {VIGIL}", None)
    sana = Reader(timeline(of))
    assert set(sana.derived.silent) == {"r1"}
    new(sana, VIGIL, "12 May", "2023-05-12")
    assert not sana.sees.silent


def test_its_targets_name_the_act_that_made_it() -> None:
    sana = Reader(timeline(paper()))
    act = new(sana, VIGIL)
    target = make_target(sana.event("vigil"), sana.sees)
    assert [hold.by for hold in target.holds] == [act.id]
    assert [hold.by for hold in make_target(sana.event("barn"), sana.sees).holds] == [""]


def _hold(**of: object) -> Callable[[Decision], Decision]:
    def changed(act: Decision) -> Decision:
        [target] = act.targets
        return replace(act, targets=(replace(target, holds=(replace(target.holds[0], **of),)),))  # type: ignore[arg-type]

    return changed


def _value(at: int, said: str) -> Callable[[Decision], Decision]:
    return lambda act: replace(act, values=(*act.values[:at], said, *act.values[at + 1 :]))


def _fact(name: str, said: str) -> Callable[[Decision], Decision]:
    return lambda act: replace(act, values=(*(v for v in act.values if not v.startswith(f"{name} ")), f"{name} {said}"))


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda act: replace(act, targets=()),
        lambda act: replace(act, targets=act.targets * 2),
        lambda act: replace(act, targets=(replace(act.targets[0], holds=act.targets[0].holds * 2),)),
        lambda act: replace(act, values=act.values[:3]),
        _hold(exact=""),
        _hold(exact=" " * len(VIGIL)),
        _hold(end=5_000_000),
        _hold(kind="weather"),
        _hold(by="sana-0000"),
        _value(0, "  "),
        _value(0, "t" * (by_hand.LONGEST_TITLE + 1)),
        _value(1, "tomorrow"),
        _value(1, "XXXX-05-12"),
        _value(2, "w" * 501),
        _value(3, "en" * 300),
        _fact("at", "12"),
        _fact("at", "24 12"),
        _fact("at", "-3 4"),
        _fact("at", "1 2 3"),
        _fact("at", "90000000 90000007"),
        _fact("origin", "heaven"),
        _fact("mod", "SOON"),
        _fact("precision", "fortnight"),
        lambda act: replace(act, values=(*act.values, *["actor isis"] * 201)),
    ],
)
def test_an_act_that_makes_no_event_is_an_orphan_and_breaks_nothing(spoiled: Callable[[Decision], Decision]) -> None:
    sana = Reader(timeline(paper()))
    act = spoiled(new(sana, VIGIL))
    assert read_by_hand(act) is None
    assert not is_sound(act)
    told = decide(sana.derived, [act])
    assert (told.orphans, every(told)) == ((act,), every(sana.derived))


def test_words_and_title_of_the_longest_are_taken() -> None:
    text = "w" * by_hand.LONGEST_QUOTE
    hold = Hold("s", 0, len(text), text, kind="occurrence")
    act = Decision("a", Act.NEW, "", "", (Target("", (hold,)),), ("t" * by_hand.LONGEST_TITLE, "", "", ""))
    assert read_by_hand(act) is not None
    assert read_by_hand(_hold(exact=text + "w", end=len(text) + 1)(act)) is None


def test_a_reason_that_does_not_give_the_date_is_not_taken_in() -> None:
    sana = Reader(timeline(paper()))
    act = new(sana, VIGIL)
    assert is_proven(act)
    assert not is_proven(_value(1, "2023-05-13")(act))
    assert not is_proven(_fact("rule", "nonsense")(act))
    assert not is_proven(_fact("anchor", "2023-05-30")(act))
    assert is_proven(new(sana, "The valley was quiet this week", "8 May", "2023-05-08"))


def test_what_is_kept_is_what_was_said() -> None:
    of = paper("Late in 2021 ISIS fired on a barn in Manbij.")
    found = read("ISIS fired on a barn in Manbij", of)
    hold = Hold(of.sha256, found.span.start, found.span.end, found.span.of(of.text), kind=found.kind.value)
    act = Decision("a", Act.NEW, "", "", (Target("", (hold,)),), values_of(found.said))
    again = read_by_hand(act)
    assert again is not None
    assert again.read is not None
    assert found.said.read is not None
    assert (again.when, again.actors, again.places) == (found.said.when, ("isis",), ("manbij",))
    assert (again.read.span, again.read.reason) == (found.said.read.span, found.said.read.reason)
