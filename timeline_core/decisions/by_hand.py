"""Events that a person made of words of a report, by the act `new`; what the act holds, and what is made of it.

The words, their place and the kind are the act's hold; its values are the title, the date, the words in which a person
typed that, the language, and facts of a line each: "actor isis", "at 12 24". A date that was read in the words is read
again with its report: it says what the report says now. One that a person typed stays.

Source:
    DESIGN.md section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import NamedTuple

from timeline_core.decisions.anchors import Holds
from timeline_core.errors import EdtfError
from timeline_core.merge.event_of import Order, make_event
from timeline_core.model.actor_role import ActorRole, joined_roles
from timeline_core.model.decision import Act, Decision, Hold
from timeline_core.model.event import Event, Evidence, Kind, Role, Telling
from timeline_core.model.expression import Expression, Origin, Reason
from timeline_core.model.report import Report
from timeline_core.model.span import Span
from timeline_core.model.when import Mod, Precision, When
from timeline_core.timeline import Timeline

LONGEST_QUOTE, LONGEST_TITLE = 10_000, 1_000
"""Code points of the words, and of the title, at most."""
AROUND = 32
"""Code points beside the words that are kept, by which they are found again."""
_LONGEST_FACT, _MOST_FACTS = 500, 200
_FIXED = 4
"""Values before the facts."""
_MARKS = "?~%"
_FALLBACK = "fallback"
"""Rule of what dateparser read, of which no reason can be proven."""
READ_AGAIN = "read_again"
"""Rule of a date whose report, or the day of it, was read otherwise when the event was made."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person says of the words that he makes an event of."""

    title: str
    when: When | None = None
    typed: str = ""
    """The words in which he gave its date; empty where it was read in the report, or there is none."""
    lang: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    read: Expression | None = None
    """The words of the report that give its date, as they were read then."""
    naming: tuple[tuple[str, Span], ...] = ()
    """Where the words name these actors and places."""


def values_of(made: ByHand) -> tuple[str, ...]:
    """What the act keeps of it."""
    edtf = made.when.edtf if made.when is not None else ""
    return (made.title, edtf, made.typed, made.lang, *_facts(made))


def _facts(made: ByHand) -> Iterator[str]:
    if made.when is not None and made.when.mod is not None:
        yield f"mod {made.when.mod}"
    if made.when is not None and made.when.precision is Precision.WEEK:
        yield f"precision {made.when.precision}"
    yield from (f"actor {id}" for id in made.actors)
    yield from (f"place {id}" for id in made.places)
    yield from (f"named {span.start} {span.end} {id}" for id, span in made.naming)
    if made.read is not None:
        reason = made.read.reason
        yield f"at {made.read.span.start} {made.read.span.end}"
        yield from ("unsure ",) if not made.read.sure else ()
        yield f"rule {reason.rule}"
        yield f"origin {reason.origin}"
        yield from (f"anchor {reason.anchor}",) if reason.anchor else ()
        yield from (f"slot {name} {value}" for name, value in reason.slots)


def read_by_hand(act: Decision) -> ByHand | None:
    """What the act says; None of an act of which no event can be made, or that holds more than a person writes."""
    hold = _hold(act)
    if hold is None or len(act.values) < _FIXED or not _is_bounded(hold, act.values):
        return None
    title, edtf, typed, lang, *lines = act.values
    facts = [(name, value) for name, _, value in (line.partition(" ") for line in lines)]
    one = dict(facts)
    try:
        when = When(edtf, *_made_of(one)) if edtf else None
        read = _read(facts, when, hold) if "at" in one else None
        naming = tuple(_named(said, hold) for fact, said in facts if fact == "named")
    except (EdtfError, ValueError):
        return None
    if not title.strip() or (when is not None and (not when.resolved or when.bound)):
        return None
    actors, places = (tuple(value for name, value in facts if name == wanted) for wanted in ("actor", "place"))
    return ByHand(title, when, typed, lang, actors, places, read, naming)


def _hold(act: Decision) -> Hold | None:
    """The words of the act; None where there is not just one quote, or it is none."""
    holds = [hold for target in act.targets for hold in target.holds]
    if act.act is not Act.NEW or len(holds) != 1:
        return None
    [hold] = holds
    whole = bool(hold.exact.strip()) and len(hold.exact) == hold.end - hold.start
    return hold if whole and hold.kind in frozenset(Kind) and not hold.by else None


def _is_bounded(hold: Hold, values: Sequence[str]) -> bool:
    short = max(map(len, values[1:])) <= _LONGEST_FACT and len(values[0]) <= LONGEST_TITLE
    return short and len(hold.exact) <= LONGEST_QUOTE and len(values) <= _FIXED + _MOST_FACTS


def _made_of(facts: Mapping[str, str]) -> tuple[Mod | None, Precision]:
    mod, precision = facts.get("mod"), facts.get("precision")
    return (Mod(mod) if mod else None), Precision(precision) if precision else Precision.UNRESOLVED


def _named(said: str, hold: Hold) -> tuple[str, Span]:
    """
    Raises:
        ValueError: it stands outside of the words.
    """
    start, end, id = said.split(" ", 2)
    span = Span(int(start), int(end))
    if not Span(hold.start, hold.end).covers(span):
        raise ValueError(said)
    return id, span


def _read(facts: Sequence[tuple[str, str]], when: When | None, hold: Hold) -> Expression:
    """The words that give the date, without their letters, which only the report has.

    Raises:
        ValueError: the facts make none.
    """
    one = dict(facts)
    start, end = map(int, one["at"].split())
    if not 0 <= start < end <= hold.end + LONGEST_QUOTE:
        raise ValueError(one["at"])
    slots = tuple((name, value) for fact, said in facts if fact == "slot" for name, _, value in (said.partition(" "),))
    reason = Reason(one.get("rule", ""), one.get("anchor", ""), Origin(one.get("origin", "")), slots)
    return Expression(Span(start, end), "", when, reason, "unsure" not in one)


def is_proven(act: Decision) -> bool:
    """False where the reason for the date that was read in the words does not give it: somebody wrote it by hand."""
    from timeline_core.temporal.proof import recomputed  # what reads dates is not loaded before the first list

    said = read_by_hand(act)
    if said is None:
        return False
    if said.read is None or said.when is None or said.read.reason.rule in (READ_AGAIN, _FALLBACK):
        return True
    try:
        found = recomputed(said.read.reason)
    except (LookupError, ValueError, ArithmeticError, TypeError, EdtfError):
        return False
    return found is not None and found.edtf.rstrip(_MARKS) == said.when.edtf.rstrip(_MARKS)


class Made(NamedTuple):
    """An event that a person made, and the acts by which people did: the same words and date are one event."""

    event: Event
    acts: frozenset[str]


def make_by_hand(acts: Iterable[Decision], holds: Holds, derived: Timeline, order: Order) -> list[Made]:
    """Make the events of these acts, in order; those whose words are gone make none.

    Args:
        acts: in force, in order; others than `new` are passed by.
        order: of the reports.
    """
    found: dict[tuple[object, ...], tuple[str, Telling, list[str]]] = {}
    for act in acts:
        said = read_by_hand(act)
        place = holds.place(act.targets[0].holds[0]) if said is not None else None
        if said is None or place is None:
            continue
        telling = _telling(act, said, *place, derived)
        key = (telling.report, telling.evidence[0].span, telling.kind, telling.when)
        first, _, ids = found.get(key, (act.id, telling, []))
        found[key] = first, replace(telling, made_by=first), [*ids, act.id]
    return [Made(_event(id, telling, order), frozenset(ids)) for id, telling, ids in found.values()]


def _event(id: str, telling: Telling, order: Order) -> Event:
    """The event: its id is of its day and of the act, so that no event of the machine has it."""
    return replace(make_event((telling,), order), id=_id(id, telling.when))


def _id(act: str, when: When | None) -> str:
    day = when.days[0].isoformat() if when is not None and when.days else "undated"
    return f"{day}--{sha256(f'new {act}'.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def id_by_hand(act: Decision) -> str:
    """The id of the event that the act makes, while its date is read as it was then."""
    said = read_by_hand(act)
    return _id(act.id, said.when if said is not None else None)


def _telling(act: Decision, said: ByHand, report: Report, span: Span, derived: Timeline) -> Telling:
    hold = act.targets[0].holds[0]
    moved = span.start - hold.start
    expression, when, dated = _dated(said, report, moved, derived)
    actors, places = (tuple(id for id in ids if id in derived.names) for ids in (said.actors, said.places))
    before, behind = report.text[max(0, span.start - AROUND) : span.start], report.text[span.end : span.end + AROUND]
    piece = Evidence(report.id, Role.STORY, span, span.of(report.text), before, behind, expression)
    return Telling(
        when,
        Kind(hold.kind),
        " ".join(said.title.split()),
        said.lang or report.lang,
        (piece,),
        actors,
        places,
        roles=joined_roles((ActorRole.OTHER, id) for id in actors),
        made_by=act.id,
        dated=dated,
        naming=tuple((id, one.shifted(moved)) for id, one in said.naming),
    )


def _dated(said: ByHand, report: Report, moved: int, derived: Timeline) -> tuple[Expression | None, When | None, str]:
    """Its date: the words that give it, its value, and the words in which a person typed it.

    What was read is believed where the report is read so now; where it is read otherwise, the report counts; and where
    there is no such date any more, it is the person's, who saw it.
    """
    if said.read is None or said.typed:
        return None, said.when, said.typed
    start, end = (max(0, at + moved) for at in (said.read.span.start, said.read.span.end))
    span, text = Span(start, end), report.text[start:end]
    now = next((one for one in derived.verdicts.get(report.id, ()) if one.span == span), None)
    if now is None:
        return None, said.when, (text or "?") if said.when is not None else ""
    if said.when is not None and now.edtf == said.when.edtf:
        return replace(said.read, span=span, text=text), said.when, ""
    when = When(now.edtf) if now.edtf else None
    slots = (("words", text), ("value", now.edtf or ""))
    return Expression(span, text, when, Reason(READ_AGAIN, slots=slots)), when, ""
