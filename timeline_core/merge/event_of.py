"""An event made of its tellings: by the merge, by a person's merge and by a split alike.

Source:
    DESIGN.md section 5, «One happening».
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline_core.model.actor_role import joined_roles
from timeline_core.model.event import Event, Evidence, Kind, Telling
from timeline_core.model.report import Published, Report
from timeline_core.model.when import When
from timeline_core.text.fold import fold

Order = Mapping[str, tuple[date, str]]
"""Report id -> first published day (`date.max` when unknown) and SHA-256 of its text: no file decides anything."""


def order_of(reports: Iterable[Report], published: Mapping[str, Published]) -> Order:
    """By what the tellings of those reports are put in order."""
    return {report.id: (_first_day(published.get(report.id, Published()).when), report.mark) for report in reports}


def _first_day(when: When | None) -> date:
    return when.first if when is not None and when.first is not None else date.max


def make_event(tellings: Sequence[Telling], order: Order) -> Event:
    """The event that these tell: all their evidence, who, where and how many, the finest date and the best title.

    Args:
        tellings: in the order of joining; the first one gives the id. Never empty.
    """
    named = max(tellings, key=lambda telling: _naming(telling, tellings))
    return Event(
        id=id_of(tellings),
        when=most_precise(tellings),
        kind=_kind(tellings),
        title=named.title,
        lang=named.lang,
        evidence=tuple(sorted(_evidence(tellings), key=lambda piece: (*order[piece.report], piece.span))),
        actors=tuple(dict.fromkeys(id for telling in tellings for id in telling.actors)),
        places=tuple(dict.fromkeys(id for telling in tellings for id in telling.places)),
        figures=tuple(dict.fromkeys(figure for telling in tellings for figure in telling.figures)),
        tellings=tuple(tellings),
        roles=joined_roles(one for telling in tellings for one in telling.roles),
    )


def join_by_hand(head: Sequence[Telling], others: Sequence[Telling], order: Order) -> Event:
    """The event of all these, as a reader joins them: called as the first are, and dated within their days."""
    own, whole = make_event(head, order), make_event((*head, *others), order)
    near = [telling for telling in others if _can_be_of(telling.when, own.when)]
    return replace(whole, title=own.title, lang=own.lang, when=most_precise((*head, *near)))


def _can_be_of(when: When | None, own: When | None) -> bool:
    return when is None or own is None or when.meets(own)


def order_key(event: Event, order: Order) -> tuple[date, date, date, str, int, str]:
    """What a timeline is sorted by: days, then published day and checksum of the report, then place in it."""
    days = event.when.order if event.when else (date.max, date.max)
    first = event.evidence[0]
    return (*days, *order[first.report], first.span.start, event.id)


def id_of(tellings: Sequence[Telling]) -> str:
    """First day, two hyphens, short hash of the earliest evidence and what stands around it; spelling left aside."""
    when, piece = most_precise(tellings), tellings[0].evidence[0]
    words = " ".join(fold(f"{tellings[0].kind} {piece.prefix} | {piece.exact} | {piece.suffix}").split())
    day = when.days[0].isoformat() if when is not None and when.days else "undated"
    return f"{day}--{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def most_precise(tellings: Sequence[Telling]) -> When | None:
    """The most precise of the whens; the first of equals."""
    resolved = [telling.when for telling in tellings if telling.when is not None and telling.when.days]
    if not resolved:
        return next((telling.when for telling in tellings if telling.when is not None), None)
    return min(resolved, key=_length)


def _length(when: When) -> int:
    return (when.days[1] - when.days[0]).days if when.days else 0


def _kind(tellings: Sequence[Telling]) -> Kind:
    """What one report planned has happened when another one tells so."""
    happened = any(telling.kind is Kind.OCCURRENCE for telling in tellings)
    return Kind.OCCURRENCE if happened and tellings[0].kind is Kind.PLANNED else tellings[0].kind


def _evidence(tellings: Sequence[Telling]) -> list[Evidence]:
    """Each quote once; words without a date take the date that their own report gives elsewhere."""
    pieces = {(piece.report, piece.span): piece for telling in reversed(tellings) for piece in telling.evidence}
    dated = {piece.report: piece.expression for piece in pieces.values() if piece.expression is not None}
    return [
        replace(piece, expression=dated[piece.report], inherited=True)
        if piece.expression is None and piece.report in dated
        else piece
        for piece in pieces.values()
    ]


def _naming(telling: Telling, tellings: Sequence[Telling]) -> tuple[bool, bool, bool, int]:
    """The best title opens a report, is in the language of most tellings, names a person, and is short."""
    same = sum(other.lang == telling.lang for other in tellings)
    return (telling.lead, same * 2 >= len(tellings), telling.personal, -len(telling.title))
