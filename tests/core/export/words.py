"""The words that tests of the exports are written in: a timeline with one of everything that a format must carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests import builders
from tests.builders import evidence, founding, report
from timeline_core.export.scope import Asked, Scope, Scoped, scoped
from timeline_core.model.decision import Act, Decision, Hold, Target
from timeline_core.model.event import Event, Kind, Machine, Status
from timeline_core.model.report import Clue
from timeline_core.model.when import Mod, Precision, When, bounded_by, on
from timeline_core.timeline import Timeline

MADE = "2024-05-06"
SCOPE = Scope(made=MADE)

WHENS = (
    on(date(2023, 2, 10)),
    When("2023-02-13/2023-02-19", precision=Precision.WEEK),
    When("2023-02"),
    When("2023-02", Mod.START),
    When("2023-34"),
    When("2023-21"),
    When("2023"),
    When("201X"),
    When("2023-02-09/2023-02-17"),
    When("../2023-02"),
    When("2023-02/.."),
    When("2023-02-10~"),
    When("2023-02~"),
    bounded_by(date(2023, 2, 14)),
)
"""One of every precision."""


def case() -> Timeline:
    """The founding case, the days of its reports inferred from words of them."""
    told = founding()
    clue = (Clue("words", (("words", "شباط الجاري"),)),)
    return replace(told, published={id: replace(said, why=clue) for id, said in told.published.items()})


def of_every_precision() -> Timeline:
    """An event for each of `WHENS`, titled by its EDTF."""
    return builders.timeline(*(_dated(number, when) for number, when in enumerate(WHENS)))


def _dated(number: int, when: When) -> Event:
    title = f"raid of {when.edtf} {when.mod or ''}".strip()
    return builders.event(f"e{number}", when, title, evidence(report(f"r{number}", title), title, "", when))


def titled(title: str) -> Timeline:
    """Events with that title, dated and not, whose quote, note, tag, publisher and address say it too."""
    words = title if title.strip() else "x"
    told = report("r", words, title=title, publisher=title)
    told = replace(told, url=f"https://example.org/{title}")
    when = on(date(2023, 2, 10))
    one = builders.event("e1", when, title, evidence(told, words, "", when), actors=("isis",))
    two = builders.event("e2", None, title, evidence(told, words, "", None))
    marked = replace(one, note=title, tags=(title,), starred=True)
    return builders.timeline(marked, two, reports=(told,))


def decided() -> Timeline:
    """The founding case after a person's work: accepted, rejected, corrected, starred, tagged, noted."""
    told = case()
    changes = {
        "2023-02-10--5": {"status": Status.ACCEPTED, "starred": True, "note": "seen, twice", "tags": ("raid", "east")},
        "2023-01-01--3": {"status": Status.REJECTED},
        "2023-02-17--8": {
            "machine": Machine(None, "نفي", Kind.OCCURRENCE, ("sdf",)),
        },
    }
    events = tuple(replace(event, **changes.get(event.id, {})) for event in told.events)  # type: ignore[arg-type]
    return replace(told, events=events)


def tagged(id: str, tag: str = "sensitive", of: Timeline | None = None) -> Timeline:
    """The founding case, one event of it tagged."""
    told = of or case()

    def mark(event: Event) -> Event:
        return replace(event, tags=(*event.tags, tag)) if event.id == id else event

    return replace(told, events=tuple(map(mark, told.events)), undated=tuple(map(mark, told.undated)))


def handed(timeline: Timeline, **asked: object) -> Scoped:
    """The whole of it as it may be handed out."""
    return scoped(timeline, timeline, Asked(made=MADE, **asked))  # type: ignore[arg-type]


def decision(id: str, act: Act, event: Event, timeline: Timeline, *values: str, undoes: str = "") -> Decision:
    """An act upon that event, hung on its quotes."""
    shas = {one.id: one.sha256 for one in timeline.reports}
    holds = tuple(
        Hold(shas[p.report], p.span.start, p.span.end, p.exact, p.prefix, p.suffix, event.kind.value)
        for p in event.evidence
    )
    return Decision(
        id, act, f"2024-05-06T00:00:0{id[-1]}.000Z", "nadia", (Target(event.id, holds, event.title),), values, undoes
    )
